package koetsu.extract.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import koetsu.api.document.LineKind;
import koetsu.api.document.Span;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.Region;
import koetsu.api.text.Token;
import koetsu.api.text.TokenKind;

/**
 * One block of goals, read line by line: hard-wrapped lines belong together, the head of a list
 * governs its items, the head row of a table its cells, a footnote the items with its mark.
 */
final class GoalBlock {
  /** A footnote about the goals that carry its mark. */
  private static final String NOTE_ABOUT_MARKED = "※は";

  private static final String FULL_STOP = "。";

  /** A line no longer than this that prints no goal is a head. */
  private static final int HEAD_LENGTH = 24;

  private static final Column NOTHING = new Column(null, null, false, false);

  private final ExtractionContext context;
  private final GoalWords words;
  private final Sheet sheet;
  private final GoalSign base;

  /** No goal is due before this fiscal year. */
  private final long earliest;

  private final long budgetYear;

  /** What the current list or column says of its items. */
  private Goals.Mark horizon;

  private Deadlines.Due due;

  /** What a footnote says of goals with and without its mark. */
  private Deadlines.Due markedDue;

  private Deadlines.Due unmarkedDue;

  GoalBlock(ExtractionContext context, GoalWords words, Sheet sheet, GoalSign base) {
    this.context = context;
    this.words = words;
    this.sheet = sheet;
    this.base = base;
    LongSummaryStatistics budgetYears =
        context.record().regions(Region.Role.BUDGET).stream()
            .flatMap(line -> context.in().tokens().in(line, TokenKind.YEAR).stream())
            .mapToLong(Token::number)
            .summaryStatistics();
    boolean printed = budgetYears.getCount() > 0;
    earliest = printed ? budgetYears.getMin() - Deadlines.UNDER_WAY : 0;
    budgetYear = printed ? budgetYears.getMax() : 0;
  }

  /** Reads the heading: a year that it prints is the one that all goals below are due in. */
  void heading(Passage heading) {
    Deadlines.Due said = goals(heading).lastDue();
    unmarkedDue = said == null ? unmarkedDue : said;
  }

  private Goals goals(Passage passage) {
    return new Goals(context, words, passage, base, earliest, budgetYear);
  }

  /** The goals on some lines of the sheet, in printed order. */
  List<Extraction> read(List<Integer> lines) {
    List<Extraction> found = new ArrayList<>();
    lines.forEach(this::footnote);
    int at = 0;
    List<Column> columns = null;
    while (at < lines.size()) {
      int line = lines.get(at);
      if (sheet.line(line).kind() == LineKind.TABLE_ROW) {
        List<Column> head = columns(line);
        if (head == null) {
          row(line, columns, found);
        } else {
          columns = head;
        }
        at++;
        continue;
      }
      columns = null;
      List<Span> stretches = new ArrayList<>();
      stretches.add(sheet.line(line).content());
      at++;
      while (at < lines.size() && !opens(lines.get(at - 1), lines.get(at))) {
        stretches.add(sheet.line(lines.get(at)).content());
        at++;
      }
      paragraph(Passage.flowing(context, stretches), marked(line), found);
    }
    return found;
  }

  /** Reads a note （※は …年度、その他は …年度） that says when marked and unmarked goals are due. */
  private void footnote(int line) {
    Passage note = sheet.passage(line);
    for (Passage.Found year : note.tokens(TokenKind.YEAR)) {
      if (words.all.endingAt(note.text(), year.place().begin()) != null
          || isLabelled(note, year.place())) {
        unmarkedDue = Deadlines.due(note, year);
      }
    }
    if (!note.text().startsWith(NOTE_ABOUT_MARKED)
        && !note.text().startsWith(NOTE_ABOUT_MARKED, 1)) {
      return;
    }
    Place rest = words.others.first(note.text(), 0, note.length());
    for (Passage.Found year : note.tokens(TokenKind.YEAR)) {
      Deadlines.Due noted = Deadlines.due(note, year);
      if (rest == null || year.place().end() <= rest.begin()) {
        markedDue = noted;
      } else if (unmarkedDue == null) {
        unmarkedDue = noted;
      }
    }
  }

  /** 目標年度：令和11年度: a line of its own says when all goals are due. */
  private boolean isLabelled(Passage line, Place year) {
    int colon = year.begin() - 1;
    return colon > 0
        && line.text().charAt(colon) == ':'
        && words.dueColumn.endingAt(line.text(), colon) != null
        && line.skipSpace(year.end()) >= line.length();
  }

  private boolean marked(int line) {
    return sheet.line(line).kind() == LineKind.LIST_ITEM || Marks.marked(sheet.text(line), 0);
  }

  /** Whether a line begins a new paragraph of the block. */
  private boolean opens(int above, int line) {
    if (marked(line) || sheet.line(line).kind() != LineKind.TEXT || line != above + 1) {
      return true;
    }
    boolean apart = sheet.line(line).number() - sheet.line(above).number() > 1;
    if (endsAsEntry(above) && (apart || isEntry(line))) {
      return true;
    }
    String text = sheet.text(line);
    boolean bracketed = !text.isEmpty() && Passage.isOpening(text.charAt(0));
    if (words.horizons.at(text, bracketed ? 1 : 0) != null && !endsInside(sheet.text(above))) {
      return true;
    }
    return sheet.opensParagraph(line);
  }

