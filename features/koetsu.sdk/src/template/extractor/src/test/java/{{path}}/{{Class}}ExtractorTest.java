package {{package}};

import koetsu.testkit.Sheets;
import org.junit.jupiter.api.Test;

/** What is marked must be read, at that place, and nothing else. */
class {{Class}}ExtractorTest {
  private final Sheets sheets = Sheets.readBy(new {{Class}}Extractor());

  @Test
  void readsTheQuantityAfterTheLabel() {
    sheets.check(
        """
        里山の工房支援事業

        令和8年度予算案額 1.2億円

        事業目的・概要

        空き家を改修して工房とする町村を支援する。
        採択予定件数：[[12件|{{field}}: 12件]]（うち離島 2件）
        """);
  }

  @Test
  void readsFullWidthDigits() {
    sheets.check("採択予定数　[[３０社|{{field}}: 30社]]");
  }

  @Test
  void aNumberWithoutAUnitIsNoCount() {
    sheets.check("採択予定数は令和8年4月に公表する。");
  }

  @Test
  void whatStandsBeforeTheLabelIsNotRead() {
    sheets.check("12件を採択予定");
  }
}
