package koetsu.project;

import static koetsu.project.Sheets.HANA;
import static koetsu.project.Sheets.KEN;
import static koetsu.project.Sheets.PROFILE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
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

/** Two clones of a project are edited apart, then each gets the other's log. */
class TwoReviewersTest {
  private static final String TEXT = "海辺の事業\n担当: 港湾課\n\n山の事業\n担当: 林野課\n";

  @TempDir Path temp;
  private Path hanas;
  private Path kens;
  private SourceDocument document;
  private ParsedDocument extraction;

  @FunctionalInterface
  private interface Edits {
    void make(Project project) throws ProjectException;
  }

  @BeforeEach
  void cloneProject() throws Exception {
    Path source = temp.resolve("a.txt");
    Files.writeString(source, TEXT);
    hanas = temp.resolve("hana");
    kens = temp.resolve("ken");
    Project.create(hanas, List.of(source));
    Sheets.copy(hanas, kens);
    document = Sheets.document("a.txt", TEXT);
    extraction =
        Sheets.extraction(
            document,
            Sheets.record(document, "r0001", "海辺の事業", "港湾課"),
            Sheets.record(document, "r0002", "山の事業", "林野課"));
  }

  private Project open(Path folder, Author author) throws ProjectException {
    Project project = Project.open(folder, author, PROFILE);
    project.present(extraction);
    return project;
  }

  private void hana(Edits edits) throws ProjectException {
    try (Project project = open(hanas, HANA)) {
      edits.make(project);
    }
  }

  private void ken(Edits edits) throws ProjectException {
    try (Project project = open(kens, KEN)) {
      edits.make(project);
    }
  }

