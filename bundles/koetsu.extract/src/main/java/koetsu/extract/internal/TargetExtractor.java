package koetsu.extract.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import koetsu.api.document.LineKind;
import koetsu.api.document.Span;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.plugin.Region;
import koetsu.api.record.Section;
import koetsu.api.record.Value;
import koetsu.api.text.Token;
import koetsu.api.text.TokenKind;
import org.osgi.service.component.annotations.Component;

/**
 * The numeric goals of the outcome block, one for each number, with the horizon that governs it
 * (短期的, 中期的, 長期的; at the head of its list or on the line above as well) and the year it is due.
 * Baselines, premises, specifications and item numbers are none.
 */
@Component(service = FieldExtractor.class)
public final class TargetExtractor implements FieldExtractor {
  static final String GOAL = "number-of-the-outcome-block";
  static final String GOAL_HEADING = "number-under-goal-heading";

  /** Lexicon: words that open a list (以下, 次の …). */
  static final String LIST = "target.list";

  /** Lexicon: words behind a number that make it the state of today (となっている, 現在 …). */
  static final String BASELINE_BEHIND = "target.baseline.behind";

  /** Lexicon: words in a note that make its numbers the state of today. */
  static final String BASELINE = "target.baseline";

  /** Lexicon: words behind a number that make it a premise (規模の, あたり …). */
  static final String PREMISE_BEHIND = "target.premise.behind";

  /** Lexicon: words before a number that make it a premise (上位, 最大 …). */
  static final String PREMISE_BEFORE = "target.premise.before";

  /** Lexicon: words behind a number that make it a goal even in brackets (以上 …). */
  static final String BOUND = "target.bound";

  /** Lexicon: endings of quantities that only measure time (年, か月 …). */
  static final String TIME = "target.time";

  /** Lexicon: what is measured in time (寿命, 納期). */
  static final String MEASURED = "target.time.measured";

  /** Lexicon: what follows a length of time that is a goal (に短縮). */
  static final String SHORTENED = "target.time.shortened";

  /** What is measured in time stands so close before its number. */
  private static final int MEASURE = 8;

  /** Lexicon: what may follow a year that is a deadline. */
  static final String DUE = "target.due";

  /** Lexicon: spans of time that goals are set for (期間中, 期間). */
  static final String SPAN = "target.span";

  /** Lexicon: what follows a number without a unit that is a goal (にする). */
  static final String BARE = "target.bare";

  /** Lexicon: what follows a threshold of size (以下の企業). */
  static final String WHO_BEHIND = "target.who";

  /** Lexicon: what follows the state of today where a goal is compared with it (より). */
  static final String COMPARES = "target.baseline.compares";

  /** Lexicon: what joins the state of today and the goal (から, →). */
  static final String BECOMES = "target.becomes";

  /** Lexicon: words for the goals without a footnote's mark (その他). */
  static final String OTHERS = "target.others";

  /** Lexicon: what a unit goes on with (-CO2, /年). */
  static final String UNIT_TAIL = "target.unit.tail";

  /** Lexicon: words that are numbers (ゼロ, 半減). */
  static final String NUMBER_WORDS = "target.words";

  /** Lexicon: units that count results, so that even a number in brackets is a goal. */
  static final String COUNTED = "target.counted";

  /** Lexicon: words before a number that make it the state of today (現状). */
  static final String BASELINE_BEFORE = "target.baseline.before";

  /** Between a number without a unit and the noun it counts. */
  private static final String ABOUT = "程度の";

  /** Characters of a folded number. */
  private static final String NUMBER = "0123456789.,~〜-一二三四五六七八九十百千万億兆";

  /** The counter for whatever has none of its own. */
  private static final String GENERAL_COUNTER = "つ";

  /** A footnote about the goals that carry its mark. */
  private static final String NOTE_ABOUT_MARKED = "※は";

  /** A goal may be due so many years before the budget's own: the programme is under way. */
  private static final int UNDER_WAY = 2;

  /** Lexicons: what stands between a range of years and the words that goals add up over it. */
  static final String FILLER = "target.span.filler";

  static final String ADDS_UP = "target.span.total";

