package koetsu.cli.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import koetsu.gate.GoldRun;
import koetsu.measure.MeasuredDocument;
import koetsu.measure.agreement.BlindFigures;
import koetsu.measure.agreement.Estimate;
import koetsu.project.BlindSlice;
import koetsu.project.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "blind",
    description = {
      "Has a share of the records reviewed without the machine's values, and reports from them.",
      "Recall is that of the machine on records reviewed blindly; over-rating is by how much its F1"
          + " is higher on records whose reviewers saw its values."
    })
final class GoldBlindCommand implements Callable<Integer> {
  private static final double HUNDRED = 100;

  private final Session session;

  @Mixin private HelpOption help;
  @Mixin private ProjectParameter project;
  @Mixin private MachineOptions machine;

  @Option(
      names = "--share",
      paramLabel = "PERCENT",
      description =
          "Percent of the records from now on; 0 ends it. Records taken up stay as they are.")
  private Double share;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Another number draws other records; by default ${DEFAULT-VALUE}.",
      defaultValue = "1")
  private int seed;

  GoldBlindCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    try (Project opened =
        share == null ? session.read(project.folder) : session.write(project.folder, null)) {
      if (share != null) {
        if (!(share >= 0 && share <= HUNDRED)) {
          throw new UserException("--share " + share + ": give a percentage from 0 to 100");
        }
        opened.setBlindSlice(share == 0 ? null : new BlindSlice(share / HUNDRED, seed));
      }
      session.say(
          opened
              .blindSlice()
              .map(
                  s ->
                      String.format(
                          Locale.ROOT,
                          "%s %% of the records are reviewed blindly (seed %d)",
                          HUNDRED * s.share(),
                          s.seed()))
              .orElse("no records are reviewed blindly"));
      if (opened.gold().isEmpty()) {
        return Session.DONE;
      }
      return report(opened);
    }
  }

  private int report(Project opened) throws Exception {
    Outcome outcome = new Outcome(session);
    GoldRun run = new GoldRun(opened, session.pipelines().get());
    List<MeasuredDocument> measured = new ArrayList<>();
    new Extraction(session, outcome)
        .run(
            run.inputs(),
            machine.jobs(),
            machine.runOptions(),
            (input, document) -> measured.add(run.measure(document)));
    if (outcome.exitCode() == Session.FAILED) {
      throw new UserException("not all documents of the gold could be read; nothing was compared");
    }
    BlindFigures figures =
        BlindFigures.of(session.pipelines().get().profile(), measured, BlindSlice::isBlind);
    Table table = new Table("measure", "value", "95 %", "records");
    row(table, "recall", figures.recall(), figures.blind());
    row(table, "precision", figures.precision(), figures.blind());
    row(table, "over-rating", figures.overRating(), figures.blind() + figures.open());
    table.print(session.terminal().out());
    return outcome.exitCode();
  }

  private static void row(Table table, String name, Estimate estimate, int records) {
    table.row(
        name,
        GoldAgreementCommand.text(estimate.value()),
        estimate.low().isEmpty()
            ? "-"
            : GoldAgreementCommand.text(estimate.low())
                + " … "
                + GoldAgreementCommand.text(estimate.high()),
        "" + records);
  }
}
