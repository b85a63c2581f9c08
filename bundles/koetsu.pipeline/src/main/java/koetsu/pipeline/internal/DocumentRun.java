package koetsu.pipeline.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.DocumentContext;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.plugin.RecordDraft;
import koetsu.api.plugin.Region;
import koetsu.api.plugin.Segmentation;
import koetsu.api.plugin.Segmenter;
import koetsu.api.plugin.Trace;
import koetsu.api.plugin.ValidationContext;
import koetsu.api.plugin.Validator;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.record.RecordState;
import koetsu.api.text.TextServices;
import koetsu.api.text.TokenIndex;
import koetsu.pipeline.Explanations;
import koetsu.pipeline.Fence;
import koetsu.pipeline.PlugIn;
import koetsu.pipeline.Readings;
import koetsu.pipeline.RunOptions;

/** One document's way through the plug-ins; used once, by one thread. */
final class DocumentRun implements AutoCloseable {
  /** Source of what the pipeline itself has to say. */
  static final String SOURCE = "koetsu.pipeline#run";

  /** A change of threads costs as much as a short sheet: so many are asked about in one go. */
  private static final int SHEETS_PER_TURN = 32;

  /** So many faults of one plug-in in one document are listed, the others counted. */
  private static final int FAULTS_TOLD = 20;

  private final SourceDocument document;
  private final RunOptions options;
  private final PlugIns plugIns;
  private final TextServices text;
  private final ConductLog conduct;
  private final Fence fence = new Fence();
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Integer> faults = new LinkedHashMap<>();
  private final Map<PlugIn, Long> nanos = new HashMap<>();
  private final List<Region> regions = new ArrayList<>();
  private final Map<String, Set<String>> foreign = new ConcurrentHashMap<>();
  private final List<Asker> askers;
  private final Function<PlugIn, Trace> traces;
  private TokenIndex tokens;

  /** The machine's own, once they are cut. */
  private List<Sheets.Sheet> sheets = List.of();

  private final ExtractionCheck check;

  /** How well a segmenter knows the document's layout. */
  private record Fit(Installed<Segmenter> segmenter, double fit) {}

  /**
   * A value that an extractor gave.
   *
   * @param value null where it gave one
   * @param fault what is wrong with it, as a clause; null where nothing is
   */
  private record Judged(Extraction value, String fault) {}

  /** What an extractor says about a record. */
  private record Said(List<Judged> values) {
    static final Said NOTHING = new Said(List.of());
  }

  /** An extractor's answer about a sheet. */
  private record Asked(Sheets.Sheet sheet, Asker extractor, Fence.Answer<Said> answer) {}

  /** A run whose options say where rules that did not fire are taken down. */
  DocumentRun(
      SourceDocument document,
      RunOptions options,
      PlugIns plugIns,
      TextServices text,
      ConductLog conduct) {
    this(document, options, plugIns, text, conduct, plugIn -> options.trace());
  }

  private DocumentRun(
      SourceDocument document,
      RunOptions options,
      PlugIns plugIns,
      TextServices text,
      ConductLog conduct,
      Function<PlugIn, Trace> traces) {
    this.document = document;
    this.traces = traces;
    this.options = options;
    this.plugIns = plugIns;
    this.text = text;
    this.conduct = conduct;
    this.check = new ExtractionCheck(plugIns.profile(), document);
    this.askers = plugIns.extractors().stream().map(Asker::new).toList();
  }

  @Override
  public void close() {
    fence.close();
    nanos.forEach(conduct::asked);
  }

  /** A run that remembers what every rule looked at. */
  static Explanations explain(
      SourceDocument document,
      RunOptions options,
      PlugIns plugIns,
      TextServices text,
      ConductLog conduct) {
    TraceLog log = new TraceLog(document);
    try (DocumentRun run = new DocumentRun(document, options, plugIns, text, conduct, log::of)) {
      return new Explanations(run.run(), run.regions, run.tokens, log.failures());
    }
  }

  /**
   * A segmentation with whom it comes from.
   *
   * @param by the segmenter
   * @param segmentation as it was given
   */
  private record Cut(PlugIn by, Segmentation segmentation) {}

  ParsedDocument run() {
    Cut cut = cut();
    return cut == null
        ? new ParsedDocument(document, List.of(), List.of(), problems)
        : checked(parsed(cut.by(), cut.segmentation()), List.of());
  }

  /** Reads the fields of records that are cut already. */
  ParsedDocument extract(List<ParsedRecord> given) {
    Cut own = cut();
    return own == null
        ? new ParsedDocument(document, List.of(), List.of(), problems)
        : extract(given, new GivenRecords(own.segmentation()), Map.of());
  }

