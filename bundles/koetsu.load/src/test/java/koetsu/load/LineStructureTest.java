package koetsu.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import koetsu.api.document.Line;
import koetsu.api.document.LineKind;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineStructureTest {
  /** Two headings make a text Markdown. */
  private static final String MARKDOWN = "# 見出し\n# 見出し\n";

  private static Line plain(String line) {
    return Documents.of("a.txt", line).lines().get(0);
  }

  private static Line markdown(String line) {
    return Documents.of("a.txt", MARKDOWN + line).lines().get(2);
  }

  private static String content(String text, Line line) {
    return Documents.of("a.txt", text).slice(line.content());
  }

  private static List<String> cells(String text, Line line) {
    SourceDocument document = Documents.of("a.txt", text);
    return line.cells().stream().map(document::slice).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "・夜空を守る|夜空を守る",
        "- 夜空を守る|夜空を守る",
        "⚫ 夜空を守る|夜空を守る",
        "- ・夜空を守る|夜空を守る",
        "■予算額|予算額",
        "○丘の上型|丘の上型",
        "1. 夜空を守る|1. 夜空を守る",
        "１．夜空を守る|１．夜空を守る",
        "（2）夜空を守る|（2）夜空を守る",
        "③夜空を守る|③夜空を守る"
      })
  void bulletsAreMarksAndNumbersAreContent(String text, String content) {
    Line line = plain(text);
    assertEquals(LineKind.LIST_ITEM, line.kind());
    assertEquals(content, content(text, line));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"○億円", "-5度", "1.1億円", "*夜空*", "2026年度から", "（案）", "1234) 番地", "# 見出しは一つだけ", "・"})
  void figuresAndWordsAreNoListItems(String text) {
    assertEquals(LineKind.TEXT, plain(text).kind());
  }

  @Test
  void deeperIndentationIsAHigherLevel() {
    assertEquals(1, plain("- 夜空").level());
    assertEquals(2, plain("  - 夜空").level());
    assertEquals(2, plain("　・夜空").level());
    assertEquals(3, plain("\t・夜空").level());
  }

  @Test
  void tabsSeparateCells() {
    String text = "星見台\t 12 \t\t3棟 ";
    Line line = plain(text);
    assertEquals(LineKind.TABLE_ROW, line.kind());
    assertEquals(List.of("星見台", "12", "", "3棟"), cells(text, line));
  }

  @Test
  void leadingTabsAreEmptyCellsOfARow() {
    String text = "\t星\t月";
    assertEquals(List.of("", "星", "月"), cells(text, plain(text)));
  }

  @Test
  void anIndentedLineIsNoRow() {
    assertEquals(LineKind.TEXT, plain("\t星見台").kind());
  }

  @Test
  void pipesSeparateCellsInMarkdownOnly() {
    String row = "| 星見台 | 3\\|4 |  |";
    Line line = markdown(row);
    assertEquals(LineKind.TABLE_ROW, line.kind());
    assertEquals(List.of("星見台", "3\\|4", ""), cells(MARKDOWN + row, line));
    assertEquals(LineKind.TEXT, plain(row).kind());
  }

  @ParameterizedTest
  @CsvSource({
    "## 事業目的, 2, 事業目的",
    "### 事業目的 ###, 3, 事業目的",
    "#### **事業目的**, 4, 事業目的",
    "# C#, 1, C#",
    "#, 1, ''"
  })
  void hashesMakeHeadings(String text, int level, String content) {
    Line line = markdown(text);
    assertEquals(LineKind.HEADING, line.kind());
    assertEquals(level, line.level());
    assertEquals(content, content(MARKDOWN + text, line));
  }

  @Test
  void emphasisAroundTheWholeLineIsNoContent() {
    assertEquals("星見台", content(MARKDOWN + "**星見台**", markdown("**星見台**")));
    assertEquals("**星**見**台**", content(MARKDOWN + "**星**見**台**", markdown("**星**見**台**")));
    assertEquals("星", content(MARKDOWN + "- **星**", markdown("- **星**")));
  }

  @Test
  void marksMeanNothingInAFencedBlock() {
    SourceDocument document = Documents.of("a.txt", MARKDOWN + "```\n# a\n- b\n```\n# c");
    List<LineKind> kinds = document.lines().stream().skip(2).map(Line::kind).toList();
    assertEquals(
        List.of(LineKind.TEXT, LineKind.TEXT, LineKind.TEXT, LineKind.TEXT, LineKind.HEADING),
        kinds);
  }

  @Test
  void aFormFeedBreaksThePageBeforeTheNextText() {
    List<Line> lines = Documents.of("a.txt", "a\n\fb\nc\n\f\nd\ne\f\nf").lines();
    List<Boolean> breaks = lines.stream().map(Line::pageBreakBefore).toList();
    assertEquals(List.of(false, true, false, false, true, false, true), breaks);
  }

  @Test
  void aRuleOrCommentBetweenPagesBreaksThePageInMarkdown() {
    List<Line> lines = Documents.of("a.txt", MARKDOWN + "\n-----\nb\nc").lines();
    assertTrue(lines.get(4).pageBreakBefore());
    assertFalse(lines.get(5).pageBreakBefore());
    lines = Documents.of("a.txt", MARKDOWN + "<!-- PageBreak -->\nb\n<!-- 注 -->\nc").lines();
    assertTrue(lines.get(3).pageBreakBefore());
    assertFalse(lines.get(5).pageBreakBefore());
  }

  @Test
  void linesEndAtLineFeedsAndCarriageReturnsOnly() {
    SourceDocument document = Documents.of("a.txt", "a\r\nb\rc\n\nd\u2028e\u0085f\n");
    List<String> lines = document.lines().stream().map(l -> document.slice(l.span())).toList();
    assertEquals(List.of("a", "b", "c", "", "d\u2028e\u0085f", ""), lines);
  }

  @Test
  void structureOfRandomTextsStandsWhereItIsPrinted() {
    String[] pieces = {
      "\n",
      "\r\n",
      "\r",
      " ",
      "　",
      "\t",
      "𠮷",
      "\uD83D\uDE00",
      "か\u3099",
      "星",
      "#",
      "# ",
      "|",
      "- ",
      "・",
      "1. ",
      "（1）",
      "**",
      "\f",
      "```",
      "12",
      "\\",
      "①",
      "\uD800",
      "---"
    };
    Random random = new Random(20261101);
    for (int round = 0; round < 3000; round++) {
      StringBuilder text = new StringBuilder(round % 2 == 0 ? MARKDOWN : "");
      int count = random.nextInt(40);
      for (int i = 0; i < count; i++) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      check(text.toString());
    }
  }

  private static void check(String text) {
    SourceDocument document = Documents.of("a.txt", text);
    String[] expected = text.split("\r\n|\n|\r", -1);
    assertEquals(expected.length, document.lines().size(), text);
    int at = 0;
    for (Line line : document.lines()) {
      int begin = text.codePointCount(0, at);
      String printed = expected[line.number()];
      assertEquals(
          new Span(begin, begin + printed.codePointCount(0, printed.length())), line.span(), text);
      assertEquals(printed, document.slice(line.span()), text);
      assertTrue(line.span().contains(line.content()), text);
      String content = document.slice(line.content());
      assertEquals(content.strip(), content, text);
      assertEquals(printed.isBlank(), line.isBlank(), text);
      assertEquals(line.kind() == LineKind.TABLE_ROW, !line.cells().isEmpty(), text);
      int last = line.span().begin();
      for (Span cell : line.cells()) {
        assertTrue(cell.begin() >= last && cell.end() <= line.span().end(), text);
        last = cell.end();
      }
      at += printed.length() + (text.startsWith("\r\n", at + printed.length()) ? 2 : 1);
    }
  }

  @Test
  void costGrowsWithTheLengthWhateverTheLinesHold() {
    for (String unit : new String[] {"\t", "𠮷\t", "**a", "#\n", "|", "- ", " ", "\f\n", "a\n"}) {
      String text = MARKDOWN + unit.repeat(2_000_000 / unit.length());
      assertTimeout(Duration.ofSeconds(20), () -> Documents.of("a.txt", text));
    }
  }
}
