package koetsu.measure.agreement;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Cohen's κ (1960) of two people who sort the same things into classes. */
public final class CohenKappa {
  private final Map<Object, Long> one = new HashMap<>();
  private final Map<Object, Long> other = new HashMap<>();
  private long agreed;
  private long all;

  /** Takes a thing in, as often as it is there. */
  public void add(Object classOfOne, Object classOfOther, long times) {
    one.merge(classOfOne, times, Long::sum);
    other.merge(classOfOther, times, Long::sum);
    agreed += classOfOne.equals(classOfOther) ? times : 0;
    all += times;
  }

  /** The coefficient; empty where nobody could have disagreed. */
  public OptionalDouble kappa() {
    double expected = 0;
    for (Map.Entry<Object, Long> each : one.entrySet()) {
      expected += (double) each.getValue() * other.getOrDefault(each.getKey(), 0L);
    }
    return beyondChance(
        all == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) agreed / all),
        expected / ((double) all * all));
  }

  /** What of the possible agreement beyond chance there is. */
  static OptionalDouble beyondChance(OptionalDouble observed, double expected) {
    return observed.isEmpty() || expected >= 1
        ? OptionalDouble.empty()
        : OptionalDouble.of((observed.getAsDouble() - expected) / (1 - expected));
  }
}
