package koetsu.segment.internal.sheet;

import java.util.ArrayList;
import java.util.List;

/**
 * Weighs what speaks for a sheet that begins around a key line: what it finds above (title,
 * number), in the head (budget, offices, ministries), below (the headings that open a sheet, or
 * text instead) and in the sheet so far (a heading that would come again). The signs are weak each;
 * their weights add up.
 */
final class OpeningJudge {
  /** Evidence that makes a sheet. */
  static final double ENOUGH = 4;

  private static final double BUDGET = 3;
  private static final double MINISTRY = 3;
  private static final double OFFICE = 1;
  private static final double TITLE = 1;
  private static final double MARKED_TITLE = 1;
  private static final double SAME_MARK = 1;
  private static final double DEEPER = -2;
  private static final double CONTAINER = 2;
  private static final double LEAD = 2;
  private static final double OTHER_HEADING = 1;
  private static final double AGAIN = 2;
  private static final double AWAITED = -2;
  private static final double SHOWN = -5;
  private static final double FIRST = 1;
  private static final double TEXT_BELOW = -2;
  private static final double UNNAMED = -1;

  /** Lines that nobody could name may stand in a head, but not many, and only short ones. */
  private static final int MOST_UNNAMED = 4;

  private static final int LONGEST_UNNAMED = 60;

  private final List<SheetLine> lines;
  private final TitleFinder titles;

  OpeningJudge(List<SheetLine> lines, TitleFinder titles) {
    this.lines = lines;
    this.titles = titles;
  }

  /**
   * @param floor first line that may belong to the sheet
   * @param before the sheet so far
   */
  SheetOpening judge(int key, int floor, SheetSoFar before) {
    List<String> lacking = new ArrayList<>();
    int end = headEnd(key);
    boolean heading =
        end < lines.size() && !lines.get(end).apart() && lines.get(end).heading() != null;
    int body = heading ? end : afterNamed(key, end);
    boolean named = states(key, body, LineRole.BUDGET) || states(key, body, LineRole.MINISTRY);
    Title title = titles.find(key, floor, body, needed(named, before));
    boolean below = title.isEmpty() || title.begin() > key;
    boolean divider = below && !title.isEmpty() && isMark(lines.get(key));
    int begin = divider ? title.begin() : begin(below ? key : title.begin(), floor, below);

    double evidence = 0;
    if (states(begin, body, LineRole.BUDGET)) {
      evidence += BUDGET;
    } else {
      lacking.add("no budget");
    }
    evidence += states(begin, body, LineRole.MINISTRY) ? MINISTRY : 0;
    evidence += states(begin, body, LineRole.OFFICE) ? OFFICE : 0;
    boolean head = evidence > 0;
    if (title.isEmpty()) {
      lacking.add("no title above");
      evidence += before.awaitsBudget() ? AWAITED : 0;
    } else {
      evidence += TITLE + mark(title, body, before, lacking);
    }
    evidence += below(key, body, heading, head, before, lacking);
    evidence += UNNAMED * unnamed(title, key, body);
    evidence += before.isEmpty() ? FIRST : 0;
    return new SheetOpening(begin, title, body, evidence, String.join(", ", lacking));
  }

  /**
   * Whether nothing but its Markdown marks makes a line a key: above a title it heads a chapter.
   */
  private static boolean isMark(SheetLine line) {
    return line.level() > 0
        && line.heading() == null
        && !line.statesBudget()
        && line.role() != LineRole.MINISTRY;
  }

  /** How sure a title must be: the more so the less else says that a sheet begins. */
  private static double needed(boolean named, SheetSoFar before) {
    if (named) {
      return TitleJudge.LIKELY;
    }
    return before.titleLevel() > 0 ? TitleJudge.UNMARKED : TitleJudge.SURE;
  }

