package koetsu.segment.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares titles with the entries of a table of contents by the pairs of neighbouring characters
 * they share (Dice's coefficient, 2·shared / all), so that slips of OCR and lost characters do not
 * matter, and finds the assignment of sheets to entries that keeps both in order and is alike most.
 */
public final class ContentsMatcher {
  /** Titles that share less than this are different ones. */
  public static final double ALIKE = 0.6;

  /** A pair of characters in more than this share of many entries tells none of them apart. */
  private static final double COMMON = 0.2;

  private static final int FEW = 20;
  private static final int CANDIDATES = 4;

  private final List<Integer> sizes = new ArrayList<>();
  private final Map<String, int[]> entriesByPair = new HashMap<>();

  /**
   * @param titles folded titles of the entries in order
   */
  public ContentsMatcher(List<String> titles) {
    Map<String, List<Integer>> postings = new HashMap<>();
    for (int i = 0; i < titles.size(); i++) {
      List<String> pairs = pairs(titles.get(i));
      sizes.add(pairs.size());
      for (String pair : pairs) {
        postings.computeIfAbsent(pair, p -> new ArrayList<>()).add(i);
      }
    }
    postings.forEach(
        (pair, entries) ->
            entriesByPair.put(pair, entries.stream().mapToInt(Integer::intValue).toArray()));
  }

  /** The likeness of a title to the entry it is most like, from 0 to 1. */
  public double likeness(String folded) {
    return candidates(folded).stream().mapToDouble(Candidate::likeness).max().orElse(0);
  }

  /** How much two folded texts are alike, from 0 to 1. */
  public static double likeness(String one, String other) {
    List<String> pairs = pairs(one);
    List<String> others = pairs(other);
    long shared = pairs.stream().filter(others::contains).count();
    return pairs.isEmpty() || others.isEmpty() ? 0 : 2.0 * shared / (pairs.size() + others.size());
  }

  /**
   * The entry most like a title, or -1 where none is alike enough.
   *
   * @param except an entry that does not count
   */
  public int best(String folded, double enough, int except) {
    for (Candidate candidate : candidates(folded)) {
      if (candidate.entry != except && candidate.likeness >= enough) {
        return candidate.entry;
      }
    }
    return -1;
  }

  /**
   * The entry of each sheet, or -1: of all assignments in which entries rise with the sheets, the
   * one with the highest sum of likenesses.
   *
   * @param titles folded titles of the sheets in order; an empty one matches nothing
   */
  public int[] assign(List<String> titles) {
    int entries = sizes.size();
    Chain[] best = new Chain[entries + 1];
    int[] assigned = new int[titles.size()];
    Arrays.fill(assigned, -1);
    for (int sheet = 0; sheet < titles.size(); sheet++) {
      List<Chain> ended = new ArrayList<>();
      for (Candidate candidate : candidates(titles.get(sheet))) {
        Chain before = best(best, candidate.entry);
        double sum = candidate.likeness + (before == null ? 0 : before.sum);
        ended.add(new Chain(sheet, candidate.entry, sum, before));
      }
      ended.forEach(c -> improve(best, c));
    }
    for (Chain chain = best(best, entries); chain != null; chain = chain.before) {
      assigned[chain.sheet] = chain.entry;
    }
    return assigned;
  }

  private record Candidate(int entry, double likeness) {}

  /** Assignments up to a sheet, the last one first. */
  private record Chain(int sheet, int entry, double sum, Chain before) {}

  /** The best chain that ends before an entry: a query of a Fenwick tree over the entries. */
  private static Chain best(Chain[] tree, int entry) {
    Chain best = null;
    for (int i = entry; i > 0; i -= i & -i) {
      if (tree[i] != null && (best == null || tree[i].sum > best.sum)) {
        best = tree[i];
      }
    }
    return best;
  }

  private static void improve(Chain[] tree, Chain chain) {
    for (int i = chain.entry + 1; i < tree.length; i += i & -i) {
      if (tree[i] == null || chain.sum > tree[i].sum) {
        tree[i] = chain;
      }
    }
  }

  private List<Candidate> candidates(String folded) {
    List<String> pairs = pairs(folded);
    Map<Integer, Integer> shared = new HashMap<>();
    int skipped = 0;
    for (String pair : pairs) {
      int[] entries = entriesByPair.getOrDefault(pair, new int[0]);
      if (sizes.size() > FEW && entries.length > COMMON * sizes.size()) {
        skipped++;
      } else {
        for (int entry : entries) {
          shared.merge(entry, 1, Integer::sum);
        }
      }
    }
    List<Candidate> found = new ArrayList<>();
    for (Map.Entry<Integer, Integer> entry : shared.entrySet()) {
      int all = pairs.size() + sizes.get(entry.getKey());
      double likeness = Math.min(1, 2.0 * (entry.getValue() + skipped) / all);
      if (likeness >= ALIKE) {
        found.add(new Candidate(entry.getKey(), likeness));
      }
    }
    found.sort(
        (a, b) ->
            a.likeness != b.likeness ? Double.compare(b.likeness, a.likeness) : a.entry - b.entry);
    return found.subList(0, Math.min(CANDIDATES, found.size()));
  }

  /** The distinct pairs of neighbouring characters. */
  private static List<String> pairs(String text) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i + 2 <= text.length(); i++) {
      pairs.add(text.substring(i, i + 2));
    }
    return pairs.stream().distinct().toList();
  }
}
