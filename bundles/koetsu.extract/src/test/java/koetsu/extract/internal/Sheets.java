package koetsu.extract.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.ContentsEntry;
import koetsu.api.plugin.DocumentContext;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.plugin.Quote;
import koetsu.api.plugin.RecordDraft;
import koetsu.api.plugin.Region;
import koetsu.api.plugin.Trace;
import koetsu.api.profile.Profile;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Section;
import koetsu.api.record.Value;
import koetsu.api.text.TextServices;
import koetsu.load.Documents;
import koetsu.records.ProfileJson;
import koetsu.text.JapaneseText;

/**
 * Checks an extractor on a sheet that a test writes down with the part of each line before it and
 * the expected values behind a line of hyphens:
 *
 * <pre>
 * title   | (1) 架空の事業
 * number  | (1)
 * budget  | 令和8年度予算（案） 1.1億円（1.2億円）
 * outcome:| 成果目標
 * outcome | 短期的には5件を目指す。
 *         | a line of no part
 * ---
 * short 5件
 * </pre>
 *
 * <p>A {@code number} line does not stand in the sheet: it marks its text in the title above it. A
 * part with a colon is the heading of a section; a {@code kind} line is the record's kind; the
 * {@code contents} and {@code tag} lines stand before the record and are the number and the
 * ministries of its entry in the table of contents.
 */
final class Sheets {
  private static final TextServices TEXT = new JapaneseText();
  private static final Profile PROFILE = profile();

  /** Why a rule let a place go, as the trace says it. */
  record Refusal(String rule, String place, String condition) {}

  private final SourceDocument document;
  private final RecordDraft record;
  private final List<String> expected;
  private final List<Refusal> refusals = new ArrayList<>();

  private Sheets(SourceDocument document, RecordDraft record, List<String> expected) {
    this.document = document;
    this.record = record;
    this.expected = expected;
  }

  /** Runs the extractor and compares its values, each in one line, with the expected ones. */
  static void check(FieldExtractor extractor, String sheet) {
    Sheets read = read(sheet);
    List<Extraction> found = read.extract(extractor);
    assertEquals(
        String.join("\n", read.expected),
        found.stream().map(e -> line(e.value().value())).collect(Collectors.joining("\n")));
  }

  /** Runs the extractor on a sheet that prints no value; returns why the rules let go. */
  static List<Refusal> refuse(FieldExtractor extractor, String sheet) {
    Sheets read = read(sheet);
    List<Extraction> found = read.extract(extractor);
    assertEquals(List.of(), found.stream().map(e -> line(e.value().value())).toList());
    return read.refusals;
  }

  /** The values of a sheet as the extractor gives them. */
  static List<FieldValue> values(FieldExtractor extractor, String sheet) {
    return read(sheet).extract(extractor).stream().map(Extraction::value).toList();
  }

  private List<Extraction> extract(FieldExtractor extractor) {
    Trace trace =
        new Trace() {
          @Override
          public boolean enabled() {
            return true;
          }

          @Override
          public void failed(String rule, Span place, String condition) {
            refusals.add(new Refusal(rule, document.slice(place), condition));
          }
        };
    DocumentContext in = new DocumentContext(document, TEXT.scan(document), TEXT, PROFILE, trace);
    List<Extraction> found = extractor.extract(new ExtractionContext(in, record));
    found.forEach(e -> assertWellFormed(extractor, e));
    return found;
  }

  /** What every value of every extractor keeps to. */
  private void assertWellFormed(FieldExtractor extractor, Extraction extraction) {
    FieldValue value = extraction.value();
    assertTrue(extractor.fields().contains(extraction.field()), "a field it did not announce");
    assertFalse(value.spans().isEmpty(), "a machine value has spans");
    assertEquals(value.spans().stream().sorted().toList(), value.spans(), "spans ascend");
    Span cover = value.spans().get(0).cover(value.spans().get(value.spans().size() - 1));
    assertEquals(document.slice(cover), value.text(), "the text is the print");
    assertTrue(value.confidence() > 0 && value.confidence() <= 1, "a confidence in (0, 1]");
    assertEquals(value.text(), value.why().steps().get(0), "the chain begins with the print");
    assertFalse(value.why().rule().isBlank(), "the rule has a name");
    value.why().evidence().forEach(e -> document.slice(e.span()));
  }

