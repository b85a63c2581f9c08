package koetsu.extract.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import koetsu.api.record.FieldValue;
import org.junit.jupiter.api.Test;

class BudgetExtractorTest {
  private final BudgetExtractor extractor = new BudgetExtractor();

  @Test
  void bracketsWithABareAmountAreThePreviousYear() {
    Sheets.check(
        extractor,
        """
        budget | ## 令和8年度予算（案） **1.1億円**（1.2億円）
        ---
        label=令和8年度予算(案) fiscalYear=2026 stage=draft amountYen=110000000 previousYen=120000000
        """);
  }

  @Test
  void newProgrammesHaveNoPreviousYear() {
    Sheets.check(
        extractor,
        """
        budget | 令和７年度予算額 ３．０億円 （新規）
        ---
        label=令和7年度予算額 fiscalYear=2025 stage=initial amountYen=300000000 isNew=true
        """);
  }

  @Test
  void aFigureAndTheWholeItIsPartOfAreOneEntry() {
    Sheets.check(
        extractor,
        """
        budget | 令和8年度予算（案） 10億円（9.0億円） ※33億円の内数
        ---
        label=令和8年度予算(案) fiscalYear=2026 stage=draft amountYen=1000000000 previousYen=900000000 partOf=true
        """);
  }

  @Test
  void aFigureAndABracketedPartAreTwoEntries() {
    Sheets.check(
        extractor,
        """
        budget | 令和7年度補正予算額:
        budget | 600億円 ※内数(298億円)
        ---
        label=令和7年度補正予算額 fiscalYear=2025 stage=supplementary amountYen=60000000000 partOf=true
        label=令和7年度補正予算額 fiscalYear=2025 stage=supplementary amountYen=29800000000 partOf=true
        """);
  }

  @Test
  void figuresThatWereBrokenOverTwoLines() {
    Sheets.check(
        extractor,
        """
        budget | 令和7年度補正予算額:
        budget | １，２００
        budget | 憶円の
        budget | 内数
        ---
        label=令和7年度補正予算額 fiscalYear=2025 stage=supplementary amountYen=120000000000 partOf=true
        """);
  }

  @Test
  void aLabelledBracketIsAFigureOfItsOwn() {
    Sheets.check(
        extractor,
        """
        budget | 令和4年度予備費 **312 億円 (一部漁港 45 億円)**
        ---
        label=令和4年度予備費 fiscalYear=2022 stage=other amountYen=31200000000
        label=一部漁港 fiscalYear=2022 stage=other amountYen=4500000000 partOf=true
        """);
  }

  @Test
  void aLabelOfRatesOrCeilingsEndsTheBudget() {
    Sheets.check(
        extractor,
        """
        budget | 予算額
        budget | 令和4年度補正予算 21億円
        budget | 助成率 ３/４（工費が60万円を超える灯台は４/５）
        budget | 助成上限額
        budget | ②灯台の改修：170万円
        budget | 令和5年度当初予算 8億円
        ---
        label=令和4年度補正予算 fiscalYear=2022 stage=supplementary amountYen=2100000000
        label=令和5年度当初予算 fiscalYear=2023 stage=initial amountYen=800000000
        """);
  }

  @Test
  void partsOfAnotherFigureBehindABracket() {
    Sheets.check(
        extractor,
        """
        budget | 窯元交付金（令和4年度補正予算：21億円、令和5年度当初予算：8億円）の内数
        budget | 令和6年度当初予算 47億円（46億円）の内数
        budget | 令和9年度予算案 3億円の内数（2.8億円の内数）
        ---
        label=令和4年度補正予算 fiscalYear=2022 stage=supplementary amountYen=2100000000 partOf=true
        label=令和5年度当初予算 fiscalYear=2023 stage=initial amountYen=800000000 partOf=true
        label=令和6年度当初予算 fiscalYear=2024 stage=initial amountYen=4700000000 previousYen=4600000000 partOf=true
        label=令和9年度予算案 fiscalYear=2027 stage=draft amountYen=300000000 previousYen=280000000 partOf=true
        """);
    Sheets.check(
        extractor,
        """
        budget | 窯元交付金（令和4年度補正予算：21億円）の繰越しの後の額
        ---
        label=令和4年度補正予算 fiscalYear=2022 stage=supplementary amountYen=2100000000
        """);
  }

