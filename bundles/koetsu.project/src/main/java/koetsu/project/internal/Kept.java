package koetsu.project.internal;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Status;
import koetsu.project.Change;
import koetsu.project.Conflict.Aspect;
import koetsu.project.Event;
import koetsu.project.EventId;
import koetsu.project.EventType;
import koetsu.project.Note;
import koetsu.records.DocumentInfo;

/**
 * What the events say about one document, up to the last of them: every record that a person has
 * touched, the machine's word where a decision stands now, notes, stretches without records, and
 * decisions that found their ground taken. Not safe for several threads.
 */
final class Kept {

  /**
   * A decision that found its ground taken.
   *
   * @param record permanent id of the record, or null where it concerns the document
   * @param aspect what it is about
   * @param change the refused change; for a value always an {@link Change.OfValue}
   * @param event the event it is part of
   * @param time wall clock of that event
   * @param standing the value there, or null
   */
  record Refusal(
      String record,
      Aspect aspect,
      Change change,
      EventId event,
      Instant time,
      FieldValue standing) {}

  /** What came of a change. */
  enum Effect {
    DONE,
    /** Somebody had done the same before. */
    AGREED,
    REFUSED
  }

  private static final Set<String> DRAWING =
      Set.of(EventType.SPLIT, EventType.NEW_RECORD, EventType.IMPORT);

  private DocumentInfo document;
  private final RecordTable records = new RecordTable();

  /** Records as they were taken into keeping, without their fields. */
  private final Map<String, ParsedRecord> taken = new HashMap<>();

  private final Map<Place, FieldValue> machine = new HashMap<>();
  private final Map<Place, Note> notes = new LinkedHashMap<>();
  private final Map<Span, Boolean> empty = new TreeMap<>();
  private final Map<String, Refusal> refusals = new LinkedHashMap<>();
  private final Map<String, Boolean> settled = new HashMap<>();

  /** Id of the record that the last change was about, or null. */
  private String touched;

  /** Goes up whenever the machine's records may have to be arranged anew. */
  private int arrangements;

  /** Steps back to the state at {@link #begin()}, the last one first; null outside a trial. */
  private Deque<Runnable> journal;

  /** What {@link #arrangements} was at {@link #begin()}. */
  private int arranged;

  /** Nothing. */
  Kept() {}

  /** What a snapshot holds. */
  Kept(
      DocumentInfo document,
      List<ParsedRecord> records,
      List<ParsedRecord> taken,
      Map<Place, FieldValue> said,
      List<Note> notes,
      List<Span> empty,
      Map<String, Refusal> refusals,
      List<String> settled) {
    this.document = document;
    for (ParsedRecord record : records) {
      this.records.set(record.id(), record);
      remember(record.id(), record);
    }
    taken.forEach(record -> this.taken.put(record.id(), record));
    machine.putAll(said);
    notes.forEach(note -> this.notes.put(Place.of(note), note));
    empty.forEach(stretch -> this.empty.put(stretch, true));
    this.refusals.putAll(refusals);
    settled.forEach(conflict -> this.settled.put(conflict, true));
  }

  /** The edition that the decisions are about, or null where there was none yet. */
  DocumentInfo document() {
    return document;
  }

  /** Permanent id of the record that the last change was about; null where it was about none. */
  String touched() {
    return touched;
  }

  /**
   * The same number as long as all that came were decisions on records in their places: none has
   * moved, gone or come but those that were taken into keeping as they were shown.
   */
  int arrangements() {
    return arrangements;
  }

  /** Every record in keeping, the rejected ones included. */
  Collection<ParsedRecord> records() {
    return records.all();
  }

  /** A record in keeping, or null. */
  ParsedRecord record(String id) {
    return records.get(id);
  }

  /**
   * A record as it was taken into keeping, without its fields, or null where a person drew it. What
   * of its structure still is as it was then nobody has decided on.
   */
  ParsedRecord taken(String id) {
    return taken.get(id);
  }

  /** What the machine had said where a decision stands now, or null. */
  FieldValue machine(String record, String field, FieldValue decision) {
    return machine.get(Place.of(record, field, decision));
  }

  /** Records as they were taken into keeping. */
  Collection<ParsedRecord> taken() {
    return taken.values();
  }

  /** The machine's words that do not follow from the records. */
  Map<Place, FieldValue> said() {
    Map<Place, FieldValue> said = new HashMap<>(machine);
    for (ParsedRecord record : records.all()) {
      for (String field : record.fields().keySet()) {
        for (FieldValue value : record.values(field)) {
          said.remove(Place.of(record.id(), field, value), agreedWith(value));
        }
      }
    }
    return said;
  }

  List<Note> notes() {
    return List.copyOf(notes.values());
  }

