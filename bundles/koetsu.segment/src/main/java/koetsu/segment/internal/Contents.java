package koetsu.segment.internal;

import java.util.ArrayList;
import java.util.List;
import koetsu.api.document.Line;
import koetsu.api.document.Span;
import koetsu.api.plugin.ContentsEntry;

/**
 * The tables of contents of a document. Pages of contents that follow each other are one table; it
 * lists what stands below it, up to the next one.
 *
 * @param tables in document order
 */
public record Contents(List<ContentsPages> tables) {
  public Contents {
    tables = List.copyOf(tables);
  }

  /** Whether a line belongs to a table of contents. */
  public boolean holds(Line line) {
    int table = tableAbove(line.span().end());
    return table >= 0 && tables.get(table).holds(line.span());
  }

  /** The index of the table that lists what stands at an offset, or -1 where none stands above. */
  public int tableAbove(int offset) {
    int low = 0;
    int high = tables.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tables.get(middle).begin() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /** The entries of all tables. */
  public List<ContentsEntry> entries() {
    List<ContentsEntry> entries = new ArrayList<>();
    tables.forEach(t -> t.entries().forEach(e -> entries.add(e.entry())));
    return entries;
  }

  /** The lines of all tables. */
  public List<Span> pages() {
    List<Span> pages = new ArrayList<>();
    tables.forEach(t -> pages.addAll(t.pages()));
    return pages;
  }
}
