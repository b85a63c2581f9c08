package koetsu.segment.internal;

import java.util.List;
import koetsu.api.document.Line;
import koetsu.api.document.Span;
import koetsu.api.plugin.ContentsEntry;

/**
 * The tables of contents of a document.
 *
 * @param entries all entries, column by column as a person reads them
 * @param pages the lines they stand on
 */
public record ContentsPages(List<Listed> entries, List<Span> pages) {
  /** No table of contents. */
  public static final ContentsPages NONE = new ContentsPages(List.of(), List.of());

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

  /** Whether a line belongs to a table of contents. */
  public boolean holds(Line line) {
    for (Span page : pages) {
      if (page.contains(line.span())) {
        return true;
      }
    }
    return false;
  }
}
