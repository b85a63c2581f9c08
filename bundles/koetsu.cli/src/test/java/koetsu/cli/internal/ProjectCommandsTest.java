package koetsu.cli.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import koetsu.measure.Baseline;
import koetsu.project.Author;
import koetsu.project.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectCommandsTest {
  private static final Path DRAFT = Shell.SAMPLE.resolve("sources/draft-budget.md");
  private static final Path GOLD = Shell.SAMPLE.resolve("gold/draft-budget.records.jsonl");

  @TempDir private Path folder;
  private Path project;
  private Shell shell;

  @BeforeEach
  void open() {
    project = folder.resolve("project");
    shell = new Shell(folder.resolve("data"));
  }

  private void createWithGold() {
    assertEquals(0, shell.run("create", project, DRAFT), shell::err);
    assertEquals(0, shell.run("gold", "import", GOLD, project), shell::err);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aProjectIsMadeOfFilesAndFolders() throws Exception {
    assertEquals(0, shell.run("create", project, DRAFT.getParent()), shell::err);
    assertEquals(
        project + ": a project of 5 documents; `koetsu review " + project + "` opens it\n",
        shell.out());
    assertEquals(names(DRAFT.getParent()), names(project.resolve("sources")));
    assertEquals(2, shell.run("create", project, DRAFT));
    assertTrue(shell.err().contains("not empty"), shell::err);
  }

  @Test
  void noProjectIsMadeOfADocumentThatCannotBeRead() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty.txt"));
    assertEquals(2, shell.run("create", project, DRAFT, empty));
    assertTrue(shell.err().contains("empty.txt"), shell::err);
    assertFalse(Files.exists(project));
  }

  @Test
  void goldThatIsImportedIsGoldAndComesOutAgain() throws Exception {
    createWithGold();
    assertEquals(GOLD + ": 8 records, 8 new or changed\n", shell.out());
    assertEquals(0, shell.run("gold", "import", Shell.SAMPLE.resolve("gold"), project) - 2);
    assertTrue(shell.err().contains("the project has no document named catalogue.txt"), shell::err);
    assertTrue(shell.err().contains("nothing was imported"), shell::err);

    Path out = folder.resolve("out");
    assertEquals(0, shell.run("gold", "export", project, "--out", out), shell::err);
    assertArrayEquals(
        Files.readAllBytes(GOLD), Files.readAllBytes(out.resolve("draft-budget.records.jsonl")));
    assertEquals(0, shell.run("gold", "export", project, "--out", "-"));
    assertArrayEquals(Files.readAllBytes(GOLD), shell.outBytes());
  }

  @Test
  void goldThatDoesNotFitItsDocumentIsRefusedAsAWhole() throws Exception {
    assertEquals(0, shell.run("create", project, DRAFT));
    Path damaged = folder.resolve("draft-budget.records.jsonl");
    String gold = Files.readString(GOLD);
    Files.writeString(damaged, gold.replaceFirst("\"text\":\"", "\"text\":\"x"));
    assertEquals(2, shell.run("gold", "import", damaged, project));
    assertTrue(
        shell.err().startsWith("koetsu: " + damaged + ", line 1: r0001: name[0].text is \"x"),
        shell::err);
    Files.writeString(damaged, gold.replaceFirst("\"kind\":\"program\"", "\"kind\":\"poem\""));
    assertEquals(2, shell.run("gold", "import", damaged, project));
    assertTrue(shell.err().contains("r0001: the profile has no kind poem"), shell::err);
    Files.writeString(damaged, gold + "{\n");
    assertEquals(2, shell.run("gold", "import", damaged, project));
    assertTrue(shell.err().startsWith("koetsu: " + damaged + ", line 9: not JSON"), shell::err);

    assertEquals(2, shell.run("gold", "export", project, "--out", "-"));
    assertEquals(
        "koetsu: "
            + project.toAbsolutePath()
            + ": no record was reviewed yet, so there is no gold to export\n",
        shell.err());
  }

  @Test
  void goldGoesThroughTheFormatsOfOtherToolsAndBack() throws Exception {
    createWithGold();
    assertEquals(0, shell.run("gold", "formats"), shell::err);
    List<String> formats = shell.out().lines().skip(1).map(l -> l.split(" +")[0]).toList();
    assertTrue(formats.containsAll(List.of("brat", "csv", "jsonl", "web-annotation")), shell::out);
    for (String format : List.of("brat", "csv", "web-annotation")) {
      Path out = folder.resolve(format);
      assertEquals(0, shell.run("gold", "export", project, "--format", format, "--out", out));
      Path other = folder.resolve("project-" + format);
      assertEquals(0, shell.run("create", other, DRAFT), shell::err);
      assertEquals(0, shell.run("gold", "import", out, other, "--format", format), shell::err);
      assertEquals(0, shell.run("gold", "export", other, "--out", "-"), shell::err);
      assertArrayEquals(Files.readAllBytes(GOLD), shell.outBytes(), format);
    }
  }

  @Test
  void whatAFormatCannotHoldIsSaid() throws Exception {
    assertEquals(0, shell.run("create", project, DRAFT));
    Path placeless = folder.resolve("draft-budget.records.jsonl");
    String gold = Files.readString(GOLD).lines().findFirst().orElseThrow();
    Files.writeString(
        placeless, gold.replace("\"ministry\":[]", "\"ministry\":[{\"value\":\"森林庁\"}]"));
    assertEquals(0, shell.run("gold", "import", placeless, project), shell::err);
    Path out = folder.resolve("brat");
    assertEquals(0, shell.run("gold", "export", project, "--format", "brat", "--out", out));
    assertTrue(
        shell
            .err()
            .startsWith(
                "koetsu: brat: 1 × value that stands on no characters, kept with its record only"),
        shell::err);
    assertTrue(shell.err().endsWith("first draft-budget.md r0001 ministry[0]\n"), shell::err);
    assertEquals(
        2, shell.run("gold", "export", project, "--format", "brat", "--out", "-"), shell::err);
    assertTrue(shell.err().contains("name a folder"), shell::err);
    assertEquals(2, shell.run("gold", "export", project, "--format", "poem", "--out", out));
    assertTrue(shell.err().contains("nothing here exports poem; there is "), shell::err);
  }

  @Test
  void ofSeveralFilesNoneIsTakenWithoutTheOthers() throws Exception {
    Path recordsOfBoth = Files.createDirectory(folder.resolve("both"));
    Path second = Shell.SAMPLE.resolve("sources/catalogue.txt");
    assertEquals(0, shell.run("create", project, DRAFT, second), shell::err);
    Files.copy(
        Shell.SAMPLE.resolve("gold/catalogue.records.jsonl"),
        recordsOfBoth.resolve("catalogue.records.jsonl"));
    Path damaged = recordsOfBoth.resolve("draft-budget.records.jsonl");
    Files.writeString(damaged, Files.readString(GOLD) + "{");
    assertEquals(2, shell.run("gold", "import", recordsOfBoth, project));
    assertTrue(shell.err().startsWith("koetsu: " + damaged + ", line 9: not JSON"), shell::err);
    assertEquals(2, shell.run("gold", "export", project, "--out", "-"));

    Files.copy(GOLD, damaged, StandardCopyOption.REPLACE_EXISTING);
    assertEquals(0, shell.run("gold", "import", recordsOfBoth, project), shell::err);
    assertEquals(0, shell.run("gold", "log", project), shell::err);
    assertEquals(1, shell.out().lines().filter(l -> l.contains("import")).count(), shell::out);
  }

  @Test
  void theGoldIsCountedAndVerified() throws Exception {
    createWithGold();
    assertEquals(0, shell.run("gold", "status", project));
    assertTrue(
        shell.out().lines().anyMatch(l -> l.matches("draft-budget\\.md +8 +0 +[0-9]+ +0 +0 +57")),
        shell::out);
    assertEquals(0, shell.run("gold", "verify", project), shell::err);
    assertEquals(
        "8 gold records agree with their documents, the log and the profile\n", shell.out());

    Files.writeString(project.resolve("gold/draft-budget.records.jsonl"), "tampered");
    Files.writeString(project.resolve("sources/draft-budget.md"), "別の版です。\n");
    assertEquals(1, shell.run("gold", "verify", project));
    assertTrue(shell.err().contains("is not what the log says"), shell::err);
    assertTrue(shell.err().contains("speaks of another edition of draft-budget.md"), shell::err);
  }

  @Test
  void goldIsTestedAgainstABaselineThatAPersonApproves() throws Exception {
    createWithGold();
    assertEquals(0, shell.run("test", project), shell::err);
    assertTrue(shell.out().contains("no approved baseline yet"), shell::out);
    assertTrue(shell.out().contains("koetsu test " + project + " --approve REASON"), shell::out);

    assertEquals(0, shell.run("test", project, "--approve", "first run"), shell::err);
    Path baseline = project.resolve(Baseline.FILE);
    assertEquals("first run", Baseline.read(baseline).orElseThrow().reason());
    assertEquals(0, shell.run("test", project), shell::err);
    assertTrue(shell.out().endsWith("pass\n"), shell::out);
    byte[] first = shell.outBytes();
    shell.run("test", project, "--jobs", "1");
    assertArrayEquals(first, shell.outBytes());

    Path other = folder.resolve("other-baseline");
    assertEquals(0, shell.run("test", project, "--baseline", other, "--approve", "elsewhere"));
    assertArrayEquals(
        Files.readString(baseline)
            .replace("first run", "elsewhere")
            .getBytes(StandardCharsets.UTF_8),
        Files.readAllBytes(other));
  }

  @Test
  void aRunWritesReportsForPeopleAndPrograms() throws Exception {
    createWithGold();
    assertEquals(0, shell.run("test", project, "--approve", "first run"), shell::err);
    Path report = folder.resolve("out/report");
    Path junit = folder.resolve("out/junit/koetsu.xml");
    List<byte[]> twice = new ArrayList<>();
    for (int run = 0; run < 2; run++) {
      assertEquals(0, shell.run("test", project, "--report", report, "--junit", junit), shell::err);
      assertEquals(List.of("report.html", "report.json"), names(report));
      twice.add(Files.readAllBytes(report.resolve("report.html")));
      twice.add(Files.readAllBytes(report.resolve("report.json")));
      twice.add(Files.readAllBytes(junit));
    }
    for (int i = 0; i < 3; i++) {
      assertArrayEquals(twice.get(i), twice.get(i + 3), "a second run writes the same bytes");
    }
    assertTrue(new String(twice.get(0), StandardCharsets.UTF_8).contains("<h1>project</h1>"));
    assertTrue(new String(twice.get(2), StandardCharsets.UTF_8).contains("failures=\"0\""));
  }

  @Test
  void theTableTellsTheFieldsUnderGoldSegmentationApart() throws Exception {
    createWithGold();
    assertEquals(0, shell.run("test", project), shell::err);
    assertTrue(
        shell.out().lines().anyMatch(l -> l.matches("budget +~?[0-9]+( +[01]\\.[0-9]{3}){5} .*")),
        shell::out);
    assertTrue(shell.out().contains("boundary similarity "), shell::out);
  }

  @Test
  void aCorrectionThatTheMachineDoesNotKnowFailsOnlyWhenStrict() throws Exception {
    assertEquals(0, shell.run("create", project, DRAFT));
    Path corrected = folder.resolve("draft-budget.records.jsonl");
    Files.writeString(
        corrected, Files.readString(GOLD).replaceFirst("\"value\":\"[^\"]*\"", "\"value\":\"別名\""));
    assertEquals(0, shell.run("gold", "import", corrected, project), shell::err);
    assertEquals(0, shell.run("test", project), shell::err);
    assertTrue(shell.out().contains("still wrong: "), shell::out);
    assertTrue(shell.out().contains("expected  別名"), shell::out);
    assertEquals(1, shell.run("test", project, "--strict"));
  }

  @Test
  void whatCannotBeTestedIsExitCodeTwo() throws Exception {
    assertEquals(2, shell.run("test", folder));
    assertTrue(shell.err().contains("is no project"), shell::err);
    shell.run("create", project, DRAFT);
    assertEquals(2, shell.run("test", project));
    assertTrue(shell.err().contains("there is no gold to test against"), shell::err);
    shell.run("gold", "import", GOLD, project);
    Files.delete(project.resolve("sources/draft-budget.md"));
    assertEquals(2, shell.run("test", project));
    assertTrue(shell.err().contains("which is not in sources/"), shell::err);
  }

  @Test
  void whileSomebodyElseWritesACommandThatWritesSaysWho() throws Exception {
    createWithGold();
    try (Project other =
        Project.open(
            project, new Author("ken", "b2"), koetsu.pipeline.Pipeline.onClassPath().profile())) {
      assertFalse(other.readOnly());
      assertEquals(2, shell.run("gold", "import", GOLD, project));
      assertTrue(shell.err().contains("ken"), shell::err);
      assertEquals(2, shell.run("test", project, "--approve", "now"));
      assertTrue(shell.err().contains("ken"), shell::err);
      assertEquals(0, shell.run("test", project), shell::err);
    }
  }

  @Test
  void theSampleIsCopiedOnceAndCheckoutsStayClean() throws Exception {
    List<String> shipped = names(Shell.SAMPLE);
    Path mine = folder.resolve("mine");
    assertEquals(0, shell.run("sample", mine), shell::err);
    assertTrue(shell.out().startsWith(mine + ": the sample project; "), shell::out);
    assertEquals(0, shell.run("gold", "verify", mine), shell::err);
    assertEquals(0, shell.run("sample", mine));
    assertTrue(shell.out().startsWith(mine + " is a project already; "), shell::out);
    assertEquals(shipped, names(Shell.SAMPLE));
    assertEquals(2, shell.withHome(folder.resolve("nowhere")).run("sample", folder.resolve("x")));
    assertTrue(shell.err().contains("there is no such file or folder"), shell::err);
  }

  @Test
  void reviewOpensTheWorkbenchOnAProject() throws Exception {
    createWithGold();
    assertEquals(2, shell.run("review", project));
    assertTrue(shell.err().contains("this is the headless distribution"), shell::err);
    assertEquals(2, shell.withWorkbench(false).run("review", project));
    assertTrue(shell.err().contains("there is no display"), shell::err);
    assertEquals(2, shell.withWorkbench(true).run("review", folder));
    assertTrue(shell.err().contains("is no project"), shell::err);
    assertEquals(List.of(), shell.opened());
    assertEquals(0, shell.run("review", project, "--language", "ja"));
    assertEquals(List.of(List.of(project.toString(), "--language", "ja")), shell.opened());
  }

  @Test
  void withoutACommandTheWorkbenchOpensOnTheSample() {
    assertEquals(0, shell.withWorkbench(true).run(), shell::err);
    Path sample = folder.resolve("data/sample");
    assertTrue(Project.isProject(sample));
    assertEquals(List.of(List.of(sample.toString())), shell.opened());
  }

  @Test
  void withoutADisplayTheSampleIsShownHere() throws Exception {
    int exit = shell.withWorkbench(false).run();
    assertTrue(exit == 0 || exit == 1, shell::err);
    String out = shell.out();
    assertTrue(out.startsWith("document "), out);
    assertTrue(out.lines().anyMatch(l -> l.matches("draft-budget\\.md +r0001 +program .*")), out);
    assertTrue(out.contains("records with every field right: "), out);
    assertTrue(out.contains("still wrong: "), out);
    Path data = folder.resolve("data");
    assertTrue(out.contains("project    " + data.resolve("sample") + "\n"), out);
    assertTrue(out.contains("extracted  " + data.resolve("sample-records") + "\n"), out);
    assertTrue(out.contains("koetsu review " + data.resolve("sample") + "\n"), out);
    assertEquals(
        names(Shell.SAMPLE.resolve("sources")).size(),
        names(data.resolve("sample-records")).size());
    assertEquals(List.of(), shell.opened());
  }
}
