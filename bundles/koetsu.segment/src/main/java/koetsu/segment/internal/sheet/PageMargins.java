package koetsu.segment.internal.sheet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what is printed between sheets and belongs to the page: page numbers at a sheet's end, and
 * running heads, which stand above one sheet after the other.
 */
final class PageMargins {
  /** A line that comes back above this many sheets is a running head. */
  private static final int REPEATED = 3;

  /** A running head is a label; sheets of one measure may well end with the same sentence. */
  private static final int LONGEST = 40;

  private static final char FULL_STOP = '。';

  private final List<SheetLine> lines;
  private final Set<String> heads = new HashSet<>();

  PageMargins(List<SheetLine> lines, List<Sheet> sheets, SheetWords words) {
    this.lines = lines;
    Map<String, Integer> counts = new HashMap<>();
    for (Sheet sheet : sheets) {
      int above = sheet.begin() - 1;
      String text = above < 0 ? "" : lines.get(above).folded();
      boolean label =
          text.length() <= LONGEST
              && text.indexOf(FULL_STOP) < 0
              && !words.proseEndings().ends(text);
      if (above >= 0
          && label
          && lines.get(above).role() == LineRole.TEXT
          && lines.get(above).heading() == null) {
        if (counts.merge(text, 1, Integer::sum) == REPEATED) {
          heads.add(text);
        }
      }
    }
  }

  /** The index after the last line of a sheet that is not the page's. */
  int end(Sheet sheet) {
    int end = sheet.end();
    while (end > sheet.body() && isMargin(lines.get(end - 1))) {
      end--;
    }
    return end;
  }

  private boolean isMargin(SheetLine line) {
    return line.role() == LineRole.PAGE || heads.contains(line.folded());
  }
}
