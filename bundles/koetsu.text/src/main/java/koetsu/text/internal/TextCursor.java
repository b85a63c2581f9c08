package koetsu.text.internal;

/** A text with a counter of reads, so that tests can tell that the work is linear. */
final class TextCursor {
  private final char[] text;
  private long steps;

  TextCursor(char[] text) {
    this.text = text;
  }

  int length() {
    return text.length;
  }

  /** The UTF-16 unit at an index, U+0000 outside the text. */
  char at(int index) {
    steps++;
    return index >= 0 && index < text.length ? text[index] : '\0';
  }

  /** How often a unit was looked at. */
  long steps() {
    return steps;
  }

  /** Index of the next character that may begin a token, or the length. */
  int nextTrigger(int from) {
    int at = from;
    while (at < text.length && Chars.TRIGGER[text[at]] == Chars.OTHER) {
      at++;
    }
    steps += at - from;
    return at;
  }

  boolean matches(int index, String expected) {
    for (int i = 0; i < expected.length(); i++) {
      if (at(index + i) != expected.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The next character behind one line break with a little indentation, or -1 where there is no
   * break or a blank line follows.
   */
  int overBreak(int index) {
    int p = index;
    while (p < index + 8 && Chars.isSpace(at(p))) {
      p++;
    }
    if (at(p) == '\r') {
      p++;
      if (at(p) == '\n') {
        p++;
      }
    } else if (at(p) == '\n') {
      p++;
    } else {
      return -1;
    }
    int begin = p;
    while (p < begin + 8 && Chars.isSpace(at(p))) {
      p++;
    }
    return Chars.isBreak(at(p)) || at(p) == '\0' ? -1 : p;
  }

  /** Over one space or one line break. */
  int gap(int p) {
    if (Chars.isSpace(at(p))) {
      return Chars.isSpace(at(p + 1)) ? p : p + 1;
    }
    if (Chars.isBreak(at(p))) {
      int next = overBreak(p);
      return next < 0 ? p : next;
    }
    return p;
  }

  /** Where a unit may begin behind a number: at once, behind one space, or on the next line. */
  int unitBegin(int begin, int end) {
    char c = at(end);
    char before = at(begin - 1);
    if (before == '※') {
      return end;
    }
    if (Chars.isSpace(c) && !Chars.isSpace(at(end + 1)) && !Chars.isBreak(at(end + 1))) {
      return end + 1;
    }
    // A number that stands alone in its line is a page number or a cell, not half an expression.
    if ((Chars.isBreak(c) || Chars.isSpace(c))
        && before != '\0'
        && !Chars.isBreak(before)
        && !Chars.isSpace(before)) {
      int next = overBreak(end);
      return next < 0 ? end : next;
    }
    return end;
  }
}
