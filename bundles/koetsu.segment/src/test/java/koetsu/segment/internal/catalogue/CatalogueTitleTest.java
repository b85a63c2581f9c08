package koetsu.segment.internal.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import koetsu.api.document.Span;
import koetsu.api.plugin.DocumentContext;
import koetsu.api.plugin.Region;
import koetsu.api.plugin.Trace;
import koetsu.segment.internal.Layouts;
import org.junit.jupiter.api.Test;

class CatalogueTitleTest {
  private static final String ANOTHER_SHEET =
      """
      養蚕の桑を植える事業

      ⚫ 桑畑を増やし、糸を吐く蚕を町の産業に戻します。

      お問合せ先：農林水産省 糸局 桑課（03-0000-5001）

      中小企業

      ３．糸を紡ぐ
      """;

  @Test
  void joinsATitleBrokenOverTwoLines() {
    assertEquals(
        List.of("TITLE 繭の出来を見分ける機械の貸出事業", "TITLE （桑の里プロジェクト）"),
        parts(
            """
             繭の出来を見分ける機械の貸出事業
            （桑の里プロジェクト）

            ⚫ 繭の良し悪しを光で見分ける機械を、養蚕の農家に貸し出します。

            お問合せ先：農林水産省 糸局 繭課（03-0000-5002）

            ３．糸を紡ぐ
            """,
            Region.Role.TITLE));
  }

  @Test
  void takesLabelsOnTheSameLineOffATitle() {
    assertEquals(
        List.of("CHAPTER ３．糸を紡ぐ", "TITLE 座繰りの道具を直す事業", "TAG 中小企業"),
        parts(
            """
             ⚫ 座繰りの道具を直せる職人を訪ね、糸取りの技を残します。

            お問合せ先：文部科学省 道具局 座繰り課（03-0000-5003）

            ３．糸を紡ぐ 座繰りの道具を直す事業 中小企業
            """,
            Region.Role.CHAPTER,
            Region.Role.TITLE,
            Region.Role.TAG));
  }

  @Test
  void takesATagOffATitleThatItWasRunTogetherWith() {
    assertEquals(
        List.of("TAG 中堅企業", "TITLE 絹の染め場を結ぶ補助金"),
        parts(
            """
             ⚫ 染め場どうしが水と釜を分け合えるよう、町をまたぐ組を作ります。

            お問合せ先：経済産業省 染色局 釜課（03-0000-5004）

            ３．糸を紡ぐ
            中堅企業絹の染め場を結ぶ補助金
            """,
            Region.Role.TAG,
            Region.Role.TITLE));
  }

  @Test
  void keepsTheKindOfCompanyThatANameSpeaksOf() {
    assertEquals(
        List.of("TITLE 中小企業の織機を直す補助金"),
        parts(
            """
             ⚫ 古い織機の歯車を作り直し、布を織り続けられるようにします。

            お問合せ先：経済産業省 布局 歯車課（03-0000-5005）

            ３．糸を紡ぐ

            中小企業の織機を直す補助金
            """,
            Region.Role.TITLE));
  }

  @Test
  void joinsAListedTitleThatWasBrokenInsideAWord() {
    String overview =
        """
        • 桑の実の菓子を広める事業【農水省】

        • 糸取り唄を録音する町のみんなの音楽堂【文科省】

        • 糸車の回し方を教える講座【文科省】
        """;
    String sheet =
        """
         糸取り唄を録音する町のみんなの音
        楽堂

        ⚫ 糸取りの唄を歌える人を招き、録音して残します。

        お問合せ先：文部科学省 唄局 録音課（03-0000-5008）

        ３．糸を紡ぐ
        """;
    assertEquals(
        List.of("TITLE 糸取り唄を録音する町のみんなの音", "TITLE 楽堂"), parts(overview + sheet, Region.Role.TITLE));
  }

  @Test
  void findsNoTitleWhereItWasLost() {
    assertEquals(
        List.of(),
        parts(
            """
             ⚫ 真綿を引く人の手仕事を、冬の農家の副業として勧めます。

            お問合せ先：農林水産省 糸局 真綿室（03-0000-5006）

            ３．糸を紡ぐ
            """,
            Region.Role.TITLE));
  }

  @Test
  void prefersTheNameThatTheOverviewListsThoughAnotherLineStandsUnderTheLabel() {
    String overview =
        """
        • 機織り小屋の見学路を作る取組【文科省】

        • 桑の実の菓子を広める事業【農水省】

        • 糸車の回し方を教える講座【文科省】
        """;
    assertEquals(
        List.of("TITLE 機織り小屋の見学路をつくる取組"),
        parts(
            overview,
            """
             機織りの音を聞く催し

            機織り小屋の見学路をつくる取組

            お問合せ先：文部科学省 小屋局 見学路課（03-0000-5007）

            ３．糸を紡ぐ

            ⚫ 小屋の裏手に板を渡し、機を織る手もとを間近に見られるようにします。
            """,
            Region.Role.TITLE));
  }

