package koetsu.project;

import static koetsu.project.Sheets.HANA;
import static koetsu.project.Sheets.PROFILE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import koetsu.api.record.Section;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every edit but those on single values: done, undone, redone, and there after a restart. */
class EditsTest {
  private static final String TEXT = "海辺の事業\n担当: 港湾課\n\n山の事業\n担当: 林野課\n\n目次のページ\n\n島の事業\n担当: 離島課\n";

  @TempDir Path temp;
  private Path folder;
  private SourceDocument document;
  private ParsedRecord coast;
  private ParsedRecord mountain;
  private ParsedRecord island;

  @FunctionalInterface
  private interface Edit {
    void make(Project project) throws ProjectException;
  }

  @BeforeEach
  void createProject() throws Exception {
    Path source = temp.resolve("a.txt");
    Files.writeString(source, TEXT);
    folder = temp.resolve("project");
    Project.create(folder, List.of(source));
    document = Sheets.document("a.txt", TEXT);
    coast = Sheets.record(document, "r0001", "海辺の事業", "港湾課");
    mountain = Sheets.record(document, "r0002", "山の事業", "林野課");
    island = Sheets.record(document, "r0003", "島の事業", "離島課").withParent("r0002");
  }

  @Test
  void ofTwoEqualValuesTheOneThatWasDecidedOnIsDecided() throws Exception {
    FieldValue first = coast.values("department").get(0);
    FieldValue second = first.withExtractor("koetsu.test/1.0.0#other").withConfidence(0.6);
    ParsedRecord twice =
        coast.withFields(
            Map.of("name", coast.values("name"), "department", List.of(first, second)));
    try (Project project = open(twice, mountain, island)) {
      project.accept("a.txt", "r0001", "department", second);
      assertEquals(
          List.of(Status.MACHINE, Status.ACCEPTED),
          record(project, "r0001").values("department").stream().map(FieldValue::status).toList());
    }
  }

  private Project open() throws ProjectException {
    return open(coast, mountain, island);
  }

  private Project open(ParsedRecord... found) throws ProjectException {
    Project project = Project.open(folder, HANA, PROFILE);
    project.present(Sheets.extraction(document, found));
    return project;
  }

  private static DocumentState state(Project project) {
    return project.document("a.txt").orElseThrow();
  }

  private static ParsedRecord record(Project project, String id) {
    return state(project).record(id).orElseThrow();
  }

  private static List<String> ids(Project project) {
    return state(project).records().stream().map(ParsedRecord::id).toList();
  }

  private static List<String> texts(ParsedRecord record, String field) {
    return record.values(field).stream().map(v -> v.value().toString()).toList();
  }

  /** Does an edit, opens the project again, takes it back, makes it again; one event each. */
  private void doneAndUndone(Edit edit) throws Exception {
    DocumentState before;
    DocumentState after;
    try (Project project = open()) {
      before = state(project);
      int events = project.events().size();
      edit.make(project);
      assertEquals(events + 1, project.events().size());
      after = state(project);
      assertFalse(after.equals(before));
    }
    try (Project project = open()) {
      assertEquals(after, state(project));
      assertTrue(project.undo().isPresent());
      assertEquals(before, state(project));
    }
    try (Project project = open()) {
      assertEquals(before, state(project));
      assertTrue(project.redo().isPresent());
      assertEquals(after, state(project));
      assertEquals(List.of(), project.conflicts());
    }
  }

  @Test
  void aKindAParentAndABoundaryAreSet() throws Exception {
    doneAndUndone(p -> p.setKind("a.txt", "r0001", "system"));
    doneAndUndone(p -> p.setParent("a.txt", "r0001", "r0002"));
    doneAndUndone(p -> p.setExtent("a.txt", "r0002", List.of(new Span(15, 40))));
    try (Project project = open()) {
      assertEquals("system", record(project, "r0001").kind());
      assertEquals("r0002", record(project, "r0001").parent());
      assertEquals(List.of(new Span(15, 40)), record(project, "r0002").spans());
    }
  }

  @Test
  void aRecordIsNoPartOfItself() throws Exception {
    try (Project project = open()) {
      assertThrows(ProjectException.class, () -> project.setParent("a.txt", "r0002", "r0003"));
      assertThrows(ProjectException.class, () -> project.setParent("a.txt", "r0002", "r0009"));
    }
  }

