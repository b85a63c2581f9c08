package koetsu.extract.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PeriodExtractorTest {
  private final PeriodExtractor extractor = new PeriodExtractor();

  @Test
  void yearsThatAGoalIsSetForAreNoPeriod() {
    Sheets.check(
        extractor,
        """
        outcome | 令和7年度から令和11年度までの5年間で、凧を150枚揚げる。
        outcome |
        outcome | 参加する職人の数を、令和8年度から令和12年度まで毎年20人とする。
        ---
        """);
  }

  @Test
  void aRangeWithItsNumberOfYears() {
    Sheets.check(
        extractor,
        """
        outcome | 令和4年度から令和10年度までの7年間の事業であり、短期的には灯台6基の改修を目指す。
        ---
        startFiscalYear=2022 endFiscalYear=2028 years=7
        """);
  }

  @Test
  void theEraMayBePrintedOnceAndTheLineBroken() {
    Sheets.check(
        extractor,
        """
        outcome | ①令和３年度から７年度
        outcome | までの５年間の事業であり、竹炭窯を改良する。
        ---
        startFiscalYear=2021 endFiscalYear=2025 years=5
        """);
  }

  @Test
  void aTableCellHoldsTheRangeOfTheFirstItem() {
    Sheets.check(
        extractor,
        """
        outcome | 事業期間	短期目標
        outcome | （1）令和7～11年度	商談 10件
        outcome | （2）令和6～10年度	商談 20件
        ---
        startFiscalYear=2025 endFiscalYear=2029
        """);
  }

  @Test
  void aRangeInBracketsEndsItsItem() {
    Sheets.check(
        extractor,
        """
        outcome | 2035年頃の就航を見据える。
        outcome | - (1)渡し船の電動化実証（2025～2027年度）
        ---
        startFiscalYear=2025 endFiscalYear=2027
        """);
  }

  @Test
  void aStartWithoutEnd() {
    Sheets.check(
        extractor,
        """
        outcome | 平成18年度からの事業であり、終了の時期は未定。
        ---
        startFiscalYear=2006 openEnded=true
        """);
    Sheets.check(
        extractor,
        """
        outcome | 灯台機構として発足した平成15年度から実施。灯台を守る。
        ---
        startFiscalYear=2003 openEnded=true
        """);
  }

  @Test
  void aStartAndANumberOfYearsGiveTheEnd() {
    Sheets.check(
        extractor,
        """
        outcome | 令和4年度からの６か年の事業であり、渡し船を電動にする。
        ---
        startFiscalYear=2022 endFiscalYear=2027 years=6
        """);
    Sheets.check(
        extractor,
        """
        outcome | 2024年度から4年程度の事業とし、灯台を守る。
        ---
        startFiscalYear=2024 years=4
        """);
    Sheets.refuse(extractor, "outcome | 灯台の無人化を2024年度から4年間で20件達成する。");
  }

  @Test
  void aBeginningIsAPeriodOnlyWithAnOpenEnd() {
    Sheets.check(
        extractor,
        """
        outcome | 平成30年度開始（終期は設けず）。
        ---
        startFiscalYear=2018 openEnded=true
        """);
    Sheets.refuse(extractor, "outcome | 令和9年度開始の渡し船の試験を3件に増やす。");
  }

  @Test
  void aHeadingAboveLabelsThePeriod() {
    Sheets.check(
        extractor,
        """
        content | 【事業期間】
        content | 令和2年度～令和5年度（予定）
        ---
        startFiscalYear=2020 endFiscalYear=2023
        """);
    Sheets.refuse(
        extractor,
        """
        content | 【応募期間】
        content | 令和2年度～令和5年度（予定）
        """);
  }

  @Test
  void aLabelledLastYear() {
    Sheets.check(
        extractor,
        """
        outcome | 事業期間は令和11年度までを予定。灯台の点検日数を短縮する。
        ---
        endFiscalYear=2029
        """);
    Sheets.refuse(extractor, "outcome | 灯台の点検を令和11年度までを目途に減らす。");
  }

  @Test
  void aProgrammeOfOneYear() {
    Sheets.check(
        extractor,
        """
        outcome | 令和10年度単年度の事業であり、窯元を助ける。
        ---
        startFiscalYear=2028 endFiscalYear=2028
        """);
    Sheets.check(
        extractor,
        """
        outcome | 令和8年度事業であり、以下を目指す。
        ---
        startFiscalYear=2026 endFiscalYear=2026
        """);
  }

  @Test
  void onlyTheNumberOfYearsIsKnown() {
    Sheets.check(
        extractor,
        """
        title | 小型観測気球の要素技術開発
              | (事業期間5年程度)
        ---
        years=5
        """);
    Sheets.check(
        extractor,
        """
              | ・実施期間：概ね３ヵ年以内
        ---
        years=3
        """);
  }

  @Test
  void aMonthBelongsToTheFiscalYearItLiesIn() {
    Sheets.check(
        extractor,
        """
        content | 補助事業期間	原則として、交付決定日から2029年3月末まで
        ---
        endFiscalYear=2028
        """);
    Sheets.check(
        extractor,
        """
                | 【適用期限：令和１１年度末(2029年度末)まで】
        ---
        endFiscalYear=2029
        """);
  }

  @Test
  void plansAndGoalsOfAnAgencyAreNone() {
    assertTrue(
        Sheets.refuse(
                extractor,
                """
                outcome | 第三期中期目標期間中（令和5年度～令和8年度）の合計で以下を達成する。
                """)
            .get(0)
            .condition()
            .startsWith("it is the period of another thing"));
  }

  @Test
  void aGoalsOwnYearsAreNone() {
    assertEquals(
        PeriodExtractor.ONE_YEAR,
        Sheets.refuse(extractor, "outcome | 竹炭の販売額を令和9年度までに3億円とする。").get(0).rule());
  }

  @Test
  void theTimeOfOneGrantIsNone() {
    assertEquals(
        PeriodExtractor.LENGTH, Sheets.refuse(extractor, "scheme | - 補助事業期間：2～3年").get(0).rule());
  }

  @Test
  void rangesOutsideTheOutcomeBlockAreNone() {
    assertEquals(2, Sheets.refuse(extractor, "purpose | 基本方針（令和5年度～令和14年度）の下、灯台を守る。").size());
  }

  @Test
  void aBeginAndAnEndInOneSentence() {
    Sheets.check(
        extractor,
        """
        outcome | 本事業は令和3年度に開始し、令和8年度に終了予定である。
        ---
        startFiscalYear=2021 endFiscalYear=2026
        """);
  }

  @Test
  void theLengthBehindASecondLabel() {
    Sheets.check(
        extractor,
        """
        outcome | 成果目標・事業期間
        outcome | 事業期間は3年程度を予定。2035年度に25万トンの竹炭を焼く。
        ---
        years=3
        """);
  }

  @Test
  void theLimitOfEachGrantIsNone() {
    Sheets.refuse(
        extractor,
        """
         | - 補助事業期間：1年以内
         | ※事業実施期間は原則３年以内
        """);
  }

  @Test
  void theLastDayOfARuleOfLaw() {
    Sheets.check(
        extractor,
        """
        kind    | system
        content | 課税標準 1/2 ※令和10年3月31日までに取得した竹林に限る
        ---
        endFiscalYear=2027
        """);
  }

  @Test
  void theFirstAndLastDayOfARuleOfLaw() {
    Sheets.check(
        extractor,
        """
        kind    | system
        content | 令和７年４月１日から令和10年３月31日までに建てた船宿に限る
        ---
        startFiscalYear=2025 endFiscalYear=2027
        """);
  }

  @Test
  void aLastDayNeedsNoUntilBehindItsLabel() {
    for (String line :
        new String[] {"■適用期限　令和9年3月31日", "【適用期限】令和８年度末", "適用期限は令和8年度末。", "適用期限（令和８年度末）"}) {
      Sheets.check(
          extractor,
          """
          kind    | system
          content | %s
          ---
          endFiscalYear=2026
          """
              .formatted(line));
    }
    Sheets.refuse(
        extractor,
        """
        kind    | system
        content | 灯台税の同意期限：令和8年度末
        """);
  }

  @Test
  void howLongARuleOfLawHolds() {
    Sheets.check(
        extractor,
        """
        kind    | system
        content | （令和９年度末までの時限措置）
        ---
        endFiscalYear=2027
        """);
    Sheets.check(
        extractor,
        """
        kind    | system
        content | 令和7年4月1日以後に開始し、令和10年3月31日までに終了する年度に灯台を建てた者
        ---
        startFiscalYear=2025 endFiscalYear=2027
        """);
    Sheets.check(
        extractor,
        """
        kind    | system
        content | 措置期間：７年間（令和７年４月１日施行）
        ---
        startFiscalYear=2025 endFiscalYear=2031 years=7
        """);
    Sheets.refuse(
        extractor,
        """
        kind    | system
        outcome | 灯台の届出を令和10年3月31日までに100件とする。
        """);
  }

  @Test
  void theNumberOfYearsMayStandBeforeTheRange() {
    Sheets.check(
        extractor,
        """
        content | 実施期間：３年間（令和６年度～令和８年度）
        ---
        startFiscalYear=2024 endFiscalYear=2026 years=3
        """);
  }

  @Test
  void theFirstYearOfAPeriodIsNoLength() {
    Sheets.refuse(extractor, "outcome | 事業期間 1年目は5件、2年目は10件の凧を揚げる。");
  }

  @Test
  void whatStandsOnTheLineBeforeALabelIsAnotherThing() {
    Sheets.check(
        extractor,
        """
        outcome | 竹炭の窯への補助
        outcome | 事業期間は4年間を予定。
        ---
        years=4
        """);
  }

  @Test
  void yearsFromAStartThatAGoalIsMetInAreNoPeriod() {
    Sheets.refuse(extractor, "outcome | 令和8年度から3年間で、90の町において計画を立て、30の町で事業を実施する。");
  }

  @Test
  void aYearAloneBehindALabelIsTheOnlyOneOrTheFirst() {
    Sheets.check(
        extractor,
        """
        content | 実施期間：令和５年度～
        ---
        startFiscalYear=2023 openEnded=true
        """);
    Sheets.check(
        extractor,
        """
        content | ■事業期間
        content | 平成29年度から
        ---
        startFiscalYear=2017 openEnded=true
        """);
    Sheets.check(
        extractor,
        """
        content | 事業期間：令和7年度
        ---
        startFiscalYear=2025 endFiscalYear=2025
        """);
    Sheets.refuse(extractor, "content | 事業期間：令和7年4月上旬に窯を築く");
  }

  @Test
  void aSentenceOnThisProgrammeSaysItsYearsAnywhere() {
    Sheets.check(
        extractor,
        """
        outline | 本事業は、令和6年度から3年間実施します。
        ---
        startFiscalYear=2024 endFiscalYear=2026 years=3
        """);
    Sheets.refuse(extractor, "outline | 町の窯元は、令和6年度から3年間実施する祭りに備える。");
  }

  @Test
  void aRuleOfLawMayHoldForTheYearsInBrackets() {
    Sheets.check(
        extractor,
        """
        kind    | system
        content | 窯の税は半分（令和7年度～令和8年度）の時限措置
        ---
        startFiscalYear=2025 endFiscalYear=2026
        """);
  }

  @Test
  void howLongEachGrantRunsIsNone() {
    Sheets.refuse(
        extractor,
        """
        content | 支援期間：原則3年以内
        content | 研究開発期間：最長5年
        """);
  }

  @Test
  void yearsBetweenWhichAGoalIsMetAreNoPeriod() {
    Sheets.refuse(extractor, "outcome | 令和7年度から令和10年度の間に、竹炭の注文を100件得る。");
    Sheets.refuse(extractor, "outcome | 令和7年度から令和9年度の各年度において、新しい窯を10件認める。");
  }
}
