package koetsu.extract.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import koetsu.api.document.Span;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.profile.Profile;
import koetsu.api.record.Value;
import koetsu.api.text.TokenKind;
import org.osgi.service.component.annotations.Component;

/**
 * The record's own figures. A budget line is read as a row of figures, each with a label before it
 * (令和8年度予算（案） 1.1億円), behind it in brackets (2.9億円の内数（令和７年度当初予算案）) or inherited from the figure or
 * line before, and with brackets that say what the figure is: the previous year's amount, new, or a
 * part of another amount.
 */
@Component(service = FieldExtractor.class)
public final class BudgetExtractor implements FieldExtractor {
  static final String LABELLED = "labelled-figure";
  static final String LABEL_BEHIND = "figure-with-label-behind";
  static final String INHERITED = "figure-with-inherited-label";
  static final String PART = "part-in-brackets";

  static final String TOTAL = "budget.total";
  static final String OTHER = "budget.other";
  static final String SUPPLEMENTARY = "budget.supplementary";
  static final String DRAFT = "budget.draft";
  static final String INITIAL = "budget.initial";
  static final String PART_WORDS = "budget.part";
  static final String NEW = "budget.new";
  static final String INNER = "budget.inner";
  static final String OWN = "budget.own";
  static final String PREVIOUS = "budget.previous";
  static final String SUM = "budget.sum";
  static final String REPEATED = "budget.repeated";

  /** The stage of an amount for several years. */
  private static final String SEVERAL_YEARS = "other";

  /** A label stands at most so many lines above its figure. */
  private static final int LABEL_LINES = 2;

  /** A line longer than this is a sentence, not a label. */
  private static final int LABEL_LENGTH = 40;

  /** A smaller amount of yen is a price or a fee. */
  private static final long LEAST = 500_000;

  /** A stage without its year is no longer: 補正, 当初（案）. */
  private static final int STAGE_LENGTH = 6;

  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern SEPARATORS = Pattern.compile("[・、,]");

  private final PerProfile<Lexicons> lexicons = new PerProfile<>(Lexicons::new);

  @Override
  public String id() {
    return "koetsu.extract.budget";
  }

  @Override
  public Set<String> fields() {
    return Set.of("budget");
  }

  @Override
  public List<Extraction> extract(ExtractionContext context) {
    Lexicons words = lexicons.of(context);
    Sheet sheet = Sheet.of(context);
    List<Span> regions = sheet.budgets(context, words.lines);
    Untried.outside(context, TokenKind.MONEY, regions, LABELLED, "it stands in no budget line");
    if (regions.isEmpty()) {
      return List.of();
    }
    boolean[] marked = new boolean[sheet.size()];
    for (Span region : regions) {
      int line = sheet.indexOf(region.begin());
      if (line >= 0) {
        marked[line] = true;
      }
    }
    boolean repeated = sheet.titles().stream().anyMatch(title -> words.repeated.in(title.text()));
    List<Extraction> found = new ArrayList<>();
    int line = 0;
    int done = -1;
    while (line < marked.length) {
      if (!marked[line]) {
        line++;
        continue;
      }
      int end = line;
      while (end < marked.length && marked[end]) {
        end++;
      }
      int from = withLabelAbove(sheet, words, line, done + 1);
      int to = withNoteBelow(sheet, words, end);
      new Row(context, sheet, words, from, to, line, end, repeated).read(found);
      done = to - 1;
      line = Math.max(end, to);
    }
    return found;
  }

  /** The first line of the label or 内数 note that stands above a run of budget lines. */
  private static int withLabelAbove(Sheet sheet, Lexicons words, int line, int limit) {
    int from = line;
    while (from > limit && line - from < LABEL_LINES) {
      Passage above = sheet.passage(from - 1);
      boolean label =
          above.length() <= LABEL_LENGTH
              && above.tokens(TokenKind.MONEY).isEmpty()
              && words.isLabel(above.text());
      if (!label && !isInnerNote(words, above.text())) {
        break;
      }
      from--;
    }
    return from;
  }

