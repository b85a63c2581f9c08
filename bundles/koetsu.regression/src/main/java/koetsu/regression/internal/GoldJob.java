package koetsu.regression.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import koetsu.api.document.SourceDocument;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
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
import koetsu.pipeline.PlugInJar;
import koetsu.pipeline.Readings;
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
      SourceDocument document = pipeline.load(input.read());
      List<ParsedRecord> cut = run.cut(document);
      RunOptions options = options(progress, input.name(), i, inputs.size());
      regression.add(
          run.measure(
              cut == null
                  ? new Readings(pipeline.run(document, options), null)
                  : pipeline.read(document, cut, options)));
    }
    return Optional.of(new RunHistory(session.project().folder()).add(regression.report()));
  }

  /**
   * What a bundle would change. Thread: a background one.
   *
   * @return empty where the project has no gold yet
   * @throws CancellationException where the person wants it to stop
   */
  Optional<Trial> trial(PlugInJar jar, Jobs.Progress progress) throws Exception {
    Pipeline today = session.pipeline();
    GoldRun run = new GoldRun(session.project(), today);
    if (run.isEmpty()) {
      return Optional.empty();
    }
    List<Input> inputs = inputs(run);
    int turns = 3 * inputs.size();
    try (Pipeline.Variant variant = today.with(List.of(jar))) {
      Regression before = new Regression(today.profile(), Optional.empty(), Gate.USUAL);
      for (int i = 0; i < inputs.size(); i++) {
        read(today, inputs.get(i), options(progress, inputs.get(i).name(), i, turns), run, before);
      }
      Pipeline changed = variant.pipeline();
      GoldRun changedRun = new GoldRun(session.project(), changed);
      Regression after =
          new Regression(
              changed.profile(), Optional.of(before.report().approve(jar.bundle())), Gate.USUAL);
      long without = 0;
      long with = 0;
      // the first reading was slower for warming up: the second is what the time is compared with
      for (int i = 0; i < inputs.size(); i++) {
        Input input = inputs.get(i);
        int turn = inputs.size() + 2 * i;
        without += read(today, input, options(progress, input.name(), turn, turns), run, null);
        with +=
            read(
                changed,
                input,
                options(progress, input.name(), turn + 1, turns),
                changedRun,
                after);
      }
      return Optional.of(
          new Trial(
              jar,
              changed.profile(),
              after.report(),
              Duration.ofNanos(without / inputs.size()),
              Duration.ofNanos(with / inputs.size())));
    }
  }

  /**
   * Reads a document of the gold and says how long that took.
   *
   * @param regression takes the outcome; may be null
   */
  private static long read(
      Pipeline pipeline, Input input, RunOptions options, GoldRun run, Regression regression)
      throws Exception {
    SourceDocument document = pipeline.load(input.read());
    long begun = System.nanoTime();
    ParsedDocument parsed = pipeline.run(document, options);
    long nanos = System.nanoTime() - begun;
    if (regression != null) {
      regression.add(run.measure(parsed));
    }
    return nanos;
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

  /** One of the turns that a job is made of. */
  private static RunOptions options(Jobs.Progress progress, String name, int turn, int turns) {
    return RunOptions.DEFAULT.withMonitor(
        new Monitor() {
          @Override
          public void progress(int done, int total) {
            double here = total == 0 ? 0 : (double) done / total;
            progress.at((turn + here) / turns, name);
          }

          @Override
          public boolean cancelled() {
            return progress.isCancelled();
          }
        });
  }
}
