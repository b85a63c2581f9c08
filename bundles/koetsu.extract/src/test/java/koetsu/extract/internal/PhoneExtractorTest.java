package koetsu.extract.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PhoneExtractorTest {
  private final PhoneExtractor extractor = new PhoneExtractor();

  @Test
  void leavesTheExtensionOutAndNarrowsTheDigits() {
    Sheets.check(
        extractor,
        """
        contact | お問合せ先：架空省 里山局 竹林課（０３－１２３４－５６７８）（内線4321）
        contact | 企画室 TEL:045-234-5678
        ---
        03-1234-5678
        045-234-5678
        """);
  }

  @Test
  void namesEachNumberOnce() {
    Sheets.check(
        extractor,
        """
        contact | お問合せ先：架空省 竹林課（03-1234-5678）
        contact | 架空省 漁港課（03-1234-5678）
        ---
        03-1234-5678
        """);
  }

  @Test
  void aFaxNumberIsNone() {
    Sheets.check(
        extractor,
        """
        contact | 架空省 竹林課（TEL 03-1234-5678 / ＦＡＸ：03-1234-5679）
        ---
        03-1234-5678
        """);
  }

  @Test
  void datesAmountsAndItemNumbersAreNone() {
    assertEquals(
        0,
        Sheets.refuse(
                extractor,
                """
                 | 令和8年4月1日から10-20者に3,000万円（57-3）
                """)
            .size());
  }
}
