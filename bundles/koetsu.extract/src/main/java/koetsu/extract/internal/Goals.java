package koetsu.extract.internal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import koetsu.api.document.Span;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.record.Value;
import koetsu.api.text.TokenKind;

/**
 * The goals of one paragraph, item or cell: its numbers, each unless more speaks against it than
 * for it.
 */
final class Goals {
  /** A footnote's mark stands so close behind its number. */
  private static final int NOTE = 20;

  /** So many numbers before and behind one may be confused with it. */
  private static final int NEIGHBOURS = 4;

  /** How fast the signs of a goal make it sure. */
  private static final double SLOPE = 0.8;

  private static final double MOST_SURE = 0.99;

  private final ExtractionContext context;
  private final GoalWords words;
  private final Passage passage;
  private final String text;
  private final GoalSign base;
  private final List<Mark> marks = new ArrayList<>();
  private final List<GoalNumbers.Candidate> candidates;
  private final Deadlines deadlines;
  private final GoalSigns signs;

  /** A horizon and the place of its word; the place is null where it stands in another passage. */
  record Mark(String horizon, Place place, Span span) {}

  /** What stands elsewhere and governs a paragraph: each may be null. */
  record Governing(
      Mark horizon, Deadlines.Due due, Deadlines.Due markedDue, Deadlines.Due unmarkedDue) {}

  /**
   * @param earliest no goal is due before this fiscal year
   * @param budgetYear the last fiscal year of the sheet's own budget
   */
  Goals(
      ExtractionContext context,
      GoalWords words,
      Passage passage,
      GoalSign base,
      long earliest,
      long budgetYear) {
    this.context = context;
    this.words = words;
    this.passage = passage;
    this.text = passage.text();
    this.base = base;
    deadlines = new Deadlines(context, words, passage, rule(), earliest);
    signs = new GoalSigns(words, passage, budgetYear);
    for (int i = 0; i < text.length(); i++) {
      String horizon = words.horizons.at(text, i);
      if (horizon != null) {
        Place place = new Place(i, i + 2);
        marks.add(new Mark(horizon, place, passage.span(place)));
        i++;
      }
    }
    candidates = GoalNumbers.of(words, passage);
  }

  private String rule() {
    return base == GoalSign.OUTCOME ? TargetExtractor.GOAL : TargetExtractor.GOAL_HEADING;
  }

  Mark lastMark() {
    return marks.isEmpty() ? null : marks.get(marks.size() - 1);
  }

  Deadlines.Due lastDue() {
    return deadlines.last();
  }

  /** For each number why it is no goal, or null. */
  private List<GoalSigns.Shown> refusals() {
    List<GoalSigns.Shown> refusals = new ArrayList<>();
    Place state = null;
    for (int i = 0; i < candidates.size(); i++) {
      Place place = candidates.get(i).place();
      Place before = i > 0 ? candidates.get(i - 1).place() : null;
      Place next = i + 1 < candidates.size() ? candidates.get(i + 1).place() : null;
      GoalSigns.Shown against = signs.against(place, before, next);
      if (against == null && state != null && continuesState(state, place)) {
        against = new GoalSigns.Shown(GoalSign.PAST, "");
      }
      state = against != null && GoalSigns.isState(against) ? place : null;
      refusals.add(against);
    }
    return refusals;
  }

  /** Whether a number of the same sentence was refused: the two may have been confused. */
  private boolean isBesideRefused(int index, List<GoalSigns.Shown> refusals) {
    int begin = passage.sentenceBegin(candidates.get(index).place().begin());
    int end = passage.sentenceEnd(candidates.get(index).place().end());
    for (int i = Math.max(0, index - NEIGHBOURS);
        i < Math.min(candidates.size(), index + NEIGHBOURS + 1);
        i++) {
      Place other = candidates.get(i).place();
      if (refusals.get(i) != null && other.begin() >= begin && other.end() <= end) {
        return true;
      }
    }
    return false;
  }

