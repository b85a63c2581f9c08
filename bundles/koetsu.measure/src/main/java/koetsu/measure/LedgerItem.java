package koetsu.measure;

import java.util.List;
import java.util.Objects;
import koetsu.api.document.Span;
import koetsu.api.record.Value;

/**
 * One thing that the gold says, or that the machine says without the gold: what is expected, what
 * came, what had been approved.
 *
 * @param outcome how the three compare
 * @param document name of the document
 * @param line number of the line as people count, from 1
 * @param record id of the gold record, or null for a prediction in a reviewed region without one
 * @param field id of a field of the profile, or one of the names in {@link Regression}
 * @param locked whether the gold record is locked
 * @param printed the source's text at the place of the expected value, or of the actual one where
 *     nothing is expected; null where there is no place
 * @param expected what the gold says, or null where it says nothing
 * @param actual what the machine says now, or null
 * @param approved what the machine said when the baseline was approved, or null
 * @param rule {@code bundle/version#rule} of the actual value, or null
 * @param approvedRule rule of the approved value, or null
 * @param misplaced whether the actual value is right but shares no character with the gold's place
 * @param spans the place to jump to; empty where only the record has one
 * @param excerpt the source around it; null for what is right
 */
public record LedgerItem(
    Outcome outcome,
    String document,
    int line,
    String record,
    String field,
    boolean locked,
    String printed,
    Value expected,
    Value actual,
    Value approved,
    String rule,
    String approvedRule,
    boolean misplaced,
    List<Span> spans,
    Excerpt excerpt) {

  /** What became of an item since the baseline was approved. */
  public enum Outcome {
    /** Was right and is wrong. */
    BROKEN,
    /** Was wrong and is wrong in another way. */
    CHANGED_BUT_WRONG,
    /** Is as wrong as it was, or nobody has approved it yet. */
    STILL_WRONG,
    /** Was wrong and is right. */
    FIXED,
    /** Is right, and was where it was known. */
    RIGHT
  }

  /** Whether what was approved is a part of the item's story. */
  public boolean tellsApproved() {
    return approved != null
        || outcome == Outcome.CHANGED_BUT_WRONG
        || outcome == Outcome.BROKEN
        || outcome == Outcome.FIXED;
  }

  public LedgerItem {
    Objects.requireNonNull(outcome);
    Objects.requireNonNull(document);
    Objects.requireNonNull(field);
    spans = List.copyOf(spans);
  }
}
