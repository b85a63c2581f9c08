package koetsu.project;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import koetsu.api.document.Span;
import koetsu.api.profile.Profile;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.project.internal.ProjectStore;
import koetsu.records.DocumentInfo;
import koetsu.records.RecordFile;

/**
 * A project folder at work: sources, the event log, and the gold derived from it.
 *
 * <p>Every edit is one event; the method returns when it is on disk, and throws where it could not
 * be put there, in which case nothing was changed. Values and records are named by what they are,
 * as the caller last saw them: an edit of something that has changed meanwhile is refused. All
 * methods may be called from any thread; edits happen one after the other. No argument may be null
 * unless it says so.
 */
public final class Project implements AutoCloseable {
  private final Profile profile;
  private final Clock wallClock;
  private final ProjectStore store;
  private final Map<String, ParsedDocument> machine = new LinkedHashMap<>();
  private final Map<String, DocumentState> states = new HashMap<>();
  private final List<ProjectListener> listeners = new CopyOnWriteArrayList<>();

  private Project(ProjectStore store, Profile profile, Clock wallClock) {
    this.store = store;
    this.profile = profile;
    this.wallClock = wallClock;
  }

  /**
   * Makes a project folder and copies the documents into it.
   *
   * @param folder a folder that does not exist or is empty
   * @param documents files; their names must differ
   */
  public static void create(Path folder, List<Path> documents) throws ProjectException {
    ProjectStore.create(folder, documents);
  }

  /** Whether a folder is a project. */
  public static boolean isProject(Path folder) {
    return ProjectStore.isProject(folder);
  }

  /**
   * Opens a project, for writing if nobody else writes to it and the folder can be written, else
   * for reading.
   *
   * @throws ProjectException where it is no project, or its files are damaged
   */
  public static Project open(Path folder, Author author, Profile profile) throws ProjectException {
    return new Project(ProjectStore.open(folder, author, true), profile, Clock.systemUTC());
  }

  /** Opens a project for reading only, whoever writes to it. */
  public static Project read(Path folder, Author author, Profile profile) throws ProjectException {
    return new Project(ProjectStore.open(folder, author, false), profile, Clock.systemUTC());
  }

  public Path folder() {
    return store.folder();
  }

  public String name() {
    return store.folder().getFileName().toString();
  }

  public Author author() {
    return store.author();
  }

  public boolean readOnly() {
    return !store.writable();
  }

  /** Who writes to the project: ourselves, or whoever keeps us from it, or why nobody can. */
  public String writer() {
    return store.writer();
  }

  /** What was odd when the project was opened or its gold written, one sentence each. */
  public synchronized List<String> warnings() {
    return store.warnings();
  }

  /** The documents in {@code sources/}, ordered by name. */
  public List<SourceFile> sources() throws ProjectException {
    return store.sources();
  }

  /** Copies another document into the project. */
  public synchronized SourceFile addSource(Path document) throws ProjectException {
    requireWritable();
    return store.addSource(document);
  }

  /**
   * Hands in what the machine says about a source now and returns it with every human decision in
   * its place.
   */
  public synchronized DocumentState present(ParsedDocument result) {
    String name = result.document().name();
    machine.put(name, result);
    states.remove(name);
    return state(name);
  }

  /** A document that was presented, as it stands now. */
  public synchronized Optional<DocumentState> document(String name) {
    return machine.containsKey(name) ? Optional.of(state(name)) : Optional.empty();
  }

  private DocumentState state(String name) {
    return states.computeIfAbsent(name, n -> store.merge(profile, machine.get(n)));
  }

  /**
   * What the machine had said where a decision stands now; empty for a machine value or where it
   * had said nothing.
   */
  public synchronized Optional<FieldValue> machineValue(
      String document, String record, String field, FieldValue decision) {
    return Optional.ofNullable(store.machine(document, record, field, decision));
  }

  /** Agrees with a value; one that was refused counts again. */
  public void accept(String document, String record, String field, FieldValue value)
      throws ProjectException {
    if (value.status() == Status.MACHINE || value.status() == Status.REJECTED) {
      edit("value.accept", document, record, field, value, value.withStatus(Status.ACCEPTED));
    }
  }

  /**
   * Gives a value another content and, where a person says so, another place.
   *
   * @param text printed text of the new place, or null for none
   * @param spans the new place, or the old one's spans
   */
  public FieldValue correct(
      String document,
      String record,
      String field,
      FieldValue old,
      Value value,
      String text,
      List<Span> spans)
      throws ProjectException {
    Status status = old.status() == Status.ADDED ? Status.ADDED : Status.CORRECTED;
    FieldValue corrected =
        new FieldValue(value, text, spans, null, null, status, null, old.extra());
    edit("value.correct", document, record, field, old, corrected);
    return corrected;
  }

  /** Refuses a value; one that a person had added goes. */
  public void reject(String document, String record, String field, FieldValue value)
      throws ProjectException {
    if (value.status() != Status.REJECTED) {
      edit(
          "value.reject",
          document,
          record,
          field,
          value,
          value.status() == Status.ADDED ? null : value.withStatus(Status.REJECTED));
    }
  }

  /**
   * Adds a value that the machine did not find.
   *
   * @param text printed text, or null for a value without a place
   * @param spans its place; empty for none
   */
  public FieldValue add(
      String document, String record, String field, Value value, String text, List<Span> spans)
      throws ProjectException {
    FieldValue added = new FieldValue(value, text, spans, null, null, Status.ADDED, null, Map.of());
    edit("value.add", document, record, field, null, added);
    return added;
  }

