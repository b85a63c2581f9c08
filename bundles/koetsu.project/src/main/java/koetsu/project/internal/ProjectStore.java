package koetsu.project.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import koetsu.api.document.SourceDocument;
import koetsu.api.profile.Profile;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.project.Author;
import koetsu.project.BlindSlice;
import koetsu.project.Change;
import koetsu.project.Conflict;
import koetsu.project.DocumentState;
import koetsu.project.Event;
import koetsu.project.EventId;
import koetsu.project.EventType;
import koetsu.project.HistoryStep;
import koetsu.project.Note;
import koetsu.project.Project;
import koetsu.project.ProjectException;
import koetsu.project.SourceFile;
import koetsu.project.Watcher;
import koetsu.project.drift.Placement;
import koetsu.project.drift.Rebase;
import koetsu.records.AtomicFile;
import koetsu.records.Disk;
import koetsu.records.DocumentInfo;
import koetsu.records.RecordFile;

/** The files of a project folder and what they say. Safe for any thread. */
public final class ProjectStore implements AutoCloseable {
  private static final String SOURCES = "sources";
  private static final String LOG = "log";
  private static final String GOLD = "gold";

  private final Path folder;
  private final Author author;
  private final ProjectLock lock;
  private final String readOnlyBecause;
  private final Disk disk;
  private Manifest manifest;
  private final EventLog log;
  private final Fold fold;
  private final GoldState goldState;
  private final GoldWriter goldWriter;
  private final Editions editions;

  /** Where the machine's records are, by document, as long as it says the same. */
  private final Map<String, MachineLines> machineLines = new HashMap<>();

  /** What was shown of each document the last time. */
  private final Map<String, Merge> merges = new HashMap<>();

  /** An event that is being put together; null outside of {@link #together}. */
  private Gathering gathering;

  private Watcher watcher = Watcher.NONE;

  private final History history;

  /**
   * What an event is going to do.
   *
   * @param type of the event as a whole
   */
  private record Gathering(String type, List<Change> changes) {}

  private ProjectStore(
      Path folder,
      Author author,
      ProjectLock lock,
      String readOnlyBecause,
      Manifest manifest,
      EventLog log,
      Cache cache,
      Disk disk) {
    this.folder = folder;
    this.author = author;
    this.lock = lock;
    this.readOnlyBecause = readOnlyBecause;
    this.manifest = manifest;
    this.disk = disk;
    this.log = log;
    this.fold = new Fold(log, new Snapshots(cache));
    this.history = new History(author.reviewer(), log.entries(), this::fits);
    this.editions = new Editions(folder, folder.resolve(SOURCES), disk);
    this.goldState = new GoldState(folder.resolve(GOLD), log, cache);
    this.goldWriter = new GoldWriter(folder.resolve(GOLD), disk, this::gold, this::goldWritten);
  }

  public static boolean isProject(Path folder) {
    return Files.isRegularFile(folder.resolve(Manifest.FILE));
  }

  public static void create(Path folder, List<Path> documents) throws ProjectException {
    Set<String> names = new LinkedHashSet<>();
    for (Path document : documents) {
      if (!Files.isRegularFile(document)) {
        throw new ProjectException(document + ": there is no such file; no project was made");
      }
      if (!names.add(baseName(document.getFileName().toString()))) {
        throw new ProjectException(
            document + ": another document has the same name; rename one; no project was made");
      }
    }
    try {
      if (Files.exists(folder) && !isEmpty(folder)) {
        throw new ProjectException(
            folder + " exists already and is not empty; choose another folder");
      }
      Files.createDirectories(folder.resolve(SOURCES));
      for (Path document : documents) {
        Files.copy(document, folder.resolve(SOURCES).resolve(document.getFileName()));
      }
      Manifest.NEW.write(folder, Disk.SYSTEM);
    } catch (IOException e) {
      throw new ProjectException(
          folder
              + ": the project cannot be made: "
              + reason(e)
              + "; remove what is there and try again",
          e);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    }
  }

