package koetsu.measure;

import java.util.List;

/**
 * Whether a run passes the gate, and why not.
 *
 * @param reasons one sentence each; none where it passes
 */
public record Verdict(List<String> reasons) {
  public Verdict {
    reasons = List.copyOf(reasons);
  }

  public boolean passed() {
    return reasons.isEmpty();
  }

  /** What a command line returns: 0 for a pass, 1 for a regression. */
  public int exitCode() {
    return passed() ? 0 : 1;
  }
}
