package koetsu.project.drift;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import koetsu.api.document.Span;

/** A text that is edited as new editions are, and that knows what became of every character. */
final class EditedText {
  private final String old;
  private final int[] oldChars;
  private final Random random;

  /** The text as it is, in code points, and where each comes from; -1 for what came in. */
  private List<int[]> chars = new ArrayList<>();

  private final boolean[] altered;

  EditedText(String old, Random random) {
    this.old = old;
    this.oldChars = old.codePoints().toArray();
    this.random = random;
    this.altered = new boolean[oldChars.length];
    for (int i = 0; i < oldChars.length; i++) {
      chars.add(new int[] {oldChars[i], i});
    }
  }

  String old() {
    return old;
  }

  String text() {
    StringBuilder text = new StringBuilder();
    chars.forEach(c -> text.appendCodePoint(c[0]));
    return text.toString();
  }

  private static boolean isWhite(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Reading errors are put right, and new ones made: characters change, few come or go. */
  void correct(double share) {
    List<int[]> edited = new ArrayList<>();
    for (int[] c : chars) {
      if (isWhite(c[0]) || random.nextDouble() >= share) {
        edited.add(c);
        continue;
      }
      if (c[1] >= 0) {
        altered[c[1]] = true;
      }
      switch (random.nextInt(10)) {
        case 0 -> {
          // It goes.
        }
        case 1 -> {
          edited.add(c);
          edited.add(new int[] {other(c[0]), -1});
        }
        default -> edited.add(new int[] {other(c[0]), c[1]});
      }
    }
    chars = edited;
  }

  /** Another character of the same document. */
  private int other(int c) {
    int other;
    do {
      other = oldChars[random.nextInt(oldChars.length)];
    } while (isWhite(other) || other == c);
    return other;
  }

  /** Every character in its compatibility form. */
  void normaliseWidth() {
    List<int[]> edited = new ArrayList<>();
    for (int[] c : chars) {
      Normalizer.normalize(Character.toString(c[0]), Normalizer.Form.NFKC)
          .codePoints()
          .forEach(form -> edited.add(new int[] {form, c[1]}));
    }
    chars = edited;
  }

  /** Lines are joined and broken elsewhere. */
  void reflow() {
    List<int[]> edited = new ArrayList<>();
    int column = 0;
    for (int i = 0; i < chars.size(); i++) {
      int[] c = chars.get(i);
      boolean alone =
          c[0] == '\n'
              && i > 0
              && i + 1 < chars.size()
              && chars.get(i - 1)[0] != '\n'
              && chars.get(i + 1)[0] != '\n';
      if (alone && column > 10 && random.nextInt(2) == 0) {
        continue;
      }
      edited.add(c);
      column = c[0] == '\n' ? 0 : column + 1;
      if (column > 20 && c[0] != '\n' && random.nextInt(25) == 0) {
        edited.add(new int[] {'\n', -1});
        column = 0;
      }
    }
    chars = edited;
  }

  /** Where old code points stand now; the text must still be in the old order there. */
  private int position(int oldIndex) {
    for (int i = 0; i < chars.size(); i++) {
      if (chars.get(i)[1] >= oldIndex) {
        return i;
      }
    }
    return chars.size();
  }

  /** Foreign pages come in before some of the sheets. */
  void insert(List<Integer> sheets, List<String> pages, int count) {
    for (int n = 0; n < count; n++) {
      int at = position(sheets.get(random.nextInt(sheets.size())));
      List<int[]> page = new ArrayList<>();
      pages
          .get(random.nextInt(pages.size()))
          .codePoints()
          .forEach(c -> page.add(new int[] {c, -1}));
      page.add(new int[] {'\n', -1});
      chars.addAll(at, page);
    }
  }

  /** Some of the stretches go. */
  void delete(List<Span> stretches, int count) {
    List<Span> shuffled = new ArrayList<>(stretches);
    Collections.shuffle(shuffled, random);
    for (Span gone : shuffled.subList(0, Math.min(count, shuffled.size()))) {
      chars.removeIf(c -> c[1] >= gone.begin() && c[1] < gone.end());
    }
  }

  /** Some sheets, from where they begin to where the next one does, change their places. */
  void reorder(List<Integer> sheets, int count) {
    TreeSet<Integer> cuts = new TreeSet<>(sheets);
    List<List<int[]>> blocks = new ArrayList<>();
    List<int[]> block = new ArrayList<>();
    for (int[] c : chars) {
      if (cuts.contains(c[1]) && !block.isEmpty()) {
        blocks.add(block);
        block = new ArrayList<>();
      }
      block.add(c);
    }
    blocks.add(block);
    for (int n = 0; n < count; n++) {
      List<int[]> moved = blocks.remove(random.nextInt(blocks.size()));
      if (moved.get(moved.size() - 1)[0] != '\n') {
        moved.add(new int[] {'\n', -1});
      }
      blocks.add(random.nextInt(blocks.size()), moved);
    }
    chars = new ArrayList<>();
    blocks.forEach(chars::addAll);
  }

  /** What became of a place, white space at its edges left aside. */
  final class Fate {
    private final Span span;
    private final boolean untouched;

    private Fate(Span span, boolean untouched) {
      this.span = span;
      this.untouched = untouched;
    }

    /** Where it is, or null where most of it has gone. */
    Span span() {
      return span;
    }

    /** Whether it still reads the same. */
    boolean isUntouched() {
      return untouched;
    }
  }

  private int[] first;
  private int[] last;

  /** To be called when the editing is over. */
  private void locate() {
    first = new int[oldChars.length];
    last = new int[oldChars.length];
    Arrays.fill(first, -1);
    for (int i = 0; i < chars.size(); i++) {
      int from = chars.get(i)[1];
      if (from >= 0) {
        if (first[from] < 0) {
          first[from] = i;
        }
        last[from] = i;
      }
    }
  }

  Fate fate(Span span) {
    if (first == null) {
      locate();
    }
    int low = Integer.MAX_VALUE;
    int high = -1;
    int there = 0;
    int all = 0;
    boolean untouched = true;
    for (int i = span.begin(); i < span.end(); i++) {
      if (!isWhite(oldChars[i])) {
        all++;
        if (first[i] >= 0) {
          there++;
          low = Math.min(low, first[i]);
          high = Math.max(high, last[i]);
        }
        untouched &= first[i] >= 0 && !altered[i];
      }
    }
    if (2 * there < all || there == 0) {
      return new Fate(null, false);
    }
    for (int i = low; i <= high && untouched; i++) {
      untouched =
          isWhite(chars.get(i)[0])
              || chars.get(i)[1] >= span.begin() && chars.get(i)[1] < span.end();
    }
    return new Fate(new Span(low, high + 1), untouched);
  }
}
