package koetsu.extract.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import koetsu.api.document.LineKind;
import koetsu.api.document.Span;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.profile.Profile;
import koetsu.api.record.Value;
import koetsu.api.text.Token;
import koetsu.api.text.TokenKind;
import org.osgi.service.component.annotations.Component;

/**
 * The ceilings in yen, each distinct one once: amounts behind 上限, 最大 or 限度額, before まで, or in an
 * item under such a label. Floors, thresholds, prices, sales and budget figures are none.
 */
@Component(service = FieldExtractor.class)
public final class CapExtractor implements FieldExtractor {
  static final String LABELLED = "amount-behind-ceiling-word";
  static final String UP_TO = "amount-before-ceiling-word";
  static final String UNDER_LABEL = "amount-under-ceiling-label";

  /** Lexicon: words before a ceiling (上限, 最大, 限度額). */
  static final String CEILING = "cap.ceiling";

  /** Lexicon: what a ceiling word may be one of that is no money (人数, 回数). */
  static final String NOT_MONEY = "cap.ceiling.not";

  /** Lexicon: words behind a ceiling (まで, を上限). */
  static final String CEILING_BEHIND = "cap.ceiling.behind";

  /** Lexicon: words before an amount that is a floor or something else (最低, 売上高 …). */
  static final String FOREIGN = "cap.foreign";

  /** Lexicon: what makes an amount a rough one, behind it (程度). */
  static final String ROUGHLY = "cap.rough";

  /** Lexicon: words behind an amount that make it a floor or threshold (以上, を超える). */
  static final String FOREIGN_BEHIND = "cap.foreign.behind";

  /** Lexicon: what makes an amount one of each month, which may be a ceiling all the same. */
  static final String PER = "cap.per";

  /** Lexicon: words of tax rules near an amount that make its ceiling one of a tax credit. */
  static final String TAX = "cap.tax";

  /** A longer line is a sentence, not a label. */
  private static final int LABEL_LENGTH = 80;

  /** No word governs an amount from further away. */
  private static final int REACH = 160;

  /** The name of an item before its amount is no longer. */
  private static final int ITEM_NAME = 30;

  /** Characters that open a heading. */
  private static final String HEADING_OPENERS = "【<＜《■○◯●◆□◇";

  /** A label stands at most so many lines above the item that gives its amount. */
  private static final int LABEL_LINES = 2;

  /** A heading governs no more lines than this. */
  private static final int BODY_LINES = 12;

  private final PerProfile<Lexicons> lexicons = new PerProfile<>(Lexicons::new);

  @Override
  public String id() {
    return "koetsu.extract.cap";
  }

  @Override
  public Set<String> fields() {
    return Set.of("cap");
  }

  @Override
  public List<Extraction> extract(ExtractionContext context) {
    List<Token> tokens = new ArrayList<>();
    for (Span span : context.record().spans()) {
      tokens.addAll(context.in().tokens().in(span, TokenKind.MONEY));
    }
    if (tokens.isEmpty()) {
      return List.of();
    }
    return new Reader(context, lexicons.of(context)).read(tokens);
  }

  /** The word lists, fetched once for a profile. */
  private static final class Lexicons {
    final Words ceiling;
    final Words notMoney;
    final Words ceilingBehind;
    final Words rough;
    final Words foreign;
    final Words foreignBehind;
    final Words per;
    final Words tax;
    final BudgetLines budgets;

    Lexicons(Profile profile) {
      ceiling = Words.of(profile, CEILING);
      notMoney = Words.of(profile, NOT_MONEY);
      rough = Words.of(profile, ROUGHLY);
      ceilingBehind = Words.of(profile, CEILING_BEHIND);
      foreign = Words.of(profile, FOREIGN);
      foreignBehind = Words.of(profile, FOREIGN_BEHIND);
      per = Words.of(profile, PER);
      tax = Words.of(profile, TAX);
      budgets = new BudgetLines(profile);
    }
  }

  /** Judges the amounts of one record. */
  private static final class Reader {
    private final ExtractionContext context;
    private final Lexicons words;
    private final Sheet sheet;
    private final boolean taxRule;
    private final Spans excluded;
    private final Set<Long> seen = new HashSet<>();
    private final List<Extraction> found = new ArrayList<>();

