package koetsu.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import koetsu.measure.LedgerItem.Outcome;

/**
 * Finds the bundle that broke an item between two sets of bundles. The bundles that differ are
 * exchanged one after the other, in the order of their names, and the one with which the item
 * breaks is looked for by halving.
 */
public final class Bisection {
  private final List<String> changed;
  private final Function<Set<String>, RegressionReport> run;
  private final Map<Set<String>, Map<List<Object>, LedgerItem>> runs = new HashMap<>();

  /**
   * What broke an item.
   *
   * @param item as it is with all new bundles, held against the old ones
   * @param bundle the one with which it breaks
   * @param alone whether that bundle breaks it without the other new ones
   */
  public record Finding(LedgerItem item, String bundle, boolean alone) {}

  /**
   * @param changed names of the bundles that differ
   * @param run what the gold shows with the named bundles new and the others old, held against a
   *     baseline of all old ones
   */
  public Bisection(Set<String> changed, Function<Set<String>, RegressionReport> run) {
    this.changed = List.copyOf(new TreeSet<>(changed));
    this.run = run;
  }

  /** Every item that the new bundles break, in the order of the ledger, with what broke it. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    broken(first(changed.size())).forEach((key, item) -> findings.add(finding(key, item)));
    return findings;
  }

  private Finding finding(List<Object> key, LedgerItem item) {
    int whole = 0;
    int broken = changed.size();
    while (broken - whole > 1) {
      int middle = (whole + broken) / 2;
      if (broken(first(middle)).containsKey(key)) {
        broken = middle;
      } else {
        whole = middle;
      }
    }
    String bundle = changed.get(broken - 1);
    return new Finding(item, bundle, broken(Set.of(bundle)).containsKey(key));
  }

  private Set<String> first(int count) {
    return Set.copyOf(changed.subList(0, count));
  }

  /** The items that were right with the old bundles and are wrong, by what they are. */
  private Map<List<Object>, LedgerItem> broken(Set<String> bundles) {
    Map<List<Object>, LedgerItem> known = runs.get(bundles);
    if (known != null) {
      return known;
    }
    Map<List<Object>, LedgerItem> broken = new LinkedHashMap<>();
    if (!bundles.isEmpty()) {
      Map<String, Integer> turns = new TreeMap<>();
      for (LedgerItem item : run.apply(bundles).items(Outcome.BROKEN)) {
        // a superfluous value is the same item whatever it says: it stands where none should
        Object content = item.expected() == null ? "" : item.expected();
        String place =
            item.document() + '\n' + item.record() + '\n' + item.field() + '\n' + content;
        int turn = turns.merge(place, 1, Integer::sum);
        broken.put(List.of(place, turn), item);
      }
    }
    runs.put(bundles, broken);
    return broken;
  }
}
