package koetsu.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import koetsu.api.document.Span;
import koetsu.api.record.ParsedDocument;
import koetsu.measure.Gate;
import koetsu.measure.MeasuredDocument;
import koetsu.measure.Regression;
import koetsu.measure.RegressionReport;
import koetsu.pipeline.Batch;
import koetsu.pipeline.Input;
import koetsu.pipeline.Monitor;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.RunOptions;
import koetsu.project.Author;
import koetsu.project.Project;
import koetsu.records.RecordFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldRunTest {
  private static final Path SAMPLE = Path.of("../../features/sample").toAbsolutePath().normalize();
  private static final Pipeline PIPELINE = Pipeline.onClassPath();

  @TempDir private Path folder;

  /** A project of the sample's documents that have gold, with as much of it as asked for. */
  private Project project(int records) throws Exception {
    Path made = folder.resolve("project");
    List<Path> documents = new ArrayList<>();
    List<RecordFile> gold = new ArrayList<>();
    try (Stream<Path> files = Files.list(SAMPLE.resolve("gold"))) {
      for (Path file : files.sorted().toList()) {
        RecordFile read = RecordFile.read(file);
        gold.add(
            new RecordFile(
                read.document(),
                read.records().subList(0, Math.min(records, read.records().size()))));
        documents.add(SAMPLE.resolve("sources").resolve(read.document().name()));
      }
    }
    Project.create(made, documents);
    Project project = Project.open(made, new Author("hana", "test"), PIPELINE.profile());
    for (RecordFile file : gold) {
      project.importGold(file);
    }
    return project;
  }

  private static MeasuredDocument measured(GoldRun run, String name) throws Exception {
    for (Input input : run.inputs()) {
      if (input.name().equals(name)) {
        return run.measure(parsed(input), RunOptions.DEFAULT);
      }
    }
    throw new AssertionError(name);
  }

  private static ParsedDocument parsed(Input input) throws Exception {
    return PIPELINE.run(PIPELINE.load(input.read()));
  }

  @Test
  void theMachineReadsTheGoldsOwnRecordsToo() throws Exception {
    try (Project project = project(2)) {
      MeasuredDocument measured = measured(new GoldRun(project, PIPELINE), "draft-budget.md");
      assertEquals(
          measured.gold().stream().map(r -> r.spans()).toList(),
          measured.cut().records().stream().map(r -> r.spans()).toList());
      assertEquals(List.of(), measured.reviewed(), "six of the records were not looked at");
      RegressionReport report =
          Regression.run(List.of(measured), PIPELINE.profile(), Optional.empty(), Gate.USUAL);
      assertEquals(report.micro().soft(), report.micro().cut());
      assertTrue(report.micro().cut().right() > 5);
    }
  }

  @Test
  void whereEveryRecordIsReviewedTheWholeDocumentIs() throws Exception {
    try (Project project = project(Integer.MAX_VALUE)) {
      MeasuredDocument measured = measured(new GoldRun(project, PIPELINE), "draft-budget.md");
      int length = measured.predicted().document().length();
      assertEquals(List.of(new Span(0, length)), measured.reviewed());
    }
  }

  @Test
  void goldOfAnotherTextIsNotReadAgainAndFailsTheGate() throws Exception {
    try (Project project = project(2)) {
      Path source = project.folder().resolve("sources/draft-budget.md");
      Files.writeString(source, "\n" + Files.readString(source));
      MeasuredDocument measured = measured(new GoldRun(project, PIPELINE), "draft-budget.md");
      assertNull(measured.cut());
      RegressionReport report =
          Regression.run(List.of(measured), PIPELINE.profile(), Optional.empty(), Gate.USUAL);
      assertTrue(report.verdict().reasons().get(0).startsWith("draft-budget.md: gold: "));
    }
  }

  @Test
  void aRunThatIsCancelledStopsAndLeavesTheProjectAsItWas() throws Exception {
    try (Project project = project(Integer.MAX_VALUE)) {
      project.flush();
      List<String> before = files(project.folder());
      GoldRun run = new GoldRun(project, PIPELINE);
      Regression regression = new Regression(PIPELINE.profile(), Optional.empty(), Gate.USUAL);
      List<String> seen = new ArrayList<>();
      Monitor afterOne =
          new Monitor() {
            @Override
            public void progress(int done, int total) {
              seen.add(done + " of " + total);
            }

            @Override
            public boolean cancelled() {
              return seen.contains("1 of 4");
            }
          };
      assertThrows(
          CancellationException.class,
          () ->
              new Batch(PIPELINE, RunOptions.DEFAULT.withMonitor(afterOne), 1)
                  .run(
                      run.inputs(),
                      result -> regression.add(run.measure(result.parsed(), RunOptions.DEFAULT))));
      assertTrue(seen.contains("0 of 4"), seen.toString());
      assertTrue(seen.size() < 5, seen.toString());
      assertEquals(before, files(project.folder()));
      assertTrue(regression.report().exact().of() > 0, "what was compared can still be told");
    }
  }

  private static List<String> files(Path folder) throws Exception {
    List<String> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        files.add(folder.relativize(file) + " " + Files.size(file));
      }
    }
    return files;
  }

  @Test
  void aDocumentThatIsGoneIsNamed() throws Exception {
    try (Project project = project(1)) {
      Files.delete(project.folder().resolve("sources/draft-budget.md"));
      GoldException said =
          assertThrows(GoldException.class, () -> new GoldRun(project, PIPELINE).inputs());
      assertEquals("draft-budget.md", said.missing());
      assertTrue(said.getMessage().contains("put it back"), said.getMessage());
    }
  }
}