  /** Whether a line is no more than what is measured and its number: 相談件数 年間250件（令和9年度）. */
  private boolean isEntry(int line) {
    List<Passage.Found> numbers = sheet.passage(line).tokens(TokenKind.QUANTITY);
    return numbers.size() == 1 && numbers.get(0).place().begin() > 0 && endsAsEntry(line);
  }

  /**
   * Whether nothing but a bound and a remark in brackets stands behind the last number of a line.
   */
  private boolean endsAsEntry(int line) {
    Passage passage = sheet.passage(line);
    List<Passage.Found> numbers = passage.tokens(TokenKind.QUANTITY);
    if (numbers.isEmpty()) {
      return false;
    }
    String text = passage.text();
    int end = numbers.get(numbers.size() - 1).place().end();
    Place bound = words.bound.at(text, end);
    end = passage.skipSpace(bound == null ? end : bound.end());
    if (end < text.length() && text.charAt(end) == '(') {
      end = passage.skipSpace(Math.min(passage.closing(end) + 1, text.length()));
    }
    return end >= text.length();
  }

  /** Whether a line breaks off inside a sentence. */
  private static boolean endsInside(String text) {
    return "、,(".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /**
   * What the head cell of a column says of the cells below it.
   *
   * @param mark the horizon, or null
   * @param due the year that is printed in the head, or null
   * @param deadlines whether the column gives the years that the rows are due in
   * @param today whether the column gives the state of today
   */
  private record Column(Goals.Mark mark, Deadlines.Due due, boolean deadlines, boolean today) {
    boolean says() {
      return mark != null || due != null || deadlines || today;
    }
  }

  /** The columns of a table by its head row, or null where the row is none. */
  private List<Column> columns(int line) {
    List<Column> columns = new ArrayList<>();
    if (!sheet.passage(line).tokens(TokenKind.QUANTITY).isEmpty()) {
      return null;
    }
    for (Span span : sheet.line(line).cells()) {
      columns.add(span.isEmpty() ? NOTHING : column(Passage.of(context, span), span));
    }
    return columns.stream().anyMatch(Column::says) ? columns : null;
  }

  private Column column(Passage cell, Span span) {
    String text = cell.text();
    if (!cell.tokens(TokenKind.QUANTITY).isEmpty() || text.length() > HEAD_LENGTH) {
      return NOTHING;
    }
    String horizon = words.horizons.first(text);
    List<Passage.Found> years = cell.tokens(TokenKind.YEAR);
    boolean today = words.todayBefore.in(text) || words.todayNote.in(text);
    boolean goal = years.size() == 1 && !today && words.heading.in(text);
    return new Column(
        horizon == null ? null : new Goals.Mark(horizon, null, span),
        goal ? Deadlines.due(cell, years.get(0)) : null,
        words.dueColumn.in(text),
        today);
  }

  private void row(int line, List<Column> columns, List<Extraction> found) {
    List<Span> cells = sheet.line(line).cells();
    Deadlines.Due rowDue = null;
    Goals.Mark rowMark = null;
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).isEmpty()) {
        continue;
      }
      Passage cell = Passage.of(context, cells.get(i));
      // 短期 | 25件: the first cell may say what the columns say elsewhere
      rowMark = rowMark == null ? column(cell, cells.get(i)).mark() : rowMark;
      if (column(columns, i).deadlines()) {
        List<Passage.Found> years = cell.tokens(TokenKind.YEAR);
        rowDue = years.size() == 1 ? Deadlines.due(cell, years.get(0)) : null;
      }
    }
    for (int i = 0; i < cells.size(); i++) {
      Column column = column(columns, i);
      if (cells.get(i).isEmpty()) {
        continue;
      }
      if (column.today()) {
        Untried.in(
            context,
            TokenKind.QUANTITY,
            cells.get(i),
            TargetExtractor.GOAL,
            "its column gives the state of today");
        continue;
      }
      horizon = column.mark() == null ? rowMark : column.mark();
      due = column.due() == null ? rowDue : column.due();
      paragraph(Passage.of(context, cells.get(i)), true, found);
    }
    horizon = null;
    due = null;
  }

  private static Column column(List<Column> columns, int index) {
    return columns != null && index < columns.size() ? columns.get(index) : NOTHING;
  }

  /** Reads one paragraph or item and settles what it says of those that follow. */
  private void paragraph(Passage passage, boolean item, List<Extraction> found) {
    Goals goals = goals(passage);
    Goals.Mark said = goals.lastMark();
    if (!item && said != null) {
      // running text with a horizon of its own is no part of a list
      horizon = null;
    }
    List<Extraction> read = goals.read(new Goals.Governing(horizon, due, markedDue, unmarkedDue));
    found.addAll(read);
    String text = passage.text();
    boolean introduces =
        words.list.in(text, passage.sentenceBegin(text.length() - 1), text.length())
            || text.endsWith(":")
            || !item && !text.endsWith(FULL_STOP) && read.isEmpty();
    boolean heads = read.isEmpty() && said != null && text.length() <= HEAD_LENGTH;
    if (introduces || heads) {
      horizon = said == null ? horizon : said;
      due = goals.lastDue() == null ? due : goals.lastDue();
    } else if (!item || said != null && horizon != null) {
      // running text, or an item with a horizon of its own, ends the list
      horizon = null;
      due = null;
    }
  }
}
