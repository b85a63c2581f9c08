package koetsu.project;

import static koetsu.project.Sheets.HANA;
import static koetsu.project.Sheets.PROFILE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.api.record.Why;
import koetsu.records.RecordFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectTest {
  private static final String TEXT = "海辺の事業\n担当: 港湾課\n\n山の事業\n担当: 林野課\n";
  @TempDir Path temp;
  private Path folder;
  private SourceDocument document;

  @BeforeEach
  void createProject() throws Exception {
    Path source = temp.resolve("a.txt");
    Files.writeString(source, TEXT);
    folder = temp.resolve("project");
    Project.create(folder, List.of(source));
    document = document(TEXT);
  }

  private static SourceDocument document(String text) {
    return Sheets.document("a.txt", text);
  }

  private FieldValue machine(String text) {
    return Sheets.machine(document, text);
  }

  private ParsedRecord record(String id, String name, String department) {
    return Sheets.record(document, id, name, department);
  }

  private ParsedDocument extraction() {
    return new ParsedDocument(
        document,
        List.of(record("r0001", "海辺の事業", "港湾課"), record("r0002", "山の事業", "林野課")),
        List.of(),
        List.of());
  }

  private Project open() throws ProjectException {
    Project project = Project.open(folder, HANA, PROFILE);
    project.present(extraction());
    return project;
  }

  private static ParsedRecord record(Project project, String id) {
    return project.document("a.txt").orElseThrow().record(id).orElseThrow();
  }

  private static FieldValue only(Project project, String id, String field) {
    List<FieldValue> values = record(project, id).values(field);
    assertEquals(1, values.size());
    return values.get(0);
  }

  private static void correct(Project project, String id, String field, String text)
      throws ProjectException {
    FieldValue old = only(project, id, field);
    project.correct("a.txt", id, field, old, Value.of(text), old.text(), old.spans());
  }

  private String gold(Project project) throws IOException {
    project.flush();
    Path file = folder.resolve("gold/a.records.jsonl");
    return Files.exists(file) ? Files.readString(file) : "";
  }

  @Test
  void correctionsOutliveARestart() throws Exception {
    try (Project project = open()) {
      correct(project, "r0002", "department", "森林課");
    }
    try (Project project = open()) {
      FieldValue value = only(project, "r0002", "department");
      assertEquals(Value.of("森林課"), value.value());
      assertEquals(Status.CORRECTED, value.status());
      assertEquals(
          Value.of("林野課"),
          project.machineValue("a.txt", "r0002", "department", value).orElseThrow().value());
      assertEquals(RecordState.IN_REVIEW, record(project, "r0002").state());
      assertEquals(RecordState.UNTOUCHED, record(project, "r0001").state());
    }
  }

  @Test
  void everyKindOfEditIsUndoneAndRedoneAcrossRestarts() throws Exception {
    List<DocumentState> states = new ArrayList<>();
    try (Project project = open()) {
      states.add(project.document("a.txt").orElseThrow());
      project.accept("a.txt", "r0001", "name", only(project, "r0001", "name"));
      states.add(project.document("a.txt").orElseThrow());
      project.add("a.txt", "r0001", "department", Value.of("水産課"), null, List.of());
      states.add(project.document("a.txt").orElseThrow());
      project.reject(
          "a.txt", "r0001", "department", record(project, "r0001").values("department").get(0));
      states.add(project.document("a.txt").orElseThrow());
      correct(project, "r0002", "name", "里山の事業");
      states.add(project.document("a.txt").orElseThrow());
      project.review("a.txt", "r0001");
      states.add(project.document("a.txt").orElseThrow());
      project.setState("a.txt", "r0001", RecordState.LOCKED);
      states.add(project.document("a.txt").orElseThrow());
    }
    for (int i = states.size() - 2; i >= 0; i--) {
      try (Project project = open()) {
        assertTrue(project.undo().isPresent());
        assertEquals(states.get(i).records(), project.document("a.txt").orElseThrow().records());
      }
    }
    try (Project project = open()) {
      assertTrue(project.undo().isEmpty());
      for (int i = 1; i < states.size(); i++) {
        assertTrue(project.redo().isPresent());
        assertEquals(states.get(i).records(), project.document("a.txt").orElseThrow().records());
      }
      assertTrue(project.redo().isEmpty());
      assertEquals(18, project.events().size());
    }
  }

  @Test
  void whyAMachineSaidSomethingOutlivesUndoRedoAndRestart() throws Exception {
    Why why = new Why("koetsu.test/1.0.0#rule", List.of(), List.of("found", "cut"));
    ParsedRecord found = record("r0001", "海辺の事業", "港湾課");
    FieldValue name = machine("海辺の事業").withWhy(why);
    ParsedDocument extraction =
        Sheets.extraction(
            document,
            found.withFields(
                Map.of("name", List.of(name), "department", found.values("department"))));
    try (Project project = Project.open(folder, HANA, PROFILE)) {
      project.present(extraction);
      project.accept("a.txt", "r0001", "name", only(project, "r0001", "name"));
      project.undo();
      assertEquals(name, only(project, "r0001", "name"));
      project.redo();
      assertEquals(name.withStatus(Status.ACCEPTED), only(project, "r0001", "name"));
      project.review("a.txt", "r0001");
    }
    try (Project project = Project.open(folder, HANA, PROFILE)) {
      project.present(extraction);
      assertEquals(why, only(project, "r0001", "name").why());
      project.undo();
      project.undo();
      correct(project, "r0001", "name", "磯の事業");
      assertNull(only(project, "r0001", "name").why(), "the machine never said that");
    }
    try (Project project = open()) {
      project.undo();
      project.redo();
      assertNull(only(project, "r0001", "name").why(), "the machine gives no reason any more");
    }
  }

  @Test
  void anEditAfterAnUndoForgetsTheRedo() throws Exception {
    try (Project project = open()) {
      correct(project, "r0001", "name", "浜の事業");
      project.undo();
      correct(project, "r0001", "name", "磯の事業");
      assertTrue(project.redoable().isEmpty());
      project.undo();
      assertEquals(Value.of("海辺の事業"), only(project, "r0001", "name").value());
    }
  }

  @Test
  void goldHoldsReviewedRecordsOnlyAndNamesWhatIsEmpty() throws Exception {
    try (Project project = open()) {
      correct(project, "r0001", "name", "浜の事業");
      assertEquals("", gold(project));
      project.reject("a.txt", "r0001", "department", only(project, "r0001", "department"));
      project.review("a.txt", "r0001");
      assertTrue(gold(project).contains("浜の事業"));
      assertTrue(gold(project).contains("\"department\":[]"), gold(project));
      assertTrue(gold(project).contains("\"state\":\"reviewed\""));
      assertFalse(gold(project).contains("山の事業"));
      project.undo();
      assertEquals("", gold(project));
    }
  }

  @Test
  void replayGivesTheSameGoldBytes() throws Exception {
    String written;
    try (Project project = open()) {
      correct(project, "r0002", "name", "里山の事業");
      project.review("a.txt", "r0002");
      project.review("a.txt", "r0001");
      written = gold(project);
    }
    Files.delete(folder.resolve("gold/a.records.jsonl"));
    try (Project project = open()) {
      assertEquals(written, gold(project));
      assertEquals(written, new String(project.gold().get(0).toBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void importedGoldIsOneEditAndComesOutAsItWentIn() throws Exception {
    RecordFile file;
    try (Project project = open()) {
      project.review("a.txt", "r0001");
      project.review("a.txt", "r0002");
      file = project.gold().get(0);
      project.undo();
      project.undo();
      assertEquals(2, project.importGold(file));
      assertEquals(0, project.importGold(file));
      assertEquals(file, project.gold().get(0));
      project.undo();
      assertTrue(project.gold().isEmpty());
    }
  }

  @Test
  void goldOfAnotherEditionIsRefused() throws Exception {
    RecordFile file =
        RecordFile.of(
            new ParsedDocument(
                document(TEXT + "追記\n"), extraction().records(), List.of(), List.of()));
    try (Project project = open()) {
      ProjectException refused =
          assertThrows(ProjectException.class, () -> project.importGold(file));
      assertTrue(refused.getMessage().contains("another edition of a.txt"));
    }
  }

  @Test
  void aDecisionWinsOverWhatTheMachineSaysLater() throws Exception {
    try (Project project = open()) {
      correct(project, "r0001", "department", "漁港課");
      ParsedRecord again = record("r0009", "海辺の事業", "港湾課");
      FieldValue better =
          new FieldValue(
              Value.of("事業"),
              "事業",
              List.of(new Span(3, 5)),
              0.5,
              "koetsu.test/2.0.0#rule",
              Status.MACHINE,
              null,
              Map.of());
      again = again.withField("department", List.of(machine("港湾課"), better));
      DocumentState state =
          project.present(
              new ParsedDocument(
                  document, List.of(again, record("r0001", "山の事業", "林野課")), List.of(), List.of()));
      ParsedRecord seaside = state.record("r0001").orElseThrow();
      assertEquals(
          List.of("漁港課", "事業"),
          seaside.values("department").stream().map(v -> v.value().toString()).toList());
      assertEquals("山の事業", state.records().get(1).first("name"));
      assertFalse(state.records().get(1).id().equals("r0001"));
    }
  }

  @Test
  void aDecisionThatFindsNoPlaceIsKeptAndReported() throws Exception {
    try (Project project = open()) {
      correct(project, "r0001", "department", "漁港課");
      DocumentState state =
          project.present(
              new ParsedDocument(
                  document, List.of(record("r0001", "山の事業", "林野課")), List.of(), List.of()));
      assertEquals("漁港課", state.record("r0001").orElseThrow().first("department"));
      assertEquals(1, state.problems().size());
      assertEquals("r0001", state.problems().get(0).record());
    }
  }

  @Test
  void aTornLastLineIsCutOffAndReported() throws Exception {
    try (Project project = open()) {
      correct(project, "r0001", "name", "浜の事業");
    }
    Path log = folder.resolve("log/hana-a1.jsonl");
    byte[] whole = Files.readAllBytes(log);
    Files.write(log, "{\"id\":\"2/ha".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
    try (Project project = open()) {
      assertTrue(project.warnings().get(0).contains("torn"), project.warnings().toString());
      assertEquals(Value.of("浜の事業"), only(project, "r0001", "name").value());
    }
    assertEquals(new String(whole, StandardCharsets.UTF_8), Files.readString(log));
  }

  @Test
  void aDamagedLineStopsTheOpeningAndIsNamed() throws Exception {
    try (Project project = open()) {
      correct(project, "r0001", "name", "浜の事業");
      correct(project, "r0002", "name", "里山の事業");
    }
    Path log = folder.resolve("log/hana-a1.jsonl");
    List<String> lines = new ArrayList<>(Files.readAllLines(log));
    lines.set(0, lines.get(0).substring(5));
    Files.write(log, lines);
    ProjectException damaged = assertThrows(ProjectException.class, this::open);
    assertTrue(damaged.getMessage().contains("hana-a1.jsonl, line 1"), damaged.getMessage());
    assertEquals(lines, Files.readAllLines(log));
  }

  @Test
  void aSecondOpenerReadsAndIsToldWhoWrites() throws Exception {
    try (Project writer = open();
        Project reader = Project.open(folder, new Author("ken", "b2"), PROFILE)) {
      assertFalse(writer.readOnly());
      assertTrue(reader.readOnly());
      assertTrue(reader.writer().startsWith("hana (process "), reader.writer());
      reader.present(extraction());
      ProjectException refused =
          assertThrows(ProjectException.class, () -> reader.review("a.txt", "r0001"));
      assertTrue(refused.getMessage().contains("hana"));
    }
    try (Project next = open()) {
      assertFalse(next.readOnly());
    }
  }

  @Test
  void aNewerProjectOpensForReading() throws Exception {
    Files.writeString(folder.resolve("koetsu.json"), "{\"schema\":\"koetsu.project/2\"}\n");
    try (Project project = open()) {
      assertTrue(project.readOnly());
      assertTrue(project.writer().contains("newer"));
    }
  }

  @Test
  void twoReviewersLogsMergeInTheOrderOfTheirClocks() throws Exception {
    try (Project project = open()) {
      correct(project, "r0001", "name", "浜の事業");
    }
    try (Project project = Project.open(folder, new Author("ken", "b2"), PROFILE)) {
      project.present(extraction());
      correct(project, "r0001", "department", "漁港課");
      assertTrue(project.undoable().isPresent());
    }
    try (Project project = open()) {
      assertEquals("浜の事業", record(project, "r0001").first("name"));
      assertEquals("漁港課", record(project, "r0001").first("department"));
      project.undo();
      assertEquals("漁港課", record(project, "r0001").first("department"));
      assertEquals("海辺の事業", record(project, "r0001").first("name"));
    }
  }

  @Test
  void aFolderThatIsInUseIsNotMadeAProject() throws Exception {
    ProjectException refused =
        assertThrows(ProjectException.class, () -> Project.create(folder, List.of()));
    assertTrue(refused.getMessage().contains("not empty"));
  }

  @Test
  void reviewersNamesAreSafeAsFileNames() {
    assertTrue(Author.isReviewer("山田 花子"));
    assertFalse(Author.isReviewer("../x"));
    assertFalse(Author.isReviewer(".hidden"));
    assertFalse(Author.isReviewer("a/b"));
    assertFalse(Author.isReviewer(""));
    assertFalse(Author.isReviewer("x "));
  }

  @Test
  void anInstallationKeepsItsName() throws Exception {
    Author first = Author.here(temp.resolve("data"), "hana");
    assertEquals(first, Author.here(temp.resolve("data"), "hana"));
    assertTrue(Author.isReviewer(Author.here(temp.resolve("data"), null).reviewer()));
    assertThrows(ProjectException.class, () -> Author.here(temp.resolve("data"), "a/b"));
  }

  /** Whoever compares a document before and after an edit need not look into every record. */
  @Test
  void anEditLeavesOtherRecordsTheVerySameObjects() throws Exception {
    try (Project project = open()) {
      ParsedRecord untouched = record(project, "r0002");
      correct(project, "r0001", "name", "海辺の道");
      assertSame(untouched, record(project, "r0002"));
    }
  }
}
