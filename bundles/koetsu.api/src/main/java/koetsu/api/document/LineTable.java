package koetsu.api.document;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.TreeMap;

/**
 * The lines of a document as columns: a tenth of the memory that so many objects would take. Each
 * line is made when it is asked for.
 */
final class LineTable extends AbstractList<Line> implements RandomAccess {
  private static final LineKind[] KINDS = LineKind.values();

  private final int[] begins;
  private final int[] ends;
  private final int[] contentBegins;
  private final int[] contentEnds;
  private final int[] levels;
  private final byte[] kinds;
  private final boolean[] breaks;

  /** The cells of those lines that have any. */
  private final TreeMap<Integer, List<Span>> cells = new TreeMap<>();

  LineTable(List<Line> lines) {
    int size = lines.size();
    begins = new int[size];
    ends = new int[size];
    contentBegins = new int[size];
    contentEnds = new int[size];
    levels = new int[size];
    kinds = new byte[size];
    breaks = new boolean[size];
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
      breaks[at] = line.pageBreakBefore();
      if (!line.cells().isEmpty()) {
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
    LineKind kind = KINDS[kinds[index]];
    return new Line(
        index,
        span,
        whole ? span : new Span(contentBegins[index], contentEnds[index]),
        kind,
        levels[index],
        cells.isEmpty() ? List.of() : cells.getOrDefault(index, List.of()),
        breaks[index]);
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
