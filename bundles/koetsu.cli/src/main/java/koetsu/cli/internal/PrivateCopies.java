package koetsu.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files of a project as they were when they were looked at: what is run then are the bytes that
 * were judged, whatever becomes of the project's file meanwhile. They go with the process.
 */
final class PrivateCopies {
  private static Path folder;

  private PrivateCopies() {}

  /** A copy under the same name, in a folder that only this user can read. */
  static synchronized Path of(Path file, String sha256, byte[] content) throws IOException {
    if (folder == null) {
      folder = Files.createTempDirectory("koetsu-plug-ins");
      folder.toFile().deleteOnExit();
    }
    Path copy = folder.resolve(sha256).resolve(file.getFileName());
    if (!Files.exists(copy)) {
      Files.createDirectories(copy.getParent()).toFile().deleteOnExit();
      Files.write(copy, content).toFile().deleteOnExit();
    }
    return copy;
  }
}
