package koetsu.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import koetsu.gate.Pins;
import koetsu.launcher.Trust;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles that come with a project: named, trusted, pinned. */
class ProjectPlugInsTest {
  private static final String SHEET =
      """
      # 星見の丘づくり支援事業

      令和8年度予算案額 2億円

      ## 事業目的

      夜空を守る。
      合言葉：暗さを灯す
      """;

  private static final String DECLARATION =
      """
      {"schema": "koetsu.extractor/1", "id": "mottos",
       "profile": {"fields": [{"id": "watchword", "labels": {"en": "Watchword"}}]},
       "labels": [{"field": "watchword", "labels": ["合言葉"], "type": "text"}]}
      """;

  @TempDir private Path folder;
  private Path project;
  private Path source;
  private Shell shell;

  @BeforeEach
  void project() throws Exception {
    project = folder.resolve("project");
    Path text = Files.writeString(folder.resolve("sheet.md"), SHEET);
    shell = new Shell(folder.resolve("data"));
    assertEquals(0, shell.run("create", project, text), shell::err);
    source = project.resolve("sources/sheet.md");
  }

  private void plant(String version, String pattern) throws Exception {
    SampleBundle.build(
        project.resolve("plugins"), "sample.motto", version, "motto", "合言葉", pattern);
  }

  private String extracted() {
    assertEquals(0, shell.run("extract", "--out", "-", source), shell::err);
    return shell.out();
  }

  @Test
  void aBundleOfAProjectTakesPartOnceItsBytesAreTrusted() throws Exception {
    plant("1.0.0", "：(.+)");
    Path jar = project.resolve("plugins/sample.motto-1.0.0.jar");

    assertFalse(extracted().contains("sample.motto"), shell::out);
    assertEquals(
        "koetsu: "
            + jar
            + " comes with the project, is not trusted and takes no part; to look at it: koetsu"
            + " bundles "
            + project
            + "\n",
        shell.err());

    assertEquals(0, shell.run("bundles", project), shell::err);
    assertTrue(
        shell
            .out()
            .startsWith(
                "sample.motto 1.0.0\n  sha256   " + Trust.sha256(Files.readAllBytes(jar)) + "\n"),
        shell::out);
    assertTrue(
        shell.out().contains("  offers   FieldExtractor, ProfileContribution\n"), shell::out);
    assertTrue(shell.out().contains("  uses     nothing but computing, as far"), shell::out);
    assertTrue(shell.out().contains("  trusted  not yet; "), shell::out);

    assertEquals(0, shell.run("bundles", project, "--trust", "sample.motto"), shell::err);
    assertEquals("", shell.err());
    assertTrue(shell.out().contains("  trusted  by you\n"), shell::out);
    assertTrue(extracted().contains("sample.motto/1.0.0#labelled"), shell::out);
    assertEquals("", shell.err());
    assertEquals(
        1, Files.readAllLines(folder.resolve("data").resolve(Trust.FILE)).size(), "with the user");

    Files.delete(jar);
    plant("1.0.0", "：(..)");
    assertFalse(extracted().contains("sample.motto"), "other bytes, another question");

    assertEquals(0, shell.run("bundles", project, "--trust", jar.getFileName()), shell::err);
    assertTrue(extracted().contains("sample.motto/1.0.0#labelled"), shell::out);
    assertEquals(0, shell.run("bundles", project, "--distrust", "sample.motto"), shell::err);
    assertFalse(extracted().contains("sample.motto"), shell::out);
  }

  @Test
  void aNameThatNobodyHasIsRefused() {
    assertEquals(2, shell.run("bundles", project, "--trust", "sample.motto"));
    assertEquals(
        "koetsu: sample.motto: the project has no bundle of that name; see `koetsu bundles "
            + project
            + "`\n",
        shell.err());
    assertEquals(2, shell.run("bundles", "--pin"));
    assertEquals("koetsu: --trust, --distrust and --pin need a PROJECT\n", shell.err());
  }

