package koetsu.project.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import koetsu.project.Author;
import koetsu.project.Change;
import koetsu.project.Event;
import koetsu.project.EventId;
import koetsu.project.ProjectException;
import koetsu.project.Watcher;
import koetsu.records.Disk;
import koetsu.records.FormatException;
import koetsu.records.Json;

/**
 * The logs of a project, one per author, as one sequence of events. Not safe for several threads.
 */
final class EventLog implements AutoCloseable {
  private static final String SUFFIX = ".jsonl";

  /** So many bytes are parsed before anybody notices. */
  private static final long FEW = 200_000;

  private final Cache cache;
  private final List<LogFile> files = new ArrayList<>();
  private final List<Entry> entries = new ArrayList<>();
  private final Map<String, List<Entry>> byDocument = new HashMap<>();
  private final Map<LogFile, Long> indexed = new HashMap<>();
  private final List<String> warnings = new ArrayList<>();
  private LogFile own;
  private long clock;
  private long sequence;

  private EventLog(Cache cache) {
    this.cache = cache;
  }

  /**
   * Reads every log.
   *
   * @param writable whether events may be appended to the author's own; a torn last line is cut off
   *     from it only then
   */
  static EventLog open(Path folder, Author author, boolean writable, Disk disk, Cache cache)
      throws ProjectException {
    EventLog log = new EventLog(cache);
    try {
      for (Path path : logs(folder)) {
        String name = path.getFileName().toString();
        boolean own = name.equals(author.logFile());
        Index index = Index.of(cache.read(indexName(name)));
        LogFile file = LogFile.open(path, disk, index, own && writable);
        log.files.add(file);
        log.entries.addAll(file.entries());
        log.indexed.put(file, file.known());
        log.warnings.addAll(file.warnings());
        if (own) {
          log.own = file;
        }
      }
    } catch (IOException e) {
      log.closeQuietly();
      throw new ProjectException(
          folder + ": the event log cannot be read: " + e.getMessage() + "; nothing was changed",
          e);
    } catch (ProjectException e) {
      log.closeQuietly();
      throw e;
    }
    log.entries.sort(null);
    log.entries.forEach(log::count);
    log.reportTwins();
    if (log.own == null) {
      log.own = LogFile.fresh(folder.resolve(author.logFile()), disk);
      log.files.add(log.own);
    }
    log.own.entries().forEach(e -> log.sequence = Math.max(log.sequence, e.id().sequence()));
    log.saveIndexes();
    return log;
  }

  private static List<Path> logs(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(f -> f.getFileName().toString().endsWith(SUFFIX)).sorted().toList();
    }
  }

  private static String indexName(String log) {
    return log.substring(0, log.length() - SUFFIX.length()) + ".index";
  }

  private void count(Entry entry) {
    clock = Math.max(clock, entry.id().clock());
    for (String document : entry.documents()) {
      byDocument.computeIfAbsent(document, d -> new ArrayList<>()).add(entry);
    }
  }

  /** All entries, in order. */
  List<Entry> entries() {
    return entries;
  }

  /** The entries that change a document, in order. */
  List<Entry> entries(String document) {
    return byDocument.getOrDefault(document, List.of());
  }

  /** Names of all documents that events change, in order. */
  Set<String> documents() {
    return new TreeSet<>(byDocument.keySet());
  }

  /** The entry of an event, or null. */
  Entry find(EventId id) {
    int low = 0;
    int high = entries.size() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = entries.get(middle).id().compareTo(id);
      if (order == 0) {
        return entries.get(middle);
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return null;
  }

  /** The events of all authors in order, as they are now; each is read when it is asked for. */
  List<Event> events() {
    return events(entries);
  }

  static List<Event> events(List<Entry> entries) {
    Entry[] now = entries.toArray(Entry[]::new);
    return new Events(now);
  }

  private static final class Events extends AbstractList<Event> implements RandomAccess {
    private final Entry[] entries;

    Events(Entry[] entries) {
      this.entries = entries;
    }

    @Override
    public Event get(int index) {
      return entries[index].read();
    }

    @Override
    public int size() {
      return entries.length;
    }
  }

  /** What was odd about the files, one sentence each. */
  List<String> warnings() {
    return warnings;
  }

  /** Copies of one installation that were used apart give different events the same id. */
  private void reportTwins() {
    for (int i = 1; i < entries.size(); i++) {
      if (entries.get(i).compareTo(entries.get(i - 1)) == 0) {
        warnings.add(
            entries.get(i).where()
                + " is there twice; two computers seem to share the name of one installation."
                + " Delete “installation” in Koetsu's data folder on one of them");
      }
    }
  }

  long nextClock() {
    return clock + 1;
  }

  long nextSequence() {
    return sequence + 1;
  }

  /** Appends an event to the author's log and returns once it is on disk. */
  Entry append(Event event, Watcher watcher) throws ProjectException {
    requireReadable(event, List.of());
    for (int i = 0; i < event.changes().size(); i++) {
      watcher.at((double) i / event.changes().size());
      requireReadable(event, event.changes().subList(i, i + 1));
    }
    Entry entry = own.append(event, EventJson.write(event));
    entries.add(entry);
    count(entry);
    sequence = event.id().sequence();
    return entry;
  }

  /** A line that cannot be read again would keep the project from being opened. */
  private static void requireReadable(Event event, List<Change> changes) throws ProjectException {
    String line =
        EventJson.write(
            new Event(
                event.id(), event.time(), event.profile(), event.type(), event.of(), changes));
    try {
      byte[] utf8 = line.getBytes(StandardCharsets.UTF_8);
      String again = EventJson.write(EventJson.read(Json.decode(utf8, "the edit"), "the edit"));
      if (!again.equals(line)) {
        throw new ProjectException(
            "the edit was not made: it holds characters or places that no file can hold");
      }
    } catch (FormatException e) {
      throw new ProjectException("the edit was not made: " + e.getMessage(), e);
    }
  }

  /** Keeps where the events stand, for the next time, where that saves any. */
  private void saveIndexes() {
    for (LogFile file : files) {
      long all = file.length();
      if (all - indexed.getOrDefault(file, 0L) > Math.max(FEW, all / 50)) {
        cache.write(indexName(file.name()), Index.write(file));
        indexed.put(file, all);
      }
    }
  }

  private void closeQuietly() {
    try {
      close();
    } catch (IOException nothingWasWritten) {
      // The failure that led here is the one to tell of.
    }
  }

  @Override
  public void close() throws IOException {
    saveIndexes();
    IOException failed = null;
    for (LogFile file : files) {
      try {
        file.close();
      } catch (IOException e) {
        failed = e;
      }
    }
    if (failed != null) {
      throw failed;
    }
  }
}
