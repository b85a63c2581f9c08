package koetsu.api.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import koetsu.api.document.Span;

/**
 * One record of a document: its extent, its fields and its sections. Identity is by {@link #id()},
 * never by position.
 *
 * @param id unique within the document's records
 * @param parent id of the record this one is a part of, or null
 * @param kind id of a record kind of the profile
 * @param spans lines the record claims, ascending; several where other text stands between them
 * @param fields field id to its values in printed order; a field that was looked at and is empty
 *     maps to an empty list
 * @param sections in printed order
 * @param state how far the review has come
 * @param extra keys of a file that this version does not know, kept for the round trip
 */
public record ParsedRecord(
    String id,
    String parent,
    String kind,
    List<Span> spans,
    Map<String, List<FieldValue>> fields,
    List<Section> sections,
    RecordState state,
    Map<String, Object> extra) {
  public ParsedRecord {
    Objects.requireNonNull(id);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(state);
    spans = List.copyOf(spans);
    sections = List.copyOf(sections);
    Map<String, List<FieldValue>> copy = new LinkedHashMap<>();
    fields.forEach((field, values) -> copy.put(field, List.copyOf(values)));
    fields = SmallMap.copyOf(copy);
    extra = SmallMap.copyOf(extra);
  }

  /** All values of a field, the rejected ones included; empty where there are none. */
  public List<FieldValue> values(String field) {
    return fields.getOrDefault(field, List.of());
  }

  /** The values of a field that count: those that nobody rejected. */
  public List<FieldValue> live(String field) {
    List<FieldValue> all = values(field);
    for (FieldValue value : all) {
      if (value.status() == Status.REJECTED) {
        return all.stream().filter(v -> v.status() != Status.REJECTED).toList();
      }
    }
    return all;
  }

  /** The first live value of a field as text, or an empty string. */
  public String first(String field) {
    List<FieldValue> live = live(field);
    return live.isEmpty() ? "" : live.get(0).value().toString();
  }

  /** First code point of the record; 0 for a record without spans. */
  public int begin() {
    return spans.isEmpty() ? 0 : spans.get(0).begin();
  }

  public ParsedRecord withId(String changed) {
    return new ParsedRecord(changed, parent, kind, spans, fields, sections, state, extra);
  }

  public ParsedRecord withParent(String changed) {
    return new ParsedRecord(id, changed, kind, spans, fields, sections, state, extra);
  }

  public ParsedRecord withKind(String changed) {
    return new ParsedRecord(id, parent, changed, spans, fields, sections, state, extra);
  }

  public ParsedRecord withSpans(List<Span> changed) {
    return new ParsedRecord(id, parent, kind, changed, fields, sections, state, extra);
  }

  public ParsedRecord withSections(List<Section> changed) {
    return new ParsedRecord(id, parent, kind, spans, fields, changed, state, extra);
  }

  public ParsedRecord withState(RecordState changed) {
    return new ParsedRecord(id, parent, kind, spans, fields, sections, changed, extra);
  }

  public ParsedRecord withFields(Map<String, List<FieldValue>> changed) {
    return new ParsedRecord(id, parent, kind, spans, changed, sections, state, extra);
  }

  public ParsedRecord withExtra(Map<String, Object> changed) {
    return new ParsedRecord(id, parent, kind, spans, fields, sections, state, changed);
  }

  /** A copy in which one field holds these values. */
  public ParsedRecord withField(String field, List<FieldValue> values) {
    Map<String, List<FieldValue>> changed = new LinkedHashMap<>(fields);
    changed.put(field, new ArrayList<>(values));
    return withFields(changed);
  }
}
