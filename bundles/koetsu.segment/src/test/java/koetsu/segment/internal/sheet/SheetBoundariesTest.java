package koetsu.segment.internal.sheet;

import static koetsu.segment.internal.Layouts.check;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import koetsu.api.document.Span;
import koetsu.api.plugin.Trace;
import koetsu.segment.internal.Layouts;
import org.junit.jupiter.api.Test;

class SheetBoundariesTest {
  private final SheetSegmenter segmenter = new SheetSegmenter();

  @Test
  void findsMarkdownSheetsWithTheirHeads() {
    check(
        segmenter,
        """
        program> title | # 橋の見守り支援事業
                       |
        budget         | 令和8年度予算（案） 1.5億円（1.8億円）
                       |
        office         | 橋梁局
        office         | 点検課
                       |
        container      | ## 事業目的・概要
                       |
        purpose:       | ### 事業目的
                       |
        purpose        | 古い橋を見守る。
                       |
        outline:       | ### 事業概要
                       |
        outline        | 橋に計器を付ける。
                       |
        program> title | # 港の灯台修理費
                       |
        budget         | ## 令和8年度予算（案） 2.0億円（新規）
                       |
        container      | ### 事業目的・概要
                       |
        purpose:       | #### 事業目的
                       |
        purpose        | 灯台を直す。
        """);
  }

  @Test
  void findsPlainSheetsBehindFrontMatter() {
    check(
        segmenter,
        """
        front-matter   | 令和9年度予算案の事業概要（試作）
                       |
        front-matter   | 令和8年12月
                       |
        program> title | 橋の見守り支援事業
                       |
        budget         | 令和9年度予算案額 **1.5億円（1.8億円）**
                       |
        container      | 事業の内容
                       |
        purpose:       | 事業目的
                       |
        purpose        | 古い橋を見守る。
                       |
        outcome:       | 成果目標
                       |
        outcome        | - 橋10本を見守る。
                       |
        program> title | 港の灯台修理
                       |
        budget         | 令和9年度予算案額 2.0億円（新規）
                       |
        office         | 港湾局灯台課
                       |
        container      | 事業の内容
                       |
        purpose:       | 事業目的
                       |
        purpose        | 灯台を直す。
        """);
  }

  @Test
  void findsSheetsOfThePackageWhoseAmountStandsBelowTheLabel() {
    check(
        segmenter,
        """
        program> title | # 雪の片付けの担い手づくり
                       |
        budget         | 令和8年度補正予算額:
                       |
        budget         | 14億円
                       |
        budget         | ※内数
                       |
        purpose:       | ## ①施策の目的
                       |
        purpose        | 雪に強い町をつくる。
                       |
        outline:       | ## ②施策の概要
                       |
        outline        | 雪かきの担い手を育てる。
                       |
        content:       | ## ③施策の具体的内容
                       |
        program> title | # 森の見回り等
        title          | ○夜の見回りの推進
                       |
        budget         | 令和8年度補正予算額:
                       |
        budget         | 3億円
                       |
        purpose:       | ## ①施策の目的
                       |
        purpose        | 森を守る。
        """);
  }

  @Test
  void findsProjectSheetsOfSeveralMinistries() {
    check(
        segmenter,
        """
        project> number | プロジェクト番号：R9-03
                        |
        title           | 月の裏の電波観測所の開発
                        |
        ministry        | 主担当庁：架空省
        ministry        | 連携省庁：想像省等
        -               | (事業期間5年程度)
                        |
        background:     | 背景・必要性
                        |
        background      | - 月の裏は静かである。
                        |
        roles:          | 各省の役割
                        |
        roles           | - 架空省：全体の取りまとめ
                        |
        allocation:     | 予算配分額
                        |
        budget+allocation | - 令和7年度(補正)配分額：2.5億円(架空省)、1.0億円(想像省)
        budget+allocation | - 令和8年度(当初)配分額：3.0億円
                        |
        content:        | 事業の内容
                        |
        content         | - 観測所を建てる。
        """);
  }

  @Test
  void beginsASheetWithoutTitleAtItsFirstPrintedLine() {
    check(
        segmenter,
        """
        program> title  | 橋の見守り支援事業
                        |
        budget          | 令和9年度予算案額 1.5億円（1.8億円）
                        |
        container       | 事業の内容
                        |
        purpose:        | 事業目的
                        |
        purpose         | 古い橋を見守る。
                        |
        outcome:        | 成果目標
                        |
        outcome         | 橋10本を見守ることを目指す。
                        |
        program> office | 港湾局灯台課
        budget          | 令和9年度予算案額 2.0億円（新規）
                        |
        container       | 事業の内容
                        |
        purpose:        | 事業目的
                        |
        purpose         | 灯台を直す。
                        |
        outcome:        | 成果目標
                        |
        outcome         | - 灯台を直した港の割合：20%
                        |
        program> container | 事業の内容
                        |
        purpose:        | 事業目的
                        |
        purpose         | 雪を片付ける。
        """);
  }

