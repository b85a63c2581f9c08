package koetsu.segment.internal.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import koetsu.api.plugin.ContentsEntry;
import koetsu.api.plugin.DocumentContext;
import koetsu.api.plugin.Quote;
import koetsu.api.plugin.RecordDraft;
import koetsu.api.plugin.Segmentation;
import koetsu.api.record.Problem;
import koetsu.segment.internal.Layouts;
import org.junit.jupiter.api.Test;

class CatalogueOverviewTest {
  private static final String OVERVIEW =
      """
       音の町づくり【一覧】

      音を手がかりに町を歩くための取組をまとめた。

      １．音を聞く

      • 鐘の音を聞く丘の整備事業、鐘つき堂の
      修理補助金【文科省・国交省】

      • 風鈴の市を開く支援【経産省】

      • 虫の声を録る講座【環境省】

      ２．音を作る

      • 木琴の板を削る機械の貸出制度
      • 太鼓の胴をくり抜く技の継承事業【文科省】

      ※内容は変わることがある。
       【経産省】
      """;

  private static String sheet(String title, String summary) {
    return " " + title + "\n\n⚫ " + summary + "\n\nお問合せ先：音課（03-0000-7001）\n\n１．音を聞く\n\n中小企業\n";
  }

  private static final String BELLS = sheet("鐘の音を聞く丘の整備事業", "鐘の音が届く丘に腰掛けを置き、町の人が夕暮れに集まれるようにします。");

  private static final String INSECTS = sheet("虫の声を録る講座", "草むらの虫の声を録り、種類ごとに聞き分ける講座を開きます。");

  private static Segmentation segment(String text) {
    return new CatalogueSegmenter().segment(Layouts.context(text));
  }

  private static List<String> texts(List<Quote> quotes) {
    return quotes.stream().map(Quote::text).toList();
  }

  @Test
  void tellsByListedTitlesToWhichPageALineBelongs() {
    String titleLast =
        " お問合せ先：音課（03-0000-7002）\n\n中小企業\n\n１．音を聞く\n\n" + "⚫ 鐘の音が届く丘に腰掛けを置きます。\n\n\n鐘の音を聞く丘の整備事業\n";
    String broken =
        " 虫の声を録\nる講座\n\n⚫ 草むらの虫の声を録り、種類ごとに聞き分ける講座を開きます。\n\n" + "お問合せ先：音課（03-0000-7001）\n\n１．音を聞く\n";
    List<RecordDraft> records = segment(OVERVIEW + titleLast + broken).records();
    assertEquals(
        List.of("鐘の音を聞く丘の整備事業、鐘つき堂の修理補助金", "虫の声を録る講座"),
        records.stream().map(r -> r.contents().title().text()).toList());
  }

  @Test
  void readsTitlesOverSeveralLinesWithTheirMinistries() {
    DocumentContext context = Layouts.context(OVERVIEW + BELLS);
    ContentsEntry entry = new CatalogueSegmenter().segment(context).contents().get(0);
    assertEquals("鐘の音を聞く丘の整備事業、鐘つき堂の修理補助金", entry.title().text());
    assertEquals(
        List.of("鐘の音を聞く丘の整備事業、鐘つき堂の", "修理補助金"),
        entry.title().spans().stream().map(context.document()::slice).toList());
    assertEquals(List.of("文科省", "国交省"), texts(entry.ministries()));
    assertEquals(
        List.of("文科省", "国交省"),
        entry.ministries().stream().map(m -> context.document().slice(m.spans().get(0))).toList());
  }

  @Test
  void givesATagThatWasTornOffToTheEntryWithoutOne() {
    List<ContentsEntry> contents = segment(OVERVIEW + BELLS).contents();
    assertEquals(5, contents.size());
    assertEquals("木琴の板を削る機械の貸出制度", contents.get(3).title().text());
    assertEquals(List.of("経産省"), texts(contents.get(3).ministries()));
  }

  @Test
  void givesASheetTheEntryThatNamesItInOtherWords() {
    Segmentation found = segment(OVERVIEW + sheet("虫の声を録る講座（夜の部）", "夜に鳴く虫の声を録ります。") + BELLS);
    assertEquals("虫の声を録る講座", found.records().get(0).contents().title().text());
    assertEquals(List.of("文科省", "国交省"), texts(found.records().get(1).contents().ministries()));
  }

  @Test
  void givesASheetThatIsNotListedNoEntry() {
    Segmentation found = segment(OVERVIEW + BELLS + sheet("笛を吹く広場の整備事業", "笛を吹ける広場を駅前に作り、夕方に開きます。"));
    assertNull(found.records().get(1).contents());
  }

  @Test
  void reportsAnEntryWithoutASheetBetweenEntriesThatHaveOne() {
    List<Problem> problems = segment(OVERVIEW + BELLS + INSECTS).problems();
    assertEquals(Problem.Severity.WARNING, problems.get(0).severity());
    assertEquals(
        "The overview lists \"風鈴の市を開く支援\", but no sheet has this name; check the sheets between its"
            + " neighbours.",
        problems.get(0).message());
  }

  @Test
  void reportsEntriesBeyondTheSheetsPresentAsOneFinding() {
    List<Problem> problems = segment(OVERVIEW + BELLS).problems();
    assertEquals(1, problems.size());
    assertEquals(Problem.Severity.INFO, problems.get(0).severity());
    assertEquals(
        "4 entries of the overview are not among the sheets that are present: \"風鈴の市を開く支援\", \"虫の声を録る講座\","
            + " \"木琴の板を削る機械の貸出制度\" and others; add the rest of the document if they are wanted.",
        problems.get(0).message());
  }

  @Test
  void countsTheOverviewAsContents() {
    assertEquals("contents", segment(OVERVIEW + BELLS).gaps().get(0).kind());
  }

  @Test
  void readsEntriesWithoutBulletsByTheirTags() {
    String overview =
        """
         音の町づくり【一覧】

        １．音を聞く

        鐘の音を聞く丘の整備事業【文科省】

        風鈴の市を開く支援【経産省】

        虫の声を録る講座【環境省】
        """;
    assertEquals(
        List.of("鐘の音を聞く丘の整備事業", "風鈴の市を開く支援", "虫の声を録る講座"),
        segment(overview + BELLS + INSECTS).contents().stream()
            .map(e -> e.title().text())
            .toList());
  }
}
