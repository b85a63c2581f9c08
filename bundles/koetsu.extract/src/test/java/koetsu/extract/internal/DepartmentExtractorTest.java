package koetsu.extract.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DepartmentExtractorTest {
  private final DepartmentExtractor extractor = new DepartmentExtractor();

  @Test
  void aBureauLineJoinsTheFirstOfficeBelowIt() {
    Sheets.check(
        extractor,
        """
        office | 里山産業局
        office | 竹林政策課
        office | 漁港整備課
        ---
        里山産業局 竹林政策課
        漁港整備課
        """);
  }

  @Test
  void aBudgetLineBetweenThemDoesNotPartThem() {
    Sheets.check(
        extractor,
        """
        office | 資源再生庁
        office | 省資源部
        budget | 令和8年度予算（案） 1.1億円（1.2億円）
        office | 竹炭課
        ---
        資源再生庁 省資源部 竹炭課
        """);
  }

  @Test
  void commasAndNumbersPartOfficesAndBulletsDoNot() {
    Sheets.check(
        extractor,
        """
        office | - (1)・(2) 里山産業局 竹林・木炭課、漁港整備課/灯台室 (3) 総務課
        office | (4)～(6) 通商局貿易課
        ---
        里山産業局 竹林・木炭課
        漁港整備課
        灯台室
        総務課
        通商局貿易課
        """);
  }

  @Test
  void aBareEtcIsDroppedAndEachOfficeNamedOnce() {
    Sheets.check(
        extractor,
        """
        office | 中小漁業庁
        office | (1) イノベーションチーム、企画課
        office | (2) イノベーションチーム 等
        office | 等
        ---
        中小漁業庁 イノベーションチーム
        企画課
        """);
  }

  @Test
  void aRoomUnderItsSectionIsItsOwnOffice() {
    Sheets.check(
        extractor,
        """
        office | 里山産業局竹林課
        office | 竹炭室
        ---
        里山産業局竹林課
        竹炭室
        """);
  }

  @Test
  void aRoomThatIsPrintedBehindItsSectionElsewhereContinuesIt() {
    Sheets.check(
        extractor,
        """
        office | 里山産業局竹林課
        office | 竹炭室
               | (4) 里山産業局 竹林課 竹炭室
        ---
        里山産業局竹林課 竹炭室
        """);
  }

  @Test
  void aNameBrokenOverTwoLinesIsPutTogether() {
    Sheets.check(
        extractor,
        """
        office | 里山産業局竹林資源高
        office | 度利用課
        ---
        里山産業局竹林資源高度利用課
        """);
  }

  @Test
  void enquiryLinesGiveMinistryBureauAndOffice() {
    Sheets.check(
        extractor,
        """
        contact | お問合せ先：（竹林分野）架空省里山局竹林課 資材ユニット（03-1234-5678）
        contact | 架空省 人材統括官付参事官室（若年者支援担当）（03-1234-5679）（内線12、34）
        contact | 【漁港税制(海洋省 漁港課内)】（03-1234-5670）
        contact | 内閣官房 里山本部  E-mail: satoyama@example.go.jp
        ---
        架空省里山局竹林課 資材ユニット
        架空省 人材統括官付参事官室（若年者支援担当）
        海洋省 漁港課
        内閣官房 里山本部
        """);
  }

  @Test
  void aBracketThatSaysHowToReachTheOfficeIsNoPartOfItsName() {
    Sheets.check(
        extractor,
        """
        contact | お問合せ先：架空省 里山局 竹林課（TEL 03-1234-5678 / FAX 03-1234-5679）
        contact | 竹炭普及事務局（コールセンター 0570-012-345、携帯電話等からは 03-1234-5670）
        contact | 架空省 漁港課（代表：03-1234-5671（内線12））
        contact | 架空庁 灯台課（お問合せフォーム：https://toudai.example.jp/form）
        contact | 架空庁 渡船課（若年者支援担当）（03-1234-5672）
        ---
        架空省 里山局 竹林課
        竹炭普及事務局
        架空省 漁港課
        架空庁 灯台課
        架空庁 渡船課（若年者支援担当）
        """);
  }

  @Test
  void enquirySentencesNameTheBodyInside() {
    Sheets.check(
        extractor,
        """
        contact | お問合せ先：詳しい内容については最寄りの里山ハローワークまでご確認ください。
        contact | お問い合わせ先：移住先市町村 または 都道府県移住担当部局
        ---
        最寄りの里山ハローワーク
        移住先市町村
        都道府県移住担当部局
        """);
  }

  @Test
  void anEnquiryNameBrokenOverTwoLinesIsPutTogether() {
    Sheets.check(
        extractor,
        """
        contact | お問合せ先：架空省 里山局 竹林資源高
        contact | 度利用課（03-1234-5678）
        contact | 漁港課（03-1234-5679）
        ---
        架空省 里山局 竹林資源高度利用課
        漁港課
        """);
  }

  @Test
  void whatALabelIntroducesIsWhomToAsk() {
    assertEquals(0.5, Sheets.values(extractor, "contact | お問合せ先：里山くらし応援団").get(0).confidence());
  }

  @Test
  void aLineOfAmountsIsRefused() {
    assertEquals(
        "the line prints an amount",
        Sheets.refuse(extractor, "office | 令和8年度予算（案） 1.1億円").get(0).condition());
  }

  @Test
  void aLineOfAddressesOnlyNamesNoOffice() {
    assertEquals(
        DepartmentExtractor.ENQUIRY,
        Sheets.refuse(extractor, "contact | URL:https://bamboo.example.jp/").get(0).rule());
  }

  @Test
  void anEtcBehindAnOfficeIsDropped() {
    Sheets.check(
        extractor,
        """
        office | 里山局竹林課等
        ---
        里山局竹林課
        """);
  }

  @Test
  void anOfficeWithItsNumberIsWhole() {
    Sheets.check(
        extractor,
        """
        office | （１の事業）里山局竹・茶グループ（03-1234-5678）
        office | （２の事業）漁村局就業課（03-1234-5679）
        ---
        里山局竹・茶グループ
        漁村局就業課
        """);
  }

  @Test
  void anOfficeInBracketsBelowTheBudget() {
    Sheets.check(
        extractor,
        """
        budget | 令和7年度補正予算額 21億円
               | （架空省里山局竹林課）
        ---
        架空省里山局竹林課
        """);
    Sheets.refuse(
        extractor,
        """
        budget | 令和7年度補正予算額 21億円
               | （うち竹林の手入れ分）
        """);
  }

  @Test
  void aSectionThatSaysWhomToAsk() {
    Sheets.check(
        extractor,
        """
        contact: | ［お問い合わせ先］架空省 里山局 竹林課（03-1234-5678）
        ---
        架空省 里山局 竹林課
        """);
  }

  @Test
  void aGroupOfTheDivisionOnTheLineAbove() {
    Sheets.check(
        extractor,
        """
        contact | お問合せ先：独立行政法人竹林機構 普及推進部
        contact | 竹炭グループ（03-1234-5678）
        ---
        独立行政法人竹林機構 普及推進部竹炭グループ
        """);
  }

  @Test
  void aLineMayBreakInsideItsBracket() {
    Sheets.check(
        extractor,
        """
        contact | お問合せ先：里山省 灯台局 竹炭課（里山・
        contact | 灯台担当）（03-1234-5678）
        contact | 里山省 灯台局 凧揚課（03-1234-56
        contact | 79）
        ---
        里山省 灯台局 竹炭課（里山・灯台担当）
        里山省 灯台局 凧揚課
        """);
  }
}
