package koetsu.api.profile;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One part of a structured value.
 *
 * @param id key in files
 * @param labels language tag ({@code en}, {@code ja}) to what a person reads
 * @param type what it holds
 * @param choices allowed contents of a {@link Type#CHOICE}, in display order; empty for other types
 * @param comparison how contents are compared
 */
public record Slot(
    String id, Map<String, String> labels, Type type, List<Choice> choices, Comparison comparison) {
  /**
   * What a slot holds; numbers are {@link Long}, flags {@link Boolean}, the rest {@link String}.
   */
  public enum Type {
    TEXT,
    NUMBER,
    /** Whole yen. */
    YEN,
    /** Gregorian year in which the fiscal year begins. */
    FISCAL_YEAR,
    FLAG,
    CHOICE
  }

  public Slot {
    Objects.requireNonNull(id);
    Objects.requireNonNull(type);
    Objects.requireNonNull(comparison);
    labels = Map.copyOf(labels);
    choices = List.copyOf(choices);
  }

  /** The choice with an id; empty where the slot does not offer it. */
  public Optional<Choice> choice(String id) {
    for (Choice choice : choices) {
      if (choice.id().equals(id)) {
        return Optional.of(choice);
      }
    }
    return Optional.empty();
  }
}
