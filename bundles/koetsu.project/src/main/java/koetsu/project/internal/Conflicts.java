package koetsu.project.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Status;
import koetsu.project.Change;
import koetsu.project.Conflict;
import koetsu.project.Conflict.Aspect;
import koetsu.project.Conflict.Decision;
import koetsu.project.Event;
import koetsu.project.ProjectException;

/** Finds the two sides of every disagreement on a document. */
final class Conflicts {
  private final String document;
  private final Kept kept;
  private final List<Event> log;

  /** The events once somebody has asked for one: each costs reading and parsing its line. */
  private List<Event> events;

  /**
   * @param log all events on the document, in order; read from disk one by one
   */
  Conflicts(String document, Kept kept, List<Event> log) {
    this.document = document;
    this.kept = kept;
    this.log = log;
  }

  /** Open conflicts, in the order of the refused events. */
  List<Conflict> open(Profile profile) {
    List<Conflict> open = new ArrayList<>();
    kept.refusals().forEach((id, refusal) -> addIfOpen(open, id, refusal));
    for (FieldDefinition field : profile.fields()) {
      if (!field.many()) {
        kept.records().forEach(record -> addRivals(open, record, field.id()));
      }
    }
    return open;
  }

  private void addIfOpen(List<Conflict> open, String id, Kept.Refusal refusal) {
    ParsedRecord now = refusal.record() == null ? null : kept.record(refusal.record());
    if (refusal.aspect() == Aspect.VALUE) {
      Change.OfValue change = (Change.OfValue) refusal.change();
      FieldValue standing = refusal.standing();
      if (now == null
          || standing != null && Values.find(now.values(change.field()), standing) < 0) {
        // Somebody who knew of it has decided again.
        return;
      }
      open.add(
          new Conflict(
              id,
              document,
              refusal.record(),
              Aspect.VALUE,
              change.field(),
              decision(standing(refusal, change), standing, null),
              new Decision(refusal.event(), refusal.time(), change.after(), null)));
      return;
    }
    FieldValue value = null;
    ParsedRecord wanted = null;
    String field = null;
    if (refusal.change() instanceof Change.OfValue change) {
      field = change.field();
      value = change.after();
    } else if (refusal.change() instanceof Change.OfRecord change) {
      wanted = change.after();
    }
    open.add(
        new Conflict(
            id,
            document,
            refusal.record(),
            refusal.aspect(),
            field,
            decision(standing(refusal), null, now),
            new Decision(refusal.event(), refusal.time(), value, wanted)));
  }

  private static Decision decision(Event event, FieldValue value, ParsedRecord record) {
    return event == null
        ? new Decision(null, null, value, record)
        : new Decision(event.id(), event.time(), value, record);
  }

  /** The last event before the refused one that put the standing value where it is, or null. */
  private Event standing(Kept.Refusal refusal, Change.OfValue refused) {
    Event found = null;
    for (Event event : before(refusal)) {
      for (Change change : event.changes()) {
        if (refusal.record().equals(change.record()) && puts(change, refused, refusal.standing())) {
          found = event;
        }
      }
    }
    return found;
  }

  private static boolean puts(Change change, Change.OfValue refused, FieldValue standing) {
    List<FieldValue> before;
    List<FieldValue> after;
    if (change instanceof Change.OfValue value && value.field().equals(refused.field())) {
      before = value.before() == null ? List.of() : List.of(value.before());
      after = value.after() == null ? List.of() : List.of(value.after());
    } else if (change instanceof Change.OfRecord record) {
      before = record.before() == null ? List.of() : record.before().values(refused.field());
      after = record.after() == null ? List.of() : record.after().values(refused.field());
    } else {
      return false;
    }
    return standing == null
        ? Values.find(before, refused.before()) >= 0 && Values.find(after, refused.before()) < 0
        : Values.find(after, standing) >= 0 && Values.find(before, standing) < 0;
  }

  /** The last event before the refused one that decided on the same aspect, or null. */
  private Event standing(Kept.Refusal refusal) {
    Event found = null;
    for (Event event : before(refusal)) {
      for (Change change : event.changes()) {
        boolean decides =
            refusal.aspect() == Aspect.EDITION
                ? change instanceof Change.OfEdition
                : change.record() != null
                    && change.record().equals(refusal.record())
                    && decides(change, refusal.aspect());
        if (decides) {
          found = event;
        }
      }
    }
    return found;
  }

  private static boolean decides(Change change, Aspect aspect) {
    if (!(change instanceof Change.OfRecord record)) {
      return aspect == Aspect.RECORD;
    }
    if (record.before() == null || record.after() == null) {
      return true;
    }
    return switch (aspect) {
      case KIND -> !record.before().kind().equals(record.after().kind());
      case PARENT -> !java.util.Objects.equals(record.before().parent(), record.after().parent());
      case EXTENT -> !record.before().spans().equals(record.after().spans());
      case SECTIONS -> !record.before().sections().equals(record.after().sections());
      default -> record.before().state() != record.after().state();
    };
  }

  private List<Event> events() {
    if (events == null) {
      events = List.copyOf(log);
    }
    return events;
  }

  private List<Event> before(Kept.Refusal refusal) {
    return events().stream().filter(e -> e.id().compareTo(refusal.event()) < 0).toList();
  }

