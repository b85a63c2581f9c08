package koetsu.measure;

import java.util.OptionalDouble;

/**
 * How well one field was found.
 *
 * @param document name of a document, or {@link Score#ALL}
 * @param field id of a field, or one of the names in {@link Regression}
 * @param soft compared as the profile says
 * @param strict compared as written, apart from line breaks and Unicode composition
 * @param cut soft counts where the machine read the gold's own records, so that errors of the
 *     segmenter are none of the field's; {@link Tally#NONE} where that was not run
 * @param spans how the places compare
 * @param misplaced right values that share no character with the gold's place
 * @param abstention records without a value
 * @param compared the soft counts over the records that the baseline knows
 * @param approved what these were when the baseline was approved; {@link Tally#NONE} without one
 */
public record FieldFigures(
    String document,
    String field,
    Tally soft,
    Tally strict,
    Tally cut,
    SpanFigures spans,
    long misplaced,
    Abstention abstention,
    Tally compared,
    Tally approved) {
  /** Figures of nothing yet. */
  public static FieldFigures none(String document, String field) {
    return new FieldFigures(
        document,
        field,
        Tally.NONE,
        Tally.NONE,
        Tally.NONE,
        SpanFigures.NONE,
        0,
        Abstention.NONE,
        Tally.NONE,
        Tally.NONE);
  }

  /** Whether this is about a record's structure and not about a field of the profile. */
  public boolean isStructure() {
    return Regression.STRUCTURE.contains(field);
  }

  /** By how much the soft F1 has risen since the baseline, empty where either is undefined. */
  public OptionalDouble delta() {
    return compared.f1().isPresent() && approved.f1().isPresent()
        ? OptionalDouble.of(compared.f1().getAsDouble() - approved.f1().getAsDouble())
        : OptionalDouble.empty();
  }

  /** These counts and those of another document together, under this one's names. */
  public FieldFigures plus(FieldFigures other) {
    return new FieldFigures(
        document,
        field,
        soft.plus(other.soft),
        strict.plus(other.strict),
        cut.plus(other.cut),
        spans.plus(other.spans),
        misplaced + other.misplaced,
        abstention.plus(other.abstention),
        compared.plus(other.compared),
        approved.plus(other.approved));
  }
}
