package koetsu.extract.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import koetsu.api.document.Span;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.text.TokenKind;

/** The years of a passage that goals are due in. */
final class Deadlines {
  /** A goal may be due so many years before the budget's own: the programme is under way. */
  static final int UNDER_WAY = 2;

  /** Behind a year this may as well say whose something is. */
  private static final String OF = "の";

  /** Between what is counted and its number. */
  private static final String BEFORE_NUMBER = "をはが約:";

  private static final String UNTIL = "までに";
  private static final String OBJECT = "を、";

  /** A number before a bracket is no longer. */
  private static final int NUMBER = 24;

  /** A list of goals before the year that they are due in is no longer. */
  private static final int LIST = 60;

  /** Words that say that a programme runs stand so close behind its years. */
  private static final int RUN = 60;

  /** Between a number and the year it is due in. */
  private static final String ITS_DUE = "を";

  private static final String TOPIC = "は";

  /** Between a number and its year in one bracket. */
  private static final String LISTED = "、";

  /** Behind a year that something is done in. */
  private static final String FROM_WHEN = "に";

  private final ExtractionContext context;
  private final GoalWords words;
  private final Passage passage;
  private final String text;
  private final String rule;
  private final List<Due> dues = new ArrayList<>();

  /** Where the item numbers of running text stand: ①, (2). */
  private final List<Integer> items = new ArrayList<>();

  /**
   * A fiscal year, where it stands in its passage and in the document, and the bracket that holds
   * it together with a number of its own: it says nothing of numbers outside; null elsewhere.
   */
  record Due(long fiscalYear, Place place, Span span, Place bracket) {
    boolean governs(Place number) {
      return bracket == null || bracket.contains(number);
    }
  }

  Deadlines(
      ExtractionContext context, GoalWords words, Passage passage, String rule, long earliest) {
    this.context = context;
    this.words = words;
    this.passage = passage;
    this.text = passage.text();
    this.rule = rule;
    List<Passage.Found> years = passage.tokens(TokenKind.YEAR);
    for (int i = 0; i < years.size(); i++) {
      Passage.Found before = i > 0 ? years.get(i - 1) : null;
      Passage.Found next = i + 1 < years.size() ? years.get(i + 1) : null;
      String objection = objection(before, years.get(i), next, earliest);
      if (objection == null) {
        dues.add(due(passage, years.get(i)));
      } else {
        context.in().trace().failed(rule, years.get(i).token().span(), objection);
      }
    }
    for (Passage.Found quantity : passage.tokens(TokenKind.QUANTITY)) {
      Place place = quantity.place();
      if (isMisprintedYear(text, place)) {
        long year = Long.parseLong(text.substring(place.begin(), place.end() - 1));
        dues.add(new Due(year, place, quantity.token().span(), null));
      }
    }
    dues.sort(Comparator.comparing(Due::span));
    for (int at = 0; at < text.length() && !dues.isEmpty(); at++) {
      int end = Marks.afterNumber(text, at);
      if (end > at) {
        items.add(at);
        at = end - 1;
      }
    }
  }

  static Due due(Passage passage, Passage.Found year) {
    int open = passage.enclosing(year.place().begin());
    Place bracket = open < 0 ? null : new Place(open, passage.closing(open));
    boolean own =
        bracket != null
            && !passage.tokens(TokenKind.QUANTITY, bracket.begin(), bracket.end()).isEmpty();
    return new Due(
        FiscalYears.of(passage, year), year.place(), year.token().span(), own ? bracket : null);
  }