  /** Two reviewers who each added a value to a field that holds one only. */
  private void addRivals(List<Conflict> open, ParsedRecord record, String field) {
    if (record.state() == RecordState.REJECTED) {
      return;
    }
    List<FieldValue> decided =
        record.live(field).stream().filter(v -> v.status() != Status.MACHINE).toList();
    if (decided.size() < 2) {
      return;
    }
    Map<FieldValue, Event> by = new HashMap<>();
    for (Event event : events()) {
      for (Change change : event.changes()) {
        if (change instanceof Change.OfValue value
            && value.after() != null
            && value.record().equals(record.id())
            && value.field().equals(field)) {
          decided.stream()
              .filter(v -> Values.same(v, value.after()))
              .forEach(v -> by.put(v, event));
        }
      }
    }
    List<FieldValue> inOrder =
        decided.stream()
            .filter(by::containsKey)
            .sorted(java.util.Comparator.comparing(v -> by.get(v).id()))
            .toList();
    for (int i = 1; i < inOrder.size(); i++) {
      Event standing = by.get(inOrder.get(0));
      Event rival = by.get(inOrder.get(i));
      if (!standing.id().reviewer().equals(rival.id().reviewer())) {
        open.add(
            new Conflict(
                rival.id() + "#" + record.id() + "." + field,
                document,
                record.id(),
                Aspect.VALUE,
                field,
                decision(standing, inOrder.get(0), null),
                decision(rival, inOrder.get(i), null)));
      }
    }
  }

  /**
   * The changes that settle a conflict.
   *
   * @param refused whether the refused decision is to count from now on, else the standing one
   * @throws ProjectException where the refused decision cannot be made any more
   */
  List<Change> settlement(Conflict conflict, boolean refused) throws ProjectException {
    Kept.Refusal refusal = kept.refusals().get(conflict.id());
    List<Change> changes = new ArrayList<>();
    if (refusal == null) {
      FieldValue loser = (refused ? conflict.standing() : conflict.refused()).value();
      changes.add(value(conflict, loser, refusedValue(loser), null));
      return changes;
    }
    if (refused) {
      if (refusal.aspect() == Aspect.VALUE) {
        Change.OfValue change = (Change.OfValue) refusal.change();
        changes.add(value(conflict, refusal.standing(), change.after(), change.machine()));
      } else if (refusal.change() instanceof Change.OfValue change) {
        revive(changes, conflict, change);
      } else if (refusal.change() instanceof Change.OfRecord change
          && refusal.aspect() != Aspect.EDITION) {
        changes.add(record(conflict, refusal.aspect(), change));
      } else {
        throw impossible(conflict);
      }
    }
    changes.add(new Change.OfConflict(kept.document(), conflict.record(), conflict.id(), true));
    return changes;
  }

  private static FieldValue refusedValue(FieldValue value) {
    return value.status() == Status.ADDED ? null : value.withStatus(Status.REJECTED);
  }

  private Change value(Conflict conflict, FieldValue before, FieldValue after, FieldValue machine) {
    return new Change.OfValue(
        kept.document(),
        conflict.record(),
        kept.record(conflict.record()).spans(),
        conflict.field(),
        before,
        after,
        machine);
  }

  /** A value that was decided on in a record that somebody refused, or on another edition. */
  private void revive(List<Change> changes, Conflict conflict, Change.OfValue change)
      throws ProjectException {
    ParsedRecord now = kept.record(conflict.record());
    if (now == null) {
      throw impossible(conflict);
    }
    if (now.state() == RecordState.REJECTED) {
      changes.add(
          new Change.OfRecord(
              kept.document(), now.id(), now, now.withState(RecordState.IN_REVIEW)));
    }
    FieldValue before =
        change.before() == null
            ? null
            : RecordMerge.standing(now.values(change.field()), change.before());
    FieldValue after = change.after();
    if (after != null && conflict.aspect() == Aspect.EDITION) {
      after =
          new FieldValue(
              after.value(),
              before == null ? null : before.text(),
              before == null ? List.of() : before.spans(),
              after.confidence(),
              after.extractor(),
              after.status(),
              null,
              after.extra());
    }
    if (before != null || after != null) {
      changes.add(value(conflict, before, after, null));
    }
  }

  private Change record(Conflict conflict, Aspect aspect, Change.OfRecord change)
      throws ProjectException {
    ParsedRecord now = kept.record(conflict.record());
    ParsedRecord wanted = change.after();
    if (now == null && wanted == null) {
      throw impossible(conflict);
    }
    ParsedRecord after =
        now == null || wanted == null
            ? wanted
            : switch (aspect) {
              case KIND -> now.withKind(wanted.kind());
              case PARENT -> now.withParent(wanted.parent());
              case EXTENT -> now.withSpans(wanted.spans());
              case SECTIONS -> now.withSections(wanted.sections());
              default -> now.withState(wanted.state());
            };
    return new Change.OfRecord(kept.document(), conflict.record(), now, after);
  }

  private ProjectException impossible(Conflict conflict) {
    return new ProjectException(
        document
            + ", "
            + conflict.id()
            + ": the refused decision has no ground left to stand on; make it again by hand, then"
            + " settle the conflict in favour of what stands");
  }
}