  /** The line behind a run of budget lines and the bracketed label or 内数 note under it. */
  private static int withNoteBelow(Sheet sheet, Lexicons words, int end) {
    if (end >= sheet.size()) {
      return end;
    }
    Passage below = sheet.passage(end);
    String text = below.text();
    boolean bracketed = text.startsWith("(") && below.closing(0) >= text.length() - 1;
    boolean label =
        bracketed
            && (words.isLabel(text) || words.fresh.contains(text.substring(1, below.closing(0))));
    return label || isInnerNote(words, text) ? end + 1 : end;
  }

  /** Whether a line is a note that the figure beside it is part of another one. */
  private static boolean isInnerNote(Lexicons words, String text) {
    return text.length() <= 2 * LABEL_LENGTH
        && (text.startsWith("(") || text.startsWith("※"))
        && words.inner.in(text);
  }

  /** The word lists, fetched once. */
  private static final class Lexicons {
    final Words total;
    final Words other;
    final Words supplementary;
    final Words draft;
    final Words initial;
    final Words part;
    final Words fresh;
    final Words inner;
    final Words own;
    final Words previous;
    final Words sum;
    final Words repeated;
    final Words labels;
    final BudgetLines lines;

    Lexicons(Profile profile) {
      total = Words.of(profile, TOTAL);
      other = Words.of(profile, OTHER);
      supplementary = Words.of(profile, SUPPLEMENTARY);
      draft = Words.of(profile, DRAFT);
      initial = Words.of(profile, INITIAL);
      part = Words.of(profile, PART_WORDS);
      fresh = Words.of(profile, NEW);
      inner = Words.of(profile, INNER);
      own = Words.of(profile, OWN);
      previous = Words.of(profile, PREVIOUS);
      sum = Words.of(profile, SUM);
      repeated = Words.of(profile, REPEATED);
      labels = Words.of(profile, List.of(TOTAL, OTHER, SUPPLEMENTARY, DRAFT, INITIAL));
      lines = new BudgetLines(profile);
    }

    boolean isLabel(String text) {
      return labels.in(text);
    }

    /** The stage that the words of a label say, or null where they say none. */
    String stage(String label) {
      if (!labels.in(label)) {
        return null;
      }
      if (total.in(label)) {
        return "total";
      }
      if (other.in(label)) {
        return "other";
      }
      if (supplementary.in(label)) {
        return "supplementary";
      }
      if (draft.in(label)) {
        return "draft";
      }
      return initial.in(label) ? "initial" : null;
    }
  }

  /** A label: its words, its year and its stage, each null where not printed. */
  private record Label(String text, Span span, Long year, String stage) {
    static final Label NONE = new Label("", null, null, null);
  }

  /** One figure in the making. */
  private static final class Figure {
    final Passage.Found money;
    final int line;
    String rule = LABELLED;
    Label label = Label.NONE;

    /** Index behind the figure and the brackets that belong to it. */
    int end;

    Passage.Found previous;
    Place fresh;
    Place inner;

    Figure(Passage.Found money, int line) {
      this.money = money;
      this.line = line;
      this.end = money.place().end();
    }
  }

  /** One run of budget lines with their labels and notes. */
  private static final class Row {
    private final ExtractionContext context;
    private final Sheet sheet;
    private final Lexicons words;
    private final Passage passage;
    private final String text;
    private final int first;
    private final int markedFrom;
    private final int markedTo;
    private final List<Figure> figures = new ArrayList<>();
    private final boolean repeated;

    Row(
        ExtractionContext context,
        Sheet sheet,
        Lexicons words,
        int first,
        int end,
        int markedFrom,
        int markedTo,
        boolean repeated) {
      this.context = context;
      this.sheet = sheet;
      this.words = words;
      this.first = first;
      this.markedFrom = markedFrom;
      this.markedTo = markedTo;
      this.repeated = repeated;
      List<Span> stretches = new ArrayList<>();
      for (int i = first; i < end; i++) {
        stretches.add(sheet.line(i).content());
      }
      passage = Passage.of(context, stretches);
      text = passage.text();
    }

