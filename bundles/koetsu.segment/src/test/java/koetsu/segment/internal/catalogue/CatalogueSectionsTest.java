package koetsu.segment.internal.catalogue;

import static koetsu.segment.internal.Layouts.check;

import org.junit.jupiter.api.Test;

class CatalogueSectionsTest {
  private static final String HEAD =
      """
      program> title   |  里山の炭を焼き続ける事業
                       |
      outline          | ⚫ 炭焼きの窯を築き直し、里山の木を使い続けます。
      outline          | ※薪だけの窯は除く
                       |
      """;

  private static final String CONTACT =
      """
      contact+contact:+ | お問合せ先：林野庁 炭焼き課（03-0000-6001）
                       |
      """;

  private static final String TAIL =
      """
                       |
      tag              | 中堅・中小企業
                       |
      chapter          | ４．山を守る
      """;

  private final CatalogueSegmenter segmenter = new CatalogueSegmenter();

  @Test
  void opensASectionAtEachHeadingInWhateverStyleItIsPrinted() {
    check(
        segmenter,
        HEAD
            + CONTACT
            + """
            content:           | ■施策の内容
            content            | ✓ 窯を築く職人を呼ぶ。
                               |
            eligibility:       | 【対象者】
            eligibility        | 三年より長く炭を焼く人
                               |
            rate:+             | ・補助率：1/2以内
                               |
            outcome:+          | 成果目標 炭を焼く人 50人（2028年度）
                               |
            schedule:          | ＜公募スケジュール＞
            schedule           | 四月から受け付けます。
            """
            + TAIL);
  }

  @Test
  void takesAFigureUnderTheNameOfARateForItsBody() {
    check(
        segmenter,
        HEAD
            + CONTACT
            + """
            rate:            | 補助率
                             |
            rate             | 2/3
                             |
            outline:         | 制度の概要
                             |
            outline          | 対象となる炭窯　：築いてから十五年未満の窯
            outline          | 貸す期間：二年
            """
            + TAIL);
  }

  @Test
  void goesOnAfterLabelsAndEnquiriesWithABlockThatHadNoBodyYet() {
    check(
        segmenter,
        HEAD
            + """
            scheme:            | 事業スキーム
                               |
            """
            + CONTACT
            + """
            scheme             | 国
                               |
            scheme             | 炭焼きの組合
            """
            + TAIL);
  }

  @Test
  void goesOnAfterLabelsWhereABlockComesBackToItsBullets() {
    check(
        segmenter,
        HEAD
            + """
            content:           | 施策の内容
            content            | ○窯の土を運ぶ道を直す。
                               |
            """
            + CONTACT
            + """
            content            | ○炭を量る小屋を建てる。
            """
            + TAIL);
  }

  @Test
  void givesABlockWrittenOutBeforeItsHeadingToTheHeading() {
    check(
        segmenter,
        HEAD
            + CONTACT
            + """
            outline            | 山の持ち主は、木を伐る前の年に区の炭焼き組合へ知らせます。
            outline            | 組合は窯の順番を決め、伐った木を運ぶ日を割り振ります。
            outline            | 焼いた炭は、町の朝市で売ることができます。
                               |
            outline:           | ＜制度の概要＞
            """
            + TAIL);
  }

  @Test
  void separatesHeadingsOfBoxesThatWereReadAcross() {
    check(
        segmenter,
        HEAD
            + CONTACT
            + """
            scheme:+other:     | 事業スキーム その他
                               |
            other              | • 窯の煙については、町ごとに
            other              | 定めがあります。
            """
            + TAIL);
  }

  @Test
  void leavesCaptionsBelowATextOutOfItsSection() {
    check(
        segmenter,
        HEAD
            + """
            eligibility:       | 要件
                               |
            eligibility        | ①十年のあいだ山を荒らさないこと
            eligibility        | ②窯の火の番を置くこと
                               |
            -                  | 炭を俵に
                               |
            -                  | 詰める場
                               |
            """
            + CONTACT
            + TAIL);
  }

  @Test
  void keepsTheCellsOfATableInItsSection() {
    check(
        segmenter,
        HEAD
            + """
            rate:              | 助成額
                               |
            rate               | 窯の大きさ 一基当たり
                               |
            rate               | 小さい窯
                               |
            rate               | 10万円
                               |
            rate               | 大きい窯
                               |
            rate               | 30万円
                               |
            """
            + CONTACT
            + TAIL);
  }

