package koetsu.measure;

import java.util.OptionalDouble;

/**
 * How well one field was found.
 *
 * @param document name of a document, or {@link Score#ALL}
 * @param field id of a field, or one of the names in {@link Regression}
 * @param soft compared as the profile says
 * @param strict compared as written, apart from line breaks and Unicode composition
 * @param compared the soft counts over the records that the baseline knows
 * @param approved what these were when the baseline was approved; {@link Tally#NONE} without one
 */
public record FieldFigures(
    String document, String field, Tally soft, Tally strict, Tally compared, Tally approved) {

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
        compared.plus(other.compared),
        approved.plus(other.approved));
  }
}
