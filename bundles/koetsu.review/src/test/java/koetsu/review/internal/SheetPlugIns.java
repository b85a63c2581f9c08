package koetsu.review.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import koetsu.api.document.Line;
import koetsu.api.document.LineKind;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.ContentsEntry;
import koetsu.api.plugin.DocumentContext;
import koetsu.api.plugin.DocumentLoader;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.plugin.LoadRequest;
import koetsu.api.plugin.ProfileContribution;
import koetsu.api.plugin.Quote;
import koetsu.api.plugin.RecordDraft;
import koetsu.api.plugin.Segmentation;
import koetsu.api.plugin.Segmenter;
import koetsu.api.plugin.ValidationContext;
import koetsu.api.plugin.Validator;
import koetsu.api.record.Evidence;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Gap;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.record.Section;
import koetsu.api.record.Value;
import koetsu.api.record.Why;
import koetsu.api.text.Token;
import koetsu.api.text.TokenKind;
import koetsu.pipeline.Pipeline;
import koetsu.text.JapaneseText;

/**
 * The smallest set of plug-ins with which a window can be tested: a record per heading, three
 * fields.
 */
final class SheetPlugIns {
  private static final String PROFILE =
      """
      {"schema": "koetsu.profile/1", "id": "sheets", "version": "1.0.0",
       "kinds": [{"id": "program", "labels": {"en": "Programme", "ja": "事業"}},
        {"id": "part", "labels": {"en": "Part", "ja": "内訳"}}],
       "fields": [
        {"id": "name", "labels": {"en": "Name", "ja": "事業名"}, "many": false, "comparison": "text",
         "colour": "#0072B2", "key": "1"},
        {"id": "budget", "labels": {"en": "Budget", "ja": "予算額"}, "many": true, "comparison": "none",
         "colour": "#009E73", "key": "2", "slots": [
          {"id": "label", "labels": {"en": "Label"}, "type": "text", "comparison": "none"},
          {"id": "fiscalYear", "labels": {"en": "Fiscal year"}, "type": "fiscal-year", "comparison": "exact"},
          {"id": "stage", "labels": {"en": "Stage"}, "type": "choice",
           "choices": [{"id": "draft"}, {"id": "initial"}, {"id": "other"}],
           "comparison": "exact"},
          {"id": "amountYen", "labels": {"en": "Amount"}, "type": "yen", "comparison": "exact"},
          {"id": "isNew", "labels": {"en": "New"}, "type": "flag", "comparison": "exact"}]},
        {"id": "office", "labels": {"en": "Office", "ja": "担当"}, "many": true, "comparison": "text",
         "colour": "#E69F00", "key": "3"}],
       "sections": [{"id": "purpose", "labels": {"en": "Purpose", "ja": "目的"}, "headings": ["事業目的"],
         "colour": "#666666"},
        {"id": "outline", "labels": {"en": "Outline", "ja": "概要"}, "headings": ["事業概要"],
         "colour": "#888888"}]}
      """;

  private SheetPlugIns() {}

  static Pipeline pipeline() {
    return pipeline(List.of(new Names(), new Amounts(), new Offices()));
  }

  /** As if the bundle that finds offices were not installed. */
  static Pipeline withoutOffices() {
    return pipeline(List.of(new Names(), new Amounts()));
  }

  private static Pipeline pipeline(List<FieldExtractor> extractors) {
    return Pipeline.of(
        List.of(new Lines()),
        List.of(new Headings()),
        extractors,
        List.of(new Twins()),
        List.of(new Fields()),
        new JapaneseText());
  }

