package koetsu.segment.internal.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import koetsu.api.plugin.Trace;

/**
 * Finds where sheets begin. Certain lines are keys: a stated budget, lead ministries, a container
 * heading, the heading of the purpose or background, and a Markdown heading that names no section.
 * At each key it asks what speaks for a new sheet there; what it finds above (title, offices),
 * below (headings that open a sheet) and in the sheet so far (a heading that comes again) adds up.
 */
final class SheetFinder {
  private static final String RULE = "sheet-opening";
  private static final String NUMBERED_LEAD = "numbered lead";

  /** Evidence that makes a sheet. */
  private static final double ENOUGH = 4;

  private static final double BUDGET = 3;
  private static final double MINISTRY = 3;
  private static final double CONTAINER = 2;
  private static final double LEAD = 2;
  private static final double OTHER_HEADING = 1;
  private static final double OFFICE = 1;
  private static final double TITLE = 1;
  private static final double MARKED_TITLE = 1;
  private static final double AGAIN = 2;
  private static final double FIRST = 1;
  private static final double PROSE = -2;

  /** Lines that the reader could not name may stand in a head, but not many. */
  private static final int UNNAMED_LINES = 4;

  private static final int LONGEST_UNNAMED = 60;

  private final List<SheetLine> lines;
  private final TitleFinder titles;
  private final Trace trace;

  SheetFinder(List<SheetLine> lines, TitleFinder titles, Trace trace) {
    this.lines = lines;
    this.titles = titles;
    this.trace = trace;
  }

  /** A place where a sheet may begin, with what speaks for it. */
  private record Opening(Title title, int begin, int body, double evidence, String lacking) {}

  List<Sheet> find() {
    List<Opening> openings = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int floor = 0;
    for (int i = 0; i < lines.size(); i++) {
      SheetLine line = lines.get(i);
      floor = line.apart() ? i : floor;
      boolean opened = !openings.isEmpty() && openings.get(openings.size() - 1).body == i;
      if (!opened && isKey(i)) {
        Opening opening = opening(i, floor, openings.isEmpty() ? null : seen);
        if (opening.evidence >= ENOUGH) {
          openings.add(opening);
          seen.clear();
          for (int head = opening.begin; head < opening.body; head++) {
            see(head, seen);
          }
          i = Math.max(i, opening.body - 1);
          floor = i + 1;
          continue;
        }
        trace.failed(
            RULE,
            line.line().content(),
            String.format(
                Locale.ROOT,
                "evidence %.1f of %.1f: %s",
                opening.evidence,
                ENOUGH,
                opening.lacking));
      }
      if (line.heading() != null) {
        see(i, seen);
        floor = line.isHeading() ? i + 1 : i;
      }
    }
    return sheets(openings);
  }

  private List<Sheet> sheets(List<Opening> openings) {
    Set<String> titleLines = new HashSet<>();
    openings.forEach(
        o -> titleLines.add(o.title.isEmpty() ? "" : lines.get(o.title.begin()).title()));
    List<Sheet> sheets = new ArrayList<>();
    int end = lines.size();
    for (int i = openings.size() - 1; i >= 0; i--) {
      Opening opening = openings.get(i);
      int floor = i == 0 ? 0 : openings.get(i - 1).body;
      Title title = titles.withRepeated(opening.title, titleLines, floor);
      int begin = Math.min(opening.begin, title.isEmpty() ? opening.begin : title.begin());
      for (int line = begin + 1; line < end; line++) {
        end = lines.get(line).apart() ? line : end;
      }
      sheets.add(0, new Sheet(begin, title.begin(), title.end(), Math.min(opening.body, end), end));
      end = begin;
    }
    return sheets;
  }

  private boolean isKey(int i) {
    SheetLine line = lines.get(i);
    return line.statesBudget()
        || line.role() == LineRole.MINISTRY
        || isContainer(i)
        || isLead(line)
        || line.heading() == null && line.level() > 0;
  }

  /**
   * Whether a line is a heading over headings: a container whose first line is a heading as well.
   */
  boolean isContainer(int i) {
    SheetLine line = lines.get(i);
    return line.heading() != null
        && line.heading().container()
        && line.isHeading()
        && (line.heading().type() == null
            || i + 1 < lines.size() && lines.get(i + 1).heading() != null);
  }

  /** Whether a line prints the heading that comes first in a sheet; in brackets it heads a part. */
  private static boolean isLead(SheetLine line) {
    if (line.heading() == null || line.heading().marks().bracket()) {
      return false;
    }
    String type = line.heading().type();
    return "purpose".equals(type) || "background".equals(type);
  }