  /** Lexicon: headings of goals outside an outcome block. */
  static final String HEADING = "target.heading";

  @Override
  public String id() {
    return "koetsu.extract.target";
  }

  @Override
  public Set<String> fields() {
    return Set.of("target");
  }

  @Override
  public List<Extraction> extract(ExtractionContext context) {
    List<Extraction> found = new ArrayList<>();
    Sheet sheet = new Sheet(context);
    List<Section> outcomes = context.record().sections("outcome").toList();
    List<Span> read = new ArrayList<>();
    for (Section section : outcomes) {
      List<Integer> lines = lines(sheet, section.body());
      read.addAll(section.body());
      if (!lines.isEmpty()) {
        new Block(context, sheet, lines, GOAL).read(found);
      }
    }
    if (outcomes.isEmpty()) {
      List<Section> contents = context.record().sections("content").toList();
      for (Section section : contents) {
        List<Integer> lines = underGoalHeading(context, sheet, lines(sheet, section.body()));
        lines.forEach(line -> read.add(sheet.line(line).content()));
        if (!lines.isEmpty()) {
          new Block(context, sheet, lines, GOAL_HEADING).read(found);
        }
      }
    }
    Untried.outside(context, TokenKind.QUANTITY, read, GOAL, "it stands outside the goals");
    return found;
  }

  private static List<Integer> lines(Sheet sheet, List<Span> spans) {
    List<Integer> lines = new ArrayList<>();
    for (int i = 0; i < sheet.size(); i++) {
      Span line = sheet.line(i).content();
      if (spans.stream().anyMatch(span -> span.overlaps(line))) {
        lines.add(i);
      }
    }
    return lines;
  }

  /** The lines under a heading that names goals, up to the next heading. */
  private static List<Integer> underGoalHeading(
      ExtractionContext context, Sheet sheet, List<Integer> lines) {
    Words headings = Words.of(context, HEADING);
    List<Integer> under = new ArrayList<>();
    boolean open = false;
    for (int line : lines) {
      String text = sheet.text(line);
      boolean heading =
          sheet.line(line).kind() == LineKind.HEADING
              || text.startsWith("【")
              || text.startsWith("<");
      if (heading) {
        open = headings.in(text);
      } else if (open) {
        under.add(line);
      }
    }
    return under;
  }

  /** One outcome block, read from its first line to its last. */
  private static final class Block {
    private final ExtractionContext context;
    private final Sheet sheet;
    private final List<Integer> lines;
    private final String rule;
    private final Horizons horizons;
    private final Words list;
    private final Words baselineBehind;
    private final Words baseline;
    private final Words premiseBehind;
    private final Words premiseBefore;
    private final Words bound;
    private final Words time;
    private final Words due;
    private final Words measured;
    private final Words shortened;
    private final Words span;
    private final Words filler;
    private final Words addsUp;
    private final Words to;
    private final Words words;
    private final Words compares;
    private final Words whoBehind;
    private final Words unitTail;
    private final Words others;
    private final Words becomes;
    private final Words bare;
    private final Words counted;
    private final Words baselineBefore;

    /** No goal is due before this fiscal year. */
    private final long earliest;

    /** What the current list says of its items. */
    private Mark listHorizon;

    private Due listDue;

    /** What a footnote says of goals with and without its mark. */
    private Due markedDue;

    private Due unmarkedDue;

    private Passage passage;
    private String text;

    /** A horizon and the place of its word. */
    private record Mark(String horizon, Place place, Span span) {}

    /** A year that goals are due in and its place. */
    private record Due(long fiscalYear, Place place, Span span) {}

    /** A number that may be a goal. */
    private record Candidate(Place place, Span span) {}

