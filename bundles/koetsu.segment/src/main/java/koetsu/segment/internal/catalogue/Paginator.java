package koetsu.segment.internal.catalogue;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Cuts a catalogue into pages.
 *
 * <p>No sign of a page break is sure: a line after one is indented, but so are continued lines;
 * labels stand at the top, in the middle or at the end. So every possible break gets points for its
 * surroundings, every stretch between two breaks gets points for holding what one page holds (one
 * enquiry block, one chapter label, one summary), and the cuts with the highest sum win. Time is
 * linear: a page has at most {@link #LONGEST_PAGE} lines, unless nothing in them looks like a
 * break, and at most {@link #MOST_BREAKS_PASSED} lines that do.
 */
final class Paginator {
  private static final int LONGEST_PAGE = 300;

  /** Matters where pages are not set apart by blank lines, so that any line may begin one. */
  private static final int MOST_BREAKS_PASSED = 60;

  /** For a sheet that would begin with an entry of an overview list. */
  private static final double ENTRY_FIRST = -3;

  private final List<SheetLine> lines;
  private final List<PageBreaks.Candidate> candidates;

  /** The lines' roles close together: each line is counted for many possible pages. */
  private final LineRole[] roles;

  /** Which lines share their place with labels. */
  private final boolean[] labelled;

  /** Which lines end an entry of an overview list. */
  private final boolean[] entries;

  /** Which lines hold the extension of a telephone. */
  private final boolean[] extensions;

  /**
   * @param candidates where a page may begin, in order
   */
  Paginator(
      List<SheetLine> lines,
      List<PageBreaks.Candidate> candidates,
      Overview overview,
      CatalogueWords words) {
    this.lines = lines;
    this.candidates = candidates;
    this.roles = lines.stream().map(SheetLine::role).toArray(LineRole[]::new);
    this.labelled = marked(lines, l -> !l.labels().isEmpty());
    this.entries = marked(lines, overview::tagged);
    this.extensions =
        marked(lines, l -> l.role() == LineRole.TEXT && words.extensions.within(l.folded()));
  }

  /**
   * @param titles for each line the index of the listed title that it may be, or -1
   */
  List<Page> cut(int[] titles) {
    int n = candidates.size();
    if (n == 0) {
      return List.of();
    }
    double[] best = new double[n + 1];
    int[] from = new int[n + 1];
    Page.Kind[] kinds = new Page.Kind[n + 1];
    int[] before = before(titles);
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    best[0] = 0;
    for (int i = 0; i < n; i++) {
      PageSigns signs = new PageSigns();
      int begin = candidates.get(i).line();
      int at = begin;
      for (int j = i + 1; j <= n; j++) {
        int end = j < n ? candidates.get(j).line() : lines.size();
        if (j > i + 1 && (end - begin > LONGEST_PAGE || j - i > MOST_BREAKS_PASSED)) {
          break;
        }
        for (; at < end; at++) {
          if (roles[at] != LineRole.BLANK) {
            boolean listed = titles[at] >= 0 && before[at] < begin;
            signs.add(lines.get(at), roles[at], entries[at], extensions[at], listed);
          }
          if (labelled[at]) {
            lines.get(at).labels().forEach(signs::add);
          }
        }
        Page.Kind kind = signs.kind();
        double entry = kind == Page.Kind.SHEET && entries[begin] ? ENTRY_FIRST : 0;
        double sum = best[i] + candidates.get(i).score() + signs.score(kind) + entry;
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

  private static boolean[] marked(List<SheetLine> lines, Predicate<SheetLine> sign) {
    boolean[] marked = new boolean[lines.size()];
    for (int i = 0; i < marked.length; i++) {
      marked[i] = sign.test(lines.get(i));
    }
    return marked;
  }

  /**
   * For each line that may be a listed title the last line before it that may be the same, or -1.
   */
  private static int[] before(int[] titles) {
    int[] before = new int[titles.length];
    Map<Integer, Integer> last = new HashMap<>();
    for (int i = 0; i < titles.length; i++) {
      if (titles[i] >= 0) {
        Integer same = last.put(titles[i], i);
        before[i] = same == null ? -1 : same;
      }
    }
    return before;
  }

  private static Page page(Page.Kind kind, List<SheetLine> lines) {
    int end = lines.size();
    while (end > 1 && lines.get(end - 1).blank()) {
      end--;
    }
    return new Page(kind, lines.subList(0, end));
  }
}
