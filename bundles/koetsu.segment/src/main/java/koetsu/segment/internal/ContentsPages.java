package koetsu.segment.internal;

import java.util.List;
import koetsu.api.document.Span;
import koetsu.api.plugin.ContentsEntry;

/**
 * A table of contents over one or more pages.
 *
 * @param entries all entries, page by page and column by column as a person reads them
 * @param pages the lines they stand on, ascending; never empty
 */
public record ContentsPages(List<Listed> entries, List<Span> pages) {
  public ContentsPages {
    entries = List.copyOf(entries);
    pages = List.copyOf(pages);
  }

  /**
   * An entry with the list it is in.
   *
   * @param entry the entry
   * @param list folded heading of its list, for example {@code 目次(制度)}
   */
  public record Listed(ContentsEntry entry, String list) {}

  /** First code point of the table. */
  public int begin() {
    return pages.get(0).begin();
  }

  /** Whether a line lies in the table. */
  public boolean holds(Span line) {
    int low = 0;
    int high = pages.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (pages.get(middle).begin() <= line.begin()) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return pages.get(low).contains(line);
  }
}
