package koetsu.segment.internal.sheet;

import static koetsu.segment.internal.Layouts.check;

import org.junit.jupiter.api.Test;

class SheetSectionsTest {
  private static final String HEAD =
      """
      program> title | 橋の見守り支援事業
                     |
      budget         | 令和9年度予算案額 1.5億円（1.8億円）
                     |
      container      | 事業の内容
                     |
      purpose:       | 事業目的
                     |
      purpose        | 古い橋を見守る。
                     |
      """;

  private static final String PACKAGE =
      """
      program> title | # 町の守りの強化
                     |
      budget         | 令和8年度補正予算額: 1億円
                     |
      purpose:       | ## ①施策の目的
                     |
      purpose        | 町を守る。
                     |
      content:       | ## ③施策の具体的内容
                     |
      """;

  private final SheetSegmenter segmenter = new SheetSegmenter();

  @Test
  void endsASectionWhereTheNextHeadingStandsInWhateverOrder() {
    check(
        segmenter,
        HEAD
            + """
            scheme:  | 事業スキーム (対象者、対象行為、補助率等)
                     |
            scheme   | 国
            scheme   | 補助（2/3）
                     |
            outcome: | 成果目標・事業期間
                     |
            outcome  | 令和7年度から11年度までの5年間の事業である。
                     |
            outline: | 事業概要
                     |
            outline  | 橋に計器を付ける。
            """);
  }

  @Test
  void keepsAHeadingWhoseBodyWasLostAndTextThatGoesOnBehindAFigure() {
    check(
        segmenter,
        HEAD
            + """
            outline: | 事業概要
                     |
            outline  | 橋に計器を付け、
                     |
                     |
                     |
            outline  | 町ごとに見守る。
                     |
            scheme:  | 事業スキーム（対象者、対象行為、補助率等）
                     |
            outcome: | 成果目標
            """);
  }

  @Test
  void readsAHeadingThatSharesItsLineWithTheBody() {
    check(
        segmenter,
        HEAD
            + """
            outcome:+ | 成果目標 令和11年度までに橋10本を見守る。
            outcome   | 事故を減らす。
            """);
  }

  @Test
  void readsHeadingsWithMarksOrWrongCharacters() {
    check(
        segmenter,
        HEAD
            + """
            outline: | ■事業概耍
                     |
            outline  | 橋に計器を付ける。
                     |
            outcome: | 【成果目標】
                     |
            outcome  | 橋10本を見守る。
            """);
  }

  @Test
  void joinsAHeadingThatIsBrokenOverTwoLines() {
    check(
        segmenter,
        HEAD
            + """
            scheme: | 事業スキーム（対象者、対象行為、
            scheme: | 補助率等）
                    |
            scheme  | 町に補助する。
            """);
  }

  @Test
  void takesItemsAndFigureWordsForText() {
    check(
        segmenter,
        HEAD
            + """
            outline: | 事業概要
                     |
            outline  | (1) 見守りの対象
                     |
            outline  | 橋と道を見守る。
                     |
            scheme:  | 事業スキーム（対象者、対象行為、補助率等）
                     |
            scheme   | (事業イメージ)
                     |
            scheme   | 対象者
                     |
            scheme   | 補助率：2/3
            """);
  }

  @Test
  void readsNumberedHeadingsInsideAScheme() {
    check(
        segmenter,
        HEAD
            + """
            scheme:      | 事業スキーム（対象者、対象行為、補助率等）
                         |
            eligibility: | 1. 対象者
                         |
            eligibility  | 町と村
                         |
            rate:        | 2. 補助率
                         |
            rate         | 2/3
            """);
  }

  @Test
  void resumesAnOutlineThatTheSchemesBoxCutsInTwo() {
    check(
        segmenter,
        HEAD
            + """
            outline: | 事業概要
                     |
            outline  | (1) 橋の見守り
                     |
            outline  | 橋に計器を付ける費用を
                     |
            scheme:  | 事業形態、対象者
                     |
            scheme   | 事業形態 補助事業（1）（2）
                     |
            scheme   | 対象者 町と村
                     |
            outline  | 補助する。
                     |
            outline  | (2) 計器の手入れ
                     |
            outline  | 計器を手入れする。
            """);
  }

  @Test
  void resumesAnOutlineByTheNextItemOfItsNumbering() {
    check(
        segmenter,
        HEAD
            + """
            outline: | 事業概要
                     |
            outline  | - (1) 橋の見守りと点検
            outline  | 橋に計器を付ける。
                     |
            scheme:  | 事業スキーム（対象者、対象行為、補助率等）
                     |
            scheme   | 国
            scheme   | 町と村
                     |
            outline  | - (2) 計器の手入れと交換
            outline  | 計器を手入れする。
            """);
  }

  @Test
  void leavesASchemeThatListsItsOwnPartsWhole() {
    check(
        segmenter,
        HEAD
            + """
            outline: | 事業概要
                     |
            outline  | (1) 橋の見守りと点検
                     |
            scheme:  | 事業スキーム（対象者、対象行為、補助率等）
                     |
            scheme   | (1) 橋の見守りと点検
                     |
            scheme   | (2) 計器の手入れと交換
            """);
  }

