package koetsu.text.internal;

import koetsu.api.text.TokenKind;

/**
 * The one scan of a document: from left to right, never back over more than a fixed number of
 * characters, so its cost is linear whatever the text.
 *
 * <p>Each place that may begin a token (a digit, a Chinese numeral, an era, an at sign …) goes to
 * one method, which adds what it finds and returns where to go on.
 */
final class Scanner {
  private static final TokenKind[] KINDS = TokenKind.values();

  private static final int MAX_UNIT = 12;
  private static final int MAX_LOCAL_PART = 64;
  private static final int MAX_DOMAIN = 253;

  /** How far a year without an era may lie from the year that names it, in years and characters. */
  private static final int NEAR_YEARS = 15;

  private static final int NEAR_CHARACTERS = 40;

  private static final String[] FILE_ENDINGS = {
    ".html", ".htm", ".pdf", ".php", ".aspx", ".xlsx", ".docx", ".pptx", ".zip"
  };

  /** What a 年 may not be followed by when it names a year: 5年間, 2030年代, 3年目. */
  private static final String NOT_A_YEAR = "間代目後前以超未程弱強ほごおぶ生";

  /** What 円 may not be followed by: 円滑, 円安. */
  private static final String NOT_YEN = "滑安高卓形熟満柱筒弧周";

  private final TextCursor text;
  private final NumberReader number;
  private final TokenColumns[] columns = new TokenColumns[KINDS.length];

  /** The last plain number without a unit: what a range 40～50件 begins with. */
  private int bareBegin = -1;

  private int bareEnd = -1;

  /** The last year with an era: what a later 8年度 of the line goes by. */
  private int eraBase;

  private int eraYear;
  private int eraEnd;

  Scanner(TextCursor text) {
    this.text = text;
    this.number = new NumberReader(text);
    for (int i = 0; i < columns.length; i++) {
      columns[i] = new TokenColumns();
    }
  }

  /** Scans the whole text; call once. */
  TokenColumns[] scan() {
    int at = text.nextTrigger(0);
    while (at < text.length()) {
      at = text.nextTrigger(token(at));
    }
    for (TokenColumns column : columns) {
      column.trim();
    }
    return columns;
  }

  private int token(int at) {
    return switch (Chars.TRIGGER[text.at(at)]) {
      case Chars.DIGIT -> digits(at);
      case Chars.NUMERAL -> numerals(at);
      case Chars.ERA -> eraYear(at);
      case Chars.LATIN -> letter(at);
      case Chars.AT -> mail(at);
      case Chars.BLANK_AMOUNT -> blankAmount(at);
      case Chars.WORD -> word(at);
      case Chars.VULGAR -> vulgarFraction(at);
      case Chars.YEN_SIGN -> yenSign(at);
      default -> at + 1;
    };
  }

  private void add(TokenKind kind, int begin, int end, long value) {
    columns[kind.ordinal()].add(begin, end, value, false);
  }

  private void dropFrom(int begin) {
    for (TokenColumns column : columns) {
      column.dropFrom(begin);
    }
  }

  // Numbers with what stands behind them

  private int digits(int begin) {
    if (Chars.digit(text.at(begin)) == 0) {
      int end = phone(begin);
      if (end > 0) {
        return end;
      }
    }
    number.read(begin);
    int end = number.end();
    int year = gregorianYear(begin, end);
    if (year == 0) {
      year = eraLessYear(begin, end);
    }
    if (year > 0) {
      return year;
    }
    int fraction = fraction(begin, end);
    if (fraction > 0) {
      return fraction;
    }
    int money = money(begin, end);
    if (money > 0) {
      return money;
    }
    int unit = quantity(begin, end, false);
    if (unit > 0) {
      return unit;
    }
    if (!Chars.isLetter(text.at(begin - 1)) && !Chars.isLetter(text.at(end))) {
      add(TokenKind.NUMBER, begin, end, number.whole());
      bareBegin = begin;
      bareEnd = end;
    }
    return end;
  }