  /** The note about something, or null. */
  Note note(Place place) {
    return notes.get(place);
  }

  /** Stretches that a person has found to hold no record, in order. */
  List<Span> empty() {
    return List.copyOf(empty.keySet());
  }

  /** All refusals by their ids. */
  Map<String, Refusal> allRefusals() {
    return Collections.unmodifiableMap(refusals);
  }

  /** Ids of the refusals that somebody has settled. */
  Collection<String> settled() {
    return Collections.unmodifiableCollection(settled.keySet());
  }

  /** Refusals that nobody has settled, by their ids. */
  Map<String, Refusal> refusals() {
    Map<String, Refusal> open = new LinkedHashMap<>(refusals);
    open.keySet().removeAll(settled.keySet());
    return open;
  }

  /** Whether there is nothing that a new edition would have to find a place for. */
  boolean isBare() {
    return records.isEmpty() && notes.isEmpty() && empty.isEmpty();
  }

  /** From now on every change can be taken back, until {@link #keep()} or {@link #takeBack()}. */
  void begin() {
    journal = new ArrayDeque<>();
    arranged = arrangements;
  }

  void keep() {
    journal = null;
  }

  void takeBack() {
    Deque<Runnable> steps = journal;
    journal = null;
    steps.forEach(Runnable::run);
    arrangements += arrangements == arranged ? 0 : 1;
  }

  private <K, V> void put(Map<K, V> map, K key, V value) {
    V old = map.put(key, value);
    if (journal != null) {
      journal.push(() -> restore(map, key, old));
    }
  }

  private <K, V> boolean remove(Map<K, V> map, K key) {
    V old = map.remove(key);
    if (journal != null && old != null) {
      journal.push(() -> restore(map, key, old));
    }
    return old != null;
  }

  private static <K, V> void restore(Map<K, V> map, K key, V old) {
    if (old == null) {
      map.remove(key);
    } else {
      map.put(key, old);
    }
  }

  private void put(String id, ParsedRecord record) {
    ParsedRecord old = records.set(id, record);
    if (old != null && !isInPlace(old, record)) {
      arrangements++;
    }
    if (journal != null) {
      journal.push(() -> records.set(id, old));
    }
  }

  private static boolean isInPlace(ParsedRecord before, ParsedRecord now) {
    return now != null
        && now.spans().equals(before.spans())
        && (now.state() == RecordState.REJECTED) == (before.state() == RecordState.REJECTED);
  }

  private void setDocument(DocumentInfo changed) {
    DocumentInfo old = document;
    document = changed;
    if (journal != null) {
      journal.push(() -> document = old);
    }
  }

  /**
   * Does what an event did to this document.
   *
   * @param index of the change within its event
   */
  Effect apply(Event event, int index) {
    Change change = event.changes().get(index);
    touched = change.record();
    if (change instanceof Change.OfConflict conflict) {
      return apply(conflict);
    }
    if (document == null || isBare() && !(change instanceof Change.OfEdition)) {
      setDocument(change.document());
    }
    if (change instanceof Change.OfEdition edition) {
      return apply(edition);
    }
    Attempt attempt = new Attempt(event, index, change);
    if (!document.sha256().equals(change.document().sha256())) {
      return attempt.refuse(change.record(), Aspect.EDITION);
    }
    if (change instanceof Change.OfValue value) {
      return apply(attempt, value);
    }
    if (change instanceof Change.OfRecord record) {
      return apply(attempt, record);
    }
    if (change instanceof Change.OfNote note) {
      return apply(note);
    }
    if (change instanceof Change.OfRegion region) {
      return apply(region);
    }
    throw new IllegalArgumentException("no way to apply a " + change.getClass().getSimpleName());
  }

  /** A change whose turn it is, and where it is noted down if it does not fit. */
  private final class Attempt {
    private final Event event;
    private final int index;
    private final Change change;

    Attempt(Event event, int index, Change change) {
      this.event = event;
      this.index = index;
      this.change = change;
    }

    /** Whether the event makes an earlier one undone or done again. */
    boolean repeats() {
      return event.of() != null;
    }

    /** Whether the event moves decisions from one edition to another. */
    boolean movesEdition() {
      return event.changes().stream().anyMatch(Change.OfEdition.class::isInstance);
    }

    /** Whether the event brings records that a person drew. */
    boolean draws() {
      return DRAWING.contains(event.type());
    }

    String installation() {
      return event.id().installation();
    }

    Effect refuse(String record, Aspect aspect) {
      return refuse("", record, aspect, change, null);
    }

    Effect refuse(String part, String record, Aspect aspect, Change refused, FieldValue standing) {
      put(
          refusals,
          event.id() + "#" + index + part,
          new Refusal(record, aspect, refused, event.id(), event.time(), standing));
      return Effect.REFUSED;
    }
  }

