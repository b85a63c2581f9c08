package koetsu.review.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {
  private final Locale before = Locale.getDefault();

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(before);
  }

  @Test
  void sayInJapaneseWhatThePlugInsReport() {
    Locale.setDefault(Locale.JAPAN);
    assertEquals(
        "期間の終わり 2024 が始まり 2026 より前です",
        ProblemTexts.of("the period ends in 2024, before it starts in 2026"));
    assertEquals(
        "内訳 3 件の合計は 1,200 円ですが、全体は 1,300 円です。原文の数字を比べてください",
        ProblemTexts.of(
            "the amounts of the 3 parts sum to 1,200 yen, the whole says 1,300;"
                + " compare the printed figures"));
    assertEquals(
        "金額のような「3,000万円」がどの値にも入っていません。追加するか、そのまま進んでください",
        ProblemTexts.of(
            "3,000万円 looks like an amount of money that nothing holds"
                + " (and 2 more up to the next section); add it or pass it"));
  }

  @Test
  void leaveWhatNobodyTranslatedAndEnglishWindowsAlone() {
    Locale.setDefault(Locale.JAPAN);
    assertEquals("the moon is too near", ProblemTexts.of("the moon is too near"));
    Locale.setDefault(Locale.US);
    assertEquals(
        "the period ends in 2024, before it starts in 2026",
        ProblemTexts.of("the period ends in 2024, before it starts in 2026"));
  }

  @Test
  void sayInJapaneseWhichConditionFailed() {
    Locale.setDefault(Locale.JAPAN);
    assertEquals(
        "期限の年ではありません: 「までに」などが続きません",
        ProblemTexts.of("the year is no deadline: no までに or the like follows"));
    assertEquals("別のものの率です: 割引", ProblemTexts.of("it is the rate of something else: 割引"));
    assertEquals(
        "手がかり -0.5 が 2.0 に足りません: 予算額がない、下が見出しではなく本文",
        ProblemTexts.of(
            "evidence -0.5 is less than 2.0: no budget, text instead of a heading below"));
  }
}
