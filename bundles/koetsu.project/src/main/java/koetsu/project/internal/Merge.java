package koetsu.project.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
  private final Profile profile;
  private final ParsedDocument machine;
  private final Kept kept;
  private final Predicate<String> blind;
  private final Arrangement arrangement;
  private final Map<String, Shown> shown = new HashMap<>();
  private final DocumentState state;

  /** The kept records are where they were as long as this number of theirs is the same. */
  private final int arrangements;

  /** What a record is made of: as long as that is the same, it is the same object. */
  private record Parts(
      ParsedRecord human,
      ParsedRecord taken,
      ParsedRecord found,
      String parent,
      boolean blind,
      Map<String, List<FieldValue>> said) {
    boolean isOf(Parts other) {
      return human == other.human
          && taken == other.taken
          && found == other.found
          && blind == other.blind
          && Objects.equals(parent, other.parent)
          && Objects.equals(said, other.said);
    }

    /** The machine's values, as far as they may be seen. */
    Map<String, List<FieldValue>> visible() {
      return said == null || blind ? Map.of() : said;
    }
  }

  private record Shown(Parts parts, ParsedRecord record) {}

  /**
   * @param found what the machine says, and on which lines
   * @param blind whether a record that nobody has touched, by its permanent id, is to be reviewed
   *     without the machine's values
   * @param before of the same document, whose unchanged records are taken over; or null
   */
  Merge(Profile profile, MachineLines found, Kept kept, Predicate<String> blind, Merge before) {
    this.profile = profile;
    this.machine = found.machine();
    this.kept = kept;
    this.blind = blind;
    this.arrangement =
        before != null && before.arrangement.isOf(found, kept)
            ? before.arrangement
            : new Arrangement(found, kept);
    this.arrangements = kept.arrangements();
    this.state = merge(before == null ? Map.of() : before.shown);
  }

  DocumentState state() {
    return state;
  }

  /** Whether {@link #now} says what another merge would say. */
  boolean isInPlace() {
    return arrangements == kept.arrangements();
  }

  /**
   * A record with the decisions that have come since; what it costs does not depend on the length
   * of the document.
   *
   * @return null for a record that does not count
   */
  ParsedRecord now(String id) {
    Shown known = shown.get(id);
    if (known == null) {
      return null;
    }
    ParsedRecord human = kept.record(id);
    if (human == known.parts().human()) {
      return known.record();
    }
    Parts then = known.parts();
    Parts parts =
        new Parts(
            human,
            kept.taken(id),
            then.found(),
            then.parent(),
            isBlind(id),
            then.human() == null && then.said() == null ? then.found().fields() : then.said());
    Shown now = new Shown(parts, decided(parts));
    shown.put(id, now);
    return now.record();
  }

  private DocumentState merge(Map<String, Shown> before) {
    List<ParsedRecord> records = new ArrayList<>();
    List<ParsedRecord> rejected = new ArrayList<>();
    for (ParsedRecord found : machine.records()) {
      if (arrangement.shows(found)) {
        String id = arrangement.permanent(found.id());
        records.add(shown(id, null, found, before));
      }
    }
    for (String id : arrangement.kept()) {
      ParsedRecord human = kept.record(id);
      if (human.state() == RecordState.REJECTED) {
        rejected.add(human);
      } else {
        records.add(shown(id, human, arrangement.machine(id), before));
      }
    }
    records.sort(Arrangement.PRINTED);
    List<Problem> problems = new ArrayList<>();
    machine.problems().forEach(p -> report(p, problems));
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
        machine.document(),
        records,
        machine.gaps(),
        problems,
        rejected,
        kept.empty(),
        kept.notes(),
        machine.contents().stream()
            .map(l -> l.withRecord(arrangement.permanent(l.record())))
            .toList());
  }

  private ParsedRecord shown(
      String id, ParsedRecord human, ParsedRecord found, Map<String, Shown> before) {
    Parts parts =
        new Parts(
            human,
            kept.taken(id),
            found,
            found == null ? null : arrangement.permanent(found.parent()),
            isBlind(id),
            arrangement.said(id));
    Shown known = before.get(id);
    if (known == null || !known.parts().isOf(parts)) {
      known = new Shown(parts, human == null ? untouched(id, parts) : decided(parts));
    }
    shown.put(id, known);
    return known.record();
  }

  private ParsedRecord decided(Parts parts) {
    boolean open =
        parts.human().state() != RecordState.REVIEWED
            && parts.human().state() != RecordState.LOCKED;
    return explain(open ? combine(parts) : parts.human(), parts);
  }

  /** A machine record that nobody has touched; most of them are the machine's very own. */
  private ParsedRecord untouched(String id, Parts parts) {
    ParsedRecord found = parts.found();
    ParsedRecord shown = found;
    if (!id.equals(found.id()) || !Objects.equals(parts.parent(), found.parent())) {
      shown = shown.withId(id).withParent(parts.parent());
    }
    if (parts.blind()) {
      return marked(shown.withFields(Map.of()));
    }
    return arrangement.isUntouched(found) ? shown : shown.withFields(parts.visible());
  }

  /** Takes a problem of the machine's over, unless it would tell what is not to be seen. */
  private void report(Problem problem, List<Problem> problems) {
    String id = arrangement.permanent(problem.record());
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

  /** A record that people drew and filled themselves has no machine record to miss. */
  private boolean isPlaceless(ParsedRecord human) {
    return human != null
        && !arrangement.isMet(human.id())
        && human.fields().values().stream()
            .flatMap(List::stream)
            .anyMatch(v -> v.extractor() != null);
  }

  /** A record under review: decisions in their places, everything else as the machine says now. */
  private ParsedRecord combine(Parts parts) {
    ParsedRecord human = parts.human();
    if (parts.said() == null) {
      return human;
    }
    Map<String, List<FieldValue>> machineValues = parts.visible();
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
    return structure(parts).withFields(combined);
  }

  /**
   * Says again why the machine said what people decided on, as far as it still says it: a log holds
   * decisions without their grounds.
   */
  private static ParsedRecord explain(ParsedRecord record, Parts parts) {
    Map<String, List<FieldValue>> machineValues = parts.visible();
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

  private static ParsedRecord structure(Parts parts) {
    ParsedRecord human = parts.human();
    ParsedRecord taken = parts.taken();
    ParsedRecord found = parts.found();
    if (taken == null || found == null) {
      return human;
    }
    ParsedRecord now = human;
    if (human.kind().equals(taken.kind())) {
      now = now.withKind(found.kind());
    }
    if (Objects.equals(human.parent(), taken.parent())) {
      now = now.withParent(parts.parent());
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
    List<FieldValue> order = human.values(field);
    return Values.arePrinted(order) ? values : Values.inOrderOf(order, values);
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