  private Effect apply(Change.OfConflict change) {
    boolean changed;
    if (change.settled()) {
      changed = !settled.containsKey(change.conflict());
      put(settled, change.conflict(), true);
    } else {
      changed = remove(settled, change.conflict());
    }
    return changed ? Effect.DONE : Effect.AGREED;
  }

  private Effect apply(Change.OfEdition edition) {
    if (document.sha256().equals(edition.after().sha256())) {
      return Effect.AGREED;
    }
    if (!document.sha256().equals(edition.before().sha256())) {
      return Effect.REFUSED;
    }
    setDocument(edition.after());
    arrangements++;
    return Effect.DONE;
  }

  private Effect apply(Attempt attempt, Change.OfRecord change) {
    ParsedRecord before = change.before();
    ParsedRecord after = change.after();
    String id = resolve(change.record(), before == null ? after.spans() : before.spans());
    ParsedRecord now = id == null ? null : records.get(id);
    if (now == null) {
      if (after == null) {
        return Effect.AGREED;
      }
      if (before != null) {
        return attempt.refuse(change.record(), Aspect.RECORD);
      }
      String fresh = fresh(change.record(), attempt.installation());
      touched = fresh;
      put(fresh, after.withId(fresh));
      if (attempt.repeats() || attempt.draws()) {
        arrangements++;
      } else {
        put(taken, fresh, after.withId(fresh).withFields(Map.of()));
      }
      remember(fresh, after);
      return Effect.DONE;
    }
    touched = id;
    if (after == null) {
      return remove(attempt, change, now);
    }
    if (before == null && isOpen(after) && !Values.decided(after)) {
      return Effect.AGREED;
    }
    RecordMerge merge =
        new RecordMerge(before == null ? undecided(after) : before, after.withId(id), now);
    for (RecordMerge.Clash clash : merge.clashes()) {
      Change refused =
          clash.aspect() == Aspect.VALUE
              ? new Change.OfValue(
                  change.document(),
                  id,
                  now.spans(),
                  clash.field(),
                  clash.before(),
                  clash.after(),
                  null)
              : change;
      attempt.refuse("." + clash.part(), id, clash.aspect(), refused, clash.standing());
    }
    boolean changed = !merge.result().equals(now);
    put(id, merge.result());
    if (taken.containsKey(id)
        && !Records.sameStructure(now, merge.result())
        && attempt.movesEdition()) {
      follow(id, now, merge.result());
    }
    for (RecordMerge.Replacement done : merge.replacements()) {
      replaced(id, done.field(), done.before(), done.after(), null);
    }
    if (!merge.clashes().isEmpty()) {
      return Effect.REFUSED;
    }
    return changed ? Effect.DONE : Effect.AGREED;
  }

  /**
   * What nobody has decided on of a record's structure nobody has decided on in another edition.
   */
  private void follow(String id, ParsedRecord before, ParsedRecord after) {
    ParsedRecord was = taken.get(id);
    put(
        taken,
        id,
        was.withSpans(was.spans().equals(before.spans()) ? after.spans() : was.spans())
            .withSections(
                was.sections().equals(before.sections()) ? after.sections() : was.sections()));
  }

  private Effect remove(Attempt attempt, Change.OfRecord change, ParsedRecord now) {
    ParsedRecord before = change.before();
    if (Values.sameFields(now, before) && now.state() == before.state()) {
      put(now.id(), null);
      return Effect.DONE;
    }
    if (!Values.decided(before) && before.state() == RecordState.IN_REVIEW) {
      // It was only taken into keeping, and somebody has decided on it since: it stays there.
      return Effect.DONE;
    }
    return attempt.refuse(now.id(), Aspect.RECORD);
  }

  private Effect apply(Attempt attempt, Change.OfValue change) {
    String id = resolve(change.record(), change.extent());
    ParsedRecord record = id == null ? null : records.get(id);
    if (record == null || record.state() == RecordState.REJECTED) {
      return attempt.refuse(id == null ? change.record() : id, Aspect.RECORD);
    }
    touched = id;
    List<FieldValue> values = new ArrayList<>(record.values(change.field()));
    if (!RecordMerge.replace(values, change.before(), change.after())) {
      return RecordMerge.agreed(values, change.before(), change.after())
          ? Effect.AGREED
          : attempt.refuse(
              "", id, Aspect.VALUE, change, RecordMerge.standing(values, change.before()));
    }
    put(id, with(record, change.field(), values));
    replaced(id, change.field(), change.before(), change.after(), change.machine());
    return Effect.DONE;
  }

