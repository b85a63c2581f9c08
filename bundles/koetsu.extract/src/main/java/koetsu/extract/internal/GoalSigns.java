package koetsu.extract.internal;

import java.util.List;
import koetsu.api.text.TokenKind;

/** Looks for what speaks against a number of a passage being a goal. */
final class GoalSigns {
  private static final String OF = "の";

  /** Behind what a number is said of: 率（40年超）を2割に. */
  private static final String OBJECT = "をがは";

  private static final String THAT = "こと";
  private static final String HALF = "半";
  private static final String FROM = "から";
  private static final String UNDER_WHICH = "での";
  private static final String AMONG = "のうち";
  private static final String OF_WHOLE = "中";

  private static final String MAGNITUDE = "規模";

  /** What shares and multiples end in, which are goals rather than premises. */
  private static final String SHARES = "%割数分倍";

  /** What a verb or adjective ends with before the noun that it says something of. */
  private static final String ATTRIBUTIVE = "るただうくすつむぶぐぬい";

  /** Characters of a folded number. */
  private static final String NUMBER = "0123456789.,~〜-一二三四五六七八九十百千万億兆";

  /** What is measured in time stands so close before its number. */
  private static final int MEASURE = 8;

  /** A word that says what a number is of stands so close before it. */
  private static final int CLAUSE = 60;

  /** A clause or sentence is read on for no more. */
  private static final int REACH = 160;

  /** What has so many people stands so close before their number: 従業員. */
  private static final int STAFF = 8;

  /** Between a year and the number that is of it stands no more. */
  private static final int OF_YEAR = 16;

  /** The unit of a second number right behind one is no longer. */
  private static final int UNIT = 3;

  private final GoalWords words;
  private final Passage passage;
  private final String text;

  /** The last fiscal year of the sheet's own budget: what was before it is over. */
  private final long budgetYear;

  /** A sign and the words that show it. */
  record Shown(GoalSign sign, String words) {
    String says() {
      return sign.says() + words;
    }
  }

  GoalSigns(GoalWords words, Passage passage, long budgetYear) {
    this.words = words;
    this.passage = passage;
    this.text = passage.text();
    this.budgetYear = budgetYear;
  }

  /**
   * Why a number is no goal, or null.
   *
   * @param before the number before it, or null
   * @param next the number behind it, or null
   */
  Shown against(Place place, Place before, Place next) {
    Place premise = words.premiseBefore.endingAt(text, place.begin());
    if (premise != null) {
      return shown(GoalSign.LEVEL, premise, " stands before it");
    }
    if (isListed(place)) {
      return new Shown(GoalSign.LIST, "");
    }
    premise = words.premiseBehind.at(text, place.end());
    if (premise != null
        && words.aimed.at(text, premise.end()) == null
        && !text.startsWith(THAT, premise.end())
        && !isSizeOfAim(premise.end())
        && !(text.startsWith(MAGNITUDE, place.end())
            && isSizeOfOnlyAim(premise.end(), place, before, next))) {
      return shown(GoalSign.SIZE, premise, " follows");
    }
    if (isAmong(place.end())) {
      return new Shown(GoalSign.CLAUSE, "");
    }
    premise = perSecond(place.end());
    if (premise != null) {
      return shown(GoalSign.SIZE, premise, " follows");
    }
    if (Deadlines.isMisprintedYear(text, place)) {
      return new Shown(GoalSign.YEAR, "");
    }
    if (isThreshold(place, before, next)) {
      return new Shown(GoalSign.WHO, "");
    }
    Shown state = state(place, next);
    if (state != null) {
      return state;
    }
    if (next != null && saysWhich(place, next)) {
      return new Shown(GoalSign.CLAUSE, "");
    }
    Place attribute = attribute(place);
    if (attribute != null && words.means.in(text, attribute.end(), clauseEnd(attribute.end()) + 1)
        || isLimit(place)) {
      return new Shown(GoalSign.PROPERTY, "");
    }
    if (isTime(place) && !isTimed(place)) {
      return new Shown(GoalSign.TIME, "");
    }
    if (isNoteOfThePast(place)) {
      return new Shown(GoalSign.NOTE, "");
    }
    return bracket(place, before, next);
  }

