package koetsu.cli.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import koetsu.measure.Baseline;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.PlugInJar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule that was changed for the worse in one of two sample bundles. */
class PlantedRegressionTest {
  private static final String SHEETS =
      """
      # 星見の丘づくり支援事業

      令和8年度予算案額 2億円

      ## 事業目的

      夜空を守る。
      合言葉：暗さを灯す
      提唱者：天文課長
      誓い：静かに見る

      # 渡り鳥の湿地再生事業

      令和8年度予算案額 3億円

      ## 事業目的

      水鳥を守る。
      合言葉: 水辺に還る
      誓い：巣を守る
      """;

  @TempDir private Path folder;
  private Path good;
  private Path bad;
  private Path project;

  @BeforeEach
  void plant() throws Exception {
    good = folder.resolve("good");
    bad = folder.resolve("bad");
    project = folder.resolve("project");
    SampleBundle.build(good, "sample.motto", "1.0.0", "motto", "合言葉", "[：:] ?(.+)");
    SampleBundle.build(good, "sample.pledge", "1.0.0", "pledge", "誓い", "[：:] ?(.+)");
    SampleBundle.build(good, "sample.sponsor", "1.0.0", "sponsor", "提唱者", "：(.+)");
    // full width is forgotten, a character is lost, and the third is the same as before
    SampleBundle.build(bad, "sample.motto", "1.1.0", "motto", "合言葉", ": ?(.+)");
    SampleBundle.build(bad, "sample.pledge", "1.1.0", "pledge", "誓い", "[：:] ?(..)");
    SampleBundle.build(bad, "sample.sponsor", "1.0.0", "sponsor", "提唱者", "：(.+)");
    Path text = folder.resolve("sheets.md");
    Files.writeString(text, SHEETS);
    try (Pipeline.Variant variant = Pipeline.onClassPath().with(jars(good))) {
      Shell shell = shell(variant);
      assertEquals(0, shell.run("create", project, text), shell::err);
      assertEquals(0, shell.run("extract", "--out", folder.resolve("gold"), text), shell::err);
      assertEquals(0, shell.run("gold", "import", folder.resolve("gold"), project), shell::err);
      assertEquals(0, shell.run("test", project, "--approve", "as it was"), shell::err);
    }
  }

  private static List<PlugInJar> jars(Path set) throws Exception {
    return List.copyOf(PlugInJar.in(set).values());
  }

  private Shell shell(Pipeline.Variant variant) {
    return new Shell(folder.resolve("data")).with(variant.pipeline());
  }

  @Test
  void theLedgerNamesTheRuleThatBrokeAnItem() throws Exception {
    try (Pipeline.Variant variant = Pipeline.onClassPath().with(jars(bad))) {
      Shell shell = shell(variant);
      assertEquals(0, shell.run("test", project), shell::err);
      assertTrue(
          shell
              .out()
              .startsWith(
                  """
                  broken: 3
                    sheets.md:8  r0001  motto
                        printed   暗さを灯す
                        expected  暗さを灯す
                        found     nothing
                        approved  暗さを灯す   [sample.motto/1.0.0#labelled]
                    sheets.md:10  r0001  pledge
                        printed   静かに見る
                        expected  静かに見る
                        found     静か   [sample.pledge/1.1.0#labelled]
                        approved  静かに見る   [sample.pledge/1.0.0#labelled]
                  """),
          shell::out);
      byte[] first = shell.outBytes();
      shell.run("test", project);
      assertArrayEquals(first, shell.outBytes());

      assertEquals(0, shell.run("test", project, "--approve", "so be it"), shell::err);
      byte[] approved = Files.readAllBytes(project.resolve(Baseline.FILE));
      assertEquals(0, shell.run("test", project, "--approve", "so be it"), shell::err);
      assertArrayEquals(approved, Files.readAllBytes(project.resolve(Baseline.FILE)));
      shell.run("test", project);
      assertTrue(shell.out().startsWith("broken: 0\n"), shell::out);
    }
  }