  @Test
  void theOwnFigureIsPrintedBehindTheWhole() {
    Sheets.check(
        extractor,
        """
        budget | 令和3年度補正予算額 31億円のうち６億円
        ---
        label=令和3年度補正予算額 fiscalYear=2021 stage=supplementary amountYen=600000000
        """);
  }

  @Test
  void aBareStageTakesTheYearAbove() {
    Sheets.check(
        extractor,
        """
        budget | 令和３年度 当初 5.1億円
        budget | 補正 0.4億円（新 規）
        budget | 国庫債務負担行為の総額 8億円
        ---
        label=令和3年度 当初 fiscalYear=2021 stage=initial amountYen=510000000
        label=補正 fiscalYear=2021 stage=supplementary amountYen=40000000 isNew=true
        label=国庫債務負担行為の総額 stage=total amountYen=800000000
        """);
  }

  @Test
  void aBareAmountUnderALabelIsABudget() {
    Sheets.check(
        extractor,
        """
               | 国庫債務負担行為の総額
               | 35億円
               | 灯台の工費
               | 2億円
        ---
        label=国庫債務負担行為の総額 stage=total amountYen=3500000000
        """);
  }

  @Test
  void totalsHaveNoYearAndTheYearsOwnFigureFollows() {
    Sheets.check(
        extractor,
        """
        budget | 国庫債務負担行為含め総額 58億円 ※令和6年度補正予算額4億円
        ---
        label=国庫債務負担行為含め総額 stage=total amountYen=5800000000
        label=令和6年度補正予算額 fiscalYear=2024 stage=supplementary amountYen=400000000
        """);
  }

  @Test
  void everyAllocationOfAListIsAnEntry() {
    Sheets.check(
        extractor,
        """
        allocation: | 予算配分額
        budget | - 令和3年度(当初)配分額：2.2億円(海洋省)、1.1億円(里山省)
        budget | - 令和4年度(補正)配分額：50百万円
        ---
        label=令和3年度(当初)配分額 fiscalYear=2021 stage=initial amountYen=220000000
        label=令和3年度(当初)配分額 fiscalYear=2021 stage=initial amountYen=110000000
        label=令和4年度(補正)配分額 fiscalYear=2022 stage=supplementary amountYen=50000000
        """);
  }

  @Test
  void theLabelMayStandOnTheLineAboveOrInBracketsBehind() {
    Sheets.check(
        extractor,
        """
                | R6補正予算額
        budget  | ・竹林整備交付金 等 21.1億円
                | R7予算額（案）
        budget  | ・竹林整備交付金 6.2億円
                | 事業スキーム
        budget  | 予算額 竹林整備交付金 310億円の内数（令和９年度当初予算（案）額）
        ---
        label=R6補正予算額 竹林整備交付金 等 fiscalYear=2024 stage=supplementary amountYen=2110000000
        label=R7予算額(案) 竹林整備交付金 fiscalYear=2025 stage=draft amountYen=620000000
        label=令和9年度当初予算(案)額 fiscalYear=2027 stage=draft amountYen=31000000000 partOf=true
        """);
  }

  @Test
  void anAmountOfTwoYearsIsOther() {
    Sheets.check(
        extractor,
        """
        budget | 灯台の更新 ８億円（令和５年度補正予算・令和９年度概算要求額計）
        ---
        label=令和5年度補正予算・令和9年度概算要求額計 stage=other amountYen=800000000
        """);
  }

