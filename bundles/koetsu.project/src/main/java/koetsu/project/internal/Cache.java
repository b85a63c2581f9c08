package koetsu.project.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Files that only save time: {@code .cache/} of the project folder. Whoever reads one checks that
 * it fits; one that cannot be read or written is done without.
 */
final class Cache {
  private static final String FOLDER = ".cache";

  private final Path folder;
  private final boolean writable;

  Cache(Path project, boolean writable) {
    this.folder = project.resolve(FOLDER);
    this.writable = writable;
  }

  /** The content of a file, or nothing. */
  byte[] read(String name) {
    try {
      return Files.readAllBytes(folder.resolve(name));
    } catch (IOException missing) {
      return new byte[0];
    }
  }

  /** Keeps something for the next time, if that is possible. */
  void write(String name, byte[] content) {
    if (!writable) {
      return;
    }
    Path file = folder.resolve(name);
    Path fresh = folder.resolve("." + name + ".new");
    try {
      if (!Files.exists(folder)) {
        Files.createDirectories(folder);
        // Version control is to leave it alone without being told by hand.
        Files.write(folder.resolve(".gitignore"), "*\n".getBytes(StandardCharsets.UTF_8));
      }
      Files.write(fresh, content);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException unwritable) {
      delete(fresh);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      // Nobody reads a file of this name, and the next one replaces it.
    }
  }
}
