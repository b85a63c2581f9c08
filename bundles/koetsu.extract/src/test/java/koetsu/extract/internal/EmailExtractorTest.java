package koetsu.extract.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EmailExtractorTest {
  private final EmailExtractor extractor = new EmailExtractor();

  @Test
  void narrowsAFullWidthAtSign() {
    Sheets.check(
        extractor,
        """
        contact | E-mail:bamboo-2＠example.go.jp
        contact | E-mail: harbour@example.go.jp TEL:03-1234-5678
        ---
        bamboo-2@example.go.jp
        harbour@example.go.jp
        """);
  }

  @Test
  void anAtSignAloneIsNone() {
    assertEquals(0, Sheets.refuse(extractor, " | 会場は@霞が関、単価は@300円").size());
  }
}
