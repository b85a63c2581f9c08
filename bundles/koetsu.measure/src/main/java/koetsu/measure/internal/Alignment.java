package koetsu.measure.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import koetsu.api.record.ParsedRecord;

/**
 * Which predicted record is which gold record: one to one, the largest overlap of lines first, at
 * least half of what the two cover together.
 */
final class Alignment {
  private static final double LEAST = 0.5;

  private final List<int[]> gold;
  private final List<int[]> predicted;
  private final int[] partner;
  private final int[] goldOf;
  private int pairs;

  private record Candidate(double overlap, int gold, int predicted) {}

  private Alignment(List<int[]> gold, List<int[]> predicted) {
    this.gold = gold;
    this.predicted = predicted;
    this.partner = new int[gold.size()];
    this.goldOf = new int[predicted.size()];
    Arrays.fill(partner, -1);
    Arrays.fill(goldOf, -1);
  }

  static Alignment of(LineTable lines, List<ParsedRecord> gold, List<ParsedRecord> predicted) {
    return of(lines, gold, predicted, LEAST);
  }

  /**
   * @param least overlap of a pair
   */
  static Alignment of(
      LineTable lines, List<ParsedRecord> gold, List<ParsedRecord> predicted, double least) {
    Alignment result = new Alignment(lines(lines, gold), lines(lines, predicted));
    List<Candidate> candidates = result.candidates(lines.count(), least);
    candidates.sort(
        Comparator.comparingDouble((Candidate c) -> -c.overlap)
            .thenComparingInt(Candidate::gold)
            .thenComparingInt(Candidate::predicted));
    for (Candidate candidate : candidates) {
      if (result.partner[candidate.gold] < 0 && result.goldOf[candidate.predicted] < 0) {
        result.partner[candidate.gold] = candidate.predicted;
        result.goldOf[candidate.predicted] = candidate.gold;
        result.pairs++;
      }
    }
    return result;
  }

  private static List<int[]> lines(LineTable lines, List<ParsedRecord> records) {
    return records.stream().map(record -> lines.lines(record.spans())).toList();
  }

  /** Pairs that overlap enough; found line by line, so that the cost does not grow as a product. */
  private List<Candidate> candidates(int lineCount, double least) {
    int[] head = new int[lineCount];
    Arrays.fill(head, -1);
    int total = predicted.stream().mapToInt(lines -> lines.length).sum();
    int[] next = new int[total];
    int[] owner = new int[total];
    int entry = 0;
    for (int p = 0; p < predicted.size(); p++) {
      for (int line : predicted.get(p)) {
        next[entry] = head[line];
        owner[entry] = p;
        head[line] = entry++;
      }
    }
    int[] common = new int[predicted.size()];
    List<Candidate> candidates = new ArrayList<>();
    List<Integer> touched = new ArrayList<>();
    for (int g = 0; g < gold.size(); g++) {
      for (int line : gold.get(g)) {
        for (int e = head[line]; e >= 0; e = next[e]) {
          if (common[owner[e]]++ == 0) {
            touched.add(owner[e]);
          }
        }
      }
      for (int p : touched) {
        int union = gold.get(g).length + predicted.get(p).length - common[p];
        double overlap = (double) common[p] / union;
        if (overlap >= least) {
          candidates.add(new Candidate(overlap, g, p));
        }
        common[p] = 0;
      }
      touched.clear();
    }
    return candidates;
  }

  int pairs() {
    return pairs;
  }

  /** Index of the predicted record of a gold record, -1 for none. */
  int partner(int goldIndex) {
    return partner[goldIndex];
  }

  /** Index of the gold record of a predicted record, -1 for none. */
  int goldOf(int predictedIndex) {
    return goldOf[predictedIndex];
  }

  int[] goldLines(int index) {
    return gold.get(index);
  }

  int[] predictedLines(int index) {
    return predicted.get(index);
  }

  static int common(int[] a, int[] b) {
    int shared = 0;
    for (int i = 0, j = 0; i < a.length && j < b.length; ) {
      if (a[i] == b[j]) {
        shared++;
        i++;
        j++;
      } else if (a[i] < b[j]) {
        i++;
      } else {
        j++;
      }
    }
    return shared;
  }
}