  private int numerals(int begin) {
    number.read(begin);
    int end = number.end();
    if (end == begin) {
      return blankAmount(begin);
    }
    char before = text.at(begin - 1);
    if (before == '数' || before == '何' || before == '幾' || before == '第') {
      return end;
    }
    long value = number.whole();
    if (end == begin + 4 && !number.isScaled() && isYear(value) && text.at(end) == '年') {
      return yearTail(begin, end, (int) value, 0);
    }
    if (end == begin + 1 && text.at(begin) == '〇') {
      return blankAmount(begin);
    }
    int fraction = fraction(begin, end);
    if (fraction > 0) {
      return fraction;
    }
    int money = isColumnHead(begin) ? 0 : money(begin, end);
    if (money > 0) {
      return money;
    }
    int unit = quantity(begin, end, true);
    if (unit > 0) {
      return unit;
    }
    if (end > begin + 1 && value >= 10) {
      add(TokenKind.NUMBER, begin, end, value);
    }
    return end;
  }

  /** A unit that stands alone at the head of a table: 単位：百万円. */
  private boolean isColumnHead(int begin) {
    int p = begin - 1;
    while (p > begin - 4 && (Chars.isSpace(text.at(p)) || ":：".indexOf(text.at(p)) >= 0)) {
      p--;
    }
    return text.at(p) == '位' && text.at(p - 1) == '単';
  }

  /** Where a unit may begin behind a number: at once, behind one space, or on the next line. */
  private int unitBegin(int begin, int end) {
    char c = text.at(end);
    char before = text.at(begin - 1);
    if (before == '※') {
      return end;
    }
    if (Chars.isSpace(c) && !Chars.isSpace(text.at(end + 1)) && !Chars.isBreak(text.at(end + 1))) {
      return end + 1;
    }
    // A number that stands alone in its line is a page number or a cell, not half an expression.
    if ((Chars.isBreak(c) || Chars.isSpace(c))
        && before != '\0'
        && !Chars.isBreak(before)
        && !Chars.isSpace(before)) {
      int next = text.overBreak(end);
      return next < 0 ? end : next;
    }
    return end;
  }

  private int money(int begin, int end) {
    int p = unitBegin(begin, end);
    if (text.at(p) != '円' || NOT_YEN.indexOf(text.at(p + 1)) >= 0) {
      return 0;
    }
    add(TokenKind.MONEY, begin, p + 1, number.rounded());
    add(TokenKind.QUANTITY, rangeBegin(begin), perUnit(p + 1), number.whole());
    return p + 1;
  }

  private int quantity(int begin, int end, boolean numerals) {
    int p = unitBegin(begin, end);
    int unitEnd = Units.LEXICON.match(text, p, numerals);
    boolean afterLetter = Chars.isLetter(text.at(begin - 1));
    if (!numerals && p == end && !afterLetter) {
      int q = p;
      while (q < p + MAX_UNIT && Chars.isKatakana(text.at(q))) {
        q++;
      }
      if (q > p + 1 && q > unitEnd && !Chars.isKatakana(text.at(q))) {
        unitEnd = q;
      }
    }
    if (unitEnd <= p
        || text.at(begin - 1) == '第'
        || afterLetter && Chars.isLetter(text.at(p))
        || isOrdinalOrDate(begin, unitEnd)) {
      return 0;
    }
    long value = number.whole();
    char unit = text.at(p);
    if (isRateUnit(unit) && unitEnd == p + 1 && number.known() && !number.isScaled()) {
      rate(begin, unitEnd, unit == '割' ? 10 : 100);
    }
    add(TokenKind.QUANTITY, rangeBegin(begin), perUnit(unitEnd), value);
    return unitEnd;
  }

  private static boolean isRateUnit(char unit) {
    return unit == '%' || unit == '％' || unit == '割';
  }

  private void rate(int begin, int end, int whole) {
    int signum = number.value().signum();
    if (signum > 0 && number.value().intValue() <= whole) {
      add(TokenKind.RATE, begin, end, number.whole());
    }
  }