    Block(ExtractionContext context, Sheet sheet, List<Integer> lines, String rule) {
      this.context = context;
      this.sheet = sheet;
      this.lines = lines;
      this.rule = rule;
      horizons = new Horizons(context);
      list = Words.of(context, LIST);
      baselineBehind = Words.of(context, BASELINE_BEHIND);
      baseline = Words.of(context, BASELINE);
      premiseBehind = Words.of(context, PREMISE_BEHIND);
      premiseBefore = Words.of(context, PREMISE_BEFORE);
      bound = Words.of(context, BOUND);
      time = Words.of(context, TIME);
      due = Words.of(context, DUE);
      measured = Words.of(context, MEASURED);
      shortened = Words.of(context, SHORTENED);
      span = Words.of(context, SPAN);
      filler = Words.of(context, FILLER);
      addsUp = Words.of(context, ADDS_UP);
      to = Words.of(context, PeriodExtractor.TO);
      words = Words.of(context, NUMBER_WORDS);
      compares = Words.of(context, COMPARES);
      whoBehind = Words.of(context, WHO_BEHIND);
      unitTail = Words.of(context, UNIT_TAIL);
      others = Words.of(context, OTHERS);
      becomes = Words.of(context, BECOMES);
      bare = Words.of(context, BARE);
      counted = Words.of(context, COUNTED);
      baselineBefore = Words.of(context, BASELINE_BEFORE);
      earliest = earliest(context);
    }

    /** The first fiscal year that a deadline is plausible in, by the record's budget lines. */
    private static long earliest(ExtractionContext context) {
      return context.record().regions(Region.Role.BUDGET).stream()
              .flatMap(line -> context.in().tokens().in(line, TokenKind.YEAR).stream())
              .mapToLong(Token::number)
              .min()
              .orElse(UNDER_WAY)
          - UNDER_WAY;
    }

    void read(List<Extraction> found) {
      lines.forEach(this::footnote);
      int at = 0;
      Mark[] columns = null;
      while (at < lines.size()) {
        int line = lines.get(at);
        if (sheet.line(line).kind() == LineKind.TABLE_ROW) {
          Mark[] head = columns(line);
          if (head != null) {
            columns = head;
          } else {
            row(line, columns, found);
          }
          at++;
          continue;
        }
        columns = null;
        int end = at + 1;
        while (end < lines.size() && !opens(lines.get(end - 1), lines.get(end))) {
          end++;
        }
        List<Span> stretches = new ArrayList<>();
        for (int i = at; i < end; i++) {
          stretches.add(sheet.line(lines.get(i)).content());
        }
        paragraph(Passage.of(context, stretches), marked(line), found);
        at = end;
      }
    }

    /** Reads a note （※は …年度、その他は …年度） that says when marked and unmarked goals are due. */
    private void footnote(int line) {
      Passage note = sheet.passage(line);
      int mark = note.text().indexOf(NOTE_ABOUT_MARKED);
      if (mark < 0 || mark > 1) {
        return;
      }
      Place rest = others.first(note.text(), mark, note.length());
      for (Passage.Found year : note.tokens(TokenKind.YEAR)) {
        Due noted = new Due(FiscalYears.of(note, year), year.place(), year.token().span());
        if (rest == null || year.place().end() <= rest.begin()) {
          markedDue = noted;
        } else if (unmarkedDue == null) {
          unmarkedDue = noted;
        }
      }
    }

    /** The deadline that a footnote gives a goal: ※ stands behind the goal, or it does not. */
    private Due noted(Candidate candidate) {
      int end = text.indexOf('\n', candidate.place().end());
      int mark = text.indexOf('※', candidate.place().end());
      return mark >= 0 && (end < 0 || mark < end) ? markedDue : unmarkedDue;
    }

    private boolean marked(int line) {
      return sheet.line(line).kind() == LineKind.LIST_ITEM || Marks.marked(sheet.text(line), 0);
    }

    /** Whether a line begins a new paragraph of the block: hard-wrapped lines belong together. */
    private boolean opens(int above, int line) {
      if (marked(line) || sheet.line(line).kind() != LineKind.TEXT || line != above + 1) {
        return true;
      }
      String text = sheet.text(line);
      if (horizons.at(text, 0) != null && !endsInside(sheet.text(above))) {
        return true;
      }
      return sheet.opensParagraph(line);
    }

    /** Whether a line breaks off inside a sentence. */
    private static boolean endsInside(String text) {
      return "、,(".indexOf(text.charAt(text.length() - 1)) >= 0;
    }

