package koetsu.extract.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NameExtractorTest {
  private final NameExtractor extractor = new NameExtractor();

  @Test
  void dropsMarkdownAndTheNumberOfAPlainSheet() {
    Sheets.check(
        extractor,
        """
        title  | ## （２） 里山風車整備事業
        number | （２）
        ---
        里山風車整備事業
        """);
  }

  @Test
  void joinsBrokenLinesAndKeepsTheSubTitle() {
    Sheets.check(
        extractor,
        """
        title | # 港町の渡し船を守るための
        title | 係留施設の改修等
        title | ○桟橋の改修
        ---
        港町の渡し船を守るための係留施設の改修等○桟橋の改修
        """);
  }

  @Test
  void keepsTheLeadInAndTheNumberOfAPart() {
    Sheets.check(
        extractor,
        """
        title | # 雪国暮らし応援事業のうち、
        title | (3) 雪室倉庫実証事業
        ---
        雪国暮らし応援事業のうち、(3) 雪室倉庫実証事業
        """);
  }

  @Test
  void keepsACircledNumberAndARepetitionNote() {
    Sheets.check(
        extractor,
        """
        title | 国際灯台機構拠出金の内訳②（再掲）
        ---
        国際灯台機構拠出金の内訳②（再掲）
        """);
  }

  @Test
  void endsBeforeABudgetPrintedOnTheSameLine() {
    Sheets.check(
        extractor,
        """
        title | # **温泉熱ハウス普及事業** 令和8年度予算（案） 0.4億円（新規）
        ---
        温泉熱ハウス普及事業
        """);
  }

  @Test
  void aYearInTheNameIsNoBudget() {
    Sheets.check(
        extractor,
        """
        title | 2027年国際盆栽博覧会準備事業
        ---
        2027年国際盆栽博覧会準備事業
        """);
  }

  @Test
  void aLostTitleGivesNoName() {
    assertEquals(0, Sheets.refuse(extractor, "budget | 令和8年度予算（案） 1.1億円（1.2億円）").size());
  }

  @Test
  void aTitleOfMarksOnlyIsRefused() {
    assertEquals(
        NameExtractor.TITLE_LINES, Sheets.refuse(extractor, "title | ## (1)").get(0).rule());
  }
}
