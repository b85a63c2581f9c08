package koetsu.segment.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

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

  /** 2³² by the golden ratio: it sends alike pairs to places far apart. */
  private static final int GOLDEN = 0x9E3779B9;

  private final int[] sizes;

  /** The pairs of all entries, hashed; 0 where a place is free: no title has two NULs. */
  private final int[] keys;

  /** For each pair where its entries begin; they end where {@link #ends} says. */
  private final int[] begins;

  private final int[] ends;

  /** The entries of one pair after those of another. */
  private final int[] postings;

  /** How many pairs each entry shares with the title at hand; all 0 between calls. */
  private final int[] shared;

  /** The entries that share any, while there is a title at hand. */
  private final int[] touched;

  /**
   * @param titles folded titles of the entries in order
   */
  public ContentsMatcher(List<String> titles) {
    sizes = new int[titles.size()];
    shared = new int[titles.size()];
    touched = new int[titles.size()];
    int[][] pairs = new int[sizes.length][];
    int count = 0;
    for (int entry = 0; entry < sizes.length; entry++) {
      pairs[entry] = pairs(titles.get(entry));
      sizes[entry] = pairs[entry].length;
      count += sizes[entry];
    }
    int places = Integer.highestOneBit(count + 1) * 4;
    keys = new int[places];
    begins = new int[places];
    ends = new int[places];
    postings = new int[count];
    for (int[] own : pairs) {
      for (int pair : own) {
        int place = place(pair);
        keys[place] = pair;
        ends[place]++;
      }
    }
    int end = 0;
    for (int place = 0; place < places; place++) {
      begins[place] = end;
      end += ends[place];
      ends[place] = begins[place];
    }
    for (int entry = 0; entry < sizes.length; entry++) {
      for (int pair : pairs[entry]) {
        postings[ends[place(pair)]++] = entry;
      }
    }
  }

  /** Where a pair is in the hash table, or the free place where it would be. */
  private int place(int pair) {
    int place = pair * GOLDEN >>> Integer.numberOfLeadingZeros(keys.length - 1);
    while (keys[place] != 0 && keys[place] != pair) {
      place = place + 1 & keys.length - 1;
    }
    return place;
  }

  /** Whether there is nothing to compare with. */
  public boolean isEmpty() {
    return sizes.length == 0;
  }

  /** The likeness of a title to the entry it is most like, from 0 to 1. */
  public double likeness(String folded) {
    List<Candidate> candidates = candidates(folded);
    return candidates.isEmpty() ? 0 : candidates.get(0).likeness;
  }

  /** How much two folded texts are alike, from 0 to 1. */
  public static double likeness(String one, String other) {
    return new ContentsMatcher(List.of(one)).likeness(other);
  }

  /** The entry most like a title, or -1 where none is alike enough. */
  public int best(String folded, double enough) {
    List<Candidate> candidates = candidates(folded);
    boolean found = !candidates.isEmpty() && candidates.get(0).likeness >= enough;
    return found ? candidates.get(0).entry : -1;
  }

  /**
   * The entry of each sheet, or -1: of all assignments in which entries rise with the sheets, the
   * one with the highest sum of likenesses.
   *
   * @param titles folded titles of the sheets in order; an empty one matches nothing
   */
  public int[] assign(List<String> titles) {
    int entries = sizes.length;
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

  /** The entries that are alike, the most alike first. */
  private List<Candidate> candidates(String folded) {
    if (isEmpty()) {
      return List.of();
    }
    int[] pairs = pairs(folded);
    int common = 0;
    int touches = 0;
    for (int pair : pairs) {
      int place = place(pair);
      int begin = begins[place];
      int end = ends[place];
      if (sizes.length > FEW && end - begin > COMMON * sizes.length) {
        common++;
      } else {
        for (int i = begin; i < end; i++) {
          int entry = postings[i];
          if (shared[entry]++ == 0) {
            touched[touches++] = entry;
          }
        }
      }
    }
    List<Candidate> found = new ArrayList<>();
    for (int i = 0; i < touches; i++) {
      int entry = touched[i];
      double likeness = Math.min(1, 2.0 * (shared[entry] + common) / (pairs.length + sizes[entry]));
      if (likeness >= ALIKE) {
        found.add(new Candidate(entry, likeness));
      }
      shared[entry] = 0;
    }
    found.sort(
        Comparator.comparingDouble(Candidate::likeness)
            .reversed()
            .thenComparingInt(Candidate::entry));
    return found.subList(0, Math.min(CANDIDATES, found.size()));
  }

  /** The distinct pairs of neighbouring characters, each as one number. */
  private static int[] pairs(String text) {
    int[] pairs = new int[Math.max(0, text.length() - 1)];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = text.charAt(i) << Character.SIZE | text.charAt(i + 1);
    }
    Arrays.sort(pairs);
    int distinct = 0;
    for (int i = 0; i < pairs.length; i++) {
      if (i == 0 || pairs[i] != pairs[i - 1]) {
        pairs[distinct++] = pairs[i];
      }
    }
    return Arrays.copyOf(pairs, distinct);
  }
}
