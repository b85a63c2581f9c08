package koetsu.measure.agreement;

import java.util.Objects;

/**
 * One measure of agreement.
 *
 * @param measure which coefficient
 * @param item what it is about: a field, or {@link #ALL}
 * @param estimate the figure; records are what is resampled
 * @param units how many units were compared
 * @param excluded how many could not be, because only one of the two has them or has a place for
 *     them
 */
public record AgreementFigure(
    Measure measure, String item, Estimate estimate, long units, long excluded) {
  public static final String ALL = "ALL";

  /** The coefficients. */
  public enum Measure {
    /** F1 of records that share at least half of their lines. */
    RECORD_F1,
    /** F1 of places of values, character by character equal, in records of both. */
    SPAN_F1,
    /**
     * Krippendorff's α of the text as a continuum: each code point that is not white space is a
     * unit, the fields that claim it are its value (nominal).
     */
    SPAN_ALPHA,
    /** The same for the types of sections. */
    SECTION_ALPHA,
    /**
     * Krippendorff's α of the values of a field, a record being a unit; with the field's distance.
     */
    VALUE_ALPHA,
    /** Cohen's κ of the kinds of records. */
    KIND_KAPPA,
    /** Boundary similarity B (Fournier 2013), near-miss span 2. */
    BOUNDARY_SIMILARITY,
    /** B beyond chance: κ with B as the observed agreement (Fournier and Inkpen 2012). */
    BOUNDARY_KAPPA
  }

  public AgreementFigure {
    Objects.requireNonNull(measure);
    Objects.requireNonNull(item);
    Objects.requireNonNull(estimate);
  }
}
