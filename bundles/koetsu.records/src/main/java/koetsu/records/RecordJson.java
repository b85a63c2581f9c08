package koetsu.records;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Section;
import koetsu.api.record.Status;
import koetsu.api.record.Value;

/**
 * Records, sections and values as JSON trees in the contract's key order; what has nothing to say
 * is left out, what this version does not know is kept. A value's {@code why} is not written.
 *
 * <p>Unknown keys of a span have no place in the API's {@link Span}; they stay in their owner's
 * {@code extra} under the list's own key and go back to the span with the same offsets.
 */
public final class RecordJson {
  /** Decimals that a confidence keeps in a file. */
  static final int CONFIDENCE_DECIMALS = 3;

  private static final Set<String> RECORD_KEYS =
      Set.of("schema", "document", "id", "parent", "kind", "state", "spans", "fields", "sections");
  private static final Set<String> VALUE_KEYS =
      Set.of("value", "text", "spans", "confidence", "extractor", "status");
  private static final Set<String> SECTION_KEYS = Set.of("type", "heading", "body");
  private static final Set<String> SPAN_KEYS = Set.of("begin", "end");

  private RecordJson() {}

  /** The keys of a record from {@code id} on, without schema and document. */
  public static Map<String, Object> toJson(ParsedRecord record) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", record.id());
    if (record.parent() != null) {
      json.put("parent", record.parent());
    }
    json.put("kind", record.kind());
    if (record.state() != RecordState.UNTOUCHED) {
      json.put("state", Node.name(record.state()));
    }
    json.put("spans", spans(record.spans(), record.extra().get("spans")));
    Map<String, Object> fields = new LinkedHashMap<>();
    record.fields().forEach((field, values) -> fields.put(field, list(values, RecordJson::toJson)));
    json.put("fields", fields);
    json.put("sections", list(record.sections(), RecordJson::toJson));
    putUnknown(json, record.extra());
    return json;
  }

  public static Map<String, Object> toJson(FieldValue value) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("value", toJson(value.value()));
    if (value.text() != null) {
      json.put("text", value.text());
    }
    putSpans(json, "spans", value.spans(), value.extra());
    if (value.confidence() != null) {
      json.put("confidence", rounded(value.confidence()));
    }
    if (value.extractor() != null) {
      json.put("extractor", value.extractor());
    }
    if (value.status() != Status.MACHINE) {
      json.put("status", Node.name(value.status()));
    }
    putUnknown(json, value.extra());
    return json;
  }

  /** A string for a text, an object for slots. */
  public static Object toJson(Value value) {
    return value instanceof Value.Text text ? text.text() : ((Value.Slots) value).slots();
  }

  public static Map<String, Object> toJson(Section section) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", section.type());
    putSpans(json, "heading", section.heading(), section.extra());
    putSpans(json, "body", section.body(), section.extra());
    putUnknown(json, section.extra());
    return json;
  }

  public static List<Object> toJson(List<Span> spans) {
    return spans(spans, null);
  }

  /** Reads a record; keys of the line that belong to the file (schema, document) are ignored. */
  public static ParsedRecord record(Node json) throws FormatException {
    Map<String, Object> extra = json.except(RECORD_KEYS);
    List<Span> spans = spans(json, "spans", extra);
    Map<String, List<FieldValue>> fields = new LinkedHashMap<>();
    Node byField = json.get("fields");
    if (!byField.isNull()) {
      for (String field : byField.keys()) {
        List<FieldValue> values = new ArrayList<>();
        for (Node value : byField.get(field).elements()) {
          values.add(fieldValue(value));
        }
        fields.put(field, values);
      }
    }
    List<Section> sections = new ArrayList<>();
    for (Node section : json.get("sections").elements()) {
      sections.add(section(section));
    }
    return new ParsedRecord(
        json.get("id").string(),
        json.get("parent").string(null),
        json.get("kind").string(),
        spans,
        fields,
        sections,
        json.get("state").oneOf(RecordState.class, RecordState.UNTOUCHED),
        extra);
  }

  public static FieldValue fieldValue(Node json) throws FormatException {
    Map<String, Object> extra = json.except(VALUE_KEYS);
    Double confidence = null;
    if (!json.get("confidence").isNull()) {
      confidence = json.get("confidence").decimal();
      if (!(confidence >= 0 && confidence <= 1)) {
        throw json.get("confidence").wrong("is " + confidence + ", not between 0 and 1");
      }
    }
    return new FieldValue(
        value(json.get("value")),
        json.get("text").string(null),
        spans(json, "spans", extra),
        confidence,
        json.get("extractor").string(null),
        json.get("status").oneOf(Status.class, Status.MACHINE),
        null,
        extra);
  }

  /** Reads a string or an object of strings, whole numbers, truths and nulls. */
  public static Value value(Node json) throws FormatException {
    if (!(json.value() instanceof Map)) {
      return new Value.Text(json.string());
    }
    Map<String, Object> slots = json.object();
    for (String slot : slots.keySet()) {
      Object content = slots.get(slot);
      if (content != null
          && !(content instanceof String)
          && !(content instanceof Long)
          && !(content instanceof Boolean)) {
        throw json.get(slot).wrong("is not a string, a whole number, true, false or null");
      }
    }
    return new Value.Slots(slots);
  }

  public static Section section(Node json) throws FormatException {
    Map<String, Object> extra = json.except(SECTION_KEYS);
    List<Span> heading = spans(json, "heading", extra);
    List<Span> body = spans(json, "body", extra);
    return new Section(json.get("type").string(), heading, body, extra);
  }

  /** Reads a list of spans, which must be ascending and must not overlap. */
  public static List<Span> spans(Node json) throws FormatException {
    List<Span> spans = new ArrayList<>();
    int last = 0;
    for (Node element : json.elements()) {
      int begin = element.get("begin").integer();
      int end = element.get("end").integer();
      if (begin < 0 || end < begin) {
        throw element.wrong("runs from " + begin + " to " + end);
      }
      if (begin < last) {
        throw element.wrong("begins at " + begin + ", before the end of the span before it");
      }
      spans.add(new Span(begin, end));
      last = end;
    }
    return spans;
  }

  private static List<Span> spans(Node owner, String key, Map<String, Object> extra)
      throws FormatException {
    List<Object> extended = new ArrayList<>();
    for (Node span : owner.get(key).elements()) {
      if (!span.except(SPAN_KEYS).isEmpty()) {
        extended.add(span.value());
      }
    }
    if (!extended.isEmpty()) {
      extra.put(key, extended);
    }
    return spans(owner.get(key));
  }

  private static void putSpans(
      Map<String, Object> json, String key, List<Span> spans, Map<String, Object> extra) {
    if (!spans.isEmpty()) {
      json.put(key, spans(spans, extra.get(key)));
    }
  }

  private static List<Object> spans(List<Span> spans, Object extended) {
    return list(
        spans,
        span -> {
          Map<String, Object> json = new LinkedHashMap<>();
          json.put("begin", (long) span.begin());
          json.put("end", (long) span.end());
          if (extended instanceof List<?> candidates) {
            for (Object candidate : candidates) {
              if (candidate instanceof Map<?, ?> raw
                  && json.get("begin").equals(raw.get("begin"))
                  && json.get("end").equals(raw.get("end"))) {
                raw.forEach((name, content) -> json.putIfAbsent((String) name, content));
                break;
              }
            }
          }
          return json;
        });
  }

  private static <T> List<Object> list(
      List<T> values, java.util.function.Function<T, Object> toJson) {
    List<Object> json = new ArrayList<>(values.size());
    for (T value : values) {
      json.add(toJson.apply(value));
    }
    return json;
  }

  private static void putUnknown(Map<String, Object> json, Map<String, Object> extra) {
    extra.forEach(json::putIfAbsent);
  }

  private static BigDecimal rounded(double confidence) {
    BigDecimal rounded =
        BigDecimal.valueOf(confidence)
            .setScale(CONFIDENCE_DECIMALS, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
