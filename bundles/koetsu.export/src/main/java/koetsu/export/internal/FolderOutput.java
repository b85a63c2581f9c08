package koetsu.export.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import koetsu.api.plugin.ExportOutput;

/** A folder in which files appear under their names when all of them are complete. */
public final class FolderOutput implements ExportOutput, AutoCloseable {
  private final Path folder;
  private final boolean made;
  private final Map<Path, Path> fresh = new LinkedHashMap<>();
  private boolean kept;
  private boolean closed;

  /**
   * @param folder made where it is missing
   */
  public FolderOutput(Path folder) throws IOException {
    this.made = Files.notExists(folder);
    this.folder = Files.createDirectories(folder);
  }

  @Override
  public synchronized OutputStream create(String name) throws IOException {
    if (closed) {
      throw new IOException("too late: the export was given up");
    }
    Path file = folder.resolve(name);
    if (!folder.equals(file.getParent()) || fresh.containsKey(file)) {
      throw new IllegalArgumentException(name + " is a path, or a name that was used before");
    }
    Path hidden = folder.resolve("." + name + ".new");
    fresh.put(file, hidden);
    return new BufferedOutputStream(Files.newOutputStream(hidden));
  }

  /** Gives every file its name. */
  public synchronized void keep() throws IOException {
    for (Map.Entry<Path, Path> each : fresh.entrySet()) {
      Files.move(each.getValue(), each.getKey(), StandardCopyOption.REPLACE_EXISTING);
    }
    fresh.clear();
    kept = true;
  }

  /** Removes what was not kept, also the folder where it was made for nothing. */
  @Override
  public synchronized void close() throws IOException {
    closed = true;
    for (Path hidden : fresh.values()) {
      Files.deleteIfExists(hidden);
    }
    if (made && !kept) {
      Files.deleteIfExists(folder);
    }
  }
}
