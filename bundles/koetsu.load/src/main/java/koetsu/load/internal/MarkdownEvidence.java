package koetsu.load.internal;

/**
 * Judges by content whether a text is Markdown. It looks at undecoded bytes: the marks are ASCII in
 * every encoding that is detected, and the zero bytes of UTF-16 are skipped.
 */
public final class MarkdownEvidence {
  private static final int ENOUGH = 2;

  /** How much of a large input is looked at; marks that begin later are rare. */
  private static final int LOOKED_AT = 4 << 20;

  private MarkdownEvidence() {}

  /** Whether at least two lines are marked as headings, fences or pipe rows. */
  public static boolean in(byte[] bytes) {
    int length = Math.min(bytes.length, LOOKED_AT);
    int marks = 0;
    int at = 0;
    while (at < length && marks < ENOUGH) {
      if (isMarked(bytes, at, length)) {
        marks++;
      }
      while (at < length && bytes[at] != '\n' && bytes[at] != '\r') {
        at++;
      }
      at++;
    }
    return marks >= ENOUGH;
  }

  private static boolean isMarked(byte[] bytes, int lineBegin, int length) {
    int at = skip(bytes, lineBegin, length);
    if (at >= length) {
      return false;
    }
    byte first = bytes[at];
    if (first != '#' && first != '`' && first != '|') {
      return false;
    }
    int run = 0;
    while (at < length && bytes[at] == first) {
      run++;
      at = skip(bytes, at + 1, length);
    }
    byte behind = at < length ? bytes[at] : 0;
    return switch (first) {
      case '#' -> run <= 6 && (behind == ' ' || behind == '\t');
      case '`' -> run >= 3;
      case '|' -> run == 1 && closes(bytes, at, length);
      default -> false;
    };
  }

  /** Whether a pipe row ends with a pipe. */
  private static boolean closes(byte[] bytes, int from, int length) {
    byte last = 0;
    for (int i = from; i < length && bytes[i] != '\n' && bytes[i] != '\r'; i++) {
      if (bytes[i] != ' ' && bytes[i] != 0) {
        last = bytes[i];
      }
    }
    return last == '|';
  }

  private static int skip(byte[] bytes, int from, int length) {
    int at = from;
    while (at < length && bytes[at] == 0) {
      at++;
    }
    return at;
  }
}
