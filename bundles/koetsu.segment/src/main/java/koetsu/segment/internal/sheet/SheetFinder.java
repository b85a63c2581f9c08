package koetsu.segment.internal.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import koetsu.api.plugin.Trace;

/**
 * Finds where sheets begin. Certain lines are keys: a stated budget, lead ministries, a container
 * heading, the heading of the purpose or background, and a Markdown heading that names no section.
 * At each key the evidence for a new sheet is weighed.
 */
final class SheetFinder {
  private static final String RULE = "sheet-opening";

  /** A chapter's heading is a short label. */
  private static final int LONGEST_DIVIDER = 40;

  private final List<SheetLine> lines;
  private final TitleFinder titles;
  private final SheetWords words;
  private final OpeningJudge judge;
  private final Trace trace;

  SheetFinder(List<SheetLine> lines, TitleFinder titles, SheetWords words, Trace trace) {
    this.lines = lines;
    this.titles = titles;
    this.words = words;
    this.judge = new OpeningJudge(lines, titles);
    this.trace = trace;
  }

  List<Sheet> find() {
    List<SheetOpening> openings = new ArrayList<>();
    SheetSoFar sheet = new SheetSoFar();
    int floor = 0;
    int body = -1;
    for (int i = 0; i < lines.size(); i++) {
      SheetLine line = lines.get(i);
      floor = line.apart() ? i : floor;
      if (i != body && isKey(line)) {
        SheetOpening opening = judge.judge(i, floor, sheet);
        if (opening.evidence() >= OpeningJudge.ENOUGH) {
          openings.add(opening);
          open(sheet, opening);
          body = opening.body();
          floor = body;
          i = Math.max(i, body - 1);
          continue;
        }
        if (trace.enabled()) {
          trace.failed(RULE, line.line().content(), clause(opening));
        }
      }
      sheet.see(line);
      floor = line.heading() == null ? floor : line.isHeading() ? i + 1 : i;
    }
    return sheets(openings);
  }

  private static String clause(SheetOpening opening) {
    return String.format(
        Locale.ROOT,
        "evidence %.1f is less than %.1f: %s",
        opening.evidence(),
        OpeningJudge.ENOUGH,
        opening.lacking());
  }

  private boolean isKey(SheetLine line) {
    boolean mark = line.heading() == null && line.level() > 0;
    return mark
        || line.statesBudget()
        || line.role() == LineRole.MINISTRY
        || line.isLead()
        || line.container();
  }

  private void open(SheetSoFar sheet, SheetOpening opening) {
    sheet.open(opening.title().isEmpty() ? 0 : lines.get(opening.title().begin()).level());
    for (int head = opening.begin(); head < opening.body(); head++) {
      sheet.see(lines.get(head));
    }
  }

  private List<Sheet> sheets(List<SheetOpening> openings) {
    Set<String> titleLines = new HashSet<>();
    for (SheetOpening opening : openings) {
      if (opening.title().end() - opening.title().begin() > 1) {
        titleLines.add(lines.get(opening.title().begin()).title());
      }
    }
    LinkedList<Sheet> sheets = new LinkedList<>();
    int end = lines.size();
    for (int i = openings.size() - 1; i >= 0; i--) {
      SheetOpening opening = openings.get(i);
      int floor = i == 0 ? 0 : openings.get(i - 1).body();
      Title title = titles.withRepeated(opening.title(), titleLines, floor);
      int begin = title.isEmpty() ? opening.begin() : Math.min(opening.begin(), title.begin());
      for (int line = begin + 1; line < end; line++) {
        end = lines.get(line).apart() ? line : end;
      }
      sheets.addFirst(
          new Sheet(begin, title.begin(), title.end(), Math.min(opening.body(), end), end));
      end = dividersBegin(begin, floor, title);
    }
    return new ArrayList<>(sheets);
  }

  /** Where the headings of a chapter begin that stand above a sheet and belong to none. */
  private int dividersBegin(int sheet, int floor, Title title) {
    int level = title.isEmpty() ? 0 : lines.get(title.begin()).level();
    int begin = sheet;
    while (begin > floor && isDivider(lines.get(begin - 1), level)) {
      begin--;
    }
    return begin;
  }

  private boolean isDivider(SheetLine line, int titleLevel) {
    String text = line.folded();
    boolean named = line.role() == LineRole.OFFICE && line.level() > 0;
    boolean label =
        line.heading() == null
            && (line.role() == LineRole.TEXT || named)
            && text.length() <= LONGEST_DIVIDER;
    boolean chapter = words.chapterStarts().starts(text) && !words.proseEndings().ends(text);
    boolean above = line.level() > 0 && line.level() <= titleLevel;
    return label && line.blankBefore() && (chapter || above);
  }
}
