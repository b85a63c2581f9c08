package koetsu.text.internal;

import java.math.BigDecimal;

/**
 * Reads one number: Arabic or full-width digits with commas and decimals, Chinese digits, and scale
 * characters between and behind them (3万5千, 1.1億, 二十三). Exact up to 18 digits; a longer run is read
 * to its end and has no value. One instance serves many reads of one text.
 */
final class NumberReader {
  private static final int MAX_POWER = 18;
  private static final long[] TEN = new long[MAX_POWER + 1];

  static {
    TEN[0] = 1;
    for (int i = 1; i <= MAX_POWER; i++) {
      TEN[i] = TEN[i - 1] * 10;
    }
  }

  private final TextCursor text;

  private int end;
  private boolean overflow;

  /** Number of plain Arabic digits where nothing else was read (no comma, point, scale), else 0. */
  private int plainDigits;

  private boolean arabic;
  private boolean scaled;

  // The sum so far, the section below the last of 万 億 兆, and the digits just read.
  private long total;
  private int totalDecimals;
  private long section;
  private int sectionDecimals;
  private long digits;
  private int digitDecimals;

  NumberReader(TextCursor text) {
    this.text = text;
  }

  /** Reads the number that begins here; a caller has seen a digit or numeral at this place. */
  void read(int begin) {
    overflow = false;
    arabic = false;
    scaled = false;
    plainDigits = 0;
    total = 0;
    totalDecimals = 0;
    section = 0;
    sectionDecimals = 0;
    int p = begin;
    boolean pending = false;
    boolean inSection = false;
    int smallest = 4;
    int big = 16;
    digits = 0;
    digitDecimals = 0;
    while (true) {
      char c = text.at(p);
      if (Chars.isDigit(c)) {
        if (pending) {
          break;
        }
        p = arabicDigits(p);
        pending = true;
        continue;
      }
      int numeral = Chars.numeral(c);
      if (numeral >= 0) {
        if (pending && (arabic || scaled)) {
          break;
        }
        push(numeral);
        pending = true;
        p++;
        continue;
      }
      int power = Chars.power(c);
      if (power == 0) {
        int next = scaled || pending ? brokenAmount(p, pending) : -1;
        if (next < 0) {
          break;
        }
        p = next;
        continue;
      }
      if (power < 4) {
        if (power >= smallest) {
          break;
        }
        addToSection(pending ? digits : 1, pending ? digitDecimals : 0, power);
        smallest = power;
        inSection = true;
      } else {
        if (power >= big || !(pending || inSection)) {
          break;
        }
        if (pending) {
          addToSection(digits, digitDecimals, 0);
        }
        addToTotal(section, sectionDecimals, power);
        section = 0;
        sectionDecimals = 0;
        inSection = false;
        smallest = 4;
        big = power;
      }
      digits = 0;
      digitDecimals = 0;
      pending = false;
      scaled = true;
      plainDigits = 0;
      p++;
    }
    if (pending) {
      addToSection(digits, digitDecimals, 0);
    }
    addToTotal(section, sectionDecimals, 0);
    end = p;
  }

  /**
   * Where an amount goes on behind a line break or one space: the scale or 円 of a number (120⏎億円,
   * 9,916 億円), or the next group of a scaled one (4億⏎5千万円); -1 elsewhere.
   */
  private int brokenAmount(int p, boolean pending) {
    int next = text.overBreak(p);
    if (next < 0 && Chars.isSpace(text.at(p)) && !Chars.isSpace(text.at(p + 1))) {
      next = p + 1;
    }
    if (next < 0) {
      return -1;
    }
    char first = text.at(next);
    if (pending ? Chars.power(first) == 0 : !Chars.isDigit(first)) {
      return -1;
    }
    boolean scale = false;
    for (int q = next; q < next + 12; q++) {
      char c = text.at(q);
      if (c == '円') {
        return scale ? next : -1;
      }
      scale |= Chars.power(c) > 0;
      if (!Chars.isDigit(c) && Chars.power(c) == 0 && c != ',' && c != '.') {
        return -1;
      }
    }
    return -1;
  }

