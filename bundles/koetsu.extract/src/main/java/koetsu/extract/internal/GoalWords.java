package koetsu.extract.internal;

import koetsu.api.profile.Profile;

/** The word lists for reading goals, fetched once for a profile. */
final class GoalWords {
  /** Opens a list of goals: 以下, 次の. */
  final Words list;

  /** Behind a number that is the state of today: となっている. */
  final Words todayBehind;

  /** Before a number that is the state of today: 現状. */
  final Words todayBefore;

  /** Inside a note on the state of today: 時点の. */
  final Words todayNote;

  /** Opens a sentence that states something by the way: なお. */
  final Words aside;

  /** Behind a year that is over: 時点. */
  final Words asOf;

  /** Behind the state of today where a goal is compared with it: より. */
  final Words compares;

  /** Joins the state of today and the goal: から, →. */
  final Words becomes;

  /** Behind a number that is a premise: 規模, あたり. */
  final Words premiseBehind;

  /** Before a number that is a premise: 上位. */
  final Words premiseBefore;

  /** Behind a size that says who is meant: 以下の企業. */
  final Words who;

  /** Behind a number that is a goal even in brackets: 以上. */
  final Words bound;

  /** Units that count results, so that a number in brackets is a goal: 件. */
  final Words counted;

  /** Units that measure nothing but time: 年, か月. */
  final Words time;

  /** What is measured in time: 寿命, 納期. */
  final Words timed;

  /** Behind a length of time that is a goal: に短縮. */
  final Words shortened;

  /** Behind a number without a unit that is a goal: にする. */
  final Words bare;

  /** Behind a number that says how many times as many: 倍増. */
  final Words multiple;

  /** Behind a number and its noun what makes it a name or an order: 3次元, 2世代. */
  final Words ordinal;

  /** In the clause behind a number that is the state of today: に達したところ. */
  final Words todayClause;

  /** Who or what goals count: 企業, 施設. */
  final Words subject;

  /** Behind what is counted: の割合. */
  final Words counts;

  /** Makes a number a property of something: の能力を有する. */
  final Words attribute;

  /** Counts goals: 点, 項目. */
  final Words point;

  /** Before a number of people that says how large somebody is: 従業員. */
  final Words staff;

  /** Names a goal: 目標. */
  final Words goal;

  /** Says that something is a means: を用い. */
  final Words means;

  /** Says inside a bracket that it limits what stands before it: に限る. */
  final Words limits;

  /** Behind what a number says of, where a goal is met there: において. */
  final Words occasion;

  /** Behind a number that another one amounts to: に当たる. */
  final Words amounts;

  /** Behind a bracket whose number another thing is told from: に加え, のうち. */
  final Words beside;

  /** Says that what follows comes after a year, so that it is no deadline: その後. */
  final Words later;

  /** Ends a clause on what a sentence is about: について. */
  final Words topic;

  /** Behind an event of a year that the goals prepare: に向け. */
  final Words forEvent;

  /** Behind a number and から that things change from: 拡大. */
  final Words change;

  /** Ends a clause on what was done before: した. */
  final Words done;

  /** Behind what a goal is about: のうち, について. */
  final Words concerned;

  /** Behind an aim that the goals serve: の実現に向け. */
  final Words toward;

  /** Behind what a goal rests on: に基づき. */
  final Words basis;

  /** Between a year and the programme that runs in that year only: 限り. */
  final Words single;

  /** Units of sizes, which say who is meant: 円, ㎡. */
  final Words size;

  /** Behind a limit: を超える. */
  final Words over;

  /** Behind a length of time that something happens in: 以内に, 後. */
  final Words during;

  /** Says anywhere in a sentence that it sets a goal: 目指す. */
  final Words aim;

  /** Words that are numbers: ゼロ, 半減. */
  final Words numbers;

  /** What a unit goes on with: -CO2, /年. */
  final Words unitTail;

  /** Behind a year that is a deadline: までに. */
  final Words due;

  /** Behind a year in brackets that a time is counted from: から. */
  final Words since;

  /** Stands for the year before it: 同年度. */
  final Words same;

  /** A span of time that goals are set for, before its years in brackets: 期間中. */
  final Words span;

  /** Between a range of years and the words that goals add up over it: までの. */
  final Words spanFiller;

