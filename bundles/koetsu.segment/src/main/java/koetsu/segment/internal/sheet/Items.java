package koetsu.segment.internal.sheet;

/** Reads numbered items {@code (1) …} and {@code ① …} from folded lines. */
final class Items {
  private static final String NEXT = "・、.:";

  private Items() {}

  /** The number of an item, or 0 for a line that is none. */
  static int number(String folded) {
    if (folded.isEmpty()) {
      return 0;
    }
    char first = folded.charAt(0);
    if (first >= '①' && first <= '⑳') {
      return first - '①' + 1;
    }
    int close = close(folded);
    return close < 0 ? 0 : Integer.parseInt(folded.substring(1, close));
  }

  /** The item without its number. */
  static String name(String folded) {
    if (number(folded) == 0) {
      return folded;
    }
    int at = folded.charAt(0) == '(' ? close(folded) + 1 : 1;
    while (at < folded.length() && NEXT.indexOf(folded.charAt(at)) >= 0) {
      at++;
    }
    return folded.substring(at);
  }

  private static int close(String folded) {
    int at = 1;
    while (folded.charAt(0) == '('
        && at < folded.length()
        && at <= 2
        && isDigit(folded.charAt(at))) {
      at++;
    }
    return at > 1 && at < folded.length() && folded.charAt(at) == ')' ? at : -1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