  /** ※令和6年度末：1,820名: a note behind the goal says how things stood. */
  private boolean isNoteOfThePast(Place place) {
    int first = Math.max(passage.lineBegin(place.begin()), place.begin() - CLAUSE);
    int note = place.begin() - 1;
    while (note >= first && text.charAt(note) != '※') {
      note--;
    }
    if (note < first) {
      return false;
    }
    List<Passage.Found> years = passage.tokens(TokenKind.YEAR, note, place.begin());
    return years.size() == 1 && FiscalYears.of(passage, years.get(0)) < budgetYear;
  }

  /** Whether what a number says is the state of a time before the goal. */
  static boolean isState(Shown shown) {
    return shown.sign() == GoalSign.STATED || shown.sign() == GoalSign.PAST;
  }

  /** Whether 以上 or the like follows a number. */
  boolean isBound(int end) {
    return words.bound.at(text, passage.skipSpace(end)) != null;
  }

  /** Whether neither a comma nor a full stop parts two places. */
  boolean isOneClause(int from, int to) {
    return clauseEnd(from) >= to;
  }

  /** Whether a number counts money or time, which say as often what is spent on a goal. */
  boolean isUnusual(Place place) {
    return text.charAt(place.end() - 1) == '円' || isTime(place);
  }

  /** Whether a noun follows that may belong to the unit: 5地方公共団体. */
  boolean goesOn(int end) {
    return end < text.length()
        && GoalNumbers.isNoun(text.charAt(end))
        && words.bound.at(text, end) == null
        && words.rough.at(text, end) == null
        && words.aim.at(text, end) == null;
  }

  /** The word that says that a sentence sets a goal, behind an index, or null. */
  Place aim(int index) {
    return words.aim.first(text, index, Math.min(passage.sentenceEnd(index), index + REACH));
  }