  /** An empty field of a record that is not reviewed yet has not been looked at. */
  private static ParsedRecord with(ParsedRecord record, String field, List<FieldValue> values) {
    if (!values.isEmpty() || !isOpen(record)) {
      return record.withField(field, values);
    }
    Map<String, List<FieldValue>> fields = new LinkedHashMap<>(record.fields());
    fields.remove(field);
    return record.withFields(fields);
  }

  /** Hands the machine's word and the note of a value on to the value that takes its place. */
  private void replaced(
      String record, String field, FieldValue before, FieldValue after, FieldValue said) {
    if (after == null) {
      return;
    }
    Place to = Place.of(record, field, after);
    FieldValue word = said;
    if (before != null) {
      Place from = Place.of(record, field, before);
      if (word == null) {
        word = before.status() == Status.MACHINE ? before : machine.get(from);
      }
      Note note = notes.get(from);
      if (note != null && !from.equals(to)) {
        remove(notes, from);
        put(notes, to, Note.of(record, field, after, note.text(), note.unsure()));
      }
    }
    if (word != null) {
      put(machine, to, word);
    }
  }

  /** A record that comes with decisions: what was accepted is what the machine had said. */
  private void remember(String id, ParsedRecord record) {
    record
        .fields()
        .forEach(
            (field, values) -> {
              for (FieldValue value : values) {
                FieldValue word = agreedWith(value);
                if (word != null) {
                  put(machine, Place.of(id, field, value), word);
                }
              }
            });
  }

  /** What the machine had said where somebody accepted a value of its; null for other values. */
  private static FieldValue agreedWith(FieldValue value) {
    return value.status() == Status.ACCEPTED && value.extractor() != null
        ? value.withStatus(Status.MACHINE)
        : null;
  }

  private Effect apply(Change.OfNote change) {
    String record = resolve(change.record(), change.extent());
    if (record == null) {
      record = change.record();
    }
    touched = record;
    Note before = change.before() == null ? null : change.before().on(record);
    Note after = change.after() == null ? null : change.after().on(record);
    Place place = Place.of(before == null ? after : before);
    Note there = notes.get(place);
    if (after == null) {
      return remove(notes, place) ? Effect.DONE : Effect.AGREED;
    }
    if (there != null && !there.equals(before) && !there.equals(after)) {
      // Two people wrote about one thing at the same time: both are heard.
      after =
          after.with(
              (there.text() + "\n" + after.text()).strip(), there.unsure() || after.unsure());
    }
    remove(notes, place);
    put(notes, Place.of(after), after);
    return after.equals(there) ? Effect.AGREED : Effect.DONE;
  }

  private Effect apply(Change.OfRegion change) {
    arrangements++;
    boolean changed = change.before() != null && remove(empty, change.before());
    if (change.after() != null && !empty.containsKey(change.after())) {
      put(empty, change.after(), true);
      changed = true;
    }
    return changed ? Effect.DONE : Effect.AGREED;
  }

  /**
   * The record that a change means: the one with its id, if that is anywhere near; else the one
   * that is where the change's author saw it; null where there is neither.
   */
  private String resolve(String id, List<Span> extent) {
    ParsedRecord named = records.get(id);
    if (extent.isEmpty()) {
      return named == null ? null : id;
    }
    if (named != null && (named.spans().isEmpty() || Extents.overlap(named.spans(), extent))) {
      return id;
    }
    return records.at(extent);
  }

  /** The id of a record that comes: another reviewer may have given it to something else. */
  private String fresh(String id, String installation) {
    String fresh = id;
    for (int n = 1; records.get(fresh) != null; n++) {
      fresh = id + "-" + installation + (n == 1 ? "" : "-" + n);
    }
    return fresh;
  }

  /**
   * A record as it was before anybody decided on it, as far as it shows. The structure of a
   * reviewed one was decided on too, so that nothing is known of what it was.
   */
  private static ParsedRecord undecided(ParsedRecord record) {
    Map<String, List<FieldValue>> fields = new LinkedHashMap<>();
    record
        .fields()
        .forEach(
            (field, values) -> {
              List<FieldValue> machine =
                  values.stream()
                      .filter(v -> v.status() == Status.MACHINE || v.status() == Status.ACCEPTED)
                      .map(v -> v.withStatus(Status.MACHINE))
                      .toList();
              if (!machine.isEmpty()) {
                fields.put(field, machine);
              }
            });
    boolean open = isOpen(record);
    return new ParsedRecord(
        record.id(),
        open ? record.parent() : null,
        open ? record.kind() : "",
        open ? record.spans() : List.of(),
        fields,
        open ? record.sections() : List.of(),
        RecordState.UNTOUCHED,
        Map.of());
  }

  private static boolean isOpen(ParsedRecord record) {
    return record.state() == RecordState.UNTOUCHED || record.state() == RecordState.IN_REVIEW;
  }
}
