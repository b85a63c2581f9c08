package koetsu.segment.internal.catalogue;

/** Reads page numbers: {@code 12}, {@code - 12 -}, {@code P.12}, {@code 12ページ}, {@code 12/155}. */
final class PageNumber {
  private static final int MOST_DIGITS = 3;
  private static final String DASHES = "-‐–—―";

  private PageNumber() {}

  /** The number that a folded line is, or -1. */
  static int of(String folded) {
    int begin = 0;
    int end = folded.length();
    while (begin < end && DASHES.indexOf(folded.charAt(begin)) >= 0) {
      begin++;
    }
    while (end > begin && DASHES.indexOf(folded.charAt(end - 1)) >= 0) {
      end--;
    }
    if (begin < end && (folded.charAt(begin) == 'P' || folded.charAt(begin) == 'p')) {
      begin += begin + 1 < end && folded.charAt(begin + 1) == '.' ? 2 : 1;
    }
    int digits = begin;
    while (digits < end && Character.isDigit(folded.charAt(digits))) {
      digits++;
    }
    if (digits == begin || digits - begin > MOST_DIGITS) {
      return -1;
    }
    String rest = folded.substring(digits, end);
    boolean closed = rest.isEmpty() || rest.equals("ページ") || rest.equals("頁") || total(rest);
    return closed ? Integer.parseInt(folded.substring(begin, digits)) : -1;
  }

  /** /155; 2/3 and 10/10 are rates. */
  private static boolean total(String rest) {
    return rest.length() > 2
        && !rest.equals("/10")
        && rest.length() <= MOST_DIGITS + 1
        && rest.charAt(0) == '/'
        && rest.chars().skip(1).allMatch(Character::isDigit);
  }
}
