package koetsu.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A bundle that takes part, with the place that it was loaded from.
 *
 * @param bundle symbolic name
 * @param version as in its manifest
 * @param place its jar, declaration or folder of classes; null where nobody can tell
 */
public record BundleFile(String bundle, String version, Path place) {
  public BundleFile {
    Objects.requireNonNull(bundle);
    Objects.requireNonNull(version);
  }

  /**
   * SHA-256 in lower-case hexadecimal digits: of a file as {@code sha256sum} gives it, of a folder
   * over the names and digests of its files, in the order of the names.
   *
   * @return null where nobody can tell the place
   */
  public String sha256() throws IOException {
    if (place == null) {
      return null;
    }
    if (!Files.isDirectory(place)) {
      return PlugInFacts.sha256(Files.readAllBytes(place));
    }
    MessageDigest whole = PlugInFacts.digest();
    try (Stream<Path> files = Files.walk(place)) {
      List<Path> sorted = files.filter(Files::isRegularFile).sorted().toList();
      for (Path file : sorted) {
        String name = place.relativize(file).toString().replace('\\', '/');
        String line = PlugInFacts.sha256(Files.readAllBytes(file)) + "  " + name + "\n";
        whole.update(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    return HexFormat.of().formatHex(whole.digest());
  }
}
