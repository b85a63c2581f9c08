package koetsu.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import koetsu.records.FormatException;

/**
 * A bundle as a file: a jar, or a file that declares extractors and is one by its name, so that
 * {@code harbours-1.2.0.json} is version 1.2.0 of the bundle {@code harbours}.
 *
 * @param bundle symbolic name
 * @param version as in its manifest
 * @param file the jar or declaration
 * @param digest of what is in it; two builds that differ in their times only have the same
 */
public record PlugInJar(String bundle, String version, Path file, String digest) {
  /** As the launcher's {@code DeclarationJar} names them. */
  private static final Pattern DECLARATION =
      Pattern.compile("(.+?)(?:-(\\d+(?:\\.\\d+){0,2}))?\\.json");

  private static final Pattern NOT_IN_A_SYMBOLIC_NAME = Pattern.compile("[^A-Za-z0-9_.-]");

  public PlugInJar {
    Objects.requireNonNull(bundle);
    Objects.requireNonNull(version);
    Objects.requireNonNull(file);
    Objects.requireNonNull(digest);
  }

  /**
   * The bundles in a folder of plug-ins or a distribution, at any depth, by symbolic name. Jars
   * that are no bundles are passed over; of two with one name the last path counts.
   */
  public static Map<String, PlugInJar> in(Path folder) throws IOException {
    Map<String, PlugInJar> jars = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jar")).sorted().toList()) {
        PlugInJar jar = of(file);
        if (jar != null) {
          jars.put(jar.bundle(), jar);
        }
      }
    }
    return jars;
  }

  /** Whether the file declares extractors, without being a jar. */
  public boolean isDeclaration() {
    return DECLARATION.matcher(file.getFileName().toString()).matches();
  }

  /** The bundle in a file; null where the jar is none. */
  public static PlugInJar of(Path file) throws IOException {
    Matcher declaration = DECLARATION.matcher(file.getFileName().toString());
    if (declaration.matches()) {
      return new PlugInJar(
          NOT_IN_A_SYMBOLIC_NAME.matcher(declaration.group(1)).replaceAll("_"),
          declaration.group(2) == null ? "0.0.0" : declaration.group(2),
          file,
          PlugInFacts.sha256(Files.readAllBytes(file)));
    }
    try (JarFile jar = new JarFile(file.toFile())) {
      Manifest manifest = jar.getManifest();
      Attributes main = manifest == null ? new Attributes() : manifest.getMainAttributes();
      String name = main.getValue("Bundle-SymbolicName");
      String version = main.getValue("Bundle-Version");
      return name == null
          ? null
          : new PlugInJar(
              name.split(";", 2)[0].trim(), version == null ? "0.0.0" : version, file, digest(jar));
    } catch (ZipException e) {
      throw new FormatException(file + ": not a jar: " + e.getMessage(), e);
    }
  }

  private static String digest(JarFile jar) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      jar.stream()
          .filter(entry -> !entry.isDirectory())
          .map(entry -> entry.getName() + ' ' + entry.getSize() + ' ' + entry.getCrc() + '\n')
          .sorted()
          .forEach(line -> sha256.update(line.getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
