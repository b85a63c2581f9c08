package koetsu.load.internal;

import java.util.ArrayList;
import java.util.List;
import koetsu.api.document.Line;
import koetsu.api.document.LineKind;
import koetsu.api.document.Span;

/**
 * Splits a text into lines and classifies each by its marks, in one pass from left to right.
 *
 * <p>Lines end at {@code \n}, {@code \r\n} or {@code \r}; any other separator is a character like
 * any other. Text behind the last terminator is a line too, even an empty one.
 */
final class LineStructure {
  private static final String BULLETS = "・•⚫●○〇◯◎■□◆◇▪▫‣⁃✓✔➢➣➤►▶▷☆★";

  /** Bullets only where a space follows; elsewhere they are a minus sign, a dash or emphasis. */
  private static final String SPACED_BULLETS = "-*+–—－−･";

  private static final int MAX_NESTED_BULLETS = 3;
  private static final int MAX_NUMBER = 3;
  private static final int INDENT = 2;
  private static final int TAB = 4;

  private static final String FENCE = "```";
  private static final String[] EMPHASIS = {"***", "**", "__", "*"};

  private final String text;
  private final boolean markdown;

  /** Whether an index may differ from its code point offset. */
  private final boolean surrogates;

  private final List<Line> lines = new ArrayList<>();

  /** UTF-16 index and its code point offset, moved along with the queries. */
  private int cursor;

  private int cursorCodePoint;

  private int lineBegin;
  private int lineEnd;
  private boolean breakBefore;

  /** Whether a page break stands before the next line. */
  private boolean pageBreak;

  /** Whether the line stands in a fenced block, where marks mean nothing. */
  private boolean fenced;

  LineStructure(String text, boolean markdown) {
    this.text = text;
    this.markdown = markdown;
    this.surrogates = holdsSurrogates(text);
  }

