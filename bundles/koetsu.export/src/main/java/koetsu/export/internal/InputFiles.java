package koetsu.export.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import koetsu.api.plugin.ImportException;

/** Which files an input is. */
final class InputFiles {
  private InputFiles() {}

  /** A file itself, or the files of a folder whose names end so, ordered by name. */
  static List<Path> of(Path input, String suffix) throws ImportException, IOException {
    if (!Files.isDirectory(input)) {
      return List.of(input);
    }
    try (Stream<Path> files = Files.list(input)) {
      List<Path> found =
          files.filter(f -> f.getFileName().toString().endsWith(suffix)).sorted().toList();
      if (found.isEmpty()) {
        throw new ImportException(input + ": no *" + suffix + " file in this folder");
      }
      return found;
    }
  }
}