  @Test
  void aBoundaryStaysWithinTheDocument() throws Exception {
    try (Project project = open()) {
      for (List<Span> wrong :
          List.of(
              List.<Span>of(),
              List.of(new Span(3, 3)),
              List.of(new Span(0, document.length() + 1)),
              List.of(new Span(5, 9), new Span(8, 12)))) {
        assertThrows(ProjectException.class, () -> project.setExtent("a.txt", "r0001", wrong));
      }
      assertEquals(List.of(), project.events());
    }
  }

  @Test
  void aSectionIsRetyped() throws Exception {
    Section old = coast.sections().get(0);
    doneAndUndone(
        p ->
            p.setSections(
                "a.txt", "r0001", List.of(new Section("outline", old.heading(), old.body()))));
    try (Project project = open()) {
      assertEquals("outline", record(project, "r0001").sections().get(0).type());
    }
  }

  @Test
  void aRecordIsSplitWithWhatIsPrintedInItsHalves() throws Exception {
    int department = Sheets.find(document, "港湾課").begin();
    doneAndUndone(p -> assertEquals("r0004", p.split("a.txt", "r0001", department)));
    try (Project project = open()) {
      assertEquals(List.of("r0001", "r0004", "r0002", "r0003"), ids(project));
      assertEquals(List.of("海辺の事業"), texts(record(project, "r0001"), "name"));
      assertEquals(List.of(), texts(record(project, "r0001"), "department"));
      assertEquals(List.of(), record(project, "r0001").sections());
      assertEquals(List.of("港湾課"), texts(record(project, "r0004"), "department"));
      assertEquals(1, record(project, "r0004").sections().size());
      assertThrows(ProjectException.class, () -> project.split("a.txt", "r0001", 2));
    }
  }

  @Test
  void aNewExtractionFillsTheHalvesOfASplitRecord() throws Exception {
    try (Project project = open()) {
      project.split("a.txt", "r0001", Sheets.find(document, "港湾課").begin());
    }
    FieldValue other =
        new FieldValue(
            Value.of("課"),
            "課",
            List.of(new Span(12, 13)),
            0.4,
            "koetsu.test/2.0.0#rule",
            Status.MACHINE,
            null,
            Map.of());
    ParsedRecord better =
        coast.withField("department", List.of(Sheets.machine(document, "港湾課"), other));
    try (Project project = open(better, mountain, island)) {
      assertEquals(List.of("r0001", "r0004", "r0002", "r0003"), ids(project));
      assertEquals(List.of("港湾課", "課"), texts(record(project, "r0004"), "department"));
      assertEquals(coast.begin(), record(project, "r0001").begin());
      assertEquals(List.of(), texts(record(project, "r0001"), "department"));
    }
  }

  @Test
  void twoRecordsBecomeOne() throws Exception {
    doneAndUndone(p -> p.merge("a.txt", "r0001", "r0002"));
    try (Project project = open()) {
      assertEquals(List.of("r0001", "r0003"), ids(project));
      ParsedRecord one = record(project, "r0001");
      assertEquals(List.of(new Span(0, mountain.spans().get(0).end())), one.spans());
      assertEquals(List.of("海辺の事業", "山の事業"), texts(one, "name"));
      assertEquals(List.of("港湾課", "林野課"), texts(one, "department"));
      assertEquals(2, one.sections().size());
      assertEquals("r0001", record(project, "r0003").parent());
      assertEquals("r0002", state(project).rejected().get(0).id());
    }
  }

  @Test
  void aRecordIsDrawnWhereNoneIs() throws Exception {
    Span page = Sheets.find(document, "目次のページ");
    doneAndUndone(p -> assertEquals("r0004", p.addRecord("a.txt", "program", List.of(page))));
    try (Project project = open()) {
      assertThrows(
          ProjectException.class,
          () -> project.addRecord("a.txt", "program", List.of(new Span(0, 3))));
      project.add("a.txt", "r0004", "name", Value.of("目次"), "目次", List.of());
      project.review("a.txt", "r0004");
      assertEquals("r0004", project.gold().get(0).records().get(0).id());
    }
  }

