package koetsu.api.record;

import java.util.List;
import java.util.Objects;

/**
 * The chain from a rule to a value: what it looked at, how the printed form became the value, what
 * competed.
 *
 * @param rule name of the rule, unique within its extractor
 * @param evidence places the rule relied on, in the order of their weight
 * @param steps normalisation steps, each a readable form; the first is the printed text, the last
 *     the value
 * @param alternatives values that lost against this one, the best first
 */
public record Why(
    String rule, List<Evidence> evidence, List<String> steps, List<FieldValue> alternatives) {
  public Why {
    Objects.requireNonNull(rule);
    evidence = List.copyOf(evidence);
    steps = List.copyOf(steps);
    alternatives = List.copyOf(alternatives);
  }

  public Why(String rule, List<Evidence> evidence, List<String> steps) {
    this(rule, evidence, steps, List.of());
  }

  public Why withAlternatives(List<FieldValue> losers) {
    return new Why(rule, evidence, steps, losers);
  }
}
