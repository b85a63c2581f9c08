package koetsu.project.internal;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;

/**
 * The non-blank lines of the machine's records. They stay the same from edit to edit, and in a long
 * document it takes longer to find them than an edit may. Immutable.
 */
final class MachineLines {
  private static final int[] NONE = {};

  private final ParsedDocument machine;
  private final int[][] lines;

  /** Indices of the records that have a line, by line number. */
  private final int[][] records;

  /** Records with a value that reaches into them from a line which is not theirs. */
  private final BitSet straying = new BitSet();

  MachineLines(ParsedDocument machine) {
    this.machine = machine;
    SourceDocument document = machine.document();
    lines = new int[machine.records().size()][];
    records = new int[document.lines().size()][];
    for (int i = 0; i < lines.length; i++) {
      ParsedRecord record = machine.records().get(i);
      lines[i] = Lines.of(document, record.spans());
      int[] alone = {i};
      for (int line : lines[i]) {
        records[line] = records[line] == null ? alone : with(records[line], i);
      }
      if (strays(document, record, lines[i])) {
        straying.set(i);
      }
    }
  }

  private static int[] with(int[] before, int one) {
    int[] longer = Arrays.copyOf(before, before.length + 1);
    longer[before.length] = one;
    return longer;
  }

  private static boolean strays(SourceDocument document, ParsedRecord record, int[] its) {
    for (List<FieldValue> values : record.fields().values()) {
      for (FieldValue value : values) {
        List<Span> spans = value.spans();
        // what stands outside of the record as a whole stays with it
        if (Extents.overlap(spans, record.spans())
            && Arrays.binarySearch(its, document.lineAt(spans.get(0).begin()).number()) < 0) {
          return true;
        }
      }
    }
    return false;
  }

  ParsedDocument machine() {
    return machine;
  }

  /** Number of non-blank lines of a record. */
  int count(int record) {
    return lines[record].length;
  }

  /** Records that have a line, by index, ascending. */
  int[] at(int line) {
    return records[line] == null ? NONE : records[line];
  }

  boolean strays(int record) {
    return straying.get(record);
  }
}
