package koetsu.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Counts the steps of the whole way from bytes to checked values: a hostile document that is four
 * times as long may cost about four times as much.
 */
@ResourceLock("steps")
class LinearWorkTest {
  private static final int LENGTH = 3_000;

  /** What a line more or less at the ends may add to a factor of four. */
  private static final double MOST = 4.6;

  private static final BiFunction<String, String, List<String>> RUN = counted();

  private static final String SHEET =
      """
      港まち起業拠点整備事業

      令和7年度予算額 **22億円（24億円）**

      製造技術局総務課

      事業の内容

      事業目的

      %s

      成果目標

      よくする。
      """;

  private static final String CATALOGUE =
      """
       １．設備投資・資金繰り
       港まち起業拠点整備交付金

      ⚫ 港の建物を仕事場として再生する市町村を支援するための取組を行う。

      %s

      お問合せ先：総務省港湾地域振興グループ起業支援室（03-0000-1201）

      中堅・中小企業
      """;

  @SuppressWarnings("unchecked") // what the class says it is
  private static BiFunction<String, String, List<String>> counted() {
    try {
      return (BiFunction<String, String, List<String>>)
          new CountingLoader()
              .loadClass(HostileRun.class.getName())
              .getDeclaredConstructor()
              .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static long steps(String part, String document) {
    long before = Steps.count();
    assertEquals(List.of(), RUN.apply(part, document));
    return Steps.count() - before;
  }

  /** The steps that a document takes beyond those of an empty one. */
  private static void assertLinear(String part, String layout, String unit) {
    long none = steps(part, String.format(layout, "あ"));
    long one = steps(part, String.format(layout, unit.repeat(LENGTH / unit.length()))) - none;
    long four = steps(part, String.format(layout, unit.repeat(4 * LENGTH / unit.length()))) - none;
    assertTrue(one > LENGTH, () -> "nobody read it: " + one + " steps");
    assertTrue(four <= MOST * one, () -> one + " steps grew to " + four + " in " + layout.strip());
  }

  @Test
  void stepsThatGrowWithTheSquareAreNoticed() {
    String text = "1".repeat(LENGTH);
    long before = Steps.count();
    for (int i = 0; i < LENGTH; i++) {
      Steps.indexOf(text, 'x', i);
    }
    assertTrue(Steps.count() - before > LENGTH * (LENGTH / 3L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "（",
        "「",
        "　",
        "・",
        "- ",
        "、",
        "1,",
        "...",
        "【",
        "**",
        "#",
        "|",
        "\t",
        "5億円",
        "令和5年度から",
        "令和5年(2023年)",
        "1/2、",
        "上限1億円 ",
        "総務課、",
        "のうち、",
        "a@b.",
        "P. 4 ",
        "\n\n",
        "1 \n",
        "（\n",
        "・\n",
        "5\n億",
        "目標：5件\n",
        "(1) 補助（1/2）\n",
        "令和7年度予算額 5億円\n",
        "令和7年度予算額 5億円\n\n",
        "事業目的\n",
        "# あ\n",
        "⚫ あ\n",
        "お問合せ先：総務省課\n",
        "• あいう事業【総務省】\n",
        "1. あいう\tP. 4\n",
        "目次\n1. あいう\tP. 4\n\n"
      })
  void theWorkOnADocumentGrowsWithItsLength(String unit) {
    assertLinear("", SHEET, unit);
    assertLinear("", CATALOGUE, unit);
  }

  @ParameterizedTest
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
        "content  | 事業期間",
        "BUDGET   | 令和8年度予算1億円（2億円）",
        "BUDGET   | 1億円（",
        "BUDGET   | 内数",
        "OFFICE   | 総務課、",
        "OFFICE   | 製造産業局",
        "OFFICE   | (1)",
        "CONTACT  | お問合せ先：",
        "CONTACT  | 総務課（03-1234-5678）",
        "CONTACT  | a@example.jp",
        "MINISTRY | 内閣府・",
        "TITLE    | （",
        "TITLE    | のうち、"
      })
  void theWorkOnOneLineGrowsWithItsLength(String part, String unit) {
    assertLinear(part, "%1$s\n%1$s", unit);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BUDGET   | 1億円",
        "BUDGET   | 令和8年度予算1億円",
        "outcome  | 10件",
        "outcome  | 令和8年度までに",
        "rate     | 1/2",
        "scheme   | 定額",
        "scheme   | 上限1億円"
      })
  void theWorkOnManyLinesGrowsWithTheirNumber(String part, String line) {
    assertLinear(part, "%s", line + "\n");
  }
}