  /** Does both with one segmentation. */
  Readings read(List<ParsedRecord> given) {
    Cut cut = cut();
    if (cut == null) {
      ParsedDocument nothing = new ParsedDocument(document, List.of(), List.of(), problems);
      return new Readings(nothing, nothing);
    }
    ParsedDocument own = checked(parsed(cut.by(), cut.segmentation()), List.of());
    problems.clear();
    GivenRecords drafts = new GivenRecords(cut.segmentation());
    Map<RecordDraft, ParsedRecord> known = new HashMap<>();
    for (int i = 0; i < sheets.size(); i++) {
      RecordDraft draft = sheets.get(i).draft();
      RecordDraft cutAlike = drafts.draft(own.records().get(i));
      if (Set.copyOf(cutAlike.regions()).equals(Set.copyOf(draft.regions()))
          && Objects.equals(cutAlike.contents(), draft.contents())) {
        known.put(cutAlike, own.records().get(i));
      }
    }
    return new Readings(own, extract(given, drafts, known));
  }

  /**
   * @param known records that were read before, by what extractors see of them
   */
  private ParsedDocument extract(
      List<ParsedRecord> given, GivenRecords drafts, Map<RecordDraft, ParsedRecord> known) {
    List<ParsedRecord> whole = given.stream().filter(r -> !r.spans().isEmpty()).toList();
    List<ParsedRecord> read = new ArrayList<>();
    List<Sheets.Sheet> unread = new ArrayList<>();
    for (ParsedRecord record : whole) {
      RecordDraft draft = drafts.draft(record);
      read.add(known.get(draft));
      if (!known.containsKey(draft)) {
        unread.add(new Sheets.Sheet(record.id(), record.parent(), draft));
      }
    }
    Iterator<ParsedRecord> fresh = records(unread).iterator();
    List<ParsedRecord> records = new ArrayList<>();
    for (int i = 0; i < whole.size(); i++) {
      ParsedRecord its = read.get(i) == null ? fresh.next() : read.get(i);
      records.add(whole.get(i).withFields(its.fields()));
    }
    return new ParsedDocument(document, records, List.of(), told());
  }

  /** What the best segmenter makes of the document; null where none makes anything of it. */
  private Cut cut() {
    cancelPoint();
    try {
      tokens = fence.call(() -> text.scan(document), documentLimit());
    } catch (Fence.Breach e) {
      error(SOURCE, "the text services " + e.getMessage() + "; nothing was extracted", null, null);
      return null;
    }
    for (Installed<Segmenter> segmenter : byFit()) {
      cancelPoint();
      Segmentation segmentation = segment(segmenter);
      if (segmentation != null) {
        return new Cut(segmenter.info(), segmentation);
      }
    }
    if (problems.isEmpty()) {
      error(
          SOURCE,
          plugIns.segmenters().isEmpty()
              ? "no segmenter is installed, so there are no records; see `koetsu bundles`"
              : "no installed segmenter knows this layout, so there are no records",
          null,
          null);
    }
    return null;
  }

  /** Looks at records that were found before. */
  ParsedDocument check(ParsedDocument parsed, List<ParsedDocument> others) {
    try {
      tokens = fence.call(() -> text.scan(document), documentLimit());
    } catch (Fence.Breach e) {
      error(SOURCE, "the text services " + e.getMessage() + "; nothing was checked", null, null);
    }
    Set<String> own =
        plugIns.validators().stream().map(v -> v.info().source()).collect(Collectors.toSet());
    parsed.problems().stream().filter(p -> !own.contains(p.source())).forEach(problems::add);
    return tokens == null
        ? new ParsedDocument(document, parsed.records(), parsed.gaps(), problems, parsed.contents())
        : checked(parsed, others);
  }

  /** The records with what the validators say of them behind the problems so far. */
  private ParsedDocument checked(ParsedDocument parsed, List<ParsedDocument> others) {
    for (Installed<Validator> validator : plugIns.validators()) {
      cancelPoint();
      PlugIn info = validator.info();
      if (conduct.isOff(info)) {
        continue;
      }
      ValidationContext context = new ValidationContext(context(info), parsed, others);
      try {
        for (Problem problem :
            call(
                info,
                () ->
                    Limits.copy(
                        validator.service().validate(context), Limits.PROBLEMS, "problems"))) {
          report(problem, info.source(), info.source());
        }
        conduct.succeeded(info);
      } catch (Fence.Breach e) {
        error(info.source(), "the validator " + info.id() + " " + e.getMessage(), null, null);
        failed(info, e);
      }
    }
    return new ParsedDocument(document, parsed.records(), parsed.gaps(), told(), parsed.contents());
  }

