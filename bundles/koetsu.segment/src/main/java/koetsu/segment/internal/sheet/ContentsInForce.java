package koetsu.segment.internal.sheet;

import java.util.ArrayList;
import java.util.List;
import koetsu.api.document.Line;
import koetsu.segment.internal.Contents;
import koetsu.segment.internal.ContentsMatcher;
import koetsu.segment.internal.ContentsPages;
import koetsu.segment.internal.LineFolder;

/** Says which table of contents a line is to be compared with: the one above it. */
final class ContentsInForce {
  private final Contents contents;
  private final List<ContentsMatcher> matchers = new ArrayList<>();
  private final ContentsMatcher none = new ContentsMatcher(List.of());

  ContentsInForce(Contents contents, LineFolder folder) {
    this.contents = contents;
    for (ContentsPages table : contents.tables()) {
      matchers.add(
          new ContentsMatcher(
              table.entries().stream()
                  .map(e -> folder.fold(e.entry().title().text()).text())
                  .toList()));
    }
  }

  /** The table above a line; an empty one where there is none. */
  ContentsMatcher at(Line line) {
    int table = matchers.isEmpty() ? -1 : table(line);
    return table < 0 ? none : matchers.get(table);
  }

  /** The index of the table above a line, or -1. */
  int table(Line line) {
    return contents.tableAbove(line.span().begin());
  }

  /**
   * The entry of each sheet below a table, or -1. A sheet whose title was lost takes the one entry
   * that is left between those of its neighbours.
   *
   * @param titles folded titles of the sheets in order, empty for a lost one
   */
  int[] assign(int table, List<String> titles) {
    int[] assigned = matchers.get(table).assign(titles);
    for (int i = 1; i + 1 < assigned.length; i++) {
      boolean lost = titles.get(i).isEmpty() && assigned[i - 1] >= 0;
      if (lost && assigned[i + 1] == assigned[i - 1] + 2) {
        assigned[i] = assigned[i - 1] + 1;
      }
    }
    return assigned;
  }
}
