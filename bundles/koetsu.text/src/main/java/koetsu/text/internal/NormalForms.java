package koetsu.text.internal;

import koetsu.api.text.TokenKind;

/** The half-width form of a printed token. */
final class NormalForms {
  private NormalForms() {}

  static String of(TokenKind kind, String printed) {
    String narrow = Widths.fold(printed).text();
    return switch (kind) {
      case RATE -> rate(withoutSpace(narrow));
      case PHONE -> phone(narrow);
      default -> withoutSpace(narrow);
    };
  }

  private static String withoutSpace(String text) {
    int at = 0;
    while (at < text.length() && !isWhite(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return text;
    }
    StringBuilder kept = new StringBuilder(text.length()).append(text, 0, at);
    for (int i = at + 1; i < text.length(); i++) {
      if (!isWhite(text.charAt(i))) {
        kept.append(text.charAt(i));
      }
    }
    return kept.toString();
  }

  private static boolean isWhite(char c) {
    return Chars.isSpace(c) || Chars.isBreak(c);
  }

  /** 2分の1 and ½ become 1/2; the rest stays as printed. */
  private static String rate(String text) {
    String fraction = text.length() == 1 ? Chars.fraction(text.charAt(0)) : null;
    if (fraction != null) {
      return fraction;
    }
    int of = text.indexOf("分の");
    if (of > 0) {
      return plain(text.substring(of + 2)) + "/" + plain(text.substring(0, of));
    }
    return text.replace('⁄', '/').replace('∕', '/');
  }

  private static String plain(String number) {
    TextCursor text = new TextCursor(number.toCharArray());
    NumberReader reader = new NumberReader(text);
    reader.read(0);
    return reader.value().toPlainString();
  }

  /**
   * Whatever stands between two groups of digits becomes one hyphen; a line end alone parts none.
   */
  private static String phone(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    boolean gap = false;
    boolean broken = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Chars.isDigit(c)) {
        if (gap && digits.length() > 0) {
          digits.append('-');
        }
        digits.append(c);
        gap = false;
        broken = false;
      } else {
        broken |= Chars.isBreak(c);
        gap |= !(broken && isWhite(c));
      }
    }
    return digits.toString();
  }
}
