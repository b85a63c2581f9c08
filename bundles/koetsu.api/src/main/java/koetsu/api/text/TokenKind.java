package koetsu.api.text;

/** What a token of the one scan is. */
public enum TokenKind {
  /** A plain number; {@link Token#number()} holds it where it is whole. */
  NUMBER,
  /** A number with a unit of money: {@link Token#number()} is whole yen. */
  MONEY,
  /** A year or fiscal year, era or Gregorian: {@link Token#number()} is the Gregorian year. */
  YEAR,
  /**
   * A fraction, percentage, 割 or 定額 that can be a rate: {@link Token#normal()} is its half-width
   * form.
   */
  RATE,
  /**
   * A number with a counting unit (件, 人, %, 倍 …): {@link Token#normal()} is its half-width form.
   */
  QUANTITY,
  /** A telephone number; {@link Token#normal()} is half-width with hyphens. */
  PHONE,
  /** A mail address; {@link Token#normal()} is half-width. */
  EMAIL,
  /** A web address; {@link Token#normal()} is half-width. */
  URL
}
