package koetsu.measure.internal;

import java.util.HashMap;
import java.util.Map;
import koetsu.measure.Tally;

/** A multiset of canonical values. */
final class Bag {
  private final Map<Object, Integer> counts = new HashMap<>();
  private long size;

  void add(Object value) {
    counts.merge(value, 1, Integer::sum);
    size++;
  }

  /** Counts a prediction against this gold. */
  Tally tally(Bag predicted) {
    long right = 0;
    for (Map.Entry<Object, Integer> entry : counts.entrySet()) {
      right += Math.min(entry.getValue(), predicted.counts.getOrDefault(entry.getKey(), 0));
    }
    return new Tally(right, predicted.size - right, size - right);
  }
}
