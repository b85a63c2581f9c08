package koetsu.api.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SourceDocumentTest {

  private static SourceDocument document(String text) {
    return new SourceDocument("a.b.txt", "00", "UTF-8", text, List.of());
  }

  @Test
  void convertsOffsetsBothWaysAroundAstralCharacters() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(40);
      for (int i = 0; i < length; i++) {
        text.append(random.nextInt(3) == 0 ? "𠮷" : random.nextBoolean() ? "事" : "\r\n");
      }
      SourceDocument document = document(text.toString());
      int codePoints = text.toString().codePointCount(0, text.length());
      assertEquals(codePoints, document.length());
      for (int at = 0; at <= codePoints; at++) {
        int expected = text.toString().offsetByCodePoints(0, at);
        assertEquals(expected, document.utf16(at));
        assertEquals(at, document.codePoint(expected));
      }
    }
  }

  @Test
  void slicesByCodePoints() {
    assertEquals("野家", document("𠮷野家").slice(new Span(1, 3)));
  }

  @Test
  void namesOutputAfterTheFileWithoutItsExtension() {
    assertEquals("a.b", document("").baseName());
  }

  @Test
  void givesEveryLineBackAsItWas() {
    Span cell = new Span(3, 4);
    List<Line> lines =
        List.of(
            new Line(0, new Span(0, 2), new Span(0, 2), LineKind.TEXT, 0, List.of(), false),
            new Line(1, new Span(3, 6), new Span(3, 6), LineKind.TABLE_ROW, 0, List.of(cell), true),
            new Line(2, new Span(7, 7), new Span(7, 7), LineKind.BLANK, 0, List.of(), false),
            new Line(3, new Span(8, 12), new Span(10, 12), LineKind.HEADING, 2, List.of(), false));
    SourceDocument document =
        new SourceDocument("a.txt", "00", "UTF-8", "港内\n\t橋\t\n\n# 道路", lines);
    assertEquals(lines, document.lines());
    for (Line line : lines) {
      for (int at = line.span().begin(); at <= line.span().end(); at++) {
        assertEquals(line, document.lineAt(at));
      }
    }
    assertThrows(IndexOutOfBoundsException.class, () -> document.lineAt(13));
  }

  @Test
  void refusesLinesThatAreNotNumberedInOrder() {
    Line second = new Line(1, new Span(0, 0), new Span(0, 0), LineKind.BLANK, 0, List.of(), false);
    List<Line> lines = List.of(second);
    assertThrows(
        IllegalArgumentException.class,
        () -> new SourceDocument("a.txt", "00", "UTF-8", "", lines));
  }

  @Test
  void refusesSpansThatRunBackwards() {
    assertThrows(IllegalArgumentException.class, () -> new Span(3, 2));
  }
}