  @Test
  void takesALineInTheStyleOfTheOpenHeadingForAHeadingOfItsLevel() {
    check(
        segmenter,
        HEAD
            + """
            eligibility:       | ＜支給要件＞
            eligibility        | 窯の土を地元で掘ること。
                               |
            other:             | ＜炭の格付＞
            other              | 白炭と黒炭に分けて格を付ける。
                               |
            """
            + CONTACT
            + TAIL);
  }

  @Test
  void endsASectionAtTheBudgetWhichIsNone() {
    check(
        segmenter,
        HEAD
            + """
            content:           | 事業内容
            content            | 炭焼きの煙を薬に変える試し焼きを行う。
                               |
            budget             | 予算額
            budget             | 令和7年度予算案 3.2億円
                               |
            -                  | 窯の見本
                               |
            """
            + CONTACT
            + TAIL);
  }

  @Test
  void takesBulletsWithoutTheSummarysMarkForNoSummary() {
    check(
        segmenter,
        HEAD
            + """
            -                  | ✓ 窯の築き方は町ごとに違います。
                               |
            """
            + CONTACT
            + TAIL);
  }

  @Test
  void readsTheSentencesUnderTheTitleAsSummaryWhereNoBulletOpensOne() {
    check(
        segmenter,
        """
        program> title     |  炭窯の跡を調べる調査
                           |
        outline            | 山に残る炭窯の跡を地図に記し、道から見えるように草を刈ります。
                           |
        """
            + CONTACT
            + TAIL);
  }

  @Test
  void countsStepsAsStepsAndHeadingsAsHeadings() {
    check(
        segmenter,
        HEAD
            + CONTACT
            + """
            purpose:           | １．事業目的
            purpose            | 炭の火を絶やさないようにする。
                               |
            scheme:            | ２．事業の流れ
                               |
            scheme             | ① 募集
                               |
            scheme             | ② 公募
                               |
            scheme             | ③ 窯入れ
                               |
            other:             | ３．窯の写真
            other              | 春の窯
            """
            + TAIL);
  }

  @Test
  void readsTheWordsInABracketAndNotTheTextBehindItForTheType() {
    check(
        segmenter,
        HEAD
            + """
            content:           | 措置の内容
                               |
            content            | ＜窯を新しく築くとき＞ 対象者：窯を三つより多く持つ人
                               |
            content            | 窯の大きさの要件：一度に百俵を焼けること
                               |
            """
            + CONTACT
            + TAIL);
  }

  @Test
  void leavesLabelsOnItemsOfASchemeToTheScheme() {
    check(
        segmenter,
        HEAD
            + """
            scheme:            | 事業スキーム
            scheme             | ■事業形態　間接補助
            scheme             | ■補助対象　炭焼きの組合
            scheme             | ■実施期間　三年
                               |
            """
            + CONTACT
            + TAIL);
  }

  @Test
  void opensASectionAtALabelBehindTheBulletOfTheHeadingBeforeIt() {
    check(
        segmenter,
        HEAD
            + """
            content:           | ■支援内容
            content            | 窯を貸し出す。
                               |
            schedule:+         | ■公募期間　四月から六月まで
                               |
            """
            + CONTACT
            + TAIL);
  }

  @Test
  void findsAHeadingUnderCaptionsThoughTheWhiteSpaceBetweenThemWasLost() {
    check(
        segmenter,
        """
        program> scheme    |  山
        scheme             | 窯
        scheme             | 町
        scheme:            | 支援の流れ
                           |
        """
            + CONTACT
            + """
            title              | 里山の炭を焼き続ける事業
                               |
            outline            | ⚫ 炭焼きの窯を築き直し、里山の木を使い続けます。
            """
            + TAIL);
  }

  @Test
  void takesACaptionThatEndsLikeAHeadingForNoneWhereNothingStandsUnderIt() {
    check(
        segmenter,
        HEAD
            + """
            -                  | 試し焼き
            -                  | 窯出し
                               |
            -                  | 炭の品評の結果
                               |
            """
            + CONTACT
            + TAIL);
  }

  @Test
  void endsABudgetWhereALineBeginsWithAnotherHeading() {
    check(
        segmenter,
        HEAD
            + """
            budget             | 予算額
            budget             | 令和7年度予算案 3.2億円
                               |
            rate:+             | 補助率 1/2（窯一つにつき30万円まで）
                               |
            """
            + CONTACT
            + TAIL);
  }

  @Test
  void takesAnAddressBrokenOverTwoLinesTogether() {
    check(
        segmenter,
        HEAD
            + """
            contact+contact:+  | お問合せ先：林野庁 炭焼き課（03-0000-6001）
            contact+contact    | 詳細はこちら→https://kama.example.jp/sumi/yaku/annai_
            contact+contact    | 02.html
            """
            + TAIL);
  }

