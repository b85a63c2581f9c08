package koetsu.segment.internal.catalogue;

import java.util.HashMap;
import java.util.Map;

/** How much two titles say the same, by the pairs of characters they share. */
final class Similarity {
  /** A short title inside a long one proves little. */
  private static final int SHORTEST_PART = 9;

  /** A title that is a part of another one is a little less than the same. */
  private static final double PART = 0.9;

  private Similarity() {}

  /**
   * From 0 for nothing in common to 1 for the same letters; a bracketed remark behind one of them
   * may be missing from the other. Arguments are folded.
   */
  static double of(String a, String b) {
    double whole = ofLetters(letters(a), letters(b));
    String left = TitleShape.withoutRemark(a);
    String right = TitleShape.withoutRemark(b);
    boolean remarks = left.length() + right.length() < a.length() + b.length();
    return remarks ? Math.max(whole, PART * ofLetters(letters(left), letters(right))) : whole;
  }

  private static double ofLetters(String left, String right) {
    if (left.isEmpty() || right.isEmpty()) {
      return 0;
    }
    if (left.equals(right)) {
      return 1;
    }
    Map<String, Integer> pairs = count(left);
    int common = common(pairs, right);
    int both = left.length() + right.length() - 2;
    double dice = both == 0 ? 0 : 2.0 * common / both;
    int shorter = Math.min(left.length(), right.length());
    double part = shorter < SHORTEST_PART ? 0 : PART * common / (shorter - 1);
    return Math.max(dice, part);
  }

  /**
   * The share of a title's pairs of characters that a text holds too.
   *
   * @param text pairs of the text
   */
  static double share(String title, Map<String, Integer> text) {
    String letters = letters(title);
    int pairs = letters.length() - 1;
    return pairs < 1 ? 0 : (double) common(text, letters) / pairs;
  }

  /** The pairs of characters in a folded text, with how often they come. */
  static Map<String, Integer> pairs(String folded) {
    return count(letters(folded));
  }

  private static int common(Map<String, Integer> pairs, String text) {
    Map<String, Integer> used = new HashMap<>();
    int common = 0;
    for (int i = 0; i + 2 <= text.length(); i++) {
      String pair = text.substring(i, i + 2);
      int count = pairs.getOrDefault(pair, 0);
      if (count > 0 && used.merge(pair, 1, Integer::sum) <= count) {
        common++;
      }
    }
    return common;
  }

  private static Map<String, Integer> count(String text) {
    Map<String, Integer> pairs = new HashMap<>();
    for (int i = 0; i + 2 <= text.length(); i++) {
      pairs.merge(text.substring(i, i + 2), 1, Integer::sum);
    }
    return pairs;
  }

  private static String letters(String folded) {
    StringBuilder letters = new StringBuilder(folded.length());
    folded
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
