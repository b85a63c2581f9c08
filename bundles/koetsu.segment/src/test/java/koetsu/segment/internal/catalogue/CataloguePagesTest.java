package koetsu.segment.internal.catalogue;

import static koetsu.segment.internal.Layouts.check;

import org.junit.jupiter.api.Test;

class CataloguePagesTest {
  private static final String LIGHTHOUSE =
      """
      program> title   |  灯台の見学を広げる事業
                       |
      outline          | ⚫ 海辺の町に人を呼ぶため、灯台を一年じゅう登れるように整えます。
                       |
      contact+contact:+ | お問合せ先：国土交通省 灯台局 見学課（03-0000-4001）
                       |
      tag              | 中堅・中小企業
                       |
      chapter          | ２．人を呼ぶ
      """;

  private static final String FERRY =
      """
      program> title   |  渡し船の夜間運航支援
                       |
      outline          | ⚫ 島に住む人が夜も帰れるように、渡し船の夜の便を支えます。
                       |
      contact+contact:+ | お問合せ先：国土交通省 港湾局 渡船室（03-0000-4002）
                       |
      chapter          | ２．人を呼ぶ
                       |
      tag              | 中小企業
      """;

  private static final String KITE =
      """
      program> title   |  凧揚げの技を伝える補助金
                       |
      contact+contact:+ | お問合せ先：文部科学省 遊び局 凧課（03-0000-4003）
                       |
      chapter          | ２．人を呼ぶ
                       |
      outline          | ⚫ 大凧を揚げる町どうしが職人を行き来させ、竹と和紙の技を次の代に渡します。
      """;

  private final CatalogueSegmenter segmenter = new CatalogueSegmenter();

  @Test
  void breaksPagesWhereTheirTracesAndWhatTheyHoldAgree() {
    check(segmenter, LIGHTHOUSE + FERRY + KITE);
  }

  @Test
  void findsATitleAtTheEndOfItsSheetAndCaptionsAtItsBeginning() {
    check(
        segmenter,
        LIGHTHOUSE
            + """
            program> -       |  網の干し場
                             |
            -                | 番屋の
            -                | 屋根
                             |
            contact+contact:+ | お問合せ先：農林水産省 浜辺局 番屋課（03-0000-4004）
                             |
            tag              | 中堅・中小企業
                             |
            chapter          | ２．人を呼ぶ
                             |
            title            | 番屋の屋根を葺き替える補助金
                             |
            outline          | ⚫ 浜に残る番屋の屋根を葺き替え、漁の道具を見せる場として使います。
            """
            + FERRY);
  }

  private static final String TITLE_AND_SUMMARY_LAST =
      """
      program> contact+contact:+ |  お問合せ先：農林水産省 浜辺局 番屋課（03-0000-4004）
                       |
      content:         | 施策の内容
      content          | 番屋の屋根を葺き替え、漁の道具を見せる。
                       |
      tag              | 中堅・中小企業
                       |
      chapter          | ２．人を呼ぶ
                       |
      title            | 番屋の屋根を葺き替える補助金
                       |
      outline          | ⚫ 浜に残る番屋の屋根を葺き替え、漁の道具を見せる場として使います。
      """;

  @Test
  void beginsAPageWithTheHeadingOfABoxThatNoLineCanGoOnIn() {
    check(
        segmenter,
        LIGHTHOUSE
            + TITLE_AND_SUMMARY_LAST
            + """
                             |
            program> budget  |  予算額
            budget           | 令和７年度予算案　３億円
                             |
                             |
            scheme:          | 事業スキーム
                             |
            scheme           | 国から町へ、町から船宿へ
                             |
            title            | 船宿の看板を掛け替える事業
                             |
            outline          | ⚫ 船宿の看板を昔の字で書き直し、港の通りを歩いて楽しめるようにします。
                             |
            contact+contact:+ | お問合せ先：国土交通省 港湾局 看板室（03-0000-4006）
                             |
            chapter          | ２．人を呼ぶ
            """);
  }

  @Test
  void leavesLinesOfASheetTogetherThoughTheyAreIndentedLikeTheFirstOfAPage() {
    check(
        segmenter,
        LIGHTHOUSE
            + """
            program> title   |  潮待ちの宿を開く支援
                             |
            outline          | ⚫ 潮を待つあいだ休める宿を、古い廻船問屋の蔵に開きます。
                             |
            content:         | 施策の内容
                             |
            content          | ○蔵の土壁を塗り直し、雨の日も
            content          |  過ごせるようにする。
                             |
            content          | ○宿の番をする人に、船の話を
            content          |  覚えてもらう。
                             |
            contact+contact:+ | お問合せ先：国土交通省 観光庁 宿室（03-0000-4005）
                             |
            tag              | 中堅・中小企業
                             |
            chapter          | ２．人を呼ぶ
            """
            + FERRY);
  }

  @Test
  void givesAddressesPrintedBehindASheetToTheSheetAbove() {
    check(
        segmenter,
        LIGHTHOUSE
            + """
                             |
            -                | https://todai.example.jp/noboru/
                             |
                             |
            """
            + FERRY.replace("|  ", "| "));
  }