    private Sheet.Paragraph paragraph;
    private String text;

    Reader(ExtractionContext context, Lexicons words) {
      this.context = context;
      this.words = words;
      sheet = Sheet.of(context);
      taxRule = sheet.titles().stream().anyMatch(title -> words.tax.in(title.text()));
      List<Span> others = new ArrayList<>(sheet.budgets(context, words.budgets));
      context.record().sections("outcome").forEach(section -> others.addAll(section.body()));
      excluded = new Spans(others);
    }

    List<Extraction> read(List<Token> tokens) {
      for (Span span : excluded.list()) {
        Untried.in(context, TokenKind.MONEY, span, LABELLED, "it is a budget or a goal");
      }
      int after = -1;
      for (Token token : tokens) {
        int line = sheet.indexOf(token.span().begin());
        if (token.number() == null
            || token.span().begin() < after
            || line < 0
            || excluded.overlap(token.span())) {
          continue;
        }
        if (paragraph == null || line < paragraph.from() || line >= paragraph.to()) {
          paragraph = sheet.paragraph(line);
          text = paragraph.passage().text();
        }
        Place place = paragraph.passage().place(token.span());
        if (place != null) {
          judge(token, place, line);
        }
        after = token.span().end();
      }
      return found;
    }

    private void judge(Token token, Place place, int line) {
      if (taxRule) {
        failed(LABELLED, token, "the sheet is about a tax rule");
        return;
      }
      Place threshold = words.foreignBehind.at(text, paragraph.passage().skipSpace(place.end()));
      if (threshold != null) {
        failed(LABELLED, token, "a floor or threshold word follows: " + word(threshold));
        return;
      }
      Place rough = words.rough.at(text, place.end());
      int behind = rough == null ? place.end() : rough.end();
      Place upTo = words.ceilingBehind.at(text, paragraph.passage().skipSpace(behind));
      int clause =
          Math.max(paragraph.passage().sentenceBegin(place.begin()), place.begin() - REACH);
      Place label = words.ceiling.last(text, clause, place.begin());
      if (label != null
          && (words.notMoney.at(text, label.end()) != null
              || isOfBefore(text, label)
              || isOfAnother(label))) {
        label = null;
      }
      int from = Math.max(label == null ? clause : label.end(), listItem(place.begin()));
      Place other = words.foreign.last(text, from, place.begin());
      if (upTo != null
          && (other == null || other.end() < place.begin() - 1 || isOfMonth(other, upTo))) {
        add(token, UP_TO, sure(0.9, place), upTo);
        return;
      }
      if (label != null && other == null) {
        add(token, LABELLED, sure(0.93, place), label);
        return;
      }
      if (other != null) {
        failed(LABELLED, token, "it is an amount of something else: " + word(other));
        return;
      }
      if (isUnderLabel(place) || isUnderHeading(line, place)) {
        add(token, UNDER_LABEL, sure(0.8, place), null);
        return;
      }
      failed(LABELLED, token, "no ceiling word governs it");
    }

    /** 月額5万円を上限に: what is paid out each month; 月額5万円まで may be a fee. */
    private boolean isOfMonth(Place other, Place upTo) {
      return words.per.endingAt(text, other.end()) != null && text.charAt(upTo.begin()) == 'を';
    }

    /** 税額控除の上限, 投資額の上限: a ceiling of what nobody pays out. */
    private boolean isOfAnother(Place word) {
      boolean joined = text.startsWith("の", word.begin() - 1);
      int end = joined ? word.begin() - 1 : word.begin();
      return words.tax.endingAt(text, end) != null
          || joined && words.foreign.endingAt(text, end) != null;
    }

    /** 75万円が上限: the word says so of the amount before it. */
    private static boolean isOfBefore(String text, Place word) {
      int particle = word.begin() - 1;
      return particle > 0
          && "をがは".indexOf(text.charAt(particle)) >= 0
          && text.charAt(particle - 1) == '円';
    }

    /** Where the item of an enumeration begins that an index stands in. */
    private int listItem(int index) {
      int at = index;
      while (at > 0 && at > index - REACH && "、,;()\n".indexOf(text.charAt(at - 1)) < 0) {
        at--;
      }
      return at;
    }

