package koetsu.review.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

  static final Marks NONE = new Marks(List.of());

  private final List<Mark> marks;
  private final Map<Selection, List<Mark>> places;

  /**
   * For each mark the greatest end of it and all before it: ascending, so that a search can halve.
   */
  private final int[] reach;

  private Marks(List<Mark> marks) {
    this.marks = marks;
    places = marks.stream().collect(Collectors.groupingBy(Mark::place));
    reach = new int[marks.size()];
    int far = 0;
    for (int i = 0; i < reach.length; i++) {
      far = Math.max(far, marks.get(i).end());
      reach[i] = far;
    }
  }

  static Marks of(DocumentState state, Profile profile) {
    SourceDocument source = state.document();
    List<Mark> marks = new ArrayList<>();
    for (ParsedRecord record : state.records()) {
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
    }
    marks.sort(Comparator.comparingInt(Mark::begin).thenComparingInt(Mark::end));
    return new Marks(marks);
  }

  List<Mark> all() {
    return marks;
  }

  /** The marks of one value. */
  List<Mark> of(Selection place) {
    return places.getOrDefault(place, List.of());
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
    marks.forEach(m -> differing.add(Look.of(m)));
    for (Mark mark : before.marks) {
      Look look = Look.of(mark);
      if (!differing.remove(look)) {
        differing.add(look);
      }
    }
    return differing.stream().map(l -> new Span(l.begin(), l.end())).distinct().toList();
  }

  /** The marks that share at least one character with a range, by begin. */
  List<Mark> in(int begin, int end) {
    List<Mark> found = new ArrayList<>();
    for (int i = first(begin); i < marks.size() && marks.get(i).begin() < end; i++) {
      if (marks.get(i).end() > begin) {
        found.add(marks.get(i));
      }
    }
    return found;
  }

  private int first(int offset) {
    int low = 0;
    int high = reach.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (reach[middle] > offset) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The innermost mark at a character, or null; of equal ones the preferred one. */
  Mark at(int offset, Predicate<Mark> preferred) {
    return in(offset, offset + 1).stream()
        .min(Comparator.comparingInt(Mark::length).thenComparing(m -> !preferred.test(m)))
        .orElse(null);
  }
}