  @Test
  void pinsTellWhichBundlesAreOthersAndStrictFails() throws Exception {
    plant("1.0.0", "：(.+)");
    assertEquals(0, shell.run("bundles", project, "--trust", "sample.motto"), shell::err);
    Path gold = folder.resolve("gold");
    assertEquals(0, shell.run("extract", "--out", gold, source), shell::err);
    assertEquals(0, shell.run("gold", "import", gold, project), shell::err);
    assertEquals(0, shell.run("bundles", project, "--pin"), shell::err);
    assertTrue(shell.out().endsWith("pinned: " + project.resolve(Pins.FILE) + "\n"), shell::out);
    assertEquals(0, shell.run("test", project, "--strict"), shell::err);
    assertEquals("", shell.err());

    Files.delete(project.resolve("plugins/sample.motto-1.0.0.jar"));
    plant("1.1.0", "：(.+)");
    assertEquals(0, shell.run("bundles", project, "--trust", "sample.motto") & 2, shell::err);
    assertEquals(0, shell.run("test", project), shell::err);
    assertEquals(
        "koetsu: the bundles are not those that made the gold (approved/bundles); to make them so:"
            + " koetsu bundles "
            + project
            + " --pin\nkoetsu:   sample.motto is 1.1.0, pinned is 1.0.0\n",
        shell.err());
    assertEquals(1, shell.run("test", project, "--strict"), shell::err);

    Files.delete(project.resolve("plugins/sample.motto-1.1.0.jar"));
    assertEquals(1, shell.run("bundles", project), shell::err);
    assertTrue(
        shell.err().endsWith("  sample.motto 1.0.0 is pinned, and takes no part today\n"),
        shell::err);

    Files.writeString(project.resolve(Pins.FILE), "nonsense\n");
    assertEquals(2, shell.run("test", project, "--strict"), shell::err);
    assertTrue(shell.err().contains(Pins.FILE + ", line 1: is not a digest"), shell::err);
  }

  @Test
  void aDeclarationIsTriedAndRunAsABundle() throws Exception {
    Path file = Files.writeString(folder.resolve("mottos-1.2.0.json"), DECLARATION);
    Path plugIns = Files.createDirectories(project.resolve("plugins"));
    Path own = Files.copy(file, plugIns.resolve("mottos-1.2.0.json"));
    assertFalse(extracted().contains("watchword"), shell::out);
    assertEquals(0, shell.run("bundles", project, "--trust", "mottos"), shell::err);
    assertTrue(extracted().contains("\"watchword\":[{\"value\":\"暗さを灯す\""), shell::out);

    Path gold = folder.resolve("gold");
    assertEquals(0, shell.run("extract", "--out", gold, source), shell::err);
    assertEquals(0, shell.run("gold", "import", gold, project), shell::err);
    Files.delete(own);
    assertEquals(0, shell.run("try", file, project), shell::err);
    assertTrue(shell.out().startsWith("mottos 1.2.0\n  sha256   "), shell::out);
    assertTrue(shell.out().contains("  offers   extractor mottos.watchword"), shell::out);
    assertTrue(shell.out().contains("  uses     nothing: it is data"), shell::out);
    assertTrue(shell.out().contains("broken: 0\n"), shell::out);
    assertTrue(shell.out().contains("fixed: 1\n"), shell::out);

    Path slip = Files.writeString(folder.resolve("slip.json"), "{\n \"schema\": 5}");
    assertEquals(0, shell.run("try", "--facts", slip), shell::err);
    assertTrue(
        shell.out().contains("(refused: slip.json, line 2, column 12: schema is not a string)"),
        shell::out);
  }

  @Test
  void inputsOfTwoProjectsWithPlugInsAreRefused() throws Exception {
    plant("1.0.0", "：(.+)");
    Path other = folder.resolve("other");
    Path text = Files.writeString(folder.resolve("second.md"), SHEET);
    assertEquals(0, shell.run("create", other, text), shell::err);
    Files.createDirectories(other.resolve("plugins"));
    assertEquals(
        2, shell.run("extract", "--out", folder, source, other.resolve("sources/second.md")));
    assertTrue(shell.err().startsWith("koetsu: the inputs lie in several projects"), shell::err);
  }
}