  @Test
  void givesTheOneStretchWithoutAHeadingToTheOneHeadingWithoutABody() {
    check(
        segmenter,
        HEAD
            + CONTACT
            + """
            outline            | 町の人
            outline            | 炭の朝市
            outline            | 山の持ち主
                               |
            content:           | 施策の内容
            content            | 窯を築く職人を呼ぶ。
                               |
            outline:           | 制度の概要
            """
            + TAIL);
  }

  @Test
  void leavesTwoStretchesWithoutAHeadingAlone() {
    check(
        segmenter,
        HEAD
            + """
            -                  | 町の人
            -                  | 炭の朝市
            -                  | 山の持ち主
                               |
            """
            + CONTACT
            + """
            -                  | 窯の煙
            -                  | 窯の火
            -                  | 窯の灰
                               |
            content:           | 施策の内容
            content            | 窯を築く職人を呼ぶ。
                               |
            outcome:           | 成果目標
            """
            + TAIL);
  }

  @Test
  void tellsHeadingsBehindACircleFromItemsBehindOne() {
    check(
        segmenter,
        HEAD
            + """
            content:           | ○事業内容
            content            | ○窯を築く職人を呼び、弟子を取る町に
            content            | 住まいを用意する。
                               |
            content            | ○炭を運ぶ道を直す
                               |
            content            | ○炭を量る小屋を建てる
                               |
            eligibility:+      | ○対象者　炭焼きの組合
                               |
            """
            + CONTACT
            + TAIL);
  }

  @Test
  void endsSummaryAndEnquiriesAtTheHeadingOfABoxDirectlyBelow() {
    check(
        segmenter,
        """
        program> title     |  里山の炭を焼き続ける事業
                           |
        outline            | ⚫ 炭焼きの窯を築き直し、里山の木を使い続けます。
        scheme:            | 事業スキーム
        scheme             | 国が窯の町に補助し、町が職人に渡す。
        outcome:           | 成果目標
        outcome            | 窯の数を二倍にする。
                           |
        contact+contact:+  | お問合せ先：林野庁 炭焼き課（03-0000-6001）
        content:           | 施策の内容
        content            | 窯を築く。
        """
            + TAIL);
  }

  @Test
  void findsSummariesBehindAnotherBulletByTheirPlace() {
    check(
        segmenter,
        """
        program> title     |  里山の炭を焼き続ける事業
                           |
        outline            | ○ 炭焼きの窯を築き直し、里山の木を使い続けます。
        outline            | ○ 焼いた炭は町の朝市で売り、次の窯の元手にします。
                           |
        content:           | 施策の内容
        content            | ○ 窯を築く職人を町に呼び、弟子を取る人を助けます。
                           |
        """
            + CONTACT
            + TAIL);
  }

  @Test
  void readsTheSentencesUnderALabelAsSummaryWhereNoneStandUnderTheTitle() {
    check(
        segmenter,
        """
        program> title     |  炭窯の跡を調べる調査
                           |
        contact+contact:+  | お問合せ先：林野庁 炭焼き課（03-0000-6001）
                           |
        tag                | 中堅・中小企業
                           |
        chapter            | ４．山を守る
                           |
        outline            | 山に残る炭窯の跡を地図に記します。
        outline            | 道から見えるように草を刈ります。
        """);
  }

  @Test
  void givesAHeadingOfGoalsWithoutBodyTheOneParagraphThatSetsAGoal() {
    check(
        segmenter,
        HEAD
            + """
            scheme:            | 事業スキーム
                               |
            scheme             | 窯の費用を補助：1/2以内
                               |
            outcome            | 令和９年度までに、炭を焼く人を
            outcome            | 50人に増やすことを目指す。
            outcome:           | 成果目標
                               |
            """
            + CONTACT
            + TAIL);
  }

  @Test
  void givesGoalsThatStandUnderNoHeadingToTheirHeadingFarBelow() {
    check(
        segmenter,
        HEAD
            + CONTACT
            + """
            outcome            | 令和９年度までに、炭を焼く人を50人に増やすことを目指す。
                               |
            scheme:            | 事業スキーム
            scheme             | ✓ 窯の費用を補助：1/2以内
                               |
            outcome:           | 成果目標
                               |
            """
            + TAIL);
  }

  @Test
  void leavesAStatementInBracketsToTheText() {
    check(
        segmenter,
        HEAD
            + """
            content:           | ＜特例の内容＞
            content            | 窯の税を半分にします。
            content            | 【適用期限：令和９年３月まで】
                               |
            schedule:          | 適用期限
            schedule           | 令和９年３月まで
                               |
            """
            + CONTACT
            + TAIL);
  }
}