    /** The horizons of a table's head cells, or null where the row is none. */
    private Mark[] columns(int line) {
      List<Span> cells = sheet.line(line).cells();
      Mark[] marks = new Mark[cells.size()];
      boolean any = false;
      for (int i = 0; i < marks.length; i++) {
        if (!cells.get(i).isEmpty()) {
          Passage cell = Passage.of(context, cells.get(i));
          boolean head = cell.tokens(TokenKind.QUANTITY).isEmpty();
          String horizon = head ? horizons.first(cell.text()) : null;
          marks[i] = horizon == null ? null : new Mark(horizon, null, cell.span(0, cell.length()));
          any |= horizon != null;
        }
      }
      return any ? marks : null;
    }

    private void row(int line, Mark[] columns, List<Extraction> found) {
      List<Span> cells = sheet.line(line).cells();
      for (int i = 0; i < cells.size(); i++) {
        if (!cells.get(i).isEmpty()) {
          Mark column = columns != null && i < columns.length ? columns[i] : null;
          listHorizon = column;
          paragraph(Passage.of(context, cells.get(i)), true, found);
        }
      }
      listHorizon = null;
    }

    /** Reads one paragraph or item. */
    private void paragraph(Passage where, boolean item, List<Extraction> found) {
      passage = where;
      text = where.text();
      List<Mark> marks = marks();
      List<Candidate> candidates = candidates();
      List<Due> dues = dues(candidates);
      if (!item && opensNothing()) {
        // running text after a list is no part of it
        listHorizon = marks.isEmpty() ? listHorizon : null;
      }
      Mark inherited = listHorizon;
      Due inheritedDue = listDue;
      int accepted = 0;
      for (int i = 0; i < candidates.size(); i++) {
        Candidate candidate = candidates.get(i);
        String reason =
            objection(candidate, i + 1 < candidates.size() ? candidates.get(i + 1) : null);
        if (reason != null) {
          failed(candidate.span(), reason);
          continue;
        }
        Mark mark = before(marks, candidate.place().begin());
        Due year = due(dues, candidates, i);
        if (year == null) {
          year = inheritedDue == null ? noted(candidate) : inheritedDue;
        }
        found.add(extraction(candidate, mark == null ? inherited : mark, year));
        accepted++;
      }
      // an item that only says when, or a sentence that ends in 以下 …, governs what follows
      int tail = Math.max(text.lastIndexOf('。', text.length() - 2) + 1, 0);
      boolean introduces =
          list.in(text, tail, text.length())
              || text.endsWith(":")
              || text.endsWith("、") && accepted == 0;
      boolean header = accepted == 0 && !marks.isEmpty() && text.length() <= 24;
      if (introduces || header) {
        listHorizon = marks.isEmpty() ? inherited : marks.get(marks.size() - 1);
        listDue = dues.isEmpty() ? inheritedDue : dues.get(dues.size() - 1);
      } else if (!item || !marks.isEmpty() && inherited != null) {
        listHorizon = null;
        listDue = null;
      }
    }

    private boolean opensNothing() {
      return !list.in(text) && !text.endsWith(":");
    }

    private List<Mark> marks() {
      List<Mark> marks = new ArrayList<>();
      for (int i = 0; i < text.length(); i++) {
        String horizon = horizons.at(text, i);
        if (horizon != null) {
          Place place = new Place(i, i + 2);
          marks.add(new Mark(horizon, place, passage.span(place)));
          i++;
        }
      }
      return marks;
    }

    private static Mark before(List<Mark> marks, int index) {
      Mark last = null;
      for (Mark mark : marks) {
        if (mark.place().begin() < index) {
          last = mark;
        }
      }
      return last;
    }

