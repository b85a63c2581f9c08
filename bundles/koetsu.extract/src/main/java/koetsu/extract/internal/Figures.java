package koetsu.extract.internal;

/** What of the print of a figure makes its value less sure. */
final class Figures {
  /** What one may doubt about a figure costs so much confidence. */
  static final double DOUBT = 0.3;

  private static final String MARKS = ".,";

  private Figures() {}

  /**
   * Whether blanks part the figures of an amount ({@code 4 5 億円}), or another figure stands right
   * before it ({@code 1. 8億円}, {@code 4 5億円}): where the amount begins is then a guess.
   */
  static boolean arePulledApart(String text, Place place) {
    int before = place.begin() - 1;
    while (before >= 0 && text.charAt(before) == ' ') {
      before--;
    }
    if (before >= 0 && before < place.begin() - 1) {
      char last = text.charAt(before);
      boolean mark = MARKS.indexOf(last) >= 0 && before > 0;
      if (Marks.isDigit(mark ? text.charAt(before - 1) : last)) {
        return true;
      }
    }
    for (int i = place.begin() + 1; i + 1 < place.end(); i++) {
      if (text.charAt(i) == ' ' && isFigure(text.charAt(i - 1)) && isFigure(text.charAt(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isFigure(char c) {
    return Marks.isDigit(c) || MARKS.indexOf(c) >= 0;
  }
}
