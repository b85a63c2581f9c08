package koetsu.text.internal;

/**
 * The one scan of a document: from left to right, never back over more than a fixed number of
 * characters, so its cost is linear whatever the text.
 *
 * <p>Each place that may begin a token (a digit, a Chinese numeral, an era, an at sign …) goes to
 * one method, which adds what it finds and returns where to go on.
 */
final class Scanner {
  private final TextCursor text;
  private final TokenTable tokens = new TokenTable();
  private final Years years;
  private final Amounts amounts;
  private final Phones phones;
  private final Addresses addresses;

  Scanner(TextCursor text) {
    this.text = text;
    NumberReader number = new NumberReader(text);
    this.years = new Years(text, tokens, number);
    this.amounts = new Amounts(text, tokens, number, years);
    this.phones = new Phones(text, tokens);
    this.addresses = new Addresses(text, tokens);
  }

  /** Scans the whole text; call once. */
  TokenTable scan() {
    int at = text.nextTrigger(0);
    while (at < text.length()) {
      at = text.nextTrigger(token(at));
    }
    tokens.trim();
    return tokens;
  }

  private int token(int at) {
    return switch (Chars.TRIGGER[text.at(at)]) {
      case Chars.DIGIT -> digits(at);
      case Chars.NUMERAL -> amounts.numerals(at);
      case Chars.ERA -> years.era(at);
      case Chars.LATIN -> letter(at);
      case Chars.AT -> addresses.mail(at);
      case Chars.BLANK_AMOUNT -> amounts.blank(at);
      case Chars.WORD -> amounts.word(at);
      case Chars.VULGAR -> amounts.vulgarFraction(at);
      case Chars.YEN_SIGN -> amounts.yenSign(at);
      default -> at + 1;
    };
  }

  private int digits(int at) {
    int end = Chars.digit(text.at(at)) == 0 ? phones.phone(at) : 0;
    return end > 0 ? end : amounts.digits(at);
  }

  private int letter(int at) {
    char before = text.at(at - 1);
    if (Chars.isLetter(before) || Chars.isDigit(before) || before == '-' || before == '_') {
      return at + 1;
    }
    int end = addresses.web(at);
    return end > 0 ? end : years.letter(at);
  }
}