    /** The years of the paragraph that something is due in. */
    private List<Due> dues(List<Candidate> candidates) {
      List<Due> dues = new ArrayList<>();
      List<Passage.Found> years = passage.tokens(TokenKind.YEAR);
      for (int i = 0; i < years.size(); i++) {
        Passage.Found year = years.get(i);
        int end = FiscalYears.endOfDate(passage, year);
        boolean opensRange = i + 1 < years.size() && joins(end, years.get(i + 1).place().begin());
        boolean closesRange =
            i > 0 && joins(FiscalYears.endOfDate(passage, years.get(i - 1)), year.place().begin());
        boolean spans = closesRange && (isSpan(year.place().begin()) || isSpanOfGoals(end));
        if (opensRange || closesRange && !spans) {
          failed(year.token().span(), "the year is part of a period, not a deadline");
          continue;
        }
        if (!closesRange && due.at(text, passage.skipSpace(behindGloss(end))) == null) {
          failed(year.token().span(), "the year is no deadline: no までに or the like follows");
          continue;
        }
        long fiscal = FiscalYears.of(passage, year);
        if (fiscal < earliest) {
          failed(year.token().span(), "the year is over before the budget's own");
          continue;
        }
        dues.add(new Due(fiscal, year.place(), year.token().span()));
      }
      for (Candidate candidate : candidates) {
        Place place = candidate.place();
        if (isMisprintedYear(place)) {
          long year = Long.parseLong(text.substring(place.begin(), place.end() - 1));
          dues.add(new Due(year, place, candidate.span()));
        }
      }
      dues.sort(Comparator.comparing(Due::span));
      return dues;
    }

    /** The index behind a bracket that only repeats the year ({@code 令和12年度（2030年度）}). */
    private int behindGloss(int end) {
      if (end >= text.length() || text.charAt(end) != '(') {
        return end;
      }
      int close = passage.closing(end);
      boolean year =
          passage.tokens(TokenKind.YEAR).stream()
              .anyMatch(y -> y.place().begin() == end + 1 && y.place().end() == close);
      return year ? close + 1 : end;
    }

    /** Whether two years are the ends of a range. */
    private boolean joins(int end, int begin) {
      Place joint = to.at(text, passage.skipSpace(end));
      return joint != null && passage.skipSpace(joint.end()) == begin;
    }

    /** Whether a year stands in brackets behind a span of time that goals are set for. */
    private boolean isSpan(int index) {
      int open = passage.enclosing(index);
      return open >= 0 && span.endingAt(text, open) != null;
    }

    /** Whether a range of years is the time that goals add up over: 令和5年度～令和7年度の累計で. */
    private boolean isSpanOfGoals(int end) {
      int at = passage.skipSpace(end);
      for (Place word = filler.at(text, at); word != null; word = filler.at(text, at)) {
        at = passage.skipSpace(word.end());
        while (at < text.length() && Marks.isDigit(text.charAt(at))) {
          at++;
        }
      }
      return addsUp.at(text, at) != null;
    }

    /** 2044度: the 年 of a fiscal year was lost. */
    private boolean isMisprintedYear(Place place) {
      return place.length() == 5
          && text.charAt(place.begin()) == '2'
          && text.charAt(place.end() - 1) == '度'
          && text.charAt(place.begin() + 1) <= '1';
    }

    /** The deadline of a number: the last before it in its sentence, else one right behind it. */
    private Due due(List<Due> dues, List<Candidate> candidates, int index) {
      Candidate candidate = candidates.get(index);
      int begin = text.lastIndexOf('。', candidate.place().begin()) + 1;
      if (index > 0 && isOfToday(candidates.get(index - 1).place())) {
        // a year before the state of today belongs to that
        begin = Math.max(begin, candidates.get(index - 1).place().end());
      }
      Due bracketed = bracketed(dues, candidate.place().end());
      if (bracketed != null) {
        return bracketed;
      }
      Due last = null;
      for (Due year : dues) {
        if (year.place().begin() >= begin && year.place().end() <= candidate.place().begin()) {
          last = year;
        }
      }
      if (last != null) {
        return last;
      }
      for (Due year : dues) {
        int from = candidate.place().end();
        if (year.place().begin() >= from && isOneClause(from, year.place().begin())) {
          return year;
        }
      }
      return null;
    }

    /** The year in brackets right behind a number ({@code 年間10,000人（2027年度）}), or null. */
    private Due bracketed(List<Due> dues, int end) {
      if (end >= text.length() || text.charAt(end) != '(') {
        return null;
      }
      return dues.stream().filter(year -> year.place().begin() == end + 1).findFirst().orElse(null);
    }

    /** Whether no comma, full stop or number stands in a range. */
    private boolean isOneClause(int from, int to) {
      for (int i = from; i < to; i++) {
        if ("、。,".indexOf(text.charAt(i)) >= 0 || Marks.isDigit(text.charAt(i))) {
          return false;
        }
      }
      return true;
    }

