package koetsu.cli.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.gate.GoldRun;
import koetsu.launcher.Application;
import koetsu.measure.Baseline;
import koetsu.measure.Gate;
import koetsu.measure.LedgerItem;
import koetsu.measure.Regression;
import koetsu.measure.RegressionReport;
import koetsu.measure.ReportText;
import koetsu.pipeline.Input;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.RunOptions;
import koetsu.project.Project;
import koetsu.project.SourceFile;
import koetsu.records.RecordFile;

/** What Koetsu does when nothing is asked of it: shows itself on the sample. */
final class Showcase {
  private static final int TITLE_WIDTH = 44;

  private final Session session;

  Showcase(Session session) {
    this.session = session;
  }

  int run() throws Exception {
    Path sample = SampleCommand.folder(session);
    SampleCommand.make(session, sample);
    if (session.display() && session.installation().offers(Application.WORKBENCH)) {
      return ReviewCommand.open(session, List.of(sample.toString()));
    }
    return headless(sample);
  }

  private int headless(Path sample) throws Exception {
    Outcome outcome = new Outcome(session);
    Path records = session.installation().data().resolve("sample-records");
    Files.createDirectories(records);
    try (Project project = session.read(sample)) {
      List<ParsedDocument> parsed = new ArrayList<>();
      new Extraction(session, outcome)
          .run(
              inputs(project.sources()),
              Runtime.getRuntime().availableProcessors(),
              RunOptions.DEFAULT,
              (input, document) -> {
                parsed.add(document);
                RecordFile.of(document).write(records.resolve(RecordFile.name(input.name())));
              });
      Profile profile = session.pipelines().get().profile();
      table(parsed, profile).print(session.terminal().out());
      session.say("");
      regression(project, parsed, outcome);
    }
    session.say("");
    session.say("project    " + sample);
    session.say("extracted  " + records);
    session.say("workbench  the same command where there is a display, or koetsu review " + sample);
    return outcome.exitCode();
  }

  private void regression(Project project, List<ParsedDocument> parsed, Outcome outcome)
      throws Exception {
    if (outcome.exitCode() == Session.FAILED) {
      return; // a document is missing, and that was said
    }
    Path sample = SampleCommand.folder(session);
    Pipeline pipeline = session.pipelines().get();
    GoldRun run = new GoldRun(project, pipeline);
    Regression regression =
        new Regression(
            pipeline.profile(), Baseline.read(sample.resolve(Baseline.FILE)), Gate.USUAL);
    for (ParsedDocument document : parsed) {
      if (run.covers(document.document().name())) {
        regression.add(run.measure(document, RunOptions.DEFAULT));
      }
    }
    RegressionReport report = regression.report();
    session.terminal().out().print(ReportText.table(report));
    for (LedgerItem.Outcome each : LedgerItem.Outcome.values()) {
      session.say(ReportText.name(each) + ": " + report.items(each).size());
    }
    session.terminal().out().print(ReportText.verdict(report));
    session.say("item by item: koetsu test " + sample);
    if (!report.verdict().passed()) {
      outcome.findings();
    }
  }

  private static List<Input> inputs(List<SourceFile> sources) {
    return sources.stream().map(s -> Input.of(s.path(), s.encoding())).toList();
  }

  /** One row per record; the profile's first field stands for the record. */
  private static Table table(List<ParsedDocument> documents, Profile profile) {
    FieldDefinition first = profile.fields().isEmpty() ? null : profile.fields().get(0);
    Table table =
        new Table(
            "document", "record", "kind", first == null ? "" : first.id(), "values", "sections");
    for (ParsedDocument document : documents) {
      for (ParsedRecord record : document.records()) {
        table.row(
            document.document().name(),
            record.id(),
            record.kind(),
            first == null ? "" : Table.shortened(record.first(first.id()), TITLE_WIDTH),
            String.valueOf(record.fields().values().stream().mapToInt(List::size).sum()),
            String.valueOf(record.sections().size()));
      }
    }
    return table;
  }
}