  @Test
  void takesOfficesAndBudgetsPrintedOutOfPlaceOutOfTheText() {
    check(
        segmenter,
        """
        program> title | 橋の見守り支援事業
                       |
        container      | 事業の内容
                       |
        purpose:       | 事業目的
                       |
        purpose        | 古い橋を見守る。
                       |
        budget         | 令和9年度予算案額 1.5億円（1.8億円）
                       |
        outline:       | 事業概要
                       |
        outline        | 橋に計器を付ける。
                       |
        office         | （1）橋梁局点検課、道路課
        office         | （2）橋梁局
                       |
        scheme:        | 事業スキーム（対象者、対象行為、補助率等）
                       |
        scheme         | 架空会議事務局
                       |
        outcome:       | 成果目標
                       |
        outcome        | 橋10本を見守る。
        """);
  }

  @Test
  void givesHeadingsInsideTheContentTheirOwnSections() {
    check(
        segmenter,
        PACKAGE
            + """
            content      | ### 橋の見守り支援事業
                         |
            outline:     | #### 【事業概要】
                         |
            outline      | 橋に計器を付ける。
                         |
            eligibility: | #### 【見守りの対象】
                         |
            eligibility  | ##### ①古い橋
                         |
            eligibility  | ##### ②長い橋
                         |
            rate:        | 補助率
                         |
            rate         | 2/3
                         |
            example:     | 【例：計器の付け方】
                         |
            schedule:    | ### 施策の実施スケジュール
                         |
            schedule     | 年内に始める。
            """);
  }

  @Test
  void endsASectionOfTheContentAtAnUnknownHeadingOfItsLevel() {
    check(
        segmenter,
        PACKAGE
            + """
            outcome: | ### 成果イメージ（橋と町）
                     |
            outcome  | 町が守られる。
                     |
            outcome  | #### 町ごとの姿
                     |
            other:   | ### 計器のしくみ
                     |
            other    | 揺れを測る。
                     |
            other:   | 【手入れの心得】
                     |
            other    | 年に一度拭く。
            """);
  }

  @Test
  void readsBarsAndLabelsBehindBulletsInsideTheContent() {
    check(
        segmenter,
        PACKAGE
            + """
            background:    | | 現状・課題 |
                           |
            background     | 古い橋が多い。
                           |
            eligibility:   | ○ 交付対象事業
                           |
            eligibility    | 橋の点検
                           |
            rate:+         | ○ 国費率：1/2、1/3（小さな町）
                           |
            rate           | - 大きな町は別に定める。
                           |
            example:+      | 【付ける計器の例】揺れを測る計器、傾きを測る計器
            """);
  }

  @Test
  void leavesTableRowsWithACellBehindAHeadingToTheText() {
    check(
        segmenter,
        PACKAGE
            + """
            content | | 補助率 | 1/2 |
            content | | 補助対象者 | 町と村 |
            """);
  }

  @Test
  void leavesConditionsInBracketsToTheSchemeTheyAreOf() {
    check(
        segmenter,
        PACKAGE
            + """
            scheme:  | ## ④施策のスキーム図、実施要件（対象、補助率等）等
                     |
            scheme   | 国 → 町
                     |
            scheme   | 【補助額】橋一本につき上限50万円
            """);
  }

  @Test
  void keepsOfficesAndTelephonesOfAnEnquiryTogether() {
    check(
        segmenter,
        PACKAGE
            + """
            contact: | ### ［お問い合わせ先］
                     |
            contact  | （１の事業）橋梁局点検課（03-0000-7001）
            contact  | （２の事業）道路局橋梁課
            """);
  }

  @Test
  void readsPurposeAndOutlineInOneWhereNeitherHasAHeadingOfItsOwn() {
    check(
        segmenter,
        """
        program> title | 橋の見守り支援事業
                       |
        budget         | 令和5年度予算案額 1.5億円（1.8億円）
                       |
        office         | 橋梁局点検課
                       |
        container      | 事業の内容
                       |
        purpose:       | 事業目的・概要
                       |
        purpose        | 古い橋に計器を付けて見守る。
                       |
        outcome:       | 成果目標
                       |
        outcome        | 橋10本を見守る。
                       |
        scheme:        | 条件（対象者、対象行為、補助率等）
                       |
        scheme         | 国 → 町
                       |
        other:         | 事業イメージ
                       |
        other          | 揺れを測る計器
        """);
  }

  @Test
  void takesNoHeadingOverOthersForTheFirstOfThem() {
    check(
        segmenter,
        """
        program> title | # 橋の見守り支援事業
                       |
        budget         | 令和9年度予算案額 1.5億円（1.8億円）
                       |
        container      | ## 事業目的・概要
                       |
        outline:       | ### 事業概要
                       |
        outline        | 橋に計器を付ける。
                       |
        purpose:       | ### 事業目的
                       |
        purpose        | 古い橋を見守る。
        """);
  }
}
