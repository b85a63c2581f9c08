package koetsu.segment.internal.catalogue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Cuts a catalogue into pages.
 *
 * <p>No sign of a page break is sure: a line after one is indented, but so are continued lines;
 * labels stand at the top, in the middle or at the end. So every possible break gets points for its
 * surroundings, every stretch between two breaks gets points for holding what one page holds (one
 * enquiry block, one chapter label, one summary), and the cuts with the highest sum win. Time is
 * linear: a page has at most {@link #LONGEST_PAGE} lines, unless nothing in them looks like a
 * break.
 */
final class Paginator {
  private static final int LONGEST_PAGE = 300;

  /** Whatever its points for breaks, a page costs something, so that there are not too many. */
  private static final double PAGE = -3;

  private static final double OTHER_PAGE = -6;

  /** A few lines are rather a stray piece of the page before than a page. */
  private static final double STRAY = -7;

  private static final int FEWEST_LINES = 5;

  private final Overview overview;
  private final CatalogueWords words;

  Paginator(Overview overview, CatalogueWords words) {
    this.overview = overview;
    this.words = words;
  }

  /**
   * @param candidates where a page may begin, in order
   */
  List<Page> cut(List<SheetLine> lines, List<PageBreaks.Candidate> candidates) {
    int n = candidates.size();
    if (n == 0) {
      return List.of();
    }
    double[] best = new double[n + 1];
    int[] from = new int[n + 1];
    Page.Kind[] kinds = new Page.Kind[n + 1];
    BitSet entries = marked(lines, overview::tagged);
    BitSet extensions = marked(lines, this::extension);
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    best[0] = 0;
    for (int i = 0; i < n; i++) {
      Signs signs = new Signs();
      int begin = candidates.get(i).line();
      int at = begin;
      for (int j = i + 1; j <= n; j++) {
        int end = j < n ? candidates.get(j).line() : lines.size();
        if (j > i + 1 && end - begin > LONGEST_PAGE) {
          break;
        }
        for (; at < end; at++) {
          signs.add(lines.get(at), entries.get(at), extensions.get(at));
        }
        Page.Kind kind = signs.kind();
        double sum = best[i] + candidates.get(i).score() + signs.score(kind);
        if (sum > best[j]) {
          best[j] = sum;
          from[j] = i;
          kinds[j] = kind;
        }
      }
    }
    Deque<Page> pages = new ArrayDeque<>();
    for (int j = n; j > 0; j = from[j]) {
      int end = j < n ? candidates.get(j).line() : lines.size();
      pages.addFirst(page(kinds[j], lines.subList(candidates.get(from[j]).line(), end)));
    }
    return List.copyOf(pages);
  }

  private static BitSet marked(List<SheetLine> lines, Predicate<SheetLine> sign) {
    BitSet marked = new BitSet(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      marked.set(i, sign.test(lines.get(i)));
    }
    return marked;
  }

  private boolean extension(SheetLine line) {
    return words.extensions.within(line.folded());
  }

  private static Page page(Page.Kind kind, List<SheetLine> lines) {
    int end = lines.size();
    while (end > 1 && lines.get(end - 1).blank()) {
      end--;
    }
    return new Page(kind, lines.subList(0, end));
  }

  /** What has been seen on a page so far. */
  private static final class Signs {
    private final Set<String> chapters = new HashSet<>();
    private int chapterLines;
    private int contacts;
    private int tags;
    private int leads;
    private int entries;
    private int texts;
    private LineRole above = LineRole.BLANK;
    private boolean enquiries;
    private int printed;

    void add(SheetLine line, boolean entry, boolean extension) {
      if (line.blank()) {
        return;
      }
      printed++;
      boolean goesOn = line.blanks() == 0 && enquiries;
      enquiries = line.role() == LineRole.CONTACT || goesOn;
      if (line.role() == LineRole.TEXT && !goesOn && extension) {
        // An enquiry block whose head was printed elsewhere or lost.
        enquiries = true;
        contacts++;
      }
      count(line.role(), line.folded());
      for (SheetLine.Label label : line.labels()) {
        count(label.role(), line.text().substring(label.range().begin(), label.range().end()));
      }
      entries += entry ? 1 : 0;
      above = line.role();
    }

    private void count(LineRole role, String folded) {
      switch (role) {
        case CONTACT -> contacts += above == LineRole.CONTACT ? 0 : 1;
        case CHAPTER -> {
          chapters.add(folded);
          chapterLines++;
        }
        case TAG -> tags++;
        case LEAD -> leads += above == LineRole.LEAD ? 0 : 1;
        case TEXT -> texts++;
        default -> {
          // Other lines are as frequent on one page as on two.
        }
      }
    }

    Page.Kind kind() {
      if (entries >= Overview.FEWEST_ENTRIES && contacts == 0) {
        return Page.Kind.OVERVIEW;
      }
      if (texts == 0 && contacts == 0 && leads == 0 && chapterLines > 0 && tags == 0) {
        return Page.Kind.DIVIDER;
      }
      boolean sheet = contacts > 0 || tags > 0 || leads > 0 || score(Page.Kind.SHEET) > OTHER_PAGE;
      return sheet ? Page.Kind.SHEET : Page.Kind.OTHER;
    }

    double score(Page.Kind kind) {
      return switch (kind) {
        case OVERVIEW -> PAGE - 2.0 * Math.max(0, tags - 1);
        case DIVIDER -> 1;
        case OTHER -> OTHER_PAGE;
        case SHEET ->
            (printed < FEWEST_LINES ? STRAY : PAGE)
                + contactScore()
                + chapterScore()
                + tagScore()
                + leadScore();
      };
    }

    private double contactScore() {
      return contacts == 0 ? -1.5 : contacts == 1 ? 3 : -2.5 * (contacts - 1);
    }

    private double chapterScore() {
      if (chapters.size() > 1) {
        return -3;
      }
      return chapterLines == 0 ? -1 : chapterLines == 1 ? 1.5 : 0.5 - 0.5 * (chapterLines - 1);
    }

    private double tagScore() {
      return tags == 0 ? -0.3 : tags == 1 ? 1 : 1 - 0.7 * (tags - 1);
    }

    private double leadScore() {
      return leads == 0 ? -1 : 1.5;
    }
  }
}
