package koetsu.api.record;

import java.util.Objects;
import koetsu.api.document.Span;

/**
 * A place in the source that a rule relied on.
 *
 * @param role what the place is to the rule, for example {@code unit} or {@code heading}
 * @param span the place
 */
public record Evidence(String role, Span span) {
  public Evidence {
    Objects.requireNonNull(role);
    Objects.requireNonNull(span);
  }
}
