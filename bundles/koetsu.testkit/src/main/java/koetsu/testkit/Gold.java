package koetsu.testkit;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import koetsu.api.plugin.LoadException;
import koetsu.gate.GoldException;
import koetsu.gate.GoldRun;
import koetsu.measure.Baseline;
import koetsu.measure.Gate;
import koetsu.measure.LedgerItem;
import koetsu.measure.LedgerItem.Outcome;
import koetsu.measure.Regression;
import koetsu.measure.RegressionReport;
import koetsu.pipeline.Input;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.RunOptions;
import koetsu.project.Author;
import koetsu.project.Project;
import koetsu.project.ProjectException;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * A project's gold as JUnit tests, one for each item, with the plug-ins of the class path:
 *
 * <pre>{@code
 * class CapExtractorGoldTest {
 *   @TestFactory
 *   Stream<DynamicNode> gold() throws Exception {
 *     return Gold.of(Path.of("src/test/gold")).fields("cap").tests();
 *   }
 * }
 * }</pre>
 *
 * <p>An item passes where the machine says what the gold says. Against an approved baseline only
 * what was broken since fails; what was wrong already is aborted, so that it is seen and stops
 * nobody. A failure shows the lines of the source, both values with their rules, and where the
 * machine says nothing the rules that looked there and the condition that failed.
 */
public final class Gold {
  private final Path project;
  private final Pipeline pipeline;
  private final Set<String> fields;

  private Gold(Path project, Pipeline pipeline, Set<String> fields) {
    this.project = Objects.requireNonNull(project);
    this.pipeline = Objects.requireNonNull(pipeline);
    this.fields = fields;
  }

  /**
   * The gold of a project folder.
   *
   * @throws IllegalStateException where the class path has no text services
   */
  public static Gold of(Path project) {
    return of(project, Pipeline.onClassPath());
  }

  /** The gold of a project folder, for other plug-ins than those of the class path. */
  public static Gold of(Path project, Pipeline pipeline) {
    return new Gold(project, pipeline, Set.of());
  }

  /** Only the items of some fields; by default all, those of a record's structure included. */
  public Gold fields(String... ids) {
    return new Gold(project, pipeline, Set.of(ids));
  }

  /**
   * Extracts the documents and makes the tests: a container for each document, a test for each
   * item.
   *
   * @throws ProjectException where the folder is no project
   * @throws GoldException where it has no gold, or a document of it is missing
   * @throws LoadException where a document cannot be read
   * @throws IOException where the baseline cannot be read
   */
  public Stream<DynamicNode> tests()
      throws ProjectException, GoldException, LoadException, IOException {
    Map<String, Input> inputs = new LinkedHashMap<>();
    RegressionReport report;
    try (Project opened = Project.read(project, new Author("test", "test"), pipeline.profile())) {
      GoldRun run = new GoldRun(opened, pipeline);
      Regression regression =
          new Regression(
              pipeline.profile(),
              Baseline.read(opened.folder().resolve(Baseline.FILE)),
              Gate.USUAL);
      for (Input input : run.inputs()) {
        inputs.put(input.name(), input);
        regression.add(run.measure(pipeline.run(pipeline.load(input.read()), RunOptions.DEFAULT)));
      }
      report = regression.report();
    }
    List<DynamicNode> documents = new ArrayList<>();
    for (Input input : inputs.values()) {
      documents.add(DynamicContainer.dynamicContainer(input.name(), tests(report, input).stream()));
    }
    return documents.stream();
  }

  private List<DynamicTest> tests(RegressionReport report, Input input) {
    Reasons reasons = new Reasons(pipeline, input);
    Map<String, Integer> turns = new HashMap<>();
    List<DynamicTest> tests = new ArrayList<>();
    for (LedgerItem item : report.ledger()) {
      if (item.document().equals(input.name())
          && (fields.isEmpty() || fields.contains(item.field()))) {
        String name = name(item);
        int turn = turns.merge(name, 1, Integer::sum);
        tests.add(
            DynamicTest.dynamicTest(
                turn == 1 ? name : name + " #" + turn,
                URI.create(Path.of(input.place()).toUri() + "?line=" + item.line()),
                () -> check(item, report.baselineKnown(), reasons)));
      }
    }
    return tests;
  }

  private static String name(LedgerItem item) {
    Object content = item.expected() != null ? item.expected() : item.actual();
    return "line "
        + item.line()
        + " "
        + item.field()
        + (content == null ? "" : ": " + content.toString().replaceAll("\\s*\\R\\s*", " "));
  }

  private static void check(LedgerItem item, boolean approved, Reasons reasons) {
    if (item.outcome() == Outcome.RIGHT || item.outcome() == Outcome.FIXED) {
      return;
    }
    String message = reasons.message(item);
    if (approved && item.outcome() == Outcome.STILL_WRONG) {
      throw new TestAbortedException("known since the baseline was approved\n" + message);
    }
    throw new AssertionFailedError(
        message,
        item.expected() == null ? "nothing" : item.expected().toString(),
        item.actual() == null ? "nothing" : item.actual().toString());
  }
}