  /** Says that goals add up over a range of years: 累計で. */
  final Words spanTotal;

  /** Says that goals are met within a range of years: 3年間で. */
  final Words spanDue;

  /** Says that a programme runs over a range of years: の事業. */
  final Words spanRun;

  /** Between the two years of a range. */
  final Words to;

  /** The goals without a footnote's mark: その他. */
  final Words others;

  /** The head of a column of deadlines: 達成年度. */
  final Words dueColumn;

  /** A heading of goals outside an outcome block: 目標. */
  final Words heading;

  /** Behind a number, what makes it a rough one: 程度, 以内. */
  final Words rough;

  /** What a measured quantity's name ends with: 量, 率. */
  final Words measure;

  /** Says that a year is the deadline of every goal above: いずれも. */
  final Words all;

  /** Behind a size that is a goal itself: とする, に拡大. */
  final Words aimed;

  final Horizons horizons;

  GoalWords(Profile profile) {
    list = Words.of(profile, "target.list");
    todayBehind = Words.of(profile, "target.today.behind");
    todayBefore = Words.of(profile, "target.today.before");
    todayNote = Words.of(profile, "target.today.note");
    aside = Words.of(profile, "target.today.aside");
    asOf = Words.of(profile, "target.today.of");
    compares = Words.of(profile, "target.today.compares");
    becomes = Words.of(profile, "target.today.becomes");
    premiseBehind = Words.of(profile, "target.premise.behind");
    premiseBefore = Words.of(profile, "target.premise.before");
    who = Words.of(profile, "target.premise.who");
    bound = Words.of(profile, "target.bound");
    counted = Words.of(profile, "target.counted");
    time = Words.of(profile, "target.time");
    timed = Words.of(profile, "target.time.measured");
    shortened = Words.of(profile, "target.time.shortened");
    bare = Words.of(profile, "target.bare");
    multiple = Words.of(profile, "target.multiple");
    ordinal = Words.of(profile, "target.ordinal");
    todayClause = Words.of(profile, "target.today.clause");
    subject = Words.of(profile, "target.premise.subject");
    counts = Words.of(profile, "target.premise.counts");
    attribute = Words.of(profile, "target.premise.attribute");
    point = Words.of(profile, "target.list.point");
    staff = Words.of(profile, "target.premise.staff");
    goal = Words.of(profile, "target.goal");
    means = Words.of(profile, "target.premise.means");
    limits = Words.of(profile, "target.premise.limits");
    occasion = Words.of(profile, "target.premise.occasion");
    amounts = Words.of(profile, "target.premise.amounts");
    beside = Words.of(profile, "target.premise.beside");
    later = Words.of(profile, "target.due.later");
    topic = Words.of(profile, "target.premise.topic");
    forEvent = Words.of(profile, "target.due.event");
    change = Words.of(profile, "target.change");
    done = Words.of(profile, "target.premise.done");
    concerned = Words.of(profile, "target.premise.concerned");
    toward = Words.of(profile, "target.due.toward");
    basis = Words.of(profile, "target.due.basis");
    single = Words.of(profile, PeriodExtractor.SINGLE);
    size = Words.of(profile, "target.premise.size");
    over = Words.of(profile, "target.premise.over");
    during = Words.of(profile, "target.time.during");
    aim = Words.of(profile, "target.aim");
    numbers = Words.of(profile, "target.number");
    unitTail = Words.of(profile, "target.unit.tail");
    due = Words.of(profile, "target.due");
    same = Words.of(profile, "target.due.same");
    since = Words.of(profile, "target.since");
    span = Words.of(profile, "target.span");
    spanFiller = Words.of(profile, "target.span.filler");
    spanDue = Words.of(profile, "target.span.due");
    spanRun = Words.of(profile, "target.span.run");
    spanTotal = Words.of(profile, "target.span.total");
    to = Words.of(profile, PeriodExtractor.TO);
    others = Words.of(profile, "target.others");
    dueColumn = Words.of(profile, "target.due.column");
    heading = Words.of(profile, "target.heading");
    rough = Words.of(profile, "target.rough");
    measure = Words.of(profile, "target.measure");
    all = Words.of(profile, "target.all");
    aimed = Words.of(profile, "target.aimed");
    horizons = new Horizons(profile);
  }
}
