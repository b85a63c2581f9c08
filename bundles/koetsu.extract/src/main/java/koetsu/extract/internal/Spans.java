package koetsu.extract.internal;

import java.util.List;
import koetsu.api.document.Span;

/** Asks lists of spans about a place. */
final class Spans {
  private Spans() {}

  /** Whether any of the spans touches a place. */
  static boolean overlap(List<Span> spans, Span place) {
    for (Span span : spans) {
      if (span.overlaps(place)) {
        return true;
      }
    }
    return false;
  }
}
