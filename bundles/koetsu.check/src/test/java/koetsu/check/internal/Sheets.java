package koetsu.check.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import koetsu.api.document.Line;
import koetsu.api.document.LineKind;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.DocumentContext;
import koetsu.api.plugin.Trace;
import koetsu.api.plugin.ValidationContext;
import koetsu.api.plugin.Validator;
import koetsu.api.profile.Comparison;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.profile.SectionType;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.record.RecordState;
import koetsu.api.record.Section;
import koetsu.api.record.Value;
import koetsu.api.record.Why;
import koetsu.text.JapaneseText;

/** Documents and their records, put together by hand. */
final class Sheets {
  private static final JapaneseText TEXT = new JapaneseText();

  static final Profile PROFILE =
      new Profile(
          "test",
          "1",
          List.of(),
          List.of(
              new FieldDefinition(
                  "name", Map.of(), false, List.of(), Comparison.TEXT, "#000000", null)),
          List.of(
              new SectionType("purpose", Map.of(), List.of(), "#000000"),
              new SectionType("outcome", Map.of(), List.of(), "#000000")),
          Map.of("rate.label", List.of("補助率", "国費率"), "rate.support", List.of("補助", "助成")));

  private final SourceDocument document;
  private final List<ParsedRecord> records = new ArrayList<>();

  /** A document of the lines of a text; those that begin with {@code #} are headings. */
  Sheets(String name, String text) {
    List<Line> lines = new ArrayList<>();
    int at = 0;
    for (String line : text.split("\n")) {
      Span span = new Span(at, at + line.length());
      LineKind kind = line.isBlank() ? LineKind.BLANK : LineKind.TEXT;
      boolean heading = line.startsWith("# ");
      Span content = heading ? new Span(at + 2, span.end()) : span;
      lines.add(
          new Line(
              lines.size(),
              span,
              content,
              heading ? LineKind.HEADING : kind,
              heading ? 1 : 0,
              List.of(),
              false));
      at += line.length() + 1;
    }
    document = new SourceDocument(name, "00", "UTF-8", text, lines);
  }

  /** A record from the first to the last of some words, with values and sections. */
  Sheets record(
      String id,
      String parent,
      Span span,
      Map<String, List<FieldValue>> fields,
      List<Section> sections) {
    records.add(
        new ParsedRecord(
            id,
            parent,
            "program",
            List.of(span),
            fields,
            sections,
            RecordState.UNTOUCHED,
            Map.of()));
    return this;
  }

  /** A record of some words and nothing more. */
  Sheets record(String id, String words, Map<String, List<FieldValue>> fields) {
    return record(id, null, of(words), fields, List.of());
  }

  Span of(String words) {
    int at = document.text().indexOf(words);
    if (at < 0) {
      throw new IllegalArgumentException(words);
    }
    return new Span(at, at + words.length());
  }

  FieldValue value(String printed, Value value) {
    return FieldValue.machine(
        value, printed, List.of(of(printed)), 0.9, new Why("hand", List.of(), List.of(printed)));
  }

  FieldValue text(String printed) {
    return value(printed, Value.of(printed));
  }

  FieldValue budget(String printed, long year, Long yen, Long previous) {
    Map<String, Object> slots = new LinkedHashMap<>();
    slots.put("fiscalYear", year);
    slots.put("stage", "draft");
    slots.put("amountYen", yen);
    slots.put("previousYen", previous);
    return value(printed, Value.of(slots));
  }

  ParsedDocument parsed() {
    return new ParsedDocument(document, records, List.of(), List.of());
  }

  List<Problem> validate(Validator validator, ParsedDocument... others) {
    return validator.validate(
        new ValidationContext(
            new DocumentContext(document, TEXT.scan(document), TEXT, PROFILE, Trace.OFF),
            parsed(),
            List.of(others)));
  }

  /** The printed text at the places of what a validator finds. */
  List<String> found(Validator validator, ParsedDocument... others) {
    return validate(validator, others).stream().map(p -> document.slice(p.span())).toList();
  }
}
