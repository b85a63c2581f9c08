package koetsu.review.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Things that stand somewhere, found by place in logarithmic time. Ranges may overlap. */
final class Ranges<T> {
  private final List<T> sorted;
  private final ToIntFunction<T> begin;
  private final ToIntFunction<T> end;

  /**
   * For each thing the greatest end of it and all before it: ascending, so that a search can halve.
   */
  private final int[] reach;

  /**
   * @param sorted by begin
   * @param end exclusive
   */
  Ranges(List<T> sorted, ToIntFunction<T> begin, ToIntFunction<T> end) {
    this.sorted = sorted;
    this.begin = begin;
    this.end = end;
    reach = new int[sorted.size()];
    int far = 0;
    for (int i = 0; i < reach.length; i++) {
      far = Math.max(far, end.applyAsInt(sorted.get(i)));
      reach[i] = far;
    }
  }

  List<T> all() {
    return sorted;
  }

  /** What shares at least one place with a range, by begin. */
  List<T> in(int from, int to) {
    List<T> found = new ArrayList<>();
    for (int i = first(from); i < reach.length; i++) {
      T one = sorted.get(i);
      if (begin.applyAsInt(one) >= to) {
        break;
      }
      if (end.applyAsInt(one) > from) {
        found.add(one);
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
}