    private List<Candidate> candidates() {
      List<Candidate> candidates = new ArrayList<>();
      List<Passage.Found> all = new ArrayList<>(passage.tokens(TokenKind.QUANTITY));
      for (Passage.Found rate : passage.tokens(TokenKind.RATE)) {
        boolean fraction = rate.token().normal().indexOf('/') > 0;
        if (fraction
            && all.stream().noneMatch(q -> q.token().span().overlaps(rate.token().span()))) {
          all.add(rate);
        }
      }
      for (Passage.Found number : passage.tokens(TokenKind.NUMBER)) {
        // without a unit a number is a goal only where the sentence says so
        int end = number.place().end();
        boolean counted = text.startsWith(GENERAL_COUNTER, end) && isBound(end + 1);
        if (counted || isBound(end) || bare.at(text, end) != null) {
          all.add(number);
        }
      }
      all.sort(Comparator.comparing(f -> f.token().span()));
      for (Passage.Found found : all) {
        Place place =
            found.token().kind() == TokenKind.NUMBER
                ? withNoun(found.place())
                : withUnitTail(found.place());
        candidates.add(
            new Candidate(
                place, place == found.place() ? found.token().span() : passage.span(place)));
      }
      for (Place word = words.first(text, 0, text.length());
          word != null;
          word = words.first(text, word.end(), text.length())) {
        if (bare.at(text, word.end()) != null) {
          candidates.add(new Candidate(word, passage.span(word)));
        }
      }
      candidates.sort(Comparator.comparing(Candidate::span));
      return candidates;
    }

    /** 万トン-CO2, 件/年: what a unit goes on with. */
    private Place withUnitTail(Place quantity) {
      Place tail = unitTail.at(text, quantity.end());
      return tail == null ? quantity : new Place(quantity.begin(), tail.end());
    }

    /** 10程度のモデル: without a unit the noun says what is counted. */
    private Place withNoun(Place number) {
      if (text.startsWith(GENERAL_COUNTER, number.end())) {
        return new Place(number.begin(), number.end() + GENERAL_COUNTER.length());
      }
      int end;
      if (text.startsWith(ABOUT, number.end())) {
        end = number.end() + ABOUT.length();
      } else if (text.startsWith("の", number.end())) {
        end = number.end() + 1;
      } else {
        return number;
      }
      end = passage.skipSpace(end);
      int noun = end;
      while (end < text.length() && isNoun(text.charAt(end))) {
        end++;
      }
      return end > noun ? new Place(number.begin(), end) : number;
    }

    private static boolean isNoun(char c) {
      Character.UnicodeBlock block = Character.UnicodeBlock.of(c);
      return block == Character.UnicodeBlock.KATAKANA
          || block == Character.UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS;
    }

    /** Why a number is no goal, or null. */
    private String objection(Candidate candidate, Candidate next) {
      int begin = candidate.place().begin();
      int end = candidate.place().end();
      Place premise = premiseBefore.endingAt(text, begin);
      if (premise != null) {
        return "a premise: " + word(premise) + " stands before it";
      }
      premise = premiseBehind.at(text, end);
      if (premise != null) {
        return "a premise: " + word(premise) + " follows";
      }
      if (isThreshold(candidate.place())) {
        return "a threshold that says who is meant";
      }
      if (isMisprintedYear(candidate.place())) {
        return "a year";
      }
      if (isOfToday(candidate.place())) {
        return "the state of today: a word that says so follows";
      }
      if (isMeasuredToday(candidate.place())) {
        return "the state of today: a word that says so stands before it";
      }
      if (next != null && isBaselineOf(candidate, next)) {
        return "the state of today: a second number follows that it becomes";
      }
      if (isTime(candidate.place()) && !isBound(end) && !isMeasuredTime(begin, end)) {
        return "a length of time, not a quantity";
      }
      int open = passage.enclosing(begin);
      if (open >= 0) {
        int close = passage.closing(open);
        if (text.startsWith("※", open + 1) || baseline.in(text, open, close)) {
          return "a note on the state of today";
        }
        boolean result = counted.endingAt(text, end) != null;
        if (!isBound(end) && !result) {
          return "a specification in brackets";
        }
      }
      return null;
    }

