package koetsu.segment.internal.catalogue;

import java.util.ArrayList;
import java.util.List;

/** Looks for the lines before which a page may break. */
final class PageBreaks {
  /** With this many points for its title alone, a line is worth a look though its shape is not. */
  private static final double CLEAR_TITLE = 3;

  /** The most that {@link #line} gives. */
  private static final double MOST_FOR_LINE = CLEAR_TITLE / 2 + 1.5;

  /** For the heading of a box behind the trace of a break. */
  private static final double BOX = 1;

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
    boolean head = false;
    for (SheetLine line : lines) {
      if (line.blank()) {
        continue;
      }
      if (above == null) {
        found.add(new Candidate(line.index(), 0));
      } else {
        boolean box = line.indented() && titles.opensBox(line);
        double shape = shape(line, above, head, box);
        double score = shape + above(above);
        if (line.indented() || shape > 0 || score + MOST_FOR_LINE > 0) {
          score += box ? BOX : line(lines, line, above);
        }
        if (shape > 0 || score > 0 || line.blanks() > 0 && line.indented()) {
          found.add(new Candidate(line.index(), score));
        }
      }
      // Labels behind the trace of a break are the head of the page that goes on below them.
      head = line.role().furniture() && (line.indented() || head && line.blanks() == 0);
      above = line;
    }
    return found;
  }

  /**
   * Points for the white space before a line.
   *
   * @param box whether the line heads a box, so that its indent continues nothing
   */
  private static double shape(SheetLine line, SheetLine above, boolean head, boolean box) {
    if (line.blanks() >= 3) {
      return 2;
    }
    return switch (line.blanks()) {
      case 2 -> 1.5;
      case 1 -> box ? 0.5 : line.indented() ? -1.5 : -4;
      // On one page boxes keep apart from labels.
      default -> line.indented() ? 2 : above.role().furniture() && !head ? 0.5 : -1.5;
    };
  }

  /** Points for what stands above a break. */
  private static double above(SheetLine above) {
    if (above.role().furniture() || above.role() == LineRole.LINK) {
      return 1.5;
    }
    if (Sentences.closed(above.folded())) {
      return 0.5;
    }
    return Sentences.open(above.folded()) ? -2.5 : 0;
  }

  /** Points for the line that a page would begin with. */
  private double line(List<SheetLine> lines, SheetLine line, SheetLine above) {
    double title = titles.score(line);
    if (title > 0) {
      return Math.min(title, CLEAR_TITLE) / 2 + (summaryFollows(lines, line) ? 1.5 : 0);
    }
    return switch (line.role()) {
      case TEXT -> above.role() == LineRole.TEXT ? -1.5 : 0;
      case LEAD -> -1;
      case CONTACT -> 0;
      // Labels stand at the top of few pages, and then all the same behind the trace of a break.
      default -> line.role().furniture() && line.indented() ? -0.5 : -2;
    };
  }

  private static boolean summaryFollows(List<SheetLine> lines, SheetLine line) {
    int at = line.index() + 1;
    while (at < lines.size() && at < line.index() + 4 && lines.get(at).role() != LineRole.LEAD) {
      at++;
    }
    return at < lines.size() && lines.get(at).role() == LineRole.LEAD;
  }
}