  @Test
  void severalYearsInOneBracketOverTwoLines() {
    Sheets.check(
        extractor,
        """
        budget | 基金総額 48億円
        budget | （令和３年度第１次補正予算額45億円、令和４年度
        budget | 当初予算額２億円、令和５年度当初予算額0.75億円）
        ---
        label=基金総額 stage=total amountYen=4800000000
        label=令和3年度第1次補正予算額 fiscalYear=2021 stage=supplementary amountYen=4500000000
        label=令和4年度 当初予算額 fiscalYear=2022 stage=initial amountYen=200000000
        label=令和5年度当初予算額 fiscalYear=2023 stage=initial amountYen=75000000
        """);
  }

  @Test
  void aNoteBesideTheLineMakesItAPart() {
    Sheets.check(
        extractor,
        """
        title  | 竹林ロボット開発事業
               | （里山産業基盤強化事業の内数）
        budget | 令和6年度補正予算額 103億円
        ---
        label=令和6年度補正予算額 fiscalYear=2024 stage=supplementary amountYen=10300000000 partOf=true
        """);
  }

  @Test
  void aRepeatedSheetIsAPartOfItsFirstPrint() {
    Sheets.check(
        extractor,
        """
        title  | 灯台機構分担金（再掲）
        budget | 令和8年度予算（案） 5.0億円（5.0億円）
        ---
        label=令和8年度予算(案) fiscalYear=2026 stage=draft amountYen=500000000 previousYen=500000000 partOf=true
        """);
  }

  @Test
  void slipsAndLeftOutFiguresAreRead() {
    Sheets.check(
        extractor,
        """
        budget | ○予算額（令和７年度当初予算案）
        budget |  14憶円（27億円の内数）
               |
        budget | 令和8年度予算（案） -億円（3.0億円）
        ---
        label=令和7年度当初予算案 fiscalYear=2025 stage=draft amountYen=1400000000 partOf=true
        label=令和8年度予算(案) fiscalYear=2026 stage=draft previousYen=300000000
        """);
  }

  @Test
  void theSpanIsTheWholePrintedLine() {
    List<FieldValue> values = Sheets.values(extractor, "budget | - 令和3年度(補正)配分額：12.2億円");

    assertEquals("- 令和3年度(補正)配分額：12.2億円", values.get(0).text());
    assertTrue(values.get(0).why().steps().contains("1220000000 yen"));
  }

  @Test
  void amountsOutsideBudgetLinesAreNone() {
    assertEquals(
        3,
        Sheets.refuse(
                extractor,
                """
                title   | 竹林整備補助金
                outline | 売上高100億円を目指す企業に最大5億円を補助。市場規模は2兆円。
                """)
            .size());
  }

  @Test
  void aFeeAmongBudgetLinesIsNone() {
    Sheets.check(
        extractor,
        """
        budget | 令和7年度予算案 3億円
        budget | 月額1万円以内
        ---
        label=令和7年度予算案 fiscalYear=2025 stage=draft amountYen=300000000
        """);
  }

  @Test
  void newAndTheLabelMayStandInOneBracketOrInANote() {
    Sheets.check(
        extractor,
        """
        budget | 予算額　3億円（令和７年度当初予算案・新規）
        ---
        label=令和7年度当初予算案・新規 fiscalYear=2025 stage=draft amountYen=300000000 isNew=true
        """);
    Sheets.check(
        extractor,
        """
        budget | 予算額　２.４億円（２.３億円）　※令和７年度当初予算案
        ---
        label=令和7年度当初予算案 fiscalYear=2025 stage=draft amountYen=240000000 previousYen=230000000
        """);
  }

  @Test
  void newMayStandOnTheLineBelow() {
    Sheets.check(
        extractor,
        """
        budget | 令和7年度予算案 3億円
               | （新規）
               | （窯の数）
        ---
        label=令和7年度予算案 fiscalYear=2025 stage=draft amountYen=300000000 isNew=true
        """);
  }
}
