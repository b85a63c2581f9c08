package koetsu.extract.internal;

import java.util.ArrayList;
import java.util.List;
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

  /** A line no longer than this that prints no goal is a head. */
  private static final int HEAD_LENGTH = 24;

  private final ExtractionContext context;
  private final GoalWords words;
  private final Sheet sheet;
  private final String rule;

  /** No goal is due before this fiscal year. */
  private final long earliest;

  /** What the current list or column says of its items. */
  private Goals.Mark horizon;

  private Deadlines.Due due;

  /** What a footnote says of goals with and without its mark. */
  private Deadlines.Due markedDue;

  private Deadlines.Due unmarkedDue;

  GoalBlock(ExtractionContext context, GoalWords words, Sheet sheet, String rule) {
    this.context = context;
    this.words = words;
    this.sheet = sheet;
    this.rule = rule;
    earliest =
        context.record().regions(Region.Role.BUDGET).stream()
                .flatMap(line -> context.in().tokens().in(line, TokenKind.YEAR).stream())
                .mapToLong(Token::number)
                .min()
                .orElse(Deadlines.UNDER_WAY)
            - Deadlines.UNDER_WAY;
  }

  /** The goals on some lines of the sheet, in printed order. */
  List<Extraction> read(List<Integer> lines) {
    List<Extraction> found = new ArrayList<>();
    lines.forEach(this::footnote);
    int at = 0;
    Goals.Mark[] columns = null;
    while (at < lines.size()) {
      int line = lines.get(at);
      if (sheet.line(line).kind() == LineKind.TABLE_ROW) {
        Goals.Mark[] head = columns(line);
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
      if (words.all.endingAt(note.text(), year.place().begin()) != null) {
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

  private boolean marked(int line) {
    return sheet.line(line).kind() == LineKind.LIST_ITEM || Marks.marked(sheet.text(line), 0);
  }

  /** Whether a line begins a new paragraph of the block. */
  private boolean opens(int above, int line) {
    if (marked(line) || sheet.line(line).kind() != LineKind.TEXT || line != above + 1) {
      return true;
    }
    if (words.horizons.at(sheet.text(line), 0) != null && !endsInside(sheet.text(above))) {
      return true;
    }
    return sheet.opensParagraph(line);
  }

  /** Whether a line breaks off inside a sentence. */
  private static boolean endsInside(String text) {
    return "、,(".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /** The horizons of a table's head cells, or null where the row is none. */
  private Goals.Mark[] columns(int line) {
    List<Span> cells = sheet.line(line).cells();
    Goals.Mark[] marks = new Goals.Mark[cells.size()];
    boolean any = false;
    for (int i = 0; i < marks.length; i++) {
      if (!cells.get(i).isEmpty()) {
        Passage cell = Passage.of(context, cells.get(i));
        boolean head = cell.tokens(TokenKind.QUANTITY).isEmpty();
        String said = head ? words.horizons.first(cell.text()) : null;
        marks[i] = said == null ? null : new Goals.Mark(said, null, cells.get(i));
        any |= said != null;
      }
    }
    return any ? marks : null;
  }

  private void row(int line, Goals.Mark[] columns, List<Extraction> found) {
    List<Span> cells = sheet.line(line).cells();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        horizon = columns != null && i < columns.length ? columns[i] : null;
        paragraph(Passage.of(context, cells.get(i)), true, found);
      }
    }
    horizon = null;
  }

  /** Reads one paragraph or item and settles what it says of those that follow. */
  private void paragraph(Passage passage, boolean item, List<Extraction> found) {
    Goals goals = new Goals(context, words, passage, rule, earliest);
    Goals.Mark said = goals.lastMark();
    if (!item && said != null) {
      // running text with a horizon of its own is no part of a list
      horizon = null;
    }
    List<Extraction> read = goals.read(horizon, due, markedDue, unmarkedDue);
    found.addAll(read);
    String text = passage.text();
    boolean introduces =
        words.list.in(text, passage.sentenceBegin(text.length() - 1), text.length())
            || text.endsWith(":")
            || text.endsWith("、") && read.isEmpty();
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
