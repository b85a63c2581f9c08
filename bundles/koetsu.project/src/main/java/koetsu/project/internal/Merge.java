package koetsu.project.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import koetsu.api.document.SourceDocument;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.record.RecordState;
import koetsu.api.record.Status;
import koetsu.project.DocumentState;

/**
 * Lays what people decided over what the machine says now.
 *
 * <p>A machine record takes the id of the kept record it shares most lines with (IoU ≥ 0.5, largest
 * first); the others keep the machine's id or, where a kept record has it, take the next free one.
 * In a record under review a decision replaces the machine value it was made for; a reviewed record
 * is shown as it was left.
 */
final class Merge {
  private static final double ALIGNED = 0.5;

  private final Profile profile;
  private final ParsedDocument machine;
  private final Fold.Kept kept;
  private final List<Problem> problems = new ArrayList<>();

  private Merge(Profile profile, ParsedDocument machine, Fold.Kept kept) {
    this.profile = profile;
    this.machine = machine;
    this.kept = kept;
  }

  static DocumentState of(Profile profile, ParsedDocument machine, Fold.Kept kept) {
    return new Merge(profile, machine, kept).state();
  }

  private DocumentState state() {
    SourceDocument document = machine.document();
    problems.addAll(machine.problems());
    if (kept.document() != null && !kept.document().sha256().equals(document.sha256())) {
      problems.add(
          new Problem(
              Problem.Severity.WARNING,
              "koetsu.project#edition",
              document.name()
                  + " is not the edition that was reviewed: decisions are shown at their old places; check them",
              null,
              null));
    }
    Map<String, ParsedRecord> twins = align(document);
    Map<String, String> ids = permanentIds(twins);
    List<ParsedRecord> records = new ArrayList<>();
    Set<String> placed = new HashSet<>();
    for (ParsedRecord found : machine.records()) {
      ParsedRecord human = twins.get(found.id());
      String parent = found.parent() == null ? null : ids.get(found.parent());
      if (human == null) {
        records.add(found.withId(ids.get(found.id())).withParent(parent));
      } else {
        placed.add(human.id());
        records.add(human.state() == RecordState.IN_REVIEW ? combine(human, found) : human);
      }
    }
    for (ParsedRecord human : kept.records().values()) {
      if (placed.contains(human.id())) {
        continue;
      }
      records.add(human);
      if (!human.spans().isEmpty() && twinless(human)) {
        problems.add(
            new Problem(
                Problem.Severity.WARNING,
                "koetsu.project#placeless",
                "the machine finds no record here any more; what was decided is kept",
                human.id(),
                human.spans().get(0).end() <= document.length() ? human.spans().get(0) : null));
      }
    }
    records.sort(Comparator.comparingInt(ParsedRecord::begin));
    return new DocumentState(document, records, machine.gaps(), problems);
  }

  /** A record that people added or drew themselves has no machine twin to miss. */
  private static boolean twinless(ParsedRecord human) {
    return human.fields().values().stream()
        .flatMap(List::stream)
        .anyMatch(v -> v.extractor() != null);
  }

  private Map<String, ParsedRecord> align(SourceDocument document) {
    record Pair(double iou, ParsedRecord machine, ParsedRecord human) {}
    List<Pair> pairs = new ArrayList<>();
    Map<String, BitSet> lines = new HashMap<>();
    for (ParsedRecord human : kept.records().values()) {
      BitSet mine = Lines.of(document, human.spans());
      for (ParsedRecord found : machine.records()) {
        double iou =
            Lines.iou(
                mine, lines.computeIfAbsent(found.id(), id -> Lines.of(document, found.spans())));
        if (iou >= ALIGNED) {
          pairs.add(new Pair(iou, found, human));
        }
      }
    }
    pairs.sort(
        Comparator.comparingDouble((Pair p) -> -p.iou)
            .thenComparing(p -> p.human.begin())
            .thenComparing(p -> p.machine.begin()));
    Map<String, ParsedRecord> twins = new HashMap<>();
    Set<String> taken = new HashSet<>();
    for (Pair pair : pairs) {
      if (!twins.containsKey(pair.machine.id()) && taken.add(pair.human.id())) {
        twins.put(pair.machine.id(), pair.human);
      }
    }
    return twins;
  }

  private Map<String, String> permanentIds(Map<String, ParsedRecord> twins) {
    Set<String> taken = new HashSet<>(kept.records().keySet());
    machine.records().stream()
        .map(ParsedRecord::id)
        .filter(id -> !twins.containsKey(id))
        .forEach(taken::add);
    Map<String, String> ids = new HashMap<>();
    int next = machine.records().size();
    for (ParsedRecord found : machine.records()) {
      ParsedRecord human = twins.get(found.id());
      if (human != null) {
        ids.put(found.id(), human.id());
      } else if (!kept.records().containsKey(found.id())) {
        ids.put(found.id(), found.id());
      } else {
        String fresh;
        do {
          fresh = String.format("r%04d", ++next);
        } while (!taken.add(fresh));
        ids.put(found.id(), fresh);
      }
    }
    return ids;
  }

  private ParsedRecord combine(ParsedRecord human, ParsedRecord found) {
    Set<String> fields = new LinkedHashSet<>();
    profile.fields().forEach(f -> fields.add(f.id()));
    fields.addAll(found.fields().keySet());
    fields.addAll(human.fields().keySet());
    Map<String, List<FieldValue>> combined = new LinkedHashMap<>();
    for (String field : fields) {
      if (found.fields().containsKey(field) || human.fields().containsKey(field)) {
        combined.put(field, combine(human, found, field));
      }
    }
    return human.withFields(combined);
  }

  private List<FieldValue> combine(ParsedRecord human, ParsedRecord found, String field) {
    List<FieldValue> values = new ArrayList<>(found.values(field));
    List<FieldValue> decisions =
        human.values(field).stream().filter(v -> v.status() != Status.MACHINE).toList();
    List<FieldValue> unplaced = new ArrayList<>();
    for (FieldValue decision : decisions) {
      int at = replaced(values, human, field, decision);
      if (at < 0) {
        unplaced.add(decision);
      } else {
        values.set(at, decision);
      }
    }
    for (FieldValue decision : unplaced) {
      values.add(Fold.position(values, decision), decision);
    }
    return values;
  }

  /** Index of the machine value that a decision was made for or that says the same, or -1. */
  private int replaced(
      List<FieldValue> values, ParsedRecord human, String field, FieldValue decision) {
    FieldValue original = kept.machine(human.id(), field, decision);
    int at = original == null ? -1 : meaning(values, field, original);
    if (at < 0) {
      at = meaning(values, field, decision);
    }
    if (at < 0 && decision.status() != Status.ADDED) {
      for (int i = 0; i < values.size(); i++) {
        if (values.get(i).status() == Status.MACHINE
            && values.get(i).spans().equals(decision.spans())) {
          return i;
        }
      }
    }
    return at;
  }

  private int meaning(List<FieldValue> values, String field, FieldValue wanted) {
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).status() == Status.MACHINE
          && canonical(field, values.get(i)).equals(canonical(field, wanted))) {
        return i;
      }
    }
    return -1;
  }

  private Object canonical(String field, FieldValue value) {
    Optional<FieldDefinition> definition = profile.field(field);
    return definition.isPresent() ? definition.get().canonical(value.value()) : value.value();
  }
}