  private static boolean holdsSurrogates(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** The lines of the text; call once. */
  List<Line> lines() {
    int begin = 0;
    while (true) {
      int end = terminator(begin);
      add(begin, end);
      if (end == text.length()) {
        return lines;
      }
      begin = text.startsWith("\r\n", end) ? end + 2 : end + 1;
    }
  }

  private int terminator(int begin) {
    int at = begin;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  private void add(int begin, int end) {
    lineBegin = begin;
    lineEnd = end;
    breakBefore = pageBreak;
    pageBreak = false;
    int from = begin;
    while (from < end && isSpace(text.charAt(from))) {
      pageBreak |= text.charAt(from) == '\f';
      from++;
    }
    if (from == end) {
      // A form feed alone in its line stands before the next one.
      lines.add(line(begin, begin, LineKind.BLANK, 0, List.of()));
      return;
    }
    breakBefore |= pageBreak;
    pageBreak = false;
    int to = end;
    while (isSpace(text.charAt(to - 1))) {
      pageBreak |= text.charAt(to - 1) == '\f';
      to--;
    }
    lines.add(classified(from, to));
  }

  private Line classified(int from, int to) {
    if (markdown) {
      boolean fence = text.startsWith(FENCE, from);
      if (fence || fenced) {
        fenced ^= fence;
        return line(from, to, LineKind.TEXT, 0, List.of());
      }
      int level = headingLevel(from, to);
      if (level > 0) {
        return heading(from, to, level);
      }
      if (isThematicBreak(from, to) || isPageComment(from, to)) {
        // Converters print a rule or a comment between the pages of a PDF.
        pageBreak = true;
        return line(from, to, LineKind.TEXT, 0, List.of());
      }
    }
    List<Span> cells = cells(from, to);
    if (!cells.isEmpty()) {
      return line(from, to, LineKind.TABLE_ROW, 0, cells);
    }
    int item = itemContent(from, to);
    return item < 0
        ? emphasised(from, to, LineKind.TEXT, 0)
        : emphasised(item, to, LineKind.LIST_ITEM, 1 + indent(from) / INDENT);
  }

  private Line line(int from, int to, LineKind kind, int level, List<Span> cells) {
    Span span = span(lineBegin, lineEnd);
    Span content = from == lineBegin && to == lineEnd ? span : span(from, to);
    return new Line(lines.size(), span, content, kind, level, cells, breakBefore);
  }

  private Line heading(int begin, int end, int level) {
    int from = skipSpaces(begin + level, end);
    int to = end;
    while (to > from && text.charAt(to - 1) == '#') {
      to--;
    }
    boolean closed = to == from || isSpace(text.charAt(to - 1));
    return emphasised(from, closed ? skipSpacesBack(from, to) : end, LineKind.HEADING, level);
  }

  /** A line whose content loses the emphasis marks around the whole of it. */
  private Line emphasised(int begin, int end, LineKind kind, int level) {
    int from = begin;
    int to = end;
    if (markdown) {
      for (String mark : EMPHASIS) {
        int inner = mark.length();
        if (to - from > 2 * inner
            && text.startsWith(mark, from)
            && indexOf(mark, from + inner, to) == to - inner) {
          from = skipSpaces(from + inner, to);
          to = skipSpacesBack(from, to - inner);
          break;
        }
      }
    }
    return line(from, to, kind, level, List.of());
  }

  private int headingLevel(int from, int to) {
    int at = from;
    while (at < to && text.charAt(at) == '#') {
      at++;
    }
    int level = at - from;
    return level <= 6 && (at == to || isSpace(text.charAt(at))) ? level : 0;
  }

  private boolean isThematicBreak(int from, int to) {
    char mark = text.charAt(from);
    if (to - from < 3 || mark != '-' && mark != '*' && mark != '_') {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != mark && text.charAt(i) != ' ') {
        return false;
      }
    }
    return true;
  }

  /** {@code <!-- PageBreak -->} and its spellings. */
  private boolean isPageComment(int from, int to) {
    return text.startsWith("<!--", from)
        && text.startsWith("-->", to - 3)
        && text.substring(from, to).replaceAll("[\\s_-]", "").equalsIgnoreCase("<!PageBreak>");
  }

  private List<Span> cells(int from, int to) {
    if (markdown && text.charAt(from) == '|' && text.charAt(to - 1) == '|' && to - from > 1) {
      return split(from + 1, to - 1, '|');
    }
    if (!holdsTab(from, to)) {
      return List.of();
    }
    int begin = from;
    // Tabs before the first text are empty cells.
    while (begin > lineBegin && text.charAt(begin - 1) == '\t') {
      begin--;
    }
    return split(begin, to, '\t');
  }

  private List<Span> split(int from, int to, char separator) {
    List<Span> cells = new ArrayList<>();
    int begin = from;
    for (int at = from; at <= to; at++) {
      if (at == to
          || text.charAt(at) == separator && (at == begin || text.charAt(at - 1) != '\\')) {
        int cellBegin = skipSpaces(begin, at);
        int cellEnd = skipSpacesBack(cellBegin, at);
        cells.add(span(cellBegin, cellEnd));
        begin = at + 1;
      }
    }
    return cells;
  }

  /** Where the content of a list item begins; -1 where the line is none. Numbers stay content. */
  private int itemContent(int from, int to) {
    int at = from;
    for (int depth = 0; depth < MAX_NESTED_BULLETS; depth++) {
      int next = behindBullet(at, to);
      if (next < 0) {
        break;
      }
      at = next;
    }
    if (at > from) {
      return at;
    }
    return isNumbered(from, to) ? from : -1;
  }

  private int behindBullet(int at, int to) {
    if (at + 1 >= to) {
      return -1;
    }
    char c = text.charAt(at);
    boolean spaced = isSpace(text.charAt(at + 1));
    boolean bullet =
        BULLETS.indexOf(c) >= 0 ? !isFigure(at + 1) : SPACED_BULLETS.indexOf(c) >= 0 && spaced;
    return bullet ? skipSpaces(at + 1, to) : -1;
  }

  /** Whether a mark stands in place of a figure (○億円, 〇五年). */
  private boolean isFigure(int at) {
    return "億万千百十兆円年月日一二三四五六七八九〇○●◯".indexOf(text.charAt(at)) >= 0;
  }

  /** 1. … , １．… , 2) … , (3) … , （３）… , ④ … */
  private boolean isNumbered(int from, int to) {
    char first = text.charAt(from);
    if (first >= '①' && first <= '⑳' || first >= '㉑' && first <= '㉟') {
      return to - from > 1;
    }
    boolean bracket = first == '(' || first == '（';
    int at = bracket ? from + 1 : from;
    int digits = at;
    while (at < to && at - digits <= MAX_NUMBER && isDigit(text.charAt(at))) {
      at++;
    }
    if (at == digits || at - digits > MAX_NUMBER || at + 1 >= to) {
      return false;
    }
    char mark = text.charAt(at);
    char behind = text.charAt(at + 1);
    boolean closing = mark == ')' || mark == '）';
    return bracket ? closing : closing || (mark == '.' || mark == '．') && !isDigit(behind);
  }

  /**
   * The first place of a mark inside a line, or the line's end: the search never leaves the line.
   */
  private int indexOf(String mark, int from, int to) {
    int at = from;
    while (at < to && !text.startsWith(mark, at)) {
      at++;
    }
    return at;
  }

  private boolean holdsTab(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\t') {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9' || c >= '０' && c <= '９';
  }

  private int indent(int contentBegin) {
    int columns = 0;
    for (int i = lineBegin; i < contentBegin; i++) {
      char c = text.charAt(i);
      columns += c == '\t' ? TAB : c == '　' ? 2 : 1;
    }
    return columns;
  }

  private int skipSpaces(int from, int to) {
    int at = from;
    while (at < to && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private int skipSpacesBack(int from, int to) {
    int at = to;
    while (at > from && isSpace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static boolean isSpace(char c) {
    return c < '\u3001' // kana and kanji are none
        && (c <= ' ' || c == '　' || c == '\u00A0' || Character.isWhitespace(c));
  }

  private Span span(int begin, int end) {
    int from = codePoint(begin);
    return new Span(from, codePoint(end));
  }

  /**
   * The code point offset of an index. Queries go forwards within a pass over a line, so that the
   * cursor moves over every character a fixed number of times.
   */
  private int codePoint(int index) {
    if (!surrogates) {
      return index;
    }
    while (cursor < index) {
      if (!(Character.isLowSurrogate(text.charAt(cursor))
          && cursor > 0
          && Character.isHighSurrogate(text.charAt(cursor - 1)))) {
        cursorCodePoint++;
      }
      cursor++;
    }
    while (cursor > index) {
      cursor--;
      if (!(Character.isLowSurrogate(text.charAt(cursor))
          && cursor > 0
          && Character.isHighSurrogate(text.charAt(cursor - 1)))) {
        cursorCodePoint--;
      }
    }
    return cursorCodePoint;
  }
}
