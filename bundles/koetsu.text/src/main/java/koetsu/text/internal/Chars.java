package koetsu.text.internal;

/** What single UTF-16 units mean to the scan, as tables, so that the scan never searches. */
final class Chars {
  /** Classes of {@link #TRIGGER}: everything but {@link #OTHER} may begin a token. */
  static final byte OTHER = 0;

  static final byte DIGIT = 1;
  static final byte NUMERAL = 2;
  static final byte ERA = 3;
  static final byte LATIN = 4;
  static final byte AT = 5;
  static final byte BLANK_AMOUNT = 6;
  static final byte WORD = 7;
  static final byte VULGAR = 8;
  static final byte YEN_SIGN = 9;

  static final byte[] TRIGGER = new byte[1 << 16];

  private static final String NUMERALS = "〇一二三四五六七八九";

  /** Scale characters, each with its power of ten; 憶 is a frequent slip for 億. */
  private static final String SCALES = "十百千万億憶兆";

  private static final byte[] POWERS = {1, 2, 3, 4, 8, 8, 12};

  private static final String ERAS = "令平昭大明㋿㍻㍼㍽㍾";

  /** Letters that may begin a short era year, FY, http or www. */
  private static final String LETTERS = "RHSTMFWhw";

  private static final String DASHES = "-‐‑‒–—―−－ーｰ";

  /** Marks that stand where a figure is left out: ○億円, -億円. */
  private static final String PLACEHOLDERS = DASHES + "○◯●";

  private static final String VULGARS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅒";
  private static final String[] FRACTIONS = {
    "1/2", "1/3", "2/3", "1/4", "3/4", "1/5", "2/5", "3/5", "4/5", "1/6", "5/6", "1/8", "3/8",
    "5/8", "7/8", "1/10"
  };

  static {
    mark(NUMERALS + SCALES, NUMERAL);
    mark("0123456789０１２３４５６７８９", DIGIT);
    mark(ERAS, ERA);
    mark(LETTERS, LATIN);
    for (char c : LETTERS.toCharArray()) {
      TRIGGER[c + 0xFEE0] = LATIN;
    }
    mark("@＠", AT);
    mark(PLACEHOLDERS, BLANK_AMOUNT);
    mark("半定過", WORD);
    mark(VULGARS, VULGAR);
    mark("¥￥", YEN_SIGN);
  }

  private Chars() {}

  private static void mark(String characters, byte trigger) {
    for (int i = 0; i < characters.length(); i++) {
      TRIGGER[characters.charAt(i)] = trigger;
    }
  }

  /** Value of an ASCII or full-width digit, -1 for anything else. */
  static int digit(char c) {
    if (c <= '9') {
      return c >= '0' ? c - '0' : -1;
    }
    return c >= '０' && c <= '９' ? c - '０' : -1;
  }

  static boolean isDigit(char c) {
    return digit(c) >= 0;
  }

  /** Value of a Chinese digit 〇 to 九, -1 for anything else. */
  static int numeral(char c) {
    return TRIGGER[c] == NUMERAL ? NUMERALS.indexOf(c) : -1;
  }

  /** Power of ten of a scale character (十 1 … 兆 12), 0 for anything else. */
  static int power(char c) {
    if (TRIGGER[c] != NUMERAL) {
      return 0;
    }
    int at = SCALES.indexOf(c);
    return at < 0 ? 0 : POWERS[at];
  }

  /** The half-width form of a full-width ASCII character, any other character itself. */
  static char narrow(char c) {
    if (c >= '！' && c <= '～') {
      return (char) (c - 0xFEE0);
    }
    return c == '　' ? ' ' : c;
  }

  static boolean isLetter(char c) {
    char n = narrow(c);
    return n >= 'a' && n <= 'z' || n >= 'A' && n <= 'Z';
  }

  static boolean isKatakana(char c) {
    return c >= 'ァ' && c <= 'ヺ' || c == 'ー';
  }

  static boolean isKana(char c) {
    return c >= 'ぁ' && c <= 'ヿ';
  }

  static boolean isDash(char c) {
    return DASHES.indexOf(c) >= 0;
  }

  /** What may stand between the two ends of a range. */
  static boolean isRangeMark(char c) {
    return "～〜~-－―–‐ー".indexOf(c) >= 0;
  }

  /** White space inside a line. */
  static boolean isSpace(char c) {
    return c == ' ' || c == '　' || c == '\t' || c == '\u00A0';
  }

  static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  static boolean isSlash(char c) {
    return c == '/' || c == '／' || c == '⁄' || c == '∕';
  }

  /** The fraction that one character shows ({@code ½}), or null. */
  static String fraction(char c) {
    int at = VULGARS.indexOf(c);
    return at < 0 ? null : FRACTIONS[at];
  }
}
