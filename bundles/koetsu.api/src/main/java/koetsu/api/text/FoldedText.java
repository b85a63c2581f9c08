package koetsu.api.text;

import java.util.Objects;

/**
 * A folded string that knows where each of its characters came from.
 *
 * @param text folded form
 * @param origins for each UTF-16 index of {@code text}, and for its end, the UTF-16 index in the
 *     original; what stands behind these means nothing; not to be changed
 */
public record FoldedText(String text, int[] origins) {
  /** Origins of all short texts that folding moves nothing in. */
  private static final int[] SAME = identity(512);

  public FoldedText {
    Objects.requireNonNull(text);
    if (origins.length <= text.length()) {
      throw new IllegalArgumentException("one origin per index and one for the end");
    }
  }

  /** A text that is its own folded form. */
  public static FoldedText unchanged(String text) {
    return aligned(text);
  }

  /** A folded form in which each character stands at the index of its original. */
  public static FoldedText aligned(String text) {
    return new FoldedText(text, text.length() < SAME.length ? SAME : identity(text.length() + 1));
  }

  private static int[] identity(int length) {
    int[] same = new int[length];
    for (int i = 0; i < length; i++) {
      same[i] = i;
    }
    return same;
  }

  /** Whether each character stands at the index of its original, as in almost every text. */
  public boolean isAligned() {
    if (origins != SAME) {
      for (int i = 0; i <= text.length(); i++) {
        if (origins[i] != i) {
          return false;
        }
      }
    }
    return true;
  }

  /** The UTF-16 index in the original of an index of the folded text, its end included. */
  public int origin(int index) {
    return origins[index];
  }
}