  @Test
  void aRejectedRecordStaysAwayUntilItIsRestored() throws Exception {
    doneAndUndone(p -> p.rejectRecord("a.txt", "r0002"));
    ParsedRecord renumbered = Sheets.record(document, "r0001", "山の事業", "林野課");
    try (Project project = open(renumbered, island.withParent("r0001").withId("r0002"))) {
      assertEquals(1, state(project).records().size());
      assertEquals("島の事業", state(project).records().get(0).first("name"));
      assertEquals(null, state(project).records().get(0).parent());
      assertEquals(List.of("r0002"), state(project).rejected().stream().map(r -> r.id()).toList());
    }
    doneAndUndone(p -> p.restoreRecord("a.txt", "r0002"));
    try (Project project = open()) {
      assertEquals(List.of("r0001", "r0002", "r0003"), ids(project));
      assertThrows(ProjectException.class, () -> project.restoreRecord("a.txt", "r0002"));
    }
  }

  @Test
  void whereNoRecordIsTheMachineFindsNone() throws Exception {
    Span stretch = island.spans().get(0);
    doneAndUndone(p -> p.markEmpty("a.txt", stretch));
    try (Project project = open()) {
      assertEquals(List.of("r0001", "r0002"), ids(project));
      assertEquals(List.of(stretch), state(project).empty());
    }
    doneAndUndone(p -> p.unmarkEmpty("a.txt", stretch));
  }

  @Test
  void aNoteFollowsItsValueAndStaysOutOfTheGold() throws Exception {
    doneAndUndone(
        p ->
            p.note(
                "a.txt", "r0001", "name", record(p, "r0001").values("name").get(0), "正式名は？", true));
    doneAndUndone(p -> p.note("a.txt", "r0002", null, null, "", true));
    try (Project project = open()) {
      FieldValue name = record(project, "r0001").values("name").get(0);
      FieldValue corrected =
          project.correct(
              "a.txt", "r0001", "name", name, Value.of("海辺事業"), name.text(), name.spans());
      Note note =
          project.notes("a.txt").stream().filter(n -> n.field() != null).findFirst().orElseThrow();
      assertTrue(note.isAbout("name", corrected));
      assertEquals("正式名は？", note.text());
      project.review("a.txt", "r0001");
      assertEquals(2, project.notes("a.txt").size());
      assertFalse(new String(project.gold().get(0).toBytes(), "UTF-8").contains("正式名は"));
      project.note("a.txt", "r0002", null, null, " ", false);
      assertEquals(1, project.notes("a.txt").size());
    }
  }

  @Test
  void aLockedRecordIsGold() throws Exception {
    try (Project project = open()) {
      project.review("a.txt", "r0001");
    }
    doneAndUndone(p -> p.setState("a.txt", "r0001", RecordState.LOCKED));
    try (Project project = open()) {
      assertEquals(RecordState.LOCKED, project.gold().get(0).records().get(0).state());
    }
  }

  @Test
  void aReviewedRecordThatIsOpenedAgainForgetsWhatWasEmpty() throws Exception {
    ParsedRecord nameless = coast.withFields(Map.of("department", coast.values("department")));
    try (Project project = open(nameless, mountain, island)) {
      project.review("a.txt", "r0001");
      assertEquals(List.of(), record(project, "r0001").fields().get("name"));
      project.setState("a.txt", "r0001", RecordState.IN_REVIEW);
      assertEquals(null, record(project, "r0001").fields().get("name"));
      project.undo();
      assertEquals(List.of(), record(project, "r0001").fields().get("name"));
    }
  }

  @Test
  void aReviewKnowsWhatTheMachineHadSaid() throws Exception {
    try (Project project = open()) {
      project.review("a.txt", "r0001");
      FieldValue name = record(project, "r0001").values("name").get(0);
      assertEquals(Status.ACCEPTED, name.status());
      assertEquals(
          coast.values("name").get(0),
          project.machineValue("a.txt", "r0001", "name", name).orElseThrow());
    }
  }

