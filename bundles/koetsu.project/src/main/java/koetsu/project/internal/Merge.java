package koetsu.project.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import koetsu.api.document.SourceDocument;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.record.RecordState;
import koetsu.api.record.Status;
import koetsu.project.BlindSlice;
import koetsu.project.DocumentState;

/**
 * Lays what people decided over what the machine says now.
 *
 * <p>A machine record takes the id of the kept record it shares most lines with (IoU ≥ 0.5, largest
 * first); the others keep the machine's id or, where a kept record has it, take the next free one.
 * One that has most of its lines in kept records without being any of them does not show. A machine
 * value belongs to the kept record it is printed in, unless the machine itself took it from outside
 * its record. In a record under review a decision replaces the machine value it was made for, and
 * what nobody decided on follows the machine; a reviewed record is shown as it was left, a rejected
 * one not among the records.
 */
final class Merge {
  private static final Comparator<ParsedRecord> PRINTED =
      Comparator.comparingInt(ParsedRecord::begin).thenComparing(ParsedRecord::id);

  private final Profile profile;
  private final ParsedDocument machine;
  private final Kept kept;
  private final Predicate<String> blind;
  private final Alignment alignment;
  private final Map<String, String> ids = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();

  /** What the machine says, by the permanent id of the record it belongs to, then by field. */
  private final Map<String, Map<String, List<FieldValue>>> said = new HashMap<>();

  private Merge(Profile profile, MachineLines found, Kept kept, Predicate<String> blind) {
    this.profile = profile;
    this.machine = found.machine();
    this.kept = kept;
    this.blind = blind;
    this.alignment =
        new Alignment(found, kept.records().stream().sorted(PRINTED).toList(), kept.empty());
  }

  /**
   * @param found what the machine says, and on which lines
   * @param blind whether a record that nobody has touched, by its permanent id, is to be reviewed
   *     without the machine's values
   */
  static DocumentState of(Profile profile, MachineLines found, Kept kept, Predicate<String> blind) {
    return new Merge(profile, found, kept, blind).state();
  }

  private DocumentState state() {
    SourceDocument document = machine.document();
    permanentIds();
    machine.problems().forEach(this::report);
    machine.records().stream()
        .filter(found -> !alignment.isUntouched(found.id()))
        .forEach(this::distribute);
    List<ParsedRecord> records = new ArrayList<>();
    List<ParsedRecord> rejected = new ArrayList<>();
    for (ParsedRecord found : machine.records()) {
      if (shows(found)) {
        String id = ids.get(found.id());
        records.add(shown(found, id));
      }
    }
    for (ParsedRecord human : kept.records()) {
      switch (human.state()) {
        case REJECTED -> rejected.add(human);
        case REVIEWED, LOCKED -> records.add(explain(human));
        default -> records.add(explain(combine(human)));
      }
    }
    records.sort(PRINTED);
    rejected.sort(PRINTED);
    for (ParsedRecord record : records) {
      if (isPlaceless(kept.record(record.id()))) {
        problems.add(
            new Problem(
                Problem.Severity.WARNING,
                "koetsu.project#placeless",
                "the machine finds no record here any more; what was decided is kept",
                record.id(),
                record.spans().isEmpty() ? null : record.spans().get(0)));
      }
    }
    return new DocumentState(
        document,
        records,
        machine.gaps(),
        problems,
        rejected,
        kept.empty(),
        kept.notes(),
        machine.contents().stream().map(l -> l.withRecord(permanent(l.record()))).toList());
  }

  /** A machine record that nobody has touched; most of them are the machine's very own. */
  private ParsedRecord shown(ParsedRecord found, String id) {
    String parent = permanent(found.parent());
    ParsedRecord shown = found;
    if (!id.equals(found.id()) || !Objects.equals(parent, found.parent())) {
      shown = shown.withId(id).withParent(parent);
    }
    if (blind.test(id)) {
      return marked(shown.withFields(Map.of()));
    }
    return alignment.isUntouched(found.id()) ? shown : shown.withFields(values(id));
  }