  /** 3年目, 5人目 and the day of 3月31日 count nothing; 1人当たり is a base, not an amount. */
  private boolean isOrdinalOrDate(int begin, int end) {
    char behind = text.at(end);
    if (behind == '目') {
      return true;
    }
    if (text.at(end - 1) == '日' && text.at(begin - 1) == '月'
        || text.at(end - 1) == '分' && text.at(begin - 1) == '時') {
      return true;
    }
    return number.whole() == 1
        && (behind == '当' && text.at(end + 1) == 'た'
            || behind == 'あ' && text.at(end + 1) == 'た'
            || behind == 'に' && text.at(end + 1) == 'つ'
            || behind == 'ご' && text.at(end + 1) == 'と'
            || behind == 'ひ' && text.at(end + 1) == 'と'
            || behind == '一');
  }

  /** Where the range begins whose second half begins here; the place itself for a single amount. */
  private int rangeBegin(int begin) {
    if (bareEnd < 0 || bareEnd != begin - 1 || !isRangeMark(text.at(bareEnd))) {
      return begin;
    }
    columns[TokenKind.NUMBER.ordinal()].dropFrom(bareBegin);
    return bareBegin;
  }

  private static boolean isRangeMark(char c) {
    return "～〜~-－―–‐ー".indexOf(c) >= 0;
  }

  /** The end of a unit with what it is counted by: トン/年, 円/kWh. */
  private int perUnit(int end) {
    if (!Chars.isSlash(text.at(end))) {
      return end;
    }
    int per = Units.LEXICON.match(text, end + 1, false);
    return per > end + 1 ? per : end;
  }

  // Fractions and rates

  /** A fraction that begins with the number just read (1/2, ２／３, 2分の1); 0 where there is none. */
  private int fraction(int begin, int end) {
    long first = number.whole();
    if (first < 1 || first > 1000 || number.plainDigits() == 0 && Chars.isDigit(text.at(begin))) {
      return 0;
    }
    if (text.at(end) == '分' && text.at(end + 1) == 'の') {
      int value = 0;
      int p = end + 2;
      while (p < end + 5 && smallDigit(text.at(p)) >= 0) {
        value = value * 10 + smallDigit(text.at(p++));
      }
      if (p == end + 2 && text.at(p) == '十') {
        value = 10;
        p++;
      }
      if (p == end + 2 || value < 1 || value > first) {
        return 0;
      }
      add(TokenKind.RATE, begin, p, TokenColumns.NONE);
      return p;
    }
    if (first > 100 || !Chars.isDigit(text.at(begin))) {
      return 0;
    }
    char before = text.at(begin - 1);
    if (Chars.isSlash(before) || ".．第".indexOf(before) >= 0 || Chars.isLetter(before)) {
      return 0;
    }
    int p = Chars.isSpace(text.at(end)) ? end + 1 : end;
    if (!Chars.isSlash(text.at(p))) {
      return 0;
    }
    p++;
    if (Chars.isSpace(text.at(p))) {
      p++;
    } else if (Chars.isBreak(text.at(p))) {
      int next = text.overBreak(p);
      p = next < 0 ? p : next;
    }
    int digitsBegin = p;
    int second = 0;
    while (p < digitsBegin + 3 && Chars.isDigit(text.at(p))) {
      second = second * 10 + Chars.digit(text.at(p++));
    }
    char behind = text.at(p);
    if (p == digitsBegin
        || second < Math.max(first, 2)
        || second > 100
        || Chars.isDigit(behind)
        || Chars.isSlash(behind)
        || Chars.isLetter(behind)
        || "年月日時".indexOf(behind) >= 0
        || (behind == '.' || behind == ',') && Chars.isDigit(text.at(p + 1))) {
      return 0;
    }
    add(TokenKind.RATE, begin, p, TokenColumns.NONE);
    return p;
  }

  private static int smallDigit(char c) {
    int digit = Chars.digit(c);
    return digit >= 0 ? digit : Chars.numeral(c);
  }

  private int vulgarFraction(int at) {
    add(TokenKind.RATE, at, at + 1, TokenColumns.NONE);
    return at + 1;
  }

  /** 定額 as a rate, 半数 and 過半数 as amounts. */
  private int word(int at) {
    char c = text.at(at);
    if (c == '定') {
      if (text.at(at + 1) == '額'
          && "一所特固規".indexOf(text.at(at - 1)) < 0
          && "制法減給".indexOf(text.at(at + 2)) < 0) {
        add(TokenKind.RATE, at, at + 2, TokenColumns.NONE);
        return at + 2;
      }
      return at + 1;
    }
    int half = c == '過' ? at + 1 : at;
    if (text.at(half) == '半' && text.at(half + 1) == '数') {
      add(TokenKind.QUANTITY, at, half + 2, TokenColumns.NONE);
      return half + 2;
    }
    return at + 1;
  }

