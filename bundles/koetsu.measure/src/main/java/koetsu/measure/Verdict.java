package koetsu.measure;

import java.util.List;

/**
 * Whether a run passes the gate, and why not.
 *
 * @param failures the conditions it breaks; none where it passes
 */
public record Verdict(List<Reason> failures) {
  public Verdict {
    failures = List.copyOf(failures);
  }

  public boolean passed() {
    return failures.isEmpty();
  }

  /** One English sentence for each failure. */
  public List<String> reasons() {
    return failures.stream().map(Reason::toString).toList();
  }

  /** What a command line returns: 0 for a pass, 1 for a regression. */
  public int exitCode() {
    return passed() ? 0 : 1;
  }
}
