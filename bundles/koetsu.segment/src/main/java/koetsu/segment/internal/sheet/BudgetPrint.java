package koetsu.segment.internal.sheet;

/**
 * A budget label found on a line.
 *
 * @param before folded words before the label, without marks: a title, or empty
 * @param label UTF-16 index in the line where the label begins
 * @param amount whether the amount stands on the same line
 */
record BudgetPrint(String before, int label, boolean amount) {
  /** Whether a title stands on the same line. */
  boolean title() {
    return !before.isEmpty();
  }
}
