package koetsu.cli.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import koetsu.gate.GoldRun;
import koetsu.measure.Baseline;
import koetsu.measure.LedgerItem;
import koetsu.measure.RegressionReport;
import koetsu.measure.ReportText;
import koetsu.pipeline.Input;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.PlugIn;
import koetsu.pipeline.PlugInJar;
import koetsu.project.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "try",
    description = {
      "Shows what a bundle would change, without installing it.",
      "Says what the bundle is, then runs a project's gold without it and with it, and prints what"
          + " it fixes, breaks and costs. Exit code 1: it breaks something."
    })
final class TryCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private HelpOption help;
  @Mixin private MachineOptions machine;

  @Parameters(
      index = "0",
      paramLabel = "BUNDLE",
      description = "The bundle's jar, or a file that declares extractors.")
  private Path file;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "PROJECT",
      description = "Project folder; by default the current one.",
      defaultValue = "")
  private Path folder;

  @Option(names = "--facts", description = "Only say what the bundle is.")
  private boolean factsOnly;

  TryCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    if (!Files.isRegularFile(file)) {
      throw new UserException(file + ": there is no such file");
    }
    PlugInJar jar = PlugInJar.of(file);
    if (jar == null) {
      throw new UserException(
          file + " is no bundle: its manifest has no Bundle-SymbolicName; build it with bnd");
    }
    BundleText.introduce(session, jar, offers(jar));
    if (factsOnly) {
      return Session.DONE;
    }
    session.say("");
    try (Project opened = session.read(folder)) {
      List<Input> inputs = new GoldRun(opened, session.pipelines().get()).inputs();
      VariantRun run = new VariantRun(session, machine, opened);
      Baseline today = run.report(inputs, List.of(), Optional.empty()).approve("today");
      // The first run was slower for warming up; only the next two are compared.
      long begun = System.nanoTime();
      run.report(inputs, List.of(), Optional.empty());
      long between = System.nanoTime();
      RegressionReport report = run.report(inputs, List.of(jar), Optional.of(today));
      long done = System.nanoTime();
      session.terminal().out().print(ReportText.ledger(report));
      session.say("");
      session.terminal().out().print(ReportText.changes(report));
      session.say("");
      session.say(
          "time a document, gold included, in one run each: "
              + millis(between - begun, inputs)
              + " without, "
              + millis(done - between, inputs)
              + " with");
      session.say(
          "nothing was changed; to adopt it, copy it to " + session.installation().plugins());
      return report.items(LedgerItem.Outcome.BROKEN).isEmpty() ? Session.DONE : Session.FINDINGS;
    }
  }

  /** What the bundle brings, by asking its plug-ins for their names. */
  private String offers(PlugInJar jar) {
    try (Pipeline.Variant variant = session.pipelines().get().with(List.of(jar))) {
      String offers =
          variant.pipeline().plugIns().stream()
              .filter(plugIn -> plugIn.bundle().equals(jar.bundle()))
              .map(TryCommand::named)
              .collect(Collectors.joining(", "));
      return offers.isEmpty()
          ? "nothing that can be tried (its META-INF/services names no plug-in)"
          : offers;
    }
  }

  private static String named(PlugIn plugIn) {
    return plugIn.kind().name().toLowerCase(Locale.ROOT)
        + " "
        + plugIn.id()
        + (plugIn.fault() == null ? "" : " (refused: " + plugIn.fault() + ")");
  }

  private static String millis(long nanos, List<Input> inputs) {
    return Duration.ofNanos(nanos / inputs.size()).toMillis() + " ms";
  }
}
