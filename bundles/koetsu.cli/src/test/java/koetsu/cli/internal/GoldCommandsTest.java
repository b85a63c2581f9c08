package koetsu.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import koetsu.api.plugin.ExportOutput;
import koetsu.api.plugin.ExportRequest;
import koetsu.api.plugin.Exporter;
import koetsu.api.plugin.Importer;
import koetsu.api.plugin.Loss;
import koetsu.export.Formats;
import koetsu.pipeline.PlugIn;
import koetsu.project.Project;
import koetsu.records.RecordFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** New editions, two reviewers, blind records and the past, on the command line. */
class GoldCommandsTest {
  private static final Path DRAFT = Shell.SAMPLE.resolve("sources/draft-budget.md");
  private static final Path GOLD = Shell.SAMPLE.resolve("gold/draft-budget.records.jsonl");

  @TempDir private Path folder;
  private Path project;
  private Shell shell;

  @BeforeEach
  void createProject() throws Exception {
    shell = new Shell(folder.resolve("data"));
    project = folder.resolve("project");
    assertEquals(0, shell.run("create", project, DRAFT), shell::err);
    assertEquals(0, shell.run("gold", "import", GOLD, project, "--reviewer", "hana"), shell::err);
  }

  @Test
  void aFormatThatBreaksIsNamed() {
    Formats broken = new SlateOnly();
    Path out = folder.resolve("out");
    assertEquals(
        2, shell.with(broken).run("gold", "export", project, "--format", "slate", "--out", out));
    assertTrue(
        shell
            .err()
            .startsWith(
                "koetsu: the exporter slate failed: IllegalArgumentException: chalk broke at "),
        shell::err);
    assertEquals(1, shell.err().lines().count());
    assertFalse(Files.exists(out));
    assertEquals(2, shell.run("gold", "export", project, "--format", "slate", "--out", "-"));
    assertEquals("", shell.out(), "what is printed cannot be taken back");
    assertTrue(shell.err().contains("chalk broke"), shell::err);
    assertEquals(1, shell.run("bundles"));
    assertTrue(shell.err().contains("org.example.slate/2.1.0#chalk: its id() is null"), shell::err);
  }

  /** Formats with an exporter that has failed, and one that takes no part. */
  private record SlateOnly() implements Formats {
    @Override
    public List<Exporter> exporters() {
      return List.of(
          new Exporter() {
            @Override
            public String id() {
              return "slate";
            }

            @Override
            public String description() {
              return "lines on a slate";
            }

            @Override
            public List<Loss> export(ExportRequest request, ExportOutput output)
                throws IOException {
              try (OutputStream slate = output.create("slate.txt")) {
                slate.write("half".getBytes(StandardCharsets.UTF_8));
              }
              throw new IllegalArgumentException("chalk broke");
            }
          });
    }

    @Override
    public List<Importer> importers() {
      return List.of();
    }

    @Override
    public List<PlugIn> plugIns() {
      return List.of(
          new PlugIn(
              PlugIn.Kind.EXPORTER, "chalk", "org.example.slate", "2.1.0", 0, "its id() is null"));
    }
  }

  private String[] lines() {
    return shell.out().split("\n");
  }

  @Test
  void aNewEditionTakesTheGoldWithIt() throws Exception {
    assertEquals(0, shell.run("gold", "rebase", project), shell::err);
    assertEquals("every decision is about the edition in sources/\n", shell.out());

    Path edition = Files.createDirectories(folder.resolve("new")).resolve("draft-budget.md");
    String text = Files.readString(DRAFT);
    Files.writeString(edition, "# 新しい版のまえがき\n\n" + text.replace("沿岸観測ブイ", "沿岸観測浮標"));
    assertEquals(1, shell.run("gold", "rebase", project, "--with", edition), shell::err);
    assertTrue(shell.out().contains("r0001, name[0]: changed"), shell::out);
    assertTrue(shell.out().contains("line 5: 沿岸観測浮標更新整備事業"), shell::out);
    assertTrue(shell.out().endsWith("nothing was moved; --apply does it\n"), shell::out);
    assertEquals(1, shell.run("gold", "verify", project));
    assertTrue(shell.err().contains("another edition"), shell::err);

    assertEquals(
        0, shell.run("gold", "rebase", project, "--apply", "--reviewer", "hana"), shell::err);
    assertEquals(0, shell.run("gold", "verify", project), shell::err);
    assertTrue(shell.out().startsWith("7 gold records agree"), shell::out);
    assertEquals(0, shell.run("gold", "rebase", project), shell::err);
  }

  /** A clone in which ken has imported gold of his own, and his log back in the project. */
  private void letKenReview(String gold) throws Exception {
    Path kens = folder.resolve("kens");
    assertEquals(0, shell.run("create", kens, DRAFT), shell::err);
    Path file = folder.resolve("kens.records.jsonl");
    Files.writeString(file, gold);
    Shell his = new Shell(folder.resolve("his-data"));
    assertEquals(0, his.run("gold", "import", file, kens, "--reviewer", "ken"), his::err);
    try (var logs = Files.list(kens.resolve("log"))) {
      for (Path log : logs.toList()) {
        Files.copy(log, project.resolve("log").resolve(log.getFileName()));
      }
    }
  }

