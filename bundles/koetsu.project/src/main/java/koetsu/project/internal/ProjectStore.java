package koetsu.project.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import koetsu.api.profile.Profile;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Status;
import koetsu.project.Author;
import koetsu.project.Change;
import koetsu.project.Conflict;
import koetsu.project.DocumentState;
import koetsu.project.Event;
import koetsu.project.EventId;
import koetsu.project.Note;
import koetsu.project.Project;
import koetsu.project.ProjectException;
import koetsu.project.SourceFile;
import koetsu.records.AtomicFile;
import koetsu.records.DocumentInfo;
import koetsu.records.FormatException;
import koetsu.records.Json;
import koetsu.records.Node;
import koetsu.records.RecordFile;

/** The files of a project folder and what they say. Not safe for several threads. */
public final class ProjectStore implements AutoCloseable {
  private static final String MANIFEST = "koetsu.json";
  private static final String SCHEMA = "koetsu.project/1";
  private static final String SOURCES = "sources";
  private static final String LOG = "log";
  private static final String GOLD = "gold";

  private final Path folder;
  private final Author author;
  private final ProjectLock lock;
  private final String readOnlyBecause;
  private final Map<String, String> encodings;
  private final EventLog log;
  private final Fold fold = new Fold();
  private final History history;
  private final List<String> warnings = new ArrayList<>();

  /** Changes of an event that is being put together; null outside of {@link #together}. */
  private List<Change> gathered;

  private ProjectStore(
      Path folder,
      Author author,
      ProjectLock lock,
      String readOnlyBecause,
      Map<String, String> encodings,
      EventLog log) {
    this.folder = folder;
    this.author = author;
    this.lock = lock;
    this.readOnlyBecause = readOnlyBecause;
    this.encodings = encodings;
    this.log = log;
    this.history = new History(author.reviewer());
    for (Event event : log.events()) {
      fold.apply(event);
      history.add(event);
    }
  }