  @Test
  void readsTitleAndBudgetPrintedOnOneLine() {
    check(
        segmenter,
        """
        program> title+budget | # 橋の見守り支援事業 令和8年度予算（案） 1.5億円（1.8億円）
                              |
        container             | ## 事業目的・概要
                              |
        purpose:              | ### 事業目的
                              |
        purpose               | 古い橋を見守る。
        """);
  }

  @Test
  void readsATitleThatIsBrokenOverLines() {
    check(
        segmenter,
        """
        program> title | 古くなった橋と長い
        title          | 海底道の見守り支援事業
                       |
        budget         | 令和9年度予算案額 1.5億円（1.8億円）
                       |
        container      | 事業の内容
                       |
        purpose:       | 事業目的
                       |
        purpose        | 古い橋を見守る。
        """);
  }

  @Test
  void takesALineThatBeginsOtherTitlesIntoTheTitle() {
    check(
        segmenter,
        """
        program> title | # 町の守りの強化
        title          | ○橋の見守りの推進
                       |
        budget         | 令和8年度補正予算額: 1億円
                       |
        purpose:       | ## ①施策の目的
                       |
        purpose        | 橋を見守る。
                       |
        content:       | ## ③施策の具体的内容
                       |
        content        | 橋に計器を付ける。
                       |
        program> title | 町の守りの強化
                       |
        title          | # 灯台の修理の推進
                       |
        budget         | 令和8年度補正予算額: 2億円
                       |
        purpose:       | ## ①施策の目的
                       |
        purpose        | 灯台を直す。
        """);
  }

  @Test
  void readsOfficesAndBudgetAboveTheTitle() {
    check(
        segmenter,
        """
        program> office | 橋梁局点検課
                        |
        budget          | 令和9年度予算案額 1.5億円（1.8億円）
                        |
        title           | 橋の見守り支援事業
                        |
        container       | 事業の内容
                        |
        purpose:        | 事業目的
                        |
        purpose         | 古い橋を見守る。
        """);
  }

  @Test
  void leavesHeadingsAndSumsInsideTheTextOfASheetAlone() {
    check(
        segmenter,
        """
        program> title | # 町の守りの強化
                       |
        budget         | 令和8年度補正予算額:
                       |
        budget         | 14億円
                       |
        purpose:       | ## ①施策の目的
                       |
        purpose        | 町を守る。
                       |
        content:       | ## ③施策の具体的内容
                       |
        content        | ### 橋の見守り支援事業
                       |
        purpose:       | #### 【事業目的】
                       |
        purpose        | 橋を見守る。
                       |
        outline:       | #### 【事業概要】
                       |
        outline        | 令和7年度予算額 2億円
                       |
        outline        | 計器を付ける費用を町に補助する。
        """);
  }

  @Test
  void leavesAPageThatTheContentShowsInsideItsSheet() {
    check(
        segmenter,
        """
        program> title | # 町の守りの強化
                       |
        budget         | 令和8年度補正予算額:
                       |
        budget         | 14億円
                       |
        purpose:       | ## ①施策の目的
                       |
        purpose        | 町を守る。
                       |
        outline:       | ## ②施策の概要
                       |
        outline        | 橋を見守る。
                       |
        content:       | ## ③施策の具体的内容
                       |
        content        | # 橋の見守り支援事業
                       |
        content        | 令和8年度補正予算案 14億円
                       |
        purpose:       | ## 1 事業の目的
                       |
        purpose        | 古い橋を見守る。
                       |
        program> title | # 灯台の修理の推進
                       |
        budget         | 令和8年度補正予算額:
                       |
        budget         | 2億円
                       |
        purpose:       | ## ①施策の目的
                       |
        purpose        | 灯台を直す。
        """);
  }