  @Test
  void saysWhatOtherLinesLackedToBeTheTitle() {
    List<String> failed = new ArrayList<>();
    Trace trace =
        new Trace() {
          @Override
          public boolean enabled() {
            return true;
          }

          @Override
          public void failed(String rule, Span place, String condition) {
            if (rule.equals("sheet-title")) {
              failed.add(place.length() + " " + condition);
            }
          }
        };
    new CatalogueSegmenter().segment(Layouts.context(ANOTHER_SHEET + "\n桑の葉\n\n桑の実を摘む講座\n", trace));
    assertEquals(
        List.of(
            "8 another line of the page has more signs of a title",
            "3 it has too few signs of a title"),
        failed);
  }

  /** Regions of the second of two sheets. */
  private static List<String> parts(String sheet, Region.Role... roles) {
    return parts("", sheet, roles);
  }

  private static List<String> parts(String overview, String sheet, Region.Role... roles) {
    DocumentContext context = Layouts.context(overview + " " + ANOTHER_SHEET + sheet);
    List<Region.Role> wanted = List.of(roles);
    return new CatalogueSegmenter()
        .segment(context).records().get(1).regions().stream()
            .filter(r -> wanted.contains(r.role()))
            .map(r -> r.role() + " " + context.document().slice(r.span()))
            .toList();
  }

  @Test
  void joinsATitleBrokenOverThreeLines() {
    assertEquals(
        List.of("TITLE 機屋と染め場と糸屋を一つの市で結", "TITLE ぶ催し（春の糸市と秋の", "TITLE 布市）の開催"),
        parts(
            """
             機屋と染め場と糸屋を一つの市で結
            ぶ催し（春の糸市と秋の
            布市）の開催

            ⚫ 町の真ん中に市を立て、糸と布を買いに来る人を増やします。

            お問合せ先：経済産業省 布局 市課（03-0000-5008）

            ３．糸を紡ぐ
            """,
            Region.Role.TITLE));
  }

  @Test
  void prefersTheWholeNameToAPartOfItPrintedElsewhere() {
    assertEquals(
        List.of("TITLE 古い機屋の屋根を直す特別対策事業【機屋の里事業】"),
        parts(
            """
             古い機屋の屋根を直す特別対策事業【機屋の里事業】

            お問合せ先：文部科学省 屋根局 機屋課（03-0000-5009）

            機屋の里事業

            中小企業

            ３．糸を紡ぐ

            ⚫ 機屋の里の雨漏りを止め、機を織る音を町に残します。
            """,
            Region.Role.TITLE));
  }

  @Test
  void takesARowOfCellsForNoTitle() {
    assertEquals(
        List.of("TITLE 糸の市を開く事業"),
        parts(
            """
             糸の貸出 布の貸出 機の貸出

            お問合せ先：文部科学省 屋根局 糸課（03-0000-5010）

            糸の市を開く事業

            ３．糸を紡ぐ
            """,
            Region.Role.TITLE));
  }

  @Test
  void findsATitleRightUnderTheEnquiriesAndOverTheSummary() {
    assertEquals(
        List.of("TITLE 糸の市を開く事業"),
        parts(
            """
             お問合せ先：文部科学省 屋根局 糸課（03-0000-5013）
            ito@mext.go.jp
            糸の市を開く事業
            ⚫ 里の糸を町の人に見てもらう市を開きます。

            ３．糸を紡ぐ
            """,
            Region.Role.TITLE));
  }

  @Test
  void takesAClauseForNoTitle() {
    assertEquals(
        List.of("TITLE 糸の市を開く事業【市の里】"),
        parts(
            """
             機屋が集まる里の家々と、
            糸の市に出す織機の修理を支援

            糸の市を開く事業【市の里】

            お問合せ先：文部科学省 屋根局 糸課（03-0000-5012）

            ３．糸を紡ぐ
            """,
            Region.Role.TITLE));
  }

  @Test
  void knowsASchemeByWhatItsSummaryCallsIt() {
    assertEquals("system", kind("桑の里を名乗る町を認める制度です。"));
    assertEquals("program", kind("桑の里を名乗る町に苗を配ります。"));
  }

  private static String kind(String summary) {
    String sheet =
        """
         桑の里宣言

        ⚫ %s

        お問合せ先：農林水産省 糸局 桑課（03-0000-5011）

        ３．糸を紡ぐ
        """;
    return new CatalogueSegmenter()
        .segment(Layouts.context(" " + ANOTHER_SHEET + sheet.formatted(summary)))
        .records()
        .get(1)
        .kind();
  }
}
