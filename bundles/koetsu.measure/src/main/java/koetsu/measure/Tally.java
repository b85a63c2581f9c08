package koetsu.measure;

import java.util.OptionalDouble;

/**
 * Counts of right, spurious and missed, and the figures they give; a figure without a denominator
 * is undefined and says so.
 *
 * @param right in gold and prediction
 * @param spurious in the prediction only
 * @param missed in the gold only
 */
public record Tally(long right, long spurious, long missed) {
  public static final Tally NONE = new Tally(0, 0, 0);

  /** How many the gold has. */
  public long support() {
    return right + missed;
  }

  public OptionalDouble precision() {
    return ratio(right, right + spurious);
  }

  public OptionalDouble recall() {
    return ratio(right, right + missed);
  }

  /** The harmonic mean of precision and recall: 2·right / (2·right + spurious + missed). */
  public OptionalDouble f1() {
    return ratio(2 * right, 2 * right + spurious + missed);
  }

  public Tally plus(Tally other) {
    return new Tally(right + other.right, spurious + other.spurious, missed + other.missed);
  }

  private static OptionalDouble ratio(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}
