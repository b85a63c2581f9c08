package koetsu.extract.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NumberExtractorTest {
  private final NumberExtractor extractor = new NumberExtractor();

  @Test
  void takesThePrintedNumberAsItStands() {
    Sheets.check(
        extractor,
        """
        title  | # （３）竹林資源活用事業
        number | （３）
        ---
        （３）
        """);
  }

  @Test
  void leavesTheLabelOut() {
    Sheets.check(
        extractor,
        """
        title  | プロジェクト番号：R6-12
        number | プロジェクト番号：R6-12
        ---
        R6-12
        """);
  }

  @Test
  void takesTheNumberOfThePart() {
    Sheets.check(
        extractor,
        """
        title | 雪国暮らし応援事業のうち、
        title | (3) 雪室倉庫実証事業
        ---
        (3)
        """);
  }

  @Test
  void takesTheNumberOfTheContentsEntryWithoutItsFullStop() {
    Sheets.check(
        extractor,
        """
        contents | 12-3.
        title    | 灯台の遠隔監視
        ---
        12-3
        """);
  }

  @Test
  void prefersThePrintedNumberToTheContents() {
    Sheets.check(
        extractor,
        """
        contents | 7.
        title    | (2) 灯台の遠隔監視
        number   | (2)
        ---
        (2)
        """);
  }

  @Test
  void aSheetWithoutNumberHasNone() {
    assertEquals(0, Sheets.refuse(extractor, "title | 灯台の遠隔監視").size());
  }

  @Test
  void aPartWithoutNumberIsRefused() {
    assertEquals(
        NumberExtractor.PART, Sheets.refuse(extractor, "title | 海洋振興事業のうち、灯台の遠隔監視").get(0).rule());
  }
}
