package koetsu.segment.internal;

import java.util.Arrays;
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

  /** For each character the one meant by it. */
  private final char[] meant = new char[Character.MAX_VALUE + 1];

  public LineFolder(Profile profile, TextServices text) {
    this.text = text;
    for (int c = 0; c < meant.length; c++) {
      meant[c] = (char) c;
    }
    for (String pair : profile.lexicon(VARIANTS)) {
      if (pair.length() != 2) {
        throw new IllegalArgumentException(
            "the word list "
                + VARIANTS
                + " holds \""
                + pair
                + "\", which is not a pair of characters");
      }
      meant[pair.charAt(0)] = pair.charAt(1);
    }
  }

  /** The folded line with the place of each character in the line. */
  public FoldedText fold(String line) {
    FoldedText wide = text.fold(line);
    String from = wide.text();
    if (isFolded(from)) {
      return wide;
    }
    char[] to = new char[from.length()];
    int[] origins = new int[from.length() + 1];
    int length = 0;
    for (int i = 0; i < from.length(); i++) {
      char c = from.charAt(i);
      if (!isSpace(c)) {
        origins[length] = wide.origin(i);
        to[length++] = meant[c];
      }
    }
    origins[length] = wide.origin(from.length());
    return new FoldedText(
        new String(to, 0, length),
        length == from.length() ? origins : Arrays.copyOf(origins, length + 1));
  }

  private boolean isFolded(String wide) {
    for (int i = 0; i < wide.length(); i++) {
      char c = wide.charAt(i);
      if (meant[c] != c || isSpace(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSpace(char c) {
    // most characters are kana and kanji, which are none
    return (c < '\u3001' || c >= '\uD800')
        && (Character.isWhitespace(c) || Character.isSpaceChar(c));
  }
}