  // Money without a number

  /** A figure that was left out (-億円, ○○百万円): an amount without a number. */
  private int blankAmount(int begin) {
    char first = text.at(begin);
    char before = text.at(begin - 1);
    int p = begin;
    while (p < begin + 4
        && (Chars.TRIGGER[text.at(p)] == Chars.BLANK_AMOUNT || text.at(p) == '〇')) {
      p++;
    }
    int marks = p;
    if (first == 'ー' && Chars.isKana(before) || Chars.isDigit(before) || Chars.isLetter(before)) {
      return Math.max(marks, begin + 1);
    }
    if (Chars.isSpace(text.at(p))) {
      p++;
    }
    int scale = p;
    while (p < scale + 3 && Chars.power(text.at(p)) > 0) {
      p++;
    }
    if (marks > begin && p > scale && text.at(p) == '円') {
      add(TokenKind.MONEY, begin, p + 1, TokenColumns.NONE);
      return p + 1;
    }
    return Math.max(marks, begin + 1);
  }

  private int yenSign(int at) {
    int p = Chars.isSpace(text.at(at + 1)) ? at + 2 : at + 1;
    if (!Chars.isDigit(text.at(p))) {
      return at + 1;
    }
    number.read(p);
    int end = number.end();
    add(TokenKind.MONEY, at, end, number.rounded());
    add(TokenKind.QUANTITY, at, perUnit(end), number.whole());
    return end;
  }

  // Years

  private static boolean isYear(long value) {
    return value >= 1900 && value < 2200;
  }

  private int gregorianYear(int begin, int end) {
    if (number.plainDigits() != 4 || !isYear(number.whole())) {
      return 0;
    }
    int year = (int) number.whole();
    int tail = suffix(end);
    // A number alone in its line is no year because the next line begins with 年.
    if (tail > end && (unitBegin(begin, end) != end || !Chars.isBreak(text.at(end)))) {
      return text.at(tail - 1) == '年' && text.at(tail) == '代'
          ? tail + 1
          : yearTail(begin, end, year, 0);
    }
    int range = rangeMark(end);
    if (range > end && Chars.isDigit(text.at(range))) {
      TokenColumns years = columns[TokenKind.YEAR.ordinal()];
      int before = years.size();
      years.add(begin, end, year, false);
      int last = moreYears(end, year, 0);
      if (years.size() > before + 1) {
        return last;
      }
      years.dropFrom(begin);
    }
    return 0;
  }

  /**
   * A fiscal year whose era stands earlier in the line: 令和7年度補正予算・8年度当初予算. It must lie near the
   * year before it.
   */
  private int eraLessYear(int begin, int end) {
    if (number.plainDigits() == 0 || number.plainDigits() > 2 || eraBase == 0) {
      return 0;
    }
    int year = eraBase + (int) number.whole();
    int p = gap(end);
    if (text.at(p) != '年'
        || text.at(p + 1) != '度'
        || text.at(p + 2) == '目'
        || Math.abs(year - eraYear) > NEAR_YEARS
        || begin - eraEnd > NEAR_CHARACTERS
        || isBroken(eraEnd, begin)) {
      return 0;
    }
    return yearTail(begin, end, year, eraBase);
  }

  private boolean isBroken(int from, int to) {
    for (int i = from; i < to; i++) {
      if (Chars.isBreak(text.at(i))) {
        return true;
      }
    }
    return false;
  }

