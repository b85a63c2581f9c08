package koetsu.extract.internal;

import java.util.ArrayList;
import java.util.List;
import koetsu.api.document.Span;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.Region;
import koetsu.api.profile.Profile;
import koetsu.api.text.TokenKind;

/**
 * Which of the lines marked as a record's budget state one: a label of rates or ceilings among them
 * begins something else, up to the next line that names a budget or a year.
 */
final class BudgetLines {
  private final Words rates;
  private final Words ceilings;
  private final List<Words> labels;

  BudgetLines(Profile profile) {
    rates = Words.of(profile, SubsidyRateExtractor.LABEL);
    ceilings = Words.of(profile, CapExtractor.CEILING);
    labels =
        List.of(
            Words.of(profile, BudgetExtractor.TOTAL),
            Words.of(profile, BudgetExtractor.SUPPLEMENTARY),
            Words.of(profile, BudgetExtractor.DRAFT),
            Words.of(profile, BudgetExtractor.INITIAL));
  }

  /** The marked lines that state a budget, in order. */
  List<Span> of(ExtractionContext context) {
    List<Span> found = new ArrayList<>();
    boolean foreign = false;
    for (Span region : context.record().regions(Region.Role.BUDGET)) {
      Passage line = Passage.of(context, region);
      if (!line.tokens(TokenKind.YEAR).isEmpty()
          || labels.stream().anyMatch(words -> words.in(line.text()))) {
        foreign = false;
      } else if (rates.in(line.text()) || ceilings.in(line.text())) {
        foreign = true;
      }
      if (!foreign) {
        found.add(region);
      }
    }
    return found;
  }
}