  @Test
  void conflictsAreListedAndSettled() throws Exception {
    assertEquals(0, shell.run("gold", "conflicts", project), shell::err);
    letKenReview(
        Files.readString(GOLD).replaceFirst("\"value\":\"沿岸[^\"]*\"", "\"value\":\"浮標更新\""));
    assertEquals(1, shell.run("gold", "conflicts", project), shell::err);
    String id = lines()[0];
    assertEquals("  draft-budget.md, r0001, name", lines()[1]);
    assertTrue(lines()[2].contains("hana"), shell::out);
    assertTrue(lines()[3].contains("浮標更新") && lines()[3].contains("ken"), shell::out);

    assertEquals(2, shell.run("gold", "conflicts", project, "--settle", id));
    assertEquals(2, shell.run("gold", "conflicts", project, "--settle", "x", "--take", "refused"));
    assertTrue(shell.err().contains("no open conflict"), shell::err);
    assertEquals(
        0,
        shell.run("gold", "conflicts", project, "--settle", id, "--take", "refused"),
        shell::err);
    assertEquals("no conflicts\n", shell.out());
    assertEquals(0, shell.run("gold", "export", project, "--out", "-"));
    assertTrue(shell.out().contains("浮標更新"));
  }

  @Test
  void agreementIsBetweenTwo() throws Exception {
    assertEquals(2, shell.run("gold", "agreement", project));
    assertTrue(shell.err().contains("the log has [hana]"), shell::err);
    letKenReview(
        Files.readString(GOLD).replaceFirst("\"value\":\"沿岸[^\"]*\"", "\"value\":\"浮標更新\""));
    assertEquals(0, shell.run("gold", "agreement", project), shell::err);
    assertTrue(
        List.of(lines()).stream().anyMatch(l -> l.matches("record f1 +ALL +1\\.000 .*")),
        shell::out);
    assertTrue(
        List.of(lines()).stream().anyMatch(l -> l.matches("value alpha +name +0\\.8.*")),
        shell::out);
    assertTrue(
        List.of(lines()).stream().anyMatch(l -> l.matches("value alpha +email +- +- +8 +0")),
        shell::out);
    assertEquals(
        0, shell.run("gold", "agreement", project, "--reviewers", "ken", "hana"), shell::err);
    assertEquals(2, shell.run("gold", "agreement", project, "--reviewers", "ken", "mia"));
  }

  @Test
  void blindRecordsAreDrawnAndReportedFrom() throws Exception {
    assertEquals(0, shell.run("gold", "blind", project), shell::err);
    assertTrue(shell.out().startsWith("no records are reviewed blindly"), shell::out);
    assertTrue(shell.out().contains("recall       -"), shell::out);
    assertEquals(
        0, shell.run("gold", "blind", project, "--share", "25", "--seed", "3"), shell::err);
    assertTrue(shell.out().startsWith("25.0 % of the records"), shell::out);
    assertTrue(Files.readString(project.resolve("koetsu.json")).contains("\"blind\""));
    assertEquals(2, shell.run("gold", "blind", project, "--share", "125"));
    assertEquals(0, shell.run("gold", "blind", project, "--share", "0"), shell::err);
    assertFalse(Files.readString(project.resolve("koetsu.json")).contains("\"blind\""));
  }

  @Test
  void thePastIsListedAndExported() throws Exception {
    Path changed = folder.resolve("changed.records.jsonl");
    Files.writeString(
        changed,
        Files.readString(GOLD).replaceFirst("\"value\":\"沿岸[^\"]*\"", "\"value\":\"浮標更新\""));
    assertEquals(
        0, shell.run("gold", "import", changed, project, "--reviewer", "hana"), shell::err);
    assertEquals(0, shell.run("gold", "log", project), shell::err);
    String first = lines()[0].split(" ")[0];
    assertTrue(lines()[0].endsWith("gold.import"), shell::out);
    assertTrue(shell.out().contains("  draft-budget.md, r0001: taken up"), shell::out);
    assertEquals(0, shell.run("gold", "log", project, "--last", "1", "--record", "r0001"));
    assertEquals(2, lines().length);
    assertEquals(0, shell.run("gold", "log", project, "--document", "other.md"));
    assertEquals("", shell.out());

    assertEquals(0, shell.run("gold", "export", project, "--out", "-", "--as-of", first));
    assertEquals(Files.readString(GOLD), shell.out());
    assertEquals(2, shell.run("gold", "export", project, "--out", "-", "--as-of", "yesterday"));
    assertEquals(2, shell.run("gold", "export", project, "--out", "-", "--as-of", "9/x/y/1"));
    assertTrue(shell.err().contains("no event 9/x/y/1"), shell::err);
    assertTrue(Project.isProject(project));
    assertEquals(8, RecordFile.read(changed).records().size());
  }
}
