package koetsu.api.record;

import java.util.Objects;
import koetsu.api.document.Span;

/**
 * A stretch of a document that belongs to no record.
 *
 * @param kind {@code front-matter}, {@code contents}, {@code divider} or {@code back-matter}
 * @param span whole lines
 */
public record Gap(String kind, Span span) {
  public Gap {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(span);
  }
}
