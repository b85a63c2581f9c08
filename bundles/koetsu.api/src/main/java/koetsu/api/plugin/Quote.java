package koetsu.api.plugin;

import java.util.List;
import java.util.Objects;
import koetsu.api.document.Span;

/**
 * Words of the document with their places.
 *
 * @param text the words, joined without a separator where they are broken over lines
 * @param spans where they are printed, ascending
 */
public record Quote(String text, List<Span> spans) {
  public Quote {
    Objects.requireNonNull(text);
    spans = List.copyOf(spans);
  }
}
