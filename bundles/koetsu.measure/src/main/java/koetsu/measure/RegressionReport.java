package koetsu.measure;

import java.util.List;
import java.util.Objects;

/**
 * What a run of the gold has shown. The same input gives equal reports.
 *
 * @param ledger every item in the order of documents, records and fields, the right ones included
 * @param table figures a field and document, each document's fields in the profile's order, then
 *     the sums under {@link Score#ALL}
 * @param exact records all of whose fields are right, of those in the gold
 * @param verdict the gate's
 * @param baselineKnown whether there was an approved baseline to compare with
 * @param approvable what {@link #approve} makes the new baseline of
 */
public record RegressionReport(
    List<LedgerItem> ledger,
    List<FieldFigures> table,
    RecordsExact exact,
    Verdict verdict,
    boolean baselineKnown,
    Baseline approvable) {

  /**
   * Records all of whose fields are right.
   *
   * @param right how many
   * @param of how many records the gold has
   */
  public record RecordsExact(long right, long of) {}

  public RegressionReport {
    ledger = List.copyOf(ledger);
    table = List.copyOf(table);
    Objects.requireNonNull(exact);
    Objects.requireNonNull(verdict);
  }

  /** The items with one outcome, in the ledger's order. */
  public List<LedgerItem> items(LedgerItem.Outcome outcome) {
    return ledger.stream().filter(item -> item.outcome() == outcome).toList();
  }

  /** The sums over all documents. */
  public List<FieldFigures> totals() {
    return table.stream().filter(row -> row.document().equals(Score.ALL)).toList();
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
