package koetsu.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import koetsu.project.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is generated; that it builds and works is tested with the distribution. */
class NewCommandTest {
  private static final Path TEMPLATES = Shell.FEATURES.resolve("koetsu.sdk/src/template");

  @TempDir private Path temp;
  private Shell shell;

  @BeforeEach
  void unpack() throws IOException {
    Path home = temp.resolve("校閲 の 家");
    copy(TEMPLATES, home.resolve("sdk/template"));
    shell = new Shell(temp.resolve("data")).withHome(home);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path copy = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"extractor", "validator", "view", "declared"})
  void everyKindIsWrittenWithoutABlankToFill(String kind) throws IOException {
    Path made = temp.resolve("made");
    assertEquals(0, shell.run("new", kind, "adoption-count", "--dir", made), shell::err);
    Pattern blank = Pattern.compile("\\{\\{\\w+}}");
    for (Path file : files(made)) {
      String written = made.relativize(file) + "\n" + Files.readString(file);
      assertFalse(blank.matcher(written).find(), written);
    }
    assertTrue(files(made).size() > 1, files(made).toString());
    assertTrue(shell.out().startsWith(made + ": a new " + kind + ";"), shell.out());
  }

  @Test
  void namesFollowFromTheOneGiven() throws IOException {
    Path made = temp.resolve("made");
    assertEquals(
        0,
        shell.run("new", "extractor", "adoption-count", "--dir", made, "--package", "org.mine"),
        shell::err);
    Path type = made.resolve("src/main/java/org/mine/AdoptionCountExtractor.java");
    String source = Files.readString(type);
    assertTrue(source.startsWith("package org.mine;"), source);
    assertTrue(source.contains("FIELD = \"adoptionCount\""), source);
    assertTrue(Files.readString(made.resolve("pom.xml")).contains("<artifactId>org.mine<"));
    assertTrue(Files.exists(made.resolve(".gitignore")));
    assertEquals(
        "-Dkoetsu.sdk=file://" + temp + "/校閲%20の%20家/sdk/repository\n",
        Files.readString(made.resolve(".mvn/maven.config")));
  }

  @Test
  void anExtractorHasAProjectWithGold() throws Exception {
    Path made = temp.resolve("made");
    assertEquals(0, shell.run("new", "extractor", "adoption-count", "--dir", made), shell::err);
    Path project = made.resolve("src/test/project");
    assertTrue(Project.isProject(project));
    assertEquals(0, shell.run("gold", "status", project), shell::err);
    assertFalse(Files.exists(made.resolve("sample")));
  }

  @Test
  void aFolderThatHoldsSomethingIsLeftAlone() throws IOException {
    Path full = Files.createDirectory(temp.resolve("full"));
    Path mine = Files.writeString(full.resolve("pom.xml"), "mine");
    assertEquals(2, shell.run("new", "extractor", "adoption-count", "--dir", full));
    assertEquals(
        "koetsu: " + full + " is not empty; choose another folder with --dir\n", shell.err());
    assertEquals("mine", Files.readString(mine));
  }

  @Test
  void whatCannotBeIsSaid() {
    Path made = temp.resolve("made");
    assertSaid("there is no template for `loader`, only for declared, extractor,", "loader", "x");
    assertSaid("AdoptionCount is no name; use words in lower case", "extractor", "AdoptionCount");
    assertSaid("example.new is no name of a Java package", "extractor", "new");
    assertFalse(Files.exists(made));
    shell.withHome(temp);
    assertSaid("this Koetsu comes without its SDK; there is no folder " + temp, "extractor", "x");
  }

  private void assertSaid(String expected, String kind, String name) {
    assertEquals(2, shell.run("new", kind, name, "--dir", temp.resolve("made")));
    assertTrue(shell.err().startsWith("koetsu: " + expected), shell.err());
  }
}
