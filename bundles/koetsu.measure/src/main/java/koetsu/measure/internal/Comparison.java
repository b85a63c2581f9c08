package koetsu.measure.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.profile.Profile;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.record.RecordState;
import koetsu.measure.Abstention;
import koetsu.measure.Baseline;
import koetsu.measure.FieldFigures;
import koetsu.measure.Gate;
import koetsu.measure.LedgerItem;
import koetsu.measure.LedgerItem.Outcome;
import koetsu.measure.MeasuredDocument;
import koetsu.measure.Reason;
import koetsu.measure.RegressionReport;
import koetsu.measure.Score;
import koetsu.measure.SegmentationFigures;
import koetsu.measure.SpanFigures;
import koetsu.measure.Tally;
import koetsu.measure.Verdict;
import koetsu.records.ProfileCheck;

/** One comparison of gold, today's machine and the approved machine. */
public final class Comparison {
  private final Profile profile;
  private final Measures measures;
  private final Optional<Baseline> baseline;
  private final Gate gate;
  private final Map<Place, Map<String, List<FieldValue>>> approved = new HashMap<>();

  private final Set<String> names = new HashSet<>();
  private final List<LedgerItem> ledger = new ArrayList<>();
  private final List<FieldFigures> table = new ArrayList<>();
  private final List<SegmentationFigures> segmentation = new ArrayList<>();
  private final List<Baseline.Approved> approvable = new ArrayList<>();
  private final List<Reason> failures = new ArrayList<>();
  private final Changes changes;
  private long exact;
  private long records;

  /** A gold record by name; the record is null for what stands in no gold record. */
  private record Place(String document, String record) {}

  /** The counts of one document and measure while they grow. */
  private static final class Counts {
    private Tally soft = Tally.NONE;
    private Tally strict = Tally.NONE;
    private Tally cut = Tally.NONE;
    private SpanFigures spans = SpanFigures.NONE;
    private long misplaced;
    private Abstention abstention = Abstention.NONE;
    private Tally compared = Tally.NONE;
    private Tally approved = Tally.NONE;

    FieldFigures figures(String document, String field) {
      return new FieldFigures(
          document, field, soft, strict, cut, spans, misplaced, abstention, compared, approved);
    }
  }

  public Comparison(Profile profile, Optional<Baseline> baseline, Gate gate) {
    this.profile = profile;
    this.measures = new Measures(profile);
    this.baseline = baseline;
    this.gate = gate;
    this.changes = new Changes(measures);
    baseline.ifPresent(
        b ->
            b.records()
                .forEach(a -> approved.put(new Place(a.document(), a.record()), a.values())));
  }

  /** Compares one more document. */
  public void add(MeasuredDocument document) {
    if (!names.add(document.name())) {
      throw new IllegalArgumentException(document.name() + " is compared twice");
    }
    fail(document.name(), document.predicted().problems());
    if (document.cut() != null) {
      // what failed on the machine's own records was told; only what happens here alone is new
      fail(
          document.name(),
          document.cut().problems().stream()
              .filter(
                  p ->
                      document.predicted().problems().stream()
                          .noneMatch(own -> own.source().equals(p.source())))
              .toList());
    }
    List<ParsedRecord> gold =
        document.gold().stream().filter(r -> r.state() != RecordState.REJECTED).toList();
    List<String> faults = new ArrayList<>(document.goldFaults());
    faults.addAll(ProfileCheck.faults(gold, profile));
    faults.forEach(fault -> failures.add(Reason.of(Reason.Kind.GOLD, document.name(), fault)));
    new OfDocument(document, gold).run();
  }

  private void fail(String document, List<Problem> problems) {
    for (Problem problem : problems) {
      if (problem.severity() == Problem.Severity.ERROR) {
        failures.add(Reason.of(Reason.Kind.FAILURE, document, problem.source(), problem.message()));
      }
    }
  }

  /** What the documents so far have shown. */
  public RegressionReport report() {
    List<FieldFigures> rows = new ArrayList<>(table);
    List<FieldFigures> totals = totals();
    rows.addAll(totals);
    List<SegmentationFigures> cuts = new ArrayList<>(segmentation);
    cuts.add(
        segmentation.stream()
            .reduce(SegmentationFigures.none(Score.ALL), SegmentationFigures::plus));
    Map<String, Long> support = new LinkedHashMap<>();
    for (FieldFigures row : totals) {
      support.put(row.field(), row.soft().support());
    }
    RegressionReport.RecordsExact right = new RegressionReport.RecordsExact(exact, records);
    List<Baseline.Run> runs = runs(totals, right);
    return new RegressionReport(
        ledger,
        rows,
        cuts,
        right,
        baseline.isPresent() ? changes.estimates() : Map.of(),
        gate.leastSupport(),
        new Verdict(judge(totals)),
        baseline.isPresent(),
        runs,
        new Baseline(profile.id(), "", support, runs, approvable));
  }

