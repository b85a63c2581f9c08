package koetsu.project.internal;

import java.util.List;
import koetsu.api.document.Span;

/** Comparing where records are, in code points. */
final class Extents {
  /** From this share of common text on, two extents are one record's. */
  static final double ALIGNED = 0.5;

  private Extents() {}

  static boolean overlap(List<Span> one, List<Span> other) {
    return one.stream().anyMatch(a -> other.stream().anyMatch(a::overlaps));
  }

  /** Intersection over union; 0 where both are empty. */
  static double iou(List<Span> one, List<Span> other) {
    long common = 0;
    for (Span a : one) {
      for (Span b : other) {
        common += Math.max(0, Math.min(a.end(), b.end()) - Math.max(a.begin(), b.begin()));
      }
    }
    long union = length(one) + length(other) - common;
    return union == 0 ? 0 : (double) common / union;
  }

  private static long length(List<Span> spans) {
    return spans.stream().mapToLong(Span::length).sum();
  }
}