  @Test
  void aValueIsMovedAmongThoseOfItsField() throws Exception {
    coast =
        coast.withField(
            "department",
            List.of(
                Sheets.machine(document, "海辺"),
                Sheets.machine(document, "事業"),
                Sheets.machine(document, "港湾課")));
    doneAndUndone(p -> p.move("a.txt", "r0001", "department", department(p, 2), -2));
    try (Project project = open()) {
      assertEquals(List.of("港湾課", "海辺", "事業"), departments(project));
      project.accept("a.txt", "r0001", "department", department(project, 1));
      project.reject("a.txt", "r0001", "department", department(project, 2));
      assertEquals(List.of("港湾課", "海辺", "事業"), departments(project));
      assertThrows(
          ProjectException.class,
          () -> project.move("a.txt", "r0001", "department", department(project, 2), 1));
    }
    ParsedRecord again =
        coast.withField(
            "department",
            List.of(
                Sheets.machine(document, "海辺"),
                Sheets.machine(document, "担当"),
                Sheets.machine(document, "港湾課")));
    Path gold = folder.resolve("gold/a.records.jsonl");
    try (Project project = open(again, mountain, island)) {
      assertEquals(
          List.of("担当", "港湾課", "海辺", "事業"),
          departments(project),
          "what the machine finds now goes where it is printed");
      project.reject("a.txt", "r0001", "department", department(project, 0));
      project.review("a.txt", "r0001");
      project.move("a.txt", "r0001", "department", department(project, 2), -1);
      project.flush();
      assertEquals(List.of("担当", "海辺", "港湾課", "事業"), departments(project));
      assertEquals(
          List.of("海辺", "港湾課"), texts(project.gold().get(0).records().get(0), "department"));
    }
    Path other = temp.resolve("other");
    Project.create(other, List.of(temp.resolve("a.txt")));
    try (Project project = Project.open(other, HANA, PROFILE)) {
      project.present(Sheets.extraction(document, again, mountain, island));
      project.importGold(koetsu.records.RecordFile.read(gold));
      assertEquals(List.of("海辺", "港湾課"), departments(project));
    }
  }

  private static FieldValue department(Project project, int index) {
    return record(project, "r0001").values("department").get(index);
  }

  private static List<String> departments(Project project) {
    return texts(record(project, "r0001"), "department");
  }

  @Test
  void aBulkEditIsOneStep() throws Exception {
    doneAndUndone(
        p ->
            p.together(
                EventType.BULK + ".accept",
                () -> {
                  for (String id : List.of("r0001", "r0002", "r0003")) {
                    ParsedRecord record = record(p, id);
                    p.accept("a.txt", id, "name", record.values("name").get(0));
                    p.accept("a.txt", id, "department", record.values("department").get(0));
                  }
                  p.review("a.txt", "r0001");
                }));
    try (Project project = open()) {
      assertEquals(RecordState.REVIEWED, record(project, "r0001").state());
      assertEquals(Status.ACCEPTED, record(project, "r0003").values("name").get(0).status());
      assertEquals(
          List.of("bulk.accept", "undo", "redo"),
          project.events().stream().map(Event::type).toList());
    }
  }

  @Test
  void aBulkEditThatFailsChangesNothing() throws Exception {
    try (Project project = open()) {
      DocumentState before = state(project);
      List<Event> heard = new ArrayList<>();
      project.addListener(heard::add);
      assertThrows(
          ProjectException.class,
          () ->
              project.together(
                  EventType.BULK,
                  () -> {
                    project.review("a.txt", "r0001");
                    project.review("a.txt", "r0009");
                  }));
      assertEquals(before, state(project));
      assertEquals(List.of(), project.events());
      assertEquals(List.of(), heard);
      project.together(EventType.BULK, () -> {});
      assertEquals(List.of(), project.events());
    }
  }

  @Test
  void anEditOfWhatHasChangedMeanwhileIsRefused() throws Exception {
    try (Project project = open()) {
      FieldValue name = record(project, "r0001").values("name").get(0);
      project.reject("a.txt", "r0001", "name", name);
      ProjectException refused =
          assertThrows(
              ProjectException.class, () -> project.accept("a.txt", "r0001", "name", name));
      assertTrue(refused.getMessage().contains("changed meanwhile"), refused.getMessage());
      assertEquals(1, project.events().size());
      assertEquals(Status.REJECTED, record(project, "r0001").values("name").get(0).status());
    }
  }