  /** The goals in printed order. */
  List<Extraction> read(Governing governing) {
    List<Extraction> found = new ArrayList<>();
    List<GoalSigns.Shown> refusals = refusals();
    int mark = -1;
    int from = 0;
    Deadlines.Due said = null;
    for (int i = 0; i < candidates.size(); i++) {
      GoalNumbers.Candidate candidate = candidates.get(i);
      Place place = candidate.place();
      while (mark + 1 < marks.size() && marks.get(mark + 1).place().begin() < place.begin()) {
        mark++;
      }
      from = Math.max(from, passage.sentenceBegin(place.begin()));
      if (mark > 0) {
        // what is said of one horizon says nothing of the next
        from = Math.max(from, marks.get(mark).place().begin());
      }
      Place next = i + 1 < candidates.size() ? candidates.get(i + 1).place() : null;
      GoalSigns.Shown against = refusals.get(i);
      if (against != null) {
        context.in().trace().failed(rule(), candidate.span(), against.says());
        boolean taken = said != null && said.place().begin() >= from;
        if (GoalSigns.isState(against) && !taken && !deadlines.isUntil(from, place.begin())) {
          // a year before the state of today belongs to that, unless a goal had it before
          from = place.end();
        }
        continue;
      }
      Mark own = mark < 0 ? governing.horizon() : marks.get(mark);
      Mark behind = inBracketsBehind(place);
      if (behind != null) {
        own = behind;
      } else if (mark >= 0 && ownsItsTime(place.begin(), own.place().begin())) {
        own = null;
      }
      boolean beside = isBesideRefused(i, refusals);
      said = deadlines.of(place, from);
      if (said != null && isOfNextHorizon(mark + 1, place, said)) {
        said = null;
      }
      Deadlines.Due due = said == null ? governingDue(place, governing) : said;
      found.add(goal(candidate, next, own, due, beside));
    }
    return found;
  }

  /** 短期：12か国 長期：20か国（2030年まで）: a year behind the next horizon's word is of that. */
  private boolean isOfNextHorizon(int next, Place number, Deadlines.Due due) {
    return next < marks.size()
        && marks.get(next).place().begin() >= number.end()
        && marks.get(next).place().begin() < due.place().begin()
        && inBracketsBehind(number) == null;
  }

  /** 10件（短期）: the horizon right behind a number is its own. */
  private Mark inBracketsBehind(Place place) {
    int word = place.end() + 1;
    if (word >= text.length() || text.charAt(place.end()) != '(') {
      return null;
    }
    String horizon = words.horizons.at(text, word);
    Place said = new Place(word, Math.min(word + 2, text.length()));
    return horizon == null || passage.closing(place.end()) > said.end() + 1
        ? null
        : new Mark(horizon, said, passage.span(said));
  }

  /** 令和5年度末時点：管路39%、配水池64%: no aim and no other time parts the second from the first. */
  private boolean continuesState(Place state, Place place) {
    return passage.sentenceEnd(state.end()) >= place.end()
        && signs.aim(state.end()) == null
        && passage.tokens(TokenKind.YEAR, state.end(), place.begin()).isEmpty();
  }

  /** 令和8年度においては…: a sentence that opens with a time of its own leaves the horizon before it. */
  private boolean ownsItsTime(int index, int mark) {
    int begin = passage.sentenceBegin(index);
    if (mark >= begin) {
      return false;
    }
    List<Passage.Found> years = passage.tokens(TokenKind.YEAR, begin, index);
    if (years.isEmpty() || years.get(0).place().begin() > passage.skipSpace(begin)) {
      return false;
    }
    Place said = words.due.at(text, FiscalYears.endOfDate(passage, years.get(0)));
    return said != null && text.charAt(said.end() - 1) == 'は'
        || said != null && text.startsWith("は", said.end());
  }