  /** Whether what is measured stands right before a number: 割合を30%, 件数 5件. */
  boolean isMeasured(int begin) {
    int at = begin;
    while (at > 0 && "をはがの:約計 ".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    return words.measure.endingAt(text, at) != null;
  }

  /** 以下の3点を達成する: how many goals follow. */
  private boolean isListed(Place place) {
    int of = place.begin() - 1;
    return of > 0
        && text.startsWith(OF, of)
        && (words.list.endingAt(text, of) != null
            || words.list.endingAt(text, place.begin()) != null)
        && words.point.endingAt(text, place.end()) != null;
  }

  private Shown shown(GoalSign sign, Place word, String where) {
    return new Shown(sign, text.substring(word.begin(), word.end()) + where);
  }

  /** 8兆円規模の投資を実現する: the size is what is aimed at. */
  private boolean isSizeOfAim(int index) {
    if (!text.startsWith(OF, index)) {
      return false;
    }
    return words.aimed.at(text, nouns(index + 1)) != null;
  }

  /** 10人中7人: the whole that the next number is a share of. */
  private boolean isAmong(int index) {
    int behind = index + OF_WHOLE.length();
    return text.startsWith(OF_WHOLE, index)
        && behind < text.length()
        && Marks.isDigit(text.charAt(behind));
  }

  /** 1人1回当たり: what makes two numbers in a row the measure of a third, or null. */
  private Place perSecond(int index) {
    int digits = index;
    while (digits < text.length() && Marks.isDigit(text.charAt(digits))) {
      digits++;
    }
    int at = digits;
    while (digits > index && at < digits + UNIT && at < text.length()) {
      Place premise = words.premiseBehind.at(text, ++at);
      if (premise != null) {
        return premise;
      }
    }
    return null;
  }

  /** 5億円規模の市場を2030年までに創出する: no other number of the clause is what is aimed at. */
  private boolean isSizeOfOnlyAim(int index, Place place, Place before, Place next) {
    if (!text.startsWith(OF, index)) {
      return false;
    }
    int noun = nouns(index + 1);
    while (noun > index + 1 && text.startsWith(OF, noun) && nouns(noun + 1) > noun + 1) {
      noun = nouns(noun + 1);
    }
    int end = clauseEnd(noun);
    return noun > index + 1
        && text.startsWith("を", noun)
        && words.aim.in(text, index + OF.length(), Math.min(end + 1, text.length()))
        && (before == null || !isOneClause(before.end(), place.begin()))
        && (next == null || next.begin() > end);
  }

  /** 300人以下の企業, 売上高10億円以上の企業: a number that says who is meant. */
  private boolean isThreshold(Place place, Place before, Place next) {
    if (saysWhose(place, next)) {
      return true;
    }
    char unit = text.charAt(place.end() - 1);
    boolean people = unit == '人' || unit == '名';
    int near = Math.max(0, place.begin() - STAFF);
    if (people && words.staff.last(text, near, place.begin()) == null) {
      // 30人以上の研修生: they are counted themselves
      return false;
    }
    Place who = words.who.at(text, place.end());
    if (who != null && (people || unit == '円')) {
      return !isSizeOfAim(who.end() - 1) && !isSizeOfOnlyAim(who.end() - 1, place, before, next);
    }
    Place bound = words.bound.at(text, place.end());
    if (bound == null
        || !text.startsWith(OF, bound.end())
        || words.size.endingAt(text, place.end()) == null) {
      return false;
    }
    int noun = nouns(bound.end() + 1);
    return words.subject.endingAt(text, noun) != null
        || next != null && isQuantityBehind(noun, next);
  }

  /** 50人以上の地域の割合, 5万人以上の市の8割: the number says of what a share or a count is. */
  private boolean saysWhose(Place place, Place next) {
    Place bound = words.bound.at(text, place.end());
    if (bound == null || !text.startsWith(OF, bound.end())) {
      return false;
    }
    int noun = nouns(bound.end() + OF.length());
    return words.counts.at(text, noun) != null
        || next != null
            && noun > bound.end() + OF.length()
            && text.startsWith(OF, noun)
            && next.begin() == noun + OF.length()
            && isShare(next);
  }

  /** Why a number says how things stand or stood, or null. */
  private Shown state(Place place, Place next) {
    Place said = words.todayBehind.at(text, place.end());
    if (said == null) {
      int end = clauseEnd(place.end());
      said = words.todayClause.first(text, place.end(), Math.min(end + 1, text.length()));
    }
    if (said != null && !words.goal.in(text, place.end(), said.begin())) {
      return shown(GoalSign.STATED, said, " follows");
    }
    int sentence = passage.skipSpace(passage.sentenceBegin(place.begin()));
    Place aside = words.aside.at(text, sentence);
    if (next != null && isTopic(place, next)) {
      return new Shown(GoalSign.STATED, "a topic that the goal is about");
    }
    if (aside != null && aim(aside.end()) == null) {
      return shown(GoalSign.STATED, aside, " opens the sentence");
    }
    if (hasNoteOfToday(place)) {
      return new Shown(GoalSign.STATED, "a bracket behind it says so");
    }
    Place word = measuredToday(place);
    if (word != null) {
      return shown(GoalSign.STATED, word, " stands before it");
    }
    if (isOfYearThatIsOver(place)) {
      return new Shown(GoalSign.PAST, "");
    }
    if (next != null && becomes(place, next) || growsFrom(place)) {
      return new Shown(GoalSign.BASELINE, "");
    }
    return null;
  }

  /** The index of the next comma or full stop. */
  private int clauseEnd(int index) {
    int last = Math.min(text.length(), index + REACH);
    int at = index;
    while (at < last && "、。\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /** Whether a bracket without a number behind a number says that it is of today. */
  private boolean hasNoteOfToday(Place place) {
    int open = place.end();
    if (open >= text.length() || text.charAt(open) != '(') {
      return false;
    }
    int close = Math.min(passage.closing(open), open + Passage.LONGEST_BRACKET);
    return saysToday(open, close) && passage.tokens(TokenKind.QUANTITY, open, close).isEmpty();
  }

  /** （令和6年度現在）, but not （令和12年度時点の目標）: a bracket says how things stand. */
  private boolean saysToday(int open, int close) {
    List<Passage.Found> years = passage.tokens(TokenKind.YEAR, open, close);
    return (words.todayNote.in(text, open, close)
            || !years.isEmpty() && words.asOf.in(text, open, close))
        && years.stream().allMatch(year -> FiscalYears.of(passage, year) <= budgetYear);
  }

  /** 現状は平均で42%: a word in the clause that says that the number is of today, or null. */
  private Place measuredToday(Place place) {
    int from = place.begin();
    while (from > 0
        && from > place.begin() - CLAUSE
        && "、。\n(".indexOf(text.charAt(from - 1)) < 0
        && !Marks.isDigit(text.charAt(from - 1))) {
      // 現状（令和6年度末）は71%: what stands in brackets between does not part them
      int open = text.charAt(from - 1) == ')' ? passage.enclosing(from - 1) : -1;
      from = open >= 0 && open > place.begin() - REACH ? open : from - 1;
    }
    Place word = words.todayBefore.last(text, from, place.begin());
    return word != null
            && !isMultiple(word.end(), place)
            && words.compares.at(text, word.end()) == null
        ? word
        : null;
  }

  /** 現在の3倍, 現状の10分の1: a multiple of how things stand is none of that. */
  private boolean isMultiple(int begin, Place place) {
    char last = text.charAt(place.end() - 1);
    boolean multiple =
        last == '倍'
            || last == '割'
            || text.startsWith(HALF, place.begin())
            || text.substring(place.begin(), place.end()).contains("分の")
            || text.substring(place.begin(), place.end()).contains("/");
    return last == '倍' || multiple && text.startsWith(OF, begin) && place.begin() <= begin + 2;
  }

  /** 令和4年度末時点の登録数は18,200件: a year before the budget's own says of when the number is. */
  private boolean isOfYearThatIsOver(Place place) {
    int from = Math.max(0, place.begin() - CLAUSE);
    List<Passage.Found> years = passage.tokens(TokenKind.YEAR, from, place.begin());
    if (years.isEmpty()) {
      return false;
    }
    Passage.Found year = years.get(years.size() - 1);
    if (FiscalYears.of(passage, year) >= budgetYear) {
      return false;
    }
    int end = FiscalYears.endOfDate(passage, year);
    if (text.substring(end, Math.max(end, place.begin())).equals(OF) && !isShareOfOther(place)) {
      // 令和3年度の27%を上回る
      return true;
    }
    if (end > place.begin()
        || place.begin() - end > OF_YEAR
        || !Deadlines.isOneClause(text, end, place.begin())) {
      return false;
    }
    return words.asOf.in(text, end, place.begin()) && !words.compares.in(text, end, place.begin());
  }

  /** 平成25年度の2倍, 令和3年度の3割: how many times or what part of how it was. */
  private boolean isShareOfOther(Place place) {
    char last = text.charAt(place.end() - 1);
    return last == '倍' || last != '%' && isShare(place);
  }

  /** A から B に, A→B: the first is where one starts; both count the same. */
  private boolean becomes(Place place, Place next) {
    int at = place.end();
    while (at < text.length() && Passage.isOpening(text.charAt(at))) {
      if (passage.tokens(TokenKind.YEAR, at, passage.closing(at)).stream()
              .anyMatch(year -> FiscalYears.of(passage, year) >= Math.max(1, budgetYear))
          || words.horizons.at(text, at + 1) != null) {
        // 500件（令和9年度）→1,500件（令和12年度）, 60%（短期）→75%（長期）: the first is a goal as well
        return false;
      }
      at = Math.min(passage.closing(at) + 1, text.length());
    }
    Place rough = words.rough.at(text, at);
    at = rough == null ? at : rough.end();
    Place joint = words.becomes.at(text, passage.skipSpace(at));
    if (joint == null) {
      return false;
    }
    return passage.skipSpace(joint.end()) == next.begin()
        || unit(place).equals(unit(next)) && passage.sentenceEnd(joint.end()) > next.begin();
  }

  /** 7割の企業が手を付けていない取組について、: the clause says what the sentence is about, without an aim. */
  private boolean isTopic(Place place, Place next) {
    int end = clauseEnd(place.end());
    return words.topic.endingAt(text, end) != null
        && next.begin() > end
        && next.end() <= passage.sentenceEnd(place.end())
        && !words.aim.in(text, place.end(), end);
  }

  /** 12大学から拡大: how things are before they grow. */
  private boolean growsFrom(Place place) {
    return text.startsWith(FROM, place.end())
        && words.change.at(text, place.end() + FROM.length()) != null;
  }

  /** What a quantity counts: its text without the number. */
  private String unit(Place place) {
    int at = place.begin();
    while (at < place.end() && NUMBER.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return text.substring(at, place.end());
  }

  /**
   * 売上高10億円以上に成長した企業 15社, 作業員1人が監視できる車両5台: a clause before a noun, and the number behind the noun
   * counts that.
   */
  private boolean saysWhich(Place place, Place next) {
    int end = Math.min(clauseEnd(place.end()), next.begin());
    if (passage.sentenceEnd(place.end()) < next.begin()) {
      return false;
    }
    boolean one = text.startsWith("1", place.begin()) && place.length() == 2;
    int doer = text.startsWith(OF, place.end()) ? nouns(place.end() + 1) : place.end();
    if (one && text.startsWith("が", doer) && end == next.begin()) {
      return true;
    }
    if (isWhole(place.end(), next.begin())
        || isOccasion(place)
        || words.amounts.at(text, place.end()) != null) {
      return true;
    }
    for (int i = place.end() + 1; i < end; i++) {
      if (ATTRIBUTIVE.indexOf(text.charAt(i - 1)) < 0) {
        continue;
      }
      Place subject = words.subject.at(text, i);
      if (subject != null) {
        return words.counts.at(text, subject.end()) != null
            || isQuantityBehind(subject.end(), next)
            || text.startsWith("が", subject.end()) && isShare(next);
      }
      int noun = nouns(i);
      if (noun > i && text.startsWith(OF, noun) && words.counts.at(text, noun) != null) {
        return true;
      }
      while (noun > i && text.startsWith(OF, noun)) {
        // 年2回開く市の来場者数を3千人に
        int of = nouns(noun + OF.length());
        if (of == noun + OF.length()) {
          break;
        }
        noun = of;
      }
      if (noun > i
          && text.startsWith("を", noun)
          && SHARES.indexOf(text.charAt(place.end() - 1)) < 0
          && !isBound(place.end())
          && isQuantityBehind(noun, next)) {
        return true;
      }
    }
    return false;
  }

  /** 15分野の事業者の95％: the number is the whole that the next is a share of. */
  private boolean isWhole(int end, int next) {
    if (!text.startsWith(OF, end)) {
      return false;
    }
    int noun = nouns(end + 1);
    boolean among = noun > end + 1 && text.startsWith(AMONG, noun) && noun < next;
    boolean multiple = text.charAt(end - 1) == '倍';
    return among || !multiple && noun == next || noun == next - 1 && text.startsWith(OF, noun);
  }

  /** 試料50個の検査において, 被災8市町村において: what the number says is where the goal is met. */
  private boolean isOccasion(Place place) {
    int end = place.end();
    Place bound = words.bound.at(text, end);
    if (bound != null && text.startsWith(UNDER_WHICH, bound.end())) {
      return true;
    }
    if (words.occasion.at(text, end) != null) {
      char before = text.charAt(Math.max(0, place.begin() - 1));
      return place.begin() > 0 && (GoalNumbers.isNoun(before) || ATTRIBUTIVE.indexOf(before) >= 0);
    }
    if (!text.startsWith(OF, end) || SHARES.indexOf(text.charAt(end - 1)) >= 0) {
      return false;
    }
    int noun = nouns(end + 1);
    return noun > end + 1
        && (words.occasion.at(text, noun) != null
            || noun < text.length()
                && OBJECT.indexOf(text.charAt(noun)) >= 0
                && words.measure.endingAt(text, noun) != null);
  }

  private int nouns(int index) {
    int at = index;
    int last = Math.min(text.length(), index + REACH);
    while (at < last && GoalNumbers.isNoun(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private boolean isShare(Place place) {
    char last = text.charAt(place.end() - 1);
    return last == '%' || last == '割' || text.substring(place.begin(), place.end()).contains("分の");
  }

  /** Whether a number stands behind a noun that it counts: 企業 15社, 企業を20社. */
  private boolean isQuantityBehind(int index, Place next) {
    int at = index;
    while (at < next.begin() && "をが: 約".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at == next.begin();
  }

  /** 10t以上の処理能力を有する, 100kW級の燃料電池を搭載した: the word that makes a number a property, or null. */
  Place attribute(Place place) {
    int end = clauseEnd(place.end());
    Place word = words.attribute.first(text, place.end(), end);
    return word != null && Deadlines.isOneClause(text, place.end(), word.begin()) ? word : null;
  }

  /** 1億円を超える商品: a number that says which ones, before a noun; 4割を超えること is a goal. */
  private boolean isLimit(Place place) {
    Place over = words.over.at(text, place.end());
    if (over == null || over.end() == text.length()) {
      return false;
    }
    boolean size =
        words.size.endingAt(text, place.end()) != null
            && GoalNumbers.isNoun(text.charAt(over.end()))
            && words.aim.at(text, over.end()) == null;
    // 5割を超える10品目: the number behind counts what this one says
    int noun = nouns(over.end());
    boolean concerned =
        noun > over.end() && words.occasion.at(text, noun) != null && isShare(place);
    return size
        || concerned
        || Marks.isDigit(text.charAt(over.end()))
        || words.subject.at(text, over.end()) != null;
  }

  /** Whether a number counts nothing but years, months or days. */
  private boolean isTime(Place place) {
    Place unit = words.time.endingAt(text, place.end());
    return unit != null && unit.begin() > 0 && Marks.isDigit(text.charAt(unit.begin() - 1));
  }

  /** The index behind a bracket that opens at an index: 12か月（令和11年度）へ短縮. */
  private int behindBracket(int index) {
    return text.startsWith("(", index)
        ? Math.min(passage.closing(index) + 1, text.length())
        : index;
  }

  /** Whether a length of time is what the goal is about: 寿命15年, 納期を3日に. */
  private boolean isTimed(Place place) {
    if (words.shortened.at(text, behindBracket(place.end())) != null) {
      return true;
    }
    if (words.during.at(text, place.end()) != null) {
      return false;
    }
    int from = Math.max(0, place.begin() - MEASURE);
    return isBound(place.end()) || words.timed.last(text, from, place.begin()) != null;
  }

  private Shown bracket(Place place, Place before, Place next) {
    int open = passage.enclosing(place.begin());
    if (open < 0) {
      return null;
    }
    int close = Math.min(passage.closing(open), open + 2 * Passage.LONGEST_BRACKET);
    boolean ofToday =
        saysToday(open, close)
            || place.begin() <= open + 2 && words.todayNote.endingAt(text, open) != null;
    if (text.startsWith("※", open + 1) || ofToday || isOfYearBefore(open)) {
      return new Shown(GoalSign.NOTE, "");
    }
    boolean used =
        close < text.length()
            && (words.means.at(text, close + 1) != null
                || words.beside.at(text, close + 1) != null
                || next != null && text.startsWith(OF, close + 1) && next.begin() == close + 2);
    boolean defines =
        close + 1 < text.length()
            && next != null
            && next.begin() > close
            && OBJECT.indexOf(text.charAt(close + 1)) >= 0
            && isOneClause(close, next.begin());
    if (used || defines || words.limits.in(text, open, close)) {
      return new Shown(GoalSign.SPECIFICATION, "");
    }
    if (before != null && before.begin() > open && becomes(before, place)) {
      // （令和6年度：86社→令和12年度：172社）
      return null;
    }
    boolean behindSame = before != null && before.end() == open && unit(before).equals(unit(place));
    for (Passage.Found year : passage.tokens(TokenKind.YEAR, open, close)) {
      long latest = behindSame ? budgetYear : budgetYear - 1;
      int end = FiscalYears.endOfDate(passage, year);
      if (passage.enclosing(year.place().begin()) == open
          && FiscalYears.of(passage, year) <= latest
          && end <= place.begin()
          && (behindSame || words.compares.at(text, end) == null)) {
        return new Shown(GoalSign.NOTE, "");
      }
    }
    // 生産量（30万トン）, （設備容量3万kW）, 60日分（一部については180日分）
    int named = place.begin() == open + 1 ? open : place.begin();
    boolean result =
        words.counted.endingAt(text, place.end()) != null
            || isMultipleOfOther(place)
            || words.measure.endingAt(text, named) != null && isBracketsEnd(place.end())
            || behindSame
            || endsSentence(close);
    return isBound(place.end()) || result ? null : new Shown(GoalSign.SPECIFICATION, "");
  }

  /** （令和4年度比2倍）: how many times as much as it was. */
  private boolean isMultipleOfOther(Place place) {
    return text.charAt(place.end() - 1) == '倍'
        && words.compares.endingAt(text, place.begin()) != null;
  }

  /** 令和5年度（8.1万件）と比べ: a bracket right behind a year that is over says how things stood. */
  private boolean isOfYearBefore(int open) {
    List<Passage.Found> years = passage.tokens(TokenKind.YEAR, Math.max(0, open - OF_YEAR), open);
    if (years.isEmpty()) {
      return false;
    }
    Passage.Found year = years.get(years.size() - 1);
    return FiscalYears.endOfDate(passage, year) == open
        && FiscalYears.of(passage, year) < budgetYear;
  }

  /** Whether nothing of the sentence stands behind a bracket. */
  private boolean endsSentence(int close) {
    int at = passage.skipSpace(close + 1);
    return close < text.length() && at >= passage.sentenceEnd(close);
  }

  /** Whether a bracket opens or closes behind a number. */
  private boolean isBracketsEnd(int end) {
    return end < text.length()
        && (Passage.isOpening(text.charAt(end)) || Passage.isClosing(text.charAt(end)));
  }
}
