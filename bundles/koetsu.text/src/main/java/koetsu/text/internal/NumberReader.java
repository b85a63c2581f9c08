package koetsu.text.internal;

import java.math.BigDecimal;

/**
 * Reads one number: Arabic or full-width digits with commas and decimals, Chinese digits, and scale
 * characters between and behind them (3万5千, 1.1億, 二十三). Exact up to 18 digits; a longer run is read
 * to its end and has no value. One instance serves many reads of one text.
 */
final class NumberReader {
  private static final int MAX_POWER = 18;

  /** Behind a decimal point that a line ends with stand no more digits. */
  private static final int MAX_DECIMALS = 3;

  /** A figure that was pulled apart is no longer. */
  private static final int MAX_SPACED = 16;

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
    int spaced = -1;
    while (true) {
      int digit = Chars.digit(text.at(p));
      if (digit >= 0) {
        push(digit);
        count++;
        p++;
      } else if (count > 0 && p < spaced && !isPoint(text.at(p))) {
        p++;
      } else if (count > 0 && spaced < 0 && goesOnSpaced(p)) {
        spaced = spacedEnd(begin);
      } else if (isComma(text.at(p)) && (group(p + 1) || brokenGroup(p + 1) > 0)) {
        comma = true;
        p++;
      } else {
        int next = Chars.isBreak(text.at(p)) ? brokenDigits(begin, p) : -1;
        if (next < 0) {
          break;
        }
        p = next;
      }
    }
    int broken = isPoint(text.at(p)) ? brokenDecimals(p + 1) : -1;
    boolean decimals =
        isPoint(text.at(p)) && (p < spaced || broken > 0 || Chars.isDigit(text.at(p + 1)));
    if (decimals) {
      p = broken > 0 ? broken : p + 1;
      while (p < spaced || Chars.isDigit(text.at(p))) {
        if (Chars.isDigit(text.at(p))) {
          push(Chars.digit(text.at(p)));
          digitDecimals++;
        }
        p++;
      }
    }
    plainDigits = comma || decimals || arabic || scaled || spaced > 0 ? 0 : count;
    arabic = true;
    return p;
  }

  /** Whether a blank stands behind a digit or its mark and the figure may go on behind that. */
  private boolean goesOnSpaced(int p) {
    int q = isPoint(text.at(p)) || isComma(text.at(p)) ? p + 1 : p;
    if (!isBlank(text.at(q))) {
      return false;
    }
    char next = text.at(q + 1);
    return Chars.isDigit(next) || q == p && (isPoint(next) || isComma(next));
  }

  /**
   * The end of an amount of money whose figures were pulled apart (0. 8億円, 6 . 4億円, 4 5 億円), 0
   * where the figures are several: without a mark between them each is one digit and a blank stands
   * before the scale, too.
   */
  private int spacedEnd(int begin) {
    boolean single = true;
    boolean marked = false;
    boolean parted = false;
    int p = begin;
    int end = begin;
    while (p < begin + MAX_SPACED) {
      int digits = p;
      while (Chars.isDigit(text.at(p))) {
        p++;
      }
      single &= p == digits + 1;
      end = p;
      int next = isBlank(text.at(p)) ? p + 1 : p;
      boolean mark = isPoint(text.at(next)) || isComma(text.at(next));
      if (mark) {
        next++;
        next = isBlank(text.at(next)) ? next + 1 : next;
      }
      if (!Chars.isDigit(text.at(next)) || !mark && (next == p || marked)) {
        break;
      }
      marked |= mark;
      parted |= !mark;
      p = next;
    }
    int scale = isBlank(text.at(end)) ? end + 1 : end;
    boolean one = !parted || single && (marked || scale > end);
    return one && isMoney(scale) && !isItem(begin) ? end : 0;
  }

  /** 1⏎00%: where digits go on behind a line break, as no number begins with a zero; else -1. */
  private int brokenDigits(int begin, int p) {
    for (int back = 2; back < 4; back++) {
      if (isComma(text.at(p - back)) && p - back > begin) {
        return brokenGroup(p - back + 1);
      }
    }
    int next = text.overBreak(p);
    char before = text.at(begin - 1);
    boolean alone = before == '\0' || Chars.isBreak(before) || Chars.isSpace(before);
    if (next < 0 || alone || Chars.digit(text.at(next)) != 0) {
      return -1;
    }
    int end = next;
    while (end < next + MAX_SPACED && Chars.isDigit(text.at(end))) {
      end++;
    }
    char behind = text.at(end);
    boolean ends = Chars.isBreak(behind) || Chars.isSpace(behind) || behind == '\0';
    return ends || isPoint(behind) || Chars.isDash(behind) ? -1 : next;
  }

  /** 1,9⏎14: where a group of thousands goes on behind the line break in it; else -1. */
  private int brokenGroup(int p) {
    int begin = p;
    int end = p;
    while (end < begin + 2 && Chars.isDigit(text.at(end))) {
      end++;
    }
    int next = end > begin && Chars.isBreak(text.at(end)) ? text.overBreak(end) : -1;
    int left = 3 - (end - begin);
    for (int i = 0; next > 0 && i < left; i++) {
      next = Chars.isDigit(text.at(next + i)) ? next : -1;
    }
    return next > 0 && !Chars.isDigit(text.at(next + left)) ? next : -1;
  }

  /**
   * 15.⏎3%: where the decimals go on behind a line break, with % or a scale behind them; else -1.
   */
  private int brokenDecimals(int p) {
    int next = Chars.isBreak(text.at(p)) ? text.overBreak(p) : -1;
    int end = next;
    while (next > 0 && end < next + MAX_DECIMALS && Chars.isDigit(text.at(end))) {
      end++;
    }
    char behind = end > next ? text.at(end) : '\0';
    return behind == '%' || behind == '％' || behind != '\0' && isMoney(end) ? next : -1;
  }

  /** Whether a scale and 円 stand here. */
  private boolean isMoney(int p) {
    int at = p;
    while (at < p + 3 && Chars.power(text.at(at)) > 0) {
      at++;
    }
    return at > p && text.at(at) == '円';
  }

  /**
   * Whether the number that begins here counts the items of a list: 1. 8億円 at the head of a line.
   */
  private boolean isItem(int begin) {
    int mark = begin;
    while (Chars.isDigit(text.at(mark))) {
      mark++;
    }
    int before = begin - 1;
    while (before > begin - MAX_SPACED && Chars.isSpace(text.at(before))) {
      before--;
    }
    boolean heads = text.at(before) == '\0' || Chars.isBreak(text.at(before));
    return heads && isPoint(text.at(mark)) && Chars.digit(text.at(begin)) != 0;
  }

  private static boolean isBlank(char c) {
    return Chars.isSpace(c) && c != '\t';
  }

  private static boolean isPoint(char c) {
    return c == '.' || c == '．';
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
