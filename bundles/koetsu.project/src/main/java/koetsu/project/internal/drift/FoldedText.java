package koetsu.project.internal.drift;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A text as two editions of it are compared: decomposed by compatibility (NFKD), so that width does
 * not count, with one form of dash and without white space, so that line breaks do not count. Each
 * character knows where it comes from.
 */
final class FoldedText {
  private static final String DASHES = "‐‑‒–—―−";
  private static final byte MARKED = 8;

  private final int[] chars;

  /** Code point of the text that each folded character comes from. */
  private final int[] source;

  /** Number of line ends in front of each folded character, at most 2, or {@link #MARKED}. */
  private final byte[] breaks;

  /** For each code point of the text the folded characters before it; one more at the end. */
  private final int[] before;

  FoldedText(String text) {
    int length = text.codePointCount(0, text.length());
    int[] folded = new int[length + 16];
    int[] from = new int[length + 16];
    byte[] ends = new byte[length + 16];
    before = new int[length + 1];
    Map<Integer, int[]> forms = new HashMap<>();
    int count = 0;
    int at = 0;
    int lines = 2;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      before[at] = count;
      if (c == '\n') {
        lines = Math.min(2, lines + 1);
      }
      for (int form : forms.computeIfAbsent(c, FoldedText::fold)) {
        if (count == folded.length) {
          folded = Arrays.copyOf(folded, 2 * count);
          from = Arrays.copyOf(from, 2 * count);
          ends = Arrays.copyOf(ends, 2 * count);
        }
        folded[count] = form;
        from[count] = at;
        ends[count] = (byte) lines;
        lines = 0;
        count++;
      }
      at++;
    }
    before[at] = count;
    chars = Arrays.copyOf(folded, count);
    source = Arrays.copyOf(from, count);
    breaks = Arrays.copyOf(ends, count);
  }

  private static int[] fold(int c) {
    if (DASHES.indexOf(c) >= 0) {
      return new int[] {'-'};
    }
    return Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD)
        .codePoints()
        .filter(f -> !Character.isWhitespace(f) && !Character.isSpaceChar(f))
        .toArray();
  }

  int length() {
    return chars.length;
  }

  int at(int index) {
    return chars[index];
  }

  /** The folded characters that come from before a code point of the text. */
  int before(int codePoint) {
    return before[codePoint];
  }

  /** The code point of the text that a folded character comes from. */
  int source(int index) {
    return source[index];
  }

  /** Says that something begins or ends in front of a code point, more than a line. */
  void mark(int codePoint) {
    if (before[codePoint] < chars.length) {
      breaks[before[codePoint]] = MARKED;
    }
  }

  /** Whether something marked begins or ends in front of a character. */
  boolean isMarked(int index) {
    return index < chars.length && breaks[index] == MARKED;
  }

  /** How good a place to cut is in front of a character: 0 within a line, more at its beginning. */
  int cut(int index) {
    return index >= chars.length ? 2 : breaks[index];
  }
}
