package koetsu.cli.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import koetsu.api.profile.Profile;
import koetsu.api.record.ParsedDocument;
import koetsu.measure.Baseline;
import koetsu.measure.Gate;
import koetsu.measure.RegressionReport;
import koetsu.measure.ReportText;
import koetsu.project.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "test",
    description = {
      "Compares a project's gold with what is extracted today.",
      "Prints what was fixed or broken since the approved baseline and what is still wrong, then"
          + " the figures. Exit code 1 is a regression; without a baseline nothing can be one."
    })
final class TestCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private HelpOption help;
  @Mixin private ProjectParameter project;
  @Mixin private MachineOptions machine;

  @Option(names = "--strict", description = "Fail on anything that is not right.")
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

  TestCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    // Only approving writes to the project.
    try (Project opened =
        reason == null ? session.read(project.folder) : session.write(project.folder, null)) {
      Path file = baseline == null ? opened.folder().resolve(Baseline.FILE) : baseline;
      Outcome outcome = new Outcome(session);
      GoldRun run = new GoldRun(opened);
      List<ParsedDocument> parsed = new ArrayList<>();
      new Extraction(session, outcome)
          .run(
              run.inputs(),
              machine.jobs(),
              machine.runOptions(),
              (input, document) -> parsed.add(document));
      if (outcome.exitCode() == Session.FAILED) {
        throw new UserException(
            "not all documents of the gold could be read; nothing was compared");
      }
      Profile profile = session.pipelines().get().profile();
      RegressionReport report =
          run.report(parsed, profile, Baseline.read(file), strict ? Gate.STRICT : Gate.USUAL);
      session.terminal().out().print(ReportText.ledger(report));
      session.say("");
      session.terminal().out().print(ReportText.table(report));
      session.say("");
      session.terminal().out().print(ReportText.byDocument(report));
      session.say("");
      if (score) {
        session.terminal().out().print(ReportText.scores(run.scores(parsed, profile)));
        session.say("");
      }
      if (reason != null) {
        if (outcome.exitCode() != Session.DONE) {
          throw new UserException(
              "a run in which something failed cannot be approved; mend it or take it out");
        }
        report.approve(reason).write(file);
        session.say("approved: " + file);
        return Session.DONE;
      }
      session.terminal().out().print(ReportText.verdict(report));
      if (!report.baselineKnown()) {
        session.say("  koetsu test " + opened.folder() + " --approve REASON");
      }
      return report.verdict().exitCode();
    }
  }
}