  /** 令和8年度, 平成元年, ㋿8年; the era alone is nothing. */
  private int eraYear(int begin) {
    int base = eraOf(text.at(begin), text.at(begin + 1));
    if (base == 0) {
      return begin + 1;
    }
    int p = isSquareEra(text.at(begin)) ? begin + 1 : begin + 2;
    int q = gap(p);
    if (text.at(q) == '元') {
      return text.at(gap(q + 1)) == '年' ? yearTail(begin, q + 1, base + 1, base) : q + 1;
    }
    int year = 0;
    int end = q;
    if (Chars.isDigit(text.at(q))) {
      while (end < q + 2 && Chars.isDigit(text.at(end))) {
        year = year * 10 + Chars.digit(text.at(end++));
      }
      if (Chars.isDigit(text.at(end))) {
        return end;
      }
    } else if (Chars.TRIGGER[text.at(q)] == Chars.NUMERAL) {
      number.read(q);
      end = number.end();
      if (number.whole() > 99 || text.at(gap(end)) != '年') {
        return Math.max(end, p);
      }
      year = (int) number.whole();
    }
    return year > 0 ? yearTail(begin, end, base + year, base) : p;
  }

  private static boolean isSquareEra(char c) {
    return c == '㋿' || c >= '㍻' && c <= '㍾';
  }

  /** The Gregorian year before the first year of an era, 0 where no era is named. */
  private static int eraOf(char first, char second) {
    return switch (first) {
      case '令' -> second == '和' ? 2018 : 0;
      case '平' -> second == '成' ? 1988 : 0;
      case '昭' -> second == '和' ? 1925 : 0;
      case '大' -> second == '正' ? 1911 : 0;
      case '明' -> second == '治' ? 1867 : 0;
      case '㋿' -> 2018;
      case '㍻' -> 1988;
      case '㍼' -> 1925;
      case '㍽' -> 1911;
      case '㍾' -> 1867;
      default -> 0;
    };
  }

  private static int letterEraBase(char letter) {
    return switch (letter) {
      case 'R' -> 2018;
      case 'H' -> 1988;
      case 'S' -> 1925;
      case 'T' -> 1911;
      case 'M' -> 1867;
      default -> 0;
    };
  }

  private int letter(int begin) {
    char before = text.at(begin - 1);
    if (Chars.isLetter(before) || Chars.isDigit(before) || before == '-' || before == '_') {
      return begin + 1;
    }
    char c = Chars.narrow(text.at(begin));
    if (c == 'h' || c == 'w' || c == 'W' || c == 'H' && !Chars.isDigit(text.at(begin + 1))) {
      return address(begin);
    }
    int p = begin + 1;
    if (c == 'F') {
      return fiscalYear(begin);
    }
    int year = 0;
    while (p < begin + 3 && Chars.isDigit(text.at(p))) {
      year = year * 10 + Chars.digit(text.at(p++));
    }
    char behind = text.at(p);
    if (year == 0 || Chars.isDigit(behind) || Chars.isLetter(behind)) {
      return begin + 1;
    }
    int base = letterEraBase(c);
    boolean printed = text.at(gap(p)) == '年';
    // Without 年 only R is safe, and H with two digits: H3 is a rocket, S3 a store, R4-05 an item.
    boolean bare = c == 'R' || c == 'H' && p == begin + 3;
    boolean code = Chars.isDash(behind) && Chars.isDigit(text.at(p + 1)) || behind == '_';
    if (!printed && code && bare) {
      // R8-12年度 is a range, R4-05 a number.
      columns[TokenKind.YEAR.ordinal()].add(begin, p, base + year, false);
      int more = moreYears(p, base + year, base);
      if (more > p) {
        return more;
      }
      columns[TokenKind.YEAR.ordinal()].dropFrom(begin);
      return p;
    }
    return printed || bare && behind != '.' && behind != '．'
        ? yearTail(begin, p, base + year, base)
        : begin + 1;
  }

  /** FY2026, FY26. */
  private int fiscalYear(int begin) {
    if (Chars.narrow(text.at(begin + 1)) != 'Y') {
      return begin + 1;
    }
    int p = begin + 2;
    int year = 0;
    while (p < begin + 6 && Chars.isDigit(text.at(p))) {
      year = year * 10 + Chars.digit(text.at(p++));
    }
    if (p == begin + 4) {
      year += 2000;
    }
    if (Chars.isDigit(text.at(p)) || !isYear(year)) {
      return begin + 2;
    }
    columns[TokenKind.YEAR.ordinal()].add(begin, p, year, true);
    return p;
  }

