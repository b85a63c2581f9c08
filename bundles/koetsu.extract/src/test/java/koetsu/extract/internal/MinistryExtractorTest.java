package koetsu.extract.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MinistryExtractorTest {
  private final MinistryExtractor extractor = new MinistryExtractor();

  @Test
  void splitsLeadAndCooperatingMinistriesAndKeepsEtc() {
    Sheets.check(
        extractor,
        """
        ministry | 主担当庁：国土交通省、総務省
        ministry | 連携省庁： 文科省・内閣府等
        ---
        国土交通省
        総務省
        文科省
        内閣府等
        """);
  }

  @Test
  void anOfficeInBracketsIsNoMinistry() {
    Sheets.check(
        extractor,
        """
        ministry | 主担当庁：架空省（竹林開発課、灯台課）、海洋省
        ---
        架空省
        海洋省
        """);
  }

  @Test
  void splitsTheTagOfTheOverview() {
    Sheets.check(
        extractor,
        """
        tag   | 【経産省・中企庁】
        title | 架空の税制
        ---
        経産省
        中企庁
        """);
  }

  @Test
  void namesEachMinistryOnce() {
    Sheets.check(
        extractor,
        """
        ministry | 主担当庁：環境省
        ministry | 連携省庁：環境省、農林水産省
        ---
        環境省
        農林水産省
        """);
  }

  @Test
  void aSheetThatNamesNoneHasNone() {
    assertEquals(0, Sheets.refuse(extractor, "office | 製造産業局総務課").size());
  }
}