  public static boolean isProject(Path folder) {
    return Files.isRegularFile(folder.resolve(MANIFEST));
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
      writeManifest(folder, Map.of());
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

  private static void writeManifest(Path folder, Map<String, String> encodings) throws IOException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", SCHEMA);
    json.put("encodings", new java.util.TreeMap<>(encodings));
    AtomicFile.write(
        folder.resolve(MANIFEST), (Json.write(json) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  public static ProjectStore open(Path given, Author author, boolean write)
      throws ProjectException {
    Path folder = given.toAbsolutePath().normalize();
    if (!isProject(folder)) {
      throw new ProjectException(
          folder
              + (Files.isDirectory(folder)
                  ? " is no project: it has no " + MANIFEST
                  : ": there is no such folder")
              + "; make one with “koetsu create”");
    }
    Map<String, String> encodings = new HashMap<>();
    boolean newer = readManifest(folder, encodings);
    ProjectLock lock = write && !newer ? ProjectLock.take(folder, holder(author)) : null;
    boolean writable = lock != null && lock.held();
    String why =
        newer
            ? "nobody here: a newer Koetsu made it; update this one"
            : lock == null ? "nobody here: it was opened for reading" : lock.holder();
    try {
      EventLog log = EventLog.open(folder.resolve(LOG), author, writable);
      ProjectStore store = new ProjectStore(folder, author, lock, why, encodings, log);
      store.warnings.addAll(log.warnings());
      if (writable) {
        store.fold.documents().forEach(store::writeGold);
      }
      return store;
    } catch (ProjectException e) {
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

  /** Reads the encodings; returns whether a newer version made the project. */
  private static boolean readManifest(Path folder, Map<String, String> encodings)
      throws ProjectException {
    Path file = folder.resolve(MANIFEST);
    try {
      String where = file.toString();
      Node json = Node.of(Json.read(Json.decode(Files.readAllBytes(file), where), where), where);
      String schema = json.get("schema").string();
      if (!schema.startsWith("koetsu.project/")) {
        throw json.get("schema").wrong("is " + schema + "; a project says " + SCHEMA);
      }
      if (!schema.equals(SCHEMA)) {
        return true;
      }
      if (!json.get("encodings").isNull()) {
        for (String name : json.get("encodings").keys()) {
          encodings.put(name, json.get("encodings").get(name).string());
        }
      }
      return false;
    } catch (FormatException e) {
      throw new ProjectException(e.getMessage() + "; mend the file or take it from a backup", e);
    } catch (IOException e) {
      throw new ProjectException(file + " cannot be read: " + reason(e), e);
    }
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
    return List.copyOf(warnings);
  }

  public List<Event> events() {
    return Collections.unmodifiableList(new ArrayList<>(log.events()));
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
                return new SourceFile(name, f, encodings.get(name));
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

  /** What people decided over what the machine says. */
  public DocumentState merge(Profile profile, ParsedDocument machine) {
    return Merge.of(profile, machine, fold.kept(machine.document().name()), id -> false);
  }

  /** The record as it is kept, or null where nobody touched it. */
  public ParsedRecord kept(String document, String record) {
    return fold.kept(document).record(record);
  }

  /** The edition that decisions are about, or null where there are none. */
  public DocumentInfo keptDocument(String document) {
    return fold.kept(document).document();
  }

  public FieldValue machine(String document, String record, String field, FieldValue decision) {
    return fold.kept(document).machine(record, field, decision);
  }

  public List<Note> notes(String document) {
    return fold.kept(document).notes();
  }

  /** The note about a value, or about a field or record where the rest is null; null for none. */
  public Note note(String document, String record, String field, FieldValue value) {
    return fold.kept(document)
        .note(
            value == null
                ? new Place(record, field, null, List.of())
                : Place.of(record, field, value));
  }

  public List<Conflict> conflicts(Profile profile) {
    List<Conflict> all = new ArrayList<>();
    fold.documents().stream().sorted().forEach(d -> all.addAll(conflicts(d).open(profile)));
    return all;
  }

  public List<Change> settlement(Conflict conflict, boolean refused) throws ProjectException {
    return conflicts(conflict.document()).settlement(conflict, refused);
  }

  private Conflicts conflicts(String document) {
    List<Event> events =
        log.events().stream()
            .filter(e -> e.changes().stream().anyMatch(c -> c.document().name().equals(document)))
            .toList();
    return new Conflicts(document, fold.kept(document), events);
  }

  /** The author's last edit that can be taken back. */
  public Optional<Event> undoable() {
    return history.undoable(e -> fits(e.inverse()));
  }

  /** The edit taken back last that can be made again. */
  public Optional<Event> redoable() {
    return history.redoable(e -> fits(e.changes()));
  }

  private boolean fits(List<Change> changes) {
    boolean fits = fold.attempt(event(Instant.EPOCH, "", Event.UNDO, null, changes), 0);
    fold.takeBack();
    return fits;
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
  public Optional<Event> append(
      Instant time, String profile, String type, EventId of, List<Change> changes)
      throws ProjectException {
    if (gathered != null) {
      int from = gathered.size();
      gathered.addAll(changes);
      attempt(event(time, profile, type, of, gathered), from);
      return Optional.empty();
    }
    Event event = event(time, profile, type, of, changes);
    try {
      attempt(event, 0);
      log.append(event);
    } catch (ProjectException | RuntimeException failed) {
      fold.takeBack();
      throw failed;
    }
    made(event);
    return Optional.of(event);
  }

  private void attempt(Event event, int from) throws ProjectException {
    if (!fold.attempt(event, from)) {
      throw new ProjectException(
          "the edit does not fit: what it was made on has changed meanwhile, or it has been made"
              + " already; look again");
    }
  }

  /**
   * Makes one event of all that is appended meanwhile.
   *
   * @return the event, or nothing where nothing was appended
   */
  public Optional<Event> together(Instant time, String profile, String type, Project.Edits edits)
      throws ProjectException {
    if (gathered != null) {
      edits.make();
      return Optional.empty();
    }
    gathered = new ArrayList<>();
    try {
      edits.make();
      if (gathered.isEmpty()) {
        return Optional.empty();
      }
      Event event = event(time, profile, type, null, gathered);
      log.append(event);
      made(event);
      return Optional.of(event);
    } finally {
      // After a success there is nothing left to take back.
      fold.takeBack();
      gathered = null;
    }
  }

  private void made(Event event) {
    fold.keep();
    history.add(event);
    event.changes().stream().map(c -> c.document().name()).distinct().forEach(this::writeGold);
  }

  public List<RecordFile> gold() {
    List<RecordFile> files = new ArrayList<>();
    for (String document : fold.documents()) {
      RecordFile gold = gold(document);
      if (!gold.records().isEmpty()) {
        files.add(gold);
      }
    }
    files.sort(Comparator.comparing(f -> f.document().name()));
    return files;
  }

  private RecordFile gold(String document) {
    Kept kept = fold.kept(document);
    List<ParsedRecord> records =
        kept.records().stream()
            .filter(r -> r.state() == RecordState.REVIEWED || r.state() == RecordState.LOCKED)
            .map(ProjectStore::withoutRefused)
            .sorted(Comparator.comparingInt(ParsedRecord::begin).thenComparing(ParsedRecord::id))
            .toList();
    return new RecordFile(kept.document(), records);
  }

  private static ParsedRecord withoutRefused(ParsedRecord record) {
    Map<String, List<FieldValue>> fields = new LinkedHashMap<>();
    record
        .fields()
        .forEach(
            (field, values) ->
                fields.put(
                    field, values.stream().filter(v -> v.status() != Status.REJECTED).toList()));
    return record.withFields(fields);
  }

  /**
   * Brings a document's gold file up to date; the log has everything, so a failure is told and
   * nothing is lost.
   */
  private void writeGold(String document) {
    Path file = folder.resolve(GOLD).resolve(baseName(document) + RecordFile.SUFFIX);
    try {
      RecordFile gold = gold(document);
      if (gold.records().isEmpty()) {
        Files.deleteIfExists(file);
      } else {
        Files.createDirectories(file.getParent());
        AtomicFile.write(file, gold.toBytes());
      }
    } catch (FileAlreadyExistsException e) {
      warnings.add(file.getParent() + " is not a folder; the gold cannot be written there");
    } catch (IOException e) {
      warnings.add(
          file + " could not be written (" + reason(e) + "); the edits are safe in " + LOG + "/");
    }
  }

  @Override
  public void close() throws ProjectException {
    try {
      log.close();
    } catch (IOException e) {
      throw new ProjectException(folder + ": the log could not be closed: " + reason(e), e);
    } finally {
      if (lock != null) {
        lock.close();
      }
    }
  }
}
