package koetsu.extract.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import koetsu.api.document.SourceDocument;
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
 * The rates at which the programme bears a cost, each distinct one once: fractions, percentages, 割
 * and 定額 that a word of support governs. Rates of votes, interest, taxes, growth and shares are
 * none, nor are the numbers of the outcome block.
 */
@Component(service = FieldExtractor.class)
public final class SubsidyRateExtractor implements FieldExtractor {
  static final String LABELLED = "rate-behind-label";
  static final String IN_SUPPORT_BRACKET = "rate-in-brackets-behind-support";
  static final String BEFORE_SUPPORT = "rate-before-support";
  static final String OF_COST = "rate-of-a-cost";
  static final String FIXED_AMOUNT = "fixed-amount";
  static final String UNDER_LABEL = "rate-under-label";
  static final String STANDALONE = "rate-alone-beside-support";

  static final String BESIDE = "fraction-beside-rate";

  /** A fraction that a bracket behind it divides among those who pay it. */
  static final String DIVIDED = "fraction-divided-in-brackets";

  /** A fraction that says how far the support goes. */
  static final String UP_TO = "fraction-up-to";

  /** A fraction in the scheme block: what else would be printed there as one? */
  static final String IN_SCHEME = "fraction-in-scheme";

  /** Lexicon: labels of a rate (補助率, 助成率, 国費率 …). */
  static final String LABEL = "rate.label";

  /** Lexicon: words of support (補助, 助成, 支給 …). */
  static final String SUPPORT = "rate.support";

  /** Lexicon: what a rate may be taken of (経費, 費用 …). */
  static final String COST = "rate.cost";

  /** Lexicon: endings of costs right before a fraction (費の). */
  static final String COST_ENDING = "rate.cost.ending";

  /** Lexicon: words that make a rate something else (税額控除, 金利, 伸び率 …). */
  static final String FOREIGN = "rate.foreign";

  /** Lexicon: what follows a rate of something else (以上の同意, 増 …). */
  static final String FOREIGN_BEHIND = "rate.foreign.behind";

  /** Lexicon: what follows 定額 in a word that is no rate (定額制 …). */
  static final String NOT_FIXED = "rate.fixed.not";

  /** Lexicon: endings of those who bear a share (国, 県, 省). */
  static final String PAYERS = "rate.payer";

  /** Lexicon: title words of tax rules, whose rates are no subsidies. */
  static final String TAX_RULE = "title.tax";

  private static final String FIXED = "定額";

  private static final String WITHIN = "以内";

  /** A whole in percent. */
  private static final int WHOLE = 100;

  /** So far behind a rate its word of support may stand. */
  private static final int BEHIND = 12;

  /** So far before a rate the cost it is taken of may stand. */
  private static final int BEFORE = 16;

  /** A longer line is a sentence: no label, and no line of rates alone. */
  private static final int LABEL_LENGTH = 80;

  /** No word governs a rate from further away. */
  private static final int REACH = 160;

  /** So many lines a label governs the lines below it. */
  private static final int LABEL_LINES = 4;

  private final PerProfile<Lexicons> lexicons = new PerProfile<>(Lexicons::new);

  @Override
  public String id() {
    return "koetsu.extract.subsidyRate";
  }

  @Override
  public Set<String> fields() {
    return Set.of("subsidyRate");
  }

  @Override
  public List<Extraction> extract(ExtractionContext context) {
    List<Token> tokens = new ArrayList<>();
    for (Span span : context.record().spans()) {
      tokens.addAll(context.in().tokens().in(span, TokenKind.RATE));
      tokens.addAll(paired(context, span));
    }
    if (tokens.isEmpty()) {
      return List.of();
    }
    tokens.sort(Comparator.comparing(Token::span));
    return new Reader(context, lexicons.of(context)).read(tokens);
  }

  /**
   * The two rates of {@code 45(30)%}: one for most applicants and, in brackets, one for the rest.
   */
  private static List<Token> paired(ExtractionContext context, Span span) {
    SourceDocument document = context.in().document();
    String source = document.text();
    if (!holdsShareBehindBracket(
        source, document.utf16(span.begin()), document.utf16(span.end()))) {
      return List.of();
    }
    List<Token> found = new ArrayList<>();
    List<Token> numbers = context.in().tokens().in(span, TokenKind.NUMBER);
    for (int i = 0; i + 1 < numbers.size(); i++) {
      Token first = numbers.get(i);
      Token second = numbers.get(i + 1);
      int open = document.utf16(first.span().end());
      int close = document.utf16(second.span().end());
      if (second.span().begin() == first.span().end() + 1
          && close + 1 < source.length()
          && "(（".indexOf(source.charAt(open)) >= 0
          && ")）".indexOf(source.charAt(close)) >= 0
          && "%％".indexOf(source.charAt(close + 1)) >= 0) {
        for (Token number : List.of(first, second)) {
          found.add(
              new Token(
                  TokenKind.RATE, number.span(), number.normal() + "%", number.number(), false));
        }
      }
    }
    return found;
  }

