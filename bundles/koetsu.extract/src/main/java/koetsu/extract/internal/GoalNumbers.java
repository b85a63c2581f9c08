package koetsu.extract.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import koetsu.api.document.Span;
import koetsu.api.text.TokenKind;

/**
 * The numbers of a passage that may be goals, with the unit or noun that says what they count: what
 * the scan knows as quantities, fractions, numbers before a noun that is in no lexicon, and words
 * that are numbers.
 */
final class GoalNumbers {
  /** Between a number without a unit and the noun it counts. */
  private static final String ABOUT = "程度の";

  private static final String OF = "の";

  /** The counter for whatever has none of its own. */
  private static final String GENERAL_COUNTER = "つ";

  /** Between a whole and its share. */
  private static final String SHARE = "に";

  private static final String ONE = "1一";

  /** A unit that is in no lexicon is no longer. */
  private static final int UNIT = 5;

  /** What may stand behind a number with a unit that is in no lexicon. */
  private static final String BEHIND_UNIT = "を、。,にがでは)(へと";

  /** Joins the two ends of a range. */
  private static final String RANGE = "~〜-";

  private final GoalWords words;
  private final Passage passage;
  private final String text;
  private final List<Candidate> found = new ArrayList<>();

  /** How sure it is what a number counts. */
  enum Kind {
    /** A unit of the lexicon, a fraction or a word follows. */
    COUNTED,
    /** A noun that is in no lexicon follows. */
    NOUN,
    /** Nothing follows. */
    BARE
  }

  /** A number that may be a goal. */
  record Candidate(Place place, Span span, Kind kind) {}

  private GoalNumbers(GoalWords words, Passage passage) {
    this.words = words;
    this.passage = passage;
    this.text = passage.text();
  }

  /** In printed order. */
  static List<Candidate> of(GoalWords words, Passage passage) {
    GoalNumbers numbers = new GoalNumbers(words, passage);
    numbers.addQuantities();
    numbers.addPlainNumbers();
    numbers.addWords();
    numbers.found.sort(Comparator.comparing(Candidate::span));
    numbers.joinShares();
    numbers.joinRanges();
    numbers.found.removeIf(numbers::isTenth);
    return numbers.found;
  }

  private void addQuantities() {
    for (Passage.Found quantity : passage.tokens(TokenKind.QUANTITY)) {
      add(withUnitTail(quantity.place()), Kind.COUNTED);
    }
    for (Passage.Found rate : passage.tokens(TokenKind.RATE)) {
      Place place = rate.place();
      boolean fraction = rate.token().normal().indexOf('/') > 0;
      if (fraction && passage.tokens(TokenKind.QUANTITY, place.begin(), place.end()).isEmpty()) {
        add(withUnitTail(place), Kind.COUNTED);
      }
    }
  }

  private void addPlainNumbers() {
    for (Passage.Found number : passage.tokens(TokenKind.NUMBER)) {
      Place place = number.place();
      int end = place.end();
      if (words.multiple.at(text, end) != null) {
        // 2倍増 is no 倍増
        add(new Place(place.begin(), end + 1), Kind.COUNTED);
      } else if (text.startsWith(GENERAL_COUNTER, end)) {
        add(new Place(place.begin(), end + GENERAL_COUNTER.length()), Kind.NOUN);
      } else if (isLabel(place)) {
        continue;
      } else if (words.bound.at(text, passage.skipSpace(end)) != null
          || words.rough.at(text, end) != null
          || words.bare.at(text, end) != null
          || isEntry(place)) {
        add(withNoun(place), Kind.BARE);
      } else if (isCounted(place)) {
        add(new Place(place.begin(), nounEnd(end)), Kind.NOUN);
      }
    }
  }

  /** ゼロにする, 半減させる, but not 半減期. */
  private void addWords() {
    Place word = words.numbers.first(text, 0, text.length());
    while (word != null) {
      int end = word.end();
      boolean counted = word.begin() > 0 && Marks.isDigit(text.charAt(word.begin() - 1));
      boolean whole =
          end == text.length() || !isNoun(text.charAt(end)) || words.bound.at(text, end) != null;
      if (!counted && whole) {
        add(word, Kind.COUNTED);
      }
      word = words.numbers.first(text, end, text.length());
    }
  }