    /** Whether a word or a bracket without a number behind it says that a number is of today. */
    private boolean isOfToday(Place place) {
      if (baselineBehind.at(text, place.end()) != null) {
        return true;
      }
      int open = place.end();
      if (open >= text.length() || text.charAt(open) != '(') {
        return false;
      }
      int close = passage.closing(open);
      return baseline.in(text, open, close)
          && passage.tokens(TokenKind.QUANTITY).stream()
              .noneMatch(q -> q.place().begin() > open && q.place().end() <= close);
    }

    /** Whether 以上 or the like follows a number. */
    private boolean isBound(int end) {
      return bound.at(text, passage.skipSpace(end)) != null;
    }

    /** Whether a number counts nothing but years, months or days. */
    private boolean isTime(Place place) {
      Place unit = time.endingAt(text, place.end());
      return unit != null && Marks.isDigit(text.charAt(unit.begin() - 1));
    }

    /** Whether a length of time is what the goal is about: 寿命15年, 納期を3日に. */
    private boolean isMeasuredTime(int begin, int end) {
      Place measure = measured.last(text, Math.max(0, begin - MEASURE), begin);
      return shortened.at(text, end) != null
          || measure != null && "間後".indexOf(text.charAt(end - 1)) < 0;
    }

    /** A から B に, A→B: the first is where one starts; both count the same. */
    private boolean isBaselineOf(Candidate candidate, Candidate next) {
      int at = candidate.place().end();
      while (at < text.length() && text.charAt(at) == '(') {
        at = passage.closing(at) + 1;
      }
      at = passage.skipSpace(Math.min(at, text.length()));
      Place joint = becomes.at(text, at);
      if (joint == null) {
        return false;
      }
      boolean adjacent = passage.skipSpace(joint.end()) == next.place().begin();
      return adjacent
          || unit(candidate.place()).equals(unit(next.place()))
              && text.substring(joint.end(), next.place().begin()).indexOf('。') < 0;
    }

    /** What a quantity counts: its text without the number. */
    private String unit(Place place) {
      int at = place.begin();
      while (at < place.end() && NUMBER.indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      return text.substring(at, place.end());
    }

    /** 現状は平均で42%: a word in the clause says that the number is of today; より compares. */
    private boolean isMeasuredToday(Place place) {
      int from = place.begin();
      while (from > 0 && "、。\n()".indexOf(text.charAt(from - 1)) < 0) {
        from--;
      }
      Place word = baselineBefore.last(text, from, place.begin());
      return word != null
          && text.charAt(place.end() - 1) != '倍'
          && compares.at(text, word.end()) == null
          && isOneClause(word.end(), place.begin());
    }

    /** 従業員300人以下の企業: a number of people or yen that says who is meant. */
    private boolean isThreshold(Place place) {
      char last = text.charAt(place.end() - 1);
      return (last == '人' || last == '名' || last == '円') && whoBehind.at(text, place.end()) != null;
    }

    private String word(Place place) {
      return text.substring(place.begin(), place.end());
    }

    private void failed(Span place, String condition) {
      context.in().trace().failed(rule, place, condition);
    }

    private Extraction extraction(Candidate candidate, Mark mark, Due year) {
      String printed = context.slice(candidate.span()).replaceAll("\\R\\s*", "");
      Map<String, Object> slots = new LinkedHashMap<>();
      slots.put("horizon", mark == null ? "none" : mark.horizon());
      slots.put("value", printed);
      slots.put("deadlineFiscalYear", year == null ? null : year.fiscalYear());
      double confidence = rule.equals(GOAL) ? 0.85 : 0.6;
      confidence += bound.at(text, candidate.place().end()) != null ? 0.05 : 0;
      confidence -= mark != null && mark == listHorizon ? 0.05 : 0;
      return new Finding(context, "target", rule, List.of(candidate.span()))
          .because("horizon", mark == null ? null : mark.span())
          .because("deadline", year == null ? null : year.span())
          .step(printed)
          .value(Value.of(slots), confidence);
    }
  }
}
