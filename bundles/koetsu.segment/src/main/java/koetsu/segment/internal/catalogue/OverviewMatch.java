package koetsu.segment.internal.catalogue;

import java.util.List;

/** Finds the entry of the overview list that names a sheet. */
final class OverviewMatch {
  /** Likeness from which two titles are the same one, slips and line breaks allowed. */
  static final double ALIKE = 0.75;

  private OverviewMatch() {}

  /** The index of the most alike title, or -1 where none is alike. */
  static int best(String title, List<String> listed) {
    int best = -1;
    double most = ALIKE;
    for (int i = 0; i < listed.size(); i++) {
      double likeness = Similarity.of(title, listed.get(i));
      if (likeness > most || likeness == most && best < 0) {
        most = likeness;
        best = i;
      }
    }
    return best;
  }
}