  /**
   * What a title's Markdown level says, seen against the first heading below it and the titles
   * before.
   */
  private double mark(Title title, int body, SheetSoFar before, List<String> lacking) {
    int mark = lines.get(title.begin()).level();
    for (int i = title.end(); mark > 0 && i <= body && i < lines.size(); i++) {
      SheetLine line = lines.get(i);
      if (line.heading() != null && line.level() > 0) {
        if (mark > line.level()) {
          lacking.add("the title is set below the heading under it");
          return DEEPER;
        }
        break;
      }
    }
    return (mark > 0 ? MARKED_TITLE : 0)
        + (mark > 0 && mark == before.titleLevel() ? SAME_MARK : 0);
  }

  private double below(
      int key, int body, boolean heading, boolean head, SheetSoFar before, List<String> lacking) {
    double evidence = 0;
    double again = 0;
    for (int i = key; i < body; i++) {
      if (lines.get(i).container()) {
        evidence = CONTAINER;
        again += before.hasContainer() ? AGAIN : 0;
      }
    }
    if (!heading) {
      lacking.add("text instead of a heading below");
      return evidence + again + TEXT_BELOW;
    }
    SheetLine first = lines.get(body);
    if (before.isShown(first)) {
      lacking.add("the heading below belongs to a page shown in the content");
      return evidence + SHOWN;
    }
    boolean lead = first.isLead() && !before.isPart(first);
    if (lead) {
      evidence += LEAD;
      again += before.hasLead(first) ? AGAIN : 0;
    } else {
      lacking.add("the heading below opens no sheet");
      evidence += first.core() && (head || evidence > 0) ? OTHER_HEADING : 0;
    }
    if (again == 0 && !before.isEmpty()) {
      lacking.add("the sheet so far could go on");
    }
    return evidence + again;
  }

  /** The first line from a key on that cannot belong to a head: a section heading or text. */
  private int headEnd(int key) {
    int unnamed = 0;
    boolean container = false;
    int last = Math.min(lines.size(), key + TitleFinder.MOST_HEAD_LINES);
    for (int i = key; i < last; i++) {
      SheetLine line = lines.get(i);
      if (i > key && line.apart()) {
        return i;
      }
      if (line.container()) {
        container = true;
      } else if (line.heading() != null) {
        return i;
      } else if (!line.isHead() && i > key) {
        boolean label = line.folded().length() <= LONGEST_UNNAMED && line.folded().indexOf('。') < 0;
        label &= line.level() == 0 || lines.get(key).isHead() || titles.runsOn(i - 1, i);
        if (container || !label || ++unnamed > MOST_UNNAMED) {
          return i;
        }
      }
    }
    return last;
  }

  /** The line after the last one before {@code end} that surely belongs to the head of the key. */
  private int afterNamed(int key, int end) {
    int body = key + 1;
    for (int i = key + 1; i < end; i++) {
      body = lines.get(i).isHead() || lines.get(i).container() ? i + 1 : body;
    }
    return body;
  }

  private boolean states(int begin, int end, LineRole role) {
    for (int i = begin; i < end; i++) {
      if (lines.get(i).role() == role && lines.get(i).heading() == null) {
        return true;
      }
    }
    return false;
  }

  private int unnamed(Title title, int key, int body) {
    int unnamed = 0;
    for (int i = title.isEmpty() ? key : title.end(); i < body; i++) {
      unnamed += lines.get(i).isHead() || lines.get(i).heading() != null ? 0 : 1;
    }
    return unnamed;
  }

  /**
   * Where a head begins: above its title with a labelled number; where no title stands at its top
   * with the first named line that leads to the key without a gap.
   */
  private int begin(int from, int floor, boolean lost) {
    int begin = from;
    int top = Math.max(floor, from - TitleFinder.MOST_HEAD_LINES);
    for (int i = from - 1; i >= top && lines.get(i).isHead(); i--) {
      boolean belongs = lines.get(i).role() == LineRole.NUMBER || lost && lines.get(i).isSureHead();
      begin = belongs ? i : begin;
    }
    return begin;
  }
}
