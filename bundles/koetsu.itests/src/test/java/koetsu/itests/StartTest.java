package koetsu.itests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import koetsu.itests.Distribution.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the built distribution as a user would, with and without plug-ins. */
class StartTest {

  @TempDir Path user;
  private Distribution koetsu;

  @BeforeEach
  void use() {
    koetsu = new Distribution(Distribution.built(), user);
  }

  @Test
  void versionAndHelpAreAnswers() throws Exception {
    assertEquals(new Outcome(0, "Koetsu 0.1.0\n", ""), koetsu.run("--version"));

    Outcome help = koetsu.run("--help");
    assertEquals(0, help.code(), help.err());
    assertTrue(help.out().contains("extract"), help.out());
    assertEquals("", help.err());
  }

  @Test
  void aWrongWordIsSaidOnStandardErrorAndEndsWithTwo() throws Exception {
    Outcome outcome = koetsu.run("--nonsense");
    assertEquals(2, outcome.code());
    assertEquals("", outcome.out());
    assertTrue(outcome.err().contains("--nonsense"), outcome.err());
    assertFalse(outcome.err().contains("\tat "), outcome.err());
  }

  @Test
  void aPlugInWorksAfterItWasPutIntoTheFolderAndNoLongerAfterItWasTakenOut() throws Exception {
    Path jar = PlugInJar.extractor("sample.extractor").in(koetsu.plugins());
    assertTrue(koetsu.run("bundles").out().contains("sample.extractor"));
    Files.delete(jar);
    assertFalse(koetsu.run("bundles").out().contains("sample.extractor"));
  }

  @Test
  void theFrameworkAddsNothingToTheBytes() throws Exception {
    Path sources = Distribution.built().resolve("sample").resolve("sources");
    Outcome plain = koetsu.run("extract", "--out", "plain", sources);
    PlugInJar.empty("sample.empty").in(koetsu.plugins());
    Outcome framed = koetsu.run("extract", "--out", "framed", sources);

    assertEquals(plain, framed);
    List<Path> files = content(user.resolve("plain"));
    assertEquals(content(sources).size(), files.size(), plain.err());
    for (Path file : files) {
      Path other = user.resolve("framed").resolve(file.getFileName());
      assertEquals(-1, Files.mismatch(file, other), file.toString());
    }
  }

  @Test
  void plugInsThatCannotWorkCostOneLineEach() throws Exception {
    Path plugins = koetsu.plugins();
    Files.writeString(plugins.resolve("a-garbage.jar"), "no archive at all");
    PlugInJar.empty("sample.unresolved").importing("no.such;version=\"[1.2,2)\"").in(plugins);
    PlugInJar.failing("sample.failing").in(plugins);

    Outcome outcome = koetsu.run("--version");

    assertEquals(0, outcome.code(), outcome.err());
    assertEquals("Koetsu 0.1.0\n", outcome.out());
    List<String> lines = outcome.err().lines().sorted().toList();
    assertEquals(3, lines.size(), outcome.err());
    assertTrue(lines.get(0).contains("a-garbage.jar cannot be installed"), outcome.err());
    assertEquals(
        "koetsu: bundle sample.failing: component koetsu.itests.plugin.Failing: "
            + "Error during instantiation of the implementation object: the dictionary is missing",
        lines.get(1));
    assertEquals(
        "koetsu: bundle sample.unresolved 1.0.0 does not start: it needs the package no.such "
            + "(version 1.2.0 or higher, below 2.0.0), and no installed bundle has that",
        lines.get(2));
  }

  @Test
  void aViewWaitsForTheWindowWithoutAWord() throws Exception {
    PlugInJar.empty("sample.view")
        .importing("koetsu.workbench;version=\"[1.0,2)\"")
        .in(koetsu.plugins());
    assertEquals(new Outcome(0, "Koetsu 0.1.0\n", ""), koetsu.run("--version"));
  }

  @Test
  void aCacheThatCannotBeWrittenIsNamed() throws Exception {
    PlugInJar.empty("sample.empty").in(koetsu.plugins());
    Path file = Files.createFile(user.resolve("file"));
    Outcome outcome = koetsu.with("XDG_CACHE_HOME", file).run("--version");
    assertEquals(2, outcome.code());
    assertEquals("", outcome.out());
    assertTrue(outcome.err().contains("cannot write the cache folder " + file), outcome.err());
    assertTrue(outcome.err().contains("set XDG_CACHE_HOME"), outcome.err());
    assertEquals(1, outcome.err().lines().count(), outcome.err());
  }

  @Test
  void twoAtOnceDoNotMeetAndNothingIsLeft() throws Exception {
    PlugInJar.empty("sample.empty").in(koetsu.plugins());
    Distribution.Started one = koetsu.start("bundles");
    Distribution.Started other = koetsu.start("bundles");
    Outcome first = koetsu.end(one);
    assertEquals(0, first.code(), first.err());
    assertEquals(first, koetsu.end(other));
    assertEquals(List.of(), content(koetsu.cache()));
  }

  @Test
  void itStartsFromAnyFolderThroughALinkInAnyLocale() throws Exception {
    Path home = user.resolve("校閲 と 空白");
    copy(Distribution.built(), home);
    Path link = Files.createSymbolicLink(user.resolve("k"), home.resolve("bin/koetsu"));
    Path text = Files.writeString(user.resolve("様式 一.txt"), "（事業名）\n架空の整備事業\n");
    Distribution moved = new Distribution(home, user).startedAs(link).with("LC_ALL", "C");

    Outcome outcome = moved.run("extract", text);
    assertTrue(outcome.code() < 2, outcome.err());
    assertTrue(Files.exists(user.resolve("様式 一.records.jsonl")), outcome.err());
  }

  @Test
  void aMissingJavaIsSaid() throws Exception {
    Outcome outcome = koetsu.with("JAVA_HOME", user.resolve("nowhere")).run("--version");
    assertEquals(2, outcome.code());
    assertTrue(outcome.err().contains("no Java found at " + user), outcome.err());
  }

  private static List<Path> content(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.createLink(copy, file);
        }
      }
    }
  }
}
