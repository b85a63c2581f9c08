package koetsu.launcher.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Packs a file that declares extractors as a bundle, so that a person who writes one needs no
 * tools. {@code harbours-1.2.0.json} becomes version 1.2.0 of the bundle {@code harbours}.
 */
final class DeclarationJar {

  private static final String SUFFIX = ".json";

  /** Where bundles declare extractors. */
  private static final String FOLDER = "koetsu/extractors/";

  private static final Pattern NAME = Pattern.compile("(.+?)(?:-(\\d+(?:\\.\\d+){0,2}))?\\.json");

  private static final Pattern NOT_IN_A_SYMBOLIC_NAME = Pattern.compile("[^A-Za-z0-9_.-]");

  private DeclarationJar() {}

  static boolean isDeclaration(Path file) {
    return file.toString().endsWith(SUFFIX);
  }

  /**
   * What the bundle of a declaration is called; {@code koetsu.pipeline.PlugInJar} says the same.
   */
  static BundleName name(Path file) {
    String name = file.getFileName().toString();
    Matcher parts = NAME.matcher(name);
    return parts.matches()
        ? new BundleName(
            NOT_IN_A_SYMBOLIC_NAME.matcher(parts.group(1)).replaceAll("_"),
            parts.group(2) == null ? "0.0.0" : parts.group(2))
        : new BundleName(name, "");
  }

  /**
   * @param content of the file
   */
  static InputStream of(Path file, byte[] content) throws IOException {
    String name = file.getFileName().toString();
    BundleName bundle = name(file);
    if (bundle.version().isEmpty()) {
      throw new IOException("its name is only an ending");
    }
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.putValue("Manifest-Version", "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", bundle.name());
    headers.putValue("Bundle-Version", bundle.version());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
      jar.putNextEntry(new JarEntry(FOLDER + name));
      jar.write(content);
      jar.closeEntry();
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