  /**
   * Declares a record right as it stands: every open value is accepted, every empty field is said
   * to be empty.
   */
  public synchronized void review(String document, String record) throws ProjectException {
    ParsedRecord seen = seen(document, record);
    Map<String, List<FieldValue>> fields = new LinkedHashMap<>();
    profile.fields().forEach(f -> fields.put(f.id(), List.of()));
    seen.fields()
        .forEach(
            (field, values) ->
                fields.put(
                    field,
                    values.stream()
                        .map(v -> v.status() == Status.MACHINE ? v.withStatus(Status.ACCEPTED) : v)
                        .toList()));
    replace(
        "record.review", document, seen, seen.withFields(fields).withState(RecordState.REVIEWED));
  }

  /** Sets how far the review of a record has come, without touching its values. */
  public synchronized void setState(String document, String record, RecordState state)
      throws ProjectException {
    ParsedRecord seen = seen(document, record);
    if (seen.state() != state) {
      replace("record.state", document, seen, seen.withState(state));
    }
  }

  /** Replaces kind, parent, extent or sections of a record; the id stays. */
  public synchronized void replaceRecord(String type, String document, ParsedRecord changed)
      throws ProjectException {
    ParsedRecord seen = seen(document, changed.id());
    replace(
        type,
        document,
        seen,
        changed.state() == RecordState.UNTOUCHED
            ? changed.withState(RecordState.IN_REVIEW)
            : changed);
  }

  /**
   * Takes a file of records in as gold, as one edit. A record that the project keeps already under
   * the same id is replaced.
   *
   * @return how many records the gold has gained or changed
   */
  public synchronized int importGold(RecordFile gold) throws ProjectException {
    store.requireSource(gold.document());
    List<Change> changes = new ArrayList<>();
    for (ParsedRecord record : gold.records()) {
      ParsedRecord before = store.kept(gold.document().name(), record.id());
      ParsedRecord after =
          record.state() == RecordState.UNTOUCHED || record.state() == RecordState.IN_REVIEW
              ? record.withState(RecordState.REVIEWED)
              : record;
      if (!after.equals(before)) {
        changes.add(new Change.OfRecord(gold.document(), record.id(), before, after));
      }
    }
    if (!changes.isEmpty()) {
      append("gold.import", null, changes);
    }
    return changes.size();
  }

  /** The gold: every reviewed or locked record, without refused values, by document name. */
  public synchronized List<RecordFile> gold() {
    return store.gold();
  }

  /** The event that {@link #undo()} would take back. */
  public synchronized Optional<Event> undoable() {
    return store.history().undoable();
  }

  /** The event that {@link #redo()} would make again. */
  public synchronized Optional<Event> redoable() {
    return store.history().redoable();
  }

  /** Takes back the author's last edit, whenever and in whatever document it was made. */
  public synchronized Optional<Event> undo() throws ProjectException {
    Optional<Event> last = undoable();
    if (last.isPresent()) {
      List<Change> inverse = new ArrayList<>(last.get().changes());
      Collections.reverse(inverse);
      inverse.replaceAll(Change::inverse);
      append(Event.UNDO, last.get().id(), inverse);
    }
    return last;
  }

  /** Makes the edit again that was taken back last. */
  public synchronized Optional<Event> redo() throws ProjectException {
    Optional<Event> last = redoable();
    if (last.isPresent()) {
      append(Event.REDO, last.get().id(), last.get().changes());
    }
    return last;
  }

  /** Every event of every author, in order. */
  public synchronized List<Event> events() {
    return store.events();
  }

  public void addListener(ProjectListener listener) {
    listeners.add(listener);
  }

  public void removeListener(ProjectListener listener) {
    listeners.remove(listener);
  }

  private synchronized void edit(
      String type,
      String document,
      String record,
      String field,
      FieldValue before,
      FieldValue after)
      throws ProjectException {
    ParsedRecord seen = seen(document, record);
    List<Change> changes = new ArrayList<>();
    DocumentInfo info = DocumentInfo.of(state(document).document());
    ParsedRecord kept = store.kept(document, record);
    if (kept == null) {
      changes.add(new Change.OfRecord(info, record, null, seen.withState(RecordState.IN_REVIEW)));
    } else if (before != null && !store.holds(kept, field, before)) {
      // The machine has found it since the record was taken into keeping.
      changes.add(new Change.OfValue(info, record, field, null, before, null));
    }
    FieldValue said =
        before == null || before.status() == Status.MACHINE
            ? before
            : store.machine(document, record, field, before);
    changes.add(new Change.OfValue(info, record, field, before, after, said));
    append(type, null, changes);
  }

  private void replace(String type, String document, ParsedRecord seen, ParsedRecord after)
      throws ProjectException {
    DocumentInfo info = DocumentInfo.of(state(document).document());
    append(
        type,
        null,
        List.of(new Change.OfRecord(info, seen.id(), store.kept(document, seen.id()), after)));
  }

  private ParsedRecord seen(String document, String record) throws ProjectException {
    return document(document)
        .flatMap(d -> d.record(record))
        .orElseThrow(
            () ->
                new ProjectException(
                    document + " has no record " + record + "; open the document again"));
  }

  private void append(String type, EventId of, List<Change> changes) throws ProjectException {
    requireWritable();
    Instant now = wallClock.instant().truncatedTo(ChronoUnit.MILLIS);
    Event event = store.append(now, profile.version(), type, of, changes);
    changes.forEach(c -> states.remove(c.document().name()));
    listeners.forEach(l -> l.edited(event));
  }

  private void requireWritable() throws ProjectException {
    if (readOnly()) {
      throw new ProjectException(
          folder() + " is open for reading only; it is being written by " + writer());
    }
  }

  /** Lets others write, after the gold is on disk. */
  @Override
  public synchronized void close() throws ProjectException {
    store.close();
  }

  /** For messages and logs. */
  @Override
  public String toString() {
    return "project " + folder();
  }
}
