package koetsu.text.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts how often the scan looks at a character: whatever the text, a fixed number of times. */
class LinearTimeTest {
  /** Reads per character that no text may exceed. */
  private static final int MOST = 60;

  private static long steps(String text) {
    TextCursor cursor = new TextCursor(text.toCharArray());
    new Scanner(cursor).scan();
    return cursor.steps();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "0",
        "１",
        "九",
        "万",
        "1,",
        "1,111,",
        "1.",
        "1/",
        "1/1/",
        "0-",
        "0(",
        "(0)",
        "-",
        "ー",
        "○",
        "〇",
        " ",
        "　",
        "\n",
        "\r\n",
        "5\n",
        "5 \n ",
        "億",
        "5億\n",
        "5\n億",
        "令和",
        "令和5",
        "令和5・",
        "令和5年から",
        "2025～",
        "2025、",
        "R8",
        "R8-",
        "@",
        "a@",
        "a.@",
        "a@a.",
        "a@a.\n",
        "http://",
        "http://a\n",
        "http://(",
        "http://)",
        "www.",
        "h",
        "w.",
        "（",
        "「",
        "・",
        "・ ",
        "※1 ",
        "分の",
        "3分の",
        "定額",
        "半数",
        "5キロ",
        "5件/",
        "5カ",
        "kWh/",
        "5kWh/",
        "¥",
        "¥1",
        "0312345678",
        "TEL:0",
        "𠮷",
        "\uD800",
        "1人当たり",
        "第1",
        "5年度",
        "国・地域",
        "5国・地域"
      })
  void repetitionCostsNoMoreThanItsLength(String unit) {
    String small = unit.repeat(4_000 / unit.length());
    long once = steps(small);
    long tenfold = steps(small.repeat(10));
    assertTrue(once <= (long) MOST * small.length(), () -> once + " steps for " + unit);
    assertTrue(
        tenfold <= 10.5 * once + 1000, () -> once + " grew to " + tenfold + " steps for " + unit);
  }

  @Test
  void noMixtureOfTriggersCostsMore() {
    String[] pieces = {
      "1", "0", ",", ".", "/", "億", "千", "円", "年", "度", "令和", "R", "-", "～", "@", "a", "http://",
      "\n", " ", "・", "から", "分の", "%", "件", "(", ")", "第", "○", "九"
    };
    Random random = new Random(17);
    for (int round = 0; round < 200; round++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < 2_000) {
        text.append(pieces[random.nextInt(round % pieces.length + 1)]);
      }
      long steps = steps(text.toString());
      assertTrue(steps <= (long) MOST * text.length(), () -> steps + " steps for " + text);
    }
  }
}
