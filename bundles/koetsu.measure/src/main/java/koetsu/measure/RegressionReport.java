package koetsu.measure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import koetsu.measure.agreement.Estimate;

/**
 * What a run of the gold has shown. The same input gives equal reports.
 *
 * @param ledger every item in the order of documents, records and fields, the right ones included
 * @param table figures a field and document, each document's fields in the profile's order, then
 *     the sums under {@link Score#ALL}
 * @param segmentation how well the reviewed lines were cut, a document, then {@link Score#ALL}
 * @param exact records all of whose fields are right, of those in the gold
 * @param changes field, {@link #MICRO}, {@link #MACRO} or {@link #EXACT} to the rise of its soft
 *     figure since the baseline, over what the baseline knows, with the interval of a paired
 *     bootstrap over documents; empty without a baseline
 * @param leastSupport how many gold values a figure needs to be judged
 * @param verdict the gate's
 * @param baselineKnown whether there was an approved baseline to compare with
 * @param trend the runs so far, the approved ones with their reasons; this one last
 * @param approvable what {@link #approve} makes the new baseline of
 */
public record RegressionReport(
    List<LedgerItem> ledger,
    List<FieldFigures> table,
    List<SegmentationFigures> segmentation,
    RecordsExact exact,
    Map<String, Estimate> changes,
    long leastSupport,
    Verdict verdict,
    boolean baselineKnown,
    List<Baseline.Run> trend,
    Baseline approvable) {
  /** All values of the profile's fields together. */
  public static final String MICRO = "micro";

  /** The mean of the profile's fields. */
  public static final String MACRO = "macro";

  /** The share of records that are right in every field. */
  public static final String EXACT = "exact";

  /**
   * Records all of whose fields are right.
   *
   * @param right how many
   * @param of how many records the gold has
   */
  public record RecordsExact(long right, long of) {
    /** Empty without gold. */
    public OptionalDouble share() {
      return of == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) right / of);
    }
  }

  public RegressionReport {
    ledger = List.copyOf(ledger);
    table = List.copyOf(table);
    segmentation = List.copyOf(segmentation);
    changes = new LinkedHashMap<>(changes);
    trend = List.copyOf(trend);
    Objects.requireNonNull(exact);
    Objects.requireNonNull(verdict);
  }

  /** The items with one outcome, in the ledger's order. */
  public List<LedgerItem> items(LedgerItem.Outcome outcome) {
    return ledger.stream().filter(item -> item.outcome() == outcome).toList();
  }

  /** The right values that stand at a wrong place, in the ledger's order. */
  public List<LedgerItem> misplaced() {
    return ledger.stream().filter(LedgerItem::misplaced).toList();
  }

  /** The sums over all documents. */
  public List<FieldFigures> totals() {
    return table.stream().filter(row -> row.document().equals(Score.ALL)).toList();
  }

  /** All values of the profile's fields together, over all documents. */
  public FieldFigures micro() {
    return micro(totals());
  }

  /** The fields of the profile among some rows, added up. */
  public static FieldFigures micro(List<FieldFigures> rows) {
    return rows.stream()
        .filter(row -> !row.isStructure())
        .reduce(FieldFigures.none(Score.ALL, MICRO), FieldFigures::plus);
  }

  /**
   * The mean F1 of the profile's fields over all documents; those without one do not count.
   *
   * @param counts which figure
   */
  public OptionalDouble macro(Function<FieldFigures, Tally> counts) {
    return totals().stream()
        .filter(row -> !row.isStructure())
        .map(row -> counts.apply(row).f1())
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average();
  }

  /** How all reviewed lines together were cut. */
  public SegmentationFigures allRecords() {
    return segmentation.get(segmentation.size() - 1);
  }

  /** What is known of a rise since the baseline: nothing where there is none. */
  public Estimate change(String figure) {
    return changes.getOrDefault(
        figure,
        new Estimate(OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty()));
  }

  /**
   * Whether chance is an unlikely cause of a change: its interval excludes 0, and it has the
   * support to be judged.
   *
   * @param support number of gold values that it rests on
   */
  public boolean isFlagged(String figure, long support) {
    Estimate change = change(figure);
    return support >= leastSupport
        && change.low().isPresent()
        && (change.low().getAsDouble() > 0 || change.high().getAsDouble() < 0);
  }

  /** The same with other runs before this one. */
  RegressionReport withTrend(List<Baseline.Run> runs) {
    return new RegressionReport(
        ledger,
        table,
        segmentation,
        exact,
        changes,
        leastSupport,
        verdict,
        baselineKnown,
        runs,
        approvable);
  }

  /**
   * The baseline that says: what the machine says now is what it shall say.
   *
   * @param reason why, in a person's words
   */
  public Baseline approve(String reason) {
    return approvable.withReason(reason);
  }
}
