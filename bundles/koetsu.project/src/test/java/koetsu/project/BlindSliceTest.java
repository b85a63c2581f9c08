package koetsu.project;

import static koetsu.project.Sheets.HANA;
import static koetsu.project.Sheets.PROFILE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.record.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlindSliceTest {
  @TempDir Path temp;
  private Path folder;
  private ParsedDocument extraction;

  @BeforeEach
  void createProject() throws Exception {
    Path source = temp.resolve("a.txt");
    Files.writeString(source, "海辺の事業\n担当: 港湾課\n\n山の事業\n担当: 林野課\n");
    folder = temp.resolve("project");
    Project.create(folder, List.of(source));
    ParsedDocument plain = EditingProcess.extraction(folder);
    extraction =
        new ParsedDocument(
            plain.document(),
            plain.records(),
            List.of(),
            List.of(
                new Problem(Problem.Severity.WARNING, "koetsu.test#sum", "x", "r0001", null),
                new Problem(Problem.Severity.WARNING, "koetsu.test#sum", "y", "r0002", null)));
  }

  private Project open() throws ProjectException {
    Project project = Project.open(folder, HANA, PROFILE);
    project.present(extraction);
    return project;
  }

  private static ParsedRecord record(Project project, String id) {
    return project.document("a.txt").orElseThrow().record(id).orElseThrow();
  }

  /** A slice that holds the first record and not the second one. */
  private static BlindSlice firstOnly() {
    return IntStream.range(0, 1000)
        .mapToObj(seed -> new BlindSlice(0.5, seed))
        .filter(s -> s.holds("a.txt", "r0001") && !s.holds("a.txt", "r0002"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aShareOfTheRecordsIsInTheSliceWhateverTheDocuments() {
    BlindSlice slice = new BlindSlice(0.2, 7);
    long held =
        IntStream.range(0, 5000).filter(i -> slice.holds("d" + i % 7 + ".txt", "r" + i)).count();
    assertTrue(held > 900 && held < 1100, held + " of 5000");
    assertEquals(
        0, IntStream.range(0, 500).filter(i -> new BlindSlice(0, 7).holds("a", "r" + i)).count());
    assertEquals(
        500, IntStream.range(0, 500).filter(i -> new BlindSlice(1, 7).holds("a", "r" + i)).count());
    assertThrows(IllegalArgumentException.class, () -> new BlindSlice(1.5, 1));
  }

  @Test
  void aBlindRecordShowsNothingOfTheMachineUntilItIsReviewed() throws Exception {
    try (Project project = open()) {
      project.setBlindSlice(firstOnly());
    }
    try (Project project = open()) {
      assertEquals(firstOnly(), project.blindSlice().orElseThrow());
      assertTrue(project.isBlind("a.txt", "r0001"));
      assertFalse(project.isBlind("a.txt", "r0002"));
      assertEquals(Map.of(), record(project, "r0001").fields());
      assertEquals("山の事業", record(project, "r0002").first("name"));
      assertEquals(
          List.of("y"),
          project.document("a.txt").orElseThrow().problems().stream()
              .map(Problem::message)
              .toList());
      project.add("a.txt", "r0001", "name", Value.of("浜の事業"), null, List.of());
      assertEquals(
          List.of("浜の事業"),
          record(project, "r0001").values("name").stream().map(v -> v.value().toString()).toList());
      project.review("a.txt", "r0001");
      project.review("a.txt", "r0002");
      assertEquals(List.of(), record(project, "r0001").fields().get("department"));
    }
    try (Project project = open()) {
      List<ParsedRecord> gold = project.gold().get(0).records();
      assertEquals(List.of(true, false), gold.stream().map(BlindSlice::isBlind).toList());
      project.setBlindSlice(null);
      assertTrue(project.isBlind("a.txt", "r0001"));
      assertEquals(
          List.of(true, false),
          project.gold().get(0).records().stream().map(BlindSlice::isBlind).toList());
    }
  }
}
