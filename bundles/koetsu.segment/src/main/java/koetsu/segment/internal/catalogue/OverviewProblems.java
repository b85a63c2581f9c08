package koetsu.segment.internal.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import koetsu.api.document.Span;
import koetsu.api.plugin.RecordDraft;
import koetsu.api.record.Problem;

/**
 * Compares the overview list with the sheets.
 *
 * <p>The list names the main measures only, and its columns may be out of order, so a sheet that is
 * not listed is no problem and an entry without a sheet is one only among entries that have theirs:
 * what stands before the first or after the last of these was probably not in the input, and makes
 * one finding together.
 */
final class OverviewProblems {
  private static final String SOURCE = "overview";

  private OverviewProblems() {}

  /**
   * @param entries indices of the entries that have a sheet
   */
  static List<Problem> of(
      List<Overview.Listed> listed, List<RecordDraft> records, Set<Integer> entries) {
    List<Problem> problems = new ArrayList<>();
    List<Overview.Listed> outside = new ArrayList<>();
    int at = 0;
    while (at < listed.size()) {
      int end = at;
      int first = -1;
      int last = -1;
      while (end < listed.size() && sameChapter(listed.get(at), listed.get(end))) {
        if (entries.contains(end)) {
          first = first < 0 ? end : first;
          last = end;
        }
        end++;
      }
      for (int i = at; i < end; i++) {
        if (first >= 0 && i > first && i < last && !entries.contains(i)) {
          problems.add(missing(listed.get(i)));
        } else if (!entries.contains(i)) {
          outside.add(listed.get(i));
        }
      }
      at = end;
    }
    if (!outside.isEmpty()) {
      problems.add(outside(outside, records.isEmpty()));
    }
    return problems;
  }

  private static boolean sameChapter(Overview.Listed a, Overview.Listed b) {
    return a.chapter() == null ? b.chapter() == null : a.chapter().equals(b.chapter());
  }

  private static Problem missing(Overview.Listed listed) {
    return new Problem(
        Problem.Severity.WARNING,
        SOURCE,
        "The overview lists \""
            + listed.entry().title().text()
            + "\", but no sheet has this name; check the sheets between its neighbours.",
        null,
        place(listed));
  }

  private static Problem outside(List<Overview.Listed> listed, boolean noSheets) {
    String names =
        listed.stream()
            .limit(3)
            .map(l -> "\"" + l.entry().title().text() + "\"")
            .collect(Collectors.joining(", "));
    return new Problem(
        Problem.Severity.INFO,
        SOURCE,
        listed.size()
            + " entries of the overview are not among the sheets"
            + (noSheets ? "" : " that are present")
            + ": "
            + names
            + (listed.size() > 3 ? " and others" : "")
            + "; add the rest of the document if they are wanted.",
        null,
        place(listed.get(0)));
  }

  private static Span place(Overview.Listed listed) {
    return listed.entry().title().spans().get(0);
  }
}