  /**
   * Whether the sheet so far numbers its headings and this one has no number: it heads a part of
   * it.
   */
  private static boolean isPart(SheetLine heading, Set<String> seen) {
    return seen != null && !heading.heading().marks().number() && seen.contains(NUMBERED_LEAD);
  }

  private void see(int i, Set<String> seen) {
    if (lines.get(i).heading() != null) {
      seen.add(print(i));
      if (isLead(lines.get(i)) && lines.get(i).heading().marks().number()) {
        seen.add(NUMBERED_LEAD);
      }
    }
  }

  /** The print of a heading: the same words in the same form. */
  private String print(int i) {
    SheetLine line = lines.get(i);
    return isContainer(i)
        ? "container"
        : line.heading().type() + " " + line.level() + " " + line.heading().marks();
  }

  private Opening opening(int key, int floor, Set<String> seen) {
    Below below = below(key, seen);
    Title title = titles.find(key, floor, below.body(), below.budget());
    int begin =
        headBegin(title.isEmpty() ? key : Math.min(key, title.begin()), floor, title.isEmpty());
    double evidence = below.evidence();
    StringBuilder lacking = new StringBuilder(below.lacking());
    boolean budget = false;
    boolean office = false;
    boolean ministry = false;
    for (int i = begin; i < below.body(); i++) {
      budget |= lines.get(i).statesBudget();
      office |= lines.get(i).role() == LineRole.OFFICE;
      ministry |= lines.get(i).role() == LineRole.MINISTRY;
    }
    evidence += (budget ? BUDGET : 0) + (office ? OFFICE : 0) + (ministry ? MINISTRY : 0);
    if (title.isEmpty()) {
      lacking.append("no title above, ");
    } else {
      evidence += TITLE + (lines.get(title.begin()).level() > 0 ? MARKED_TITLE : 0);
    }
    if (!budget) {
      lacking.append("no budget, ");
    }
    evidence += again(key, below.body(), seen);
    evidence += seen == null ? FIRST : 0;
    return new Opening(
        title, begin, below.body(), evidence, lacking.append("sheet so far goes on").toString());
  }

  private double again(int key, int body, Set<String> seen) {
    if (seen == null) {
      return 0;
    }
    double again = 0;
    for (int i = key; i <= body && i < lines.size(); i++) {
      boolean opens = isContainer(i) || isLead(lines.get(i));
      again += opens && lines.get(i).isHeading() && seen.contains(print(i)) ? AGAIN : 0;
    }
    return again;
  }

  /**
   * What stands below a key: where the head ends, and what the headings there say for a new sheet.
   */
  private record Below(int body, double evidence, boolean budget, String lacking) {}

  private Below below(int key, Set<String> seen) {
    double evidence = 0;
    int unnamed = 0;
    boolean budget = false;
    int i = key;
    for (; i < lines.size(); i++) {
      SheetLine line = lines.get(i);
      if (i > key && line.apart()) {
        return new Below(i, evidence, budget, "no heading below, ");
      }
      if (isContainer(i)) {
        evidence = Math.max(evidence, CONTAINER);
      } else if (line.heading() != null) {
        evidence += isLead(line) && !isPart(line, seen) ? LEAD : OTHER_HEADING;
        return new Below(i, evidence, budget, "");
      } else if (!line.isHead()) {
        boolean couldBeHead =
            i == key || line.folded().length() <= LONGEST_UNNAMED && line.folded().indexOf('。') < 0;
        if (!couldBeHead || evidence > 0 || ++unnamed > UNNAMED_LINES) {
          break;
        }
      }
      budget |= line.statesBudget();
    }
    return new Below(
        headEnd(key, i), evidence + PROSE, budget, "text instead of a heading below, ");
  }

  /** The end of the lines from a key on that surely belong to a head. */
  private int headEnd(int key, int limit) {
    int i = key + 1;
    while (i < limit && (lines.get(i).isHead() || isContainer(i))) {
      i++;
    }
    return i;
  }

  /**
   * Where a head begins: above its title with a labelled number; without a title with the first
   * named line that leads to the key without a gap.
   */
  private int headBegin(int from, int floor, boolean lost) {
    int begin = from;
    for (int i = from - 1; i >= floor && lines.get(i).isHead(); i--) {
      boolean belongs =
          lines.get(i).role() == LineRole.NUMBER || lost && lines.get(i).role() != LineRole.REMARK;
      begin = belongs ? i : begin;
    }
    return begin;
  }
}
