package koetsu.segment.internal.sheet;

import java.util.ArrayList;
import java.util.List;
import koetsu.api.document.Span;
import koetsu.api.plugin.ContentsEntry;
import koetsu.api.plugin.RecordDraft;
import koetsu.api.plugin.Region;
import koetsu.api.record.Problem;
import koetsu.segment.internal.ContentsPages;

/**
 * Compares the table of contents with the sheets found: an entry without a sheet between others
 * that have one, a sheet that no entry names, and once for all the entries before the first and
 * after the last sheet.
 */
final class ContentsCheck {
  private static final String UNFOUND = "contents-entry-without-sheet";
  private static final String UNLISTED = "sheet-without-contents-entry";
  private static final String PARTIAL = "contents-beyond-document";

  private ContentsCheck() {}

  /**
   * @param from index of the first record below the table
   * @param records all records
   * @param assigned for each record below the table the index of its entry, or -1
   */
  static List<Problem> problems(
      ContentsPages contents, int from, List<RecordDraft> records, int[] assigned) {
    List<Problem> problems = new ArrayList<>();
    int entries = contents.entries().size();
    boolean[] found = new boolean[entries];
    int first = entries;
    int last = -1;
    for (int i = 0; i < assigned.length; i++) {
      if (assigned[i] >= 0) {
        found[assigned[i]] = true;
        first = Math.min(first, assigned[i]);
        last = Math.max(last, assigned[i]);
      } else if (records.get(from + i).parent() == null) {
        problems.add(unlisted(from + i, records.get(from + i)));
      }
    }
    for (int i = first; i <= last; i++) {
      if (!found[i]) {
        problems.add(unfound(contents.entries().get(i).entry()));
      }
    }
    int beyond = last < 0 ? entries : first + entries - 1 - last;
    if (beyond > 0) {
      problems.add(beyond(beyond, entries, contents.pages().get(0)));
    }
    return problems;
  }

  private static Problem unlisted(int index, RecordDraft record) {
    List<Span> titles = record.regions(Region.Role.TITLE);
    return new Problem(
        Problem.Severity.WARNING,
        UNLISTED,
        "The table of contents does not list this sheet; check its title and where it begins.",
        String.format("r%04d", index + 1),
        titles.isEmpty() ? record.spans().get(0) : titles.get(0));
  }

  private static Problem unfound(ContentsEntry entry) {
    String number = entry.number() == null ? "" : entry.number().text() + " ";
    return new Problem(
        Problem.Severity.WARNING,
        UNFOUND,
        "The table of contents lists \""
            + number
            + entry.title().text()
            + "\", but no sheet has this title; look for it between its neighbours.",
        null,
        entry.title().spans().get(0));
  }

  private static Problem beyond(int beyond, int entries, Span page) {
    return new Problem(
        Problem.Severity.INFO,
        PARTIAL,
        beyond
            + " of the "
            + entries
            + " entries of the table of contents stand before the first or after the last sheet of this document;"
            + " it seems to be an extract.",
        null,
        page);
  }
}
