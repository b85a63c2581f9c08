package koetsu.measure.internal;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;
import koetsu.measure.agreement.Estimate;

/** Estimates a figure and how far chance could have moved it. */
public final class Bootstrap {
  private static final int RESAMPLES = 1000;
  private static final long SEED = 20130704;
  private static final double TAIL = 0.025;

  private Bootstrap() {}

  /**
   * @param clusters how many things are drawn, with replacement
   * @param statistic the figure, each thing counted as often as its weight says
   */
  public static Estimate of(int clusters, Function<int[], OptionalDouble> statistic) {
    int[] once = new int[clusters];
    Arrays.fill(once, 1);
    OptionalDouble value = statistic.apply(once);
    if (value.isPresent() && clusters > 1) {
      double[] resampled = resample(clusters, statistic);
      if (resampled.length > RESAMPLES * (1 - 2 * TAIL)) {
        return new Estimate(
            value,
            OptionalDouble.of(resampled[(int) (TAIL * resampled.length)]),
            OptionalDouble.of(resampled[(int) Math.ceil((1 - TAIL) * resampled.length) - 1]));
      }
    }
    return new Estimate(value, OptionalDouble.empty(), OptionalDouble.empty());
  }

  private static double[] resample(int clusters, Function<int[], OptionalDouble> statistic) {
    Random random = new Random(SEED);
    double[] values = new double[RESAMPLES];
    int count = 0;
    for (int r = 0; r < RESAMPLES; r++) {
      int[] weights = new int[clusters];
      for (int i = 0; i < clusters; i++) {
        weights[random.nextInt(clusters)]++;
      }
      OptionalDouble value = statistic.apply(weights);
      if (value.isPresent()) {
        values[count++] = value.getAsDouble();
      }
    }
    double[] defined = Arrays.copyOf(values, count);
    Arrays.sort(defined);
    return defined;
  }
}
