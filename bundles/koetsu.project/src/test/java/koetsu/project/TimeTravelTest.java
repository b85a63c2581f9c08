package koetsu.project;

import static koetsu.project.Sheets.HANA;
import static koetsu.project.Sheets.KEN;
import static koetsu.project.Sheets.PROFILE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimeTravelTest {
  @TempDir Path temp;
  private Path folder;
  private ParsedDocument extraction;

  @BeforeEach
  void createProject() throws Exception {
    Path source = temp.resolve("a.txt");
    Files.writeString(source, "海辺の事業\n担当: 港湾課\n\n山の事業\n担当: 林野課\n");
    folder = temp.resolve("project");
    Project.create(folder, List.of(source));
    extraction = EditingProcess.extraction(folder);
  }

  private Project open(Author author) throws ProjectException {
    Project project = Project.open(folder, author, PROFILE);
    project.present(extraction);
    return project;
  }

  private static FieldValue name(Project project) {
    return project
        .document("a.txt")
        .orElseThrow()
        .record("r0001")
        .orElseThrow()
        .values("name")
        .get(0);
  }

  private static FieldValue correct(Project project, String text) throws ProjectException {
    FieldValue old = name(project);
    return project.correct("a.txt", "r0001", "name", old, Value.of(text), old.text(), old.spans());
  }

  @Test
  void everyMomentIsAsItWas() throws Exception {
    Random random = new Random(11);
    List<DocumentState> states = new ArrayList<>();
    List<EventId> events = new ArrayList<>();
    List<Object> golds = new ArrayList<>();
    try (Project project = open(HANA)) {
      project.addListener(e -> events.add(e.id()));
      while (events.size() < 60) {
        int before = events.size();
        DurabilityTest.edit(project, random);
        if (events.size() > before) {
          states.add(project.document("a.txt").orElseThrow());
          golds.add(project.gold());
        }
      }
    }
    try (Project project = Project.read(folder, KEN, PROFILE)) {
      for (int i = 0; i < events.size(); i++) {
        Moment moment = project.asOf(events.get(i));
        assertEquals(states.get(i), moment.present(extraction));
        assertEquals(golds.get(i), moment.gold());
        assertEquals(events.get(i), moment.event().id());
      }
      assertThrows(ProjectException.class, () -> project.asOf(new EventId(99, "x", "y", 1)));
    }
  }

  @Test
  void anAuthorReturnsToAnyPointAndBackAgain() throws Exception {
    List<EventId> hanas = new ArrayList<>();
    try (Project project = open(HANA)) {
      project.addListener(e -> hanas.add(e.id()));
      correct(project, "一の事業");
      correct(project, "二の事業");
    }
    EventId kens;
    try (Project project = open(KEN)) {
      project.reject("a.txt", "r0001", "department", department(project));
      kens = project.events().get(2).id();
    }
    try (Project project = open(HANA)) {
      correct(project, "三の事業");
      EventId last = project.events().get(3).id();

      assertEquals(
          List.of(last), project.returnTo(kens).stream().map(Event::id).toList(), "only one's own");
      assertEquals(Value.of("二の事業"), name(project).value());
      assertEquals(1, project.returnTo(hanas.get(0)).size());
      assertEquals(Value.of("一の事業"), name(project).value());
      assertEquals(Status.REJECTED, department(project).status(), "somebody else's edit stays");
      assertEquals(List.of(), project.returnTo(hanas.get(0)));
      assertEquals(
          List.of(hanas.get(1), last), project.returnTo(last).stream().map(Event::id).toList());
      assertEquals(Value.of("三の事業"), name(project).value());
      assertEquals(8, project.events().size(), "what was undone and redone stays in the log");
    }
  }

  @Test
  void thePastTellsNothingOfARecordThatIsReviewedBlindly() throws Exception {
    try (Project project = open(HANA)) {
      project.setBlindSlice(new BlindSlice(1, 1));
      project.markEmpty("a.txt", new Span(0, 1));
      Moment moment = project.asOf(project.events().get(0).id());
      assertTrue(moment.present(extraction).records().stream().allMatch(r -> r.fields().isEmpty()));
    }
  }

  @Test
  void aValueTellsWhoMadeItOutOfWhat() throws Exception {
    try (Project project = open(HANA)) {
      correct(project, "浜の事業");
      project.undo();
      correct(project, "磯の事業");
    }
    try (Project project = open(KEN)) {
      FieldValue last = correct(project, "渚の事業");
      project.reject("a.txt", "r0001", "department", department(project));
      List<HistoryStep> steps = project.history("a.txt", "r0001", "name", last);
      assertEquals(
          List.of("hana", "ken"), steps.stream().map(s -> s.event().id().reviewer()).toList());
      Change.OfValue first = (Change.OfValue) steps.get(0).change();
      assertEquals(Value.of("磯の事業"), first.after().value());
      assertEquals(Status.MACHINE, first.before().status());
      assertEquals("koetsu.test/1.0.0#rule", first.machine().extractor());
      assertEquals(first.machine(), ((Change.OfValue) steps.get(1).change()).machine());
      List<HistoryStep> all = project.history("a.txt", "r0001");
      assertEquals(
          List.of("value.correct", "undo", "value.correct", "value.correct", "value.reject"),
          all.stream()
              .filter(s -> s.change() instanceof Change.OfValue)
              .map(s -> s.event().type())
              .toList());
      assertEquals(List.of(), project.history("a.txt", "r0002"));
    }
  }

  private static FieldValue department(Project project) {
    ParsedRecord record = project.document("a.txt").orElseThrow().record("r0001").orElseThrow();
    return record.values("department").get(0);
  }

  @Test
  void aRefusedDecisionIsInTheHistoryAndDoesNotCount() throws Exception {
    Path kens = temp.resolve("ken");
    Sheets.copy(folder, kens);
    try (Project project = open(HANA)) {
      correct(project, "浜の事業");
    }
    try (Project project = Project.open(kens, KEN, PROFILE)) {
      project.present(extraction);
      correct(project, "磯の事業");
    }
    Files.copy(kens.resolve("log/ken-b2.jsonl"), folder.resolve("log/ken-b2.jsonl"));
    try (Project project = open(HANA)) {
      List<HistoryStep> steps = project.history("a.txt", "r0001");
      assertFalse(steps.get(steps.size() - 1).counted());
      assertEquals(
          List.of("hana"),
          project.history("a.txt", "r0001", "name", name(project)).stream()
              .map(s -> s.event().id().reviewer())
              .toList());
    }
  }
}
