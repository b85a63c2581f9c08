package koetsu.project.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import koetsu.project.Author;
import koetsu.project.Event;
import koetsu.project.EventType;
import koetsu.project.ProjectException;
import koetsu.records.FormatException;
import koetsu.records.Json;

/**
 * The log files of a project: one per author, one event per line, only ever appended to. Not safe
 * for several threads.
 */
final class EventLog implements AutoCloseable {
  private final Path folder;
  private final List<Event> events = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private FileChannel channel;
  private long clock;
  private long sequence;

  private EventLog(Path folder) {
    this.folder = folder;
  }

  /**
   * Reads every log and opens the author's own for appending.
   *
   * @param writable whether events may be appended; a torn last line of the author's own log is cut
   *     off only then
   */
  static EventLog open(Path folder, Author author, boolean writable) throws ProjectException {
    EventLog log = new EventLog(folder);
    try {
      List<Path> files = new ArrayList<>();
      if (Files.isDirectory(folder)) {
        try (Stream<Path> found = Files.list(folder)) {
          found
              .filter(f -> f.getFileName().toString().endsWith(".jsonl"))
              .sorted()
              .forEach(files::add);
        }
      }
      for (Path file : files) {
        boolean own = file.getFileName().toString().equals(author.logFile());
        int read = log.read(file, own && writable);
        if (own) {
          log.sequence = read;
        }
      }
      log.events.sort((one, other) -> one.id().compareTo(other.id()));
      if (writable) {
        Files.createDirectories(folder);
        log.channel =
            FileChannel.open(
                folder.resolve(author.logFile()),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.APPEND);
      }
    } catch (IOException e) {
      throw new ProjectException(
          folder + ": the event log cannot be read: " + e.getMessage() + "; nothing was changed",
          e);
    }
    return log;
  }

  /** Events of all authors in the order of their ids. */
  List<Event> events() {
    return events;
  }

  /** What was odd about the files, one sentence each. */
  List<String> warnings() {
    return List.copyOf(warnings);
  }

  long nextClock() {
    return clock + 1;
  }

  long nextSequence() {
    return sequence + 1;
  }

  private int read(Path file, boolean repair) throws IOException, ProjectException {
    byte[] bytes = Files.readAllBytes(file);
    int begin = 0;
    int count = 0;
    while (begin < bytes.length) {
      int end = begin;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      String where = file.getFileName() + ", line " + (count + 1);
      if (end == bytes.length) {
        torn(file, begin, repair, where);
        break;
      }
      if (end > begin) {
        try {
          String line = Json.decode(Arrays.copyOfRange(bytes, begin, end), where);
          Event event = EventJson.read(line, where);
          events.add(event);
          clock = Math.max(clock, event.id().clock());
          report(event, where);
        } catch (FormatException damaged) {
          throw new ProjectException(
              file
                  + ": "
                  + damaged.getMessage()
                  + "; the project was not opened and nothing was changed. Take this line back from"
                  + " your version control or backup",
              damaged);
        }
      }
      count++;
      begin = end + 1;
    }
    return count;
  }

  private void report(Event event, String where) {
    if (!Fold.isKnown(event)) {
      warnings.add(
          where
              + ": an event of the type “"
              + event.type()
              + "” changes what only a newer Koetsu knows; it is kept, but does not count here");
    } else if (!EventType.isKnown(event.type())) {
      warnings.add(
          where
              + ": “"
              + event.type()
              + "” is something that only a newer Koetsu does; what it changed counts here too");
    }
  }

  /** A line without its end was never acknowledged: the process died while writing it. */
  private void torn(Path file, int begin, boolean repair, String where) throws IOException {
    warnings.add(
        where
            + ": the last line is torn (it was being written when the program or machine stopped); "
            + (repair ? "it was cut off" : "it is left out"));
    if (repair) {
      try (FileChannel damaged = FileChannel.open(file, StandardOpenOption.WRITE)) {
        damaged.truncate(begin);
        damaged.force(true);
      }
    }
  }

  /** Appends an event and returns once it is on disk. Where that fails the file is as before. */
  void append(Event event) throws ProjectException {
    byte[] line = (EventJson.write(event) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    long length = -1;
    try {
      length = channel.size();
      ByteBuffer rest = ByteBuffer.wrap(line);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    } catch (IOException failed) {
      cutBack(length, failed);
      throw new ProjectException(
          folder
              + ": the edit could not be saved ("
              + failed.getMessage()
              + "); it was not made. Free disk space or check the folder, then try again",
          failed);
    }
    events.add(event);
    clock = event.id().clock();
    sequence = event.id().sequence();
  }

  private void cutBack(long length, IOException failed) {
    if (length >= 0) {
      try {
        channel.truncate(length);
      } catch (IOException again) {
        failed.addSuppressed(again);
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
