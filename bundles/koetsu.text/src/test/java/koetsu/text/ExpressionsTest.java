package koetsu.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.chrono.JapaneseEra;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import koetsu.api.text.TextServices;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single expressions, by example and against independent oracles. */
class ExpressionsTest {
  private static final TextServices TEXT = new JapaneseText();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0",
        "1234|1234",
        "１，２３４|1234",
        "1,234,567|1234567",
        "3.50|3.5",
        "１２．５|12.5",
        "二十三|23",
        "百|100",
        "二〇二六|2026",
        "3万5千|35000",
        "1.1億|110000000",
        "四億五千万|450000000",
        "12万3,400|123400",
        " 約 5千 |5000",
        "123456789012345678|123456789012345678"
      })
  void readsNumbers(String text, BigDecimal expected) {
    assertEquals(Optional.of(expected), TEXT.number(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "星", "万", "5件", "1,23", "1 2", "5万6億", "十百", "1234567890123456789", "-5"})
  void leavesWhatIsNoNumber(String text) {
    assertEquals(Optional.empty(), TEXT.number(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5円|5",
        "5千円|5000",
        "50百万円|50000000",
        "1,571百万円|1571000000",
        "３千万円|30000000",
        "1.1億円|110000000",
        "0.26億円|26000000",
        "14憶円|1400000000",
        "4億5千万円|450000000",
        "1億2,345万6千円|123456000",
        "２．５兆円|2500000000000",
        "約3億円|300000000",
        "一億二千万円|120000000",
        "¥1,200|1200",
        "0.0000000051億円|1"
      })
  void readsMoney(String text, long yen) {
    assertEquals(OptionalLong.of(yen), TEXT.yen(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "円", "-億円", "○○億円", "5ドル", "5億", "5億円超", "5円と6円"})
  void leavesWhatIsNoAmount(String text) {
    assertEquals(OptionalLong.empty(), TEXT.yen(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "令和元年度|2019",
        "令和８年度|2026",
        "令和 8 年度|2026",
        "㋿8年|2026",
        "R8|2026",
        "Ｒ８年度|2026",
        "H30年度|2018",
        "平成三十一年|2019",
        "昭和46年|1971",
        "S46年|1971",
        "大正3年|1914",
        "2026年|2026",
        "2026 年度|2026",
        "2026|2026",
        "FY2026|2026",
        "二〇二六年|2026"
      })
  void readsYears(String text, int year) {
    assertEquals(OptionalInt.of(year), TEXT.year(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "令和", "8年度", "2030年代", "令和7～11年度", "R4-05", "H3", "S3", "26", "3000"})
  void leavesWhatIsNoYear(String text) {
    assertEquals(OptionalInt.empty(), TEXT.year(text));
  }

  @Test
  void readsWhatIcuSpellsOut() {
    RuleBasedNumberFormat spellout =
        new RuleBasedNumberFormat(ULocale.JAPANESE, RuleBasedNumberFormat.SPELLOUT);
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      long value = random.nextLong() >>> (20 + random.nextInt(44));
      value %= 10_000_000_000_000_000L;
      String spelled = spellout.format(value);
      assertEquals(Optional.of(BigDecimal.valueOf(value)), TEXT.number(spelled), spelled);
      if (value > 0) {
        assertEquals(OptionalLong.of(value), TEXT.yen(spelled + "円"), spelled);
      }
    }
  }

  @Test
  void readsAmountsInEveryUnitAsDecimalArithmeticDoes() {
    Map<String, Integer> units =
        Map.of("円", 0, "千円", 3, "万円", 4, "百万円", 6, "千万円", 7, "億円", 8, "憶円", 8, "兆円", 12);
    Random random = new Random(11);
    for (int i = 0; i < 20_000; i++) {
      BigDecimal amount = BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(4));
      for (Map.Entry<String, Integer> unit : units.entrySet()) {
        String printed =
            random.nextBoolean()
                ? String.format(Locale.ROOT, "%,." + Math.max(0, amount.scale()) + "f", amount)
                : amount.toPlainString();
        String text = random.nextBoolean() ? wide(printed) : printed;
        long yen =
            amount.scaleByPowerOfTen(unit.getValue()).setScale(0, RoundingMode.HALF_UP).longValue();
        assertEquals(OptionalLong.of(yen), TEXT.yen(text + unit.getKey()), text + unit.getKey());
      }
    }
  }

  @Test
  void readsMixedAmountsAsTheSumOfTheirParts() {
    Random random = new Random(13);
    for (int i = 0; i < 20_000; i++) {
      long trillions = random.nextInt(3);
      long hundredMillions = random.nextInt(10_000);
      long tenThousands = random.nextInt(10_000);
      StringBuilder text = new StringBuilder();
      text.append(trillions == 0 ? "" : trillions + "兆");
      text.append(hundredMillions == 0 ? "" : hundredMillions + "億");
      if (tenThousands > 0) {
        text.append(tenThousands % 1000 == 0 ? tenThousands / 1000 + "千万" : tenThousands + "万");
      }
      if (text.length() > 0) {
        long yen =
            trillions * 1_000_000_000_000L + hundredMillions * 100_000_000 + tenThousands * 10_000;
        assertEquals(OptionalLong.of(yen), TEXT.yen(text + "円"), text.toString());
      }
    }
  }

  @Test
  void readsErasAsTheJavaCalendarDoes() {
    Map<JapaneseEra, String> eras =
        Map.of(
            JapaneseEra.REIWA, "令和",
            JapaneseEra.HEISEI, "平成",
            JapaneseEra.SHOWA, "昭和",
            JapaneseEra.TAISHO, "大正",
            JapaneseEra.MEIJI, "明治");
    for (int year = 1874; year < 2090; year++) {
      for (LocalDate date :
          new LocalDate[] {LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)}) {
        JapaneseDate japanese = JapaneseDate.from(date);
        int yearOfEra = japanese.get(ChronoField.YEAR_OF_ERA);
        String era = eras.get(japanese.getEra());
        for (String printed :
            new String[] {"" + yearOfEra, wide("" + yearOfEra), kanji(yearOfEra)}) {
          for (String suffix : new String[] {"年", "年度"}) {
            assertEquals(OptionalInt.of(year), TEXT.year(era + printed + suffix), era + printed);
          }
        }
      }
    }
  }

  private static String wide(String text) {
    StringBuilder wide = new StringBuilder();
    text.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
    return wide.toString();
  }

  private static String kanji(int number) {
    return number == 1
        ? "元"
        : new RuleBasedNumberFormat(ULocale.JAPANESE, RuleBasedNumberFormat.SPELLOUT)
            .format(number);
  }
}
