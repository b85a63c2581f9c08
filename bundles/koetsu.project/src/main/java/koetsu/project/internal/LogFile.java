package koetsu.project.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import koetsu.project.Change;
import koetsu.project.Event;
import koetsu.project.EventType;
import koetsu.project.ProjectException;
import koetsu.records.Disk;
import koetsu.records.FormatException;
import koetsu.records.Json;

/**
 * One reviewer's log: one event per line, only ever appended to. The events themselves stay on
 * disk. Appending is not safe for several threads, reading is.
 */
final class LogFile implements AutoCloseable {
  private static final int CHUNK = 4 << 20;

  private final Path path;
  private final Disk disk;
  private final List<Entry> entries = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final Map<String, String> documents = new ConcurrentHashMap<>();
  private Fingerprint fingerprint = new Fingerprint();
  private FileChannel input;
  private long known;

  /** Up to here the file holds whole, acknowledged lines. */
  private long length;

  private Disk.Output output;
  private Object identity;

  /** Whether there may be something behind {@link #length} that nobody was told is there. */
  private boolean torn;

  private LogFile(Path path, Disk disk) {
    this.path = path;
    this.disk = disk;
  }

  /** A log that nobody has written to yet; the file comes with the first event. */
  static LogFile fresh(Path path, Disk disk) {
    return new LogFile(path, disk);
  }

  /**
   * Reads a log.
   *
   * @param index what is known of its beginning, which is checked
   * @param repair whether a torn last line may be cut off
   */
  static LogFile open(Path path, Disk disk, Index index, boolean repair)
      throws IOException, ProjectException {
    LogFile log = new LogFile(path, disk);
    log.input = FileChannel.open(path, StandardOpenOption.READ);
    try {
      Fingerprint known = new Fingerprint();
      if (index.fits(log.input, known)) {
        log.fingerprint = known;
        log.length = index.length();
        index.entries(log).forEach(log::restore);
        log.known = log.length;
      }
      log.readOn(repair);
      return log;
    } catch (IOException | ProjectException | RuntimeException failed) {
      log.input.close();
      throw failed;
    }
  }

  String name() {
    return path.getFileName().toString();
  }

  List<Entry> entries() {
    return entries;
  }

  /** What was odd about the file, one sentence each. */
  List<String> warnings() {
    return warnings;
  }

  /** How many bytes of it the index told of. */
  long known() {
    return known;
  }

  /** Length of the part that holds whole lines, in bytes. */
  long length() {
    return length;
  }

  /** Fingerprint of that part. */
  long fingerprint() {
    return fingerprint.value();
  }

  /** One and the same object for every document of a name. */
  String intern(String document) {
    return documents.computeIfAbsent(document, d -> d);
  }

  private void restore(Entry entry) {
    entries.add(entry);
    if (entry.role() == Entry.Role.UNKNOWN || entry.isNewer()) {
      report(entry, entry.read());
    }
  }

  /** Reads the lines that are not known yet, as many at a time as a part of the file holds. */
  private void readOn(boolean repair) throws IOException, ProjectException {
    long size = input.size();
    ByteBuffer part = ByteBuffer.allocate(CHUNK);
    while (length < size) {
      part.clear();
      while (part.hasRemaining() && input.read(part, length + part.position()) >= 0) {
        // A read may return less than there is.
      }
      int end = part.position();
      while (end > 0 && part.get(end - 1) != '\n') {
        end--;
      }
      if (end == 0 && !part.hasRemaining()) {
        part = ByteBuffer.allocate(2 * part.capacity());
      } else if (end == 0 || !takeIn(part.array(), end, length + end == size)) {
        tear(repair, size);
        return;
      }
    }
  }

  /**
   * What a line of the log came to.
   *
   * @param entry null for an empty or damaged one
   * @param damage null for any other
   */
  private record Line(int begin, int count, Entry entry, FormatException damage) {}

  /**
   * Takes whole lines in; they are parsed side by side.
   *
   * @param last whether they are the last ones of the file
   * @return false where the last one was never written to its end
   */
  private boolean takeIn(byte[] bytes, int end, boolean last) throws ProjectException {
    int[] ends = lineEnds(bytes, end);
    long offset = length;
    int number = entries.size();
    List<Line> lines =
        IntStream.range(0, ends.length)
            .parallel()
            .mapToObj(
                i -> parse(bytes, i == 0 ? 0 : ends[i - 1] + 1, ends[i], offset, number + i + 1))
            .toList();
    for (Line line : lines) {
      if (line.damage() != null) {
        if (last && line == lines.get(lines.size() - 1) && hasZeros(bytes, line)) {
          return false;
        }
        throw new ProjectException(
            path
                + ": "
                + line.damage().getMessage()
                + "; the project was not opened and nothing was changed. Take this line back from"
                + " your version control or backup",
            line.damage());
      }
      if (line.entry() != null) {
        restore(line.entry());
      }
      fingerprint.update(bytes, line.begin(), line.count() + 1);
      length += line.count() + 1;
    }
    return true;
  }

  private static int[] lineEnds(byte[] bytes, int end) {
    int[] ends = new int[64];
    int count = 0;
    for (int i = 0; i < end; i++) {
      if (bytes[i] == '\n') {
        ends = count == ends.length ? Arrays.copyOf(ends, 2 * count) : ends;
        ends[count++] = i;
      }
    }
    return Arrays.copyOf(ends, count);
  }

