package koetsu.text.internal;

import koetsu.api.text.TokenKind;

/** Finds Japanese telephone numbers: three groups of digits, or ten digits behind a label. */
final class Phones {
  private static final int LENGTH = 10;
  private static final int LONGEST_GROUP = 4;

  private final TextCursor text;
  private final TokenTable tokens;

  Phones(TextCursor text, TokenTable tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /** A telephone number that begins with this zero; 0 where there is none. */
  int phone(int zero) {
    char before = text.at(zero - 1);
    boolean glued = Chars.isLetter(before) && !isLabelled(zero);
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
      int next = Chars.isBreak(text.at(p)) && total + last < LENGTH ? text.overBreak(p) : -1;
      if (groups > 0 && last > 0 && next > 0) {
        // a line end inside the last groups: 03-1234-56⏎78
        p = next;
        while (p < next + LONGEST_GROUP && Chars.isDigit(text.at(p))) {
          p++;
          last++;
        }
      }
      if (last == 0) {
        break;
      }
      groups++;
      total += last;
      end = p;
      if (groups == 1 && bracket) {
        opened = text.at(p) == ')' || text.at(p) == '）';
      }
      int behind = separator(p);
      if (groups == 3 || behind == p) {
        break;
      }
      p = behind;
    }
    char behind = text.at(end);
    if (Chars.isDigit(behind) || Chars.isDash(behind) && Chars.isDigit(text.at(end + 1))) {
      return 0;
    }
    boolean plausible =
        groups == 3
            ? (last == 4 || last == 3) && isLength(zero, total)
            : groups == 1 && isLength(zero, total) && isLabelled(zero);
    if (!plausible) {
      return 0;
    }
    tokens.add(TokenKind.PHONE, opened ? zero - 1 : zero, end, TokenColumns.NONE);
    return end;
  }

  private int separator(int at) {
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
  private boolean isLength(int zero, int total) {
    int second = Chars.digit(text.at(zero + 1));
    int third = Chars.digit(text.at(zero + 2));
    boolean eleven = third == 0 && second >= 5 && second <= 9;
    return second > 0 && (total == 11 && eleven || total == 10);
  }

  /** Whether TEL, 電話, ☎ or 番号 stands right before a number. */
  private boolean isLabelled(int zero) {
    int p = zero - 1;
    while (p > zero - 5 && (Chars.isSpace(text.at(p)) || ":：(（".indexOf(text.at(p)) >= 0)) {
      p--;
    }
    return "LlＬｌ話号℡☎✆".indexOf(text.at(p)) >= 0;
  }
}
