package koetsu.api.document;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/**
 * The lines of a document as columns: a tenth of the memory that so many objects would take. Each
 * line is made when it is asked for.
 */
final class LineTable extends AbstractList<Line> implements RandomAccess {
  private static final LineKind[] KINDS = LineKind.values();
  private static final byte BREAK = 1;
  private static final byte CELLS = 2;

  private final int[] begins;
  private final int[] ends;
  private final int[] contentBegins;
  private final int[] contentEnds;
  private final int[] levels;
  private final byte[] kinds;
  private final byte[] flags;

  /** The cells of those lines that have any. */
  private final Map<Integer, List<Span>> cells = new HashMap<>();

  LineTable(List<Line> lines) {
    int size = lines.size();
    begins = new int[size];
    ends = new int[size];
    contentBegins = new int[size];
    contentEnds = new int[size];
    levels = new int[size];
    kinds = new byte[size];
    flags = new byte[size];
    int at = 0;
    for (Line line : lines) {
      if (line.number() != at) {
        throw new IllegalArgumentException("line " + at + " has the number " + line.number());
      }
      begins[at] = line.span().begin();
      ends[at] = line.span().end();
      contentBegins[at] = line.content().begin();
      contentEnds[at] = line.content().end();
      levels[at] = line.level();
      kinds[at] = (byte) line.kind().ordinal();
      flags[at] = line.pageBreakBefore() ? BREAK : 0;
      if (!line.cells().isEmpty()) {
        flags[at] |= CELLS;
        cells.put(at, line.cells());
      }
      at++;
    }
  }

  @Override
  public int size() {
    return begins.length;
  }

  @Override
  public Line get(int index) {
    Span span = new Span(begins[index], ends[index]);
    boolean whole = contentBegins[index] == begins[index] && contentEnds[index] == ends[index];
    return new Line(
        index,
        span,
        whole ? span : new Span(contentBegins[index], contentEnds[index]),
        KINDS[kinds[index]],
        levels[index],
        (flags[index] & CELLS) == 0 ? List.of() : cells.get(index),
        (flags[index] & BREAK) != 0);
  }

  LineKind kind(int index) {
    return KINDS[kinds[index]];
  }

  /** The index of the last line that begins at or before an offset, or of the first line. */
  int at(int offset) {
    int low = 0;
    int high = begins.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (begins[middle] <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
