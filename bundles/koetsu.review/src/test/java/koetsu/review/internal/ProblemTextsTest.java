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

  @Test
  void sayInJapaneseWhyFilesAreNotImported() {
    Locale.setDefault(Locale.JAPAN);
    assertEquals(
        "/a/b.ann、3 行目: 位置の終わり 90 が、「b.txt」の終わり 60 を越えています",
        ProblemTexts.ofImport(
            "/a/b.ann, line 3: a place ends at 90, beyond the end of b.txt at 60"));
    assertEquals(
        "/a/values.csv、1 行目: 「document」という列がありません",
        ProblemTexts.ofImport("/a/values.csv, line 1: no column named document"));
    assertEquals(
        "/a/values.csv、2 行目: spans の「9-4」は 4-22;30-41 の形ではありません",
        ProblemTexts.ofImport(
            "/a/values.csv, line 2: spans is \"9-4\", not of the form 4-22;30-41"));
    assertEquals(
        "/a/b.records.jsonl、1 行目: fields.name[0].value がありません",
        ProblemTexts.ofImport("/a/b.records.jsonl, line 1: fields.name[0].value is missing"));
    assertEquals(
        "/a/b.records.jsonl、2 行目: r1: fields.name[0].text は「昼」ですが、原文は「夜」です",
        ProblemTexts.ofImport(
            "/a/b.records.jsonl, line 2: r1: fields.name[0].text is \"昼\", but the source says \"夜\""));
    assertEquals(
        "/a/b.jsonl、1 行目: r1: プロファイルに種類「moon」がありません",
        ProblemTexts.ofImport("/a/b.jsonl, line 1: r1: the profile has no kind moon"));
    assertEquals("the moon is too near", ProblemTexts.ofImport("the moon is too near"));
    Locale.setDefault(Locale.US);
    assertEquals("a.csv: it holds no record", ProblemTexts.ofImport("a.csv: it holds no record"));
  }
}
