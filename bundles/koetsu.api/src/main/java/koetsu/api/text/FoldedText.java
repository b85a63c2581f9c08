package koetsu.api.text;

import java.util.Objects;

/**
 * A folded string that knows where each of its characters came from.
 *
 * @param text folded form
 * @param origins for each UTF-16 index of {@code text}, and for its end, the UTF-16 index in the
 *     original
 */
public record FoldedText(String text, int[] origins) {
  public FoldedText {
    Objects.requireNonNull(text);
    if (origins.length != text.length() + 1) {
      throw new IllegalArgumentException("one origin per index and one for the end");
    }
  }

  /** The UTF-16 index in the original of an index of the folded text, its end included. */
  public int origin(int index) {
    return origins[index];
  }
}