  private void add(Place place, Kind kind) {
    found.add(new Candidate(place, passage.span(place), kind));
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

  /** 10程度のモデル: without a unit the noun says what is counted. */
  private Place withNoun(Place number) {
    int end = number.end();
    Place bound = words.bound.at(text, end);
    if (text.startsWith(ABOUT, end)) {
      end += ABOUT.length();
    } else if (bound != null && text.startsWith(OF, bound.end())) {
      end = bound.end() + OF.length();
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
    while (end < text.length()
        && words.rough.at(text, end) == null
        && words.bound.at(text, end) == null
        && (end == index || words.aim.at(text, end) == null)
        && isNoun(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /**
   * 100物質程度, 3手法を: a short noun that is in no lexicon is a unit where nothing but a particle or a
   * word for about how many follows, unless it makes the number a name or an order (3次元, 第3期).
   */
  private boolean isCounted(Place number) {
    int end = nounEnd(number.end());
    if (end == number.end()
        || end > number.end() + UNIT
        || words.ordinal.at(text, number.end()) != null
        || words.premiseBefore.endingAt(text, number.begin()) != null) {
      return false;
    }
    return end == text.length()
        || Passage.isSpace(text.charAt(end))
        || BEHIND_UNIT.indexOf(text.charAt(end)) >= 0
        || words.rough.at(text, end) != null
        || words.bound.at(text, end) != null
        || words.aim.at(text, end) != null;
  }

  /** 市町村数：200: nothing but what is measured stands before the number, and nothing behind it. */
  private boolean isEntry(Place number) {
    int at = number.begin();
    while (at > 0 && ": ".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    boolean ends = number.end() == text.length() || "、\n(".indexOf(text.charAt(number.end())) >= 0;
    return ends && at < number.begin() && words.measure.endingAt(text, at) != null;
  }

  /** フェーズ2の終了後: a number right behind a noun that measures nothing is part of a name. */
  private boolean isLabel(Place number) {
    int begin = number.begin();
    return begin > 0
        && isNoun(text.charAt(begin - 1))
        && words.measure.endingAt(text, begin) == null
        && words.ordinal.at(text, number.end()) == null
        && text.startsWith(OF, number.end());
  }

  /** 5人に1人: how many of how many is one number. */
  private void joinShares() {
    for (int i = found.size() - 1; i >= 0; i--) {
      Place whole = found.get(i).place();
      int end = shareEnd(whole);
      if (end > 0) {
        while (i + 1 < found.size() && found.get(i + 1).place().begin() < end) {
          found.remove(i + 1);
        }
        Place share = new Place(whole.begin(), end);
        found.set(i, new Candidate(share, passage.span(share), Kind.COUNTED));
      }
    }
  }

  /** Behind the share that follows a number: に1人 with the unit of the number; 0 where none does. */
  private int shareEnd(Place whole) {
    int unit = whole.begin();
    while (unit < whole.end() && Marks.isDigit(text.charAt(unit))) {
      unit++;
    }
    int one = whole.end() + SHARE.length();
    boolean said =
        unit > whole.begin()
            && unit < whole.end()
            && text.startsWith(SHARE, whole.end())
            && one < text.length()
            && ONE.indexOf(text.charAt(one)) >= 0
            && text.startsWith(text.substring(unit, whole.end()), one + 1);
    return said ? one + 1 + whole.end() - unit : 0;
  }

  /** 10％～20％: a range that prints its unit twice is one number. */
  private void joinRanges() {
    for (int i = found.size() - 1; i > 0; i--) {
      Place first = found.get(i - 1).place();
      Place second = found.get(i).place();
      boolean range =
          second.begin() == first.end() + 1
              && RANGE.indexOf(text.charAt(first.end())) >= 0
              && text.charAt(first.end() - 1) == text.charAt(second.end() - 1);
      if (range) {
        found.remove(i);
        Place whole = new Place(first.begin(), second.end());
        found.set(i - 1, new Candidate(whole, passage.span(whole), Kind.COUNTED));
      }
    }
  }

  /** The 5分 of 2割5分. */
  private boolean isTenth(Candidate candidate) {
    int begin = candidate.place().begin();
    return begin > 0
        && text.charAt(begin - 1) == '割'
        && text.charAt(candidate.place().end() - 1) == '分';
  }

  static boolean isNoun(char c) {
    // the blocks of katakana and of unified ideographs
    return c >= '\u30A0' && c <= '\u30FF' || c >= '\u4E00' && c <= '\u9FFF';
  }
}
