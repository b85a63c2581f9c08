package koetsu.review.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Status;
import koetsu.project.DocumentState;
import koetsu.review.Selection;

/**
 * Where the values of a document stand, in UTF-16 as the text widget counts, found by place in
 * logarithmic time.
 */
final class Marks {
  /**
   * One span of a value.
   *
   * @param begin UTF-16 index
   * @param end UTF-16 index, exclusive
   */
  record Mark(int begin, int end, FieldDefinition field, FieldValue value, Selection place) {
    int length() {
      return end - begin;
    }
  }

  static final Marks NONE = new Marks(Map.of(), List.of());

  /** A record and its marks, which are the same as long as it is the same object. */
  private record OfRecord(ParsedRecord record, List<Mark> marks) {}

  private final Map<String, OfRecord> records;
  private final Ranges<Mark> ranges;

  private Marks(Map<String, OfRecord> records, List<Mark> sorted) {
    this.records = records;
    ranges = new Ranges<>(sorted, Mark::begin, Mark::end);
  }

  /**
   * @param before marks of the same text, of which those of unchanged records are taken over; or
   *     {@link #NONE}
   */
  static Marks of(DocumentState state, Profile profile, Marks before) {
    Map<String, OfRecord> records = new LinkedHashMap<>();
    List<Mark> marks = new ArrayList<>();
    for (ParsedRecord record : state.records()) {
      OfRecord known = before.records.get(record.id());
      if (known == null || known.record() != record) {
        known = new OfRecord(record, of(state.document(), record, profile));
      }
      records.put(record.id(), known);
      marks.addAll(known.marks());
    }
    marks.sort(Comparator.comparingInt(Mark::begin).thenComparingInt(Mark::end));
    return new Marks(records, marks);
  }

  private static List<Mark> of(SourceDocument source, ParsedRecord record, Profile profile) {
    List<Mark> marks = new ArrayList<>();
    for (FieldDefinition field : profile.fields()) {
      List<FieldValue> values = record.values(field.id());
      for (int i = 0; i < values.size(); i++) {
        Selection place = new Selection(source.name(), record.id(), field.id(), i);
        for (Span span : values.get(i).spans()) {
          if (span.end() <= source.length() && !span.isEmpty()) {
            marks.add(
                new Mark(
                    source.utf16(span.begin()),
                    source.utf16(span.end()),
                    field,
                    values.get(i),
                    place));
          }
        }
      }
    }
    return marks;
  }

  List<Mark> all() {
    return ranges.all();
  }

  /** The marks of one value. */
  List<Mark> of(Selection place) {
    OfRecord its = place.record() == null ? null : records.get(place.record());
    return its == null
        ? List.of()
        : its.marks().stream().filter(m -> m.place().equals(place)).toList();
  }

  /** What of a mark can be seen. */
  private record Look(int begin, int end, String field, Status status, Selection place) {
    static Look of(Mark mark) {
      return new Look(
          mark.begin(), mark.end(), mark.field().id(), mark.value().status(), mark.place());
    }
  }

  /** The ranges, begin and end, that look different from what they did before. */
  List<Span> changes(Marks before) {
    Set<Look> differing = new HashSet<>();
    for (OfRecord now : records.values()) {
      OfRecord then = before.records.get(now.record().id());
      if (then == null || then.record() != now.record()) {
        now.marks().forEach(m -> toggle(differing, m));
        if (then != null) {
          then.marks().forEach(m -> toggle(differing, m));
        }
      }
    }
    for (OfRecord then : before.records.values()) {
      if (!records.containsKey(then.record().id())) {
        then.marks().forEach(m -> toggle(differing, m));
      }
    }
    return differing.stream().map(l -> new Span(l.begin(), l.end())).distinct().toList();
  }

  private static void toggle(Set<Look> looks, Mark mark) {
    Look look = Look.of(mark);
    if (!looks.remove(look)) {
      looks.add(look);
    }
  }

  /** The marks that share at least one character with a range, by begin. */
  List<Mark> in(int begin, int end) {
    return ranges.in(begin, end);
  }

  /** The innermost mark at a character, or null; of equal ones the preferred one. */
  Mark at(int offset, Predicate<Mark> preferred) {
    return in(offset, offset + 1).stream()
        .min(Comparator.comparingInt(Mark::length).thenComparing(m -> !preferred.test(m)))
        .orElse(null);
  }
}