  /** What elsewhere says when a number is due that has no year of its own, or null. */
  private Deadlines.Due governingDue(Place place, Governing governing) {
    Deadlines.Due own = deadlines.ofAll();
    if (own == null) {
      own = governing.due();
    }
    if (own == null) {
      own = isNoted(place.end()) ? governing.markedDue() : governing.unmarkedDue();
    }
    return own;
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

  private Extraction goal(
      GoalNumbers.Candidate candidate,
      Place next,
      Mark mark,
      Deadlines.Due due,
      boolean besideRefused) {
    String slice = context.slice(candidate.span());
    String printed = slice.indexOf('\n') < 0 ? slice : slice.replaceAll("\\R\\s*", "");
    Map<String, Object> slots = new LinkedHashMap<>();
    slots.put("horizon", mark == null ? "none" : mark.horizon());
    slots.put("value", printed);
    slots.put("deadlineFiscalYear", due == null ? null : due.fiscalYear());
    Place aim = signs.aim(candidate.place().end());
    return new Finding(context, "target", rule(), List.of(candidate.span()))
        .because("horizon", mark == null ? null : mark.span())
        .because("deadline", due == null ? null : due.span())
        .because("aim", aim == null ? null : passage.span(aim))
        .step(printed)
        .value(Value.of(slots), sure(signsOf(candidate, next, mark, due, aim, besideRefused)));
  }

  /** The signs that a goal shows, those that make its slots less sure among them. */
  private Set<GoalSign> signsOf(
      GoalNumbers.Candidate candidate,
      Place next,
      Mark mark,
      Deadlines.Due due,
      Place aim,
      boolean besideRefused) {
    Place place = candidate.place();
    Set<GoalSign> shown = EnumSet.of(base);
    if (besideRefused) {
      shown.add(GoalSign.REFUSED);
    }
    if (signs.isUnusual(place)) {
      shown.add(GoalSign.UNUSUAL);
    }
    if (signs.isBound(place.end())) {
      shown.add(GoalSign.BOUND);
    }
    if (aim != null) {
      shown.add(GoalSign.AIM);
    }
    if (due != null) {
      shown.add(GoalSign.DEADLINE);
    }
    if (due != null && isDistant(due, place)) {
      shown.add(GoalSign.DISTANT_DEADLINE);
    }
    if (mark != null) {
      shown.add(GoalSign.HORIZON);
    }
    if (mark != null
        && mark.place() != null
        && mark.place().begin() < passage.sentenceBegin(place.begin())) {
      shown.add(GoalSign.DISTANT_HORIZON);
    }
    if (signs.isMeasured(place.begin())) {
      shown.add(GoalSign.MEASURED);
    }
    if (candidate.kind() == GoalNumbers.Kind.NOUN) {
      shown.add(GoalSign.UNKNOWN_UNIT);
    }
    if (candidate.kind() == GoalNumbers.Kind.BARE) {
      shown.add(GoalSign.NO_UNIT);
    }
    if (signs.goesOn(place.end())) {
      shown.add(GoalSign.LONGER_UNIT);
    }
    if (hasOtherYears(place, due)) {
      shown.add(GoalSign.OTHER_YEARS);
    }
    if (next != null && signs.isOneClause(place.end(), next.begin())) {
      shown.add(GoalSign.ANOTHER_NUMBER);
    }
    if (signs.attribute(place) != null) {
      shown.add(GoalSign.ATTRIBUTE);
    }
    if (passage.enclosing(place.begin()) >= 0) {
      shown.add(GoalSign.BRACKET);
    }
    return shown;
  }

  /** Whether a year stands behind the number, elsewhere, or with another number between them. */
  private boolean isDistant(Deadlines.Due due, Place place) {
    Place year = passage.place(due.span());
    if (year == null) {
      return true;
    }
    if (year.begin() >= place.end()) {
      return year.begin() > place.end() + 2;
    }
    return !passage.tokens(TokenKind.QUANTITY, year.end(), place.begin()).isEmpty();
  }

  private boolean hasOtherYears(Place place, Deadlines.Due due) {
    int begin = passage.sentenceBegin(place.begin());
    int end = passage.sentenceEnd(place.end());
    return passage.tokens(TokenKind.YEAR, begin, end).size() > (due == null ? 0 : 1);
  }

  /** Rises with the signs, from a half where they cancel out. */
  private static double sure(Set<GoalSign> shown) {
    double sum = shown.stream().mapToDouble(GoalSign::weight).sum();
    double share = 1 / (1 + Math.exp(-SLOPE * sum));
    return Math.round(Math.min(share, MOST_SURE) * 100) / 100.0;
  }
}
