package koetsu.api.plugin;

import java.util.Objects;

/**
 * Something that a format could not hold.
 *
 * @param kind what it is and what became of it, in words for a person: {@code value without a
 *     place, left out}
 * @param count how often, at least 1
 * @param first where first: document, record and field as far as they apply
 */
public record Loss(String kind, int count, String first) {
  public Loss {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(first);
    if (count < 1) {
      throw new IllegalArgumentException(kind + " is said to be lost " + count + " times");
    }
  }
}