    void read(List<Extraction> found) {
      for (Passage.Found money : passage.tokens(TokenKind.MONEY)) {
        take(money);
      }
      boolean noted = isNoted();
      for (Figure figure : figures) {
        found.add(extraction(figure, noted));
      }
    }

    /** Decides what an amount is to the figures before it. */
    private void take(Passage.Found money) {
      int at = money.place().begin();
      int line = sheet.indexOf(money.token().span().begin());
      if (line < markedFrom || line >= markedTo) {
        failed(LABELLED, money.place(), "the line is not one of the record's budget lines");
        return;
      }
      Long yen = money.token().number();
      if (yen != null && yen > 0 && yen < LEAST) {
        failed(LABELLED, money.place(), "it is too small for a budget");
        return;
      }
      Figure before = figures.isEmpty() ? null : figures.get(figures.size() - 1);
      int open = passage.enclosing(at);
      int innerAfter = inner(money.place().end());
      if (open >= 0) {
        int close = passage.closing(open);
        String lead = text.substring(open + 1, at).strip();
        boolean follows = before != null && isGap(before.end, open);
        if (follows && innerAfter >= 0 && before.inner != null && before.previous == null) {
          // Aの内数（Bの内数）: the previous year's figure was a part as well
          before.previous = money;
          before.end = Math.min(close + 1, text.length());
          return;
        }
        if (follows && innerAfter >= 0) {
          // A（Bの内数）: one figure, part of B
          before.inner = new Place(at, innerAfter);
          before.end = Math.min(close + 1, text.length());
          return;
        }
        boolean bare = lead.isEmpty() && isBlank(money.place().end(), close);
        Place note = words.inner.endingAt(text, open);
        if (bare && before != null && note != null) {
          // A ※内数(B): both are printed, both are parts
          before.inner = note;
          Figure whole = add(money, line, close);
          whole.rule = INHERITED;
          whole.label = before.label;
          whole.inner = note;
          return;
        }
        if (follows && (bare || words.previous.in(lead)) && before.previous == null) {
          before.previous = money;
          before.end = Math.min(close + 1, text.length());
          // A（B）の内数: both years' figures are parts
          int innerBehind = inner(before.end);
          if (innerBehind >= 0) {
            before.inner = new Place(before.end, innerBehind);
            before.end = innerBehind;
          }
          return;
        }
        if (follows && words.part.in(lead)) {
          Figure part = add(money, line, close);
          part.rule = PART;
          part.label = new Label(lead, passage.span(open + 1, at), before.label.year(), "other");
          part.inner = part.money.place();
          return;
        }
        Figure enclosed = add(money, line, -1);
        label(enclosed, before, before == null ? open + 1 : Math.max(open + 1, before.end));
        int innerBehind = close < text.length() ? inner(close + 1) : -1;
        if (innerBehind >= 0) {
          // （A、B）の内数: all figures of the bracket are parts
          enclosed.inner = new Place(close + 1, innerBehind);
        }
        return;
      }
      if (before != null && innerAfter >= 0 && isNote(before.end, at)) {
        // A ※Bの内数: one figure, part of B
        before.inner = new Place(at, innerAfter);
        before.end = innerAfter;
        return;
      }
      Place own = before == null ? null : words.own.at(text, before.end);
      if (own != null && passage.skipSpace(own.end()) == at) {
        // AのうちB: B is the record's own
        figures.remove(before);
        Figure figure = add(money, line, -1);
        figure.label = before.label;
        return;
      }
      Figure figure = add(money, line, -1);
      if (innerAfter >= 0) {
        figure.inner = new Place(at, innerAfter);
        figure.end = innerAfter;
      }
      label(figure, before, before == null ? 0 : Math.min(before.end, at));
    }

    private Figure add(Passage.Found money, int line, int close) {
      Figure figure = new Figure(money, line);
      if (close >= 0) {
        figure.end = Math.min(close + 1, text.length());
      }
      figures.add(figure);
      int next = passage.skipSpace(figure.end);
      if (next < text.length() && Passage.isOpening(text.charAt(next))) {
        int end = passage.closing(next);
        Place place = passage.trim(next + 1, end);
        String note = SPACE.matcher(text.substring(place.begin(), place.end())).replaceAll("");
        if (words.fresh.contains(note)) {
          figure.fresh = place;
          figure.end = Math.min(end + 1, text.length());
        } else if (SEPARATORS.splitAsStream(note).anyMatch(words.fresh::contains)) {
          // （令和7年度当初予算案・新規）: the label stands there as well
          figure.fresh = place;
        }
      }
      return figure;
    }

