package koetsu.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import koetsu.gate.GoldException;
import koetsu.gate.GoldRun;
import koetsu.measure.Baseline;
import koetsu.measure.Gate;
import koetsu.measure.Regression;
import koetsu.pipeline.Input;
import koetsu.pipeline.Pipeline;
import koetsu.project.Author;
import koetsu.project.Project;
import koetsu.records.RecordFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class GoldTest {
  private static final Path SAMPLE = Path.of("../../features/sample").toAbsolutePath().normalize();
  private static final Pipeline PIPELINE = Pipeline.onClassPath();

  @TempDir private static Path shared;
  @TempDir private Path folder;

  @BeforeAll
  static void makeSample() throws Exception {
    project(shared.resolve("sample"), "", "");
  }

  /** The test class that an extractor's author writes. */
  @TestFactory
  Stream<DynamicNode> gold() throws Exception {
    return Gold.of(shared.resolve("sample")).fields("name", "budget", "cap").tests();
  }

  private static Path project(Path folder, String printed, String other) throws Exception {
    Path source = SAMPLE.resolve("sources/draft-budget.md");
    Path gold = folder.resolveSibling(folder.getFileName() + ".records.jsonl");
    String records = Files.readString(SAMPLE.resolve("gold/draft-budget.records.jsonl"));
    Files.writeString(gold, printed.isEmpty() ? records : records.replaceFirst(printed, other));
    Project.create(folder, List.of(source));
    try (Project project = Project.open(folder, new Author("hana", "test"), PIPELINE.profile())) {
      project.importGold(RecordFile.read(gold));
    }
    return folder;
  }

  private static List<DynamicTest> tests(Stream<DynamicNode> nodes) {
    return nodes
        .map(DynamicContainer.class::cast)
        .flatMap(DynamicContainer::getChildren)
        .map(DynamicTest.class::cast)
        .toList();
  }

  private static DynamicTest failing(List<DynamicTest> tests) {
    List<DynamicTest> failing =
        tests.stream()
            .filter(
                test -> {
                  try {
                    test.getExecutable().execute();
                    return false;
                  } catch (Throwable failure) {
                    return true;
                  }
                })
            .toList();
    assertEquals(1, failing.size(), failing.toString());
    return failing.get(0);
  }

  @Test
  void everyItemIsATestThatKnowsItsLine() throws Exception {
    List<DynamicTest> tests = tests(Gold.of(shared.resolve("sample")).tests());
    assertEquals(99, tests.size());
    assertEquals(tests.size(), tests.stream().map(DynamicNode::getDisplayName).distinct().count());
    assertTrue(
        tests.stream()
            .allMatch(t -> t.getTestSourceUri().orElseThrow().toString().contains("?line=")));
    for (DynamicTest test : tests) {
      assertDoesNotThrow(test.getExecutable(), test.getDisplayName());
    }
  }

  @Test
  void aFailureShowsTheLineBothValuesAndWhyNot() throws Exception {
    Path project =
        project(folder.resolve("p"), "\\{\"value\":\"(2/3|1/2|定額)\"", "{\"value\":\"5/7\"");
    DynamicTest failing = failing(tests(Gold.of(project).fields("subsidyRate").tests()));
    AssertionFailedError failure =
        assertThrows(AssertionFailedError.class, failing.getExecutable());
    assertEquals("5/7", failure.getExpected().getStringRepresentation());
    String message = failure.getMessage();
    assertTrue(message.contains("expected  5/7"), message);
    assertTrue(message.contains("found     "), message);
    assertTrue(message.lines().anyMatch(l -> l.matches("> +[0-9]+ \\| .+")), message);
  }

  @Test
  void whatWasWrongWhenItWasApprovedIsAborted() throws Exception {
    Path project =
        project(folder.resolve("p"), "\\{\"value\":\"(2/3|1/2|定額)\"", "{\"value\":\"5/7\"");
    DynamicTest wrong = failing(tests(Gold.of(project).fields("subsidyRate").tests()));
    assertThrows(AssertionFailedError.class, wrong.getExecutable());
    try (Project opened = Project.read(project, new Author("hana", "test"), PIPELINE.profile())) {
      GoldRun run = new GoldRun(opened, PIPELINE);
      Regression regression = new Regression(PIPELINE.profile(), Optional.empty(), Gate.USUAL);
      for (Input input : run.inputs()) {
        regression.add(run.measure(PIPELINE.run(PIPELINE.load(input.read()))));
      }
      regression.report().approve("known").write(project.resolve(Baseline.FILE));
    }
    DynamicTest known = failing(tests(Gold.of(project).fields("subsidyRate").tests()));
    assertThrows(TestAbortedException.class, known.getExecutable());
  }

  @Test
  void aProjectWithoutGoldSaysSo() throws Exception {
    Path empty = folder.resolve("empty");
    Project.create(empty, List.of(SAMPLE.resolve("sources/draft-budget.md")));
    GoldException said = assertThrows(GoldException.class, () -> Gold.of(empty).tests());
    assertTrue(said.getMessage().contains("no gold"), said.getMessage());
  }
}
