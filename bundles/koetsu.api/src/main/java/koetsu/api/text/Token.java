package koetsu.api.text;

import java.util.Objects;
import koetsu.api.document.Span;

/**
 * One recognised expression of a document.
 *
 * @param kind what it is
 * @param span where it is printed; it may cross a line break where a number and its unit were
 *     broken apart
 * @param normal half-width printed form without inner white space
 * @param number yen, year or whole number according to the kind; null where the print gives none
 *     (-億円)
 * @param fiscal for a year: whether 年度 is printed; false for other kinds
 */
public record Token(TokenKind kind, Span span, String normal, Long number, boolean fiscal) {
  public Token {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(span);
    Objects.requireNonNull(normal);
  }
}
