package koetsu.extract.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CapExtractorTest {
  private final CapExtractor extractor = new CapExtractor();

  @Test
  void aLabelGovernsTheAmountsOfItsEnumeration() {
    Sheets.check(
        extractor,
        """
        scheme | - 助成の上限：（小型船）1隻3,200万円、2隻6,150万円（大型船）1隻2億円
        ---
        amountYen=32000000
        amountYen=61500000
        amountYen=200000000
        """);
  }

  @Test
  void mixedUnitsAndFullWidth() {
    Sheets.check(
        extractor,
        """
                | 保証限度額：1法人当たり4億5千万円
                | 年間最大７２万円を支給します。
                | 50百万円まで
        ---
        amountYen=450000000
        amountYen=720000
        amountYen=50000000
        """);
  }

  @Test
  void aHeadingAboveGovernsTheItem() {
    Sheets.check(
        extractor,
        """
                | ＜交付上限額＞
                | ・灯台ごとに1,800万円。離島の灯台では最大3,900万円。
        ---
        amountYen=18000000
        amountYen=39000000
        """);
  }

  @Test
  void aHeadingGovernsTheItemsAndRowsOfItsBody() {
    Sheets.check(
        extractor,
        """
                | ■上限額・期間
                | ・灯台の点検：1,200万円、９か月
                | ・灯台の改修：3,400万円（5,600万円）、２年
        ---
        amountYen=12000000
        amountYen=34000000
        amountYen=56000000
        """);
    Sheets.check(
        extractor,
        """
                | 【助成上限額】
                | 窯元	登り窯	電気窯
                | ３軒以下	70万円	30万円
                | ４軒以上	90万円	40万円
        ---
        amountYen=700000
        amountYen=300000
        amountYen=900000
        amountYen=400000
        """);
  }

  @Test
  void anotherHeadingOrASentenceEndsTheBody() {
    Sheets.check(
        extractor,
        """
                | ■上限額
                | ・灯台の点検：1,200万円
                | ■工費の例
                | ・灯台の改修：3,400万円
                | ・灯台の塗装：800万円
        ---
        amountYen=12000000
        """);
    Sheets.refuse(
        extractor,
        """
                | ■上限額
                | 灯台ごとに別に定める。
                | ・昨年の例：3,400万円
        """);
  }

  @Test
  void whatAServiceMayCostIsNone() {
    Sheets.refuse(
        extractor,
        """
                | ✓ 貸し船の利用料金は月額２万円以内
        """);
  }

  @Test
  void theNextLineGoesOnWithTheNextAmount() {
    Sheets.check(
        extractor,
        """
                | 給付上限額 450万円/人（転籍）
                | 200万円/人（兼業・副業）
        ---
        amountYen=4500000
        amountYen=2000000
        """);
  }

  @Test
  void upToAndAboveAreToldApart() {
    Sheets.check(
        extractor,
        """
                | 灯台は90万円まで全額、90万円を超える部分は工費750万円まで支払う（最低工費 150万円）
        ---
        amountYen=900000
        amountYen=7500000
        """);
  }

  @Test
  void floorsThresholdsAndSalesAreNone() {
    Sheets.refuse(
        extractor,
        """
                | 投資額20億円以上、売上高100億円を目指す資本金10億円未満の企業が対象。
                | 上限人数：20人
                | １事業所当たり 40万円
        """);
  }

  @Test
  void aLabelOfCeilingsEndsTheBudget() {
    Sheets.check(
        extractor,
        """
                budget  | 予算額
                budget  | 令和4年度補正予算：21億円
                budget  | 交付率・上限額
                budget  | 離島枠 １/２、国費４億円
        ---
        amountYen=400000000
        """);
  }

  @Test
  void budgetsAndGoalsAreNone() {
    assertEquals(
        2,
        Sheets.refuse(
                extractor,
                """
                budget  | 令和8年度予算（案） 最大10億円
                outcome | 販売額を最大8億円に増やす。
                """)
            .size());
  }

  @Test
  void theCeilingOfATaxCreditIsNone() {
    assertEquals(
        "the sheet is about a tax rule",
        Sheets.refuse(
                extractor,
                """
                title | 漁港拠点強化税制
                      | 最大90万円
                """)
            .get(0)
            .condition());
  }

  @Test
  void aRoughCeiling() {
    Sheets.check(
        extractor,
        """
         | 研究費：500万円程度を上限
        ---
        amountYen=5000000
        """);
  }

  @Test
  void aCeilingWordBehindAnAmountSaysNothingOfTheNext() {
    Sheets.check(
        extractor,
        """
                | ・灯台の改修　　1基当たり７５万円が上限
                | ・職人の雇入れ　１人当たり20万円を加算
        ---
        amountYen=750000
        """);
  }

  @Test
  void anItemUnderTheHeadingMayGiveASecondCeiling() {
    Sheets.check(
        extractor,
        """
                | ＜補助率・補助上限＞
                | （１）灯台の改修　　６００万円、２，０００万円（島の場合）
        ---
        amountYen=6000000
        amountYen=20000000
        """);
  }

  @Test
  void aRateBetweenTheHeadingAndItsItemsPartsThemNot() {
    Sheets.check(
        extractor,
        """
                | ＜補助率・補助上限＞
                | ２／３以内
                | （１）灯台の改修　　６００万円
                | （２）職人の育成　　１５０万円
        ---
        amountYen=6000000
        amountYen=1500000
        """);
  }

  @Test
  void aCeilingInBracketsBehindAndOneOfATax() {
    Sheets.check(
        extractor,
        """
                | 窯1基の費用は年間2,000万円程度（上限）
                | 税額控除の上限は3,000万円
                | 計画に記された設備（投資額の上限500億円）
        ---
        amountYen=20000000
        """);
  }

  @Test
  void anAmountOfEachMonthIsACeilingOnlyWhereItIsSaidToBe() {
    Sheets.check(
        extractor,
        """
                | 交通費の補助（１人当たり月額５万円を上限）
                | 月額３万円までの家に住む者
        ---
        amountYen=50000
        """);
  }
}
