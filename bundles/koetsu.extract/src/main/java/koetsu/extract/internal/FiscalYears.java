package koetsu.extract.internal;

/** Which fiscal year a printed year means: a fiscal year begins in April. */
final class FiscalYears {
  private static final int FIRST_MONTH = 4;

  private FiscalYears() {}

  /** The fiscal year of a year token, moved back where a month from January to March follows. */
  static long of(Passage passage, Passage.Found year) {
    long number = year.token().number();
    int month =
        year.token().fiscal() ? 0 : month(passage.text(), passage.skipSpace(year.place().end()));
    return month > 0 && month < FIRST_MONTH ? number - 1 : number;
  }

  /** The index behind the month and day that follow a year, or the year's own end. */
  static int endOfDate(Passage passage, Passage.Found year) {
    String text = passage.text();
    int at = year.place().end();
    int digits = passage.skipSpace(at);
    int month = number(text, digits);
    if (month > digits && month < text.length() && text.charAt(month) == '月') {
      at = month + 1;
      int day = number(text, at);
      if (day > at && day < text.length() && text.charAt(day) == '日') {
        at = day + 1;
      }
    }
    return at;
  }

  private static int month(String text, int index) {
    int end = number(text, index);
    boolean month = end > index && end - index <= 2 && end < text.length();
    return month && text.charAt(end) == '月' ? Integer.parseInt(text.substring(index, end)) : 0;
  }

  private static int number(String text, int index) {
    int at = index;
    while (at < text.length() && Marks.isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
