package {{package}};

import koetsu.testkit.Sheets;
import org.junit.jupiter.api.Test;

/** What is marked as a problem must be reported, at that place, and nothing else. */
class {{Class}}ValidatorTest {
  private final Sheets sheets = Sheets.checkedBy(new {{Class}}Validator());

  @Test
  void aNumberWithoutAnOfficeIsReported() {
    sheets.check(
        """
        里山の工房支援事業

        令和8年度予算案額 1.2億円

        事業目的・概要

        空き家を改修して工房とする町村を支援する。

        お問合せ先：[[03-0000-0101|problem: no office was read]]
        """);
  }

  @Test
  void aNumberBesideItsOfficeIsFine() {
    sheets.check(
        """
        里山の工房支援事業

        産業振興局地域産業課（03-0000-0101）

        令和8年度予算案額 1.2億円

        事業目的・概要

        空き家を改修して工房とする町村を支援する。
        """);
  }
}
