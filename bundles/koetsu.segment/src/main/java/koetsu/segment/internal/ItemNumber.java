package koetsu.segment.internal;

import koetsu.api.text.FoldedText;

/**
 * Finds item numbers at the head of folded lines: {@code ①}, {@code (1)}, {@code ⑴}, {@code 1.},
 * {@code 1)}, {@code 7-1.}, {@code Ⅱ.} and {@code 1} before white space.
 */
public final class ItemNumber {
  private ItemNumber() {}

  /**
   * The index after the item number that begins at {@code at}; {@code at} itself where none does.
   */
  public static int end(FoldedText line, int at) {
    int end = end(line.text(), at);
    if (end > at) {
      return end;
    }
    int digits = dashed(line.text(), at);
    boolean apart =
        digits > at
            && digits < line.text().length()
            && line.origin(digits) - line.origin(digits - 1) > 1;
    return apart ? digits : at;
  }

  /**
   * The index after the item number that begins at {@code at} of a folded text and that a bracket,
   * a point or the like marks as one; {@code at} itself where none does.
   */
  public static int end(String text, int at) {
    int enclosed = enclosed(text, at);
    if (enclosed > at || at >= text.length()) {
      return enclosed;
    }
    char first = text.charAt(at);
    int end = first >= 'Ⅰ' && first <= 'Ⅻ' ? at + 1 : dashed(text, at);
    if (end == at || end >= text.length() || ".)．、".indexOf(text.charAt(end)) < 0) {
      return at;
    }
    boolean decimal = end + 1 < text.length() && Character.isDigit(text.charAt(end + 1));
    return decimal ? at : end + 1;
  }

  private static int enclosed(String text, int at) {
    if (at < text.length() && isEnclosed(text.charAt(at))) {
      return at + 1;
    }
    if (at >= text.length() || text.charAt(at) != '(') {
      return at;
    }
    int digits = digits(text, at + 1);
    boolean closed = digits > at + 1 && digits < text.length() && text.charAt(digits) == ')';
    return closed ? digits + 1 : at;
  }

  private static boolean isEnclosed(char c) {
    return c >= '①' && c <= '⒛' || c == '➀' || c >= '➁' && c <= '➉' || c >= '❶' && c <= '❿';
  }

  private static int dashed(String text, int at) {
    int end = digits(text, at);
    while (end > at
        && end + 1 < text.length()
        && text.charAt(end) == '-'
        && Character.isDigit(text.charAt(end + 1))) {
      end = digits(text, end + 1);
    }
    return end;
  }

  private static int digits(String text, int at) {
    int end = at;
    while (end < text.length() && end - at < 4 && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
