package koetsu.measure.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import koetsu.api.document.Span;
import koetsu.api.record.ParsedRecord;
import koetsu.measure.MeasuredDocument;
import koetsu.measure.SegmentationFigures;
import koetsu.measure.Tally;

/** Counts what the segmentation figures of one document, or of its reviewed lines, are made of. */
public final class SegmentationCount {
  private static final double WIDE = 0.8;
  private static final double HALF = 0.5;

  private final LineTable lines;
  private final List<ParsedRecord> gold;
  private final List<ParsedRecord> predicted;

  private final Alignment pairs;

  /** Per line whether it counts. */
  private final boolean[] units;

  private SegmentationCount(
      LineTable lines, List<ParsedRecord> gold, List<ParsedRecord> predicted, boolean[] units) {
    this.lines = lines;
    this.gold = gold;
    this.predicted = predicted;
    this.units = units;
    this.pairs = Alignment.of(lines, gold, predicted, HALF);
  }

  /** The figures of a whole document. */
  public static SegmentationFigures of(MeasuredDocument document) {
    LineTable lines = new LineTable(document.predicted().document().text());
    boolean[] units = new boolean[lines.count()];
    Arrays.fill(units, true);
    return new SegmentationCount(lines, document.gold(), document.predicted().records(), units)
        .figures(document.predicted().document().baseName());
  }

  /**
   * The figures of the lines that a person has looked at.
   *
   * @param predicted the records that touch them
   * @param reviewed those lines, besides the gold's own
   */
  static SegmentationFigures of(
      String name,
      LineTable lines,
      List<ParsedRecord> gold,
      List<ParsedRecord> predicted,
      List<Span> reviewed) {
    boolean[] units = new boolean[lines.count()];
    for (int line : lines.lines(reviewed)) {
      units[line] = true;
    }
    for (ParsedRecord record : gold) {
      for (int line : lines.lines(record.spans())) {
        units[line] = true;
      }
    }
    return new SegmentationCount(lines, gold, predicted, units).figures(name);
  }

  private SegmentationFigures figures(String name) {
    boolean[] expected = boundaries(gold);
    boolean[] actual = boundaries(predicted);
    int window = window(expected);
    long pkErrors = 0;
    long windowDiffErrors = 0;
    int here = 0;
    int there = 0;
    int windows = 0;
    // Boundary i stands behind unit i; a window from unit i to unit i + k holds k of them.
    for (int i = 0; i < expected.length; i++) {
      here += expected[i] ? 1 : 0;
      there += actual[i] ? 1 : 0;
      if (i >= window) {
        here -= expected[i - window] ? 1 : 0;
        there -= actual[i - window] ? 1 : 0;
      }
      if (i >= window - 1) {
        windows++;
        pkErrors += here == 0 != (there == 0) ? 1 : 0;
        windowDiffErrors += here != there ? 1 : 0;
      }
    }
    long[] edits = edits(expected, actual);
    return new SegmentationFigures(
        name,
        atLeast(1),
        atLeast(WIDE),
        atLeast(HALF),
        firstLines(gold).tally(firstLines(predicted)),
        kinds(),
        parents(),
        windows,
        pkErrors,
        windowDiffErrors,
        edits[0],
        edits[1],
        edits[2]);
  }

  private Tally kinds() {
    Tally kinds = Tally.NONE;
    for (int g = 0; g < gold.size(); g++) {
      if (pairs.partner(g) >= 0) {
        kinds =
            kinds.plus(
                PlainScore.accuracy(gold.get(g).kind(), predicted.get(pairs.partner(g)).kind()));
      }
    }
    return kinds;
  }

  private Tally parents() {
    Map<String, String> twins = new HashMap<>();
    for (int g = 0; g < gold.size(); g++) {
      if (pairs.partner(g) >= 0) {
        twins.put(gold.get(g).id(), predicted.get(pairs.partner(g)).id());
      }
    }
    Tally parents = Tally.NONE;
    for (int g = 0; g < gold.size(); g++) {
      String expected = gold.get(g).parent();
      String actual = pairs.partner(g) < 0 ? null : predicted.get(pairs.partner(g)).parent();
      if (pairs.partner(g) >= 0 && (expected != null || actual != null)) {
        String twin = expected == null ? null : twins.getOrDefault(expected, PlainScore.MISSING);
        parents = parents.plus(PlainScore.accuracy(twin, actual));
      }
    }
    return parents;
  }

  private Tally atLeast(double overlap) {
    int pairs = Alignment.of(lines, gold, predicted, overlap).pairs();
    return new Tally(pairs, predicted.size() - pairs, gold.size() - pairs);
  }

  private Bag firstLines(List<ParsedRecord> records) {
    Bag bag = new Bag();
    for (ParsedRecord record : records) {
      int[] own = lines.lines(record.spans());
      bag.add(own.length == 0 ? -1 : own[0]);
    }
    return bag;
  }

  /** For each unit but the last, whether a segment ends behind it. */
  private boolean[] boundaries(List<ParsedRecord> records) {
    int[] owner = new int[lines.count()];
    for (int r = records.size() - 1; r >= 0; r--) {
      for (int line : lines.lines(records.get(r).spans())) {
        owner[line] = r + 1;
      }
    }
    boolean[] boundaries = new boolean[lines.count()];
    int count = 0;
    int last = 0;
    boolean adjoins = false;
    for (int line = 0; line < lines.count(); line++) {
      if (lines.isBlank(line)) {
        continue;
      }
      if (units[line]) {
        if (count > 0) {
          // where lines between two stretches do not count, neither does what may end there
          boundaries[count - 1] = adjoins && owner[line] != last;
        }
        last = owner[line];
        count++;
      }
      adjoins = units[line];
    }
    return Arrays.copyOf(boundaries, Math.max(0, count - 1));
  }

  /** Half the mean gold segment, rounded half to even, at least 2. */
  private static int window(boolean[] expected) {
    int segments = 1;
    for (boolean boundary : expected) {
      segments += boundary ? 1 : 0;
    }
    return Math.max(2, (int) Math.rint((expected.length + 1) / (2.0 * segments)));
  }

  /** Boundaries of one side only, pairs one unit apart, and matches. */
  static long[] edits(boolean[] expected, boolean[] actual) {
    boolean[] missed = new boolean[expected.length];
    boolean[] spurious = new boolean[expected.length];
    long matches = 0;
    long lone = 0;
    for (int i = 0; i < expected.length; i++) {
      matches += expected[i] && actual[i] ? 1 : 0;
      missed[i] = expected[i] && !actual[i];
      spurious[i] = actual[i] && !expected[i];
      lone += expected[i] != actual[i] ? 1 : 0;
    }
    long near = 0;
    for (int i = 0; i + 1 < expected.length; i++) {
      if (missed[i] && spurious[i + 1] || spurious[i] && missed[i + 1]) {
        missed[i + 1] = false;
        spurious[i + 1] = false;
        near++;
      }
    }
    return new long[] {lone - 2 * near, near, matches};
  }
}
