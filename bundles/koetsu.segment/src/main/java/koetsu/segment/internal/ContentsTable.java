package koetsu.segment.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import koetsu.api.document.Line;
import koetsu.api.document.LineKind;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.ContentsEntry;
import koetsu.api.plugin.Quote;

/**
 * One table of contents under its heading while it is read, row by row. A row holds one pair of
 * cells, title and page, per column; a title without a number belongs to the entry above it in its
 * column.
 */
final class ContentsTable {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![^\\s　])([0-9０-９]{1,3}(?:[-－‐][0-9０-９]{1,2})?)[.．](?![0-9]{1,2}[^0-9])[\\s　]*");
  private static final Pattern PAGES =
      Pattern.compile(
          "(?:(?:[PＰp][.．]?[\\s　]*|[.．…‥・]{3,}[\\s　]*|(?<![\\s　])[\\s　]{2,}+|^)"
              + "[0-9０-９]{1,4}[\\s　]*)+$");
  private static final Pattern DIGITS = Pattern.compile("[0-9０-９]+");
  private static final int CELLS_PER_COLUMN = 2;

  /** So many lines may follow a number without another one or a page. */
  private static final int MOST_LINES_OF_TITLE = 5;

  /**
   * Longer cells are prose: no row, and no text to look for page numbers in from every character.
   */
  private static final int LONGEST_CELL = 400;

  private final SourceDocument document;
  private final List<Column> columns = new ArrayList<>();
  private boolean paged;
  private int goingOn;

  ContentsTable(SourceDocument document) {
    this.document = document;
  }

  /** An entry whose title may go on. */
  private static final class Draft {
    private Quote number;
    private final StringBuilder title = new StringBuilder();
    private final List<Span> spans = new ArrayList<>();
    private Integer page;

    ContentsEntry entry() {
      return new ContentsEntry(number, new Quote(title.toString(), spans), List.of(), page);
    }
  }

  private static final class Column {
    private final List<Draft> drafts = new ArrayList<>();

    Draft last() {
      return drafts.isEmpty() ? null : drafts.get(drafts.size() - 1);
    }
  }

  /**
   * Takes up a row; false where the line is none.
   *
   * @param apart whether white space stands before it: then it goes on with the entry above only in
   *     a table that prints pages, which tell where entries end
   */
  boolean add(Line line, boolean apart) {
    List<Span> cells = cells(line);
    boolean table = line.kind() == LineKind.TABLE_ROW;
    boolean mayGoOn = !apart || table || paged;
    boolean row = false;
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        row |= cell(column(i / CELLS_PER_COLUMN), cells.get(i), row || table, mayGoOn);
      }
    }
    return row;
  }

  /** Entries with a title, column by column. */
  List<ContentsEntry> entries() {
    List<ContentsEntry> entries = new ArrayList<>();
    for (Column column : columns) {
      column.drafts.stream().filter(d -> !d.spans.isEmpty()).forEach(d -> entries.add(d.entry()));
    }
    return entries;
  }

  private Column column(int index) {
    while (columns.size() <= index) {
      columns.add(new Column());
    }
    return columns.get(index);
  }

  private List<Span> cells(Line line) {
    return line.kind() == LineKind.TABLE_ROW ? line.cells() : List.of(line.span());
  }

  private boolean cell(Column column, Span cell, boolean table, boolean mayGoOn) {
    if (cell.length() > LONGEST_CELL) {
      return false;
    }
    String text = document.slice(cell);
    int begin = document.utf16(cell.begin());
    Matcher page = PAGES.matcher(text);
    boolean printed = page.find();
    int end = printed ? page.start() : text.length();
    int at = 0;
    boolean numbered = false;
    Matcher number = NUMBER.matcher(text).region(0, end).useTransparentBounds(true);
    while (number.find()) {
      boolean first = text.substring(0, number.start()).isBlank();
      if (first || numbered && continues(column.last(), number.group(1))) {
        append(column, begin, text, at, number.start());
        Draft draft = new Draft();
        draft.number =
            new Quote(
                number.group(1),
                List.of(document.span(begin + number.start(1), begin + number.end(1))));
        column.drafts.add(draft);
        at = number.end();
        numbered = true;
      } else if (!numbered) {
        break;
      }
    }
    boolean open = column.last() != null && (table || mayGoOn && column.last().page == null);
    goingOn = numbered || printed || table ? 0 : goingOn + 1;
    if (!numbered && !printed && (!open || goingOn > MOST_LINES_OF_TITLE)) {
      return false;
    }
    append(column, begin, text, at, end);
    if (printed) {
      paged = true;
      number(column, page.group());
    }
    return true;
  }

  /** Gives printed page numbers to the last entries of a column that have none. */
  private static void number(Column column, String pages) {
    List<Integer> numbers = new ArrayList<>();
    Matcher digits = DIGITS.matcher(pages);
    while (digits.find()) {
      numbers.add(Integer.valueOf(digits.group()));
    }
    int open = column.drafts.size();
    while (open > 0 && column.drafts.get(open - 1).page == null) {
      open--;
    }
    open = Math.max(open, column.drafts.size() - numbers.size());
    for (int i = open; i < column.drafts.size(); i++) {
      column.drafts.get(i).page = numbers.get(i - open);
    }
  }

  /** Whether a number inside a cell is the next one after the entry before it. */
  private static boolean continues(Draft last, String number) {
    return last != null && last.number != null && main(number) == main(last.number.text()) + 1;
  }

  private static int main(String number) {
    int end = 0;
    while (end < number.length() && Character.isDigit(number.charAt(end))) {
      end++;
    }
    return Integer.parseInt(number.substring(0, end));
  }

  private void append(Column column, int cell, String text, int begin, int end) {
    int first = begin;
    int last = end;
    while (first < last && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    if (first == last) {
      return;
    }
    Draft draft = column.last();
    if (draft == null) {
      draft = new Draft();
      column.drafts.add(draft);
    }
    draft.title.append(text, first, last);
    draft.spans.add(document.span(cell + first, cell + last));
  }
}