  /** Each gets the other's log, as by git; returns what is in conflict, the same for both. */
  private List<Conflict> exchange() throws IOException, ProjectException {
    for (String log : List.of("hana-a1.jsonl", "ken-b2.jsonl")) {
      Path from = (log.startsWith("hana") ? hanas : kens).resolve("log").resolve(log);
      Path to = (log.startsWith("hana") ? kens : hanas).resolve("log").resolve(log);
      if (Files.exists(from)) {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    List<Conflict> conflicts;
    try (Project project = open(hanas, HANA)) {
      conflicts = project.conflicts();
    }
    try (Project project = open(kens, KEN)) {
      assertEquals(conflicts, project.conflicts());
    }
    Path gold = Path.of("gold", "a.records.jsonl");
    if (Files.exists(hanas.resolve(gold))) {
      assertArrayEquals(
          Files.readAllBytes(hanas.resolve(gold)), Files.readAllBytes(kens.resolve(gold)));
    }
    return conflicts;
  }

  private static ParsedRecord record(Project project, String id) {
    return project.document("a.txt").orElseThrow().record(id).orElseThrow();
  }

  private static FieldValue only(Project project, String id, String field) {
    List<FieldValue> values = record(project, id).values(field);
    assertEquals(1, values.size(), values.toString());
    return values.get(0);
  }

  private static void correct(Project project, String id, String field, String text)
      throws ProjectException {
    FieldValue old = only(project, id, field);
    project.correct("a.txt", id, field, old, Value.of(text), old.text(), old.spans());
  }

  private ParsedRecord merged(String id) throws ProjectException {
    try (Project project = open(hanas, HANA)) {
      return record(project, id);
    }
  }

  @Test
  void decisionsOnDifferentThingsGoTogether() throws Exception {
    hana(p -> correct(p, "r0001", "name", "浜の事業"));
    ken(p -> correct(p, "r0001", "department", "漁港課"));
    assertEquals(List.of(), exchange());
    assertEquals("浜の事業", merged("r0001").first("name"));
    assertEquals("漁港課", merged("r0001").first("department"));
  }

  @Test
  void theSameDecisionIsNoConflict() throws Exception {
    Edits same =
        p -> {
          p.accept("a.txt", "r0001", "name", only(p, "r0001", "name"));
          p.add("a.txt", "r0001", "department", Value.of("水産課"), null, List.of());
          p.review("a.txt", "r0002");
          p.note("a.txt", "r0002", null, null, "確認", false);
        };
    hana(same);
    ken(same);
    assertEquals(List.of(), exchange());
    assertEquals(2, merged("r0001").values("department").size());
    assertEquals(RecordState.REVIEWED, merged("r0002").state());
  }

  @Test
  void twoWordsOnOneValueAreAConflict() throws Exception {
    hana(p -> correct(p, "r0001", "name", "浜の事業"));
    ken(p -> correct(p, "r0001", "name", "磯の事業"));
    Conflict conflict = exchange().get(0);
    assertEquals("r0001", conflict.record());
    assertEquals(Conflict.Aspect.VALUE, conflict.aspect());
    assertEquals("name", conflict.field());
    assertEquals(Value.of("浜の事業"), conflict.standing().value().value());
    assertEquals("hana", conflict.standing().event().reviewer());
    assertEquals(Value.of("磯の事業"), conflict.refused().value().value());
    assertEquals("ken", conflict.refused().event().reviewer());
    assertEquals("浜の事業", merged("r0001").first("name"));
  }

  @Test
  void aConflictIsSettledOnceAndForBoth() throws Exception {
    hana(p -> correct(p, "r0001", "name", "浜の事業"));
    ken(p -> correct(p, "r0001", "name", "磯の事業"));
    Conflict conflict = exchange().get(0);
    hana(
        p -> {
          p.settle(conflict, true);
          assertEquals(List.of(), p.conflicts());
          assertEquals("磯の事業", record(p, "r0001").first("name"));
          p.undo();
          assertEquals(List.of(conflict), p.conflicts());
          assertEquals("浜の事業", record(p, "r0001").first("name"));
          p.settle(conflict, false);
          assertEquals("浜の事業", record(p, "r0001").first("name"));
        });
    assertEquals(List.of(), exchange());
  }

  @Test
  void aLaterDecisionSettlesAConflict() throws Exception {
    hana(p -> correct(p, "r0001", "name", "浜の事業"));
    ken(p -> correct(p, "r0001", "name", "磯の事業"));
    assertEquals(1, exchange().size());
    ken(p -> correct(p, "r0001", "name", "渚の事業"));
    assertEquals(List.of(), exchange());
    assertEquals("渚の事業", merged("r0001").first("name"));
  }

  @Test
  void aReviewCountsWhereItDoesNotClash() throws Exception {
    hana(p -> correct(p, "r0001", "name", "浜の事業"));
    ken(p -> p.review("a.txt", "r0001"));
    List<Conflict> conflicts = exchange();
    assertEquals(List.of("name"), conflicts.stream().map(Conflict::field).toList());
    ParsedRecord record = merged("r0001");
    assertEquals(RecordState.REVIEWED, record.state());
    assertEquals("浜の事業", record.first("name"));
    assertEquals(Status.ACCEPTED, record.values("department").get(0).status());
  }

  @Test
  void oneNameEachIsAConflictInAFieldThatHoldsOne() throws Exception {
    ParsedRecord nameless = extraction.records().get(0).withField("name", List.of());
    extraction = Sheets.extraction(document, nameless, extraction.records().get(1));
    hana(
        p -> {
          p.add("a.txt", "r0001", "name", Value.of("浜の事業"), null, List.of());
          p.add("a.txt", "r0001", "department", Value.of("水産課"), null, List.of());
        });
    ken(
        p -> {
          p.add("a.txt", "r0001", "name", Value.of("磯の事業"), null, List.of());
          p.add("a.txt", "r0001", "department", Value.of("海岸課"), null, List.of());
        });
    List<Conflict> conflicts = exchange();
    assertEquals(List.of("name"), conflicts.stream().map(Conflict::field).toList());
    hana(
        p -> {
          p.settle(conflicts.get(0), true);
          assertEquals(List.of(), p.conflicts());
          assertEquals("磯の事業", only(p, "r0001", "name").value().toString());
          p.undo();
          p.settle(conflicts.get(0), false);
          assertEquals("浜の事業", only(p, "r0001", "name").value().toString());
        });
    assertEquals(List.of(), exchange());
    assertEquals(3, merged("r0001").values("department").size());
  }

  @Test
  void aDecisionOnARecordThatTheOtherRejectedIsAConflict() throws Exception {
    hana(p -> p.rejectRecord("a.txt", "r0001"));
    ken(p -> correct(p, "r0001", "name", "磯の事業"));
    Conflict conflict = exchange().get(0);
    assertEquals(Conflict.Aspect.RECORD, conflict.aspect());
    assertEquals("hana", conflict.standing().event().reviewer());
    hana(
        p -> {
          p.settle(conflict, true);
          assertEquals("磯の事業", only(p, "r0001", "name").value().toString());
        });
    assertEquals(List.of(), exchange());
  }

  @Test
  void aRejectionOfARecordThatTheOtherDecidedOnIsAConflict() throws Exception {
    hana(p -> correct(p, "r0001", "name", "磯の事業"));
    ken(p -> p.rejectRecord("a.txt", "r0001"));
    Conflict conflict = exchange().get(0);
    assertEquals(Conflict.Aspect.RECORD, conflict.aspect());
    assertEquals("ken", conflict.refused().event().reviewer());
    assertEquals("磯の事業", merged("r0001").first("name"));
    hana(
        p -> {
          p.settle(conflict, true);
          assertEquals(1, p.document("a.txt").orElseThrow().rejected().size());
        });
    assertEquals(List.of(), exchange());
  }

  @Test
  void structureIsMergedAspectByAspect() throws Exception {
    hana(
        p -> {
          p.setKind("a.txt", "r0001", "system");
          p.setExtent("a.txt", "r0002", List.of(new Span(15, 26)));
          p.setExtent("a.txt", "r0001", List.of(new Span(0, 12)));
        });
    ken(
        p -> {
          p.setParent("a.txt", "r0001", "r0002");
          p.setSections("a.txt", "r0002", List.<Section>of());
          p.setExtent("a.txt", "r0001", List.of(new Span(0, 14)));
        });
    List<Conflict> conflicts = exchange();
    assertEquals(
        List.of(Conflict.Aspect.EXTENT), conflicts.stream().map(Conflict::aspect).toList());
    assertEquals("system", merged("r0001").kind());
    assertEquals("r0002", merged("r0001").parent());
    assertEquals(List.of(), merged("r0002").sections());
    assertEquals(List.of(new Span(0, 12)), merged("r0001").spans());
    hana(p -> p.settle(conflicts.get(0), true));
    assertEquals(List.of(), exchange());
    assertEquals(List.of(new Span(0, 14)), merged("r0001").spans());
  }

  @Test
  void machinesThatNumberDifferentlyDoNotMixRecordsUp() throws Exception {
    hana(
        p -> {
          correct(p, "r0001", "name", "浜の事業");
          p.accept("a.txt", "r0002", "name", only(p, "r0002", "name"));
        });
    ParsedDocument common = extraction;
    extraction =
        Sheets.extraction(
            document,
            Sheets.record(document, "r0001", "山の事業", "林野課"),
            Sheets.record(document, "r0002", "海辺の事業", "港湾課"));
    ken(
        p -> {
          correct(p, "r0001", "department", "森林課");
          correct(p, "r0002", "department", "漁港課");
        });
    extraction = common;
    assertEquals(List.of(), exchange());
    try (Project project = open(hanas, HANA)) {
      assertEquals(
          List.of("浜の事業 漁港課", "山の事業 森林課"),
          project.document("a.txt").orElseThrow().records().stream()
              .map(r -> r.first("name") + " " + r.first("department"))
              .toList());
    }
  }

  @Test
  void differentRecordsUnderOneIdGetIdsOfTheirOwn() throws Exception {
    ParsedDocument common = extraction;
    hana(p -> correct(p, "r0001", "name", "浜の事業"));
    extraction = Sheets.extraction(document, common.records().get(1).withId("r0001"));
    ken(p -> correct(p, "r0001", "name", "森の事業"));
    extraction = common;
    assertEquals(List.of(), exchange());
    assertEquals("浜の事業", merged("r0001").first("name"));
    assertEquals("森の事業", merged("r0001-b2").first("name"));
  }

  @Test
  void anEditThatTheOtherHasBuiltOnIsPassedOverByUndo() throws Exception {
    hana(
        p -> {
          correct(p, "r0002", "name", "里の事業");
          correct(p, "r0001", "name", "浜の事業");
        });
    exchange();
    ken(p -> correct(p, "r0001", "name", "磯の事業"));
    exchange();
    hana(
        p -> {
          p.undo();
          assertEquals("山の事業", record(p, "r0002").first("name"));
          assertEquals("磯の事業", record(p, "r0001").first("name"));
          assertTrue(p.undoable().isEmpty());
        });
    assertEquals(List.of(), exchange());
  }

  @Test
  void goldThatBothImportedIsThereOnce() throws Exception {
    hana(p -> p.review("a.txt", "r0001"));
    var gold = Project.read(hanas, HANA, PROFILE).gold().get(0);
    hana(Project::undo);
    ken(p -> p.accept("a.txt", "r0001", "name", only(p, "r0001", "name")));
    hana(p -> p.importGold(gold));
    assertEquals(List.of(), exchange());
    assertEquals(RecordState.REVIEWED, merged("r0001").state());
    assertEquals(1, merged("r0001").values("name").size());
  }

  @Test
  void eachOnesGoldIsWhatTheyWouldHaveAlone() throws Exception {
    hana(
        p -> {
          correct(p, "r0001", "name", "浜の事業");
          p.review("a.txt", "r0001");
        });
    ken(
        p -> {
          p.review("a.txt", "r0001");
          p.review("a.txt", "r0002");
        });
    var hanasGold = Project.read(hanas, HANA, PROFILE).gold();
    var kensGold = Project.read(kens, KEN, PROFILE).gold();
    exchange();
    try (Project project = open(hanas, HANA)) {
      assertEquals(List.of("hana", "ken"), project.reviewers());
      assertEquals(hanasGold, project.goldOf("hana"));
      assertEquals(kensGold, project.goldOf("ken"));
      assertEquals(List.of(), project.goldOf("mia"));
    }
  }

  @Test
  void aConflictWithoutGroundSaysSo() throws Exception {
    hana(
        p -> {
          p.addRecord("a.txt", "program", List.of(new Span(14, 15)));
        });
    exchange();
    hana(Project::undo);
    ken(p -> p.add("a.txt", "r0003", "name", Value.of("空"), null, List.of()));
    Conflict conflict = exchange().get(0);
    assertEquals(Conflict.Aspect.RECORD, conflict.aspect());
    assertNull(conflict.standing().record());
    try (Project project = open(hanas, HANA)) {
      ProjectException refused =
          assertThrows(ProjectException.class, () -> project.settle(conflict, true));
      assertTrue(refused.getMessage().contains("no ground"), refused.getMessage());
      project.settle(conflict, false);
      assertEquals(List.of(), project.conflicts());
    }
  }
}
