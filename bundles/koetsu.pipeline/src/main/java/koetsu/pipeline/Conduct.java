package koetsu.pipeline;

import java.time.Duration;

/**
 * What a plug-in has cost and failed since it was installed, in this process.
 *
 * @param documents how many it was asked about
 * @param spent the time it took for all of them together
 * @param failures how often it threw, hung or gave more than it may
 * @param off why it is switched off, a sentence for a person; null while it takes part
 */
public record Conduct(long documents, Duration spent, int failures, String off) {
  /** Nothing asked yet. */
  public static final Conduct NONE = new Conduct(0, Duration.ZERO, 0, null);

  /** The mean over its documents; zero before the first. */
  public Duration perDocument() {
    return documents == 0 ? Duration.ZERO : spent.dividedBy(documents);
  }
}