  /** Over one space or one line break. */
  private int gap(int p) {
    if (Chars.isSpace(text.at(p))) {
      return Chars.isSpace(text.at(p + 1)) ? p : p + 1;
    }
    if (Chars.isBreak(text.at(p))) {
      int next = text.overBreak(p);
      return next < 0 ? p : next;
    }
    return p;
  }

  /** Adds a year whose number ends here, with 年 or 年度 where printed, and the range it opens. */
  private int yearTail(int begin, int numberEnd, int year, int base) {
    int end = suffix(numberEnd);
    boolean fiscal = end > numberEnd && text.at(end - 1) == '度';
    columns[TokenKind.YEAR.ordinal()].add(begin, end, year, fiscal);
    int last = moreYears(end, year, base);
    eraBase = base;
    eraYear = year;
    eraEnd = last;
    return last;
  }

  /**
   * The end of 年 or 年度 behind a number, or the number's own end; the other calendar's year may
   * stand between them in brackets: 令和8（2026）年度.
   */
  private int suffix(int numberEnd) {
    int p = gap(behindBrackets(numberEnd));
    if (text.at(p) != '年') {
      return numberEnd;
    }
    int q = gap(p + 1);
    return text.at(q) == '度' ? q + 1 : p + 1;
  }

  private int behindBrackets(int at) {
    if (text.at(at) != '（' && text.at(at) != '(') {
      return at;
    }
    for (int p = at + 2; p < at + 9; p++) {
      char c = text.at(p);
      if (c == '）' || c == ')') {
        return Chars.isDigit(text.at(p - 1)) ? p + 1 : at;
      }
    }
    return at;
  }

  /**
   * Adds the years that follow with the era left out: 令和7～11年度, 令和4年度から8年度, 令和6・7年度, 2025～2027年度. A
   * year of the list must be later than the one before it and print 年, or stand where a later one
   * prints it for all.
   */
  private int moreYears(int firstEnd, int firstYear, int base) {
    TokenColumns years = columns[TokenKind.YEAR.ordinal()];
    int end = firstEnd;
    int year = firstYear;
    boolean printed = text.at(end - 1) == '年' || text.at(end - 1) == '度';
    for (int more = 0; more < 8; more++) {
      int p = gap(rangeMark(end));
      if (p == end || rangeMark(end) == end) {
        return end;
      }
      int value = 0;
      int q = p;
      while (q < p + 4 && Chars.isDigit(text.at(q))) {
        value = value * 10 + Chars.digit(text.at(q++));
      }
      if (q == p || Chars.isDigit(text.at(q))) {
        return end;
      }
      int next = value;
      if (q - p <= 2) {
        next += base > 0 ? base : year - year % 100;
      } else if (q - p != 4 || base > 0 || !isYear(value)) {
        return end;
      }
      int nextEnd = suffix(q);
      boolean shared = nextEnd == q && !printed && rangeMark(q) > q;
      if (next <= year || nextEnd == q && !shared || NOT_A_YEAR.indexOf(text.at(nextEnd)) >= 0) {
        return end;
      }
      boolean fiscal = text.at(nextEnd - 1) == '度';
      if (!printed && fiscal) {
        years.makeLastFiscal();
      }
      years.add(p, nextEnd, next, fiscal);
      printed = nextEnd > q;
      end = nextEnd;
      year = next;
    }
    return end;
  }

  /** The end of what joins two years of a list or range, or the place itself. */
  private int rangeMark(int at) {
    char c = text.at(at);
    if (isRangeMark(c) || "・、,，/／と".indexOf(c) >= 0) {
      return at + 1;
    }
    if (text.matches(at, "から") || text.matches(at, "及び") || text.matches(at, "並び")) {
      return c == '並' ? at + 3 : at + 2;
    }
    return text.matches(at, "および") ? at + 3 : at;
  }

  // Telephone, mail and web addresses

