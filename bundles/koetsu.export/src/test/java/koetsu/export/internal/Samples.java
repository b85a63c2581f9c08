package koetsu.export.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.profile.Choice;
import koetsu.api.profile.Comparison;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.profile.RecordKind;
import koetsu.api.profile.SectionType;
import koetsu.api.profile.Slot;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Section;
import koetsu.api.record.Status;
import koetsu.api.record.Value;

/** Documents and records of every shape that the model allows, made up from a seed. */
final class Samples {
  static final Profile PROFILE =
      new Profile(
          "woods",
          "1.0.0",
          List.of(new RecordKind("program", Map.of()), new RecordKind("breakdown", Map.of())),
          List.of(
              field("name"),
              field("budget-line"),
              new FieldDefinition(
                  "budget",
                  Map.of(),
                  true,
                  List.of(
                      slot("label", Slot.Type.TEXT),
                      slot("fiscalYear", Slot.Type.FISCAL_YEAR),
                      new Slot(
                          "stage",
                          Map.of(),
                          Slot.Type.CHOICE,
                          List.of(new Choice("draft", Map.of()), new Choice("other", Map.of())),
                          Comparison.EXACT),
                      slot("amountYen", Slot.Type.YEN),
                      slot("isNew", Slot.Type.FLAG)),
                  Comparison.NONE,
                  "#0072B2",
                  null)),
          List.of(
              new SectionType("purpose", Map.of(), List.of(), "#0072B2"),
              new SectionType("outline", Map.of(), List.of(), "#0072B2")),
          Map.of());

  /** Astral, combining, every line end, and whatever formats are made of. */
  private static final String[] PIECES = {
    "𠮷野の森づくり",
    "が\u3099",
    "e\u0301",
    "👩‍🌾",
    "林道\r\n",
    "\n",
    "\r\n\r\n",
    "\r",
    "\u2028",
    "\u0085",
    "\t",
    " ",
    "=1+1",
    "\"引用\"",
    "a,b",
    ";",
    "<b>&amp;</b>",
    "T1\t",
    "B-",
    "予算 １２",
    "\\n",
    "'",
    "\u000B",
    "x",
  };

  private final Random random;
  private final boolean places;
  private final String name;

  private Samples(long seed, boolean places, String name) {
    this.random = new Random(seed);
    this.places = places;
    this.name = name;
  }

  private static FieldDefinition field(String id) {
    return new FieldDefinition(id, Map.of(), true, List.of(), Comparison.TEXT, "#0072B2", null);
  }

  private static Slot slot(String id, Slot.Type type) {
    return new Slot(id, Map.of(), type, List.of(), Comparison.EXACT);
  }

  /** A document whose records have every shape, also values without a place and empty spans. */
  static AnnotatedDocument any(long seed, String name) {
    return new Samples(seed, false, name).document();
  }

  /** A document where everything has a place with characters on it. */
  static AnnotatedDocument placed(long seed, String name) {
    return new Samples(seed, true, name).document();
  }

  static SourceDocument source(String name, String text) {
    return new SourceDocument(name, "digest of " + name, "UTF-8", text, List.of());
  }

  private AnnotatedDocument document() {
    StringBuilder text = new StringBuilder("森");
    for (int i = 10 + random.nextInt(60); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    SourceDocument source = source(name, text.append("終").toString());
    List<ParsedRecord> records = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      records.add(record("r" + (i + 1), i == 0 ? null : "r1", source));
    }
    return new AnnotatedDocument(
        source, records, random.nextBoolean() ? Map.of() : Map.of("pages", List.of(1L, 2L)));
  }

  private ParsedRecord record(String id, String parent, SourceDocument source) {
    Map<String, List<FieldValue>> fields = new LinkedHashMap<>();
    for (FieldDefinition field : PROFILE.fields()) {
      if (random.nextBoolean()) {
        List<FieldValue> values = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
          values.add(value(field, source));
        }
        fields.put(field.id(), values);
      }
    }
    List<Section> sections = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      sections.add(
          new Section(
              random.nextBoolean() ? "purpose" : "outline",
              spans(source, true),
              random.nextBoolean() ? List.of() : spans(source, true),
              extra()));
    }
    return new ParsedRecord(
        id,
        random.nextBoolean() ? null : parent,
        random.nextBoolean() ? "program" : "breakdown",
        spans(source, true),
        fields,
        sections,
        RecordState.values()[random.nextInt(RecordState.values().length)],
        extra());
  }

  private Map<String, Object> extra() {
    return random.nextInt(4) > 0 ? Map.of() : Map.of("chapter", "第１章\n\"森\"", "tags", List.of("a"));
  }

  private FieldValue value(FieldDefinition field, SourceDocument source) {
    List<Span> spans = spans(source, places);
    boolean machine = random.nextBoolean();
    return new FieldValue(
        field.slots().isEmpty() ? Value.of(PIECES[random.nextInt(PIECES.length)]) : slots(),
        spans.isEmpty() ? null : source.slice(Item.cover(spans)),
        spans,
        machine ? random.nextInt(1000) / 1000.0 : null,
        machine ? "koetsu.sample/1.0.0#rule" : null,
        Status.values()[random.nextInt(Status.values().length)],
        null,
        extra());
  }

  private Value slots() {
    Map<String, Object> slots = new LinkedHashMap<>();
    slots.put("label", random.nextBoolean() ? null : "令和８年度,\r\n予算");
    slots.put("fiscalYear", random.nextBoolean() ? null : 2026L);
    slots.put("stage", random.nextBoolean() ? null : "draft");
    slots.put("amountYen", random.nextBoolean() ? null : random.nextLong());
    slots.put("isNew", random.nextBoolean());
    return Value.of(slots);
  }

  /** Up to three spans, ascending; nested in or overlapping with those of others as it comes. */
  private List<Span> spans(SourceDocument source, boolean some) {
    List<Span> spans = new ArrayList<>();
    if (places || some) {
      spans.add(whole(source));
      return random.nextBoolean() ? cut(spans.get(0)) : spans;
    }
    int at = 0;
    for (int i = random.nextInt(3); i > 0 && at < source.length(); i--) {
      int begin = at + random.nextInt(source.length() - at);
      int end = begin + random.nextInt(source.length() - begin + 1);
      spans.add(new Span(begin, end));
      at = end;
    }
    return spans;
  }

  /** A span with a letter in it: either the first or the last character of the text is one. */
  private Span whole(SourceDocument source) {
    int length = 1 + random.nextInt(source.length());
    return random.nextBoolean()
        ? new Span(0, length)
        : new Span(source.length() - length, source.length());
  }

  private static List<Span> cut(Span span) {
    if (span.length() < 3) {
      return List.of(span);
    }
    int middle = span.begin() + span.length() / 2;
    return List.of(new Span(span.begin(), middle), new Span(middle + 1, span.end()));
  }
}