  /** Takes a problem of the machine's over, unless it would tell what is not to be seen. */
  private void report(Problem problem) {
    String id = permanent(problem.record());
    if (problem.record() == null || problem.record().equals(id) && !isBlind(id)) {
      problems.add(problem);
    } else if (id != null && !isBlind(id)) {
      problems.add(
          new Problem(problem.severity(), problem.source(), problem.message(), id, problem.span()));
    }
  }

  private static ParsedRecord marked(ParsedRecord record) {
    Map<String, Object> extra = new LinkedHashMap<>(record.extra());
    extra.put(BlindSlice.KEY, true);
    return record.withExtra(extra);
  }

  /** Whether a record is under review without the machine's values. */
  private boolean isBlind(String id) {
    ParsedRecord human = kept.record(id);
    return human == null
        ? blind.test(id)
        : human.state() == RecordState.IN_REVIEW && BlindSlice.isBlind(human);
  }

  /** Whether a machine record shows as one that nobody has touched. */
  private boolean shows(ParsedRecord found) {
    return alignment.human(found.id()) == null && !alignment.isCovered(found.id());
  }

  /** A record that people drew and filled themselves has no machine record to miss. */
  private boolean isPlaceless(ParsedRecord human) {
    return human != null
        && !alignment.isMet(human.id())
        && human.fields().values().stream()
            .flatMap(List::stream)
            .anyMatch(v -> v.extractor() != null);
  }

  private void permanentIds() {
    Set<String> taken = new HashSet<>();
    kept.records().forEach(r -> taken.add(r.id()));
    machine.records().stream().filter(this::shows).forEach(r -> taken.add(r.id()));
    int next = machine.records().size();
    for (ParsedRecord found : machine.records()) {
      ParsedRecord human = alignment.human(found.id());
      if (human != null) {
        ids.put(found.id(), human.id());
      } else if (shows(found)) {
        String id = found.id();
        if (kept.record(id) != null) {
          do {
            id = String.format("r%04d", ++next);
          } while (!taken.add(id));
        }
        ids.put(found.id(), id);
      }
    }
  }

  /** The permanent id of a machine record that counts, or null. */
  private String permanent(String found) {
    String id = found == null ? null : ids.get(found);
    ParsedRecord human = id == null ? null : kept.record(id);
    return human != null && human.state() == RecordState.REJECTED ? null : id;
  }

  /** Hands a machine record's values to the records they are printed in. */
  private void distribute(ParsedRecord found) {
    String own = permanent(found.id());
    found
        .fields()
        .forEach(
            (field, values) -> {
              if (own != null) {
                of(own).computeIfAbsent(field, f -> new ArrayList<>());
              }
              for (FieldValue value : values) {
                String to = Extents.overlap(value.spans(), found.spans()) ? owner(value, own) : own;
                if (to != null) {
                  List<FieldValue> its = of(to).computeIfAbsent(field, f -> new ArrayList<>());
                  its.add(to.equals(own) ? its.size() : Values.position(its, value), value);
                }
              }
            });
  }

  private String owner(FieldValue value, String otherwise) {
    String owner = alignment.owner(value.spans().get(0));
    return owner == null ? otherwise : owner;
  }

  private Map<String, List<FieldValue>> of(String record) {
    return said.computeIfAbsent(record, r -> new LinkedHashMap<>());
  }

  /** The machine's values for a record, as far as they may be seen. */
  private Map<String, List<FieldValue>> values(String record) {
    return isBlind(record) ? Map.of() : said.getOrDefault(record, Map.of());
  }

