package koetsu.segment.internal.catalogue;

import java.util.ArrayList;
import java.util.List;
import koetsu.api.plugin.DocumentContext;

/**
 * Finds the name of a sheet's measure, which may stand at the top, in the middle or at the end.
 *
 * <p>Evidence adds up: the form of the words, the line's place among title-page furniture, summary
 * and enquiries, words shared with the summary, and the likeness to an entry of the overview list.
 */
final class TitleFinder {
  private static final String RULE = "sheet-title";

  /** With fewer points a sheet has lost its title. */
  private static final double ENOUGH = 0.9;

  private static final double WORTH_COMPARING = 1.5;

  /** Whatever stands around words of so few points, they are no title. */
  private static final double UNLIKELY = -3;

  /** What follows the word for a kind of company where it is a part of the name. */
  private static final String INSIDE_NAMES = "・、等のをにがへ向者";

  private static final int SHORTEST_REST = 8;

  private final DocumentContext context;
  private final TitleShape shape;
  private final CatalogueWords words;

  TitleFinder(DocumentContext context, TitleShape shape, CatalogueWords words) {
    this.context = context;
    this.shape = shape;
    this.words = words;
  }

  /**
   * Marks the lines of the title.
   *
   * @param listed titles of the overview list
   */
  void mark(Sheet sheet, TitleIndex listed) {
    Pairs summary = Pairs.of(summary(sheet));
    int best = -1;
    int bestLines = 0;
    double most = ENOUGH;
    for (int i = 0; i < sheet.size(); i++) {
      if (!mayBegin(sheet, i)) {
        continue;
      }
      for (int n = 1; n <= 2 && (n == 1 || joins(sheet, i)); n++) {
        double score = score(sheet, i, n, summary, listed);
        if (score <= most && i >= best + bestLines) {
          report(sheet.line(i), score);
        }
        if (score > most) {
          if (best >= 0 && best != i) {
            report(sheet.line(best), most);
          }
          most = score;
          best = i;
          bestLines = n;
        }
      }
    }
    for (int i = 0; i < bestLines; i++) {
      sheet.set(best + i, Part.TITLE);
    }
    if (best > 0 && sheet.lines().stream().noneMatch(l -> l.role() == LineRole.TAG)) {
      sheet.replace(best, withoutTag(sheet.line(best)));
    }
  }

  /**
   * Takes a tag off the head of a title on a sheet that has none elsewhere: the two boxes stood
   * side by side.
   */
  private SheetLine withoutTag(SheetLine line) {
    if (line.core().begin() > 0) {
      return line;
    }
    int tag = words.tag(line.folded());
    int end = line.fold().origin(tag);
    String rest = line.text().substring(end, line.core().end());
    boolean glued = tag > 0 && rest.length() >= SHORTEST_REST && shape.ends(rest);
    if (!glued || INSIDE_NAMES.indexOf(rest.charAt(0)) >= 0) {
      return line;
    }
    List<SheetLine.Label> labels = new ArrayList<>(line.labels());
    labels.add(0, new SheetLine.Label(LineRole.TAG, new Range(0, end)));
    return line.beside(labels, new Range(end, line.core().end()));
  }

  /** Says what a line lacked that was taken for a candidate. */
  private void report(SheetLine line, double score) {
    if (context.trace().enabled()) {
      context
          .trace()
          .failed(
              RULE,
              context.document().span(line.begin(), line.begin() + line.text().length()),
              score > ENOUGH
                  ? "another line of the page has more signs of a title"
                  : "it has too few signs of a title");
    }
  }

  private static boolean mayBegin(Sheet sheet, int at) {
    if (sheet.part(at) != Part.TEXT || sheet.line(at).role() != LineRole.TEXT) {
      return false;
    }
    return sheet.opens(at)
        || !sheet.line(at).labels().isEmpty()
        || sheet.part(at - 1) == Part.FURNITURE;
  }

  /** Whether the next line ends the same paragraph and may belong to a title broken in two. */
  private boolean joins(Sheet sheet, int at) {
    int next = at + 1;
    return next < sheet.size()
        && sheet.part(next) == Part.TEXT
        && sheet.line(next).role() == LineRole.TEXT
        && sheet.partOrBlank(next + 1) != Part.TEXT
        && (remark(sheet.line(next)) || shape.ends(sheet.line(next).coreText()));
  }

  private static boolean remark(SheetLine line) {
    String folded = line.folded();
    return folded.length() > 2 && Marks.bracket(folded.charAt(0)) && Sentences.closed(folded);
  }

  private double score(Sheet sheet, int at, int lines, Pairs summary, TitleIndex listed) {
    String raw = sheet.line(at).coreText();
    for (int i = 1; i < lines; i++) {
      raw += sheet.line(at + i).coreText();
    }
    String folded = words.folder().fold(raw).text();
    double score = shape.score(raw);
    if (score <= UNLIKELY) {
      return score;
    }
    if (at == 0) {
      score += 1.5;
    }
    int above = sheet.above(at);
    if (above >= 0 && sheet.part(above) == Part.FURNITURE || !sheet.line(at).labels().isEmpty()) {
      score += 1;
    }
    int below = sheet.below(at + lines - 1);
    if (below < sheet.size()) {
      if (sheet.line(below).role() == LineRole.LEAD) {
        score += 3;
      } else if (sheet.part(below) == Part.CONTACT) {
        score += 1;
      } else if (below == at + lines) {
        // Text goes on directly below: a caption or a heading rather than a title.
        score -= 1.5;
      }
    }
    score += 2 * Pairs.of(folded).share(summary);
    // Comparing with the list costs more than the rest: only what may win is compared.
    return score < WORTH_COMPARING ? score : score + 4 * listed.best(folded).likeness();
  }

  private static String summary(Sheet sheet) {
    StringBuilder summary = new StringBuilder();
    boolean lead = false;
    for (int i = 0; i < sheet.size(); i++) {
      SheetLine line = sheet.line(i);
      lead = line.role() == LineRole.LEAD || lead && !line.blank();
      if (lead) {
        summary.append(line.folded());
      }
    }
    return summary.toString();
  }

  /** The title's words as printed, joined without a separator; empty where it was lost. */
  static String text(Sheet sheet) {
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < sheet.size(); i++) {
      if (sheet.part(i) == Part.TITLE) {
        pieces.add(sheet.line(i).coreText());
      }
    }
    return String.join("", pieces);
  }
}
