package koetsu.pipeline;

import java.time.Duration;
import java.util.Objects;
import koetsu.api.plugin.Trace;

/**
 * How a document is to be run.
 *
 * @param limit how long one extractor may work on one record, and the segmenter on each {@value
 *     #CODE_POINTS_PER_LIMIT} code points begun; more than nothing
 * @param trace where rules say why they did not fire; called from the threads that run plug-ins
 * @param monitor progress and cancellation
 */
public record RunOptions(Duration limit, Trace trace, Monitor monitor) {
  /** The length of document that a segmenter is given one time limit for. */
  public static final int CODE_POINTS_PER_LIMIT = 50_000;

  /** Ten seconds a call, no trace, nobody watching. */
  public static final RunOptions DEFAULT =
      new RunOptions(Duration.ofSeconds(10), Trace.OFF, Monitor.NONE);

  public RunOptions {
    Objects.requireNonNull(trace);
    Objects.requireNonNull(monitor);
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("time limit " + limit);
    }
  }

  public RunOptions withLimit(Duration changed) {
    return new RunOptions(changed, trace, monitor);
  }

  public RunOptions withTrace(Trace changed) {
    return new RunOptions(limit, changed, monitor);
  }

  public RunOptions withMonitor(Monitor changed) {
    return new RunOptions(limit, trace, changed);
  }
}