  /** A record under review: decisions in their places, everything else as the machine says now. */
  private ParsedRecord combine(ParsedRecord human) {
    if (!said.containsKey(human.id())) {
      return human;
    }
    Map<String, List<FieldValue>> machineValues = values(human.id());
    Set<String> fields = new LinkedHashSet<>();
    profile.fields().forEach(f -> fields.add(f.id()));
    fields.addAll(machineValues.keySet());
    fields.addAll(human.fields().keySet());
    Map<String, List<FieldValue>> combined = new LinkedHashMap<>();
    for (String field : fields) {
      if (machineValues.containsKey(field) || human.fields().containsKey(field)) {
        combined.put(field, combine(human, field, machineValues.getOrDefault(field, List.of())));
      }
    }
    return structure(human).withFields(combined);
  }

  /**
   * Says again why the machine said what people decided on, as far as it still says it: a log holds
   * decisions without their grounds.
   */
  private ParsedRecord explain(ParsedRecord record) {
    Map<String, List<FieldValue>> machineValues = values(record.id());
    Map<String, List<FieldValue>> explained = new LinkedHashMap<>();
    record
        .fields()
        .forEach(
            (field, shown) -> {
              List<FieldValue> now = machineValues.getOrDefault(field, List.of());
              explained.put(field, shown.stream().map(value -> explain(value, now)).toList());
            });
    return record.withFields(explained);
  }

  private static FieldValue explain(FieldValue value, List<FieldValue> machine) {
    if (value.why() != null || value.extractor() == null) {
      return value;
    }
    return machine.stream()
        .filter(m -> value.extractor().equals(m.extractor()))
        .filter(m -> value.value().equals(m.value()) && value.spans().equals(m.spans()))
        .findFirst()
        .map(m -> value.withWhy(m.why()))
        .orElse(value);
  }

  private ParsedRecord structure(ParsedRecord human) {
    ParsedRecord taken = kept.taken(human.id());
    ParsedRecord found = alignment.machine(human.id());
    if (taken == null || found == null) {
      return human;
    }
    ParsedRecord now = human;
    if (human.kind().equals(taken.kind())) {
      now = now.withKind(found.kind());
    }
    if (Objects.equals(human.parent(), taken.parent())) {
      now = now.withParent(permanent(found.parent()));
    }
    if (human.spans().equals(taken.spans())) {
      now = now.withSpans(found.spans());
      if (human.sections().equals(taken.sections())) {
        now = now.withSections(found.sections());
      }
    }
    return now;
  }

  private List<FieldValue> combine(ParsedRecord human, String field, List<FieldValue> machine) {
    List<FieldValue> values = new ArrayList<>(machine);
    List<FieldValue> unplaced = new ArrayList<>();
    for (FieldValue decision : human.values(field)) {
      if (decision.status() == Status.MACHINE) {
        continue;
      }
      int at = replaced(values, human, field, decision);
      if (at < 0) {
        unplaced.add(decision);
      } else {
        values.set(at, decision);
      }
    }
    for (FieldValue decision : unplaced) {
      values.add(Values.position(values, decision), decision);
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

  /**
   * Index of the machine value that means the same, or -1; among several, which a document has that
   * prints a figure twice, the one at the same place and from the same rule.
   */
  private int meaning(List<FieldValue> values, String field, FieldValue wanted) {
    Object meant = null;
    int best = -1;
    int likest = -1;
    for (int i = 0; i < values.size(); i++) {
      FieldValue value = values.get(i);
      if (value.status() == Status.MACHINE) {
        if (meant == null) {
          meant = canonical(field, wanted);
        }
        int likeness =
            (value.spans().equals(wanted.spans()) ? 2 : 0)
                + (Objects.equals(value.extractor(), wanted.extractor()) ? 1 : 0);
        if (likeness > likest && canonical(field, value).equals(meant)) {
          best = i;
          likest = likeness;
        }
      }
    }
    return best;
  }

  private Object canonical(String field, FieldValue value) {
    Optional<FieldDefinition> definition = profile.field(field);
    return definition.isPresent() ? definition.get().canonical(value.value()) : value.value();
  }
}
