package koetsu.itests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the manifest of a jar says. */
record BundleJar(Path file, Attributes headers) {

  private static final Pattern CLAUSE = Pattern.compile("(?:[^,\"]|\"[^\"]*\")+");
  private static final Pattern VERSION = Pattern.compile(";version(?::Version)?=\"?([^\";]+)");

  static BundleJar of(Path file) {
    try (JarFile jar = new JarFile(file.toFile())) {
      Manifest manifest = jar.getManifest();
      return new BundleJar(
          file, manifest == null ? new Attributes() : manifest.getMainAttributes());
    } catch (IOException e) {
      throw new AssertionError(file + " cannot be read", e);
    }
  }

  /** The jars of Koetsu's own bundles, each once, though the SDK has many of them again. */
  static List<BundleJar> ours() {
    Map<Path, BundleJar> byName = new TreeMap<>();
    for (Path jar : Distribution.jars("")) {
      if (jar.getFileName().toString().startsWith("koetsu.")) {
        byName.put(jar.getFileName(), of(jar));
      }
    }
    return List.copyOf(byName.values());
  }

  /** The file's name without its version. */
  String artifact() {
    return file.getFileName().toString().replaceFirst("-\\d[^-]*\\.jar$", "");
  }

  String symbolicName() {
    String name = headers.getValue("Bundle-SymbolicName");
    return name == null ? null : name.replaceFirst(";.*", "").strip();
  }

  /** Exported packages with their versions; a package without one has the version "none". */
  Map<String, String> exports() {
    return packages("Export-Package");
  }

  /** Imported packages of other bundles, with the ranges that are asked for. */
  Map<String, String> imports() {
    Map<String, String> imports = packages("Import-Package");
    imports.keySet().removeIf(name -> name.startsWith("java."));
    imports.keySet().removeAll(exports().keySet());
    return imports;
  }

  private Map<String, String> packages(String header) {
    Map<String, String> packages = new TreeMap<>();
    String value = headers.getValue(header);
    Matcher clauses = CLAUSE.matcher(value == null ? "" : value);
    while (clauses.find()) {
      String clause = clauses.group().strip();
      Matcher version = VERSION.matcher(clause);
      String range = version.find() ? version.group(1) : "none";
      Arrays.stream(clause.split(";"))
          .takeWhile(part -> !part.contains("="))
          .forEach(name -> packages.put(name.strip(), range));
    }
    return packages;
  }
}
