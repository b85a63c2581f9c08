package koetsu.segment.internal.catalogue;

/** Whether words are finished, as far as their end tells. */
final class Sentences {
  /** A line shorter than this share of the longest one ends its paragraph. */
  static final double FULL_LINE = 0.75;

  private static final String FINAL = "。！!？?」』）)】〕＞>";

  /** What Japanese phrases end in that go on: particles, commas, the middle dot, open brackets. */
  private static final String OPEN = "、,・がをにのはとでもやへ（(「『";

  private Sentences() {}

  /** Whether a folded text ends like a sentence or a closed phrase. */
  static boolean closed(String folded) {
    return !folded.isEmpty() && FINAL.indexOf(folded.charAt(folded.length() - 1)) >= 0;
  }

  /** Whether a folded text ends in a way that asks for more. */
  static boolean open(String folded) {
    return !folded.isEmpty()
        && OPEN.indexOf(folded.charAt(folded.length() - 1)) >= 0
        && !folded.endsWith("こと")
        && !folded.endsWith("もの");
  }

  /** Whether it is a sentence or holds one. */
  static boolean prose(String folded) {
    return folded.indexOf('。') >= 0;
  }
}