  /** Takes over what a plug-in says, unless it speaks of what is not there. */
  private void report(Problem problem, String plugIn, String source) {
    if (problem == null) {
      fault(plugIn, plugIn, "a problem is left out: it is null", null, null);
    } else if (problem.span() != null && problem.span().end() > document.length()) {
      fault(plugIn, plugIn, "a problem is left out: it ends beyond the document", null, null);
    } else {
      problems.add(
          new Problem(
              problem.severity(),
              source,
              Fence.shortened(problem.message()),
              problem.record(),
              problem.span()));
    }
  }

  /** Does a call that is about the whole document, and takes its time. */
  private <T> T call(PlugIn plugIn, Callable<T> work) throws Fence.Breach {
    Fence.Answer<T> answer = fence.callAll(List.of(work), documentLimit()).get(0);
    nanos.merge(plugIn, answer.nanos(), Long::sum);
    return answer.orThrow();
  }

  private void failed(PlugIn plugIn, Fence.Breach breach) {
    conduct.failed(
        plugIn,
        breach,
        (source, why) -> error(source, kind(plugIn) + plugIn.id() + ": " + why, null, null));
  }

  private static String kind(PlugIn plugIn) {
    return "the " + plugIn.kind().name().toLowerCase(Locale.ROOT) + " ";
  }

  private DocumentContext context(PlugIn plugIn) {
    return new DocumentContext(document, tokens, text, plugIns.profile(), traces.apply(plugIn));
  }

  /** The segmenters that know the layout at all, the best first. */
  private List<Installed<Segmenter>> byFit() {
    List<Fit> fits = new ArrayList<>();
    for (Installed<Segmenter> segmenter : plugIns.segmenters()) {
      PlugIn info = segmenter.info();
      if (conduct.isOff(info)) {
        continue;
      }
      DocumentContext context = context(info);
      try {
        double fit = call(info, () -> segmenter.service().fits(context));
        if (fit > 0) {
          fits.add(new Fit(segmenter, fit));
        }
      } catch (Fence.Breach e) {
        error(info.source(), kind(info) + info.id() + " " + e.getMessage(), null, null);
        failed(info, e);
      }
    }
    fits.sort(Comparator.comparingDouble(Fit::fit).reversed());
    return fits.stream().map(Fit::segmenter).toList();
  }

  private Segmentation segment(Installed<Segmenter> segmenter) {
    PlugIn info = segmenter.info();
    DocumentContext context = context(info);
    try {
      Segmentation given = call(info, () -> Limits.checked(segmenter.service().segment(context)));
      conduct.succeeded(info);
      return given;
    } catch (Fence.Breach e) {
      error(
          info.source(),
          kind(info) + info.id() + " " + e.getMessage() + "; the next best segmenter is asked",
          null,
          null);
      failed(info, e);
      return null;
    }
  }

  private ParsedDocument parsed(PlugIn segmenter, Segmentation segmentation) {
    for (Problem problem : segmentation.problems()) {
      report(problem, segmenter.source(), segmenter.source(problem.source()));
    }
    Sheets check =
        new Sheets(
            document,
            plugIns.profile(),
            (fault, place) -> fault(segmenter.source(), segmenter.source(), fault, null, place));
    sheets = check.sheets(segmentation);
    return new ParsedDocument(
        document,
        records(sheets),
        check.gaps(segmentation),
        problems,
        check.contents(segmentation, sheets));
  }

  /** Reads the fields of sheets. */
  private List<ParsedRecord> records(List<Sheets.Sheet> sheets) {
    List<ParsedRecord> records = new ArrayList<>();
    for (int from = 0; from < sheets.size(); from += SHEETS_PER_TURN) {
      int to = Math.min(sheets.size(), from + SHEETS_PER_TURN);
      List<Asked> asked = ask(sheets.subList(from, to));
      int at = 0;
      for (Sheets.Sheet sheet : sheets.subList(from, to)) {
        options.monitor().progress(records.size(), sheets.size());
        cancelPoint();
        int first = at;
        while (at < asked.size() && asked.get(at).sheet() == sheet) {
          at++;
        }
        regions.addAll(sheet.draft().regions());
        records.add(record(sheet, asked.subList(first, at)));
      }
    }
    options.monitor().progress(records.size(), sheets.size());
    return records;
  }

