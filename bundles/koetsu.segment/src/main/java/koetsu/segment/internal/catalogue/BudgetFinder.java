package koetsu.segment.internal.catalogue;

import koetsu.api.document.Span;
import koetsu.api.plugin.DocumentContext;
import koetsu.api.text.TokenKind;

/**
 * Finds the lines that state a sheet's own budget: those under a heading 予算額, and single lines that
 * name a budget with its figure.
 */
final class BudgetFinder {
  private static final int LONGEST_LABEL = 20;

  /** More lines than a name has are something else. */
  private static final int LONGEST_SILENCE = 2;

  private final DocumentContext context;
  private final CatalogueWords words;

  BudgetFinder(DocumentContext context, CatalogueWords words) {
    this.context = context;
    this.words = words;
  }

  void mark(Sheet sheet) {
    for (int i = 0; i < sheet.size(); i++) {
      if (sheet.part(i) != Part.TEXT) {
        continue;
      }
      SheetLine line = sheet.line(i);
      boolean heading = heading(line);
      int last = (heading || label(line)) && !money(line) ? block(sheet, i) : i;
      if (heading || last > i || statement(line)) {
        for (int k = i; k <= last; k++) {
          if (sheet.part(k) == Part.TEXT) {
            sheet.set(k, Part.BUDGET);
          }
        }
      }
    }
  }

  /** Whether a line opens with a heading of budgets, with or without figures behind it. */
  private boolean heading(SheetLine line) {
    String bare = Marks.strip(line.folded());
    int head = words.budgetHeadings.startAt(bare, 0);
    if (head == 0 || Sentences.prose(bare)) {
      return false;
    }
    String rest = bare.substring(head);
    return rest.isEmpty() || "】)>:(】〕]".indexOf(rest.charAt(0)) >= 0 || money(line);
  }

  /** Whether a line is a label that ends in a heading of budgets. */
  private boolean label(SheetLine line) {
    String bare = words(line.folded());
    return bare.length() <= LONGEST_LABEL && words.budgetHeadings.ends(bare);
  }

  /** A folded text without bullets, brackets around it, a remark and a colon behind it. */
  private static String words(String folded) {
    String bare = Marks.strip(folded);
    int end = bare.length();
    while (end > 0 && ":】>〕]".indexOf(bare.charAt(end - 1)) >= 0) {
      end--;
    }
    return TitleShape.withoutRemark(bare.substring(0, end));
  }

  private boolean statement(SheetLine line) {
    String folded = line.folded();
    return !Sentences.prose(folded)
        && line.role() == LineRole.TEXT
        && words.budgetWords.within(folded)
        && money(line);
  }

  /**
   * The last line that belongs to a heading: paragraphs go on as long as they say something of the
   * budget, and one may stand between to name what the figure is for.
   */
  private int block(Sheet sheet, int heading) {
    int last = heading;
    boolean silent = false;
    int at = sheet.below(heading);
    while (at < sheet.size() && sheet.part(at) == Part.TEXT && sheet.line(at).blanks() <= 2) {
      int end = at;
      boolean speaks = false;
      boolean stops = false;
      while (end < sheet.size()
          && sheet.part(end) == Part.TEXT
          && (end == at || sheet.line(end).blanks() == 0)
          && !stops) {
        SheetLine line = sheet.line(end);
        stops = otherHeading(line);
        speaks |= !stops && speaks(line);
        end += stops ? 0 : 1;
      }
      if (speaks) {
        last = end - 1;
      }
      if (stops || !speaks && (silent || end - at > LONGEST_SILENCE)) {
        return last;
      }
      silent = !speaks;
      at = sheet.below(end - 1);
    }
    return last;
  }

  /** Whether a heading that the lexicon holds stands at the head of a line. */
  private boolean otherHeading(SheetLine line) {
    return line.heading().filter(h -> h.known() && h.type() != null).isPresent();
  }

  private boolean speaks(SheetLine line) {
    String folded = line.folded();
    return !Sentences.prose(folded)
        && (money(line) || words.budgetWords.within(folded) || words.budgetNotes.within(folded));
  }

  private boolean money(SheetLine line) {
    Span span = context.document().span(line.begin(), line.begin() + line.text().length());
    return !context.tokens().in(span, TokenKind.MONEY).isEmpty();
  }
}
