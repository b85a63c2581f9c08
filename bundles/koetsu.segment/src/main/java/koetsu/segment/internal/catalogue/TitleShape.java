package koetsu.segment.internal.catalogue;

import java.util.function.BooleanSupplier;
import koetsu.api.text.FoldedText;

/** How much the words of a line, whatever stands around it, look like the name of a measure. */
final class TitleShape {
  private static final int SHORTEST = 5;
  private static final int LONGEST = 60;

  /** Words in more pieces are a row of a table. */
  private static final int MOST_CELLS = 2;

  private static final double NEVER = -10;

  private static final char OBJECT = 'を';

  /** Words of so few points are no name, whatever else is known of them. */
  private static final double UNLIKELY = -3;

  private final CatalogueWords lexicon;

  TitleShape(CatalogueWords lexicon) {
    this.lexicon = lexicon;
  }

  /** Points for a line; above 0 it may be a name. */
  double score(SheetLine line) {
    if (line.role() != LineRole.TEXT) {
      return NEVER;
    }
    return line.labels().isEmpty()
        ? score(line.fold(), line::knownHeading)
        : score(lexicon.core(line));
  }

  /** Points for words that may be a name. */
  double score(FoldedText words) {
    return score(words, () -> lexicon.knownHeading(words));
  }

  private double score(FoldedText words, BooleanSupplier knownHeading) {
    String folded = words.text();
    double score = 1;
    if (folded.length() < SHORTEST || folded.length() > LONGEST) {
      score -= 3;
    }
    char first = folded.charAt(0);
    boolean quote = first == '「' || first == '『';
    if (Marks.bullet(first) || Marks.bracket(first) && !quote || Marks.number(folded)) {
      score -= 3;
    }
    if (folded.indexOf('※') >= 0) {
      score -= 3;
    }
    if (folded.indexOf('。') >= 0) {
      score -= 6;
    }
    if (folded.indexOf(':') >= 0 || folded.indexOf('→') >= 0 || folded.indexOf('%') >= 0) {
      score -= 3;
    }
    String bare = withoutRemark(folded);
    if (Character.isDigit(bare.charAt(bare.length() - 1)) || bare.endsWith("円")) {
      score -= 3;
    }
    int ending = bare.length() - lexicon.titleEndings.endAt(bare, bare.length());
    if (ending < bare.length()) {
      // 機械の導入を支援: a clause
      score += ending > 0 && bare.charAt(ending - 1) == OBJECT ? -2 : 2;
    } else if (Sentences.open(bare)) {
      score -= 3;
    }
    if (cells(words) > MOST_CELLS) {
      score -= 2;
    }
    if (lexicon.officeEndings.ends(bare)) {
      score -= 2;
    }
    return score > UNLIKELY && (knownHeading.getAsBoolean() || otherwiseKnown(words, bare))
        ? score - 5
        : score;
  }

  /** The number of pieces that white space takes words to. */
  private static int cells(FoldedText words) {
    int cells = 1;
    for (int i = 1; i < words.text().length(); i++) {
      cells += words.origin(i) - words.origin(i - 1) > 1 ? 1 : 0;
    }
    return cells;
  }

  /** Whether words that are no heading are known as something else than a name. */
  private boolean otherwiseKnown(FoldedText words, String bare) {
    return lexicon.budgetHeadings.startAt(bare, 0) == bare.length()
        || lexicon.linkCaptions.starts(words.text());
  }

  /** Whether a line begins with a heading that the lexicon holds, or one of budgets. */
  boolean opensBox(SheetLine line) {
    return line.role() == LineRole.TEXT
        && (lexicon.setOffBudgetHeading(line)
            || line.heading().filter(h -> h.known() && h.type() != null).isPresent());
  }

  /** Whether words end as names of measures do. */
  boolean ends(FoldedText words) {
    return lexicon.titleEndings.ends(withoutRemark(words.text())) && !lexicon.knownHeading(words);
  }

  /** A name without the bracketed remark behind it. */
  static String withoutRemark(String folded) {
    int last = folded.length() - 1;
    if (last < 1 || ")】]〕」".indexOf(folded.charAt(last)) < 0) {
      return folded;
    }
    int open = Math.max(folded.lastIndexOf('('), folded.lastIndexOf('【'));
    open = Math.max(open, Math.max(folded.lastIndexOf('['), folded.lastIndexOf('〔')));
    open = Math.max(open, folded.lastIndexOf('「'));
    return open > 1 ? folded.substring(0, open) : folded;
  }
}
