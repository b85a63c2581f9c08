package koetsu.project.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Section;
import koetsu.api.record.Status;
import koetsu.project.Change;
import koetsu.project.HistoryStep;

/** What becomes of records when people cut, join and draw them. */
public final class Records {
  private Records() {}

  /** Whether a field of a record has a value. */
  public static boolean holds(ParsedRecord record, String field, FieldValue value) {
    return find(record, field, value) >= 0;
  }

  /** Where a value stands among those of its field, or -1. */
  public static int find(ParsedRecord record, String field, FieldValue value) {
    return Values.find(record.values(field), value);
  }

  /** Whether a record and an extent share any text. */
  public static boolean overlap(ParsedRecord record, List<Span> extent) {
    return Extents.overlap(record.spans(), extent);
  }

  /** Whether two states of a record differ in nothing but values and progress. */
  public static boolean sameStructure(ParsedRecord one, ParsedRecord other) {
    return one.kind().equals(other.kind())
        && Objects.equals(one.parent(), other.parent())
        && one.spans().equals(other.spans())
        && one.sections().equals(other.sections());
  }

  /** As long as a record is under review, only fields with values have been looked at. */
  public static ParsedRecord withoutEmptyFields(ParsedRecord record) {
    Map<String, List<FieldValue>> fields = new LinkedHashMap<>(record.fields());
    fields.values().removeIf(List::isEmpty);
    return record.withFields(fields);
  }

  /** What of a record is printed before an offset, or outside of it. */
  public static ParsedRecord before(ParsedRecord record, int cut) {
    return part(record, record.id(), cut, false);
  }

  /** What of a record is printed from an offset on, as a record of its own. */
  public static ParsedRecord from(ParsedRecord record, int cut, String id) {
    return part(record, id, cut, true);
  }

  private static ParsedRecord part(ParsedRecord record, String id, int cut, boolean after) {
    Map<String, List<FieldValue>> fields = new LinkedHashMap<>();
    record
        .fields()
        .forEach(
            (field, values) -> {
              List<FieldValue> its =
                  values.stream().filter(v -> isFrom(record, v, cut) == after).toList();
              if (!its.isEmpty()) {
                fields.put(field, its);
              }
            });
    List<Section> sections = new ArrayList<>();
    for (Section section : record.sections()) {
      List<Span> heading = part(section.heading(), cut, after);
      List<Span> body = part(section.body(), cut, after);
      if (!heading.isEmpty() || !body.isEmpty()) {
        sections.add(new Section(section.type(), heading, body, section.extra()));
      }
    }
    return new ParsedRecord(
        id,
        record.parent(),
        record.kind(),
        part(record.spans(), cut, after),
        fields,
        sections,
        RecordState.IN_REVIEW,
        after ? Map.of() : record.extra());
  }

  private static boolean isFrom(ParsedRecord record, FieldValue value, int cut) {
    return Extents.overlap(record.spans(), value.spans()) && value.spans().get(0).begin() >= cut;
  }

  private static List<Span> part(List<Span> spans, int cut, boolean after) {
    List<Span> part = new ArrayList<>();
    for (Span span : spans) {
      int begin = after ? Math.max(span.begin(), cut) : span.begin();
      int end = after ? span.end() : Math.min(span.end(), cut);
      if (begin < end) {
        part.add(new Span(begin, end));
      }
    }
    return part;
  }

  /** One record that has everything two have; it keeps the id and kind of the first. */
  public static ParsedRecord union(SourceDocument document, ParsedRecord one, ParsedRecord other) {
    Map<String, List<FieldValue>> fields = new LinkedHashMap<>(one.fields());
    other
        .fields()
        .forEach(
            (field, values) -> {
              List<FieldValue> all = new ArrayList<>(one.values(field));
              for (FieldValue value : values) {
                if (Values.find(all, value) < 0) {
                  all.add(Values.position(all, value), value);
                }
              }
              fields.put(field, all);
            });
    List<Section> sections = new ArrayList<>(one.sections());
    sections.addAll(other.sections());
    sections.sort(java.util.Comparator.comparingInt(Records::begin));
    return withoutEmptyFields(
        new ParsedRecord(
            one.id(),
            one.parent(),
            one.kind(),
            joined(document, one.spans(), other.spans()),
            fields,
            sections,
            RecordState.IN_REVIEW,
            one.extra()));
  }

  private static int begin(Section section) {
    List<Span> spans = section.heading().isEmpty() ? section.body() : section.heading();
    return spans.isEmpty() ? Integer.MAX_VALUE : spans.get(0).begin();
  }

  /** All text of two extents; what has nothing but white space between it is one span. */
  private static List<Span> joined(SourceDocument document, List<Span> one, List<Span> other) {
    List<Span> all = new ArrayList<>(one);
    all.addAll(other);
    all.sort(null);
    List<Span> joined = new ArrayList<>();
    for (Span span : all) {
      Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (last != null
          && (last.end() >= span.begin()
              || document.slice(new Span(last.end(), span.begin())).isBlank())) {
        joined.set(joined.size() - 1, last.cover(span));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }

  /** The steps of a record's history that led to a value, in order. */
  public static List<HistoryStep> history(
      List<HistoryStep> record, String field, FieldValue value) {
    List<HistoryStep> steps = new ArrayList<>();
    FieldValue wanted = value;
    for (int i = record.size() - 1; i >= 0 && isDecision(wanted); i--) {
      HistoryStep step = record.get(i);
      Values.Pair pair = step.counted() ? replacement(step.change(), field, wanted) : null;
      if (pair != null) {
        steps.add(0, step);
        wanted = pair.before();
      }
    }
    return steps;
  }

  private static boolean isDecision(FieldValue value) {
    return value != null && value.status() != Status.MACHINE;
  }

  /** What a change put a value in the place of; null where it did not put it anywhere. */
  private static Values.Pair replacement(Change change, String field, FieldValue value) {
    List<Values.Pair> pairs = List.of();
    if (change instanceof Change.OfValue of && of.field().equals(field)) {
      pairs = List.of(new Values.Pair(of.before(), of.after()));
    } else if (change instanceof Change.OfRecord of && of.after() != null) {
      pairs =
          Values.pairs(
              of.before() == null ? List.of() : of.before().values(field),
              of.after().values(field));
    }
    return pairs.stream()
        .filter(p -> p.after() != null && Values.same(p.after(), value))
        .findFirst()
        .orElse(null);
  }
}