  /** Why a year is no deadline, or null. */
  private String objection(
      Passage.Found before, Passage.Found year, Passage.Found next, long earliest) {
    int end = FiscalYears.endOfDate(passage, year);
    boolean opensRange = next != null && joins(end, next.place().begin());
    boolean closesRange =
        before != null && joins(FiscalYears.endOfDate(passage, before), year.place().begin());
    boolean spans = closesRange && (isSpan(year.place().begin()) || addsUp(end));
    if (opensRange || closesRange && !spans) {
      return "the year is part of a period, not a deadline";
    }
    int at = passage.skipSpace(behindGloss(end));
    long fiscal = FiscalYears.of(passage, year);
    boolean ahead = fiscal >= earliest + UNDER_WAY;
    boolean said =
        words.due.at(text, at) != null
            || ahead && (text.startsWith(TOPIC, at) || headsNumber(at) || headsRow(year, end));
    if (!closesRange && !said) {
      return "the year is no deadline: no までに or the like follows";
    }
    if (text.startsWith(")", end) && words.since.at(text, end + 1) != null) {
      return "the year is what a time is counted from";
    }
    if (isOnlyYear(at)) {
      return "the year is the one that the programme runs in";
    }
    if (!closesRange
        && text.startsWith(OF, at)
        && fiscal <= earliest + UNDER_WAY
        && !(ahead && measuresNumber(at + OF.length()))) {
      return "the year says of when something is, not by when";
    }
    return fiscal < earliest ? "the year is over before the budget's own" : null;
  }

  /** （アウトプット）令和9年度　講習会　24回: the year heads its line, apart from what is counted. */
  private boolean headsRow(Passage.Found year, int end) {
    int line = passage.lineBegin(year.place().begin());
    int head = Marks.skip(text, line);
    if (head < year.place().begin() && Passage.isOpening(text.charAt(head))) {
      head = passage.skipSpace(passage.closing(head) + 1);
    }
    int next = passage.skipSpace(end);
    return head == year.place().begin()
        && next > end
        && next < text.length()
        && GoalNumbers.isNoun(text.charAt(next))
        && !passage.tokens(TokenKind.QUANTITY, next, passage.lineEnd(next)).isEmpty();
  }

  /** 令和9年度 120社: the year stands before its number. */
  private boolean headsNumber(int index) {
    List<Passage.Found> numbers = passage.tokens(TokenKind.QUANTITY, index, text.length());
    return !numbers.isEmpty() && numbers.get(0).place().begin() == index;
  }

