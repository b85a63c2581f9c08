package koetsu.measure;

/**
 * How well the places of a field's values were found, whatever their content, under the four
 * schemes of SemEval-2013 task 9.1. Values without a place do not count.
 *
 * @param strict the same characters and the same field
 * @param exact the same characters, whatever the field
 * @param partial the same characters count one, overlapping ones a half, whatever the field
 * @param type overlapping characters and the same field
 */
public record SpanFigures(SpanTally strict, SpanTally exact, SpanTally partial, SpanTally type) {
  public static final SpanFigures NONE =
      new SpanFigures(SpanTally.NONE, SpanTally.NONE, SpanTally.NONE, SpanTally.NONE);

  public SpanFigures plus(SpanFigures other) {
    return new SpanFigures(
        strict.plus(other.strict),
        exact.plus(other.exact),
        partial.plus(other.partial),
        type.plus(other.type));
  }
}
