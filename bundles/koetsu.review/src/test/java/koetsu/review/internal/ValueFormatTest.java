package koetsu.review.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalLong;
import koetsu.review.ValueFormat;
import koetsu.text.JapaneseText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueFormatTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0              | 0円
          9800           | 9,800円
          50000          | 5万円
          4000000        | 400万円
          110000000      | 1.1億円
          14700000000    | 147億円
          1234560000     | 12億3,456万円
          1300000000000  | 1.3兆円
          100000001      | 1億1円
          """)
  void shortAmountsAreThoseOfDocuments(long amount, String printed) {
    assertEquals(printed, ValueFormat.shortYen(amount));
  }

  @ParameterizedTest
  @ValueSource(
      longs = {1, 9_999, 10_000, 12_345, 400_000, 110_000_000, 1_234_567_890_123L, 5_000_000_001L})
  void shortAmountsReadBackAsWhatTheyWere(long amount) {
    assertEquals(OptionalLong.of(amount), new JapaneseText().yen(ValueFormat.shortYen(amount)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026, 令和8年度 (2026)",
    "2019, 令和元年度 (2019)",
    "2018, 平成30年度 (2018)",
    "1988, 昭和63年度 (1988)"
  })
  void yearsCarryTheirEra(long year, String printed) {
    assertEquals(printed, ValueFormat.fiscalYear(year));
  }

  @Test
  void amountsShowDigitsFirst() {
    assertEquals("14,700,000,000 円 (147億円)", ValueFormat.yen(14_700_000_000L));
    assertEquals("500 円", ValueFormat.yen(500));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2026, 2026, 令和8年度 (2026)",
        "2025, 2027, 令和7〜9年度 (2025〜2027)",
        "2017, 2026, 平成29年度 (2017)〜令和8年度 (2026)",
        "2015, -, 平成27年度 (2015)〜",
        "-, 2026, 〜令和8年度 (2026)",
        "-, -, ''"
      })
  void aPeriodSaysWhichOfItsEndsIsKnown(Long first, Long last, String printed) {
    assertEquals(printed, ValueFormat.period(first, last));
  }
}