  private static final class Fields implements ProfileContribution {
    @Override
    public String id() {
      return "sheets";
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(PROFILE.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static final class Lines implements DocumentLoader {
    @Override
    public String id() {
      return "lines";
    }

    @Override
    public double accepts(LoadRequest request) {
      return 1;
    }

    @Override
    public SourceDocument load(LoadRequest request) {
      String text = new String(request.bytes(), StandardCharsets.UTF_8);
      List<Line> lines = new ArrayList<>();
      int at = 0;
      for (String line : text.split("\n", -1)) {
        int length = line.codePointCount(0, line.length());
        Span span = new Span(at, at + length);
        LineKind kind =
            line.isBlank()
                ? LineKind.BLANK
                : line.startsWith("#") ? LineKind.HEADING : LineKind.TEXT;
        lines.add(
            new Line(
                lines.size(),
                span,
                span,
                kind,
                kind == LineKind.HEADING ? 1 : 0,
                List.of(),
                false));
        at += length + 1;
      }
      return new SourceDocument(request.name(), sha256(request.bytes()), "UTF-8", text, lines);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  private static final class Headings implements Segmenter {
    @Override
    public String id() {
      return "headings";
    }

    @Override
    public double fits(DocumentContext context) {
      return 1;
    }

    @Override
    public Segmentation segment(DocumentContext context) {
      SourceDocument document = context.document();
      List<Line> heads =
          document.lines().stream().filter(l -> document.slice(l.span()).startsWith("# ")).toList();
      List<ContentsEntry> contents = contents(document);
      List<RecordDraft> drafts = new ArrayList<>();
      for (int i = 0; i < heads.size(); i++) {
        int begin = heads.get(i).span().begin();
        int end = i + 1 < heads.size() ? heads.get(i + 1).span().begin() : document.length();
        List<Section> sections = new ArrayList<>();
        for (Line line : document.lines()) {
          if (line.span().begin() >= begin
              && line.span().begin() < end
              && document.slice(line.span()).startsWith("## ")) {
            sections.add(
                new Section(
                    "purpose",
                    List.of(line.span()),
                    List.of(document.lines().get(line.number() + 1).span())));
          }
        }
        String title = document.slice(heads.get(i).content()).substring(2);
        ContentsEntry entry =
            contents.stream().filter(e -> e.title().text().equals(title)).findFirst().orElse(null);
        drafts.add(
            new RecordDraft(
                null, "program", List.of(new Span(begin, end)), sections, List.of(), entry));
      }
      int first = heads.isEmpty() ? document.length() : heads.get(0).span().begin();
      List<Gap> gaps =
          contents.isEmpty() ? List.of() : List.of(new Gap("contents", new Span(0, first)));
      return new Segmentation(drafts, gaps, contents, List.of());
    }

    /** What is listed with points before the first heading. */
    private static List<ContentsEntry> contents(SourceDocument document) {
      List<ContentsEntry> contents = new ArrayList<>();
      for (Line line : document.lines()) {
        String text = document.slice(line.content());
        if (text.startsWith("# ")) {
          break;
        }
        if (text.startsWith("・")) {
          Span place = new Span(line.content().begin() + 1, line.content().end());
          contents.add(
              new ContentsEntry(
                  null, new Quote(text.substring(1), List.of(place)), List.of(), null));
        }
      }
      return contents;
    }
  }

  private static final class Names implements FieldExtractor {
    @Override
    public String id() {
      return "names";
    }

    @Override
    public Set<String> fields() {
      return Set.of("name");
    }

    @Override
    public List<Extraction> extract(ExtractionContext context) {
      Span record = context.record().spans().get(0);
      Span line = context.in().document().lineAt(record.begin()).span();
      Span name = new Span(line.begin() + 2, line.end());
      String text = context.slice(name);
      return List.of(
          new Extraction(
              "name",
              FieldValue.machine(
                  Value.of(text),
                  text,
                  List.of(name),
                  0.98,
                  new Why("names.heading", List.of(), List.of(text, text)))));
    }
  }

  private static final class Amounts implements FieldExtractor {
    @Override
    public String id() {
      return "amounts";
    }

    @Override
    public Set<String> fields() {
      return Set.of("budget");
    }

    @Override
    public List<Extraction> extract(ExtractionContext context) {
      List<Extraction> found = new ArrayList<>();
      for (Token money :
          context.in().tokens().in(context.record().spans().get(0), TokenKind.MONEY)) {
        Span line = context.in().document().lineAt(money.span().begin()).span();
        String text = context.slice(line);
        Map<String, Object> slots = new LinkedHashMap<>();
        slots.put("label", text.substring(0, text.indexOf("額") + 1));
        slots.put("fiscalYear", 2026L);
        slots.put("stage", "draft");
        slots.put("amountYen", money.number());
        slots.put("isNew", false);
        found.add(
            new Extraction(
                "budget",
                FieldValue.machine(
                    Value.of(slots),
                    text,
                    List.of(line),
                    0.6,
                    new Why(
                        "amounts.line",
                        List.of(new Evidence("amount", money.span())),
                        List.of(text, money.number() + " yen")))));
      }
      return found;
    }
  }

  /** Complains of a name that another document of the project has, too. */
  private static final class Twins implements Validator {
    @Override
    public String id() {
      return "twins";
    }

    @Override
    public List<Problem> validate(ValidationContext context) {
      List<Problem> found = new ArrayList<>();
      for (ParsedRecord record : context.parsed().records()) {
        for (ParsedDocument other : context.others()) {
          if (other.records().stream()
              .anyMatch(r -> r.first("name").equals(record.first("name")))) {
            found.add(
                new Problem(
                    Problem.Severity.WARNING,
                    "twins.name",
                    record.first("name") + " is in " + other.document().name() + ", too",
                    record.id(),
                    record.spans().get(0)));
          }
        }
      }
      return found;
    }
  }

  private static final class Offices implements FieldExtractor {
    @Override
    public String id() {
      return "offices";
    }

    @Override
    public Set<String> fields() {
      return Set.of("office");
    }

    @Override
    public List<Extraction> extract(ExtractionContext context) {
      List<Extraction> found = new ArrayList<>();
      for (Line line : context.in().document().lines()) {
        String text = context.slice(line.span());
        if (!context.record().spans().get(0).contains(line.span())) {
          continue;
        }
        if (!text.startsWith("担当:")) {
          context.in().trace().failed("offices.label", line.span(), "no label in front");
        } else {
          Span office = new Span(line.span().begin() + 3, line.span().end());
          found.add(
              new Extraction(
                  "office",
                  FieldValue.machine(
                      Value.of(context.slice(office)),
                      context.slice(office),
                      List.of(office),
                      0.95,
                      new Why("offices.label", List.of(), List.of(text)))));
        }
      }
      return found;
    }
  }
}
