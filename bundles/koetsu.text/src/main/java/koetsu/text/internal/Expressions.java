package koetsu.text.internal;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import koetsu.api.text.TokenKind;

/** Reads a text that is one expression, by the rules of the scan. */
public final class Expressions {
  private static final String ABOUT = "約";

  private Expressions() {}

  /** The number that a whole text prints. */
  public static Optional<BigDecimal> number(String text) {
    String bare = bare(text);
    if (bare.isEmpty() || !startsNumber(bare)) {
      return Optional.empty();
    }
    NumberReader reader = new NumberReader(new TextCursor(bare.toCharArray()));
    reader.read(0);
    return reader.end() == bare.length() && reader.known()
        ? Optional.of(reader.value())
        : Optional.empty();
  }

  /** The yen of a text that is one amount. */
  public static OptionalLong yen(String text) {
    long value = only(bare(text), TokenKind.MONEY);
    return value == TokenColumns.NONE ? OptionalLong.empty() : OptionalLong.of(value);
  }

  /** The Gregorian year of a text that is one year; four bare digits are one. */
  public static OptionalInt year(String text) {
    String bare = bare(text);
    long value = only(bare, TokenKind.YEAR);
    if (value == TokenColumns.NONE && bare.length() == 4) {
      value = only(bare, TokenKind.NUMBER);
      value = value >= 1900 && value < 2200 ? value : TokenColumns.NONE;
    }
    return value == TokenColumns.NONE ? OptionalInt.empty() : OptionalInt.of((int) value);
  }

  private static boolean startsNumber(String text) {
    return Chars.isDigit(text.charAt(0))
        || Chars.numeral(text.charAt(0)) >= 0
        || Chars.power(text.charAt(0)) > 0;
  }

  private static String bare(String text) {
    String stripped = text.strip();
    return stripped.startsWith(ABOUT) ? stripped.substring(ABOUT.length()).strip() : stripped;
  }

  private static long only(String text, TokenKind kind) {
    TokenColumns column = new Scanner(new TextCursor(text.toCharArray())).scan().of(kind);
    return column.size() == 1 && column.begin(0) == 0 && column.end(0) == text.length()
        ? column.number(0)
        : TokenColumns.NONE;
  }
}
