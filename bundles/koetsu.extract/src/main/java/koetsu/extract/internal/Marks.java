package koetsu.extract.internal;

/** Bullets and item numbers at the head of a folded line. */
final class Marks {
  private static final String BULLETS = "・•●○〇◯■□◆◇▶▷►➢➤✓✔☑⚫◦‣※＊*-–—#>";
  private static final String SEPARATORS = "・、,~〜-及び ";

  private Marks() {}

  /** The index after bullets, item numbers and the separators between them, from an index on. */
  static int skip(String text, int from) {
    int at = from;
    while (true) {
      int next = skipOne(text, at);
      if (next == at) {
        return at;
      }
      at = next;
    }
  }

  /** Whether an item number stands at an index. */
  static boolean numbered(String text, int index) {
    return afterNumber(text, skipBullets(text, index)) > skipBullets(text, index);
  }

  /** Whether a bullet or an item number stands at an index. */
  static boolean marked(String text, int index) {
    return skipBullets(text, index) > index || numbered(text, index);
  }

  /**
   * The index after an item number {@code (1)}, {@code ①} or {@code ⑴} at an index, or the index
   * itself.
   */
  static int afterNumber(String text, int index) {
    if (index >= text.length()) {
      return index;
    }
    char c = text.charAt(index);
    if (isCircled(c)) {
      return index + 1;
    }
    if (c != '(') {
      return index;
    }
    int at = index + 1;
    while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '-')) {
      at++;
    }
    boolean digits = at > index + 1 && at <= index + 6;
    return digits && at < text.length() && text.charAt(at) == ')' ? at + 1 : index;
  }

  /** The index after white space and the marks of Markdown headings, items and emphasis. */
  static int skipHeadingMarks(String text, int from) {
    int at = from;
    while (at < text.length()
        && (Passage.isSpace(text.charAt(at)) || "#>*-".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  static boolean isCircled(char c) {
    return c >= '①' && c <= '⒇' || c >= '➀' && c <= '➉';
  }

  private static int skipOne(String text, int from) {
    int at = skipBullets(text, from);
    int number = afterNumber(text, at);
    if (number > at) {
      // (1)・(2), (1)~(3): the separator belongs to the marks only between two of them
      int separator = number;
      while (separator < text.length() && SEPARATORS.indexOf(text.charAt(separator)) >= 0) {
        separator++;
      }
      return afterNumber(text, separator) > separator ? separator : number;
    }
    return at;
  }

  private static int skipBullets(String text, int from) {
    int at = from;
    while (at < text.length()
        && (Passage.isSpace(text.charAt(at)) || BULLETS.indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
