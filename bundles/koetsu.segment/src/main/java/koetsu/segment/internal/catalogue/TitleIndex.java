package koetsu.segment.internal.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The titles of the overview list, found by likeness.
 *
 * <p>A title is compared only with those that share one of its rarest pairs of characters, and with
 * so few of them that the cost does not grow with the list.
 */
final class TitleIndex {
  /** Likeness from which two titles are the same one, slips and line breaks allowed. */
  static final double ALIKE = 0.75;

  private static final int RAREST = 4;
  private static final int MOST_COMPARED = 64;

  private final List<String> titles;
  private final Map<String, List<Integer>> byPair = new HashMap<>();

  /**
   * @param titles folded titles in printed order
   */
  TitleIndex(List<String> titles) {
    this.titles = List.copyOf(titles);
    for (int i = 0; i < titles.size(); i++) {
      for (String pair : Similarity.pairs(titles.get(i)).keySet()) {
        byPair.computeIfAbsent(pair, k -> new ArrayList<>()).add(i);
      }
    }
  }

  /**
   * The entry most like a title.
   *
   * @param index of the entry, or -1 where none is alike
   * @param likeness from 0 to 1
   */
  record Match(int index, double likeness) {}

  Match best(String title) {
    Match best = new Match(-1, 0);
    for (int i : candidates(title)) {
      double likeness = Similarity.of(title, titles.get(i));
      if (likeness >= ALIKE && likeness > best.likeness()) {
        best = new Match(i, likeness);
      }
    }
    return best;
  }

  private Set<Integer> candidates(String title) {
    List<List<Integer>> lists = new ArrayList<>();
    for (String pair : Similarity.pairs(title).keySet()) {
      List<Integer> list = byPair.get(pair);
      if (list != null) {
        lists.add(list);
      }
    }
    lists.sort(Comparator.comparingInt((List<Integer> l) -> l.size()).thenComparing(l -> l.get(0)));
    Set<Integer> candidates = new TreeSet<>();
    for (List<Integer> list : lists.subList(0, Math.min(RAREST, lists.size()))) {
      candidates.addAll(list.subList(0, Math.min(MOST_COMPARED, list.size())));
    }
    return candidates;
  }
}
