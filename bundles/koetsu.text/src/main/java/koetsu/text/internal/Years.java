package koetsu.text.internal;

import koetsu.api.text.TokenKind;

/** Finds years and fiscal years, era and Gregorian, and the lists and ranges that they open. */
final class Years {
  // The Gregorian year before the first year of each era.
  private static final int REIWA = 2018;
  private static final int HEISEI = 1988;
  private static final int SHOWA = 1925;
  private static final int TAISHO = 1911;
  private static final int MEIJI = 1867;

  /** How far a year without an era may lie from the year that names it, in years and characters. */
  private static final int NEAR_YEARS = 15;

  private static final int NEAR_CHARACTERS = 40;

  /** What a 年 may not be followed by when it names a year: 5年間, 2030年代, 3年目. */
  private static final String NOT_A_YEAR = "間代目後前以超未程弱強ほごおぶ生";

  private final TextCursor text;
  private final TokenTable tokens;
  private final NumberReader number;

  /** The last year with an era: what a later 8年度 of the line goes by. */
  private int eraBase;

  private int eraYear;
  private int eraEnd;

  Years(TextCursor text, TokenTable tokens, NumberReader number) {
    this.text = text;
    this.tokens = tokens;
    this.number = number;
  }

  static boolean isYear(long value) {
    return value >= 1900 && value < 2200;
  }