  private static Sheets read(String sheet) {
    StringBuilder source = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    List<Region> regions = new ArrayList<>();
    List<Section> sections = new ArrayList<>();
    List<Quote> tags = new ArrayList<>();
    Quote number = null;
    List<String> expected = new ArrayList<>();
    String open = "";
    String kind = "program";
    boolean values = false;
    int begin = -1;
    int title = 0;
    for (String line : sheet.stripTrailing().lines().toList()) {
      if (line.startsWith("---")) {
        values = true;
        continue;
      }
      if (values) {
        expected.add(line.strip());
        continue;
      }
      int bar = line.indexOf('|');
      String part = line.substring(0, bar).strip();
      String text = line.substring(Math.min(bar + 2, line.length()));
      int at = source.codePointCount(0, source.length());
      Span span = new Span(at, at + text.codePointCount(0, text.length()));
      if (part.equals("number")) {
        int found = source.indexOf(text, title);
        Span place = new Span(found, found + text.length());
        regions.add(new Region(Region.Role.NUMBER, place));
        continue;
      }
      if (part.equals("kind")) {
        kind = text;
        continue;
      }
      source.append(text).append('\n');
      if (part.equals("contents")) {
        number = new Quote(text, List.of(span));
        continue;
      }
      if (part.equals("tag")) {
        tags.add(new Quote(text, List.of(span)));
        continue;
      }
      begin = begin < 0 ? at : begin;
      if (part.isEmpty()) {
        open = "";
      } else if (isRole(part)) {
        if (part.equals("title")) {
          title = at;
        }
        regions.add(new Region(Region.Role.valueOf(part.toUpperCase()), span));
        open = "";
      } else if (part.endsWith(":")) {
        open = part.substring(0, part.length() - 1);
        sections.add(new Section(open, List.of(span), List.of()));
      } else if (part.equals(open)) {
        Section last = sections.remove(sections.size() - 1);
        List<Span> body = new ArrayList<>(last.body());
        body.add(span);
        sections.add(new Section(part, last.heading(), body));
      } else {
        open = part;
        sections.add(new Section(part, List.of(), List.of(span)));
      }
    }
    spans.add(new Span(begin, source.codePointCount(0, source.length())));
    ContentsEntry entry =
        number == null && tags.isEmpty()
            ? null
            : new ContentsEntry(number, new Quote("", List.of()), tags, null);
    SourceDocument document = Documents.of("sheet.txt", source.toString());
    return new Sheets(
        document, new RecordDraft(null, kind, spans, sections, regions, entry), expected);
  }

  private static boolean isRole(String part) {
    for (Region.Role role : Region.Role.values()) {
      if (role.name().equalsIgnoreCase(part)) {
        return true;
      }
    }
    return false;
  }

  /** A value in one line: text as it is, slots that hold something separated by spaces. */
  private static String line(Value value) {
    if (value instanceof Value.Text text) {
      return text.text();
    }
    Value.Slots slots = (Value.Slots) value;
    return slots.slots().entrySet().stream()
        .filter(slot -> slot.getValue() != null && !Boolean.FALSE.equals(slot.getValue()))
        .map(slot -> slot.getKey() + "=" + slot.getValue())
        .collect(Collectors.joining(" "));
  }

  private static Profile profile() {
    try (InputStream in = new BudgetProgrammeFields().open()) {
      return ProfileJson.read(in.readAllBytes(), BudgetProgrammeFields.RESOURCE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