  private static String baseName(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /**
   * Opens a project.
   *
   * @param write whether to write, if nobody else does
   * @param disk where to write
   */
  public static ProjectStore open(Path given, Author author, boolean write, Disk disk)
      throws ProjectException {
    Path folder = given.toAbsolutePath().normalize();
    if (!isProject(folder)) {
      throw new ProjectException(
          folder
              + (Files.isDirectory(folder)
                  ? " is no project: it has no " + Manifest.FILE
                  : ": there is no such folder")
              + "; make one with “koetsu create”");
    }
    Manifest manifest = Manifest.read(folder);
    boolean newer = manifest.version() > Manifest.VERSION;
    ProjectLock lock = write && !newer ? ProjectLock.take(folder, holder(author)) : null;
    boolean writable = lock != null && lock.held();
    String why =
        newer
            ? "nobody here: a newer Koetsu made it; update this one"
            : lock == null ? "nobody here: it was opened for reading" : lock.holder();
    try {
      if (manifest.version() < Manifest.VERSION) {
        if (!writable) {
          throw new ProjectException(
              folder
                  + " has an older format; open it for writing once, which brings it up to date");
        }
        manifest = Migrations.run(folder, manifest, Migrations.STEPS, Manifest.VERSION, disk);
      }
      Cache cache = new Cache(folder, writable);
      EventLog log = EventLog.open(folder.resolve(LOG), author, writable, disk, cache);
      ProjectStore store = new ProjectStore(folder, author, lock, why, manifest, log, cache, disk);
      if (writable) {
        store.goldState.stale().forEach(store.goldWriter::changed);
      }
      return store;
    } catch (ProjectException | RuntimeException e) {
      if (lock != null) {
        lock.close();
      }
      throw e;
    }
  }

  private static String holder(Author author) {
    return author.reviewer()
        + " (process "
        + ProcessHandle.current().pid()
        + ", since "
        + Instant.now().truncatedTo(ChronoUnit.SECONDS)
        + ")";
  }

  public Path folder() {
    return folder;
  }

  public Author author() {
    return author;
  }

  public boolean writable() {
    return lock != null && lock.held();
  }

  public String writer() {
    return readOnlyBecause;
  }

  public List<String> warnings() {
    List<String> all = new ArrayList<>(log.warnings());
    all.addAll(goldWriter.failures());
    return all;
  }

  /** Every event of every author, in order; each is read when it is asked for. */
  public synchronized List<Event> events() {
    return log.events();
  }

  public List<SourceFile> sources() throws ProjectException {
    Path sources = folder.resolve(SOURCES);
    try (Stream<Path> files = Files.list(sources)) {
      return files
          .filter(f -> Files.isRegularFile(f) && !f.getFileName().toString().startsWith("."))
          .sorted(Comparator.comparing(f -> f.getFileName().toString()))
          .map(
              f -> {
                String name = f.getFileName().toString();
                return new SourceFile(name, f, manifest.encodings().get(name));
              })
          .toList();
    } catch (IOException e) {
      throw new ProjectException(sources + " cannot be read: " + reason(e), e);
    }
  }

  public SourceFile addSource(Path document) throws ProjectException {
    String name = document.getFileName().toString();
    for (SourceFile other : sources()) {
      if (baseName(other.name()).equals(baseName(name))) {
        throw new ProjectException(
            document + ": the project has a document named " + other.name() + "; rename one");
      }
    }
    Path target = folder.resolve(SOURCES).resolve(name);
    try {
      AtomicFile.write(target, Files.readAllBytes(document));
    } catch (IOException e) {
      throw new ProjectException(document + " cannot be copied to " + target + ": " + reason(e), e);
    }
    return new SourceFile(name, target, null);
  }

  /** Puts a new edition in the place of a document; the old one is kept if it was decided on. */
  public synchronized SourceFile replaceSource(Path document) throws ProjectException {
    String name = document.getFileName().toString();
    SourceFile source =
        sources().stream()
            .filter(s -> s.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new ProjectException("the project has no document named " + name));
    Kept kept = fold.kept(name);
    if (!kept.isBare()) {
      editions.keep(kept.document());
    }
    try {
      AtomicFile.write(source.path(), Files.readAllBytes(document));
    } catch (IOException e) {
      throw new ProjectException(
          document + " cannot be copied to " + source.path() + ": " + reason(e), e);
    }
    return source;
  }

  /**
   * Refuses gold that speaks of a document, or of an edition of it, that the project does not have.
   */
  public void requireSource(DocumentInfo document) throws ProjectException {
    if (document == null) {
      throw new ProjectException("the file holds no record; nothing was imported");
    }
    for (SourceFile source : sources()) {
      if (source.name().equals(document.name())) {
        try {
          String sha256 = Digests.sha256(Files.readAllBytes(source.path()));
          if (!sha256.equals(document.sha256())) {
            throw new ProjectException(
                "the records speak of another edition of "
                    + document.name()
                    + " (sha256 "
                    + document.sha256()
                    + ", the project's source has "
                    + sha256
                    + "); nothing was imported");
          }
          return;
        } catch (IOException e) {
          throw new ProjectException(source.path() + " cannot be read: " + reason(e), e);
        }
      }
    }
    throw new ProjectException(
        "the project has no document named " + document.name() + "; nothing was imported");
  }

  /**
   * What people decided over what the machine says.
   *
   * @param rebase where the decisions are to be shown, or null where they are about this edition
   */
  public synchronized DocumentState merge(Profile profile, ParsedDocument machine, Rebase rebase) {
    String document = machine.document().name();
    Kept kept = fold.kept(document);
    MachineLines lines = lines(machine);
    return rebase != null
        ? proposed(profile, lines, kept, rebase)
        : merges
            .compute(
                document, (name, before) -> new Merge(profile, lines, kept, blind(name), before))
            .state();
  }

  /** The same for a machine that nobody asks again, with the decisions where they are proposed. */
  public synchronized DocumentState glance(Profile profile, ParsedDocument machine) {
    Rebase rebase = drift(machine.document()).orElse(null);
    String document = machine.document().name();
    MachineLines lines = new MachineLines(machine);
    return rebase != null
        ? proposed(profile, lines, fold.kept(document), rebase)
        : new Merge(profile, lines, fold.seen(document), blind(document), null).state();
  }

  private DocumentState proposed(Profile profile, MachineLines machine, Kept kept, Rebase rebase) {
    SourceDocument document = machine.machine().document();
    List<Change> changes = new Rebasing(kept).changes(rebase, document);
    try {
      fold.attempt(event(Instant.EPOCH, "", EventType.REBASE, null, changes));
      return asking(
          new Merge(profile, machine, kept, blind(document.name()), null).state(), rebase);
    } finally {
      fold.takeBack();
    }
  }

  /** Whether {@link #now} says of a document what {@link #merge} would say of it. */
  public synchronized boolean isInPlace(String document) {
    return merges.containsKey(document) && merges.get(document).isInPlace();
  }

  /** A record of a document that was merged, with what was decided on it since. */
  public synchronized Optional<ParsedRecord> now(String document, String record) {
    return Optional.ofNullable(merges.get(document).now(record));
  }

  private MachineLines lines(ParsedDocument machine) {
    return machineLines.compute(
        machine.document().name(),
        (name, known) ->
            known != null && known.machine() == machine ? known : new MachineLines(machine));
  }

  private Predicate<String> blind(String document) {
    return blind(manifest.blind(), document);
  }

  /**
   * Which of a document's untouched records are reviewed blindly.
   *
   * @param slice null for none
   */
  static Predicate<String> blind(BlindSlice slice, String document) {
    return id -> slice != null && slice.holds(document, id);
  }

  /** The file of an edition, if it is there. */
  public Optional<SourceFile> edition(DocumentInfo document) {
    return Optional.of(editions.place(document))
        .filter(Files::isRegularFile)
        .map(file -> new SourceFile(document.name(), file, document.encoding()));
  }

  /** The slice of records that is reviewed blindly, if there is one. */
  public synchronized Optional<BlindSlice> blindSlice() {
    return Optional.ofNullable(manifest.blind());
  }

  /** Sets the slice; null for none. */
  public synchronized void setBlindSlice(BlindSlice slice) throws ProjectException {
    Manifest changed = manifest.with(slice);
    try {
      changed.write(folder, disk);
    } catch (IOException e) {
      throw new ProjectException(
          folder.resolve(Manifest.FILE) + " could not be written: " + reason(e), e);
    }
    manifest = changed;
  }

  /** The state with what a person has to confirm of a proposal among its problems. */
  private static DocumentState asking(DocumentState state, Rebase rebase) {
    List<Problem> problems = new ArrayList<>();
    problems.add(
        new Problem(
            Problem.Severity.WARNING,
            "koetsu.project#edition",
            "this is a new edition: "
                + rebase.placements().size()
                + " places were decided on in the old one, "
                + rebase.asking().size()
                + " of them have to be looked at; confirm where they belong",
            null,
            null));
    for (Placement placement : rebase.asking()) {
      problems.add(
          new Problem(
              Problem.Severity.WARNING,
              "koetsu.project#edition",
              "in this edition "
                  + placement.outcome().name().toLowerCase(java.util.Locale.ROOT)
                  + ": "
                  + (placement.anchor().field() == null
                      ? placement.anchor().part().name().toLowerCase(java.util.Locale.ROOT)
                      : placement.anchor().field()),
              placement.anchor().record(),
              placement.spans().isEmpty() ? null : placement.spans().get(0)));
    }
    problems.addAll(state.problems());
    return new DocumentState(
        state.document(),
        state.records(),
        state.gaps(),
        problems,
        state.rejected(),
        state.empty(),
        state.notes(),
        state.contents());
  }

  /** Where the decisions on another edition of a document belong in this one, if there are any. */
  public synchronized Optional<Rebase> drift(SourceDocument document) {
    Kept kept = fold.seen(document.name());
    if (kept.isBare() || kept.document().sha256().equals(document.sha256())) {
      return Optional.empty();
    }
    String old;
    try {
      old = editions.text(kept.document());
    } catch (ProjectException damaged) {
      // Then every place is lost, and rebasing() says why.
      old = null;
    }
    return Optional.of(new Rebasing(kept).propose(old, document));
  }

  /** The changes that do a proposal. */
  public synchronized List<Change> rebasing(Rebase rebase, SourceDocument document)
      throws ProjectException {
    Kept kept = fold.kept(document.name());
    if (kept.isBare()
        || !rebase.from().sha256().equals(kept.document().sha256())
        || !rebase.to().sha256().equals(document.sha256())) {
      throw new ProjectException(
          document.name() + ": the proposal is about other editions than these; make a new one");
    }
    if (editions.text(kept.document()) == null) {
      throw new ProjectException(
          document.name()
              + ": nobody has kept the edition that was decided on; put that file back, as "
              + editions.place(kept.document())
              + ", for example out of your version control");
    }
    return new Rebasing(kept).changes(rebase, document);
  }

  /** The record as it is kept, or null where nobody touched it. */
  public synchronized ParsedRecord kept(String document, String record) {
    return fold.kept(document).record(record);
  }

  /** The edition that decisions are about, or null where there are none. */
  public synchronized DocumentInfo keptDocument(String document) {
    return fold.kept(document).document();
  }

  public synchronized FieldValue machine(
      String document, String record, String field, FieldValue decision) {
    return fold.kept(document).machine(record, field, decision);
  }

  public synchronized List<Note> notes(String document) {
    return fold.kept(document).notes();
  }

  /** The note about a value, or about a field or record where the rest is null; null for none. */
  public synchronized Note note(String document, String record, String field, FieldValue value) {
    return fold.kept(document)
        .note(
            value == null
                ? new Place(record, field, null, List.of())
                : Place.of(record, field, value));
  }

  public synchronized List<Conflict> conflicts(Profile profile) {
    List<Conflict> all = new ArrayList<>();
    for (String document : log.documents()) {
      if (log.entries(document).stream().map(e -> e.id().reviewer()).distinct().count() > 1) {
        all.addAll(conflicts(document).open(profile));
      }
    }
    return all;
  }

  public synchronized List<Change> settlement(Conflict conflict, boolean refused)
      throws ProjectException {
    return conflicts(conflict.document()).settlement(conflict, refused);
  }

  private Conflicts conflicts(String document) {
    return new Conflicts(document, fold.seen(document), EventLog.events(log.entries(document)));
  }

  /** The author's last edit that can be taken back. */
  public synchronized Optional<Event> undoable() {
    return history.undoable();
  }

  /** The edit taken back last that can be made again. */
  public synchronized Optional<Event> redoable() {
    return history.redoable();
  }

  /** Bytes of the log that {@link #undoable} takes. */
  public synchronized OptionalLong undoableLength() {
    return history.undoableLength();
  }

  /** Bytes of the log that {@link #redoable} takes. */
  public synchronized OptionalLong redoableLength() {
    return history.redoableLength();
  }

  private boolean fits(List<Change> changes) {
    try {
      return fold.attempt(event(Instant.EPOCH, "", Event.UNDO, null, changes));
    } finally {
      fold.takeBack();
    }
  }

  private Event event(Instant time, String profile, String type, EventId of, List<Change> changes) {
    EventId id =
        new EventId(log.nextClock(), author.reviewer(), author.installation(), log.nextSequence());
    return new Event(id, time, profile, type, of, changes);
  }

  /**
   * Makes an event of the changes, puts it on disk and applies it; or, within {@link #together},
   * applies them as a part of that event.
   *
   * @return the event, or nothing where it is a part of another one
   */
  public synchronized Optional<Event> append(
      Instant time, String profile, String type, EventId of, List<Change> changes)
      throws ProjectException {
    if (gathering != null) {
      attempt(event(time, profile, gathering.type(), of, changes));
      gathering.changes().addAll(changes);
      return Optional.empty();
    }
    Event event = event(time, profile, type, of, changes);
    try {
      attempt(event);
      made(log.append(event, watcher), event);
      return Optional.of(event);
    } finally {
      // After a success there is nothing left to take back.
      fold.takeBack();
    }
  }

  private void attempt(Event event) throws ProjectException {
    for (Change change : event.changes()) {
      requireEdition(change, event.changes());
      editions.keep(change.document());
    }
    if (!fold.attempt(event)) {
      throw new ProjectException(
          "the edit does not fit: what it was made on has changed meanwhile, or it has been made"
              + " already; look again");
    }
  }

  private void requireEdition(Change change, List<Change> all) throws ProjectException {
    Kept kept = fold.kept(change.document().name());
    if (kept.isBare()
        || kept.document().sha256().equals(change.document().sha256())
        || all.stream().anyMatch(Change.OfEdition.class::isInstance)) {
      return;
    }
    throw new ProjectException(
        change.document().name()
            + " has a new edition; confirm first where the decisions on the old one belong, in the"
            + " window or with `koetsu gold rebase`");
  }

  /**
   * Makes one event of all that is appended meanwhile.
   *
   * @return the event, or nothing where nothing was appended
   */
  public synchronized Optional<Event> together(
      Instant time, String profile, String type, Project.Edits edits) throws ProjectException {
    if (gathering != null) {
      edits.make();
      return Optional.empty();
    }
    gathering = new Gathering(type, new ArrayList<>());
    try {
      edits.make();
      if (gathering.changes().isEmpty()) {
        return Optional.empty();
      }
      Event event = event(time, profile, type, null, gathering.changes());
      made(log.append(event, watcher), event);
      return Optional.of(event);
    } finally {
      // After a success there is nothing left to take back.
      fold.takeBack();
      gathering = null;
    }
  }

  /** Lets somebody watch the events that are appended meanwhile. */
  public synchronized void watched(Watcher by, Project.Edits edits) throws ProjectException {
    watcher = by;
    try {
      edits.make();
    } finally {
      watcher = Watcher.NONE;
    }
  }

  private void made(Entry entry, Event event) {
    fold.keep();
    history.made(entry, event);
    for (String document : entry.documents()) {
      goldWriter.changed(document);
    }
  }

  /** The gold of every document that has any, by name. */
  public synchronized List<RecordFile> gold() {
    return log.documents().stream()
        .map(this::gold)
        .filter(file -> !file.records().isEmpty())
        .toList();
  }

  /** Everybody who has made an event, in order. */
  public synchronized List<String> reviewers() {
    return log.entries().stream().map(e -> e.id().reviewer()).distinct().sorted().toList();
  }

  /** The gold that the events of one person alone make. */
  public synchronized List<RecordFile> goldOf(String reviewer) {
    return log.documents().stream()
        .map(
            document ->
                Gold.of(
                    Fold.replay(
                        document,
                        log.entries(document).stream()
                            .filter(e -> e.id().reviewer().equals(reviewer))
                            .toList())))
        .filter(file -> !file.records().isEmpty())
        .toList();
  }

  private synchronized RecordFile gold(String document) {
    return Gold.of(fold.seen(document));
  }

  private synchronized void goldWritten(String document) {
    goldState.written(document);
  }

  /** What an event, and all before it, say. */
  public synchronized PastStore asOf(EventId event) {
    return new PastStore(log, event, manifest.blind());
  }

  /** An event by its id. */
  public synchronized Optional<Event> event(EventId id) {
    return Optional.ofNullable(log.find(id)).map(Entry::read);
  }

  /** Everything that was done to a record, in order. */
  public synchronized List<HistoryStep> history(String document, String record) {
    return Fold.history(document, log.entries(document), record);
  }

  /** Returns when the gold files say what the log says, or could not be written. */
  public void flush() {
    goldWriter.flush();
  }

  /** Not to be called while the caller keeps other threads from this store. */
  @Override
  public void close() throws ProjectException {
    goldWriter.close();
    synchronized (this) {
      try {
        if (writable()) {
          fold.save();
          goldState.save(goldWriter.behind());
        }
        log.close();
      } catch (IOException e) {
        throw new ProjectException(folder + ": the log could not be closed: " + reason(e), e);
      } finally {
        if (lock != null) {
          lock.close();
        }
      }
    }
    if (!goldWriter.failures().isEmpty()) {
      throw new ProjectException(String.join("; ", goldWriter.failures()));
    }
  }
}
