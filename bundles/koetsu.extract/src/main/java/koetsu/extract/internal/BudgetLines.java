package koetsu.extract.internal;

import java.util.ArrayList;
import java.util.List;
import koetsu.api.document.Span;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.Region;
import koetsu.api.profile.Profile;
import koetsu.api.text.Token;
import koetsu.api.text.TokenKind;

/**
 * Which lines of a record state its budget: those marked as such, and a bare amount under a line
 * that names a budget. A label of rates or ceilings among marked lines begins something else, up to
 * the next line that names a budget or a year.
 */
final class BudgetLines {
  /** A line longer than this is a sentence, not a label. */
  private static final int LABEL_LENGTH = 40;

  /** No line that states budgets is longer; each of them quotes the whole line. */
  private static final int LONGEST = 1_000;

  private final Words rates;
  private final Words ceilings;
  private final Words labels;

  BudgetLines(Profile profile) {
    rates = Words.of(profile, SubsidyRateExtractor.LABEL);
    ceilings = Words.of(profile, CapExtractor.CEILING);
    labels =
        Words.of(
            profile,
            List.of(
                BudgetExtractor.TOTAL,
                BudgetExtractor.SUPPLEMENTARY,
                BudgetExtractor.DRAFT,
                BudgetExtractor.INITIAL));
  }

  /** The lines that state a budget, in order. */
  List<Span> of(ExtractionContext context, Sheet sheet) {
    List<Span> found = new ArrayList<>();
    boolean foreign = false;
    for (Span region : context.record().regions(Region.Role.BUDGET)) {
      if (region.length() > LONGEST) {
        Untried.in(
            context, TokenKind.MONEY, region, BudgetExtractor.LABELLED, "it stands in prose");
        continue;
      }
      Passage line = Passage.of(context, region);
      if (!line.tokens(TokenKind.YEAR).isEmpty() || isLabel(line)) {
        foreign = false;
      } else if (rates.in(line.text()) || ceilings.in(line.text())) {
        foreign = true;
      }
      if (!foreign) {
        found.add(region);
      }
    }
    Spans marked = new Spans(List.copyOf(found));
    Span last = null;
    for (Span span : context.record().spans()) {
      for (Token amount : context.in().tokens().in(span, TokenKind.MONEY)) {
        int line = sheet.indexOf(amount.span().begin());
        if (line > 0
            && isWhole(amount, sheet.line(line).content())
            && names(sheet.passage(line - 1))
            && !marked.overlap(amount.span())
            && (last == null || !last.overlaps(amount.span()))) {
          last = sheet.line(line).content();
          found.add(last);
        }
      }
    }
    found.sort(null);
    return found;
  }

  private boolean isLabel(Passage line) {
    return labels.in(line.text());
  }

  /** Whether a line names a budget and prints no amount. */
  private boolean names(Passage line) {
    return line.length() <= LABEL_LENGTH
        && line.text().indexOf('。') < 0
        && line.tokens(TokenKind.MONEY).isEmpty()
        && isLabel(line)
        && !ceilings.in(line.text())
        && !rates.in(line.text());
  }

  /** Whether a line is an amount and nothing else. */
  private static boolean isWhole(Token amount, Span line) {
    return amount.span().contains(line);
  }
}
