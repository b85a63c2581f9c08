package koetsu.extract.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.profile.Profile;
import koetsu.api.record.Value;
import koetsu.api.text.TokenKind;
import org.osgi.service.component.annotations.Component;

/**
 * The programme's own period: a range of years, a start without an end, one year, a number of years
 * or a last year, in the outcome block or behind a label such as 事業期間. Where items differ, the
 * first. Periods of plans, of an agency's goals or of a single grant are none.
 */
@Component(service = FieldExtractor.class)
public final class PeriodExtractor implements FieldExtractor {
  static final String RANGE = "range-of-years";
  static final String START = "start-without-end";
  static final String ONE_YEAR = "one-year";
  static final String LENGTH = "length-in-years";
  static final String LAST_YEAR = "last-year";
  static final String CONTINUING = "continuing";
  static final String VALIDITY = "last-day-of-a-rule-of-law";

  /** Lexicon: labels of a programme's period. */
  static final String LABEL = "period.label";

  /** Lexicon: words before a period that make it somebody else's. */
  static final String FOREIGN = "period.foreign";

  /** Lexicon: words between the two years of a range. */
  static final String TO = "period.to";

  /** Lexicons: words for the end of a programme, and words that say that it has none. */
  static final String OPEN = "period.open";

  static final String OPEN_TAIL = "period.open.tail";

  /** Lexicon: words for a programme that goes on. */
  static final String GOES_ON = "period.continuing";

  /** Lexicon: words right behind a year that something runs from. */
  static final String FROM = "period.from";

  /** Lexicon: words right behind the year that a programme began in, where it has no end. */
  static final String BEGUN = "period.begun";

  /** Lexicon: words between a year and the programme that runs in that year only. */
  static final String SINGLE = "period.single";

  /** Lexicon: how years are counted (年, か年 …). */
  static final String COUNTED = "period.counted";

  /** Lexicon: words between a label and a number of years (原則, 約 …). */
  static final String ABOUT = "period.about";

  /** Lexicon: what makes a number of years a rough one, behind it. */
  static final String ROUGHLY = "period.roughly";

  /** Lexicon: what follows the year that a programme ends in (に終了). */
  static final String ENDS = "period.ends";

  /** Lexicon: what makes a number of years a limit for each grant (以内, 最長). */
  static final String LIMIT = "period.limit";

  /** Lexicon: what runs from a year on (事業, 実施 …). */
  static final String RUNS = "period.runs";

  /** Lexicon: labels behind which a year is the last without a まで (適用期限). */
  static final String LAST_DAY = "period.last.day";

  /** Lexicon: what follows the last year of a rule of law (の時限措置, に取得 …). */
  static final String HOLDS = "period.holds";

  /** Lexicon: what follows the day that a rule of law begins on (施行, 創設 …). */
  static final String IN_FORCE = "period.in.force";

  private static final String UNTIL = "まで";

  private static final String END_OF_YEAR = "末";

  /** 1年目 is no length. */
  private static final String ORDINAL = "目";

  private static final String NOTE = "※";

  private static final String SYSTEM = "system";

  private static final String THIS_PROGRAMME = "本事業";

  /** So far before a range a word may stand that makes it somebody else's. */
  private static final int BEFORE = 14;

  /** What runs from a year on is named so many characters behind it. */
  private static final int CLAUSE = 40;

  /** A label stands at most so many characters before its years. */
  private static final int LABEL_REACH = 80;

  /** A number of years and what they are counted with are no longer. */
  private static final int LENGTH_REACH = 5;

  /** So close words stand that belong together. */
  private static final int NEAR = 12;

  /** White space and the marks that set off a heading. */
  private static final String SET_OFF = " \t\n\u000b\f\r|:■●○◆・【】<>＜＞[]#";

  private final PerProfile<Lexicons> lexicons = new PerProfile<>(Lexicons::new);

  @Override
  public String id() {
    return "koetsu.extract.period";
  }

  @Override
  public Set<String> fields() {
    return Set.of("period");
  }

