package koetsu.project;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.profile.Profile;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Section;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.project.drift.Rebase;
import koetsu.project.internal.Presented;
import koetsu.project.internal.ProjectStore;
import koetsu.project.internal.Records;
import koetsu.records.Disk;
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
  private final Presented presented;
  private final List<ProjectListener> listeners = new CopyOnWriteArrayList<>();

  private Project(ProjectStore store, Profile profile, Clock wallClock) {
    this.store = store;
    this.profile = profile;
    this.wallClock = wallClock;
    this.presented = new Presented(store, profile);
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
    return open(folder, author, profile, Disk.SYSTEM);
  }

  /** Opens a project for writing to a disk that need not be the machine's. */
  static Project open(Path folder, Author author, Profile profile, Disk disk)
      throws ProjectException {
    return new Project(ProjectStore.open(folder, author, true, disk), profile, Clock.systemUTC());
  }

  /** Opens a project for reading only, whoever writes to it. */
  public static Project read(Path folder, Author author, Profile profile) throws ProjectException {
    return new Project(
        ProjectStore.open(folder, author, false, Disk.SYSTEM), profile, Clock.systemUTC());
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
   * Puts a new edition in the place of a document with the same name; its decisions wait for {@link
   * #rebase}. What was presented of the old edition is forgotten.
   */
  public synchronized SourceFile replaceSource(Path document) throws ProjectException {
    requireWritable();
    SourceFile source = store.replaceSource(document);
    presented.forget(source.name());
    return source;
  }

  /**
   * Hands in what the machine says about a source now and returns it with every human decision in
   * its place.
   */
  public synchronized DocumentState present(ParsedDocument result) {
    presented.put(result);
    return presented.state(result.document().name()).orElseThrow();
  }

  /**
   * What {@link #present} would return, of which nothing is kept: for whoever goes through many
   * documents.
   */
  public DocumentState glance(ParsedDocument result) {
    return store.glance(profile, result);
  }

  /** A document that was presented, as it stands now. */
  public synchronized Optional<DocumentState> document(String name) {
    return presented.state(name);
  }

  /**
   * Proposes where the decisions on another edition of a document belong in the one that was
   * presented. As long as nobody has confirmed that with {@link #rebase}, decisions are shown where
   * they are proposed to be, the gold is about the old edition, and nobody can edit the document.
   *
   * @return nothing where there are no decisions on another edition
   */
  public synchronized Optional<Rebase> drift(String document) {
    return presented.drift(document);
  }

  /**
   * The same for a document that was not presented.
   *
   * @param document the source as it is now
   */
  public Optional<Rebase> drift(SourceDocument document) {
    return store.drift(document);
  }

  /**
   * Moves the decisions on a document to another edition, as one edit. A record with a place that
   * still asks is under review again, with a note at each value that reads differently.
   *
   * @param rebase a proposal, with what a person has confirmed of it
   * @param document the edition that they move to
   */
  public synchronized void rebase(Rebase rebase, SourceDocument document) throws ProjectException {
    append(EventType.REBASE, null, store.rebasing(rebase, document));
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
      edit(EventType.ACCEPT, document, record, field, value, value.withStatus(Status.ACCEPTED));
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
    edit(EventType.CORRECT, document, record, field, old, corrected);
    return corrected;
  }

  /** Refuses a value; one that a person had added goes. */
  public void reject(String document, String record, String field, FieldValue value)
      throws ProjectException {
    if (value.status() != Status.REJECTED) {
      edit(
          EventType.REJECT,
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
    edit(EventType.ADD, document, record, field, null, added);
    return added;
  }

  /**
   * Moves a value among those of its field. The values stay in the order that they are given so,
   * whatever the order in print; what the machine finds later goes where it is printed.
   *
   * @param by how many places on, or back where it is negative; there must be that many
   */
  public synchronized void move(
      String document, String record, String field, FieldValue value, int by)
      throws ProjectException {
    ParsedRecord seen = seen(document, record);
    List<FieldValue> values = new ArrayList<>(seen.values(field));
    int at = Records.find(seen, field, value);
    if (at < 0) {
      throw changedMeanwhile(document, record, field);
    }
    if (at + by < 0 || at + by >= values.size()) {
      throw new ProjectException(
          field + " of " + record + " of " + document + " has no place to move this value to");
    }
    values.add(at + by, values.remove(at));
    if (!values.equals(seen.values(field))) {
      List<Change> changes = new ArrayList<>();
      ParsedRecord kept = take(changes, document, seen);
      changes.add(new Change.OfRecord(info(document), record, kept, kept.withField(field, values)));
      append(EventType.ORDER, null, changes);
    }
  }

  private static ProjectException changedMeanwhile(String document, String record, String field) {
    return new ProjectException(
        "the value of "
            + field
            + " in "
            + record
            + " of "
            + document
            + " has changed meanwhile; look again");
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
        EventType.REVIEW, document, seen, seen.withFields(fields).withState(RecordState.REVIEWED));
  }

  /**
   * Sets how far the review of a record has come, without touching its values. A record that goes
   * back under review forgets which fields were found to be empty.
   *
   * @param state any but {@link RecordState#REJECTED}, for which there is {@link #rejectRecord}
   */
  public synchronized void setState(String document, String record, RecordState state)
      throws ProjectException {
    ParsedRecord seen = seen(document, record);
    if (seen.state() != state) {
      ParsedRecord after = seen.withState(state);
      replace(
          EventType.STATE,
          document,
          seen,
          state == RecordState.IN_REVIEW ? Records.withoutEmptyFields(after) : after);
    }
  }

  /** Says what kind of record it is. */
  public synchronized void setKind(String document, String record, String kind)
      throws ProjectException {
    ParsedRecord seen = seen(document, record);
    if (!seen.kind().equals(kind)) {
      replaceRecord(EventType.KIND, document, seen.withKind(kind));
    }
  }

  /**
   * Makes a record a part of another one.
   *
   * @param parent id of the other one, or null for none
   */
  public synchronized void setParent(String document, String record, String parent)
      throws ProjectException {
    ParsedRecord seen = seen(document, record);
    for (String above = parent; above != null; above = seen(document, above).parent()) {
      if (above.equals(record)) {
        throw new ProjectException(record + " cannot be a part of itself");
      }
    }
    if (!Objects.equals(seen.parent(), parent)) {
      replaceRecord(EventType.PARENT, document, seen.withParent(parent));
    }
  }

  /** Moves the boundaries of a record; its values and sections stay as they are. */
  public synchronized void setExtent(String document, String record, List<Span> spans)
      throws ProjectException {
    ParsedRecord seen = seen(document, record);
    requireSpans(document, spans);
    if (!seen.spans().equals(spans)) {
      replaceRecord(EventType.EXTENT, document, seen.withSpans(spans));
    }
  }

  /** Re-types, moves, adds or takes away sections of a record: these are all of them now. */
  public synchronized void setSections(String document, String record, List<Section> sections)
      throws ProjectException {
    ParsedRecord seen = seen(document, record);
    if (!seen.sections().equals(sections)) {
      replaceRecord(EventType.SECTIONS, document, seen.withSections(sections));
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
   * Cuts a record in two before the line that holds an offset. What is printed from there on,
   * values and sections, goes to the new record; both are under review then.
   *
   * @param offset a code point of the record, behind its first line
   * @return id of the new record
   */
  public synchronized String split(String document, String record, int offset)
      throws ProjectException {
    ParsedRecord seen = seen(document, record);
    DocumentState state = state(document);
    int cut = state.document().lineAt(offset).span().begin();
    ParsedRecord first = Records.before(seen, cut);
    ParsedRecord second = Records.from(seen, cut, freshId(state));
    if (first.spans().isEmpty() || second.spans().isEmpty()) {
      throw new ProjectException(
          record + " of " + document + " cannot be split there: one half would be empty");
    }
    List<Change> changes = new ArrayList<>();
    ParsedRecord before = take(changes, document, seen);
    changes.add(new Change.OfRecord(info(document), record, before, first));
    changes.add(new Change.OfRecord(info(document), second.id(), null, second));
    append(EventType.SPLIT, null, changes);
    return second.id();
  }

  /**
   * Makes one record of two. The first one keeps its id and gets everything the second one has; the
   * second one counts as rejected from then on, and its parts are the first one's.
   */
  public synchronized void merge(String document, String first, String second)
      throws ProjectException {
    ParsedRecord one = seen(document, first);
    ParsedRecord other = seen(document, second);
    if (first.equals(second)) {
      throw new ProjectException(first + " cannot be merged with itself");
    }
    List<Change> changes = new ArrayList<>();
    ParsedRecord before = take(changes, document, one);
    ParsedRecord merged = Records.union(state(document).document(), one, other);
    changes.add(
        new Change.OfRecord(
            info(document),
            first,
            before,
            second.equals(one.parent()) ? merged.withParent(other.parent()) : merged));
    refuse(changes, document, other);
    handOver(changes, document, second, first);
    append(EventType.MERGE, null, changes);
  }

  /**
   * Draws a record that the machine did not find.
   *
   * @param spans its lines, which no other record has
   * @return its id
   */
  public synchronized String addRecord(String document, String kind, List<Span> spans)
      throws ProjectException {
    requireSpans(document, spans);
    DocumentState state = state(document);
    for (ParsedRecord other : state.records()) {
      if (Records.overlap(other, spans)) {
        throw new ProjectException(
            "a new record cannot be drawn over " + other.id() + " of " + document);
      }
    }
    String id = freshId(state);
    ParsedRecord drawn =
        new ParsedRecord(
            id, null, kind, spans, Map.of(), List.of(), RecordState.IN_REVIEW, Map.of());
    append(
        EventType.NEW_RECORD, null, List.of(new Change.OfRecord(info(document), id, null, drawn)));
    return id;
  }

  /** Says that a record is none; its parts lose their parent. */
  public synchronized void rejectRecord(String document, String record) throws ProjectException {
    ParsedRecord seen = seen(document, record);
    List<Change> changes = new ArrayList<>();
    refuse(changes, document, seen);
    handOver(changes, document, record, null);
    append(EventType.REJECT_RECORD, null, changes);
  }

  /** Says that a rejected record is one after all. */
  public synchronized void restoreRecord(String document, String record) throws ProjectException {
    ParsedRecord kept = store.kept(document, record);
    if (kept == null || kept.state() != RecordState.REJECTED) {
      throw new ProjectException(document + " has no rejected record " + record);
    }
    append(
        EventType.STATE,
        null,
        List.of(
            new Change.OfRecord(
                store.keptDocument(document),
                record,
                kept,
                kept.withState(RecordState.IN_REVIEW))));
  }

  /**
   * Writes a note about a record, a field or a value, in the place of the one there.
   *
   * @param field null for the record as a whole
   * @param value null for the field or record as a whole
   * @param text the message; empty for a bare mark, or for no note at all
   * @param unsure whether the reviewer wants it looked at again
   */
  public synchronized void note(
      String document, String record, String field, FieldValue value, String text, boolean unsure)
      throws ProjectException {
    ParsedRecord seen = seen(document, record);
    Note after =
        text.isBlank() && !unsure ? null : Note.of(record, field, value, text.strip(), unsure);
    Note before = store.note(document, record, field, value);
    if (Objects.equals(before, after)) {
      return;
    }
    List<Change> changes = new ArrayList<>();
    take(changes, document, seen);
    changes.add(new Change.OfNote(info(document), record, seen.spans(), before, after));
    append(EventType.NOTE, null, changes);
  }

  /** The notes on a document, those of rejected records included. */
  public synchronized List<Note> notes(String document) {
    return store.notes(document);
  }

  /** Says that no record is in a stretch of a document; what the machine finds there is refused. */
  public synchronized void markEmpty(String document, Span stretch) throws ProjectException {
    requireSpans(document, List.of(stretch));
    append(
        EventType.EMPTY_REGION, null, List.of(new Change.OfRegion(info(document), null, stretch)));
  }

  /** Takes back that no record is in a stretch. */
  public synchronized void unmarkEmpty(String document, Span stretch) throws ProjectException {
    append(
        EventType.EMPTY_REGION,
        null,
        List.of(new Change.OfRegion(store.keptDocument(document), stretch, null)));
  }

  /**
   * Makes several edits one event, and so one step of undo: all of them, or none where one of them
   * fails. Neither {@link #undo()} nor {@link #redo()} can be among them.
   *
   * @param type {@link EventType#BULK}, or that and a dot and more
   * @param edits calls of this project's methods, on this thread
   */
  public synchronized void together(String type, Edits edits) throws ProjectException {
    requireWritable();
    try {
      store.together(now(), profile.version(), type, edits).ifPresent(this::made);
    } catch (ProjectException | RuntimeException failed) {
      presented.forgetStates();
      throw failed;
    }
  }

  /**
   * Makes edits of which some may be long: each of them is watched, from 0 to 1, and is not made
   * where the watcher gives it up. Other threads wait meanwhile.
   *
   * @param edits calls of this project's methods, on this thread
   */
  public synchronized void watched(Watcher watcher, Edits edits) throws ProjectException {
    store.watched(watcher, edits);
  }

  /** Several edits that are one. */
  @FunctionalInterface
  public interface Edits {
    void make() throws ProjectException;
  }

  /** The records that are reviewed without seeing the machine's values, if any are. */
  public Optional<BlindSlice> blindSlice() {
    return store.blindSlice();
  }

  /**
   * Sets which records are to be reviewed without seeing the machine's values. Records that
   * somebody has touched stay what they are.
   *
   * @param slice null for none
   */
  public synchronized void setBlindSlice(BlindSlice slice) throws ProjectException {
    requireWritable();
    store.setBlindSlice(slice);
    presented.forgetStates();
  }

  /**
   * Whether a record of a presented document is, or was, reviewed without the machine's values.
   * Until it is reviewed it shows none, and the machine's problems with it do not show either.
   */
  public synchronized boolean isBlind(String document, String record) {
    return presented.record(document, record).map(BlindSlice::isBlind).orElse(false);
  }

  /** Disagreements of reviewers that nobody has settled, by document, in the order of the log. */
  public synchronized List<Conflict> conflicts() throws ProjectException {
    return store.conflicts(profile);
  }

  /**
   * Settles a conflict.
   *
   * @param refused whether the refused decision shall count, else the standing one does
   */
  public synchronized void settle(Conflict conflict, boolean refused) throws ProjectException {
    append(EventType.SETTLE, null, store.settlement(conflict, refused));
  }

  /**
   * Takes a file of records in as gold, as one edit. A record that the project keeps already under
   * the same id is replaced.
   *
   * @return how many records the gold has gained or changed
   */
  public int importGold(RecordFile gold) throws ProjectException {
    return importGold(List.of(gold));
  }

  /**
   * The same for several files, all of them as one edit: none is taken in without the others.
   *
   * @param gold each about another document
   */
  public synchronized int importGold(List<RecordFile> gold) throws ProjectException {
    List<Change> changes = new ArrayList<>();
    for (RecordFile file : gold) {
      store.requireSource(file.document());
      for (ParsedRecord record : file.records()) {
        ParsedRecord before = store.kept(file.document().name(), record.id());
        ParsedRecord after =
            record.state() == RecordState.UNTOUCHED || record.state() == RecordState.IN_REVIEW
                ? record.withState(RecordState.REVIEWED)
                : record;
        if (!after.equals(before)) {
          changes.add(new Change.OfRecord(file.document(), record.id(), before, after));
        }
      }
    }
    if (!changes.isEmpty()) {
      append(EventType.IMPORT, null, changes);
    }
    return changes.size();
  }

  /** The gold: every reviewed or locked record, without refused values, by document name. */
  public synchronized List<RecordFile> gold() {
    return store.gold();
  }

  /** Everybody who has made an edit, in order. */
  public List<String> reviewers() {
    return store.reviewers();
  }

  /**
   * The gold that one person's edits alone make, as if nobody else had made any: what two people
   * who reviewed the same records without seeing each other's work are compared by.
   */
  public List<RecordFile> goldOf(String reviewer) {
    return store.goldOf(reviewer);
  }

  /**
   * The event that {@link #undo()} would take back: the author's last one that nobody else has
   * built on since.
   */
  public synchronized Optional<Event> undoable() {
    return store.undoable();
  }

  /** The event that {@link #redo()} would make again. */
  public synchronized Optional<Event> redoable() {
    return store.redoable();
  }

  /**
   * How long the edit is that {@link #undo()} would take back: of one that takes millions of bytes
   * in the log, it takes a while too. Empty where there is none.
   */
  public synchronized OptionalLong undoableLength() {
    return store.undoableLength();
  }

  /** How many bytes of the log {@link #redo()} would make again. Empty for none. */
  public synchronized OptionalLong redoableLength() {
    return store.redoableLength();
  }

  /** Takes back the author's last edit, whenever and in whatever document it was made. */
  public synchronized Optional<Event> undo() throws ProjectException {
    Optional<Event> last = undoable();
    if (last.isPresent()) {
      append(Event.UNDO, last.get().id(), last.get().inverse());
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

  /**
   * Takes back the author's edits that came after an event, and makes those up to it again that
   * were taken back; each of them is an event of its own.
   *
   * @param event of whichever author
   * @return the edits taken back or made again, in that order
   */
  public synchronized List<Event> returnTo(EventId event) throws ProjectException {
    List<Event> moved = new ArrayList<>();
    while (undoable().filter(e -> e.id().compareTo(event) > 0).isPresent()) {
      undo().ifPresent(moved::add);
    }
    while (redoable().filter(e -> e.id().compareTo(event) <= 0).isPresent()) {
      redo().ifPresent(moved::add);
    }
    return moved;
  }

  /** Every event of every author, in order. */
  public synchronized List<Event> events() {
    return store.events();
  }

  /**
   * The project as it stood right after an event, of whichever author.
   *
   * @throws ProjectException where the log has no such event
   */
  public synchronized Moment asOf(EventId event) throws ProjectException {
    Event last =
        store
            .event(event)
            .orElseThrow(() -> new ProjectException(folder() + ": the log has no event " + event));
    return new Moment(last, store.asOf(event), profile);
  }

  /** The file that holds an edition which somebody has decided on, if it is still there. */
  public Optional<SourceFile> edition(DocumentInfo edition) {
    return store.edition(edition);
  }

  /** Everything that anybody did to a record, in order. */
  public synchronized List<HistoryStep> history(String document, String record) {
    return store.history(document, record);
  }

  /**
   * How a value came to be what it is: from what the machine said, or from the person who added it,
   * step by step to the last decision.
   */
  public synchronized List<HistoryStep> history(
      String document, String record, String field, FieldValue value) {
    return Records.history(store.history(document, record), field, value);
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
    if (before != null && !Records.holds(seen, field, before)) {
      throw changedMeanwhile(document, record, field);
    }
    List<Change> changes = new ArrayList<>();
    ParsedRecord kept = take(changes, document, seen);
    DocumentInfo info = info(document);
    if (before != null && !Records.holds(kept, field, before)) {
      // The machine has found it since the record was taken into keeping.
      changes.add(new Change.OfValue(info, record, seen.spans(), field, null, before, null));
    }
    FieldValue said =
        before == null || before.status() == Status.MACHINE
            ? before
            : store.machine(document, record, field, before);
    changes.add(new Change.OfValue(info, record, seen.spans(), field, before, after, said));
    append(type, null, changes);
  }

  private void replace(String type, String document, ParsedRecord seen, ParsedRecord after)
      throws ProjectException {
    List<Change> changes = new ArrayList<>();
    ParsedRecord kept = store.kept(document, seen.id());
    if (after.equals(kept)) {
      return;
    }
    if (kept == null && !Records.sameStructure(seen, after)) {
      // What is decided on shows only against what the machine had said.
      kept = take(changes, document, seen);
    }
    changes.add(new Change.OfRecord(info(document), seen.id(), kept, after));
    append(type, null, changes);
  }

  /** The record as it is kept; where it is not, a change is added that takes it into keeping. */
  private ParsedRecord take(List<Change> changes, String document, ParsedRecord seen)
      throws ProjectException {
    ParsedRecord kept = store.kept(document, seen.id());
    if (kept == null) {
      kept = Records.withoutEmptyFields(seen.withState(RecordState.IN_REVIEW));
      changes.add(new Change.OfRecord(info(document), seen.id(), null, kept));
    }
    return kept;
  }

  private void refuse(List<Change> changes, String document, ParsedRecord seen)
      throws ProjectException {
    ParsedRecord before = take(changes, document, seen);
    changes.add(
        new Change.OfRecord(
            info(document), seen.id(), before, before.withState(RecordState.REJECTED)));
  }

  /** Gives the parts of a record another parent. */
  private void handOver(List<Change> changes, String document, String from, String to)
      throws ProjectException {
    for (ParsedRecord part : state(document).records()) {
      if (from.equals(part.parent()) && !part.id().equals(to)) {
        ParsedRecord before = take(changes, document, part);
        changes.add(new Change.OfRecord(info(document), part.id(), before, before.withParent(to)));
      }
    }
  }

  private String freshId(DocumentState state) {
    Set<String> taken = new HashSet<>();
    state.records().forEach(r -> taken.add(r.id()));
    state.rejected().forEach(r -> taken.add(r.id()));
    int next = state.records().size();
    String id;
    do {
      id = String.format("r%04d", ++next);
    } while (taken.contains(id));
    return id;
  }

  private ProjectException notOpen(String document) {
    return new ProjectException(document + " is not open in the project " + folder());
  }

  private DocumentInfo info(String document) throws ProjectException {
    return presented.info(document).orElseThrow(() -> notOpen(document));
  }

  private DocumentState state(String document) throws ProjectException {
    return presented.state(document).orElseThrow(() -> notOpen(document));
  }

  private ParsedRecord seen(String document, String record) throws ProjectException {
    return presented
        .record(document, record)
        .orElseThrow(
            () ->
                new ProjectException(
                    document + " has no record " + record + "; open the document again"));
  }

  private void requireSpans(String document, List<Span> spans) throws ProjectException {
    int length = info(document).length();
    int last = 0;
    for (Span span : spans) {
      if (span.isEmpty() || span.begin() < last || span.end() > length) {
        throw new ProjectException(
            "[" + span.begin() + ", " + span.end() + ") is no place for a record in " + document);
      }
      last = span.end();
    }
    if (spans.isEmpty()) {
      throw new ProjectException("a record without a place cannot be drawn in " + document);
    }
  }

  private Instant now() {
    return wallClock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private void append(String type, EventId of, List<Change> changes) throws ProjectException {
    requireWritable();
    changes.forEach(c -> presented.edited(c.document().name()));
    store.append(now(), profile.version(), type, of, changes).ifPresent(this::made);
  }

  private void made(Event event) {
    for (Change change : event.changes()) {
      presented.edited(change.document().name());
      if (change instanceof Change.OfEdition) {
        presented.propose(change.document().name());
      }
    }
    listeners.forEach(l -> l.edited(event));
  }

  private void requireWritable() throws ProjectException {
    if (readOnly()) {
      throw new ProjectException(
          folder() + " is open for reading only; it is being written by " + writer());
    }
  }

  /**
   * Returns when the gold files on disk say what the log says; an edit does not wait for them. What
   * could not be written is among the {@link #warnings()}.
   */
  public void flush() {
    store.flush();
  }

  /**
   * Lets others write, after the gold is on disk.
   *
   * @throws ProjectException where gold could not be written; the project is closed all the same,
   *     and no edit is lost
   */
  @Override
  public void close() throws ProjectException {
    store.close();
  }

  /** For messages and logs. */
  @Override
  public String toString() {
    return "project " + folder();
  }
}