  @Test
  void leavesDividersAndPageMarginsOutOfTheText() {
    check(
        segmenter,
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
        furniture      | 12
                       |
        divider        | 第2章 海と港
                       |
        program> title | 港の灯台修理
                       |
        budget         | 令和9年度予算案額 2.0億円（新規）
                       |
        container      | 事業の内容
                       |
        purpose:       | 事業目的
                       |
        purpose        | 灯台を直す。
        """);
  }

  @Test
  void takesTheLastSentenceOfSeveralSheetsForNoRunningHead() {
    String sheet =
        """
        program> title | 橋の見守り%s事業
                       |
        budget         | 令和9年度予算案額 1.5億円（1.8億円）
                       |
        container      | 事業の内容
                       |
        purpose:       | 事業目的
                       |
        purpose        | 古い橋を見守る。
                       |
        outcome:       | 成果目標
                       |
        outcome        | 古い橋の崩落がなくなることを町とともに強く目
        outcome        | 指す。（計器の普及率5割以上（累計））
                       |
        """;
    StringBuilder sheets = new StringBuilder();
    for (String name : List.of("支援", "計画", "促進", "整備")) {
      sheets.append(sheet.formatted(name));
    }
    check(segmenter, sheets.toString());
  }

  @Test
  void keepsContentsPagesOutOfTheSheetsAndUsesThem() {
    String text =
        """
        front-matter   | # 架空の経済対策
                       |
        contents       | # 目次
                       |
        contents       | 1. 町の守りの強化 ○橋の見守り	P. 2	3. 森の見回りと手入れの推進	P. 4
        contents       | 2. 港の灯台の修理	P. 3
                       |
        program> title | 町の守りの強化
                       |
        title          | ○橋の見守り
                       |
        budget         | 令和8年度補正予算額: 1億円
                       |
        purpose:       | ## ①施策の目的
                       |
        purpose        | 橋を見守る。
                       |
        program> title | # 祭りの道具の手入れ
                       |
        budget         | 令和8年度補正予算額: 2億円
                       |
        purpose:       | ## ①施策の目的
                       |
        purpose        | 祭りを続ける。
                       |
        program> title | # 森の見廻りと手入れの推進
                       |
        budget         | 令和8年度補正予算額: 3億円
                       |
        purpose:       | ## ①施策の目的
                       |
        purpose        | 森を守る。
        """;
    check(segmenter, text);
    var found = Layouts.segment(segmenter, text);
    assertEquals("1", found.records().get(0).contents().number().text());
    assertEquals(null, found.records().get(1).contents());
    assertEquals("3", found.records().get(2).contents().number().text());
    assertEquals(
        List.of("sheet-without-contents-entry r0002", "contents-entry-without-sheet null"),
        found.problems().stream().map(p -> p.source() + " " + p.record()).toList());
  }

  @Test
  void reportsEntriesBeyondTheDocumentOnce() {
    var found =
        Layouts.segment(
            segmenter,
            """
            | # 目次
            |
            | 1. 町の守りの強化	P. 2
            | 2. 港の灯台の修理	P. 3
            | 3. 森の見回り	P. 4
            | 4. 雪の片付け	P. 5
            |
            | # 港の灯台の修理
            |
            | 令和8年度補正予算額: 1億円
            |
            | ## ①施策の目的
            |
            | 灯台を直す。
            """);
    assertEquals(1, found.problems().size());
    assertEquals("contents-beyond-document", found.problems().get(0).source());
    assertEquals("3 of the 4", found.problems().get(0).message().substring(0, 10));
  }

  @Test
  void givesASheetWithoutTitleTheEntryThatIsLeftBetweenItsNeighbours() {
    var found =
        Layouts.segment(
            segmenter,
            """
            | # 目次
            |
            | 1. 町の守りの強化	P. 2
            | 2. 港の灯台の修理	P. 3
            | 3. 森の見回り	P. 4
            |
            | # 町の守りの強化
            |
            | 令和8年度補正予算額: 1億円
            |
            | ## ①施策の目的
            |
            | 町を守る。
            |
            | 令和8年度補正予算額: 2億円
            |
            | ## ①施策の目的
            |
            | 灯台を直す。
            |
            | # 森の見回り
            |
            | 令和8年度補正予算額: 3億円
            |
            | ## ①施策の目的
            |
            | 森を守る。
            """);
    assertEquals(
        List.of("1", "2", "3"),
        found.records().stream().map(r -> r.contents().number().text()).toList());
    assertEquals(List.of(), found.problems());
  }

  @Test
  void saysWhyAKeyLineOpensNoSheet() {
    List<String> said = new ArrayList<>();
    Trace trace =
        new Trace() {
          @Override
          public boolean enabled() {
            return true;
          }

          @Override
          public void failed(String rule, Span place, String condition) {
            said.add(rule + ": " + condition);
          }
        };
    segmenter.segment(Layouts.context("令和8年度予算額 2億円\n\n計器を付ける費用を町に補助する。\n\n補助率\n", trace));
    assertEquals(
        List.of(
            "sheet-opening: evidence 2.0 is less than 4.0: no title above, text instead of a heading below",
            "budget-line: the line is more or less than a budget's label and its amount",
            "section-heading: no heading of the profile has these words",
            "section-heading: it has the words of the heading 補助率 but not its form"),
        said);
  }

  @Test
  void findsNothingInATextOfAnotherKind() {
    check(
        segmenter,
        """
        front-matter | 拝啓
                     |
        front-matter | 橋の見守りについて、次のとおりお知らせします。
        """);
  }

  @Test
  void leavesAChapterNamedAfterItsBureauOutOfTheSheets() {
    check(
        segmenter,
        """
        front-matter   | # 1．橋梁庁
                       |
        program> title | # 橋の見守り支援事業
                       |
        budget         | 令和9年度予算案額 1.5億円（1.8億円）
                       |
        container      | ## 事業の内容
                       |
        purpose:       | ### 事業目的
                       |
        purpose        | 古い橋を見守る。
                       |
        divider        | # 2．港湾局・灯台局
                       |
        program> title | # 港の灯台修理
                       |
        budget         | 令和9年度予算案額 2.0億円（新規）
                       |
        container      | ## 事業の内容
                       |
        purpose:       | ### 事業目的
                       |
        purpose        | 灯台を直す。
        """);
  }
}
