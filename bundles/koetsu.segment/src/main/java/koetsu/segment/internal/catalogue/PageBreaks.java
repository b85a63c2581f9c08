package koetsu.segment.internal.catalogue;

import java.util.ArrayList;
import java.util.List;

/** Looks for the lines before which a page may break. */
final class PageBreaks {
  /** With this many points for its title alone, a line is worth a look though its shape is not. */
  private static final double CLEAR_TITLE = 3;

  private final TitleShape titles;

  PageBreaks(TitleShape titles) {
    this.titles = titles;
  }

  /**
   * A place where a page may begin.
   *
   * @param line index of the page's first line
   * @param score points of what stands around the break
   */
  record Candidate(int line, double score) {}

  /** The candidates in order; the first line that is not blank always is one. */
  List<Candidate> find(List<SheetLine> lines) {
    List<Candidate> found = new ArrayList<>();
    SheetLine above = null;
    for (SheetLine line : lines) {
      if (line.blank()) {
        continue;
      }
      if (above == null) {
        found.add(new Candidate(line.index(), 0));
      } else {
        double shape = shape(line);
        if (!Double.isNaN(shape)) {
          double score = shape + surroundings(lines, line, above);
          if (shape > 0 || score > 0) {
            found.add(new Candidate(line.index(), score));
          }
        }
      }
      above = line;
    }
    return found;
  }

  /** Points for the white space before a line; not a number where there is none at all. */
  private static double shape(SheetLine line) {
    if (line.blanks() >= 3) {
      return 2;
    }
    return switch (line.blanks()) {
      case 2 -> 1.5;
      case 1 -> -4;
      default -> line.indented() ? 2 : Double.NaN;
    };
  }

  private double surroundings(List<SheetLine> lines, SheetLine line, SheetLine above) {
    double score = 0;
    if (above.role().furniture() || above.role() == LineRole.LINK) {
      score += 1.5;
    } else if (Sentences.closed(above.folded())) {
      score += 0.5;
    } else if (Sentences.open(above.folded())) {
      score -= 2.5;
    }
    double title = titles.score(line);
    if (title > 0) {
      score += Math.min(title, CLEAR_TITLE) / 2 + (summaryFollows(lines, line) ? 1.5 : 0);
    } else if (line.role() == LineRole.TEXT) {
      score -= above.role() == LineRole.TEXT ? 1.5 : 0;
    } else if (line.role() == LineRole.LEAD) {
      score -= 1;
    } else if (line.role() != LineRole.CONTACT) {
      score -= 2;
    }
    return score;
  }

  private static boolean summaryFollows(List<SheetLine> lines, SheetLine line) {
    int at = line.index() + 1;
    while (at < lines.size() && at < line.index() + 4 && lines.get(at).role() != LineRole.LEAD) {
      at++;
    }
    return at < lines.size() && lines.get(at).role() == LineRole.LEAD;
  }
}
