package koetsu.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import koetsu.measure.internal.SegmentationCount;

/**
 * How well a document was cut into records. Units are lines that are not blank; stretches between
 * records are segments too. Only a gold that covers its whole document gives meaningful figures.
 *
 * @param document base name, or {@link Score#ALL}
 * @param exact records with exactly the gold's lines
 * @param wide records that share at least 0.8 of the lines that either covers
 * @param half records that share at least half of them
 * @param firstLine records that begin where a gold record begins
 * @param kind kinds of records that are paired by half of their lines: right is the same kind
 * @param parent parents of those pairs of which one has a parent
 * @param windows how many windows were laid over the units for Pk and WindowDiff
 * @param pkErrors windows whose ends are in one segment here and in two there (Beeferman 1999)
 * @param windowDiffErrors windows that hold another number of boundaries (Pevzner and Hearst 2002)
 * @param edits boundaries of one side only
 * @param transpositions boundaries that lie one unit beside the gold's
 * @param matches boundaries that both have
 */
public record SegmentationFigures(
    String document,
    Tally exact,
    Tally wide,
    Tally half,
    Tally firstLine,
    Tally kind,
    Tally parent,
    long windows,
    long pkErrors,
    long windowDiffErrors,
    long edits,
    long transpositions,
    long matches) {

  /**
   * What a boundary one unit beside the right place costs: its distance over the near-miss span.
   */
  private static final double NEAR_MISS = 0.5;

  /** One row a document in the given order, and {@link Score#ALL} at the end. */
  public static List<SegmentationFigures> of(List<MeasuredDocument> documents) {
    List<SegmentationFigures> rows = new ArrayList<>();
    SegmentationFigures sum = none(Score.ALL);
    for (MeasuredDocument document : documents) {
      SegmentationFigures row = SegmentationCount.of(document);
      rows.add(row);
      sum = sum.plus(row);
    }
    rows.add(sum);
    return rows;
  }

  /** Figures of no document yet. */
  public static SegmentationFigures none(String document) {
    return new SegmentationFigures(
        document,
        Tally.NONE,
        Tally.NONE,
        Tally.NONE,
        Tally.NONE,
        Tally.NONE,
        Tally.NONE,
        0,
        0,
        0,
        0,
        0,
        0);
  }

  /** These counts and those of another document together, under this one's name. */
  public SegmentationFigures plus(SegmentationFigures other) {
    return new SegmentationFigures(
        document,
        exact.plus(other.exact),
        wide.plus(other.wide),
        half.plus(other.half),
        firstLine.plus(other.firstLine),
        kind.plus(other.kind),
        parent.plus(other.parent),
        windows + other.windows,
        pkErrors + other.pkErrors,
        windowDiffErrors + other.windowDiffErrors,
        edits + other.edits,
        transpositions + other.transpositions,
        matches + other.matches);
  }

  /** Share of wrong windows, 0 is best; empty for a document without a window. */
  public OptionalDouble pk() {
    return ratio(pkErrors, windows);
  }

  /** Share of wrong windows, 0 is best; empty for a document without a window. */
  public OptionalDouble windowDiff() {
    return ratio(windowDiffErrors, windows);
  }

  /**
   * Boundary similarity B (Fournier 2013), near-miss span 2, 1 is best; empty without boundaries.
   */
  public OptionalDouble boundarySimilarity() {
    long all = edits + transpositions + matches;
    return all == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(1 - (edits + NEAR_MISS * transpositions) / all);
  }

  private static OptionalDouble ratio(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}
