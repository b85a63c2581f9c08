package koetsu.segment.internal.catalogue;

import java.util.List;

/**
 * The lines of one page.
 *
 * @param kind what the page holds
 * @param lines its lines, from the first to the last that is not blank
 */
record Page(Kind kind, List<SheetLine> lines) {
  /** What a page of a catalogue can hold. */
  enum Kind {
    SHEET,
    OVERVIEW,
    DIVIDER,
    OTHER
  }

  Page {
    lines = List.copyOf(lines);
  }

  SheetLine first() {
    return lines.get(0);
  }

  SheetLine last() {
    return lines.get(lines.size() - 1);
  }
}
