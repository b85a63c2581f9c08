package koetsu.measure.agreement;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A figure with its 95 % interval (percentile bootstrap, fixed seed). One that is undefined,
 * because there is nothing to compare or nobody could have disagreed, is empty and never 1.
 *
 * @param value the figure
 * @param low lower bound; empty where there is too little to resample
 * @param high upper bound; empty with the lower one
 */
public record Estimate(OptionalDouble value, OptionalDouble low, OptionalDouble high) {
  public Estimate {
    Objects.requireNonNull(value);
    Objects.requireNonNull(low);
    Objects.requireNonNull(high);
  }
}
