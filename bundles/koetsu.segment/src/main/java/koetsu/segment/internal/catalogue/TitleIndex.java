package koetsu.segment.internal.catalogue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The titles of the overview list, found by likeness.
 *
 * <p>A title is compared only with those that share one of its rarest pairs of letters, and with so
 * few of them that the cost does not grow with the list.
 */
final class TitleIndex {
  /** Likeness from which two titles are the same one, slips and line breaks allowed. */
  private static final double ALIKE = 0.75;

  /** A title that is a part of another one is a little less than the same. */
  private static final double PART = 0.9;

  /** A short title inside a long one proves little. */
  private static final int SHORTEST_PART = 8;

  private static final int RAREST = 4;
  private static final int MOST_COMPARED = 64;
  private static final int HASHES = 1 << 16;

  private final List<Title> titles = new ArrayList<>();
  private final Map<String, Integer> same = new HashMap<>();
  private final Set<Pairs> pairs = new HashSet<>();
  private final Map<Integer, List<Integer>> byPair = new HashMap<>();

  /** The last bits of the pairs' hashes: what is not here need not be looked up. */
  private final BitSet hashes = new BitSet(HASHES);

  /**
   * @param titles folded titles in printed order
   */
  TitleIndex(List<String> titles) {
    for (String title : titles) {
      Title entry = Title.of(title);
      same.putIfAbsent(title, this.titles.size());
      if (entry.whole().size() > 0) {
        pairs.add(entry.whole());
      }
      for (int pair : entry.whole().sorted()) {
        hashes.set(hash(pair));
        List<Integer> entries = byPair.computeIfAbsent(pair, k -> new ArrayList<>());
        if (entries.isEmpty() || entries.get(entries.size() - 1) != this.titles.size()) {
          entries.add(this.titles.size());
        }
      }
      this.titles.add(entry);
    }
  }

  /**
   * The entry most like a title.
   *
   * @param index of the entry, or -1 where none is alike
   * @param likeness from 0 to 1
   */
  record Match(int index, double likeness) {}

  /** Whether a title is listed letter by letter, signs and case aside. */
  boolean has(String folded) {
    return same.containsKey(folded) || pairs.contains(Pairs.of(folded));
  }

  Match best(String folded) {
    Integer exact = same.get(folded);
    if (exact != null) {
      return new Match(exact, 1);
    }
    Title title = Title.of(folded);
    int index = -1;
    double most = 0;
    BitSet compared = new BitSet(titles.size());
    for (List<Integer> sharing : rarest(title)) {
      for (int i : sharing.subList(0, Math.min(MOST_COMPARED, sharing.size()))) {
        if (!compared.get(i)) {
          compared.set(i);
          double likeness = title.likeness(titles.get(i));
          // of those equally alike the first that is printed
          if (likeness >= ALIKE && (likeness > most || likeness == most && i < index)) {
            index = i;
            most = likeness;
          }
        }
      }
    }
    return new Match(index, most);
  }

  private static int hash(int pair) {
    return pair * 0x9E3779B1 >>> Integer.SIZE - 16;
  }

  /** The titles with each of the few pairs that the fewest titles have. */
  private List<List<Integer>> rarest(Title title) {
    List<List<Integer>> rarest = new ArrayList<>(RAREST + 1);
    for (int pair : title.whole().sorted()) {
      List<Integer> sharing = hashes.get(hash(pair)) ? byPair.get(pair) : null;
      if (sharing != null) {
        int at = rarest.size();
        while (at > 0 && rarest.get(at - 1).size() > sharing.size()) {
          at--;
        }
        if (at < RAREST) {
          rarest.add(at, sharing);
          rarest.subList(Math.min(RAREST, rarest.size()), rarest.size()).clear();
        }
      }
    }
    return rarest;
  }

  /**
   * A title, also without the bracketed remark behind it, which may be missing elsewhere.
   *
   * @param whole pairs of the title
   * @param bare pairs of the title without its remark
   */
  private record Title(Pairs whole, Pairs bare) {
    static Title of(String folded) {
      String bare = TitleShape.withoutRemark(folded);
      Pairs whole = Pairs.of(folded);
      return new Title(whole, bare.length() == folded.length() ? whole : Pairs.of(bare));
    }

    double likeness(Title other) {
      double likeness = likeness(whole, other.whole);
      return whole == bare && other.whole == other.bare
          ? likeness
          : Math.max(likeness, PART * likeness(bare, other.bare));
    }

    /** The likeness of two titles; 0 where it is clear at a glance that they are not alike. */
    private static double likeness(Pairs a, Pairs b) {
      int shorter = Math.min(a.size(), b.size());
      if (shorter == 0 || likeness(a, b, a.mostCommon(b)) < ALIKE) {
        return 0;
      }
      return likeness(a, b, a.common(b));
    }

    private static double likeness(Pairs a, Pairs b, int common) {
      int shorter = Math.min(a.size(), b.size());
      double dice = 2.0 * common / (a.size() + b.size());
      return shorter < SHORTEST_PART ? dice : Math.max(dice, PART * common / shorter);
    }
  }
}
