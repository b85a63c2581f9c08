package koetsu.pipeline.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
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
 */
public record Origin(String bundle, String version) {
  private static final String NAME = "Bundle-SymbolicName";
  private static final String VERSION = "Bundle-Version";

  /** By the manifest of the jar or folder that holds the class, without a framework. */
  public static Origin of(Class<?> type) {
    Attributes main = manifest(type.getProtectionDomain().getCodeSource());
    String name = main.getValue(NAME);
    String version = main.getValue(VERSION);
    return new Origin(
        name == null ? rootPackage(type) : name.split(";", 2)[0].trim(),
        version == null ? "0.0.0" : version);
  }

  private static Attributes manifest(CodeSource source) {
    if (source == null || source.getLocation() == null) {
      return new Attributes();
    }
    try {
      Path place = Path.of(source.getLocation().toURI());
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
    } catch (IOException | URISyntaxException | IllegalArgumentException e) {
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