  /** What every extractor says about some sheets, sheet by sheet. */
  private List<Asked> ask(List<Sheets.Sheet> sheets) {
    cancelPoint();
    List<Asking> asking = new ArrayList<>(sheets.size() * askers.size());
    for (Sheets.Sheet sheet : sheets) {
      int length = 0;
      for (Span span : sheet.draft().spans()) {
        length += span.length();
      }
      for (Asker asker : askers) {
        asking.add(new Asking(sheet, length, asker));
      }
    }
    List<Fence.Answer<Said>> answers =
        fence.callAll(asking, options.limit(), i -> asking.get(i).asker.hung = true);
    List<Asked> asked = new ArrayList<>(answers.size());
    long[] spent = new long[askers.size()];
    for (int i = 0; i < answers.size(); i++) {
      Asking each = asking.get(i);
      asked.add(new Asked(each.sheet, each.asker, answers.get(i)));
      spent[i % spent.length] += answers.get(i).nanos();
    }
    for (int i = 0; i < spent.length; i++) {
      nanos.merge(askers.get(i).info, spent[i], Long::sum);
    }
    return asked;
  }

  /** Asks one extractor about the sheets of the document, one after the other. */
  private final class Asker {
    private final PlugIn info;
    private final FieldExtractor service;

    /** The full name of each rule: one string for all its values. */
    private final Map<String, String> sources = new HashMap<>();

    /** Whether it did not come back once. */
    private volatile boolean hung;

    private volatile DocumentContext context;
    private volatile Set<String> fields;

    Asker(Installed<FieldExtractor> extractor) {
      info = extractor.info();
      service = extractor.service();
    }

    /**
     * What it says about a sheet, unless it has hung by then.
     *
     * @param length of the sheet in code points
     */
    Said ask(Sheets.Sheet sheet, int length) throws Fence.Breach {
      if (hung || conduct.isOff(info)) {
        return Said.NOTHING;
      }
      Set<String> own = fields();
      Set<String> foreign = foreignFields(sheet.draft().kind());
      if (!own.isEmpty() && foreign.containsAll(own)) {
        return Said.NOTHING; // meant for another kind of document
      }
      List<Extraction> values =
          values(service.extract(new ExtractionContext(context(), sheet.draft())), length);
      List<Judged> judged = new ArrayList<>(values.size());
      for (Extraction value : values) {
        if (value == null || !foreign.contains(value.field())) {
          judged.add(new Judged(value, value == null ? null : check.fault(value, own)));
        }
      }
      return new Said(judged);
    }

    private DocumentContext context() {
      if (context == null) {
        context = DocumentRun.this.context(info);
      }
      return context;
    }

    private Set<String> fields() throws Fence.Breach {
      if (fields == null) {
        fields = Set.copyOf(Limits.<String>copy(service.fields(), Limits.FIELDS, "fields"));
      }
      return fields;
    }

    private List<Extraction> values(List<Extraction> given, int length) throws Fence.Breach {
      List<Extraction> values = Limits.copy(given, Math.max(Limits.VALUES, length), "values");
      long characters = 0;
      for (Extraction each : values) {
        characters += each == null ? 0 : Limits.characters(each.value());
      }
      if (characters
          > Limits.CHARACTERS_A_RECORD + (long) Limits.CHARACTERS_A_CODE_POINT * length) {
        throw new Fence.Breach("failed: it gave " + characters + " characters of values");
      }
      return values;
    }

    String source(String rule) {
      return sources.computeIfAbsent(rule, info::source);
    }
  }

  /** One extractor that is to look at one sheet of a length. */
  private record Asking(Sheets.Sheet sheet, int length, Asker asker) implements Callable<Said> {
    @Override
    public Said call() throws Fence.Breach {
      return asker.ask(sheet, length);
    }
  }

  /** The fields of the profile that records of a kind do not have. */
  private Set<String> foreignFields(String kind) {
    return foreign.computeIfAbsent(
        kind,
        k -> {
          List<FieldDefinition> own = plugIns.profile().fields(k);
          return plugIns.profile().fields().stream()
              .filter(field -> !own.contains(field))
              .map(FieldDefinition::id)
              .collect(Collectors.toSet());
        });
  }