  /** The approved runs and this one. */
  private List<Baseline.Run> runs(List<FieldFigures> totals, RegressionReport.RecordsExact right) {
    FieldFigures all = RegressionReport.micro(totals);
    List<Baseline.Run> runs = new ArrayList<>(baseline.map(Baseline::runs).orElse(List.of()));
    runs.add(
        new Baseline.Run(
            "",
            all.soft().support(),
            all.soft().f1().orElse(Double.NaN),
            all.strict().f1().orElse(Double.NaN),
            right.share().orElse(Double.NaN)));
    return runs;
  }

  /** The run over one document. */
  private final class OfDocument {
    private final MeasuredDocument measured;
    private final SourceDocument source;
    private final LineTable lines;
    private final List<ParsedRecord> gold;
    private final List<ParsedRecord> predicted;
    private final Alignment alignment;
    private final List<Span> reviewed;
    private final Map<String, ParsedRecord> cut = new HashMap<>();
    private final Map<String, Counts> counts = new LinkedHashMap<>();
    private final DocumentItems items;
    private long exactHere;
    private long comparedHere;
    private long exactOfCompared;
    private long exactBefore;

    OfDocument(MeasuredDocument measured, List<ParsedRecord> gold) {
      this.measured = measured;
      this.source = measured.predicted().document();
      this.lines = new LineTable(source.text());
      this.gold = gold;
      this.predicted = measured.predicted().records();
      this.alignment = Alignment.of(lines, gold, predicted);
      this.reviewed = new ArrayList<>(measured.reviewed());
      measured.gold().stream()
          .filter(record -> record.state() == RecordState.REJECTED)
          .forEach(record -> reviewed.addAll(record.spans()));
      if (measured.cut() != null) {
        measured.cut().records().forEach(record -> cut.put(record.id(), record));
      }
      measures.ids().forEach(id -> counts.put(id, new Counts()));
      this.items = new DocumentItems(measures, source, ledger);
    }

    void run() {
      Map<String, String> goldNames = new HashMap<>();
      for (int p = 0; p < predicted.size(); p++) {
        if (alignment.goldOf(p) >= 0) {
          goldNames.put(predicted.get(p).id(), gold.get(alignment.goldOf(p)).id());
        }
      }
      for (int g = 0; g < gold.size(); g++) {
        int p = alignment.partner(g);
        ParsedRecord record = gold.get(g);
        Map<String, List<FieldValue>> answers =
            p < 0
                ? Map.of()
                : Answers.of(
                    profile, lines, predicted.get(p), id -> goldNames.getOrDefault(id, "-"));
        compare(record, Answers.of(profile, lines, record, id -> id), answers);
      }
      List<ParsedRecord> strangers = strangers();
      Map<String, List<FieldValue>> unasked = unasked(strangers);
      if (!unasked.isEmpty() || approved.containsKey(new Place(measured.name(), null))) {
        compare(null, Map.of(), unasked);
      }
      List<FieldFigures> rows = new ArrayList<>();
      counts.forEach((id, c) -> rows.add(c.figures(measured.name(), id)));
      table.addAll(rows);
      exact += exactHere;
      changes.add(rows, comparedHere, exactOfCompared, exactBefore);
      segmentation.add(
          SegmentationCount.of(measured.name(), lines, gold, touching(strangers), reviewed));
    }

    /** The machine's records in reviewed regions that are not in the gold. */
    private List<ParsedRecord> strangers() {
      List<ParsedRecord> strangers = new ArrayList<>();
      List<Span> regions = Places.union(reviewed);
      for (int p = 0; p < predicted.size(); p++) {
        int begin = predicted.get(p).begin();
        if (alignment.goldOf(p) < 0
            && regions.stream().anyMatch(region -> region.contains(begin))) {
          strangers.add(predicted.get(p));
        }
      }
      return strangers;
    }

    /** The machine's records that answer the gold's, and the strangers, in document order. */
    private List<ParsedRecord> touching(List<ParsedRecord> strangers) {
      Set<ParsedRecord> known = Collections.newSetFromMap(new IdentityHashMap<>());
      known.addAll(strangers);
      List<ParsedRecord> touching = new ArrayList<>();
      for (int p = 0; p < predicted.size(); p++) {
        if (alignment.goldOf(p) >= 0 || known.contains(predicted.get(p))) {
          touching.add(predicted.get(p));
        }
      }
      return touching;
    }

    private Map<String, List<FieldValue>> unasked(List<ParsedRecord> strangers) {
      Map<String, List<FieldValue>> unasked = new LinkedHashMap<>();
      for (ParsedRecord record : strangers) {
        Answers.of(profile, lines, record, id -> "-")
            .forEach(
                (id, values) -> {
                  if (!values.isEmpty()) {
                    unasked.computeIfAbsent(id, i -> new ArrayList<>()).addAll(values);
                  }
                });
      }
      return unasked;
    }

