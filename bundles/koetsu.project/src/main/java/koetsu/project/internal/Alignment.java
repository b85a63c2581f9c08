package koetsu.project.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;

/** Which record of the machine is which record in keeping, by the non-blank lines they share. */
final class Alignment {
  private final SourceDocument document;
  private final Map<String, String> humans = new HashMap<>();
  private final Map<String, ParsedRecord> machines = new HashMap<>();
  private final Set<String> covered = new HashSet<>();
  private final Set<String> touched = new HashSet<>();
  private final Set<String> met = new HashSet<>();

  /** The kept record that has a line, by line number, or null; rejected ones have none. */
  private final String[] owners;

  private record Pair(double iou, ParsedRecord machine, ParsedRecord human) {}

  /**
   * @param found what the machine finds, and on which lines
   * @param kept what is in keeping, ordered
   * @param empty where a person said that no record is
   */
  Alignment(MachineLines found, List<ParsedRecord> kept, List<Span> empty) {
    document = found.machine().document();
    List<ParsedRecord> machine = found.machine().records();
    List<Pair> pairs = new ArrayList<>();
    owners = new String[document.lines().size()];
    BitSet claimed = new BitSet(owners.length);
    for (int n : Lines.of(document, empty)) {
      claimed.set(n);
    }
    for (ParsedRecord human : kept) {
      int[] its = Lines.of(document, human.spans());
      Map<Integer, Integer> shared = new LinkedHashMap<>();
      for (int n : its) {
        claimed.set(n);
        for (int i : found.at(n)) {
          shared.merge(i, 1, Integer::sum);
        }
        if (human.state() != RecordState.REJECTED && owners[n] == null) {
          owners[n] = human.id();
        }
      }
      if (!shared.isEmpty()) {
        met.add(human.id());
      }
      int count = its.length;
      shared.forEach(
          (i, common) -> {
            double iou = (double) common / (count + found.count(i) - common);
            if (iou >= Extents.ALIGNED) {
              pairs.add(new Pair(iou, machine.get(i), human));
            }
          });
    }
    match(pairs);
    cover(found, claimed);
  }

  private void cover(MachineLines found, BitSet claimed) {
    Map<Integer, Integer> shared = new HashMap<>();
    for (int n = claimed.nextSetBit(0); n >= 0; n = claimed.nextSetBit(n + 1)) {
      for (int i : found.at(n)) {
        shared.merge(i, 1, Integer::sum);
      }
    }
    shared.forEach(
        (i, common) -> {
          String id = found.machine().records().get(i).id();
          touched.add(id);
          if (2 * common > found.count(i)) {
            covered.add(id);
          }
        });
    List<ParsedRecord> machine = found.machine().records();
    for (int i = 0; i < machine.size(); i++) {
      if (found.strays(i)) {
        touched.add(machine.get(i).id());
      }
    }
  }

  private void match(List<Pair> pairs) {
    pairs.sort(
        Comparator.comparingDouble((Pair p) -> -p.iou)
            .thenComparing(p -> p.human.begin())
            .thenComparing(p -> p.human.id())
            .thenComparing(p -> p.machine.begin()));
    for (Pair pair : pairs) {
      if (!humans.containsKey(pair.machine.id()) && !machines.containsKey(pair.human.id())) {
        humans.put(pair.machine.id(), pair.human.id());
        machines.put(pair.human.id(), pair.machine);
      }
    }
  }

  /** Id of the kept record that a machine record is, or null. */
  String human(String machine) {
    return humans.get(machine);
  }

  /** The machine record that a kept record is, or null. */
  ParsedRecord machine(String human) {
    return machines.get(human);
  }

  /** Whether most lines of a machine record are in kept ones, or where no record is. */
  boolean isCovered(String machine) {
    return covered.contains(machine);
  }

  /**
   * Whether a machine record shares no line with kept ones, and no value of it can be theirs: it
   * shows as the machine found it.
   */
  boolean isUntouched(String machine) {
    return !touched.contains(machine);
  }

  /** Whether the machine finds anything where a kept record is. */
  boolean isMet(String human) {
    return met.contains(human);
  }

  /** Id of the kept record that a place is in, or null. */
  String owner(Span place) {
    return owners[document.lineAt(place.begin()).number()];
  }
}
