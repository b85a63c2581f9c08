package koetsu.measure.internal;

import java.util.ArrayList;
import java.util.List;
import koetsu.api.document.Span;

/** Sets of characters, written as ascending spans that do not touch. */
final class Places {
  private Places() {}

  static List<Span> union(List<Span> spans) {
    List<Span> merged = new ArrayList<>();
    for (Span span : spans.stream().filter(s -> !s.isEmpty()).sorted().toList()) {
      int last = merged.size() - 1;
      if (last >= 0 && merged.get(last).end() >= span.begin()) {
        merged.set(last, merged.get(last).cover(span));
      } else {
        merged.add(span);
      }
    }
    return merged;
  }

  /** Whether two lists of spans share a character. */
  static boolean touch(List<Span> a, List<Span> b) {
    for (Span span : a) {
      for (Span other : b) {
        if (span.overlaps(other)) {
          return true;
        }
      }
    }
    return false;
  }

  static long size(List<Span> union) {
    return union.stream().mapToLong(Span::length).sum();
  }

  /** Number of characters that two unions share. */
  static long common(List<Span> a, List<Span> b) {
    long shared = 0;
    for (int i = 0, j = 0; i < a.size() && j < b.size(); ) {
      Span x = a.get(i);
      Span y = b.get(j);
      shared += Math.max(0, Math.min(x.end(), y.end()) - Math.max(x.begin(), y.begin()));
      if (x.end() <= y.end()) {
        i++;
      } else {
        j++;
      }
    }
    return shared;
  }
}
