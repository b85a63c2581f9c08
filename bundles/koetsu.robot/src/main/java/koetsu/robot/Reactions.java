package koetsu.robot;

import java.util.Arrays;
import java.util.Locale;
import org.eclipse.swt.widgets.Control;

/**
 * How long keys take from press to paint, by the clock and by the processor's time of the display's
 * thread: on a busy machine only the second one says something about the program. Milliseconds.
 */
public final class Reactions {
  private final double[] clock;
  private final double[] processor;

  private Reactions(double[] clock, double[] processor) {
    this.clock = clock;
    this.processor = processor;
    Arrays.sort(clock);
    Arrays.sort(processor);
  }

  /**
   * Presses keys in turn.
   *
   * @param control what has to be painted after each of them
   */
  public static Reactions of(Robot robot, Control control, int presses, String... keys) {
    double[] clock = new double[presses];
    double[] processor = new double[presses];
    for (int i = 0; i < presses; i++) {
      Robot.Reaction reaction = robot.pressAndPaint(keys[i % keys.length], control);
      clock[i] = reaction.clockNanos() / 1e6;
      processor[i] = reaction.processorNanos() / 1e6;
    }
    return new Reactions(clock, processor);
  }

  /** By the clock: so many percent of the presses took no longer. */
  public double clock(int percent) {
    return at(clock, percent);
  }

  /** By the processor's time, from the press until nothing is left to do. */
  public double processor(int percent) {
    return at(processor, percent);
  }

  private static double at(double[] sorted, int percent) {
    return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
  }

  /** Cells of a Markdown table: median and 95th percentile of each. */
  public String cells() {
    return String.format(
        Locale.ROOT,
        "%.1f | %.1f | %.1f | %.1f",
        clock(50),
        clock(95),
        processor(50),
        processor(95));
  }
}