  /** 令和8年度の来場者2万人: the year is of the number behind what it counts. */
  private boolean measuresNumber(int index) {
    int at = index;
    while (at < text.length() && GoalNumbers.isNoun(text.charAt(at))) {
      at++;
    }
    boolean counted = at > index;
    if (at < text.length() && BEFORE_NUMBER.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return counted && headsNumber(at);
  }

  /** 令和8年度限りの事業, 令和8年度の単年度事業: the year that the programme runs in. */
  private boolean isOnlyYear(int index) {
    int at = text.startsWith(OF, index) ? index + OF.length() : index;
    return words.single.at(text, at) != null;
  }

  /** The index behind a bracket that only repeats the year ({@code 令和12年度（2030年度）}). */
  private int behindGloss(int end) {
    if (end >= text.length() || text.charAt(end) != '(') {
      return end;
    }
    int close = passage.closing(end);
    List<Passage.Found> inside = passage.tokens(TokenKind.YEAR, end + 1, close);
    boolean year =
        inside.size() == 1
            && inside.get(0).place().begin() == end + 1
            && inside.get(0).place().end() == close;
    return year ? close + 1 : end;
  }

  /** Whether two years are the ends of a range. */
  private boolean joins(int end, int begin) {
    Place joint = words.to.at(text, passage.skipSpace(end));
    return joint != null && passage.skipSpace(joint.end()) == begin;
  }

  /** Whether a year stands in brackets behind a span of time that goals are set for. */
  private boolean isSpan(int index) {
    int open = passage.enclosing(index);
    return open >= 0 && words.span.endingAt(text, open) != null;
  }

  /** Whether goals add up over the range that ends at an index: 令和5年度～令和7年度の累計で. */
  private boolean addsUp(int end) {
    int at = passage.skipSpace(end);
    Place filler = words.spanFiller.at(text, at);
    while (filler != null) {
      at = passage.skipSpace(filler.end());
      while (at < text.length() && Marks.isDigit(text.charAt(at))) {
        at++;
      }
      filler = words.spanFiller.at(text, at);
    }
    return words.spanTotal.at(text, at) != null || words.spanDue.at(text, at) != null && !isRun(at);
  }

  /** Whether the clause says that the programme itself runs so long: までの5年間で実施する. */
  private boolean isRun(int index) {
    Place run = words.spanRun.first(text, index, Math.min(text.length(), index + RUN));
    return run != null && isOneClause(text, index, run.begin());
  }

  /** 2044度: the 年 of a fiscal year was lost. */
  static boolean isMisprintedYear(String text, Place place) {
    return place.length() == 5
        && text.charAt(place.begin()) == '2'
        && text.charAt(place.begin() + 1) <= '1'
        && text.charAt(place.end() - 1) == '度';
  }

  /** The deadline of all goals above it (いずれも令和9年度), or null. */
  Due ofAll() {
    return dues.stream()
        .filter(due -> words.all.endingAt(text, due.place().begin()) != null)
        .findFirst()
        .orElse(null);
  }

  /** The last deadline of the passage, or null. */
  Due last() {
    return dues.isEmpty() ? null : dues.get(dues.size() - 1);
  }

  /**
   * The deadline of a number: in brackets right behind it, else the last before it, else one right
   * behind it; null where there is none.
   *
   * @param from no deadline before this index is one of the number
   */
  Due of(Place number, int from) {
    int after = firstFrom(number.end());
    Due behind = after < dues.size() ? dues.get(after) : null;
    Place rough = words.rough.at(text, number.end());
    int open = rough == null ? number.end() : rough.end();
    boolean bracketed =
        behind != null
            && behind.bracket() == null
            && behind.place().begin() == open + 1
            && Passage.isOpening(text.charAt(open));
    if (bracketed) {
      return behind;
    }
    if (behind != null
        && behind.bracket() != null
        && behind.bracket().contains(number)
        && passage.tokens(TokenKind.YEAR, behind.bracket().begin(), behind.bracket().end()).size()
            == 1
        && text.substring(number.end(), behind.place().begin()).equals(LISTED)) {
      return behind;
    }
    if (text.startsWith("(", number.end()) && words.same.at(text, number.end() + 1) != null) {
      int last = firstFrom(number.begin()) - 1;
      return last < 0 ? null : dues.get(last);
    }
    if (behind != null
        && behind.governs(number)
        && text.substring(number.end(), behind.place().begin()).equals(ITS_DUE)) {
      return behind;
    }
    int before = firstFrom(number.begin()) - 1;
    while (before >= 0
        && dues.get(before).place().begin() >= from
        && !words.later.in(text, dues.get(before).place().end(), number.begin())
        && !isOfPremise(dues.get(before).place().end(), number.begin())
        && !isOfRemoterAim(dues.get(before).place().end(), number.begin())
        && !isOfBasis(dues.get(before).place().end(), number.begin())
        && !isOfAnotherItem(dues.get(before).place().begin(), number.begin(), from)) {
      if (dues.get(before).governs(number) && !isBehindNumber(dues.get(before))) {
        return dues.get(before);
      }
      before--;
    }
    if (behind != null && behind.governs(number) && isNear(number.end(), behind.place().begin())) {
      return behind;
    }
    Due trailing = trailing(number);
    if (trailing == null && behind != null && isListUpTo(number.end(), behind)) {
      return behind;
    }
    return trailing;
  }

  /** (1)令和8年度までに4か所、(2)60者: the year is that of the item before. */
  private boolean isOfAnotherItem(int due, int number, int from) {
    int own = lastItem(number);
    int its = lastItem(due);
    return own > due && its >= from;
  }

  /** Where the last item number before an index stands, or -1. */
  private int lastItem(int index) {
    int at = Collections.binarySearch(items, index);
    int before = at >= 0 ? at - 1 : -at - 2;
    return before < 0 ? -1 : items.get(before);
  }

  /** 令和7年度に採択した事業のうち7割, …した8件について: the year says when the premise came about. */
  private boolean isOfPremise(int end, int number) {
    Place done = text.startsWith(FROM_WHEN, end) ? words.done.first(text, end, number) : null;
    if (done == null || !isOneClause(text, end, done.begin())) {
      return false;
    }
    int stop = Math.min(number, done.end() + NUMBER);
    return words.concerned.in(text, done.end(), stop);
  }

  /** 2030年に4割とする方針の実現に向け、15件: the year is that of what the goal serves. */
  private boolean isOfRemoterAim(int end, int number) {
    Place toward = words.toward.first(text, end, number);
    if (toward == null && text.startsWith(OF, end)) {
      // 2027年度の博覧会に向け
      toward = words.forEvent.first(text, end, number);
    }
    return toward != null && text.substring(end, toward.begin()).indexOf('、') < 0;
  }

  /** 令和8年度に定める指針に基づき、20団体: the year says when the basis is laid. */
  private boolean isOfBasis(int end, int number) {
    int at = FROM_WHEN.indexOf(text.charAt(Math.min(end, text.length() - 1))) >= 0 ? end + 1 : -1;
    return at > 0
        && at < number
        && text.charAt(at) != '、'
        && words.basis.in(text, at, number)
        && isOneClause(text, at, words.basis.first(text, at, number).begin());
  }

  /** 効率35%（令和7年度末）: the year is that number's, not one behind the bracket. */
  private boolean isBehindNumber(Due due) {
    int open = due.place().begin() - 1;
    if (open < 0 || text.charAt(open) != '(') {
      return false;
    }
    List<Passage.Found> numbers =
        passage.tokens(TokenKind.QUANTITY, Math.max(0, open - NUMBER), open);
    return !numbers.isEmpty() && numbers.get(numbers.size() - 1).place().end() == open;
  }

  /** 9割以上、2円以下の装置を令和8年度までに開発: one list, and the year behind it. */
  private boolean isListUpTo(int from, Due due) {
    if (due.bracket() != null || due.place().begin() > from + LIST) {
      return false;
    }
    for (int i = from; i < due.place().begin(); i++) {
      char c = text.charAt(i);
      boolean parts = c == '、' && isKana(text.charAt(i - 1)) && !isObjectOf(i - 1, due);
      boolean ends = "。\n※".indexOf(c) >= 0 || parts;
      if (ends || words.horizons.at(text, i) != null) {
        return false;
      }
    }
    return true;
  }

  /** 整備と育成を、令和7年度までに: the list is what the year is set for. */
  private boolean isObjectOf(int index, Due due) {
    return text.startsWith(OBJECT, index)
        && due.place().begin() == index + OBJECT.length()
        && text.startsWith(UNTIL, due.place().end());
  }

  /** What particles and verbs end with before a comma: を、 整備し、 */
  private static boolean isKana(char c) {
    return Character.UnicodeBlock.of(c) == Character.UnicodeBlock.HIRAGANA;
  }

  /** The year in brackets that ends the sentence, or null: 120社、45%（令和10年度）. */
  private Due trailing(Place number) {
    int end = passage.sentenceEnd(number.end());
    int last = firstFrom(end) - 1;
    if (last < 0 || dues.get(last).place().begin() < number.end()) {
      return null;
    }
    Due due = dues.get(last);
    int open = passage.enclosing(due.place().begin());
    boolean ends =
        open == due.place().begin() - 1
            && due.bracket() == null
            && passage.skipSpace(passage.closing(open) + 1) >= end;
    boolean only = last == 0 || dues.get(last - 1).place().begin() < number.end();
    return ends && only ? due : null;
  }

  /**
   * Whether a year in a range is said to be the last (令和12年度までに): what stands between goes on to
   * it.
   */
  boolean isUntil(int from, int to) {
    for (int i = firstFrom(from); i < dues.size() && dues.get(i).place().begin() < to; i++) {
      if (text.startsWith(UNTIL, dues.get(i).place().end())) {
        return true;
      }
    }
    return false;
  }

  /** Whether a deadline belongs to the number before it: 400件を令和7年度末までに, 50人を、令和9年度までに. */
  private boolean isNear(int end, int begin) {
    return isOneClause(text, end, begin) || text.substring(end, begin).equals(OBJECT);
  }

  /** The index of the first deadline that begins at or behind an index of the text. */
  private int firstFrom(int index) {
    int low = 0;
    int high = dues.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (dues.get(middle).place().begin() < index) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether no comma, full stop or number stands in a range. */
  static boolean isOneClause(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if ("、。,".indexOf(text.charAt(i)) >= 0 || Marks.isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
