package koetsu.pipeline;

import java.time.Duration;
import java.util.Objects;
import koetsu.api.plugin.Trace;
import koetsu.pipeline.internal.BundledCalibration;
import koetsu.records.Calibration;

/**
 * How a document is to be run.
 *
 * @param limit how long one extractor may work on one record, and the segmenter on each {@value
 *     #CODE_POINTS_PER_LIMIT} code points begun; more than nothing
 * @param trace where rules say why they did not fire; called from the threads that run plug-ins
 * @param monitor progress and cancellation
 * @param calibration what becomes of the extractors' confidences in the end
 */
public record RunOptions(Duration limit, Trace trace, Monitor monitor, Calibration calibration) {
  /** The length of document that a segmenter is given one time limit for. */
  public static final int CODE_POINTS_PER_LIMIT = 50_000;

  /** Ten seconds a call, no trace, nobody watching, confidence as fitted to held-back gold. */
  public static final RunOptions DEFAULT =
      new RunOptions(Duration.ofSeconds(10), Trace.OFF, Monitor.NONE, BundledCalibration.get());

  public RunOptions {
    Objects.requireNonNull(trace);
    Objects.requireNonNull(monitor);
    Objects.requireNonNull(calibration);
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("time limit " + limit);
    }
  }

  public RunOptions withLimit(Duration changed) {
    return new RunOptions(changed, trace, monitor, calibration);
  }

  public RunOptions withTrace(Trace changed) {
    return new RunOptions(limit, changed, monitor, calibration);
  }

  public RunOptions withMonitor(Monitor changed) {
    return new RunOptions(limit, trace, changed, calibration);
  }

  public RunOptions withCalibration(Calibration changed) {
    return new RunOptions(limit, trace, monitor, changed);
  }
}