    /** The index behind 内数 where it follows an index, or -1. */
    private int inner(int index) {
      int at = index;
      while (at < text.length() && " \n※の額".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      Place word = words.inner.at(text, at);
      return word == null ? -1 : word.end();
    }

    /** Whether nothing but white space and note marks stands in a range. */
    private boolean isGap(int from, int to) {
      for (int i = from; i < to; i++) {
        if (!Passage.isSpace(text.charAt(i)) && text.charAt(i) != '※') {
          return false;
        }
      }
      return true;
    }

    private boolean isNote(int from, int to) {
      return isGap(from, to) && text.substring(from, to).indexOf('※') >= 0;
    }

    private boolean isBlank(int from, int to) {
      return passage.trim(from, to).length() == 0;
    }

    /** Finds the label of a figure before it, behind it in brackets, or at the figure before. */
    private void label(Figure figure, Figure before, int from) {
      Label own = label(from, figure.money.place().begin());
      if (own.year() == null) {
        Label behind = labelBehind(figure);
        boolean dated = behind.year() != null || SEVERAL_YEARS.equals(behind.stage());
        if (dated || own.stage() == null && behind.stage() != null) {
          figure.rule = LABEL_BEHIND;
          figure.label =
              behind.stage() == null
                  ? new Label(behind.text(), behind.span(), behind.year(), own.stage())
                  : behind;
          return;
        }
      }
      if (own.year() == null && own.stage() == null && before != null) {
        figure.rule = INHERITED;
        figure.label = before.label;
        return;
      }
      if (own.stage() == null && before != null) {
        own = new Label(own.text(), own.span(), own.year(), "initial");
      }
      if (own.year() == null
          && before != null
          && before.label.year() != null
          && isStage(own, figure)) {
        // 令和6年度 当初 A, on the next line 補正 B: the year is printed once
        own = new Label(own.text(), own.span(), before.label.year(), own.stage());
      }
      figure.label = own;
    }

    /** Whether a label is a mere stage at the head of its line. */
    private boolean isStage(Label label, Figure figure) {
      int head = figure.money.place().begin();
      int furthest = head - 2 * STAGE_LENGTH;
      while (head > 0 && head > furthest && text.charAt(head - 1) != '\n') {
        head--;
      }
      Place before = passage.trim(head, figure.money.place().begin());
      return !label.text().isEmpty()
          && before.length() <= STAGE_LENGTH
          && text.substring(before.begin(), before.end()).startsWith(label.text());
    }

    /** The label in a range: from its first year or stage word to its end. */
    private Label label(int from, int to) {
      List<Passage.Found> inside = passage.tokens(TokenKind.YEAR, from, to);
      // the words of an earlier line label the figure only as long as no year starts anew
      int begin = inside.isEmpty() ? from : inside.get(inside.size() - 1).place().begin();
      if (inside.size() > 1 && words.sum.in(text, inside.get(0).place().begin(), to)) {
        Place all = passage.trim(inside.get(0).place().begin(), to);
        return new Label(text(all), passage.span(all), null, SEVERAL_YEARS);
      }
      Place place = passage.trim(begin, to);
      if (place.length() == 0) {
        return Label.NONE;
      }
      Long year = inside.isEmpty() ? null : inside.get(inside.size() - 1).token().number();
      String stage = words.stage(text.substring(begin, to));
      if (stage == null && year != null && from < begin) {
        stage = words.stage(text.substring(from, begin));
      }
      if (stage == null && year == null) {
        return Label.NONE;
      }
      return new Label(text(place), passage.span(place), year, stage);
    }

    /** 2.4億円　※令和7年度当初予算案: the label in a note that ends the figure's line. */
    private Label noteBehind(Figure figure, int at) {
      if (text.substring(figure.end, Math.min(at, text.length())).indexOf('※') < 0) {
        return Label.NONE;
      }
      int end = passage.lineEnd(at);
      boolean whole =
          passage.tokens(TokenKind.MONEY, at, end).isEmpty() && end - at <= LABEL_LENGTH;
      Label label = whole ? label(at, end) : Label.NONE;
      return label.year() != null && label.stage() != null ? label : Label.NONE;
    }

    /** The label in the brackets that follow a figure, its 内数 and its other brackets. */
    private Label labelBehind(Figure figure) {
      int at = figure.end;
      while (true) {
        while (at < text.length()
            && (Passage.isSpace(text.charAt(at)) || "※の内数額".indexOf(text.charAt(at)) >= 0)) {
          at++;
        }
        if (at >= text.length() || text.charAt(at) != '(') {
          return noteBehind(figure, at);
        }
        int close = passage.closing(at);
        boolean amounts = !passage.tokens(TokenKind.MONEY, at + 1, close).isEmpty();
        if (!amounts) {
          Label label = label(at + 1, close);
          if (label.year() != null || label.stage() != null) {
            figure.end = Math.max(figure.end, Math.min(close + 1, text.length()));
            return label;
          }
        }
        at = Math.min(close + 1, text.length());
      }
    }

    /** A label as a person would write it: in one line, without a colon or half a bracket. */
    private String text(Place place) {
      String label = text.substring(place.begin(), place.end()).replace("\n", " ");
      int end = label.length();
      while (end > 0
          && (":、, ".indexOf(label.charAt(end - 1)) >= 0
              || label.charAt(end - 1) == ')' && label.indexOf('(') < 0)) {
        end--;
      }
      return label.substring(0, end);
    }

    /** Whether a note line around the figures says that they are parts of another one. */
    private boolean isNoted() {
      int lines = passage.spans(0, text.length()).size();
      for (int i = 0; i < lines; i++) {
        int line = first + i;
        if (line < sheet.size() && isInnerNote(words, sheet.text(line))) {
          return true;
        }
      }
      return false;
    }

    private Extraction extraction(Figure figure, boolean noted) {
      Label label = figure.label;
      String stage = label.stage() == null ? "other" : label.stage();
      boolean partOf = figure.inner != null || noted || repeated;
      Map<String, Object> slots = new LinkedHashMap<>();
      slots.put("label", label.text());
      slots.put("fiscalYear", label.year());
      slots.put("stage", stage);
      slots.put("amountYen", figure.money.token().number());
      slots.put("previousYen", figure.previous == null ? null : figure.previous.token().number());
      slots.put("isNew", figure.fresh != null);
      slots.put("partOf", partOf);
      Finding finding =
          new Finding(context, "budget", figure.rule, List.of(sheet.printed(figure.line)))
              .because("amount", figure.money.token().span())
              .because("label", label.span())
              .because(
                  "previous year", figure.previous == null ? null : figure.previous.token().span())
              .because("new", figure.fresh == null ? null : passage.span(figure.fresh))
              .because("part", figure.inner == null ? null : passage.span(figure.inner))
              .step(figure.money.token().normal())
              .step(figure.money.token().number() + " yen");
      return finding.value(Value.of(slots), confidence(figure, stage, noted));
    }

    private double confidence(Figure figure, String stage, boolean noted) {
      double confidence = 0.98;
      if (figure.label.year() == null && !stage.equals("total")) {
        confidence -= 0.08;
      }
      if (stage.equals("other")) {
        confidence -= 0.1;
      }
      if (figure.rule.equals(INHERITED)) {
        confidence -= 0.1;
      }
      if (figure.inner != null || noted) {
        confidence -= 0.03;
      }
      if (Figures.arePulledApart(text, figure.money.place())
          || figure.previous != null && Figures.arePulledApart(text, figure.previous.place())) {
        confidence -= Figures.DOUBT;
      }
      return confidence;
    }

    private void failed(String rule, Place place, String condition) {
      context.in().trace().failed(rule, passage.span(place), condition);
    }
  }
}
