package koetsu.cli.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import koetsu.api.plugin.LoadException;
import koetsu.measure.CalibrationFigures;
import koetsu.measure.Calibrator;
import koetsu.measure.Judgement;
import koetsu.measure.MeasuredDocument;
import koetsu.pipeline.Input;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.RunOptions;
import koetsu.records.AtomicFile;
import koetsu.records.Calibration;
import koetsu.records.RecordFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "calibrate",
    description = {
      "Fits the confidence of values to gold and writes the curves.",
      "Use gold that no rule was tuned on. The figures shown are cross-fitted: each record is"
          + " calibrated by the others. What is written is fitted to all of it."
    })
final class CalibrateCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private HelpOption help;

  @Option(
      names = "--gold",
      required = true,
      paramLabel = "DIR",
      description = "Folder of *" + RecordFile.SUFFIX + " files.")
  private Path gold;

  @Option(
      names = "--text",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the documents they speak of.")
  private Path text;

  @Option(
      names = "--only",
      paramLabel = "FILE",
      description = "Ids of the gold records to use, one a line; by default all.")
  private Path only;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write.")
  private Path out;

  CalibrateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Pipeline pipeline = session.pipelines().get();
    List<Judgement> judgements = Judgement.of(pipeline.profile(), documents(pipeline));
    session.say("as the extractors say");
    session.terminal().out().print(CalibrationFigures.table(CalibrationFigures.of(judgements)));
    session.say("");
    session.say("calibrated, each record by the others");
    List<Judgement> fitted = Calibrator.crossFitted(judgements);
    session.terminal().out().print(CalibrationFigures.table(CalibrationFigures.of(fitted)));
    AtomicFile.write(out, Calibrator.fit(judgements).toBytes());
    return Session.DONE;
  }

  private List<MeasuredDocument> documents(Pipeline pipeline) throws IOException, LoadException {
    List<Path> files;
    try (Stream<Path> all = Files.list(gold)) {
      files = all.filter(f -> f.toString().endsWith(RecordFile.SUFFIX)).sorted().toList();
    }
    Set<String> ids =
        only == null ? null : new HashSet<>(Files.readAllLines(only, StandardCharsets.UTF_8));
    RunOptions raw = RunOptions.DEFAULT.withCalibration(Calibration.NONE);
    List<MeasuredDocument> documents = new ArrayList<>();
    for (Path file : files) {
      RecordFile read = RecordFile.read(file);
      Path source = text.resolve(read.document().name());
      MeasuredDocument all =
          MeasuredDocument.of(
              pipeline.run(pipeline.load(Input.of(source, null).read()), raw), read);
      documents.add(
          new MeasuredDocument(
              all.predicted(),
              all.gold().stream().filter(r -> ids == null || ids.contains(r.id())).toList(),
              List.of(),
              all.goldFaults()));
    }
    return documents;
  }
}