  private Line parse(byte[] bytes, int begin, int end, long offset, int number) {
    int count = end - begin;
    if (count == 0) {
      return new Line(begin, count, null, null);
    }
    String where = name() + ", line " + number;
    try {
      Event event = EventJson.read(Json.decode(bytes, begin, count, where), where);
      return new Line(begin, count, entry(event, offset + begin, bytes, begin, count), null);
    } catch (FormatException damaged) {
      return new Line(begin, count, null, damaged);
    }
  }

  /** A power loss may leave the length of a write but not all of its content. */
  private static boolean hasZeros(byte[] bytes, Line line) {
    for (int i = 0; i < line.count(); i++) {
      if (bytes[line.begin() + i] == 0) {
        return true;
      }
    }
    return false;
  }

  private Entry entry(Event event, long offset, byte[] bytes, int begin, int count) {
    String[] touched =
        event.changes().stream()
            .map(Change::document)
            .map(d -> intern(d.name()))
            .distinct()
            .toArray(String[]::new);
    return new Entry(
        event.id(),
        this,
        offset,
        count,
        Fingerprint.of(bytes, begin, count),
        Entry.role(event),
        event.of(),
        !EventType.isKnown(event.type()),
        touched);
  }

  /** Says what is odd about an event that a newer version made. */
  private void report(Entry entry, Event event) {
    if (entry.role() == Entry.Role.UNKNOWN) {
      warnings.add(
          entry.where()
              + ": “"
              + event.type()
              + "” changes what only a newer Koetsu knows; it is kept, but does not count here");
    } else if (entry.isNewer()) {
      warnings.add(
          entry.where()
              + ": “"
              + event.type()
              + "” is something that only a newer Koetsu does; what it changed counts here too");
    }
  }

  /** What was not written to its end was never acknowledged. */
  private void tear(boolean repair, long size) throws ProjectException {
    String done = "it is left out";
    if (repair) {
      torn = true;
      try {
        prepare();
        done = (size - length) + " bytes were cut off";
      } catch (IOException failed) {
        done = "it is left out, and will be cut off with the next edit";
      }
    }
    warnings.add(
        name()
            + ", line "
            + (entries.size() + 1)
            + ": the last line is torn (it was being written when the program or machine stopped); "
            + done);
  }

  /** Reads an event. */
  Event read(Entry entry) {
    byte[] bytes = new byte[entry.length()];
    ByteBuffer line = ByteBuffer.wrap(bytes);
    try {
      while (line.hasRemaining()) {
        if (input.read(line, entry.offset() + line.position()) < 0) {
          throw new IOException("it has become shorter");
        }
      }
      if (Fingerprint.of(bytes, 0, bytes.length) != entry.fingerprint()) {
        throw new IOException("it has been changed");
      }
      return EventJson.read(Json.decode(bytes, 0, bytes.length, entry.where()), entry.where());
    } catch (IOException e) {
      throw new UncheckedIOException(
          path + " cannot be read any more: " + e.getMessage() + "; open the project again", e);
    }
  }

  /**
   * Appends an event and returns once it is on disk. Where that fails the event was not made, and
   * no other one is before what the failure left behind is cut off.
   *
   * @param written the event's line, without its end
   */
  Entry append(Event event, String written) throws ProjectException {
    byte[] line = (written + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      prepare();
      torn = true;
      ByteBuffer rest = ByteBuffer.wrap(line);
      while (rest.hasRemaining()) {
        output.write(rest);
      }
      output.force();
      torn = false;
    } catch (IOException failed) {
      try {
        cutBack();
      } catch (IOException again) {
        failed.addSuppressed(again);
      }
      throw new ProjectException(
          path
              + ": the edit could not be saved ("
              + reason(failed)
              + "); it was not made. Free disk space or check the folder, then try again",
          failed);
    }
    Entry entry = entry(event, length, line, 0, line.length - 1);
    entries.add(entry);
    fingerprint.update(line, 0, line.length);
    length += line.length;
    return entry;
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /** Makes sure that the next byte goes right behind the last acknowledged line. */
  private void prepare() throws IOException, ProjectException {
    if (output == null) {
      output = open();
    }
    if (torn) {
      cutBack();
    }
    if (!Objects.equals(identity, identity()) || output.size() != length) {
      throw new ProjectException(
          path
              + " was changed by another program while the project was open; the edit was not made."
              + " Close the project and open it again");
    }
  }

  private Disk.Output open() throws IOException, ProjectException {
    Path folder = path.getParent();
    disk.createFolder(folder);
    Disk.Output opened = disk.append(path);
    try {
      // A file whose name is not on the medium is lost with everything in it.
      disk.forceFolder(folder.getParent());
      disk.forceFolder(folder);
      identity = identity();
      if (input == null) {
        input = FileChannel.open(path, StandardOpenOption.READ);
      }
      return opened;
    } catch (IOException | ProjectException failed) {
      opened.close();
      throw failed;
    }
  }

  /** The file itself, whatever its name; null on systems that cannot say. */
  private Object identity() throws IOException, ProjectException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return attributes.fileKey();
    } catch (NoSuchFileException gone) {
      throw new ProjectException(
          path
              + " was taken away while the project was open; the edit was not made. Close the"
              + " project, put the file back and open the project again",
          gone);
    }
  }

  private void cutBack() throws IOException {
    if (torn && output != null) {
      output.truncate(length);
      output.force();
      torn = false;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      if (input != null) {
        input.close();
      }
    } finally {
      if (output != null) {
        output.close();
      }
    }
  }
}
