package koetsu.segment.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemNumberTest {
  private final LineFolder folder = new LineFolder(Layouts.profile(), Layouts.text());

  @ParameterizedTest
  @CsvSource({
    "①橋, ①",
    "(1)橋, (1)",
    "（１２） 橋, (12)",
    "⑴橋, ⑴",
    "3.橋, 3.",
    "3)橋, 3)",
    "7-1.橋, 7-1.",
    "Ⅱ.橋, Ⅱ.",
    "3 橋, 3"
  })
  void findsTheNumberOfAnItem(String line, String number) {
    assertEquals(number, number(line));
  }

  @ParameterizedTest
  @CsvSource({"3本の橋", "2.5億円", "(橋)", "2030年までに", "橋"})
  void takesNoOtherNumber(String line) {
    assertEquals("", number(line));
  }

  private String number(String line) {
    String folded = folder.fold(line).text();
    return folded.substring(0, ItemNumber.end(folder.fold(line), 0));
  }
}