  @Test
  void leavesDividersOutOfTheSheets() {
    check(
        segmenter,
        LIGHTHOUSE
            + KITE.replace("２．人を呼ぶ", "１．道具を買う")
            + LIGHTHOUSE.replace("２．人を呼ぶ", "１．道具を買う")
            + """
            divider          |  ２．人を呼ぶ
                             |
                             |
                             |
            """
            + FERRY.replace("|  ", "| "));
  }

  @Test
  void knowsASheetByItsExtensionsWhereTheHeadOfTheEnquiriesWasLost() {
    check(
        segmenter,
        LIGHTHOUSE
            + """
            program> contact+contact |  夕凪局網元課（内線4401）
            contact+contact          | 朝凪局浜課（内線4402）
                                     |
            -                        | 一隻当たり二人まで
                                     |
            title                    | 網元の跡継ぎを育てる助成金
                                     |
            tag                      | 中堅・中小企業
            outline                  |  ⚫ 網元のもとで働く若い人の賃金を、二年のあいだ助けます。
            """
            + FERRY);
  }

  @Test
  void cutsPagesWithoutAnyTraceOfABreakByWhatTheyHold() {
    String sheets = LIGHTHOUSE + FERRY + KITE;
    check(segmenter, sheets.replace("|  ", "| "));
  }

  @Test
  void readsASingleSheet() {
    check(segmenter, FERRY.replace("|  ", "| "));
  }

  @Test
  void breaksPagesWhereASecondSummaryBeginsThoughOneBlankLineStandsThere() {
    check(
        segmenter,
        LIGHTHOUSE
            + """
                             |
            program> outline |  ⚫ 浜の砂が風で飛ばないように、松の苗を植えます。
                             |
                             |
            scheme:          | 事業スキーム
                             |
            scheme           | 国 → 浜の組合
                             |
            title            | 浜の松を植え継ぐ事業
                             |
            contact+contact:+ | お問合せ先：国土交通省 港湾局 砂浜室（03-0000-4006）
                             |
            chapter          | ２．人を呼ぶ
                             |
            tag              | 中小企業
            """
            + FERRY);
  }

  @Test
  void takesWideSpacesForLayoutRatherThanForTheTraceOfABreak() {
    check(
        segmenter,
        LIGHTHOUSE
            + """
            program> title   |  潮見の櫓を直す補助金
                             |
            content:         | ＜支援内容＞
            content          | ① 櫓の柱を取り替える費用の助成
            content          | 　　助成率　６０％（離島は７５％）
            content          | 　　櫓一つにつき３５万円を限度
            content          | ② 櫓に掛ける望遠鏡の貸出
                             |
            contact+contact:+ | お問合せ先：国土交通省 港湾局 潮見室（03-0000-4007）
                             |
            chapter          | ２．人を呼ぶ
                             |
            tag              | 中小企業
            """
            + FERRY);
  }

  @Test
  void breaksPagesThatBeginWithTheirLabels() {
    String harbour =
        """
        program> tag     |  中堅・中小企業
                         |
        chapter          | ２．人を呼ぶ
                         |
        title            | 古い港の倉を開く事業
                         |
        outline          | ⚫ 使われなくなった港の倉を、船乗りの道具を見せる場にします。
                         |
        contact+contact:+ | お問合せ先：国土交通省 港湾局 倉課（03-0000-4008）
        """;
    check(segmenter, harbour + harbour.replace("港の倉", "浜の蔵") + harbour.replace("港の倉", "岬の小屋"));
  }

  @Test
  void takesLinesThatComeBackOnEveryPageForFurniture() {
    String page =
        """
        program> furniture |  浜と港の事業のあらまし
                         |
        title            | %s
                         |
        outline          | ⚫ %sで、海辺の町に人を呼びます。
                         |
        contact+contact:+ | お問合せ先：国土交通省 港湾局 浜課（03-0000-4009）
                         |
        tag              | 中小企業
                         |
        chapter          | ２．人を呼ぶ
                         |
        furniture        | - 12 -
        """;
    StringBuilder sheets = new StringBuilder();
    for (String name : new String[] {"灯台の見学事業", "渡し船の運航支援", "番屋の開放事業", "潮見櫓の修理補助金"}) {
      sheets.append(page.formatted(name, name));
    }
    check(segmenter, sheets.toString());
  }

  @Test
  void readsPagesWithoutAnyBlankLines() {
    String page =
        """
        program> tag     |  中小企業
        chapter          | ２．人を呼ぶ
        title            | %s事業
        outline          | ⚫ %sを一年じゅう続けられるように支えます。
        purpose:         | 事業目的
        purpose          | 海辺の町に人を呼ぶ。
        scheme:          | 事業スキーム
        scheme           | 国 → 町 → 漁の組合
        outcome:         | 成果目標
        outcome          | 訪れる人 3万人（2028年度）
        contact+contact:+ | お問合せ先：国土交通省 港湾局 浜課（03-0000-4010）
        """;
    check(
        segmenter,
        page.formatted("灯台の夜間の見学", "灯台の夜間の見学")
            + page.formatted("渡し船の夜の運航", "渡し船の夜の運航")
            + page.formatted("番屋の囲炉裏の開放", "番屋の囲炉裏の開放"));
  }
}
