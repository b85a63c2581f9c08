package koetsu.extract.internal;

import java.util.List;
import java.util.concurrent.TimeUnit;
import koetsu.api.plugin.FieldExtractor;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Lines that repeat one thing thousands of times: each takes a fraction of a second, work that grew
 * with the square of their length takes many.
 */
class LongLineTest {
  private static final int LENGTH = 10_000;

  private static final List<FieldExtractor> ALL =
      List.of(
          new NameExtractor(),
          new NumberExtractor(),
          new BudgetExtractor(),
          new DepartmentExtractor(),
          new MinistryExtractor(),
          new PeriodExtractor(),
          new SubsidyRateExtractor(),
          new CapExtractor(),
          new TargetExtractor(),
          new PhoneExtractor(),
          new EmailExtractor(),
          new UrlExtractor());

  @ParameterizedTest
  @Timeout(value = 8, unit = TimeUnit.SECONDS)
  @CsvSource(
      delimiter = '|',
      value = {
        "outcome  | 1件",
        "outcome  | 1件（",
        "outcome  | 令和8年度までに",
        "outcome  | 令和8年度から",
        "outcome  | 短期的には10件を、",
        "outcome  | （現在1社から",
        "outcome  | 半数",
        "scheme   | 補助率1/2、",
        "scheme   | 定額（",
        "scheme   | 30%",
        "scheme   | 45(30)%",
        "scheme   | 最大1億円、",
        "scheme   | 400万円まで",
        "budget   | 令和8年度予算1億円（2億円）",
        "budget   | 1億円（",
        "budget   | 内数",
        "office   | 総務課、",
        "office   | 製造産業局",
        "office   | (1)",
        "contact  | お問合せ先：",
        "contact  | 総務課（03-1234-5678）",
        "contact  | a@example.jp",
        "ministry | 内閣府・",
        "title    | （",
        "title    | のうち、",
        "         | 事業期間",
        "         | ・"
      })
  void workGrowsWithTheLength(String part, String text) {
    String role = part == null ? "" : part;
    String line = text.repeat(LENGTH / text.length());
    String sheet = role + " | " + line + "\n" + role + " | " + line;
    ALL.forEach(extractor -> Sheets.values(extractor, sheet));
  }
}