  private ParsedRecord record(Sheets.Sheet sheet, List<Asked> asked) {
    Map<String, List<Merger.Candidate>> found = new LinkedHashMap<>();
    for (int i = 0; i < asked.size(); i++) {
      for (Extraction extraction : values(asked.get(i))) {
        found
            .computeIfAbsent(extraction.field(), f -> new ArrayList<>())
            .add(new Merger.Candidate(extraction.value(), i));
      }
    }
    Map<String, List<FieldValue>> fields = new LinkedHashMap<>();
    for (FieldDefinition field : plugIns.profile().fields()) {
      List<Merger.Candidate> candidates = found.get(field.id());
      if (candidates != null) {
        List<FieldValue> values = new ArrayList<>(candidates.size());
        for (FieldValue value : Merger.merge(field, candidates)) {
          values.add(options.calibration().apply(field.id(), value));
        }
        fields.put(field.id(), values);
      }
    }
    return new ParsedRecord(
        sheet.id(),
        sheet.parent(),
        sheet.draft().kind(),
        sheet.draft().spans(),
        fields,
        sheet.draft().sections(),
        RecordState.UNTOUCHED,
        printedLabels(sheet.draft()));
  }

  /** The values of one extractor that keep to the contract, with their full source. */
  private List<Extraction> values(Asked asked) {
    Sheets.Sheet sheet = asked.sheet();
    PlugIn info = asked.extractor().info;
    Fence.Answer<Said> answer = asked.answer();
    Span place = sheet.draft().spans().get(0);
    if (answer.breach() != null) {
      if (conduct.isOff(info)) {
        return List.of(); // asked in one go with the call that was one too many
      }
      fault(
          info.source(),
          info.source(),
          kind(info)
              + info.id()
              + " "
              + answer.breach().getMessage()
              + (answer.breach().isTimeOut()
                  ? "; it is not asked again for this document"
                  : "; its values of this record are missing"),
          sheet.id(),
          place);
      failed(info, answer.breach());
      return List.of();
    }
    if (answer.value() != Said.NOTHING) {
      conduct.succeeded(info);
    }
    List<Extraction> good = new ArrayList<>();
    for (Judged each : answer.value().values()) {
      Extraction extraction = each.value();
      if (extraction == null) {
        fault(
            info.source(),
            info.source(),
            kind(info) + info.id() + " gave a null among its values",
            sheet.id(),
            place);
        continue;
      }
      FieldValue value = extraction.value();
      if (each.fault() == null) {
        good.add(
            new Extraction(
                extraction.field(),
                value.withExtractor(asked.extractor().source(value.extractor()))));
      } else {
        fault(
            info.source(),
            info.source(value.extractor() == null ? info.id() : value.extractor()),
            "the value \""
                + Fence.shortened(value.value().toString())
                + "\" for "
                + extraction.field()
                + " is left out: "
                + Fence.shortened(each.fault()),
            sheet.id(),
            SpanCheck.fault(value.spans(), document) == null ? value.spans().get(0) : place);
      }
    }
    return good;
  }

  /** The chapter and the tags that a catalogue prints on its sheets, as the contract names them. */
  private Map<String, Object> printedLabels(RecordDraft draft) {
    Map<String, Object> labels = new LinkedHashMap<>();
    List<Span> chapters = draft.regions(Region.Role.CHAPTER);
    if (!chapters.isEmpty()) {
      labels.put("chapter", document.slice(chapters.get(0)));
    }
    List<Span> tags = draft.regions(Region.Role.TAG);
    if (!tags.isEmpty()) {
      labels.put("tags", tags.stream().map(document::slice).toList());
    }
    return labels;
  }

  private void cancelPoint() {
    if (options.monitor().cancelled() || Thread.currentThread().isInterrupted()) {
      throw new CancellationException(document.name() + ": cancelled");
    }
  }

  private Duration documentLimit() {
    return options.limit().multipliedBy(1 + document.length() / RunOptions.CODE_POINTS_PER_LIMIT);
  }

  private void error(String source, String message, String record, Span place) {
    problems.add(new Problem(Problem.Severity.ERROR, source, message, record, place));
  }

  /** An error of which a plug-in may have so many that a person reads the first ones only. */
  private void fault(String plugIn, String source, String message, String record, Span place) {
    if (faults.merge(plugIn, 1, Integer::sum) <= FAULTS_TOLD) {
      error(source, message, record, place);
    }
  }

  /** The problems, with the number of those that were left out. */
  private List<Problem> told() {
    faults.forEach(
        (plugIn, count) -> {
          if (count > FAULTS_TOLD) {
            error(
                plugIn,
                "it failed in this document "
                    + count
                    + " times; the first "
                    + FAULTS_TOLD
                    + " are listed",
                null,
                null);
          }
        });
    faults.clear();
    return problems;
  }
}
