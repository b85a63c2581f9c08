package koetsu.extract.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class SubsidyRateExtractorTest {
  private final SubsidyRateExtractor extractor = new SubsidyRateExtractor();

  @Test
  void ratesBehindALabelAreNarrowedAndNamedOnce() {
    Sheets.check(
        extractor,
        """
        scheme | - 補助率：（中小）原則２／３以内（大学等）定額 ※それ以外は1/2以内、再度2/3
        ---
        2/3
        定額
        1/2
        """);
  }

  @Test
  void bracketsBehindAWordOfSupport() {
    Sheets.check(
        extractor,
        """
        scheme | 委託・補助
        scheme | (2/3、1/2等)
        scheme | 交付金：補助（定額（10/10））
        ---
        2/3
        1/2
        定額
        10/10
        """);
  }

  @Test
  void aShareOfTheCostThatIsBorne() {
    Sheets.check(
        extractor,
        """
        outline | 竹林の整備に要する費用の3/4を補助する。年収の３割、最大２年分を一時金で給付。
        ---
        3/4
        3割
        """);
  }

  @Test
  void aLabelOnTheLineAboveGovernsTheItemsBelow() {
    Sheets.check(
        extractor,
        """
                | • 移住した人の年収に応じ、以下の補助率に
                | より算出した金額
                | ✓常勤雇用：年収×16%
                | ✓常勤雇用以外：年収×8%
        ---
        16%
        8%
        """);
  }

  @Test
  void theRateSectionAndPairedPercentages() {
    Sheets.check(
        extractor,
        """
        rate: | 助成率（括弧内は大企業）
        rate  | 竹炭職人訓練:45(30)％
        rate  | 渡し船船長訓練:70％
        ---
        45%
        30%
        70%
        """);
  }

  @Test
  void votesTaxesInterestAndGrowthAreNone() {
    List<Sheets.Refusal> refusals =
        Sheets.refuse(
            extractor,
            """
            outline | 総議決権の3/4以上の同意により可決。税額控除7％、特別償却35%を受ける。
            outline | 保証割合は借入れの50%、金利は年率2%、賃金を3%以上引き上げる。
            """);
    assertEquals(6, refusals.size());
    assertTrue(refusals.stream().allMatch(r -> !r.condition().isBlank()));
  }

  @Test
  void aHeadingOfRatesAndCeilingsForbidsNoRate() {
    Sheets.check(
        extractor,
        """
        rate: | 補助率・限度額
        rate  | 葺き替えに要する費用の１／２（１棟当たり80万円を限度）
        ---
        1/2
        """);
  }

  @Test
  void aRateInOneBracketWithItsCeiling() {
    Sheets.check(
        extractor,
        """
        content | 船の免許　大型船の免許の取得費用（１／２、最大２０万円）
        ---
        1/2
        """);
  }

  @Test
  void theSharesOfThePayersAreNone() {
    Sheets.check(
        extractor,
        """
        rate | 補助率：2/3（国1/3、県1/3）
        ---
        2/3
        """);
  }

  @Test
  void taxRulesHaveNoSubsidyRate() {
    Sheets.refuse(
        extractor,
        """
        title | 港町振興税制
              | 建物 20%
        """);
  }

  @Test
  void goalsAreNone() {
    assertEquals(1, Sheets.refuse(extractor, "outcome | 補助を受けた者の50%が起業する。").size());
  }

  @Test
  void aFlatFeeIsNoRate() {
    Sheets.refuse(extractor, " | 定額制訓練と定額減税の案内を行う。");
  }

  @Test
  void tenthsAndTheRateOfTheNextColumn() {
    Sheets.check(
        extractor,
        """
        scheme | （国費率：5.5/10、1/2）
               | 出展料補助　２/３　１/３
        ---
        5.5/10
        1/2
        2/3
        1/3
        """);
    Sheets.refuse(extractor, " | 令和7年5.5/10日と書かれた札を1.5/12の縮尺で写す。");
  }

  @Test
  void aRateThatABracketDividesAndOneThatSaysHowFar() {
    Sheets.check(
        extractor,
        """
         | 手当：1/2（国1/4、県1/4）
         | 竹割機の導入：1/3以内（100万円まで）
         | 窯の利用料の補助
         | 月々の利用料の2/3を出す
        ---
        1/2
        1/3
        2/3
        """);
  }

  @Test
  void sharesThatMakeUpTheWholeAndFeesAreNone() {
    Sheets.refuse(
        extractor,
        """
        scheme | 拠出金（日本 15%、その他の国 85%）
               | 保証料率：年0.4%～0.8%
               | 直接経費の1割（採択率69.8%）
               | ※間接経費（直接経費の30%）を含む
        """);
  }

  @Test
  void aShareOfACostUpToALimitIsOneAndAUnitPriceNone() {
    Sheets.check(
        extractor,
        """
         | 炭焼きの調べ（調査費の3/4、500万円を限度に補助）
         | 窯の改修（定額単価）
        ---
        3/4
        """);
  }
}
