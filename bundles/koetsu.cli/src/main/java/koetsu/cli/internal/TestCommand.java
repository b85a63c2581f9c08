package koetsu.cli.internal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import koetsu.api.profile.Profile;
import koetsu.gate.GoldRun;
import koetsu.measure.Baseline;
import koetsu.measure.Gate;
import koetsu.measure.MeasuredDocument;
import koetsu.measure.Regression;
import koetsu.measure.RegressionReport;
import koetsu.measure.ReportHtml;
import koetsu.measure.ReportJUnit;
import koetsu.measure.ReportJson;
import koetsu.measure.ReportText;
import koetsu.measure.RunHistory;
import koetsu.measure.Score;
import koetsu.pipeline.Input;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.Readings;
import koetsu.project.Project;
import koetsu.records.AtomicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "test",
    description = {
      "Compares a project's gold with what is extracted today.",
      "Prints what was fixed or broken since the approved baseline and what is still wrong, then"
          + " the figures. Exit code 1 is a regression; without a baseline nothing can be one.",
      "Where the project has pinned its bundles (koetsu bundles --pin) and they are others now, it"
          + " says which; with --strict that fails too."
    })
final class TestCommand implements Callable<Integer> {
  static final String HTML = "report.html";
  static final String JSON = "report.json";

  private final Session session;

  @Mixin private HelpOption help;
  @Mixin private ProjectParameter project;
  @Mixin private MachineOptions machine;

  @Option(
      names = "--strict",
      description =
          "Fail on anything that is not right, and on bundles that are not the pinned ones.")
  private boolean strict;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Approved values; by default " + Baseline.FILE + " in the project.")
  private Path baseline;

  @Option(
      names = "--approve",
      paramLabel = "REASON",
      description = "Make what is extracted today the baseline, and say why.")
  private String reason;

  @Option(
      names = "--score",
      description = {
        "Also print the plain figures over all that is extracted, which are fair only where every"
            + " record of a document has been reviewed."
      })
  private boolean score;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = {
        "Also write " + TestCommand.HTML + ", a page for people, and " + TestCommand.JSON + "."
      })
  private Path reports;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Also write JUnit XML, one test case an item.")
  private Path junit;

  private final List<MeasuredDocument> scored = new ArrayList<>();

  TestCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    return Interruption.watch(session, this::call);
  }

  private int call(ProgressLine progress) throws Exception {
    progress.stage("opening the project");
    // Only approving writes to what the project keeps.
    try (Project opened =
        reason == null ? session.read(project.folder) : session.write(project.folder, null)) {
      Path file = baseline == null ? opened.folder().resolve(Baseline.FILE) : baseline;
      Outcome outcome = new Outcome(session);
      RegressionReport report = run(opened, file, outcome, progress);
      if (baseline == null) {
        report = remembered(opened, report, progress);
      }
      progress.clear();
      print(report);
      write(report, opened, progress);
      progress.clear();
      if (reason != null) {
        if (outcome.exitCode() != Session.DONE) {
          throw new UserException(
              "a run in which something failed cannot be approved; mend it or take it out");
        }
        Baseline approved = report.approve(reason);
        progress.write(() -> approved.write(file));
        session.say("approved: " + file);
        return Session.DONE;
      }
      session.terminal().out().print(ReportText.verdict(report));
      if (!report.baselineKnown()) {
        session.say("  koetsu test " + opened.folder() + " --approve REASON");
      }
      boolean others = !BundlesCommand.differences(session, opened.folder()).isEmpty();
      return strict && others
          ? Math.max(Session.FINDINGS, report.verdict().exitCode())
          : report.verdict().exitCode();
    }
  }

  private static RegressionReport remembered(
      Project opened, RegressionReport report, ProgressLine progress) {
    RegressionReport[] told = {report};
    progress.write(() -> told[0] = new RunHistory(opened.folder()).add(report));
    return told[0];
  }

  private void write(RegressionReport report, Project opened, ProgressLine progress)
      throws IOException {
    if (reports != null) {
      Profile profile = session.pipelines().get().profile();
      Files.createDirectories(reports);
      write(reports.resolve(JSON), () -> ReportJson.of(report), progress);
      write(reports.resolve(HTML), () -> ReportHtml.of(report, opened.name(), profile), progress);
    }
    if (junit != null) {
      Files.createDirectories(junit.toAbsolutePath().getParent());
      write(junit, () -> ReportJUnit.of(report, strict), progress);
    }
  }

  private static void write(Path file, Supplier<byte[]> content, ProgressLine progress)
      throws IOException {
    progress.stage("writing " + file);
    byte[] bytes = content.get();
    progress.write(() -> AtomicFile.write(file, bytes));
  }

  private RegressionReport run(Project opened, Path file, Outcome outcome, ProgressLine progress)
      throws Exception {
    progress.stage("reading the gold");
    Pipeline pipeline = session.pipelines().get();
    GoldRun run = new GoldRun(opened, pipeline);
    List<Input> inputs = run.inputs();
    Regression regression =
        new Regression(pipeline.profile(), Baseline.read(file), strict ? Gate.STRICT : Gate.USUAL);
    progress.stage("comparing");
    new Extraction(session, outcome)
        .run(
            inputs,
            machine.jobs(),
            machine.runOptions(),
            run::cut,
            result -> {
              MeasuredDocument measured = run.measure(new Readings(result.parsed(), result.cut()));
              regression.add(measured);
              if (score) {
                scored.add(measured);
              }
            },
            progress);
    if (outcome.exitCode() == Session.FAILED) {
      throw new UserException("not all documents of the gold could be read; nothing was compared");
    }
    progress.stage("summing up");
    return regression.report();
  }

  private void print(RegressionReport report) {
    PrintStream out = session.terminal().out();
    out.print(ReportText.ledger(report));
    session.say("");
    out.print(ReportText.table(report));
    session.say("");
    out.print(ReportText.byDocument(report));
    session.say("");
    if (report.baselineKnown()) {
      out.print(ReportText.changes(report));
      session.say("");
    }
    if (score) {
      out.print(ReportText.scores(Score.of(session.pipelines().get().profile(), scored, false)));
      session.say("");
    }
  }
}
