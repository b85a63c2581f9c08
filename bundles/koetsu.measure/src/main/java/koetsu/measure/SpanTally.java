package koetsu.measure;

import java.util.OptionalDouble;

/**
 * How places of values compare under one scheme of SemEval-2013 task 9.1.
 *
 * @param correct as the scheme wants it
 * @param incorrect at a place that the scheme does not accept; a clash of fields counts once, here
 * @param partial overlapping, where the scheme gives half for that
 * @param missed in the gold only
 * @param spurious in the prediction only
 */
public record SpanTally(long correct, long incorrect, long partial, long missed, long spurious) {
  public static final SpanTally NONE = new SpanTally(0, 0, 0, 0, 0);

  /** How many the gold has. */
  public long possible() {
    return correct + incorrect + partial + missed;
  }

  /** How many the machine gave. */
  public long actual() {
    return correct + incorrect + partial + spurious;
  }

  public OptionalDouble precision() {
    return share(actual());
  }

  public OptionalDouble recall() {
    return share(possible());
  }

  /** The harmonic mean of precision and recall. */
  public OptionalDouble f1() {
    long all = possible() + actual();
    return all == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(2 * (correct + partial / 2.0) / all);
  }

  public SpanTally plus(SpanTally other) {
    return new SpanTally(
        correct + other.correct,
        incorrect + other.incorrect,
        partial + other.partial,
        missed + other.missed,
        spurious + other.spurious);
  }

  private OptionalDouble share(long of) {
    return of == 0 ? OptionalDouble.empty() : OptionalDouble.of((correct + partial / 2.0) / of);
  }
}