  private int arabicDigits(int begin) {
    int p = begin;
    int count = 0;
    boolean comma = false;
    while (true) {
      int digit = Chars.digit(text.at(p));
      if (digit >= 0) {
        push(digit);
        count++;
        p++;
      } else if (isComma(text.at(p)) && group(p + 1)) {
        comma = true;
        p++;
      } else {
        break;
      }
    }
    char point = text.at(p);
    boolean decimals = (point == '.' || point == '．') && Chars.isDigit(text.at(p + 1));
    if (decimals) {
      p++;
      for (int digit = Chars.digit(text.at(p)); digit >= 0; digit = Chars.digit(text.at(p))) {
        push(digit);
        digitDecimals++;
        p++;
      }
    }
    plainDigits = comma || decimals || arabic || scaled ? 0 : count;
    arabic = true;
    return p;
  }

  private static boolean isComma(char c) {
    return c == ',' || c == '，';
  }

  /** Exactly three digits: what stands behind a thousands separator. */
  private boolean group(int p) {
    return Chars.isDigit(text.at(p))
        && Chars.isDigit(text.at(p + 1))
        && Chars.isDigit(text.at(p + 2))
        && !Chars.isDigit(text.at(p + 3));
  }

  private void push(int digit) {
    if (digits >= TEN[MAX_POWER - 1]) {
      overflow = true;
    } else {
      digits = digits * 10 + digit;
    }
  }

  private void addToSection(long value, int decimals, int power) {
    int d = decimals - power;
    long v = d < 0 ? times(value, -d) : value;
    d = Math.max(d, 0);
    int common = Math.max(d, sectionDecimals);
    section = plus(times(section, common - sectionDecimals), times(v, common - d));
    sectionDecimals = common;
  }

  private void addToTotal(long value, int decimals, int power) {
    int d = decimals - power;
    long v = d < 0 ? times(value, -d) : value;
    d = Math.max(d, 0);
    int common = Math.max(d, totalDecimals);
    total = plus(times(total, common - totalDecimals), times(v, common - d));
    totalDecimals = common;
  }

  private long times(long value, int power) {
    if (value == 0 || power == 0) {
      return value;
    }
    if (power > MAX_POWER || value > Long.MAX_VALUE / TEN[power]) {
      overflow = true;
      return 0;
    }
    return value * TEN[power];
  }

  private long plus(long a, long b) {
    if (a > Long.MAX_VALUE - b) {
      overflow = true;
      return 0;
    }
    return a + b;
  }

  int end() {
    return end;
  }

  /** Whether the value is known exactly: at most 18 digits. */
  boolean known() {
    return !overflow;
  }

  boolean isScaled() {
    return scaled;
  }

  int plainDigits() {
    return plainDigits;
  }

  /** The value where it is whole, {@link TokenColumns#NONE} elsewhere. */
  long whole() {
    if (overflow) {
      return TokenColumns.NONE;
    }
    long unit = TEN[Math.min(totalDecimals, MAX_POWER)];
    return total % unit == 0 ? total / unit : TokenColumns.NONE;
  }

  /** The value rounded half up, {@link TokenColumns#NONE} where it is too long. */
  long rounded() {
    if (overflow) {
      return TokenColumns.NONE;
    }
    long unit = TEN[Math.min(totalDecimals, MAX_POWER)];
    return total / unit + (total % unit >= unit - unit / 2 && unit > 1 ? 1 : 0);
  }

  /** The exact value; a caller has asked {@link #known()}. */
  BigDecimal value() {
    BigDecimal value = BigDecimal.valueOf(total, totalDecimals).stripTrailingZeros();
    return value.scale() < 0 ? value.setScale(0) : value;
  }
}
