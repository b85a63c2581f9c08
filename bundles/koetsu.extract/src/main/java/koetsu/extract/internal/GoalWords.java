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

  /** Words that are numbers: ゼロ, 半減. */
  final Words numbers;

  /** What a unit goes on with: -CO2, /年. */
  final Words unitTail;

  /** Behind a year that is a deadline: までに. */
  final Words due;

  /** A span of time that goals are set for, before its years in brackets: 期間中. */
  final Words span;

  /** Between a range of years and the words that goals add up over it: までの. */
  final Words spanFiller;

  /** Says that goals add up over a range of years: 累計で. */
  final Words spanTotal;

  /** Between the two years of a range. */
  final Words to;

  /** The goals without a footnote's mark: その他. */
  final Words others;

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
    numbers = Words.of(profile, "target.number");
    unitTail = Words.of(profile, "target.unit.tail");
    due = Words.of(profile, "target.due");
    span = Words.of(profile, "target.span");
    spanFiller = Words.of(profile, "target.span.filler");
    spanTotal = Words.of(profile, "target.span.total");
    to = Words.of(profile, PeriodExtractor.TO);
    others = Words.of(profile, "target.others");
    heading = Words.of(profile, "target.heading");
    rough = Words.of(profile, "target.rough");
    measure = Words.of(profile, "target.measure");
    all = Words.of(profile, "target.all");
    aimed = Words.of(profile, "target.aimed");
    horizons = new Horizons(profile);
  }
}
