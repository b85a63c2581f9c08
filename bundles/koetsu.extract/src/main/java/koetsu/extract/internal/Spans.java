package koetsu.extract.internal;

import java.util.ArrayList;
import java.util.List;
import koetsu.api.document.Span;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.record.Section;

/** Places of a document, asked whether one of them touches another place. */
final class Spans {
  private final List<Span> sorted;

  /** For each span the furthest end of those up to it. */
  private final int[] ends;

  /**
   * @param spans in any order; they may overlap
   */
  Spans(List<Span> spans) {
    sorted = isAscending(spans) ? spans : spans.stream().sorted().toList();
    ends = new int[sorted.size()];
    int end = 0;
    for (int i = 0; i < ends.length; i++) {
      end = Math.max(end, sorted.get(i).end());
      ends[i] = end;
    }
  }

  private static boolean isAscending(List<Span> spans) {
    for (int i = 1; i < spans.size(); i++) {
      if (spans.get(i - 1).compareTo(spans.get(i)) > 0) {
        return false;
      }
    }
    return true;
  }

  /** What the sections of a type hold. */
  static Spans ofBodies(ExtractionContext context, String type) {
    List<Span> bodies = new ArrayList<>();
    for (Section section : context.record().sections()) {
      if (section.type().equals(type)) {
        bodies.addAll(section.body());
      }
    }
    return new Spans(bodies);
  }

  /** The headings of all sections. */
  static Spans ofHeadings(ExtractionContext context) {
    List<Span> headings = new ArrayList<>();
    for (Section section : context.record().sections()) {
      headings.addAll(section.heading());
    }
    return new Spans(headings);
  }

  /** Whether any of them touches a place. */
  boolean overlap(Span place) {
    int low = 0;
    int high = ends.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted.get(middle).begin() < place.end()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low > 0 && ends[low - 1] > place.begin();
  }

  /** The places, ascending. */
  List<Span> list() {
    return sorted;
  }
}