    private void compare(
        ParsedRecord record,
        Map<String, List<FieldValue>> expected,
        Map<String, List<FieldValue>> actual) {
      String id = record == null ? null : record.id();
      Map<String, List<FieldValue>> before = approved.get(new Place(measured.name(), id));
      boolean allRight = true;
      boolean allWereRight = before != null;
      Set<FieldValue> placeless = Collections.newSetFromMap(new IdentityHashMap<>());
      for (String measure : measures.ids()) {
        List<FieldValue> wanted = expected.getOrDefault(measure, List.of());
        List<FieldValue> found = actual.getOrDefault(measure, List.of());
        List<FieldValue> old = before == null ? null : before.getOrDefault(measure, List.of());
        Matching now = Matching.of(measures, measure, wanted, found);
        Matching then = old == null ? null : Matching.of(measures, measure, wanted, old);
        if (measures.isField(measure)) {
          allRight &= now.isExact();
          allWereRight &= then != null && then.isExact();
        }
        items.of(record, measure, wanted, now, then);
        for (int e = 0; e < wanted.size(); e++) {
          if (wanted.get(e).spans().isEmpty() && now.answer(e) != null) {
            placeless.add(now.answer(e));
          }
        }
        Counts count = counts.get(measure);
        Tally soft = tally(measure, wanted, found, true);
        count.soft = count.soft.plus(soft);
        count.strict = count.strict.plus(tally(measure, wanted, found, false));
        if (old != null) {
          count.compared = count.compared.plus(soft);
          count.approved = count.approved.plus(tally(measure, wanted, old, true));
        }
        if (record != null && measures.isField(measure)) {
          countAlone(count, record, measure, wanted, found, now);
        }
      }
      SpanCount.of(measures.fields(), expected, actual, placeless)
          .forEach((field, spans) -> counts.get(field).spans = counts.get(field).spans.plus(spans));
      if (record != null) {
        records++;
        exactHere += allRight ? 1 : 0;
        if (before != null) {
          comparedHere++;
          exactOfCompared += allRight ? 1 : 0;
          exactBefore += allWereRight ? 1 : 0;
        }
      }
      approvable.add(new Baseline.Approved(measured.name(), id, actual));
    }

    /** What is told of a field apart from its end-to-end counts. */
    private void countAlone(
        Counts count,
        ParsedRecord record,
        String field,
        List<FieldValue> wanted,
        List<FieldValue> found,
        Matching now) {
      if (measured.cut() != null) {
        ParsedRecord read = cut.get(record.id());
        List<FieldValue> there = read == null ? List.of() : read.live(field);
        count.cut = count.cut.plus(tally(field, wanted, there, true));
      }
      for (int e = 0; e < wanted.size(); e++) {
        count.misplaced += now.isRight(e) && now.isMisplaced(wanted, e) ? 1 : 0;
      }
      if (found.isEmpty()) {
        boolean right = wanted.isEmpty();
        count.abstention = count.abstention.plus(new Abstention(right ? 1 : 0, right ? 0 : 1));
      }
    }

    private Tally tally(String id, List<FieldValue> wanted, List<FieldValue> found, boolean soft) {
      return bag(id, wanted, soft).tally(bag(id, found, soft));
    }

    private Bag bag(String id, List<FieldValue> values, boolean soft) {
      Bag bag = new Bag();
      for (FieldValue value : values) {
        bag.add(soft ? measures.soft(id, value.value()) : measures.strict(id, value.value()));
      }
      return bag;
    }
  }

  private List<FieldFigures> totals() {
    Map<String, FieldFigures> sums = new LinkedHashMap<>();
    for (String id : measures.ids()) {
      sums.put(id, FieldFigures.none(Score.ALL, id));
    }
    for (FieldFigures row : table) {
      sums.computeIfPresent(row.field(), (id, sum) -> sum.plus(row));
    }
    return List.copyOf(sums.values());
  }

  private List<Reason> judge(List<FieldFigures> totals) {
    List<Reason> reasons = new ArrayList<>(failures);
    for (LedgerItem item : ledger) {
      boolean broken = item.outcome() == Outcome.BROKEN && item.locked();
      if (broken || gate.strict() && isWrong(item)) {
        reasons.add(
            Reason.of(
                broken ? Reason.Kind.BROKEN : Reason.Kind.NOT_RIGHT,
                item.document(),
                item.line(),
                item.field()));
      }
    }
    Map<String, Long> supportBefore = baseline.map(Baseline::support).orElse(Map.of());
    for (FieldFigures row : totals) {
      judge(row, supportBefore.getOrDefault(row.field(), 0L), reasons);
    }
    return reasons;
  }

  private static boolean isWrong(LedgerItem item) {
    return item.outcome() != Outcome.FIXED && item.outcome() != Outcome.RIGHT;
  }

  private void judge(FieldFigures row, long supportBefore, List<Reason> reasons) {
    if (row.soft().support() < supportBefore) {
      reasons.add(Reason.of(Reason.Kind.SUPPORT, row.field(), supportBefore, row.soft().support()));
    }
    if (row.delta().isPresent()
        && row.compared().support() >= gate.leastSupport()
        && row.delta().getAsDouble() < -gate.tolerance()) {
      reasons.add(
          Reason.of(
              Reason.Kind.F1,
              row.field(),
              fourDecimals(row.approved().f1().orElse(0)),
              fourDecimals(row.compared().f1().orElse(0)),
              row.compared().support(),
              fourDecimals(gate.tolerance())));
    }
  }

  private static String fourDecimals(double figure) {
    return String.format(Locale.ROOT, "%.4f", figure);
  }
}