  /** A telephone number that begins with this zero; 0 where there is none. */
  private int phone(int zero) {
    char before = text.at(zero - 1);
    boolean glued = Chars.isLetter(before) && !isPhoneLabel(zero);
    if (Chars.isDigit(before) || Chars.isDash(before) || glued || before == '.') {
      return 0;
    }
    boolean bracket = before == '(' || before == '（';
    int groups = 0;
    int total = 0;
    int last = 0;
    int p = zero;
    int end = zero;
    boolean opened = false;
    while (groups < 3) {
      int begin = p;
      while (p < begin + 12 && Chars.isDigit(text.at(p))) {
        p++;
      }
      last = p - begin;
      if (last == 0) {
        break;
      }
      groups++;
      total += last;
      end = p;
      if (groups == 1 && bracket) {
        opened = text.at(p) == ')' || text.at(p) == '）';
      }
      int next = phoneSeparator(p);
      if (groups == 3 || next == p) {
        break;
      }
      p = next;
    }
    char behind = text.at(end);
    if (Chars.isDigit(behind) || Chars.isDash(behind) && Chars.isDigit(text.at(end + 1))) {
      return 0;
    }
    boolean plausible =
        groups == 3
            ? (last == 4 || last == 3) && isPhoneLength(zero, total)
            : groups == 1 && isPhoneLength(zero, total) && isPhoneLabel(zero);
    if (!plausible) {
      return 0;
    }
    add(TokenKind.PHONE, opened ? zero - 1 : zero, end, TokenColumns.NONE);
    return end;
  }

  private int phoneSeparator(int at) {
    int p = at;
    char c = text.at(p);
    if (c == '(' || c == '（') {
      return Chars.isDigit(text.at(p + 1)) ? p + 1 : at;
    }
    if (c == ')' || c == '）') {
      p++;
    }
    if (Chars.isDash(text.at(p))) {
      p++;
      if (Chars.isBreak(text.at(p))) {
        int next = text.overBreak(p);
        p = next < 0 ? p : next;
      }
    } else if (p == at && Chars.isSpace(c)) {
      p++;
    }
    return Chars.isDigit(text.at(p)) ? p : at;
  }

  /** Ten digits, eleven for mobile, IP and 0800 numbers. */
  private boolean isPhoneLength(int zero, int total) {
    int second = Chars.digit(text.at(zero + 1));
    int third = Chars.digit(text.at(zero + 2));
    boolean eleven = third == 0 && second >= 5 && second <= 9;
    return second > 0 && (total == 11 && eleven || total == 10);
  }

  /** Whether TEL, 電話, ☎ or 番号 stands right before a number. */
  private boolean isPhoneLabel(int zero) {
    int p = zero - 1;
    while (p > zero - 5 && (Chars.isSpace(text.at(p)) || ":：(（".indexOf(text.at(p)) >= 0)) {
      p--;
    }
    return "LlＬｌ話号℡☎✆".indexOf(text.at(p)) >= 0;
  }

  private int mail(int at) {
    int begin = at;
    while (begin > at - MAX_LOCAL_PART && isLocalPart(Chars.narrow(text.at(begin - 1)))) {
      begin--;
    }
    while (begin < at && !isAlphanumeric(Chars.narrow(text.at(begin)))) {
      begin++;
    }
    int end = begin < at ? domain(at + 1) : 0;
    if (end == 0) {
      return at + 1;
    }
    dropFrom(begin);
    add(TokenKind.EMAIL, begin, end, TokenColumns.NONE);
    return end;
  }