    /** Whether the amount is the first of its paragraph and a ceiling label stands above that. */
    private boolean isUnderLabel(Place place) {
      int above = paragraph.from() - 1;
      for (int i = above; i >= Math.max(0, above - LABEL_LINES + 1); i--) {
        Passage line = sheet.passage(i);
        if (line.length() > LABEL_LENGTH) {
          return false;
        }
        String trimmed = line.text().replaceAll("[】>＞》:\\s]+$", "");
        Place ceiling = words.ceiling.endingAt(trimmed, trimmed.length());
        if (ceiling != null && !isOfBefore(trimmed, ceiling)) {
          return true;
        }
        if (line.tokens(TokenKind.MONEY).isEmpty() || !words.ceiling.in(line.text())) {
          return false;
        }
        // the line above gives one amount of the label, this one goes on with the next
        if (Marks.skip(text, 0) == place.begin()) {
          return true;
        }
      }
      return false;
    }

    /**
     * Whether a heading of ceilings stands above the amount's line with nothing but items and rows
     * between, and the amount is the first of its item or the whole of its cell.
     */
    private boolean isUnderHeading(int line, Place place) {
      boolean row = sheet.line(line).kind() == LineKind.TABLE_ROW;
      if (!row && !leadsItem(place)) {
        return false;
      }
      for (int i = line - 1; i >= Math.max(0, line - BODY_LINES); i--) {
        if (isHeadingOfCeilings(i)) {
          return true;
        }
        boolean item =
            sheet.line(i).kind() != LineKind.TEXT
                || Marks.marked(sheet.text(i), 0)
                || !sheet.passage(i).tokens(TokenKind.RATE).isEmpty();
        boolean heading =
            sheet.line(i).kind() == LineKind.HEADING
                || HEADING_OPENERS.indexOf(context.slice(sheet.printed(i)).charAt(0)) >= 0;
        if (heading || !item || sheet.text(i).length() > LABEL_LENGTH) {
          return false;
        }
      }
      return false;
    }

    /**
     * Whether only the name of an item stands before an amount, or the amount that it varies:
     * 600万円（初回は800万円）, 600万円、2千万円.
     */
    private boolean leadsItem(Place place) {
      int from = place.begin();
      while (from > 0 && from > place.begin() - 2 * ITEM_NAME && text.charAt(from - 1) != '\n') {
        from--;
      }
      List<Passage.Found> before = paragraph.passage().tokens(TokenKind.MONEY, from, place.begin());
      boolean varies =
          before.size() == 1
              && before.get(0).place().end() == place.begin() - 1
              && "(、".indexOf(text.charAt(place.begin() - 1)) >= 0;
      String name = text.substring(from, varies ? before.get(0).place().begin() : place.begin());
      return (before.isEmpty() || varies) && name.length() <= ITEM_NAME && name.indexOf('。') < 0;
    }

    /** Whether a line names ceilings and nothing else, or beside another thing (上限額・期間). */
    private boolean isHeadingOfCeilings(int line) {
      String heading = sheet.text(line);
      if (heading.length() > LABEL_LENGTH
          || !sheet.passage(line).tokens(TokenKind.MONEY).isEmpty()) {
        return false;
      }
      for (String part : heading.replaceAll("[】>＞》:\\s]+$", "").split("・|、|/|及び")) {
        if (words.ceiling.endingAt(part, part.length()) != null) {
          return true;
        }
      }
      return false;
    }

    private double sure(double confidence, Place place) {
      return Figures.arePulledApart(text, place) ? confidence - Figures.DOUBT : confidence;
    }

    private void add(Token token, String rule, double confidence, Place because) {
      if (!seen.add(token.number())) {
        failed(rule, token, "the same ceiling stands further up");
        return;
      }
      Map<String, Object> slots = new LinkedHashMap<>();
      slots.put("amountYen", token.number());
      found.add(
          new Finding(context, "cap", rule, List.of(token.span()))
              .because("ceiling", because == null ? null : paragraph.passage().span(because))
              .step(token.normal())
              .step(token.number() + " yen")
              .value(Value.of(slots), confidence));
    }

    private String word(Place place) {
      return text.substring(place.begin(), place.end());
    }

    private void failed(String rule, Token token, String condition) {
      context.in().trace().failed(rule, token.span(), condition);
    }
  }
}
