package koetsu.workbench.internal;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import koetsu.workbench.Preferences;

/**
 * Preferences as a properties file of the user, replaced as a whole so that no start ever reads
 * half of it.
 */
final class PreferenceFile implements Preferences {
  /** Name of the file in the user's data folder. */
  static final String NAME = "workbench.properties";

  private final Path file;
  private final Map<String, String> entries = new TreeMap<>();

  /**
   * Reads the file; one that is absent or unreadable counts as empty, for a window that opens
   * without its size remembered is better than none.
   */
  PreferenceFile(Path file) {
    this.file = file;
    Properties read = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      read.load(in);
    } catch (NoSuchFileException first) {
      // the first start
    } catch (IOException | IllegalArgumentException damaged) {
      System.err.println(
          "koetsu: preferences in "
              + file
              + " cannot be read and start anew: "
              + damaged.getMessage());
    }
    read.forEach((key, value) -> entries.put((String) key, (String) value));
  }

  @Override
  public Optional<String> get(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  @Override
  public void put(String key, String value) {
    if (value == null) {
      entries.remove(key);
    } else {
      entries.put(key, value);
    }
  }

  /** Writes everything to disk. */
  void save() throws IOException {
    Properties sorted = new Properties();
    sorted.putAll(entries);
    StringWriter text = new StringWriter();
    sorted.store(text, null);
    // the first line is a time stamp that says nothing
    String body =
        text.toString()
            .lines()
            .filter(l -> !l.startsWith("#"))
            .sorted()
            .reduce("", (a, b) -> a + b + "\n");
    Files.createDirectories(file.getParent());
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(next, body);
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
