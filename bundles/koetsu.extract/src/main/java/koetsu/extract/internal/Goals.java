package koetsu.extract.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import koetsu.api.document.Span;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.record.Value;
import koetsu.api.text.TokenKind;

/**
 * The goals of one paragraph, item or cell: its numbers, each unless something speaks against it.
 */
final class Goals {
  /** Between a number without a unit and the noun it counts. */
  private static final String ABOUT = "程度の";

  private static final String OF = "の";

  /** The counter for whatever has none of its own. */
  private static final String GENERAL_COUNTER = "つ";

  /** Characters of a folded number. */
  private static final String NUMBER = "0123456789.,~〜-一二三四五六七八九十百千万億兆";

  /** What is measured in time stands so close before its number. */
  private static final int MEASURE = 8;

  /** A word that says what a number is of stands so close before it. */
  private static final int CLAUSE = 60;

  /** A unit that is in no lexicon is no longer. */
  private static final int UNIT = 4;

  /** A footnote's mark stands so close behind its number. */
  private static final int NOTE = 20;

  private final ExtractionContext context;
  private final GoalWords words;
  private final Passage passage;
  private final String text;
  private final String rule;
  private final List<Mark> marks = new ArrayList<>();
  private final List<Candidate> candidates = new ArrayList<>();
  private final Deadlines deadlines;

  /** A horizon and the place of its word; the place is null where it stands in another passage. */
  record Mark(String horizon, Place place, Span span) {}

  /** A number that may be a goal. */
  private record Candidate(Place place, Span span) {}

  Goals(ExtractionContext context, GoalWords words, Passage passage, String rule, long earliest) {
    this.context = context;
    this.words = words;
    this.passage = passage;
    this.text = passage.text();
    this.rule = rule;
    deadlines = new Deadlines(context, words, passage, rule, earliest);
    for (int i = 0; i < text.length(); i++) {
      String horizon = words.horizons.at(text, i);
      if (horizon != null) {
        Place place = new Place(i, i + 2);
        marks.add(new Mark(horizon, place, passage.span(place)));
        i++;
      }
    }
    addTokens();
    addWords();
    candidates.sort(Comparator.comparing(Candidate::span));
    candidates.removeIf(this::isTenth);
  }

  Mark lastMark() {
    return marks.isEmpty() ? null : marks.get(marks.size() - 1);
  }

  Deadlines.Due lastDue() {
    return deadlines.last();
  }

