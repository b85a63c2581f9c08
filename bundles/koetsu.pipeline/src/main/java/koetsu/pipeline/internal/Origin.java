package koetsu.pipeline.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * The bundle a plug-in comes from.
 *
 * @param bundle symbolic name
 * @param version as in its manifest
 * @param place its jar, declaration or folder of classes; null where nobody can tell
 */
public record Origin(String bundle, String version, Path place) {
  private static final String NAME = "Bundle-SymbolicName";
  private static final String VERSION = "Bundle-Version";

  /** By the manifest of the jar or folder that holds the class, without a framework. */
  public static Origin of(Class<?> type) {
    Path place = place(type.getProtectionDomain().getCodeSource());
    Attributes main = manifest(place);
    String name = main.getValue(NAME);
    String version = main.getValue(VERSION);
    return new Origin(
        name == null ? rootPackage(type) : name.split(";", 2)[0].trim(),
        version == null ? "0.0.0" : version,
        place);
  }

  private static Path place(CodeSource source) {
    try {
      return source == null || source.getLocation() == null
          ? null
          : Path.of(source.getLocation().toURI());
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      return null; // not of a file system: the package names it well enough for a message
    }
  }

  private static Attributes manifest(Path place) {
    if (place == null) {
      return new Attributes();
    }
    try {
      if (Files.isDirectory(place)) {
        Path file = place.resolve(JarFile.MANIFEST_NAME);
        if (!Files.exists(file)) {
          return new Attributes();
        }
        try (InputStream in = Files.newInputStream(file)) {
          return new Manifest(in).getMainAttributes();
        }
      }
      try (JarFile jar = new JarFile(place.toFile())) {
        Manifest manifest = jar.getManifest();
        return manifest == null ? new Attributes() : manifest.getMainAttributes();
      }
    } catch (IOException e) {
      // Not a bundle that can be asked; the package names it well enough for a message.
      return new Attributes();
    }
  }

  private static String rootPackage(Class<?> type) {
    String name = type.getPackageName();
    int internal = name.indexOf(".internal");
    return internal > 0 ? name.substring(0, internal) : name;
  }
}