  @Test
  void aBundleIsJudgedBeforeItIsAdopted() throws Exception {
    try (Pipeline.Variant running = Pipeline.onClassPath().with(jars(good))) {
      Shell shell = shell(running);
      Path worse = PlugInJar.in(bad).get("sample.motto").file();
      assertEquals(1, shell.run("try", worse, project), shell::err);
      List<String> lines = shell.out().lines().toList();
      assertEquals("sample.motto 1.1.0", lines.get(0));
      assertTrue(lines.get(1).matches("  sha256   [0-9a-f]{64}"), lines.get(1));
      assertEquals("  signed   by nobody", lines.get(2));
      assertTrue(lines.get(3).startsWith("  offers   extractor "), lines.get(3));
      assertTrue(shell.out().contains("found     nothing"), shell::out);
      assertTrue(shell.out().contains("approved  暗さを灯す   [sample.motto/1.0.0#"), shell::out);
      assertTrue(shell.out().contains("nothing was changed; to adopt it, copy it to"), shell::out);

      Path same = PlugInJar.in(good).get("sample.motto").file();
      assertEquals(0, shell.run("try", same, project), shell::err);
      assertTrue(shell.out().contains("broken: 0\n"), shell::out);
    }
  }

  @Test
  void whatIsNoBundleCannotBeTried() throws Exception {
    Shell shell = new Shell(folder.resolve("data"));
    Path text = Files.writeString(folder.resolve("a.jar"), "no jar");
    assertEquals(2, shell.run("try", text, project));
    assertTrue(shell.err().startsWith("koetsu: " + text + ": not a jar"), shell::err);
    assertEquals(2, shell.run("try", folder.resolve("b.jar"), project));
    assertEquals("koetsu: " + folder.resolve("b.jar") + ": there is no such file\n", shell.err());
  }

  @Test
  void bisectNamesBundleAndRule() throws Exception {
    Shell shell = new Shell(folder.resolve("data"));
    try (Pipeline.Variant running = Pipeline.onClassPath().with(jars(good))) {
      shell = shell(running);
      assertEquals(1, shell.run("bisect", project, "--good", good, "--bad", bad), shell::err);
      assertEquals(
          """
          sample.motto  1.0.0 -> 1.1.0
          sample.pledge  1.0.0 -> 1.1.0

          broken: 3
            sheets.md:8  r0001  motto
                printed   暗さを灯す
                expected  暗さを灯す
                found     nothing
                approved  暗さを灯す   [sample.motto/1.0.0#labelled]
                by        sample.motto 1.1.0, where rule labelled was right
                why not   sample.motto/1.1.0#labelled: no mark behind the label
            sheets.md:10  r0001  pledge
                printed   静かに見る
                expected  静かに見る
                found     静か   [sample.pledge/1.1.0#labelled]
                approved  静かに見る   [sample.pledge/1.0.0#labelled]
                by        sample.pledge 1.1.0, rule labelled
            sheets.md:20  r0002  pledge
                printed   巣を守る
                expected  巣を守る
                found     巣を   [sample.pledge/1.1.0#labelled]
                approved  巣を守る   [sample.pledge/1.0.0#labelled]
                by        sample.pledge 1.1.0, rule labelled
          """,
          shell.out());
      byte[] first = shell.outBytes();
      assertEquals(1, shell.run("bisect", project, "--bad", bad), shell::err);
      assertTrue(shell.out().contains("by        sample.motto 1.1.0"), shell::out);
      assertEquals(1, shell.run("bisect", project, "--good", good, "--bad", bad), shell::err);
      assertArrayEquals(first, shell.outBytes());

      assertEquals(0, shell.run("bisect", project, "--good", bad, "--bad", bad), shell::err);
      assertEquals("both sets hold the same bundles\n", shell.out());
      assertEquals(2, shell.run("bisect", project, "--bad", folder.resolve("gold")));
      assertTrue(shell.err().contains("there is no bundle in it"), shell::err);
    }
  }
}