  /**
   * The goals in printed order.
   *
   * @param horizon what the list says where the paragraph does not, or null
   * @param due likewise
   * @param markedDue what a footnote says of numbers with its mark, or null
   * @param unmarkedDue what it says of the others, or null
   */
  List<Extraction> read(
      Mark horizon, Deadlines.Due due, Deadlines.Due markedDue, Deadlines.Due unmarkedDue) {
    List<Extraction> found = new ArrayList<>();
    int mark = -1;
    int from = 0;
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      Place place = candidate.place();
      while (mark + 1 < marks.size() && marks.get(mark + 1).place().begin() < place.begin()) {
        mark++;
      }
      from = Math.max(from, passage.sentenceBegin(place.begin()));
      Candidate next = i + 1 < candidates.size() ? candidates.get(i + 1) : null;
      String objection = objection(place, next == null ? null : next.place());
      if (objection != null) {
        context.in().trace().failed(rule, candidate.span(), objection);
        if (isOfToday(place)) {
          // a year before the state of today belongs to that
          from = place.end();
        }
        continue;
      }
      Deadlines.Due own = deadlines.of(place, from);
      if (own == null) {
        own = deadlines.ofAll();
      }
      if (own == null) {
        own = due;
      }
      if (own == null) {
        own = isNoted(place.end()) ? markedDue : unmarkedDue;
      }
      found.add(extraction(candidate, mark < 0 ? horizon : marks.get(mark), mark < 0, own));
    }
    return found;
  }

  private void addTokens() {
    List<Passage.Found> all = new ArrayList<>(passage.tokens(TokenKind.QUANTITY));
    for (Passage.Found rate : passage.tokens(TokenKind.RATE)) {
      Place place = rate.place();
      boolean fraction = rate.token().normal().indexOf('/') > 0;
      if (fraction && passage.tokens(TokenKind.QUANTITY, place.begin(), place.end()).isEmpty()) {
        all.add(rate);
      }
    }
    for (Passage.Found number : passage.tokens(TokenKind.NUMBER)) {
      // without a unit a number is a goal only where the sentence says so
      int end = number.place().end();
      boolean counted = text.startsWith(GENERAL_COUNTER, end) && isBound(end + 1);
      if (counted || isBound(end) || words.bare.at(text, end) != null) {
        all.add(number);
      } else if (isCounted(end)) {
        Place place = new Place(number.place().begin(), nounEnd(end));
        candidates.add(new Candidate(place, passage.span(place)));
      }
    }
    for (Passage.Found found : all) {
      boolean bare = found.token().kind() == TokenKind.NUMBER;
      Place place = bare ? withNoun(found.place()) : withUnitTail(found.place());
      Span span = place == found.place() ? found.token().span() : passage.span(place);
      candidates.add(new Candidate(place, span));
    }
  }

  /** ゼロにする, 半減を目指す. */
  private void addWords() {
    int from = 0;
    Place word = words.numbers.first(text, from, text.length());
    while (word != null) {
      if (words.bare.at(text, word.end()) != null) {
        candidates.add(new Candidate(word, passage.span(word)));
      }
      from = word.end();
      word = words.numbers.first(text, from, text.length());
    }
  }

  /** 万トン-CO2, 件/年: what a unit goes on with. */
  private Place withUnitTail(Place quantity) {
    int end = quantity.end();
    if (text.charAt(end - 1) == '割') {
      // 2割5分 is one share
      int tenths = end;
      while (tenths < text.length() && Marks.isDigit(text.charAt(tenths))) {
        tenths++;
      }
      return tenths > end && text.startsWith("分", tenths)
          ? new Place(quantity.begin(), tenths + 1)
          : quantity;
    }
    Place tail = words.unitTail.at(text, end);
    return tail == null ? quantity : new Place(quantity.begin(), tail.end());
  }

  /** 10程度のモデル, 3つ: without a unit the noun says what is counted. */
  private Place withNoun(Place number) {
    int end = number.end();
    if (text.startsWith(GENERAL_COUNTER, end)) {
      return new Place(number.begin(), end + GENERAL_COUNTER.length());
    }
    if (text.startsWith(ABOUT, end)) {
      end += ABOUT.length();
    } else if (text.startsWith(OF, end)) {
      end += OF.length();
    } else {
      return number;
    }
    int noun = passage.skipSpace(end);
    end = nounEnd(noun);
    return end > noun ? new Place(number.begin(), end) : number;
  }

  private int nounEnd(int index) {
    int end = index;
    while (end < text.length() && words.rough.at(text, end) == null && isNoun(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /**
   * 100物質程度: a short noun that is in no lexicon is a unit where a word for about how many follows.
   */
  private boolean isCounted(int index) {
    int end = nounEnd(index);
    return end > index && end <= index + UNIT && words.rough.at(text, end) != null;
  }

  /** The 5分 of 2割5分. */
  private boolean isTenth(Candidate candidate) {
    int begin = candidate.place().begin();
    return begin > 0
        && text.charAt(begin - 1) == '割'
        && text.charAt(candidate.place().end() - 1) == '分';
  }

  private static boolean isNoun(char c) {
    Character.UnicodeBlock block = Character.UnicodeBlock.of(c);
    return block == Character.UnicodeBlock.KATAKANA
        || block == Character.UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS;
  }

  /** Why a number is no goal, or null. */
  private String objection(Place place, Place next) {
    Place premise = words.premiseBefore.endingAt(text, place.begin());
    if (premise != null) {
      return "a premise: " + word(premise) + " stands before it";
    }
    premise = words.premiseBehind.at(text, place.end());
    if (premise != null && words.aimed.at(text, premise.end()) == null) {
      return "a premise: " + word(premise) + " follows";
    }
    if (isThreshold(place)) {
      return "a threshold that says who is meant";
    }
    if (Deadlines.isMisprintedYear(text, place)) {
      return "a year";
    }
    if (isOfToday(place)) {
      return "the state of today: a word that says so follows";
    }
    if (isMeasuredToday(place)) {
      return "the state of today: a word that says so stands before it";
    }
    if (next != null && becomes(place, next)) {
      return "the state of today: a second number follows that it becomes";
    }
    if (isTime(place) && !isBound(place.end()) && !isTimed(place)) {
      return "a length of time, not a quantity";
    }
    return bracketObjection(place);
  }

  private String bracketObjection(Place place) {
    int open = passage.enclosing(place.begin());
    if (open < 0) {
      return null;
    }
    int close = Math.min(passage.closing(open), open + 2 * Passage.LONGEST_BRACKET);
    if (text.startsWith("※", open + 1) || words.todayNote.in(text, open, close)) {
      return "a note on the state of today";
    }
    // 生産量（30万トン）, （設備容量3万kW）
    int named = place.begin() == open + 1 ? open : place.begin();
    boolean result =
        words.counted.endingAt(text, place.end()) != null
            || words.measure.endingAt(text, named) != null && isBracketsEnd(place.end());
    return isBound(place.end()) || result ? null : "a specification in brackets";
  }

  /** Whether a bracket opens or closes behind a number. */
  private boolean isBracketsEnd(int end) {
    return end < text.length()
        && (Passage.isOpening(text.charAt(end)) || Passage.isClosing(text.charAt(end)));
  }

  /** Whether 以上 or the like follows a number. */
  private boolean isBound(int end) {
    return words.bound.at(text, passage.skipSpace(end)) != null;
  }

  /** 従業員300人以下の企業: a number of people or yen that says who is meant. */
  private boolean isThreshold(Place place) {
    return "人名円".indexOf(text.charAt(place.end() - 1)) >= 0
        && words.who.at(text, place.end()) != null;
  }

  /** Whether a word or a bracket without a number behind it says that a number is of today. */
  private boolean isOfToday(Place place) {
    int open = place.end();
    if (words.todayBehind.at(text, open) != null) {
      return true;
    }
    if (open >= text.length() || text.charAt(open) != '(') {
      return false;
    }
    int close = Math.min(passage.closing(open), open + Passage.LONGEST_BRACKET);
    return words.todayNote.in(text, open, close)
        && passage.tokens(TokenKind.QUANTITY, open, close).isEmpty();
  }

  /** 現状は平均で42%: a word in the clause says that the number is of today; より compares. */
  private boolean isMeasuredToday(Place place) {
    int from = place.begin();
    while (from > 0
        && from > place.begin() - CLAUSE
        && "、。\n()".indexOf(text.charAt(from - 1)) < 0
        && !Marks.isDigit(text.charAt(from - 1))) {
      from--;
    }
    Place word = words.todayBefore.last(text, from, place.begin());
    return word != null
        && text.charAt(place.end() - 1) != '倍'
        && words.compares.at(text, word.end()) == null;
  }

  /** A から B に, A→B: the first is where one starts; both count the same. */
  private boolean becomes(Place place, Place next) {
    int at = place.end();
    while (at < text.length() && text.charAt(at) == '(') {
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

  /** What a quantity counts: its text without the number. */
  private String unit(Place place) {
    int at = place.begin();
    while (at < place.end() && NUMBER.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return text.substring(at, place.end());
  }

  /** Whether a number counts nothing but years, months or days. */
  private boolean isTime(Place place) {
    Place unit = words.time.endingAt(text, place.end());
    return unit != null && unit.begin() > 0 && Marks.isDigit(text.charAt(unit.begin() - 1));
  }

  /** Whether a length of time is what the goal is about: 寿命15年, 納期を3日に. */
  private boolean isTimed(Place place) {
    int from = Math.max(0, place.begin() - MEASURE);
    return words.shortened.at(text, place.end()) != null
        || words.timed.last(text, from, place.begin()) != null
            && "間後".indexOf(text.charAt(place.end() - 1)) < 0;
  }

  /** Whether a footnote's mark stands behind a number, on the same line. */
  private boolean isNoted(int end) {
    int to = end == text.length() ? end : Math.min(passage.lineEnd(end), end + NOTE);
    for (int i = end; i < to; i++) {
      if (text.charAt(i) == '※') {
        return true;
      }
    }
    return false;
  }

  private String word(Place place) {
    return text.substring(place.begin(), place.end());
  }

  private Extraction extraction(
      Candidate candidate, Mark mark, boolean inherited, Deadlines.Due due) {
    String slice = context.slice(candidate.span());
    String printed = slice.indexOf('\n') < 0 ? slice : slice.replaceAll("\\R\\s*", "");
    Map<String, Object> slots = new LinkedHashMap<>();
    slots.put("horizon", mark == null ? "none" : mark.horizon());
    slots.put("value", printed);
    slots.put("deadlineFiscalYear", due == null ? null : due.fiscalYear());
    double confidence = rule.equals(TargetExtractor.GOAL) ? 0.85 : 0.6;
    confidence += isBound(candidate.place().end()) ? 0.05 : 0;
    confidence -= mark != null && inherited ? 0.05 : 0;
    return new Finding(context, "target", rule, List.of(candidate.span()))
        .because("horizon", mark == null ? null : mark.span())
        .because("deadline", due == null ? null : due.span())
        .step(printed)
        .value(Value.of(slots), confidence);
  }
}