  @Override
  public List<Extraction> extract(ExtractionContext context) {
    Sheet sheet = Sheet.of(context);
    Reader reader = new Reader(context, lexicons.of(context));
    List<Reading> readings = readings(context, sheet, reader, Spans.ofBodies(context, "outcome"));
    // a range or start anywhere says more than a length, and that more than 継続事業
    return readings.stream()
        .map(reader::years)
        .filter(Objects::nonNull)
        .findFirst()
        .or(() -> readings.stream().map(reader::length).filter(Objects::nonNull).findFirst())
        .or(() -> readings.stream().map(reader::continuing).filter(Objects::nonNull).findFirst())
        .or(() -> validity(context, sheet, reader))
        .map(List::of)
        .orElse(List.of());
  }

  /** How long a rule of law holds: the first date that its sheet says until. */
  private static Optional<Extraction> validity(
      ExtractionContext context, Sheet sheet, Reader reader) {
    if (!context.record().kind().equals(SYSTEM)) {
      return Optional.empty();
    }
    Spans outcomes = Spans.ofBodies(context, "outcome");
    return IntStream.range(0, sheet.size())
        .filter(line -> !outcomes.overlap(sheet.line(line).content()))
        .mapToObj(line -> reader.validity(sheet.passage(line)))
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** A place to look for a period: a paragraph of the outcome block, or a line with a label. */
  private record Reading(Passage passage, boolean outcome) {}

  private static List<Reading> readings(
      ExtractionContext context, Sheet sheet, Reader reader, Spans outcomes) {
    List<Reading> readings = new ArrayList<>();
    int line = 0;
    while (line < sheet.size()) {
      Span content = sheet.line(line).content();
      if (outcomes.overlap(content)) {
        Sheet.Paragraph paragraph = sheet.paragraph(line);
        readings.add(new Reading(paragraph.passage(), true));
        line = paragraph.to();
        continue;
      }
      if (mayHoldLabel(context, content)) {
        boolean heads = line + 1 < sheet.size() && reader.isHeading(sheet.text(line));
        readings.add(
            new Reading(heads ? withNext(context, sheet, line) : sheet.passage(line), false));
      } else {
        Untried.in(context, TokenKind.YEAR, content, RANGE, "nothing on the line names a period");
      }
      line++;
    }
    return readings;
  }

  /** A label that is a line of its own, with the line it heads. */
  private static Passage withNext(ExtractionContext context, Sheet sheet, int line) {
    return Passage.of(context, List.of(sheet.line(line).content(), sheet.line(line + 1).content()));
  }

  /** A quick look for 期 (期間, 期限) and 本事業 in the unfolded line. */
  private static boolean mayHoldLabel(ExtractionContext context, Span line) {
    SourceDocument document = context.in().document();
    String source = document.text();
    int end = document.utf16(line.end());
    for (int i = document.utf16(line.begin()); i < end; i++) {
      if (source.charAt(i) == '期' || source.startsWith(THIS_PROGRAMME, i)) {
        return true;
      }
    }
    return false;
  }

  /** The word lists, fetched once for a profile. */
  private static final class Lexicons {
    final Words labels;
    final Words foreign;
    final Words to;
    final Words open;
    final Words openTail;
    final Words continuing;
    final Words runs;
    final Words from;
    final Words begun;
    final Words single;
    final Words counted;
    final Words about;
    final Words roughly;
    final Words ends;
    final Words limit;
    final Words lastDay;
    final Words holds;
    final Words inForce;

    Lexicons(Profile profile) {
      labels = Words.of(profile, LABEL);
      foreign = Words.of(profile, FOREIGN);
      to = Words.of(profile, TO);
      open = Words.of(profile, OPEN);
      openTail = Words.of(profile, OPEN_TAIL);
      continuing = Words.of(profile, GOES_ON);
      runs = Words.of(profile, RUNS);
      from = Words.of(profile, FROM);
      begun = Words.of(profile, BEGUN);
      single = Words.of(profile, SINGLE);
      counted = Words.of(profile, COUNTED);
      about = Words.of(profile, ABOUT);
      roughly = Words.of(profile, ROUGHLY);
      ends = Words.of(profile, ENDS);
      limit = Words.of(profile, LIMIT);
      lastDay = Words.of(profile, LAST_DAY);
      holds = Words.of(profile, HOLDS);
      inForce = Words.of(profile, IN_FORCE);
    }
  }

  /** Reads the first period of a passage. */
  private static final class Reader {
    private final ExtractionContext context;
    private final Lexicons words;

    private Passage passage;
    private String text;

    Reader(ExtractionContext context, Lexicons words) {
      this.context = context;
      this.words = words;
    }

    /** Whether a line is a label of a period and nothing else. */
    boolean isHeading(String line) {
      StringBuilder bare = new StringBuilder(line.length());
      for (int i = 0; i < line.length(); i++) {
        if (SET_OFF.indexOf(line.charAt(i)) < 0) {
          bare.append(line.charAt(i));
        }
      }
      return words.labels.contains(bare.toString());
    }

    /** A period that its years say. */
    Extraction years(Reading reading) {
      use(reading);
      List<Passage.Found> years = passage.tokens(TokenKind.YEAR);
      for (int i = 0; i < years.size(); i++) {
        Passage.Found next = i + 1 < years.size() ? years.get(i + 1) : null;
        Extraction found = at(years.get(i), next, reading.outcome());
        if (found != null) {
          return found;
        }
        if (next != null && isRange(years.get(i), next)) {
          i++;
        }
      }
      return null;
    }

    /** 継続事業: all that is known is that it goes on. */
    Extraction continuing(Reading reading) {
      use(reading);
      Place endless = reading.outcome() ? endless(0, text.length()) : null;
      return endless == null || !passage.tokens(TokenKind.YEAR).isEmpty()
          ? null
          : value(CONTINUING, endless, null, null, null, true, 0.7, null);
    }

    /** 令和10年3月31日までに取得したもの: the last day of a rule of law, with the first where it is printed. */
    Extraction validity(Passage line) {
      passage = line;
      text = line.text();
      Passage.Found before = null;
      for (Passage.Found year : passage.tokens(TokenKind.YEAR)) {
        int end = lastDayEnd(year);
        if (end > 0) {
          boolean range = before != null && (isRange(before, year) || isBegun(before, year));
          return value(
              VALIDITY,
              new Place((range ? before : year).place().begin(), end + UNTIL.length()),
              range ? FiscalYears.of(passage, before) : null,
              FiscalYears.of(passage, year),
              null,
              false,
              0.7,
              null);
        }
        if (before != null && isRange(before, year) && isTermInBrackets(year)) {
          Place length = lengthBefore(before.place().begin());
          return value(
              VALIDITY,
              new Place(before.place().begin(), year.place().end()),
              FiscalYears.of(passage, before),
              FiscalYears.of(passage, year),
              length == null ? null : number(length),
              false,
              0.7,
              null);
        }
        before = year;
      }
      return null;
    }

    /** 2年間（令和7年度～令和8年度）の時限措置: what holds for the years is named behind their bracket. */
    private boolean isTermInBrackets(Passage.Found last) {
      int end = FiscalYears.endOfDate(passage, last);
      return text.startsWith(")", end) && words.holds.at(text, end + 1) != null;
    }

    /** The end of a last day, 令和10年3月31日 or 令和9年度末, in front of its まで; 0 where there is none. */
    private int lastDayEnd(Passage.Found year) {
      int end = FiscalYears.endOfDate(passage, year);
      if (text.charAt(end - 1) == '日') {
        return text.startsWith(UNTIL, end) ? end : 0;
      }
      int behind = end + END_OF_YEAR.length() + UNTIL.length();
      return text.startsWith(END_OF_YEAR + UNTIL, end) && words.holds.at(text, behind) != null
          ? behind - UNTIL.length()
          : 0;
    }

    private void use(Reading reading) {
      passage = reading.passage();
      text = passage.text();
    }

    private Extraction at(Passage.Found year, Passage.Found next, boolean outcome) {
      int begin = year.place().begin();
      // outside the outcome block a label may be the heading of the line
      int from = outcome ? lineStart(begin) : Math.max(0, begin - LABEL_REACH);
      Place label = words.labels.last(text, from, begin);
      Place other = foreignBefore(begin, label);
      if (other != null) {
        failed(RANGE, year.place(), "it is the period of another thing: " + word(other));
        return null;
      }
      if (!outcome && label == null && isOfThisProgramme(begin)) {
        // the sentence says what others say in the outcome block
        outcome = true;
      }
      if (!outcome && label == null) {
        failed(RANGE, year.place(), "outside the outcome block no label stands before it");
        return null;
      }
      if (next != null && isRange(year, next)) {
        return range(year, next, label);
      }
      if (next != null && outcome && beginsAndEnds(year, next)) {
        return value(
            RANGE,
            new Place(begin, next.place().end()),
            FiscalYears.of(passage, year),
            FiscalYears.of(passage, next),
            null,
            false,
            0.85,
            null);
      }
      boolean labelled = label != null && behindLabel(label) == begin;
      if (!outcome || labelled) {
        Extraction last = lastYear(year, label);
        if (last == null && labelled) {
          last = labelledAlone(year, label);
        }
        if (last != null || !outcome) {
          return last;
        }
      }
      Extraction started = start(year);
      if (started == null) {
        started = until(year);
      }
      return started != null ? started : oneYear(year);
    }

    /** 本事業は、令和6年度から: nothing stands between the subject of the sentence and a year. */
    private boolean isOfThisProgramme(int begin) {
      int subject = text.lastIndexOf(THIS_PROGRAMME, begin);
      return subject >= lineStart(begin)
          && text.substring(subject + THIS_PROGRAMME.length(), begin).matches("は、?");
    }

    /** A word shortly before an index that makes a period somebody else's, or null. */
    private Place foreignBefore(int index, Place label) {
      int from = Math.max(lineStart(index), index - BEFORE);
      if (label != null) {
        from = Math.max(from, label.end());
      }
      // a topic or a comma between the word and the years parts them
      for (int i = index - 1; i >= from; i--) {
        if ("は、。".indexOf(text.charAt(i)) >= 0) {
          from = i + 1;
        }
      }
      return words.foreign.last(text, from, index);
    }

    /** 実施期間：令和5年度～, 事業期間：令和7年度: no other year stands behind the label. */
    private Extraction labelledAlone(Passage.Found year, Place label) {
      int end = FiscalYears.endOfDate(passage, year);
      Place joint = words.to.at(text, skip(end));
      int behind = skip(joint == null ? end : joint.end());
      boolean alone = behind >= text.length() || passage.lineBegin(behind) > label.begin();
      boolean last = words.lastDay.endingAt(text, label.end()) != null;
      if (!alone || last || joint == null && !year.token().fiscal()) {
        return null;
      }
      long fiscal = FiscalYears.of(passage, year);
      return value(
          joint == null ? ONE_YEAR : START,
          new Place(year.place().begin(), joint == null ? end : joint.end()),
          fiscal,
          joint == null ? fiscal : null,
          null,
          joint != null,
          0.8,
          label);
    }

    /** Where the line begins that an index stands in, or a little before the index. */
    private int lineStart(int index) {
      return Math.max(passage.lineBegin(index), index - LABEL_REACH);
    }

    private boolean isRange(Passage.Found first, Passage.Found until) {
      int at = skip(FiscalYears.endOfDate(passage, first));
      Place joint = words.to.at(text, at);
      return joint != null && skip(joint.end()) == until.place().begin();
    }

    /** 令和3年度に開始し、令和8年度に終了する. */
    private boolean beginsAndEnds(Passage.Found first, Passage.Found last) {
      Place ended = words.ends.at(text, skip(FiscalYears.endOfDate(passage, last)));
      return ended != null && isBegun(first, last);
    }

    /** Whether something runs from the first of two years that stand close together. */
    private boolean isBegun(Passage.Found first, Passage.Found last) {
      Place begun = words.from.at(text, skip(FiscalYears.endOfDate(passage, first)));
      return begun != null
          && last.place().begin() <= begun.end() + NEAR
          && passage.sentenceEnd(begun.end()) > last.place().begin();
    }

    private Extraction range(Passage.Found first, Passage.Found until, Place label) {
      int end = FiscalYears.endOfDate(passage, until);
      int at = skip(end);
      if (text.startsWith("末", at)) {
        at = skip(at + 1);
      }
      boolean closed = text.startsWith("まで", at);
      if (closed) {
        at += 2;
        end = at;
      } else if (text.startsWith("にかけて", at)) {
        at += 4;
      }
      at = skip(at);
      if (text.startsWith("の", at) || text.startsWith("(", at)) {
        at = skip(at + 1);
      }
      Place length = lengthAt(at);
      if (length != null) {
        end = length.end();
        at = skip(length.end());
      }
      if (text.startsWith("の", at)) {
        at = skip(at + 1);
      }
      if (length == null) {
        length = lengthBefore(first.place().begin());
      }
      if (label == null && isOfGoal(first.place().begin(), at)) {
        failed(RANGE, first.place(), "a goal is set for these years");
        return null;
      }
      boolean programme = runsAt(at) != null;
      int open = passage.enclosing(first.place().begin());
      boolean bracketed = open >= 0 && passage.closing(open) <= skip(end);
      boolean heads = heads(first);
      double confidence;
      if (programme) {
        confidence = 0.98;
      } else if (label != null) {
        confidence = 0.9;
      } else if (heads) {
        confidence = 0.85;
      } else if (bracketed && (endsLine(open) || words.runs.endingAt(text, open) != null)) {
        confidence = 0.75;
      } else {
        failed(RANGE, first.place(), "neither 事業 follows nor does it head or end its line");
        return null;
      }
      return value(
          RANGE,
          new Place(first.place().begin(), end),
          FiscalYears.of(passage, first),
          FiscalYears.of(passage, until),
          length == null ? null : number(length),
          false,
          confidence,
          label);
    }

    /** 5年間で120件, 参加者を、令和7年度から…毎年50人: a number is to be met over the years. */
    private boolean isOfGoal(int begin, int end) {
      boolean object = begin > 1 && text.startsWith("を、", begin - 2);
      int from = end;
      for (String during : List.of("各年度において", "各年度に", "間に", "間で", "で", "において", "に")) {
        from = from == end && text.startsWith(during, end) ? skip(end + during.length()) : from;
      }
      int stop = Math.min(passage.sentenceEnd(end), from + CLAUSE);
      Place running = words.runs.first(text, from, stop);
      List<Passage.Found> numbers = passage.tokens(TokenKind.QUANTITY, from, stop);
      return !numbers.isEmpty()
          && (object
              || from > end
                  && (running == null || running.begin() > numbers.get(0).place().begin()));
    }

    /** What runs from or over the years before an index: 事業, or 実施する事業 a few words on. */
    private Place runsAt(int index) {
      int end = Math.min(passage.sentenceEnd(index), index + NEAR);
      Place first = words.runs.first(text, index, end);
      return first == null || hasDigit(index, first.begin()) ? null : first;
    }

    private boolean hasDigit(int from, int to) {
      for (int i = from; i < to; i++) {
        if (Marks.isDigit(text.charAt(i))) {
          return true;
        }
      }
      return false;
    }

    /** Words that say that there is no end: 継続事業, or 終了 … 未定 with little between. */
    private Place endless(int from, int to) {
      Place whole = words.continuing.first(text, from, to);
      Place end = words.open.first(text, from, to);
      while (end != null) {
        Place none = words.openTail.first(text, end.end(), Math.min(to, end.end() + NEAR));
        if (none != null) {
          return new Place(end.begin(), none.end());
        }
        end = words.open.first(text, end.end(), to);
      }
      return whole;
    }

    /** Whether the bracket that opens at an index is the last thing on its line. */
    private boolean endsLine(int open) {
      int at = passage.closing(open) + 1;
      return at >= text.length() || passage.lineEnd(at - 1) == at;
    }

    /** 平成25年度からの事業, 平成13年度から実施: the programme runs from a year on. */
    private Extraction start(Passage.Found year) {
      int at = skip(FiscalYears.endOfDate(passage, year));
      int sentence = passage.sentenceEnd(at);
      Place since = words.from.at(text, at);
      if (since == null) {
        return begun(year, words.begun.at(text, at), sentence);
      }
      int behind = skip(since.end());
      if (text.startsWith("の", behind)) {
        behind = skip(behind + 1);
      }
      Place length = lengthAt(behind);
      if (length != null) {
        if (runsAt(length.end()) != null) {
          return startAndLength(year, length);
        }
        failed(START, year.place(), "no programme runs for these years");
        return null;
      }
      Place endless = endless(behind, sentence);
      Place running = words.runs.first(text, behind, Math.min(sentence, behind + CLAUSE));
      if (endless == null && running == null) {
        failed(START, year.place(), "neither a programme nor an open end follows");
        return null;
      }
      int end = endless != null ? endless.end() : running.end();
      return value(
          START,
          new Place(year.place().begin(), end),
          FiscalYears.of(passage, year),
          null,
          null,
          true,
          endless != null ? 0.97 : 0.9,
          null);
    }

    /** 令和7年度からの3年間の事業: the last year follows from the number of years, unless that is rough. */
    private Extraction startAndLength(Passage.Found year, Place length) {
      long start = FiscalYears.of(passage, year);
      boolean rough = words.roughly.at(text, length.end()) != null;
      return value(
          START,
          new Place(year.place().begin(), length.end()),
          start,
          rough ? null : start + number(length) - 1,
          number(length),
          false,
          0.9,
          null);
    }

    /** 令和3年度開始（終了時期は未定）: what began may be over, unless the sentence says that it has no end. */
    private Extraction begun(Passage.Found year, Place word, int sentence) {
      Place endless = word == null ? null : endless(word.end(), sentence);
      if (endless == null) {
        return null;
      }
      return value(
          START,
          new Place(year.place().begin(), endless.end()),
          FiscalYears.of(passage, year),
          null,
          null,
          true,
          0.93,
          null);
    }

    /** Whether a year is the first thing on its line. */
    private boolean heads(Passage.Found year) {
      return Marks.skip(text, lineStart(year.place().begin())) == year.place().begin();
    }

    /** 令和10年度までの事業: only the last year is known. */
    private Extraction until(Passage.Found year) {
      int at = skip(FiscalYears.endOfDate(passage, year));
      if (!text.startsWith("までの", at) || words.runs.at(text, skip(at + 3)) == null) {
        return null;
      }
      return value(
          LAST_YEAR,
          new Place(year.place().begin(), at + 2),
          null,
          FiscalYears.of(passage, year),
          null,
          false,
          0.85,
          null);
    }

    /** 令和8年度事業であり: the programme runs in that year only. */
    private Extraction oneYear(Passage.Found year) {
      int at = year.place().end();
      Place single = words.single.at(text, at);
      at = single == null ? at : single.end();
      if (text.startsWith("の", at)) {
        at++;
      }
      boolean heads = heads(year);
      Place running = words.runs.at(text, at);
      boolean states =
          running != null
              && (text.startsWith("で", running.end()) || text.startsWith("。", running.end()));
      if (!heads || !states || !year.token().fiscal()) {
        failed(
            ONE_YEAR,
            year.place(),
            !heads
                ? "it does not head its line"
                : states ? "it is no fiscal year" : "no statement about the programme follows");
        return null;
      }
      long fiscal = year.token().number();
      return value(
          ONE_YEAR,
          new Place(year.place().begin(), running.end()),
          fiscal,
          fiscal,
          null,
          false,
          0.9,
          null);
    }

    /** 事業期間は4年間を予定: only the number of years is known. */
    Extraction length(Reading reading) {
      use(reading);
      Place label = words.labels.first(text, 0, text.length());
      while (label != null) {
        Extraction found = length(label);
        if (found != null) {
          return found;
        }
        label = words.labels.first(text, label.end(), text.length());
      }
      return null;
    }

    private Extraction length(Place label) {
      Place other =
          words.foreign.last(
              text, Math.max(lineStart(label.begin()), label.begin() - BEFORE), label.begin());
      if (other != null) {
        failed(LENGTH, label, "it is the period of another thing: " + word(other));
        return null;
      }
      int behind = behindLabel(label);
      Place length = lengthAt(behind);
      if (length == null) {
        failed(LENGTH, label, "no number of years follows");
        return null;
      }
      Extraction inForce = inForce(length, label);
      if (inForce != null) {
        return inForce;
      }
      Place limit = words.limit.first(text, label.end(), behind);
      limit = limit == null ? words.limit.at(text, length.end()) : limit;
      if (limit != null && isOfGrants(label)) {
        failed(LENGTH, length, "it is how long each grant may run: " + word(limit));
        return null;
      }
      return value(
          LENGTH,
          new Place(label.begin(), length.end()),
          null,
          null,
          number(length),
          false,
          0.9,
          label);
    }

    /** 7年間（令和7年4月1日施行）: the first day of a rule of law gives the last year, too. */
    private Extraction inForce(Place length, Place label) {
      if (!text.startsWith("(", length.end())) {
        return null;
      }
      int open = length.end();
      List<Passage.Found> years = passage.tokens(TokenKind.YEAR, open, passage.closing(open));
      if (years.isEmpty() || years.get(0).place().begin() != open + 1) {
        return null;
      }
      int end = skip(FiscalYears.endOfDate(passage, years.get(0)));
      Place begins = words.inForce.at(text, end);
      if (begins == null) {
        return null;
      }
      long start = FiscalYears.of(passage, years.get(0));
      return value(
          LENGTH,
          new Place(length.begin(), begins.end()),
          start,
          start + number(length) - 1,
          number(length),
          false,
          0.8,
          label);
    }

    /** 補助事業期間, or in a footnote: what each grant runs for. */
    private boolean isOfGrants(Place label) {
      int line = passage.skipSpace(passage.lineBegin(label.begin()));
      return words.foreign.at(text, label.begin()) != null || text.startsWith(NOTE, line);
    }

    /** The index behind a label, its colon and words such as 原則 and 約. */
    private int behindLabel(Place label) {
      int at = label.end();
      while (at < text.length()) {
        Place about = words.about.at(text, at);
        if (about != null) {
          at = about.end();
        } else if (" :は|】>\n".indexOf(text.charAt(at)) >= 0) {
          at++;
        } else {
          break;
        }
      }
      return at;
    }

    /** 適用期限：令和９年度末まで: only the last year is known. */
    private Extraction lastYear(Passage.Found year, Place label) {
      int end = FiscalYears.endOfDate(passage, year);
      if (text.startsWith(END_OF_YEAR, skip(end))) {
        end = skip(end) + END_OF_YEAR.length();
      }
      int at = skip(end);
      if (text.startsWith("(", at)) {
        at = skip(Math.min(passage.closing(at) + 1, text.length()));
      }
      if (text.startsWith(UNTIL, at)) {
        end = at + UNTIL.length();
      } else if (!isLastDay(label, year)) {
        failed(LAST_YEAR, year.place(), "no まで follows");
        return null;
      }
      return value(
          LAST_YEAR,
          new Place(year.place().begin(), end),
          null,
          FiscalYears.of(passage, year),
          null,
          false,
          0.8,
          label);
    }

    /** 適用期限（令和9年度末）: the label says that the year right behind it is the last. */
    private boolean isLastDay(Place label, Passage.Found year) {
      if (label == null || words.lastDay.endingAt(text, label.end()) == null) {
        return false;
      }
      int at = behindLabel(label);
      return (text.startsWith("(", at) ? at + 1 : at) == year.place().begin();
    }

    /** 3年間（令和6年度～令和8年度）: the number of years in front of the bracket. */
    private Place lengthBefore(int index) {
      int open = index - 1;
      int from = open;
      while (from > 0 && open - from <= LENGTH_REACH) {
        from--;
        Place length = Marks.isDigit(text.charAt(from)) ? lengthAt(from) : null;
        boolean whole = length != null && !Marks.isDigit(text.charAt(Math.max(0, from - 1)));
        if (whole) {
          return text.startsWith("(", open) && length.end() == open ? length : null;
        }
      }
      return null;
    }

    /** A number of years (5年間, 5年程度) at an index, or null; 2～3年 is none. */
    private Place lengthAt(int index) {
      int digits = index;
      while (digits < text.length() && Marks.isDigit(text.charAt(digits))) {
        digits++;
      }
      Place counted = words.counted.at(text, digits);
      if (digits == index
          || digits - index > 2
          || counted == null
          || text.startsWith(ORDINAL, counted.end())) {
        return null;
      }
      return new Place(index, counted.end());
    }

    private Long number(Place length) {
      int end = length.begin();
      while (Marks.isDigit(text.charAt(end))) {
        end++;
      }
      return Long.valueOf(text.substring(length.begin(), end));
    }

    private int skip(int index) {
      return passage.skipSpace(index);
    }

    private String word(Place place) {
      return text.substring(place.begin(), place.end());
    }

    private Extraction value(
        String rule,
        Place place,
        Long start,
        Long end,
        Long years,
        boolean openEnded,
        double confidence,
        Place label) {
      Map<String, Object> slots = new LinkedHashMap<>();
      slots.put("startFiscalYear", start);
      slots.put("endFiscalYear", end);
      slots.put("years", years);
      slots.put("openEnded", openEnded);
      return new Finding(context, "period", rule, passage.spans(place.begin(), place.end()))
          .because("label", label == null ? null : passage.span(label))
          .step(word(place))
          .value(Value.of(slots), confidence);
    }

    private void failed(String rule, Place place, String condition) {
      context.in().trace().failed(rule, passage.span(place), condition);
    }
  }
}
