package koetsu.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

/** The rules of the house that the manifests of the built jars can prove. */
class BundleRulesTest {

  /** Their symbolic name is dictated by what they stand in for. */
  private static final String PLATFORM = "koetsu.platform.";

  @Test
  void everyJarBesideTheLauncherIsABundle() {
    List<Path> others =
        Distribution.jars("bundles").stream()
            .filter(jar -> BundleJar.of(jar).symbolicName() == null)
            .toList();
    assertEquals(List.of(), others);
  }

  @Test
  void aBundleIsNamedLikeItsFolder() {
    for (BundleJar jar : BundleJar.ours()) {
      assertTrue(Files.isDirectory(Path.of("..").resolve(jar.artifact())), jar.artifact());
      if (!jar.artifact().startsWith(PLATFORM)) {
        assertEquals(jar.artifact(), jar.symbolicName());
      }
    }
  }

  @Test
  void packagesOfABundleBeginWithItsName() {
    for (BundleJar jar : BundleJar.ours()) {
      for (String exported : jar.exports().keySet()) {
        assertTrue(
            (exported + ".").startsWith(jar.artifact() + "."),
            jar.artifact() + " exports " + exported);
      }
    }
  }

  @Test
  void nothingInternalIsExported() {
    for (BundleJar jar : BundleJar.ours()) {
      for (String exported : jar.exports().keySet()) {
        assertFalse(
            List.of(exported.split("\\.")).contains("internal"),
            jar.artifact() + " exports " + exported);
      }
    }
  }

  @Test
  void whatIsExportedHasAVersionOfItsOwn() {
    for (BundleJar jar : BundleJar.ours()) {
      jar.exports()
          .forEach(
              (name, version) ->
                  assertTrue(
                      Version.parseVersion(version).compareTo(new Version(1, 0, 0)) >= 0,
                      jar.artifact() + " exports " + name + " as " + version));
    }
  }

  @Test
  void whatIsNotExportedIsInternal() throws IOException {
    for (BundleJar jar : BundleJar.ours()) {
      Set<String> hidden = new TreeSet<>();
      try (JarFile file = new JarFile(jar.file().toFile())) {
        file.stream()
            .map(JarEntry::getName)
            .filter(name -> name.startsWith("koetsu/") && name.endsWith(".class"))
            .map(name -> name.substring(0, name.lastIndexOf('/')).replace('/', '.'))
            .filter(name -> !name.contains(".internal"))
            .forEach(hidden::add);
      }
      hidden.removeAll(jar.exports().keySet());
      assertEquals(Set.of(), hidden, jar.artifact());
    }
  }

  @Test
  void bundlesFormNoCycle() {
    Map<String, Set<String>> needs = dependencies();
    for (String start : needs.keySet()) {
      Deque<String> open = new ArrayDeque<>(needs.get(start));
      Set<String> reached = new HashSet<>();
      while (!open.isEmpty()) {
        String next = open.pop();
        if (reached.add(next)) {
          open.addAll(needs.get(next));
        }
      }
      assertFalse(reached.contains(start), start + " needs itself through " + reached);
    }
  }

  @Test
  void theApiNeedsNobody() {
    assertEquals(Set.of(), bundle("koetsu.api").imports().keySet());
  }

  @Test
  void plugInsOfTheHouseSeeTheApiOnly() {
    Map<String, Set<String>> needs = dependencies();
    assertEquals(Set.of("koetsu.api"), needs.get("koetsu.extract"));
    assertEquals(Set.of("koetsu.api"), needs.get("koetsu.check"));
    assertEquals(Set.of("koetsu.api"), needs.get("koetsu.segment"));
    assertEquals(Set.of("koetsu.api"), needs.get("koetsu.load"));
  }

  @Test
  void theCommandLineKnowsNoWindows() {
    for (Path jar : Distribution.jars("bundles/command-line")) {
      assertFalse(
          BundleJar.of(jar).imports().keySet().stream()
              .anyMatch(name -> name.startsWith("org.eclipse.swt")),
          jar.toString());
    }
  }

  @Test
  void everyLibraryIsInTheNoticesAndNoOther() throws IOException {
    Set<String> shipped = new TreeSet<>();
    for (Path jar : Distribution.jars("")) {
      String artifact = BundleJar.of(jar).artifact();
      if (!artifact.startsWith("koetsu.")) {
        shipped.add(artifact.startsWith("org.eclipse.swt") ? "org.eclipse.swt" : artifact);
      }
    }
    Path notices = Distribution.built().resolve("THIRD-PARTY.md");
    Set<String> named =
        Pattern.compile("(?m)^\\| `([^`]+)`")
            .matcher(Files.readString(notices))
            .results()
            .map(match -> match.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(shipped, named);
  }

  @Test
  void jarsTellNothingOfTheBuildThatMadeThem() throws IOException {
    for (BundleJar jar : BundleJar.ours()) {
      Set<FileTime> times = new HashSet<>();
      try (JarFile file = new JarFile(jar.file().toFile())) {
        file.stream().map(JarEntry::getLastModifiedTime).forEach(times::add);
      }
      assertEquals(1, times.size(), jar.artifact());
      for (String header :
          List.of("Bnd-LastModified", "Build-Jdk", "Build-Jdk-Spec", "Built-By", "Created-By")) {
        assertFalse(jar.headers().containsKey(header), jar.artifact() + " has " + header);
      }
    }
  }

  @Test
  void versionsOfOthersAreInTheTargetPlatformOnly() throws IOException {
    Pattern version = Pattern.compile("<version>([^<]*)</version>");
    try (Stream<Path> files = Files.walk(Path.of("../.."), 3)) {
      List<Path> poms =
          files
              .filter(file -> file.endsWith("pom.xml"))
              .filter(file -> !file.getParent().endsWith("target-platform"))
              .toList();
      assertTrue(poms.size() > BundleJar.ours().size(), poms.toString());
      for (Path pom : poms) {
        String text = Files.readString(pom).replaceFirst("(?s)<parent>.*?</parent>", "");
        Set<String> versions = new TreeSet<>();
        version.matcher(text).results().forEach(match -> versions.add(match.group(1)));
        versions.removeIf(each -> each.startsWith("${"));
        assertEquals(Set.of(), versions, pom.toString());
      }
    }
  }

  /** Which of our bundles need which, by the packages they import. */
  private static Map<String, Set<String>> dependencies() {
    Map<String, String> owner = new HashMap<>();
    for (BundleJar jar : BundleJar.ours()) {
      jar.exports().keySet().forEach(name -> owner.put(name, jar.artifact()));
    }
    Map<String, Set<String>> needs = new TreeMap<>();
    for (BundleJar jar : BundleJar.ours()) {
      Set<String> needed = new TreeSet<>();
      jar.imports().keySet().stream()
          .filter(owner::containsKey)
          .map(owner::get)
          .forEach(needed::add);
      needs.put(jar.artifact(), needed);
    }
    return needs;
  }

  private static BundleJar bundle(String artifact) {
    return BundleJar.ours().stream()
        .filter(jar -> jar.artifact().equals(artifact))
        .findFirst()
        .orElseThrow();
  }
}
