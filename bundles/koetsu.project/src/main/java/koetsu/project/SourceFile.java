package koetsu.project;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A document of the project as a file.
 *
 * @param name file name in {@code sources/}
 * @param path absolute path
 * @param encoding encoding that a person fixed for it, or null to detect it
 */
public record SourceFile(String name, Path path, String encoding) {
  public SourceFile {
    Objects.requireNonNull(name);
    Objects.requireNonNull(path);
  }
}