  @Test
  void whatNobodyDecidedOnFollowsTheMachine() throws Exception {
    try (Project project = open()) {
      project.accept("a.txt", "r0001", "name", record(project, "r0001").values("name").get(0));
      project.setKind("a.txt", "r0002", "system");
    }
    ParsedRecord wider =
        coast.withSpans(List.of(new Span(0, coast.spans().get(0).end() + 1))).withKind("project");
    try (Project project = open(wider, mountain.withKind("project"), island)) {
      assertEquals(wider.spans(), record(project, "r0001").spans());
      assertEquals("project", record(project, "r0001").kind());
      assertEquals("system", record(project, "r0002").kind());
    }
  }

  @Test
  void everyKindOfEventIsReadAsItWasWritten() throws Exception {
    try (Project project = open()) {
      project.accept("a.txt", "r0001", "name", record(project, "r0001").values("name").get(0));
      project.note("a.txt", "r0001", "name", null, "見直す", true);
      project.markEmpty("a.txt", Sheets.find(document, "目次のページ"));
      project.split("a.txt", "r0002", Sheets.find(document, "林野課").begin());
      project.rejectRecord("a.txt", "r0003");
      project.undo();
      List<Event> made = project.events();
      try (Project reader = Project.read(folder, HANA, PROFILE)) {
        assertEquals(made, reader.events());
      }
    }
  }

  @Test
  void eventsOfANewerVersionAreKeptAndReported() throws Exception {
    try (Project project = open()) {
      project.review("a.txt", "r0001");
    }
    String document = "{\"name\":\"a.txt\",\"sha256\":\"00\",\"length\":1}";
    String unknownKind =
        "{\"id\":\"2/hana/a1/2\",\"time\":\"2030-01-01T00:00:00Z\",\"type\":\"value.link\","
            + "\"profile\":\"9\",\"changes\":[{\"what\":\"link\",\"document\":"
            + document
            + ",\"to\":null}]}\n";
    String unknownType =
        "{\"id\":\"3/hana/a1/3\",\"time\":\"2030-01-01T00:00:00Z\",\"type\":\"record.praise\","
            + "\"profile\":\"9\",\"changes\":[]}\n";
    Path log = folder.resolve("log/hana-a1.jsonl");
    Files.writeString(log, unknownKind + unknownType, StandardOpenOption.APPEND);
    try (Project project = open()) {
      assertEquals(3, project.events().size());
      assertTrue(project.events().get(1).changes().get(0) instanceof Change.Unknown);
      assertEquals(2, project.warnings().size());
      assertTrue(project.warnings().get(0).contains("value.link"), project.warnings().toString());
      assertTrue(project.warnings().get(1).contains("record.praise"));
      project.review("a.txt", "r0002");
      assertEquals(4, project.events().get(3).id().sequence());
      project.undo();
      project.undo();
      assertEquals(RecordState.REVIEWED, record(project, "r0001").state());
    }
    assertTrue(Files.readString(log).contains(unknownKind));
  }

  @Test
  void aProjectWhoseSourceNobodyPresentedRefusesEdits() throws Exception {
    try (Project project = Project.open(folder, HANA, PROFILE)) {
      assertThrows(ProjectException.class, () -> project.review("a.txt", "r0001"));
      assertThrows(ProjectException.class, () -> project.markEmpty("a.txt", new Span(0, 3)));
    }
  }

  @Test
  void theMachineIsShownUntouchedWhereNobodyDecided() throws Exception {
    try (Project project = open()) {
      ParsedDocument found = Sheets.extraction(document, coast, mountain, island);
      assertEquals(found.records(), project.present(found).records());
    }
  }

  @Test
  void anEditLeavesEveryOtherRecordTheObjectItWas() throws Exception {
    try (Project project = open()) {
      project.review("a.txt", "r0001");
      List<ParsedRecord> before = project.document("a.txt").orElseThrow().records();
      FieldValue name = before.get(1).values("name").get(0);
      project.accept("a.txt", "r0002", "name", name);
      List<ParsedRecord> first = project.document("a.txt").orElseThrow().records();
      assertSame(before.get(0), first.get(0), "reviewed, while another is taken into keeping");
      assertNotSame(before.get(1), first.get(1));
      assertSame(before.get(2), first.get(2), "untouched");
      project.undo();
      List<ParsedRecord> undone = project.document("a.txt").orElseThrow().records();
      assertSame(first.get(0), undone.get(0));
      assertEquals(before.get(1).values("name"), undone.get(1).values("name"));
    }
  }
}
