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
  void refusesSpansThatRunBackwards() {
    assertThrows(IllegalArgumentException.class, () -> new Span(3, 2));
  }
}
