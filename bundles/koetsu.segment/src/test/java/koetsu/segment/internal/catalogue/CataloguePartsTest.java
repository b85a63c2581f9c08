package koetsu.segment.internal.catalogue;

import static koetsu.segment.internal.Layouts.check;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import koetsu.segment.internal.Layouts;
import org.junit.jupiter.api.Test;

class CataloguePartsTest {
  private static final String HEAD =
      """
      program> title   |  凍み豆腐の小屋を建てる事業
                       |
      outline          | ⚫ 冬の寒さで豆腐を凍らせる小屋を、山あいの村に建てます。
                       |
      """;

  private static final String TAIL =
      """
                       |
      tag              | 中小企業
                       |
      chapter          | ５．冬を生かす
      """;

  private final CatalogueSegmenter segmenter = new CatalogueSegmenter();

  @Test
  void takesAWholeEnquiryBlockWithTheLinesThatContinueIt() {
    check(
        segmenter,
        HEAD
            + """
            contact+contact:+ | お問合せ先：（小屋の建築）農林水産省 寒さ局 小屋課（03-0000-8001）
            contact+contact   | （豆腐の出荷）農林水産省 豆局（03-0000-8002）
            contact+contact   | E-mail:shimi@example.jp
                              |
            contact+contact   | URL:https://shimi.example.jp/
                              |
            -                 | 豆を煮る釜
            """
            + TAIL);
  }

  @Test
  void takesTheLinesBelowAnEmptyEnquiryHead() {
    check(
        segmenter,
        HEAD
            + """
            contact+contact:  | お問合せ先
                              |
            contact+contact   | 最寄りの豆腐組合
            """
            + TAIL);
  }

  @Test
  void takesEachLineOfABudgetBlockAndNoneOfTheNextHeading() {
    check(
        segmenter,
        HEAD
            + """
            budget            | 予算額
                              |
            budget            | R6補正予算額
            budget            | ・凍み豆腐小屋建築費 2.5億円
                              |
            budget            | （うち令和５年度繰越分
            budget            |  0.5億円）
                              |
            scheme:           | 事業スキーム
            scheme            | 小屋一棟に上限300万円を補助
                              |
            contact+contact:+ | お問合せ先：寒さ局（03-0000-8003）
            """
            + TAIL);
  }

  @Test
  void takesASingleLineThatNamesABudgetWithItsFigure() {
    check(
        segmenter,
        HEAD
            + """
            budget            | 令和７年度当初予算案 28百万円（34百万円）
                              |
            contact+contact:+ | お問合せ先：寒さ局（03-0000-8004）
            """
            + TAIL);
  }

  @Test
  void takesNoSentenceAboutABudgetForOne() {
    check(
        segmenter,
        """
        program> title     |  雪の下で野菜を寝かせる支援
                           |
        outline            | ⚫ 令和６年度補正予算において、雪室を広げる費用を3億円追加しました。
                           |
        contact+contact:+  | お問合せ先：寒さ局（03-0000-8005）
        """
            + TAIL);
  }

  @Test
  void takesANumberAtThePagesEdgeForThePagesAndOneInADrawingForText() {
    check(
        segmenter,
        HEAD
            + """
            scheme:            | 事業の流れ
                               |
            scheme             | 豆を蒔く
                               |
            scheme             | ２
                               |
            scheme             | 豆を刈る
                               |
            contact+contact:+  | お問合せ先：寒さ局（03-0000-8006）
            """
            + TAIL
            + """
                               |
            furniture          | 31
            """);
  }

  @Test
  void takesTheSourceOfAPictureAndNoticesOfThePageForFurniture() {
    check(
        segmenter,
        HEAD
            + """
            content:           | 施策の内容
            content            | 小屋の壁に藁を挟む。
                               |
            furniture          | 著作者：雪の画工/出典：冬の絵庫
                               |
            contact+contact:+  | お問合せ先：寒さ局（03-0000-8007）
            """
            + TAIL
            + """
                               |
            furniture          | 巻頭ページ掲載施策
            """);
  }

  @Test
  void tellsLegalSchemesFromProgrammes() {
    assertEquals("system", kind("雪室の電気代を控除する税制", ""));
    assertEquals("system", kind("寒さを生かす村の認定制度", "予算額：1億円\n\n"));
    assertEquals("system", kind("雪室を貸す人への優遇措置", ""));
    assertEquals("system", kind("雪下ろしを頼む手続について", ""));
    assertEquals("program", kind("雪室認定制度の普及を助ける補助金", ""));
    assertEquals("program", kind("雪の市を開く支援", ""));
  }

  private String kind(String title, String budget) {
    String sheet =
        Layouts.source(HEAD).replace("凍み豆腐の小屋を建てる事業", title)
            + budget
            + "お問合せ先：寒さ局（03-0000-8008）\n"
            + Layouts.source(TAIL);
    return segmenter.segment(Layouts.context(sheet)).records().get(0).kind();
  }

  @Test
  void fitsSheetsWithEnquiriesTagsAndChaptersAndNoOthers() {
    String sheet = Layouts.source(HEAD + TAIL) + "\nお問合せ先：寒さ局（03-0000-8009）\n";
    assertTrue(segmenter.fits(Layouts.context(sheet)) > 0.7);
    assertEquals(
        0,
        segmenter.fits(
            Layouts.context(
                """
                # 雪室の野菜を運ぶ事業
                令和8年度予算（案） 3.0億円（新規）
                寒さ局 雪室課
                事業目的
                雪室の野菜を町へ運ぶ。
                事業スキーム（対象者、対象行為、補助率等）
                """)));
  }
}
