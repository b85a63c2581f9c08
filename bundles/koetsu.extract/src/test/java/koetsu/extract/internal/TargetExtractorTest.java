package koetsu.extract.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TargetExtractorTest {
  private final TargetExtractor extractor = new TargetExtractor();

  @Test
  void horizonsOfOneParagraph() {
    Sheets.check(
        extractor,
        """
        outcome | 令和4年度から令和10年度までの7年間の事業であり、短期的には竹炭窯を5基改良し、中期的には
        outcome | 3割の窯元で採用され、最終的には令和12年度までに約1,400万トン/年の削減を目指す。
        ---
        horizon=short value=5基
        horizon=mid value=3割
        horizon=long value=1,400万トン/年 deadlineFiscalYear=2030
        """);
  }

  @Test
  void premisesBeforeTheNumberThatIsMeant() {
    Sheets.check(
        extractor,
        """
        budget  | 令和7年度予算額 3億円（2億円）
        outcome | 桶50個の漏水検査において、漏れる率を0.1%以下に抑える。
        outcome |
        outcome | 朝市の売上を1人1回当たり800円に引き上げる。
        outcome |
        outcome | 苦情の件数について、令和4年度（7.3千件）と比較して2割減らす。
        outcome |
        outcome | 樽職人の組合（約90組合）のうち半数以上が使うことを目指す。
        ---
        horizon=none value=0.1%
        horizon=none value=800円
        horizon=none value=2割
        horizon=none value=半数
        """);
  }

  @Test
  void theSizeOfTheOnlyThingThatIsAimedAt() {
    Sheets.check(
        extractor,
        """
        outcome | 40億円規模の竹細工市場を2032年までに創出する。
        outcome |
        outcome | 2社以上が年間9万円規模の竹細工市場を維持する。
        ---
        horizon=none value=40億円 deadlineFiscalYear=2032
        horizon=none value=2社
        """);
  }

  @Test
  void linesOfOneMeasureAndItsNumberAreEntries() {
    Sheets.check(
        extractor,
        """
        outcome | 凧の貸出　年間70件
        outcome | 凧の修理　30件（令和11年度）
        ---
        horizon=none value=70件
        horizon=none value=30件 deadlineFiscalYear=2029
        """);
  }

  @Test
  void theYearThatTheProgrammeRunsInIsNoDeadline() {
    Sheets.check(
        extractor,
        """
        budget  | 令和8年度予算（案） 1億円（新規）
        outcome | 令和8年度の単年度事業であり、渡し船の稼働率90%を目指す。
        outcome |
        outcome | 令和8年度の来場者2万人を目標とする。
        ---
        horizon=none value=90%
        horizon=none value=2万人 deadlineFiscalYear=2026
        """);
  }

  @Test
  void howThingsStoodAndWhatIsOnlyNamedAreNoGoals() {
    Sheets.check(
        extractor,
        """
        budget  | 令和8年度予算（案） 1億円（新規）
        outcome | 令和6年度に開いた窓口（8か所）に加え、令和8年度に4か所を開く。
        outcome |
        outcome | 桶職人の数　120人（令和11年度）　※令和6年度末：84人
        outcome |
        outcome | 年2回開く朝市の来場者数を3千人に増やす。
        outcome |
        outcome | 高さ3m以下の窯の割合を5割とする。
        outcome |
        outcome | 被災8市町村において、再び開いた店の割合を7割に引き上げる。
        outcome |
        outcome | 需要の3割に当たる年間8万トンを蓄える。
        outcome |
        outcome | 次の3項目を満たす竹を育てる。
        ---
        horizon=none value=4か所 deadlineFiscalYear=2026
        horizon=none value=120人 deadlineFiscalYear=2029
        horizon=none value=3千人
        horizon=none value=5割
        horizon=none value=7割
        horizon=none value=8万トン
        """);
  }

  @Test
  void twoFiguresWithAHorizonEach() {
    Sheets.check(
        extractor,
        """
        outcome | 弟子が町に残る率：６０％（短期）→７５％（長期）
        ---
        horizon=short value=６０％
        horizon=long value=７５％
        """);
  }

  @Test
  void yearsThatSayNothingOfTheGoalBehindThem() {
    Sheets.check(
        extractor,
        """
        budget  | 令和8年度予算（案） 1億円（新規）
        outcome | 令和9年度までに5地域で灯台を直し、その後、20地域に広げる。
        outcome |
        outcome | 令和8年度に定める手引きに基づき、3年以内に12団体が凧を揚げる。
        outcome |
        outcome | 試作の完了（2隻、令和10年度）を目指す。
        outcome |
        outcome | 貸出の件数：500件（令和9年度）→900件（令和12年度）
        ---
        horizon=none value=5地域 deadlineFiscalYear=2027
        horizon=none value=20地域
        horizon=none value=12団体
        horizon=none value=2隻 deadlineFiscalYear=2028
        horizon=none value=500件 deadlineFiscalYear=2027
        horizon=none value=900件 deadlineFiscalYear=2030
        """);
  }

  @Test
  void theHeadOfAListGovernsItsItems() {
    Sheets.check(
        extractor,
        """
        outcome | - 短期的には、終了の時点で以下に達することとする。
        outcome |   - ・開発達成度50%超
        outcome |   - ・試作 10件以上
        outcome | - 最終的には以下を目指す。
        outcome |   - ・売上が15%以上向上
        ---
        horizon=short value=50%
        horizon=short value=10件
        horizon=long value=15%
        """);
  }

  @Test
  void theColumnsOfATableAreHorizons() {
    Sheets.check(
        extractor,
        """
        outcome | 事業期間	短期目標	長期目標
        outcome | （1）令和7～11年度	商談機会の提供（18,000件以上等）	成功件数 5千件以上
        ---
        horizon=short value=18,000件
        horizon=long value=5千件
        """);
  }

  @Test
  void eachNumberHasTheDeadlineBeforeIt() {
    Sheets.check(
        extractor,
        """
        outcome | ・耐震適合率を令和12年度（2030年度）までに65%、令和25年度までに100%にする。
        outcome | ・手続400件を令和7年度末までに改める。移住者 年間10,000人（2027年度）
        ---
        horizon=none value=65% deadlineFiscalYear=2030
        horizon=none value=100% deadlineFiscalYear=2043
        horizon=none value=400件 deadlineFiscalYear=2025
        horizon=none value=10,000人 deadlineFiscalYear=2027
        """);
  }

  @Test
  void aMonthBelongsToTheFiscalYearItLiesIn() {
    Sheets.check(
        extractor,
        """
        outcome | 2029年3月までに10件、2029年12月までに20件を達成する。
        ---
        horizon=none value=10件 deadlineFiscalYear=2028
        horizon=none value=20件 deadlineFiscalYear=2029
        """);
  }

  @Test
  void aSpanOfGoalsAndAFootnoteGiveTheDeadline() {
    Sheets.check(
        extractor,
        """
        outcome | 灯台計画の間（令和3年度～令和8年度）の合計で、次の件数に達する。
        outcome | - ・灯台の更新件数：378件以上
        ---
        horizon=none value=378件 deadlineFiscalYear=2026
        """);
    Sheets.check(
        extractor,
        """
        outcome | - ・支援した窯元 累計50社以上※
        outcome | - ・評価の割合 2/3以上
        outcome | （※は灯台計画の間（令和6年度～9年度）の累計、その他は令和7年度中）
        ---
        horizon=none value=50社 deadlineFiscalYear=2027
        horizon=none value=2/3 deadlineFiscalYear=2025
        """);
  }

  @Test
  void wordsRangesAndNumbersWithoutUnit() {
    Sheets.check(
        extractor,
        """
        outcome | 参加した企業の半数が採用し、毎年約60～70件を調べ、事故件数を0にし、10程度の
        outcome | モデル類型を創る。
        ---
        horizon=none value=半数
        horizon=none value=60～70件
        horizon=none value=0
        horizon=none value=10程度のモデル類型
        """);
    Sheets.check(
        extractor,
        """
        outcome | 事故の件数を0とし、漂流をゼロにする。
        ---
        horizon=none value=0
        horizon=none value=ゼロ
        """);
  }

  @Test
  void aNounCountsWhereTheNumberIsRough() {
    Sheets.check(
        extractor,
        """
        outcome | 毎年40銘柄程度の竹炭を調べ、市場を30億円規模とする。
        ---
        horizon=none value=40銘柄
        horizon=none value=30億円
        """);
    Sheets.refuse(extractor, "outcome | 第40銘柄の竹炭を調べ、年商30億円規模の窯元を助ける。");
  }

  @Test
  void aShareOfTenthsAndHundredthsIsOneNumber() {
    Sheets.check(
        extractor,
        """
        outcome | 竹炭の割合を3割5分とし、窯を点検する割合を9割にする。
        ---
        horizon=none value=3割5分
        horizon=none value=9割
        """);
  }

  @Test
  void whatAMeasuredQuantityComesToInBrackets() {
    Sheets.check(
        extractor,
        """
        outcome | ・竹材の生産量（12万トン［令和11年度まで］）
        outcome | ・炭焼きの能力（設備容量3万kW）
        ---
        horizon=none value=12万トン deadlineFiscalYear=2029
        horizon=none value=3万kW
        """);
    Sheets.refuse(extractor, "outcome | 大型の竹筏（12トン）を使う。");
  }

  @Test
  void oneDeadlineForAllGoalsAboveIt() {
    Sheets.check(
        extractor,
        """
        outcome | 窯元の数：120社
        outcome | 竹炭の販売：3億円（いずれも令和11年度）
        ---
        horizon=none value=120社 deadlineFiscalYear=2029
        horizon=none value=3億円 deadlineFiscalYear=2029
        """);
  }

  @Test
  void theStateOfTodayMayBeRough() {
    Sheets.check(
        extractor,
        """
        outcome | 窯の点検を9日以内から4日以内に短縮し、止まる時間を年間8時間以内に抑制する。
        ---
        horizon=none value=4日
        horizon=none value=8時間
        """);
  }

  @Test
  void technicalQuantities() {
    Sheets.check(
        extractor,
        """
        outcome | コスト1万円/kWh以下、寿命15年以上の竹電池と、1,000Wh/Lの蓄電を実現する。
        ---
        horizon=none value=1万円/kWh
        horizon=none value=15年
        horizon=none value=1,000Wh/L
        """);
  }

  @Test
  void theStateOfTodayIsNoGoal() {
    Sheets.check(
        extractor,
        """
        budget  | 令和7年度予算額 1.1億円（1.2億円）
        outcome | 2020年に4兆円となっている竹材市場を2030年代の早期までに8兆円に拡大する。
        outcome | 加工率を現状の20%から50%に高める。（※窯元数：令和4年度現在3,782社）
        ---
        horizon=none value=8兆円
        horizon=none value=50%
        """);
  }

  @Test
  void wordsBrokenOverLinesAreRead() {
    Sheets.check(
        extractor,
        """
        budget  | 令和7年度予算額 1.1億円（1.2億円）
        outcome | 2020年に6兆円とな
        outcome | っている竹材の市場を、中期
        outcome | 的には、令和12年度ま
        outcome | でに9兆円以上とする。
        ---
        horizon=mid value=9兆円 deadlineFiscalYear=2030
        """);
  }

  @Test
  void aYearThatSaysWhoseSomethingIsIsNoDeadline() {
    Sheets.check(
        extractor,
        """
        budget  | 令和8年度予算額 1.1億円（1.2億円）
        outcome | 令和8年度の参加者の7割が、令和12年度の普及率を40%に高める。
        ---
        horizon=none value=7割
        horizon=none value=40% deadlineFiscalYear=2030
        """);
  }

  @Test
  void premisesSpecificationsAndTimesAreNone() {
    List<Sheets.Refusal> refusals =
        Sheets.refuse(
            extractor,
            """
            outcome | 超小型気球（100kg級、6U）を、採択から3年後、従業員300人以下の企業が、年間1,000万円以上規模で
            outcome | 1回あたり上位2つの方式で飛ばす。
            """);
    assertTrue(refusals.size() >= 5, refusals.toString());
  }

  @Test
  void numbersOutsideTheOutcomeBlockAreNone() {
    assertEquals(1, Sheets.refuse(extractor, "outline | 令和9年度までに10件の窯を調べる。").size());
  }

  @Test
  void goalsUnderAHeadingWhereThereIsNoOutcomeBlock() {
    Sheets.check(
        extractor,
        """
        content | ### 【事業全体の目標】
        content | - **竹材市場の拡大（2030年代早期に4兆円⇒8兆円 等）**
        content | ### 【補助対象】
        content | - 10社程度
        ---
        horizon=none value=8兆円
        """);
  }

  @Test
  void nounsThatAreInNoLexiconAreUnits() {
    Sheets.check(
        extractor,
        """
        outcome | 竹炭の新しい焼き方を3手法確立し、手引を5本、講評を120報とし、窯数：40とする。
        outcome | ・竹の産地数：30
        outcome | ・20以上の産地で、売上を2倍増、廃材を半減させる。
        ---
        horizon=none value=3手法
        horizon=none value=5本
        horizon=none value=120報
        horizon=none value=40
        horizon=none value=30
        horizon=none value=20以上の産地
        horizon=none value=2倍
        horizon=none value=半減
        """);
    Sheets.refuse(extractor, "outcome | 第3期の窯で3次元の炭を焼き、工程2の後で1級の職人が検める。");
  }

  @Test
  void aRangeThatPrintsItsUnitTwiceIsOneNumber() {
    Sheets.check(
        extractor,
        """
        outcome | 竹炭の割合を3割～5割に高め、窯を10～20基とする。
        ---
        horizon=none value=3割～5割
        horizon=none value=10～20基
        """);
  }

  @Test
  void aYearInABracketWithAnotherNumberIsThatNumbers() {
    Sheets.check(
        extractor,
        """
        budget  | 令和8年度予算額 1.1億円（1.2億円）
        outcome | 令和10年度までに、相談を年間900件（令和7年度：700件）に増やす。
        outcome | 竹炭の店の数（令和9年度：8店、令和11年度：15店）
        ---
        horizon=none value=900件 deadlineFiscalYear=2028
        horizon=none value=8店 deadlineFiscalYear=2027
        horizon=none value=15店 deadlineFiscalYear=2029
        """);
  }

  @Test
  void aYearInBracketsAtTheEndGovernsTheSentence() {
    Sheets.check(
        extractor,
        """
        outcome | 荷待ちを年間40時間短縮し、積載率を45%に上げる（令和10年度）。
        outcome | 終了（令和9年度）から3年後に30万人の利用を目指す。
        ---
        horizon=none value=40時間 deadlineFiscalYear=2028
        horizon=none value=45% deadlineFiscalYear=2028
        horizon=none value=30万人
        """);
  }

  @Test
  void yearsRightBeforeTheirNumbersAndRangesWithinWhichGoalsAreMet() {
    Sheets.check(
        extractor,
        """
        budget  | 令和8年度予算額 1.1億円（1.2億円）
        outcome | 使う窯の数　令和8年度 15基、令和10年度 40基
        outcome | 令和8年度から令和10年度の3年間で竹林を60か所手入れする。
        outcome | 令和8年度から令和10年度の3年間で実施する事業であり、道具を7種そろえる。
        ---
        horizon=none value=15基 deadlineFiscalYear=2026
        horizon=none value=40基 deadlineFiscalYear=2028
        horizon=none value=60か所 deadlineFiscalYear=2028
        horizon=none value=7種
        """);
  }

  @Test
  void theColumnsOfATableMayBeDeadlinesAndTheStateOfToday() {
    Sheets.check(
        extractor,
        """
        outcome | 指標	現状	目標値	達成年度
        outcome | 竹炭の銘柄	12件	25件	令和9年度
        outcome | 窯の稼働率	40%	65%以上	令和14年度
        ---
        horizon=none value=25件 deadlineFiscalYear=2027
        horizon=none value=65% deadlineFiscalYear=2032
        """);
  }

  @Test
  void aSentenceThatOpensWithATimeOfItsOwnHasNoHorizon() {
    Sheets.check(
        extractor,
        """
        outcome | 最終的には焼き方の全てを残す。令和8年度においては、焼き方を3件記録する。
        ---
        horizon=none value=3件 deadlineFiscalYear=2026
        """);
  }

  @Test
  void whatSaysWhichOnesAreCountedIsNone() {
    Sheets.check(
        extractor,
        """
        outcome | 売上が10%以上伸びた窯元の割合を6割とし、年商2億円以上の窯元を30社生む。
        outcome | 職人1人が見られる窯の数を5基とし、全国8か所の試験場のうち5か所で試す。
        outcome | 1時間に2トン以上を焼く能力を有する窯を用いて、収率を9割とする。
        outcome | 年商が1億円を超える窯元を増やし、4割を超えることを目指す。
        ---
        horizon=none value=6割
        horizon=none value=30社
        horizon=none value=5基
        horizon=none value=5か所
        horizon=none value=9割
        horizon=none value=4割
        """);
  }

  @Test
  void howThingsStandOrStoodIsNone() {
    Sheets.check(
        extractor,
        """
        budget  | 令和8年度予算額 1.1億円（1.2億円）
        outcome | 令和5年度末時点の登録は600件。これまでに累計230件を支えた。
        outcome | 竹材の輸出が3億円に達したところ、現在の2倍の6億円を目指す。
        outcome | 点検率を96%とする。現状（令和6年度末）は71%。
        outcome | ※令和6年度末時点：北部39%、南部64%
        ---
        horizon=none value=2倍
        horizon=none value=6億円
        horizon=none value=96%
        """);
  }

  @Test
  void theHeadingMayGiveTheDeadline() {
    Sheets.check(
        extractor,
        """
        outcome:| 目標（令和9年度末まで）
        outcome | ・竹炭の採択　60件
        ---
        horizon=none value=60件 deadlineFiscalYear=2027
        """);
  }

  @Test
  void moreSignsMakeAGoalSurer() {
    double sure =
        Sheets.values(extractor, "outcome | 短期的には、令和9年度までに割合を5割以上とする。").get(0).confidence();
    double bare = Sheets.values(extractor, "outcome | 窯は5基。").get(0).confidence();
    assertTrue(sure > bare, sure + " > " + bare);
  }

  @Test
  void whoIsCountedIsAGoalAndHowLargeTheyAreIsNone() {
    Sheets.check(
        extractor,
        """
        outcome | 30人以上の研修生を受け入れ、50歳以下の3割が通い、従業員20人以下の企業を助ける。
        outcome | 年商10億円を目指す企業を支え、竹材市場の2割を占めることを目指す。
        outcome | 売上5億円以上を計上する事業者が、参加した者の4割を超える。
        ---
        horizon=none value=30人
        horizon=none value=3割
        horizon=none value=2割
        horizon=none value=4割
        """);
  }

  @Test
  void aGoalThatIsSetAlreadyIsNoStateOfToday() {
    Sheets.check(
        extractor,
        """
        budget  | 令和8年度予算額 1.1億円（1.2億円）
        outcome | 2030年に輸出額を5億円とすることを目標としており、これに資する。
        outcome | ・割合（令和10年度時点の全国平均）　5割
        outcome | ・件数は、過去の平均値（年12件）を下回る。
        ---
        horizon=none value=5億円 deadlineFiscalYear=2030
        horizon=none value=5割 deadlineFiscalYear=2028
        """);
  }

  @Test
  void theNumberOfGoalsIsNone() {
    Sheets.check(
        extractor,
        """
        outcome | 以下の3点を達成する。
        outcome | ・窯（2か所）の整備と職人200人の育成を、令和9年度までに終える。
        ---
        horizon=none value=2か所 deadlineFiscalYear=2027
        horizon=none value=200人 deadlineFiscalYear=2027
        """);
  }

  @Test
  void theHorizonMayStandInBracketsBehind() {
    Sheets.check(
        extractor,
        """
        outcome | 成果①：竹炭の移転10件（短期）
        outcome | 成果②：市場の20%（中期的）
        ---
        horizon=short value=10件
        horizon=mid value=20%
        """);
  }

  @Test
  void aBracketThatDefinesWhatIsMeasuredIsNone() {
    Sheets.check(
        extractor,
        """
        outcome | 窯の老朽化率（40年超）を2割未満に保ち、働く人の割合（65～69歳）を57%とする。
        ---
        horizon=none value=2割
        horizon=none value=57%
        """);
  }

  @Test
  void howManyOfHowManyIsOneNumber() {
    Sheets.check(
        extractor,
        """
        outcome | 町の職人の5人に1人が竹炭を焼けるようにし、窯の4基に1基を直す。
        ---
        horizon=none value=5人に1人
        horizon=none value=4基に1基
        """);
  }

  @Test
  void aHorizonMayStandBesideItsYear() {
    Sheets.check(
        extractor,
        """
        outcome | （短期・2028年度）直した窯：30基
        outcome | （中間目標）直した窯：50基
        outcome | （長期・2040年度）焼いた竹炭：2割
        ---
        horizon=short value=30基 deadlineFiscalYear=2028
        horizon=mid value=50基
        horizon=long value=2割 deadlineFiscalYear=2040
        """);
  }

  @Test
  void aYearAtTheHeadOfALineIsThatOfAllItsNumbers() {
    Sheets.check(
        extractor,
        """
        budget  | 令和8年度予算（案） 1億円
        outcome | （アウトプット指標）令和8年度　講習会　24回、延べ参加者　300名
        outcome | 竹炭の品質検査の率を令和9年度以降は100%とする。
        ---
        horizon=none value=24回 deadlineFiscalYear=2026
        horizon=none value=300名 deadlineFiscalYear=2026
        horizon=none value=100% deadlineFiscalYear=2027
        """);
  }

  @Test
  void aBracketThatSaysOfWhenANumberIsMakesItTheStateOfToday() {
    Sheets.check(
        extractor,
        """
        budget  | 令和8年度予算（案） 1億円
        outcome | 窯を持つ村を60村に増やす。
        outcome | 竹炭の窯　32か所（令和７年１月時点）
        outcome | 窯の数を増やす（令和5年度：86基→令和12年度：172基）。
        ---
        horizon=none value=60村
        horizon=none value=172基 deadlineFiscalYear=2030
        """);
  }

  @Test
  void whoOrWhatAShareIsOfIsNone() {
    Sheets.check(
        extractor,
        """
        outcome | 1日の客が50人以上の灯台の割合を6割とする。
        outcome | 人口5万人以上の市の8割で凧を揚げる。
        outcome | 町の職人10人中7人が竹炭を焼けるようにする。
        outcome | 面積1,000cm2以上での耐久性20年相当の実証を行う。
        outcome | 窯への投資総額120億円の目標を踏まえ、竹炭を300袋とする。
        ---
        horizon=none value=6割
        horizon=none value=8割
        horizon=none value=7人
        horizon=none value=20年
        horizon=none value=300袋
        """);
  }

  @Test
  void aYearInBracketsBehindTheBoundIsTheNumbersOwn() {
    Sheets.check(
        extractor,
        """
        outcome | 薪の量を46％以上（2030年度）、60％以上（2035年度）減らす。
        ---
        horizon=none value=46％ deadlineFiscalYear=2030
        horizon=none value=60％ deadlineFiscalYear=2035
        """);
  }

  @Test
  void aYearBehindTheNumberMayStandInAnyBrackets() {
    Sheets.check(
        extractor,
        """
        outcome | 竹炭の出荷額の拡大（2千万円［2027年度まで］、5千万円［2030年度まで］）
        ---
        horizon=none value=2千万円 deadlineFiscalYear=2027
        horizon=none value=5千万円 deadlineFiscalYear=2030
        """);
  }

  @Test
  void theYearOfTheAimThatAGoalServesIsNotItsOwn() {
    Sheets.check(
        extractor,
        """
        outcome | 2035年までに薪の割合を4割とする目標の実現に向け、窯を15基築く。
        outcome | 令和9年度に、町の方針を定める計画の実現に向け、窯を12基築く。
        ---
        horizon=none value=4割 deadlineFiscalYear=2035
        horizon=none value=15基
        horizon=none value=12基 deadlineFiscalYear=2027
        """);
  }

  @Test
  void whatThingsGrowFromAndWhatIsNamedAsCertainIsNone() {
    Sheets.check(
        extractor,
        """
        outcome | 炭を教える学校の数を12校から拡大し、特定の一国への薪の依存度を5割とする。
        ---
        horizon=none value=5割
        """);
  }

  @Test
  void theYearInWhichThePremiseCameAboutIsNoDeadline() {
    Sheets.check(
        extractor,
        """
        budget  | 令和7年度予算額 1億円
        outcome | 令和8年度に選定した窯元のうち7割が炭を売る。
        outcome | 令和8年度に窯元の7割が炭を売る。
        ---
        horizon=none value=7割
        horizon=none value=7割 deadlineFiscalYear=2026
        """);
  }

  @Test
  void halfOfHowThingsAreIsAGoalAndATopicIsNone() {
    Sheets.check(
        extractor,
        """
        outcome | 煙の害を現在の半分に減らす。
        outcome | 約7割の窯元が手を付けていない改修について、着手率を6割に引き上げる。
        ---
        horizon=none value=半分
        horizon=none value=6割
        """);
  }

  @Test
  void yearsBetweenWhichGoalsAreMetEndInTheirDeadlineAndEventsDoNot() {
    Sheets.check(
        extractor,
        """
        budget  | 令和7年度予算額 1億円
        outcome | 令和7年度から令和10年度の間に、竹炭の注文を100件得る。
        outcome | 2029年度の竹の祭りに向け、竹笛を80本作る。
        ---
        horizon=none value=100件 deadlineFiscalYear=2028
        horizon=none value=80本
        """);
  }

  @Test
  void aYearThatAGoalHadHoldsOverTheStateOfToday() {
    Sheets.check(
        extractor,
        """
        budget  | 令和7年度予算額 1億円
        outcome | 終わる時（令和9年度）に、6町で舟を出し、客が現状の1.2人から1.8人に増えることを目指す。
        outcome | 町の方針に掲げる2027年度末までに1,500の窯を直すとの目標に資するよう、窯元120者を助ける。
        ---
        horizon=none value=6町 deadlineFiscalYear=2027
        horizon=none value=1.8人 deadlineFiscalYear=2027
        horizon=none value=120者
        """);
  }

  @Test
  void aYearBehindTheNextHorizonIsOfThat() {
    Sheets.check(
        extractor,
        """
        outcome | 短期：参加国数　12か国　　長期：参加国数　20か国（2030年まで）
        ---
        horizon=short value=12か国
        horizon=long value=20か国 deadlineFiscalYear=2030
        """);
  }

  @Test
  void aSizeMayBeTheAimAndWhatIsServedIsNone() {
    Sheets.check(
        extractor,
        """
        outcome | 年間2,000人規模の職人の育成を継続する。
        outcome | 国全体での煤の46％削減（2013年度比）に貢献するため、煤を300トン減らす。
        ---
        horizon=none value=2,000人
        horizon=none value=300トン
        """);
  }

  @Test
  void howManyTimesAsMuchIsAGoalInBracketsAndWhatIsConcernedIsNone() {
    Sheets.check(
        extractor,
        """
        outcome | 令和12年度に竹炭を年60俵（令和4年度比2倍）とする。
        outcome | 輸入が9割を超える炭材について、国内での備蓄を30日分とする。
        ---
        horizon=none value=60俵 deadlineFiscalYear=2030
        horizon=none value=2倍 deadlineFiscalYear=2030
        horizon=none value=30日分
        """);
  }

  @Test
  void theYearOfOneItemOfASentenceIsNotThatOfTheNext() {
    Sheets.check(
        extractor,
        """
        outcome | （1）令和7年度末までに窯を4か所直し、（2）竹炭を60袋とする。
        outcome | 令和13年度までに、①窯を5か所、②竹炭を70俵とする。
        ---
        horizon=none value=4か所 deadlineFiscalYear=2025
        horizon=none value=60袋
        horizon=none value=5か所 deadlineFiscalYear=2031
        horizon=none value=70俵 deadlineFiscalYear=2031
        """);
  }

  @Test
  void aYearUntilWhichGoesOnOverTheStateOfToday() {
    Sheets.check(
        extractor,
        """
        budget  | 令和8年度予算（案） 1億円
        outcome | 2030年までに竹炭を現在の年間約40万俵から100万俵に増やし、輸入を5割以下とする。
        ---
        horizon=none value=100万俵 deadlineFiscalYear=2030
        horizon=none value=5割 deadlineFiscalYear=2030
        """);
  }

  @Test
  void whatTheGoalIsMeasuredOnIsNone() {
    Sheets.check(
        extractor,
        """
        budget  | 令和8年度予算（案） 1億円
        outcome | 窯を直した300事業所の薪使用量を、前と比べて平均12％減らす。
        outcome | 公募により選んだ15団体に対する支援を通じ、竹炭の市を30回開く。
        outcome | 町でのシェアが5割を超える10品目について、外でのシェアを2倍とする。
        outcome | 窯の焼成率について、2021年度の27.4％を上回る水準を保ち、職人の村では35％を目指す。
        ---
        horizon=none value=12％
        horizon=none value=30回
        horizon=none value=2倍
        horizon=none value=35％
        """);
  }

  @Test
  void aLineOfItsOwnMaySayWhenAllGoalsAreDue() {
    Sheets.check(
        extractor,
        """
        outcome | 目標年度：令和11年度
        outcome | ・窯で働く者：1,000人
        outcome | ・竹炭の値：5％減
        ---
        horizon=none value=1,000人 deadlineFiscalYear=2029
        horizon=none value=5％ deadlineFiscalYear=2029
        """);
  }
}
