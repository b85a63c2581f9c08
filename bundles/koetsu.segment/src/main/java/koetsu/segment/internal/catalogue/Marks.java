package koetsu.segment.internal.catalogue;

import koetsu.segment.internal.ItemNumber;

/** The signs that stand at the head of lines and set them off. */
final class Marks {
  private static final String BULLETS = "-–•・●○◯〇◎■□◆◇▶►▷▸▪⚫✓✔➢❏★☆※→⇒◉";
  private static final String OPENING = "【<《〈「『〔[(“";
  private static final String CLOSING = "】>》〉」』〕])”";

  private Marks() {}

  /** A folded text without the bullets and opening brackets at its head. */
  static String strip(String folded) {
    int at = 0;
    while (at < folded.length() && (bullet(folded.charAt(at)) || bracket(folded.charAt(at)))) {
      at++;
    }
    return folded.substring(at);
  }

  static boolean bullet(char c) {
    // Bullets of symbol fonts that the conversion could not name stay in the private use area.
    return BULLETS.indexOf(c) >= 0 || c >= '\uE000' && c <= '\uF8FF';
  }

  static boolean bracket(char c) {
    return OPENING.indexOf(c) >= 0;
  }

  /** The index after the bracket that closes the one at an index; the length where none does. */
  static int close(String folded, int open) {
    char closing = CLOSING.charAt(OPENING.indexOf(folded.charAt(open)));
    int close = folded.indexOf(closing, open + 1);
    return close < 0 ? folded.length() : close + 1;
  }

  /** Whether a folded text begins with an item number. */
  static boolean number(String folded) {
    return numberEnd(folded) > 0;
  }

  /**
   * The index after the item number that a folded text begins with; 0 where it begins with none.
   */
  static int numberEnd(String folded) {
    return ItemNumber.end(folded, 0);
  }
}
