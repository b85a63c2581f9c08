package koetsu.cli.internal;

import java.util.List;
import java.util.Optional;
import koetsu.gate.GoldRun;
import koetsu.measure.Baseline;
import koetsu.measure.Gate;
import koetsu.measure.Regression;
import koetsu.measure.RegressionReport;
import koetsu.pipeline.Input;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.PlugInJar;
import koetsu.project.Project;

/** A project's gold under another set of bundles; nothing of it stays. */
final class VariantRun {
  private final Session session;
  private final MachineOptions machine;
  private final Project project;

  VariantRun(Session session, MachineOptions machine, Project project) {
    this.session = session;
    this.machine = machine;
    this.project = project;
  }

  /**
   * Runs the gold.
   *
   * @param inputs documents of the gold
   * @param jars what takes the place of bundles of today, or comes along
   * @throws UserException where a document could not be read
   */
  RegressionReport report(List<Input> inputs, List<PlugInJar> jars, Optional<Baseline> baseline)
      throws Exception {
    try (Pipeline.Variant variant = session.pipelines().get().with(jars)) {
      Pipeline pipeline = variant.pipeline();
      GoldRun run = new GoldRun(project, pipeline);
      Regression regression = new Regression(pipeline.profile(), baseline, Gate.USUAL);
      Outcome outcome = new Outcome(session);
      new Extraction(session.with(pipeline), outcome)
          .run(
              inputs,
              machine.jobs(),
              machine.runOptions(),
              (input, parsed) -> regression.add(run.measure(parsed)));
      if (outcome.exitCode() == Session.FAILED) {
        throw new UserException(
            "not all documents of the gold could be read; nothing was compared");
      }
      return regression.report();
    }
  }
}
