package koetsu.text.internal;

import koetsu.api.text.TokenKind;

/** Finds numbers and what they count: money, quantities, rates. */
final class Amounts {
  /** What makes a share an amount of change: 3割引き下げる, 2割増. */
  private static final String CHANGES = "引増安高減";

  private static final int MAX_UNIT = 12;

  /** What 円 may not be followed by: 円滑, 円安. */
  private static final String NOT_YEN = "滑安高卓形熟満柱筒弧周";

  private final TextCursor text;
  private final TokenTable tokens;
  private final NumberReader number;
  private final Years years;

  /** The last plain number without a unit: what a range 40～50件 begins with. */
  private int bareBegin = -1;

  private int bareEnd = -1;

  Amounts(TextCursor text, TokenTable tokens, NumberReader number, Years years) {
    this.text = text;
    this.tokens = tokens;
    this.number = number;
    this.years = years;
  }

  /** The expression that begins with this Arabic digit. */
  int digits(int begin) {
    number.read(begin);
    int end = number.end();
    int year = years.gregorian(begin, end);
    if (year == 0) {
      year = years.withoutEra(begin, end);
    }
    if (year == 0) {
      year = years.broken(begin, end);
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
      tokens.add(TokenKind.NUMBER, begin, end, number.whole());
      bareBegin = begin;
      bareEnd = end;
    }
    return end;
  }

  /** The expression that begins with this Chinese numeral. */
  int numerals(int begin) {
    number.read(begin);
    int end = number.end();
    if (end == begin) {
      return blank(begin);
    }
    char before = text.at(begin - 1);
    if (before == '数' || before == '何' || before == '幾' || before == '第') {
      return end;
    }
    long value = number.whole();
    if (end == begin + 4 && !number.isScaled() && Years.isYear(value) && text.at(end) == '年') {
      return years.tail(begin, end, (int) value, 0);
    }
    if (end == begin + 1 && text.at(begin) == '〇') {
      return blank(begin);
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
      tokens.add(TokenKind.NUMBER, begin, end, value);
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

  private int money(int begin, int end) {
    int p = number.isScaled() ? text.gap(end) : text.unitBegin(begin, end);
    if (text.at(p) != '円' || NOT_YEN.indexOf(text.at(p + 1)) >= 0) {
      return 0;
    }
    tokens.add(TokenKind.MONEY, begin, p + 1, number.rounded());
    tokens.add(TokenKind.QUANTITY, rangeBegin(begin), perUnit(p + 1), number.whole());
    return p + 1;
  }

  private int quantity(int begin, int end, boolean numerals) {
    int p = text.unitBegin(begin, end);
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
    if (isRateUnit(unit)
        && unitEnd == p + 1
        && number.known()
        && !number.isScaled()
        && CHANGES.indexOf(text.at(unitEnd)) < 0) {
      rate(begin, unitEnd, unit == '割' ? 10 : 100);
    }
    tokens.add(TokenKind.QUANTITY, rangeBegin(begin), perUnit(unitEnd), value);
    return unitEnd;
  }

  private static boolean isRateUnit(char unit) {
    return unit == '%' || unit == '％' || unit == '割';
  }

  private void rate(int begin, int end, int whole) {
    int signum = number.value().signum();
    if (signum > 0 && number.value().intValue() <= whole) {
      tokens.add(TokenKind.RATE, begin, end, number.whole());
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
    if (bareEnd < 0 || bareEnd != begin - 1 || !Chars.isRangeMark(text.at(bareEnd))) {
      return begin;
    }
    tokens.of(TokenKind.NUMBER).dropFrom(bareBegin);
    return bareBegin;
  }

  /** The end of a unit with what it is counted by: トン/年, 円/kWh. */
  private int perUnit(int end) {
    if (!Chars.isSlash(text.at(end))) {
      return end;
    }
    int per = Units.LEXICON.match(text, end + 1, false);
    return per > end + 1 ? per : end;
  }

  /** A fraction that begins with the number just read (1/2, ２／３, 2分の1); 0 where there is none. */
  private int fraction(int begin, int end) {
    if (isDecimal(end)) {
      return tenths(begin, end);
    }
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
      tokens.add(TokenKind.RATE, begin, p, TokenColumns.NONE);
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
    tokens.add(TokenKind.RATE, begin, p, TokenColumns.NONE);
    return p;
  }

  /** Whether the number just read has one decimal place and a slash behind it. */
  private boolean isDecimal(int end) {
    return Chars.isSlash(text.at(end))
        && ".．".indexOf(text.at(end - 2)) >= 0
        && !number.isScaled()
        && number.known();
  }

  /** 5.5/10: a rate of tenths; 0 where it is none. */
  private int tenths(int begin, int end) {
    int p = end + 1;
    boolean ten = text.at(p) == '1' || text.at(p) == '１';
    ten &= text.at(p + 1) == '0' || text.at(p + 1) == '０';
    if (!ten
        || number.value().intValue() > 9
        || Chars.isDigit(text.at(p + 2))
        || Chars.isLetter(text.at(p + 2))
        || Chars.isLetter(text.at(begin - 1))) {
      return 0;
    }
    tokens.add(TokenKind.RATE, begin, p + 2, TokenColumns.NONE);
    return p + 2;
  }

  private static int smallDigit(char c) {
    int digit = Chars.digit(c);
    return digit >= 0 ? digit : Chars.numeral(c);
  }

  /** ½ and its like. */
  int vulgarFraction(int at) {
    tokens.add(TokenKind.RATE, at, at + 1, TokenColumns.NONE);
    return at + 1;
  }

  /** 定額 as a rate, 半数 and 過半数 as amounts. */
  int word(int at) {
    char c = text.at(at);
    if (c == '定') {
      if (text.at(at + 1) == '額'
          && "一所特固規".indexOf(text.at(at - 1)) < 0
          && "制法減給".indexOf(text.at(at + 2)) < 0) {
        tokens.add(TokenKind.RATE, at, at + 2, TokenColumns.NONE);
        return at + 2;
      }
      return at + 1;
    }
    int half = c == '過' ? at + 1 : at;
    if (text.at(half) == '半' && text.at(half + 1) == '数') {
      tokens.add(TokenKind.QUANTITY, at, half + 2, TokenColumns.NONE);
      return half + 2;
    }
    return at + 1;
  }

  /** A figure that was left out (-億円, ○○百万円): an amount without a number. */
  int blank(int begin) {
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
      tokens.add(TokenKind.MONEY, begin, p + 1, TokenColumns.NONE);
      return p + 1;
    }
    return Math.max(marks, begin + 1);
  }

  /** An amount with its unit in front: ¥1,200. */
  int yenSign(int at) {
    int p = Chars.isSpace(text.at(at + 1)) ? at + 2 : at + 1;
    if (!Chars.isDigit(text.at(p))) {
      return at + 1;
    }
    number.read(p);
    int end = number.end();
    tokens.add(TokenKind.MONEY, at, end, number.rounded());
    tokens.add(TokenKind.QUANTITY, at, perUnit(end), number.whole());
    return end;
  }
}