  private static boolean holdsShareBehindBracket(String source, int begin, int end) {
    for (int i = begin; i <= end && i + 1 < source.length(); i++) {
      char c = source.charAt(i);
      if ((c == ')' || c == '）') && "%％".indexOf(source.charAt(i + 1)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The word lists, fetched once for a profile. */
  private static final class Lexicons {
    final Words labels;
    final Words support;
    final Words cost;
    final Words costEnding;
    final Words foreign;
    final Words foreignBehind;
    final Words notFixed;
    final Words payers;
    final Words tax;

    Lexicons(Profile profile) {
      labels = Words.of(profile, LABEL);
      support = Words.of(profile, SUPPORT);
      cost = Words.of(profile, COST);
      costEnding = Words.of(profile, COST_ENDING);
      foreign = Words.of(profile, FOREIGN);
      foreignBehind = Words.of(profile, FOREIGN_BEHIND);
      notFixed = Words.of(profile, NOT_FIXED);
      payers = Words.of(profile, PAYERS);
      tax = Words.of(profile, TAX_RULE);
    }
  }

  /** Judges the rates of one record. */
  private static final class Reader {
    private final ExtractionContext context;
    private final Lexicons words;
    private final Sheet sheet;
    private final boolean taxRule;
    private final Spans outcomes;
    private final Spans rates;
    private final Spans schemes;
    private final Spans headings;
    private final Set<String> seen = new HashSet<>();
    private final List<Extraction> found = new ArrayList<>();

    private Sheet.Paragraph paragraph;
    private String text;

    /** The last rate that was found and the paragraph it stands in. */
    private Place lastPlace;

    private Sheet.Paragraph lastOf;

    Reader(ExtractionContext context, Lexicons words) {
      this.context = context;
      this.words = words;
      sheet = Sheet.of(context);
      outcomes = Spans.ofBodies(context, "outcome");
      rates = Spans.ofBodies(context, "rate");
      schemes = Spans.ofBodies(context, "scheme");
      headings = Spans.ofHeadings(context);
      taxRule = sheet.titles().stream().anyMatch(title -> words.tax.in(title.text()));
    }

    List<Extraction> read(List<Token> tokens) {
      for (Span span : outcomes.list()) {
        Untried.in(context, TokenKind.RATE, span, LABELLED, "it is a goal");
      }
      int after = -1;
      for (Token token : tokens) {
        if (token.span().begin() < after || outcomes.overlap(token.span())) {
          continue;
        }
        int line = sheet.indexOf(token.span().begin());
        if (line < 0) {
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
      int clause = clauseStart(place.begin());
      Place label = words.labels.last(text, clause, place.begin());
      int from = label == null ? clause : label.end();
      Place other = words.foreign.last(text, Math.max(from, phrase(place.begin())), place.begin());
      if (other != null && isHeadingAbove(other, token)) {
        // 補助率・限度額 over rates and ceilings
        other = null;
      }
      if (isBesideRate(token, place)) {
        add(token, BESIDE, 0.8, lastPlace);
        return;
      }
      if (!token.normal().equals(FIXED) && (isShare(place) || isPartOfWhole(place))) {
        failed(LABELLED, token, "it is the share of one of several bearers");
        return;
      }
      boolean fixed = token.normal().equals(FIXED);
      if (fixed && words.notFixed.at(text, place.end()) != null) {
        failed(FIXED_AMOUNT, token, "it is part of a longer word");
        return;
      }
      if (other != null) {
        failed(LABELLED, token, "it is the rate of something else: " + word(other));
        return;
      }
      if (label != null) {
        add(token, LABELLED, 0.96, label);
        return;
      }
      int behind = Math.min(text.length(), place.end() + BEHIND);
      Place otherBehind = words.foreignBehind.at(text, place.end());
      Place otherNear =
          words.foreign.first(text, place.end(), Math.min(behind, sentenceEnd(place.end())));
      // 調査費の3/4、500万円を限度に補助: what follows is said of the sum
      Place ofCost = isPercent(token) ? null : words.costEnding.endingAt(text, place.begin());
      if (taxRule || otherBehind != null || otherNear != null && !fixed && ofCost == null) {
        failed(BEFORE_SUPPORT, token, "what follows makes it the rate of something else");
        return;
      }
      Place word = supportBefore(place);
      if (word != null) {
        add(token, IN_SUPPORT_BRACKET, 0.93, word);
        return;
      }
      word = words.support.first(text, place.end(), Math.min(behind, sentenceEnd(place.end())));
      if (word != null) {
        add(token, BEFORE_SUPPORT, 0.9, word);
        return;
      }
      if (rates.overlap(token.span())) {
        add(token, UNDER_LABEL, 0.9, null);
        return;
      }
      if (isUnderLabel(line)) {
        add(token, UNDER_LABEL, 0.85, null);
        return;
      }
      word = words.cost.last(text, Math.max(clause, place.begin() - BEFORE), place.begin());
      word = word == null ? ofCost : word;
      if (word != null
          && (words.support.in(text, place.end(), sentenceEnd(place.end()))
              || !isPercent(token) && isSupportAbove(line))) {
        add(token, OF_COST, 0.85, word);
        return;
      }
      if (!isPercent(token) && isBesideCeiling(place)) {
        add(token, UP_TO, 0.85, null);
        return;
      }
      if (!isPercent(token) && isDivided(place.end())) {
        add(token, DIVIDED, 0.8, null);
        return;
      }
      if (!isPercent(token) && !fixed && text.startsWith(WITHIN, place.end())) {
        add(token, UP_TO, 0.75, null);
        return;
      }
      if (word != null && context.record().kind().equals("program") && isPercent(token)) {
        add(token, OF_COST, 0.65, word);
        return;
      }
      if (!isPercent(token) && isAlone(line) && supportBeside(line)) {
        add(token, STANDALONE, 0.8, null);
        return;
      }
      if (fixed) {
        add(token, FIXED_AMOUNT, 0.85, null);
        return;
      }
      if (!isPercent(token) && schemes.overlap(token.span())) {
        add(token, IN_SCHEME, 0.7, null);
        return;
      }
      failed(LABELLED, token, "no label and no word of support governs it");
    }

    /**
     * １/２ １/３: a fraction right behind one that is a rate, with nothing but space and separators
     * between them, is the rate of the next column.
     */
    private boolean isBesideRate(Token token, Place place) {
      if (lastPlace == null || lastOf != paragraph || isPercent(token)) {
        return false;
      }
      int at = lastPlace.end();
      while (at < place.begin() && " 、,・又は".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      return at == place.begin() && at > lastPlace.end() && isEntryEnd(place.end());
    }

    /** Whether nothing or another separator follows: no word says of what the number is. */
    private boolean isEntryEnd(int end) {
      return end == paragraph.passage().lineEnd(end - 1)
          || " \n、,)/(以".indexOf(text.charAt(end)) >= 0;
    }

    /** （日本15%、その他85%）: percentages in one bracket that make up the whole are shares in it. */
    private boolean isPartOfWhole(Place place) {
      Passage passage = paragraph.passage();
      int open = passage.enclosing(place.begin());
      if (open < 0) {
        return false;
      }
      List<Passage.Found> inside = passage.tokens(TokenKind.RATE, open, passage.closing(open));
      long sum = 0;
      for (Passage.Found share : inside) {
        Long number = share.token().number();
        if (number == null || !share.token().normal().endsWith("%")) {
          return false;
        }
        sum += number;
      }
      return inside.size() > 1 && sum == WHOLE;
    }

    /** Whether a payer stands right before the rate inside brackets ({@code （国1/3、県1/3）}). */
    private boolean isShare(Place place) {
      int at = place.begin();
      while (at > 0 && " :".indexOf(text.charAt(at - 1)) >= 0) {
        at--;
      }
      return words.payers.endingAt(text, at) != null && paragraph.passage().enclosing(at) >= 0;
    }

    private boolean isHeadingAbove(Place word, Token token) {
      return headings.overlap(paragraph.passage().span(word)) && !headings.overlap(token.span());
    }

    /** Where the phrase begins that an index stands in: behind the last comma or bracket. */
    private int phrase(int index) {
      int at = index;
      while (at > clauseStart(index) && "、,;)".indexOf(text.charAt(at - 1)) < 0) {
        at--;
      }
      return at;
    }

    /** Where the words that may govern a rate begin: at its sentence, or a little before it. */
    private int clauseStart(int index) {
      return Math.max(paragraph.passage().sentenceBegin(index), index - REACH);
    }

    private int sentenceEnd(int index) {
      return Math.min(paragraph.passage().sentenceEnd(index), index + REACH);
    }

    /**
     * A word of support right before the rate, or before the brackets it stands in ({@code
     * 補助（1/2、2/3）}).
     */
    private Place supportBefore(Place place) {
      int at = place.begin();
      int open = paragraph.passage().enclosing(at);
      Place word = endingBefore(at);
      if (word == null && open >= 0) {
        word = endingBefore(open);
      }
      return word;
    }

    private Place endingBefore(int index) {
      int at = index;
      while (at > 0 && " \n:最大原則約".indexOf(text.charAt(at - 1)) >= 0) {
        at--;
      }
      return words.support.endingAt(text, at);
    }

    /** 1/2（国1/4、市町村1/4）: a bracket behind the rate says who pays which part of it. */
    private boolean isDivided(int end) {
      if (end >= text.length() || text.charAt(end) != '(') {
        return false;
      }
      int close = Math.min(paragraph.passage().closing(end), end + Passage.LONGEST_BRACKET);
      List<Passage.Found> parts = paragraph.passage().tokens(TokenKind.RATE, end, close);
      return parts.size() > 1 && parts.stream().anyMatch(part -> isShare(part.place()));
    }

    /** （1/2、上限50万円）: a bracket gives the rate of a cost together with its ceiling. */
    private boolean isBesideCeiling(Place place) {
      Passage passage = paragraph.passage();
      int open = passage.enclosing(place.begin());
      int close = open < 0 ? -1 : Math.min(passage.closing(open), open + Passage.LONGEST_BRACKET);
      return open == place.begin() - 1
          && !passage.tokens(TokenKind.MONEY, place.end(), close).isEmpty()
          && words.cost.endingAt(text, open) != null;
    }

    /** Whether the short line above names support: 利用料金の補助. */
    private boolean isSupportAbove(int line) {
      return line > 0
          && sheet.text(line - 1).length() <= LABEL_LENGTH
          && words.support.in(sheet.text(line - 1));
    }

    /** Whether a label without a rate of its own stands shortly above a line. */
    private boolean isUnderLabel(int line) {
      for (int i = line - 1; i >= Math.max(0, line - LABEL_LINES); i--) {
        Passage above = sheet.passage(i);
        if (above.length() > LABEL_LENGTH) {
          continue;
        }
        Place label = words.labels.last(above.text(), 0, above.length());
        if (label != null && above.tokens(TokenKind.RATE).isEmpty()) {
          return true;
        }
        Span content = sheet.line(i).content();
        if (headings.overlap(content)) {
          return false;
        }
      }
      return false;
    }

    /** Whether a line holds nothing but rates, brackets and their joints. */
    private boolean isAlone(int line) {
      Passage passage = sheet.passage(line);
      if (passage.length() > LABEL_LENGTH) {
        return false;
      }
      StringBuilder rest = new StringBuilder(passage.text());
      List<Passage.Found> inside = passage.tokens(TokenKind.RATE);
      for (int i = inside.size() - 1; i >= 0; i--) {
        rest.delete(inside.get(i).place().begin(), inside.get(i).place().end());
      }
      return rest.toString().replaceAll("[()、,/ 等以内又は\\s]", "").isEmpty();
    }

    private boolean supportBeside(int line) {
      for (int i = Math.max(0, line - 2); i < Math.min(sheet.size(), line + 3); i++) {
        if (i != line
            && sheet.passage(i).length() <= LABEL_LENGTH
            && words.support.in(sheet.text(i))) {
          return true;
        }
      }
      return false;
    }

    private static boolean isPercent(Token token) {
      return token.normal().endsWith("%") || token.normal().endsWith("割");
    }

    private void add(Token token, String rule, double confidence, Place because) {
      if (!seen.add(token.normal())) {
        failed(rule, token, "the same rate stands further up");
        return;
      }
      lastPlace = paragraph.passage().place(token.span());
      lastOf = paragraph;
      found.add(
          new Finding(context, "subsidyRate", rule, List.of(token.span()))
              .because("governed by", because == null ? null : paragraph.passage().span(because))
              .step(token.normal())
              .value(Value.of(token.normal()), confidence));
    }

    private String word(Place place) {
      return text.substring(place.begin(), place.end());
    }

    private void failed(String rule, Token token, String condition) {
      context.in().trace().failed(rule, token.span(), condition);
    }
  }
}
