package koetsu.project.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import koetsu.records.FormatException;
import koetsu.records.Json;

/**
 * Which gold files were written when, so that opening a project need not make all of them to see
 * that they are right.
 */
final class GoldState {
  private static final String NAME = "gold.state";
  private static final String NO_FILE = "none";

  private final Path folder;
  private final EventLog log;
  private final Cache cache;

  /** What was true of a document and its file when the file was right. */
  private final Map<String, Object> marks = new TreeMap<>();

  /**
   * @param folder of the gold files
   */
  GoldState(Path folder, EventLog log, Cache cache) {
    this.folder = folder;
    this.log = log;
    this.cache = cache;
    byte[] bytes = cache.read(NAME);
    if (bytes.length > 0) {
      try {
        marks.putAll(Json.readObject(Json.decode(bytes, NAME), NAME));
      } catch (FormatException damaged) {
        // Then every file is made and compared.
      }
    }
    marks.entrySet().removeIf(known -> !mark(known.getKey()).equals(known.getValue()));
  }

  /**
   * Documents whose gold files were not written after the last of their events, or touched since.
   */
  List<String> stale() {
    return log.documents().stream().filter(d -> !marks.containsKey(d)).toList();
  }

  /** Notes that a document's gold file was brought up to date just now. */
  void written(String document) {
    marks.put(document, mark(document));
  }

  /**
   * Keeps the notes for the next time.
   *
   * @param behind documents whose files are not up to date
   */
  void save(Set<String> behind) {
    marks.keySet().removeAll(behind);
    cache.write(NAME, Json.write(marks).getBytes(StandardCharsets.UTF_8));
  }

  private String mark(String document) {
    List<Entry> entries = log.entries(document);
    return Snapshots.fingerprint(entries, entries.size()) + " " + file(document);
  }

  private String file(String document) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(GoldWriter.file(folder, document), BasicFileAttributes.class);
      return attributes.size() + " " + attributes.lastModifiedTime();
    } catch (IOException missing) {
      return NO_FILE;
    }
  }
}
