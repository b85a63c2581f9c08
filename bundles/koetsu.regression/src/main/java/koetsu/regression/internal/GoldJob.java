package koetsu.regression.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import koetsu.api.record.ParsedDocument;
import koetsu.gate.GoldException;
import koetsu.gate.GoldRun;
import koetsu.measure.Baseline;
import koetsu.measure.Gate;
import koetsu.measure.Regression;
import koetsu.measure.RegressionReport;
import koetsu.measure.RunHistory;
import koetsu.pipeline.Input;
import koetsu.pipeline.Monitor;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.RunOptions;
import koetsu.review.ReviewSession;
import koetsu.workbench.Jobs;

/** Extracts the documents of the gold anew and holds the result against it. */
final class GoldJob {
  private final ReviewSession session;

  GoldJob(ReviewSession session) {
    this.session = session;
  }

  /**
   * Thread: a background one.
   *
   * @return empty where the project has no gold yet
   * @throws CancellationException where the person wants it to stop
   */
  Optional<RegressionReport> run(Jobs.Progress progress) throws Exception {
    Pipeline pipeline = session.pipeline();
    GoldRun run = new GoldRun(session.project(), pipeline);
    if (run.isEmpty()) {
      return Optional.empty();
    }
    Optional<Baseline> baseline = Baseline.read(session.project().folder().resolve(Baseline.FILE));
    Regression regression = new Regression(pipeline.profile(), baseline, Gate.USUAL);
    List<Input> inputs = inputs(run);
    for (int i = 0; i < inputs.size(); i++) {
      Input input = inputs.get(i);
      // a document is read twice: as the machine cuts it, and as the gold does
      ParsedDocument parsed =
          pipeline.run(
              pipeline.load(input.read()), options(progress, input.name(), 2 * i, inputs.size()));
      regression.add(
          run.measure(parsed, options(progress, input.name(), 2 * i + 1, inputs.size())));
    }
    return Optional.of(new RunHistory(session.project().folder()).add(regression.report()));
  }

  private static List<Input> inputs(GoldRun run) throws Exception {
    try {
      return run.inputs();
    } catch (GoldException e) {
      throw e.missing() == null
          ? e
          : new IllegalStateException(Texts.of("nosource", e.missing()), e);
    }
  }

  /** One of two readings of each of some documents. */
  private static RunOptions options(Jobs.Progress progress, String name, int turn, int documents) {
    return RunOptions.DEFAULT.withMonitor(
        new Monitor() {
          @Override
          public void progress(int done, int total) {
            double here = total == 0 ? 0 : (double) done / total;
            progress.at((turn + here) / (2 * documents), name);
          }

          @Override
          public boolean cancelled() {
            return progress.isCancelled();
          }
        });
  }
}