  /** A year of four digits with 年, or at the begin of a range; 0 where the number is none. */
  int gregorian(int begin, int end) {
    if (number.plainDigits() != 4 || !isYear(number.whole())) {
      return 0;
    }
    int year = (int) number.whole();
    int tail = suffix(end);
    // A number alone in its line is no year because the next line begins with 年.
    if (tail > end && (text.unitBegin(begin, end) != end || !Chars.isBreak(text.at(end)))) {
      return text.at(tail - 1) == '年' && text.at(tail) == '代'
          ? tail + 1
          : tail(begin, end, year, 0);
    }
    int range = rangeMark(end);
    if (range > end && Chars.isDigit(text.at(range))) {
      TokenColumns years = tokens.of(TokenKind.YEAR);
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

  /** 20⏎26年: a year of four digits that a line break parts; 0 where the number is none. */
  int broken(int begin, int end) {
    int count = number.plainDigits();
    int next = count > 0 && count < 4 ? text.overBreak(end) : -1;
    char before = text.at(begin - 1);
    if (next < 0
        || before == '\0'
        || Chars.isBreak(before)
        || Chars.isSpace(before)
        || ".．,，".indexOf(before) >= 0) {
      return 0;
    }
    long year = number.whole();
    int p = next;
    while (count < 4 && Chars.isDigit(text.at(p))) {
      year = year * 10 + Chars.digit(text.at(p++));
      count++;
    }
    return p > next && count == 4 && isYear(year) && text.at(p) == '年' && suffix(p) > p
        ? tail(begin, p, (int) year, 0)
        : 0;
  }

  /**
   * A fiscal year whose era stands earlier in the line: 令和7年度補正予算・8年度当初予算. It must lie near the
   * year before it.
   */
  int withoutEra(int begin, int end) {
    if (number.plainDigits() == 0 || number.plainDigits() > 2 || eraBase == 0) {
      return 0;
    }
    int year = eraBase + (int) number.whole();
    int p = text.gap(end);
    if (text.at(p) != '年'
        || text.at(p + 1) != '度'
        || text.at(p + 2) == '目'
        || Math.abs(year - eraYear) > NEAR_YEARS
        || begin - eraEnd > NEAR_CHARACTERS
        || isBroken(eraEnd, begin)) {
      return 0;
    }
    return tail(begin, end, year, eraBase);
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
  int era(int begin) {
    int second = Chars.isBreak(text.at(begin + 1)) ? text.overBreak(begin + 1) : begin + 1;
    int base = second < 0 ? 0 : eraOf(text.at(begin), text.at(second));
    if (base == 0) {
      return begin + 1;
    }
    int p = isSquareEra(text.at(begin)) ? begin + 1 : second + 1;
    int q = text.gap(p);
    if (text.at(q) == '元') {
      return text.at(text.gap(q + 1)) == '年' ? tail(begin, q + 1, base + 1, base) : q + 1;
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
      if (number.whole() > 99 || text.at(text.gap(end)) != '年') {
        return Math.max(end, p);
      }
      year = (int) number.whole();
    }
    return year > 0 ? tail(begin, end, base + year, base) : p;
  }

  private static boolean isSquareEra(char c) {
    return c == '㋿' || c >= '㍻' && c <= '㍾';
  }

  /** The Gregorian year before the first year of an era, 0 where no era is named. */
  private static int eraOf(char first, char second) {
    return switch (first) {
      case '令' -> second == '和' ? REIWA : 0;
      case '平' -> second == '成' ? HEISEI : 0;
      case '昭' -> second == '和' ? SHOWA : 0;
      case '大' -> second == '正' ? TAISHO : 0;
      case '明' -> second == '治' ? MEIJI : 0;
      case '㋿' -> REIWA;
      case '㍻' -> HEISEI;
      case '㍼' -> SHOWA;
      case '㍽' -> TAISHO;
      case '㍾' -> MEIJI;
      default -> 0;
    };
  }

  private static int letterEraBase(char letter) {
    return switch (letter) {
      case 'R' -> REIWA;
      case 'H' -> HEISEI;
      case 'S' -> SHOWA;
      case 'T' -> TAISHO;
      case 'M' -> MEIJI;
      default -> 0;
    };
  }

  /** R8年度, H30, FY2026: a year whose era is a letter, at the begin of a word. */
  int letter(int begin) {
    char c = Chars.narrow(text.at(begin));
    int p = begin + 1;
    if (c == 'F') {
      return fiscalYear(begin);
    }
    int year = 0;
    while (p < begin + 3 && Chars.isDigit(text.at(p))) {
      year = year * 10 + Chars.digit(text.at(p++));
    }
    char behind = text.at(p);
    int base = letterEraBase(c);
    if (base == 0 || year == 0 || Chars.isDigit(behind) || Chars.isLetter(behind)) {
      return begin + 1;
    }
    boolean printed = text.at(text.gap(p)) == '年';
    // Without 年 only R is safe, and H with two digits: H3 is a rocket, S3 a store, R4-05 an item.
    boolean bare = c == 'R' || c == 'H' && p == begin + 3;
    boolean code = Chars.isDash(behind) && Chars.isDigit(text.at(p + 1)) || behind == '_';
    if (!printed && code && bare) {
      // R8-12年度 is a range, R4-05 a number.
      tokens.of(TokenKind.YEAR).add(begin, p, base + year, false);
      int more = moreYears(p, base + year, base);
      if (more > p) {
        return more;
      }
      tokens.of(TokenKind.YEAR).dropFrom(begin);
      return p;
    }
    return printed || bare && behind != '.' && behind != '．'
        ? tail(begin, p, base + year, base)
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
    tokens.of(TokenKind.YEAR).add(begin, p, year, true);
    return p;
  }

  /** Adds a year whose number ends here, with 年 or 年度 where printed, and the range it opens. */
  int tail(int begin, int numberEnd, int year, int base) {
    int end = suffix(numberEnd);
    boolean fiscal = end > numberEnd && text.at(end - 1) == '度';
    tokens.of(TokenKind.YEAR).add(begin, end, year, fiscal);
    int last = moreYears(end, year, base);
    if (base > 0) {
      eraBase = base;
      eraYear = year;
      eraEnd = last;
    }
    return last;
  }

  /**
   * The end of 年 or 年度 behind a number, or the number's own end; the other calendar's year may
   * stand between them in brackets: 令和8（2026）年度.
   */
  private int suffix(int numberEnd) {
    int p = text.gap(behindBrackets(numberEnd));
    if (text.at(p) != '年') {
      return numberEnd;
    }
    int q = text.gap(p + 1);
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
    TokenColumns years = tokens.of(TokenKind.YEAR);
    int end = firstEnd;
    int year = firstYear;
    boolean printed = text.at(end - 1) == '年' || text.at(end - 1) == '度';
    for (int more = 0; more < 8; more++) {
      int p = text.gap(rangeMark(end));
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
    if (Chars.isRangeMark(c) || "・、,，/／と".indexOf(c) >= 0) {
      return at + 1;
    }
    if (text.matches(at, "から") || text.matches(at, "及び") || text.matches(at, "並び")) {
      return c == '並' ? at + 3 : at + 2;
    }
    return text.matches(at, "および") ? at + 3 : at;
  }
}
