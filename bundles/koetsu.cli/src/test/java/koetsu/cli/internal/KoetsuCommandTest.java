package koetsu.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.LoadRequest;
import koetsu.api.profile.Profile;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.pipeline.BundleFile;
import koetsu.pipeline.Conduct;
import koetsu.pipeline.Explanations;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.PlugIn;
import koetsu.pipeline.PlugInJar;
import koetsu.pipeline.RunOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KoetsuCommandTest {
  @TempDir private Path data;

  @Test
  void theVersionIsTheBuilds() {
    Shell shell = new Shell(data);
    assertEquals(0, shell.run("--version"));
    assertTrue(shell.out().matches("Koetsu [0-9]+\\.[0-9]+\\.[0-9]+\\n"), shell::out);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "extract",
        "create",
        "sample",
        "review",
        "gold",
        "gold import",
        "gold export",
        "gold status",
        "gold verify",
        "test",
        "why",
        "calibrate",
        "bundles",
        "run",
        "try",
        "new"
      })
  void everyCommandExplainsItself(String command) {
    Shell shell = new Shell(data);
    assertEquals(0, shell.run((Object[]) (command + " --help").strip().split(" ")));
    assertTrue(shell.out().startsWith("Usage: koetsu"), shell::out);
    assertEquals("", shell.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"extrakt", "--what", "gold", "gold away", "bundles x y", "gold export"})
  void wrongUseIsExitCodeTwoAndOneLine(String words) {
    Shell shell = new Shell(data);
    assertEquals(2, shell.run((Object[]) words.split(" ")));
    assertEquals("", shell.out());
    assertEquals(1, shell.err().lines().count(), shell::err);
    assertTrue(shell.err().startsWith("koetsu: "), shell::err);
    assertTrue(shell.err().contains(" --help`"), shell::err);
  }

  @Test
  void bundlesListsEveryPlugInWithBundleAndVersion() {
    Shell shell = new Shell(data);
    assertEquals(0, shell.run("bundles"), shell::err);
    List<String> lines = shell.out().lines().toList();
    assertTrue(lines.get(0).matches("plug-in +id +bundle +version +ranking +state"), lines.get(0));
    assertTrue(
        lines.stream()
            .anyMatch(l -> l.matches("extractor +\\S+ +koetsu\\.extract +[0-9.]+ +0 +active")),
        shell::out);
    assertTrue(
        lines.stream().anyMatch(l -> l.matches("loader +\\S+ +koetsu\\.load +[0-9.]+ +0 +active")),
        shell::out);
    assertTrue(
        lines.stream()
            .anyMatch(l -> l.matches("importer +brat +koetsu\\.export +[0-9.]+ +0 +active")),
        shell::out);
  }

  @Test
  void aPlugInThatTakesNoPartIsAFinding() {
    PlugIn refused =
        new PlugIn(PlugIn.Kind.PROFILE, "slip", "a.b", "1.0.0", 5, "schema is missing");
    Shell shell = new Shell(data).with(new Broken(refused));
    assertEquals(1, shell.run("bundles"));
    assertTrue(
        shell.out().lines().anyMatch(l -> l.matches("profile +slip +a.b +1.0.0 +5 +refused")),
        shell::out);
    assertEquals("koetsu: a.b/1.0.0#slip: schema is missing\n", shell.err());
  }

  @Test
  void aBundleUnderWorkIsFollowedWhereItIsCompiled() throws Exception {
    Path classes = Files.createDirectories(data.resolve("mine/target/classes"));
    Shell shell = new Shell(data).withWorkbench(true);
    assertEquals(2, shell.run("run", "--dev", classes));
    assertEquals(
        "koetsu: "
            + classes
            + " holds no compiled bundle (no META-INF/MANIFEST.MF); build the bundle first\n",
        shell.err());
    assertEquals(List.of(), shell.opened());

    Files.writeString(
        Files.createDirectory(classes.resolve("META-INF")).resolve("MANIFEST.MF"), "");
    Shell again = new Shell(data).withWorkbench(true);
    Path sources = Files.createDirectory(data.resolve("sources"));
    Files.writeString(sources.resolve("a.txt"), "x");
    assertEquals(0, again.run("create", data.resolve("project"), sources), again::err);
    assertEquals(0, again.run("run", "--dev", classes, data.resolve("project")), again::err);
    assertEquals(classes, again.developed());
    assertEquals(List.of(List.of(data.resolve("project").toString())), again.opened());
  }

  @Test
  void theUnforeseenIsOneLineAndNoStackTrace() throws Exception {
    Path file = Files.writeString(data.resolve("a.txt"), "x");
    Shell shell = new Shell(data).with(new Broken(null));
    assertEquals(2, shell.run("create", data.resolve("p"), file));
    assertEquals(1, shell.err().lines().count(), shell::err);
    assertTrue(
        shell
            .err()
            .startsWith(
                "koetsu: something unforeseen happened: "
                    + "java.lang.UnsupportedOperationException: load (koetsu.cli.internal."),
        shell::err);
    assertFalse(shell.err().contains("\tat "));
  }

  @Test
  void aDisplayIsWhatTheEnvironmentNames() {
    assertFalse(CommandLineApplication.hasDisplay("Linux", Map.of()));
    assertFalse(CommandLineApplication.hasDisplay("Linux", Map.of("DISPLAY", "")));
    assertTrue(CommandLineApplication.hasDisplay("Linux", Map.of("DISPLAY", ":0")));
    assertTrue(CommandLineApplication.hasDisplay("Linux", Map.of("WAYLAND_DISPLAY", "wayland-0")));
    assertTrue(CommandLineApplication.hasDisplay("Mac OS X", Map.of()));
    assertTrue(CommandLineApplication.hasDisplay("Windows 11", Map.of()));
  }

  /** A pipeline that cannot do anything and may know of a refused plug-in. */
  private record Broken(PlugIn refused) implements Pipeline {
    @Override
    public Profile profile() {
      return new Profile("none", "0", List.of(), List.of(), List.of(), Map.of());
    }

    @Override
    public List<PlugIn> plugIns() {
      return List.of(refused);
    }

    @Override
    public List<Problem> problems() {
      return List.of(
          new Problem(Problem.Severity.ERROR, refused.source(), refused.fault(), null, null));
    }

    @Override
    public List<BundleFile> bundles() {
      return List.of();
    }

    @Override
    public Conduct conduct(PlugIn plugIn) {
      return Conduct.NONE;
    }

    @Override
    public boolean switchOn(PlugIn plugIn) {
      throw new UnsupportedOperationException("switchOn");
    }

    @Override
    public SourceDocument load(LoadRequest request) {
      throw new UnsupportedOperationException("load");
    }

    @Override
    public ParsedDocument run(SourceDocument document, RunOptions options) {
      throw new UnsupportedOperationException("run");
    }

    @Override
    public Variant with(List<PlugInJar> jars) {
      throw new UnsupportedOperationException("with");
    }

    @Override
    public Explanations explain(SourceDocument document, RunOptions options) {
      throw new UnsupportedOperationException("explain");
    }

    @Override
    public ParsedDocument extract(
        SourceDocument document, List<ParsedRecord> cut, RunOptions options) {
      throw new UnsupportedOperationException("extract");
    }

    @Override
    public ParsedDocument check(ParsedDocument parsed, List<ParsedDocument> others) {
      throw new UnsupportedOperationException("check");
    }

    @Override
    public Subscription onChange(Runnable listener) {
      return () -> {};
    }
  }
}
