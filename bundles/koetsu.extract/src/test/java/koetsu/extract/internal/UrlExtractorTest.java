package koetsu.extract.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class UrlExtractorTest {
  private final UrlExtractor extractor = new UrlExtractor();

  @Test
  void putsAnAddressTogetherThatALineBreakDivides() {
    Sheets.check(
        extractor,
        """
        contact | （https://www.example.go.jp/bamboo/resources/support_3_in
        contact | dex.html）
        ---
        https://www.example.go.jp/bamboo/resources/support_3_index.html
        """);
  }

  @Test
  void endsAtTheBracketAndNamesEachAddressOnce() {
    Sheets.check(
        extractor,
        """
        contact | 詳細（https://bamboo.example.jp/）を参照
        contact | URL:https://bamboo.example.jp/
        ---
        https://bamboo.example.jp/
        """);
  }

  @Test
  void wordsWithSlashesAreNone() {
    assertEquals(0, Sheets.refuse(extractor, " | 大学/公設試、補助率2/3、and/or").size());
  }
}
