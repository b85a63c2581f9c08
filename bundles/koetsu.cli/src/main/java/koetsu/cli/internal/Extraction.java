package koetsu.cli.internal;

import java.io.IOException;
import java.util.List;
import koetsu.api.document.SourceDocument;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.Problem;
import koetsu.pipeline.Batch;
import koetsu.pipeline.Input;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.RunOptions;

/** Runs the machine over inputs, with progress on a terminal and complaints on standard error. */
final class Extraction {
  private final Session session;
  private final Outcome outcome;

  /** Takes each document's records in the order of the inputs. */
  @FunctionalInterface
  interface Sink {
    void accept(Input input, ParsedDocument parsed) throws IOException;
  }

  Extraction(Session session, Outcome outcome) {
    this.session = session;
    this.outcome = outcome;
  }

  /** Runs the machine until Ctrl+C, which does not cut off what the sink writes. */
  void run(List<Input> inputs, int jobs, RunOptions options, Sink sink) throws IOException {
    Interruption.<Void, IOException>watch(
        session,
        progress -> {
          Batch.Sink<IOException> whole =
              result -> progress.write(() -> sink.accept(result.input(), result.parsed()));
          run(inputs, jobs, options, document -> null, whole, progress);
          return null;
        });
  }

  /**
   * Runs the machine as a part of some work.
   *
   * @param given what a person has cut, to be read as well
   * @param sink takes what could be loaded
   * @param progress of that work
   */
  void run(
      List<Input> inputs,
      int jobs,
      RunOptions options,
      Batch.Given given,
      Batch.Sink<IOException> sink,
      ProgressLine progress)
      throws IOException {
    Pipeline pipeline = session.pipelines().get();
    for (Problem problem : pipeline.problems()) {
      progress.clear();
      outcome.found(problem.source() + ": " + problem.message());
    }
    new Batch(pipeline, options.withMonitor(progress), jobs)
        .<IOException>run(
            inputs,
            given,
            result -> {
              progress.clear();
              if (result.error() != null) {
                outcome.failed(result.error());
                return;
              }
              for (Problem problem : result.parsed().problems()) {
                if (problem.severity() == Problem.Severity.ERROR) {
                  outcome.found(describe(problem, result.parsed().document()));
                }
              }
              sink.accept(result);
            });
  }

  private static String describe(Problem problem, SourceDocument document) {
    String where = document.name();
    if (problem.span() != null) {
      where += ", line " + (document.lineAt(problem.span().begin()).number() + 1);
    }
    if (problem.record() != null) {
      where += " (" + problem.record() + ")";
    }
    return where + ": " + problem.message() + " [" + problem.source() + "]";
  }
}