  private static boolean isAlphanumeric(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  private static boolean isLocalPart(char c) {
    return isAlphanumeric(c) || "._%+-".indexOf(c) >= 0 && c != '\0';
  }

  /** The end of a domain with at least two labels, 0 where there is none. */
  private int domain(int begin) {
    int p = begin;
    int label = begin;
    int end = 0;
    while (p < begin + MAX_DOMAIN) {
      char c = Chars.narrow(text.at(p));
      if (isAlphanumeric(c) || c == '-' && p > label) {
        p++;
        continue;
      }
      boolean letters = p >= label + 2 && Chars.isLetter(text.at(p - 1));
      if (label > begin && letters) {
        end = p;
      }
      if (p == label) {
        return end;
      }
      if (c == '.') {
        label = brokenLabel(p + 1);
      } else if (Chars.isBreak(c) && text.overBreak(p) > 0 && text.at(text.overBreak(p)) == '.') {
        label = text.overBreak(p) + 1;
      } else {
        return end;
      }
      p = label;
    }
    return end;
  }

  private int brokenLabel(int p) {
    int next = Chars.isBreak(text.at(p)) ? text.overBreak(p) : -1;
    return next < 0 ? p : next;
  }

  private int address(int begin) {
    int rest = scheme(begin);
    if (rest == 0) {
      return begin + 1;
    }
    int end = webRun(rest);
    for (int lines = 0; lines < 2; lines++) {
      int next = continuation(begin, end);
      if (next == 0) {
        break;
      }
      end = next;
    }
    end = withoutTrailingMarks(rest, end);
    if (end == rest) {
      return rest;
    }
    add(TokenKind.URL, begin, end, TokenColumns.NONE);
    return end;
  }

  /**
   * The end of {@code http://}, {@code https://} or the begin of {@code www.}; 0 where neither is.
   */
  private int scheme(int begin) {
    if (narrowMatches(begin, "www.")) {
      return isAlphanumeric(Chars.narrow(text.at(begin + 4))) ? begin + 4 : 0;
    }
    if (!narrowMatches(begin, "http")) {
      return 0;
    }
    int p = Chars.narrow(text.at(begin + 4)) == 's' ? begin + 5 : begin + 4;
    return narrowMatches(p, "://") ? p + 3 : 0;
  }

  private boolean narrowMatches(int at, String expected) {
    for (int i = 0; i < expected.length(); i++) {
      char c = Chars.narrow(text.at(at + i));
      if (c != expected.charAt(i) && c + 0x20 != expected.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private int webRun(int begin) {
    int p = begin;
    while (isWeb(text.at(p))) {
      p++;
    }
    return p;
  }

  /** Characters of a web address; full-width ones only where no sentence uses them as marks. */
  private static boolean isWeb(char c) {
    char n = Chars.narrow(c);
    return isAlphanumeric(n)
        || "-._~/?#&=%+:".indexOf(n) >= 0 && n != '\0'
        || n == c && "[]@!$'()*,;".indexOf(c) >= 0 && c != '\0';
  }

  /** The end of an address's marks that belong to the sentence around it. */
  private int withoutTrailingMarks(int begin, int end) {
    int p = end;
    while (p > begin && ".,;:!?'*".indexOf(text.at(p - 1)) >= 0) {
      p--;
    }
    if (p > begin && text.at(p - 1) == ')') {
      int open = 0;
      for (int q = begin; q < p; q++) {
        char c = text.at(q);
        open += c == '(' ? 1 : c == ')' ? -1 : 0;
      }
      if (open < 0) {
        p--;
      }
    }
    return p;
  }

  /**
   * Where an address goes on in the next line; 0 where it does not. A hard-wrapped address fills
   * its line to the end and its rest reads like a path: it has a slash, a file ending or a query.
   */
  private int continuation(int begin, int end) {
    int next = Chars.isBreak(text.at(end)) ? text.overBreak(end) : -1;
    if (next < 0 || isComplete(end) || scheme(next) > 0 || !isPathStart(text.at(next))) {
      return 0;
    }
    int p = next;
    boolean path = false;
    while (isWeb(text.at(p))) {
      char c = text.at(p);
      if (c == '@') {
        return 0;
      }
      path |= "/_=?".indexOf(c) >= 0 || c == '.' && Chars.isLetter(text.at(p + 1));
      p++;
    }
    return path || isRestOfEnding(end, next, p) ? p : 0;
  }

  /** Whether a file ending was broken in two: index.ht⏎ml. */
  private boolean isRestOfEnding(int end, int next, int restEnd) {
    for (String ending : FILE_ENDINGS) {
      int rest = restEnd - next;
      int first = ending.length() - rest;
      if (rest > 0
          && first > 0
          && text.matches(end - first, ending.substring(0, first))
          && text.matches(next, ending.substring(first))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPathStart(char c) {
    return isAlphanumeric(c) || "-_/?=&#%.".indexOf(c) >= 0 && c != '\0';
  }

  /** Whether an address ends like a file or a folder: nothing is missing. */
  private boolean isComplete(int end) {
    if (text.at(end - 1) == '/') {
      return true;
    }
    for (String ending : FILE_ENDINGS) {
      if (text.matches(end - ending.length(), ending)) {
        return !ending.equals(".htm") || text.at(text.overBreak(end)) != 'l';
      }
    }
    return false;
  }
}
