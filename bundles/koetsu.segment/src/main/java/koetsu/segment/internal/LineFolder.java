package koetsu.segment.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import koetsu.api.profile.Profile;
import koetsu.api.text.FoldedText;
import koetsu.api.text.TextServices;

/**
 * Folds a line so that the same words look the same: half width, no white space, one form of each
 * character that OCR confuses.
 *
 * <p>The word list {@code fold.variants} holds pairs of characters, the printed one before the one
 * meant.
 */
public final class LineFolder {
  private static final String VARIANTS = "fold.variants";

  private final TextServices text;
  private final Map<Character, Character> meant = new HashMap<>();

  public LineFolder(Profile profile, TextServices text) {
    this.text = text;
    for (String pair : profile.lexicon(VARIANTS)) {
      if (pair.length() != 2) {
        throw new IllegalArgumentException(
            "the word list "
                + VARIANTS
                + " holds \""
                + pair
                + "\", which is not a pair of characters");
      }
      meant.put(pair.charAt(0), pair.charAt(1));
    }
  }

  /** The folded line with the place of each character in the line. */
  public FoldedText fold(String line) {
    FoldedText wide = text.fold(line);
    String from = wide.text();
    StringBuilder to = new StringBuilder(from.length());
    int[] origins = new int[from.length() + 1];
    for (int i = 0; i < from.length(); i++) {
      char c = from.charAt(i);
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        origins[to.length()] = wide.origin(i);
        to.append(meant.getOrDefault(c, c));
      }
    }
    origins[to.length()] = wide.origin(from.length());
    return new FoldedText(to.toString(), Arrays.copyOf(origins, to.length() + 1));
  }
}
