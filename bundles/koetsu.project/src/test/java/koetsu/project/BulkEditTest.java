package koetsu.project;

import static koetsu.project.Sheets.HANA;
import static koetsu.project.Sheets.PROFILE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import koetsu.api.document.SourceDocument;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.project.FaultyDisk.Fault;
import koetsu.records.Disk;
import koetsu.records.RecordFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many edits that are one: what they say together, what they cost, and that all count or none. */
class BulkEditTest {
  private static final int FEW = 250;

  /** So many times as many records may cost so many times as much, and a little more. */
  private static final int TIMES = 4;

  private static final double MORE = 1.5;

  @TempDir Path temp;
  private ParsedDocument found;

  /** Something that is done to a project. */
  @FunctionalInterface
  private interface Act {
    void on(Project project) throws Exception;
  }

  private Project open(Path folder, Disk disk) throws ProjectException {
    Project project = Project.open(folder, HANA, PROFILE, disk);
    project.present(found);
    return project;
  }

  /** A project with one document of many sheets. */
  private Path project(int sheets) throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= sheets; i++) {
      text.append("第").append(i).append("号の事業\n担当: 第").append(i).append("号の課\n\n");
    }
    Path source = temp.resolve(sheets + "/a.txt");
    Files.createDirectories(source.getParent());
    Files.writeString(source, text);
    Path folder = temp.resolve(sheets + "/project");
    Project.create(folder, List.of(source));
    SourceDocument document = Sheets.document("a.txt", text.toString());
    List<ParsedRecord> records = new ArrayList<>();
    for (int i = 1; i <= sheets; i++) {
      records.add(
          Sheets.record(document, String.format("r%04d", i), "第" + i + "号の事業", "第" + i + "号の課"));
    }
    found = Sheets.extraction(document, records.toArray(ParsedRecord[]::new));
    return folder;
  }

  private static List<ParsedRecord> records(Project project) {
    return project.document("a.txt").orElseThrow().records();
  }

  /** Accepts every value of every record, then declares every second record right. */
  private static void acceptAll(Project project) throws ProjectException {
    List<ParsedRecord> records = records(project);
    project.together(
        EventType.BULK,
        () -> {
          for (ParsedRecord record : records) {
            for (String field : List.of("name", "department")) {
              project.accept("a.txt", record.id(), field, record.values(field).get(0));
            }
          }
          for (int i = 0; i < records.size(); i += 2) {
            project.review("a.txt", records.get(i).id());
          }
        });
  }

  /** Bytes that this thread asks for, which do not depend on what else the machine has to do. */
  private static long cost(Project project, Act act) throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    act.on(project);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  /** What several acts, one after the other, cost in a new project. */
  private List<Long> costs(int sheets, List<Act> acts) throws Exception {
    List<Long> costs = new ArrayList<>();
    try (Project project = open(project(sheets), Disk.SYSTEM)) {
      records(project);
      for (Act act : acts) {
        costs.add(cost(project, act));
      }
    }
    return costs;
  }

  private void growInLine(List<String> names, List<Act> acts) throws Exception {
    costs(FEW / 5, acts); // what is loaded once is loaded
    List<Long> few = costs(FEW, acts);
    List<Long> many = costs(TIMES * FEW, acts);
    for (int i = 0; i < acts.size(); i++) {
      assertTrue(
          many.get(i) < MORE * TIMES * few.get(i),
          names.get(i)
              + " in a document "
              + TIMES
              + " times as long costs "
              + (double) many.get(i) / few.get(i)
              + " times as much");
    }
  }

  @Test
  void whatABulkEditCostsGrowsInLineWithItsEdits() throws Exception {
    growInLine(
        List.of("all values accepted", "shown", "undo", "shown", "redo"),
        List.of(
            BulkEditTest::acceptAll,
            BulkEditTest::records,
            Project::undo,
            BulkEditTest::records,
            Project::redo));
  }

  @Test
  void whatAnImportOfEverythingCostsGrowsInLineWithItsRecords() throws Exception {
    growInLine(
        List.of("import", "shown", "undo", "redo"),
        List.of(
            p ->
                p.importGold(
                    new RecordFile(
                        koetsu.records.DocumentInfo.of(found.document()),
                        records(p).stream().map(r -> r.withState(RecordState.REVIEWED)).toList())),
            BulkEditTest::records,
            Project::undo,
            Project::redo));
  }

  @Test
  void whetherItCanBeTakenBackIsKnownWithoutTrying() throws Exception {
    Path folder = project(TIMES * FEW);
    try (Project project = open(folder, Disk.SYSTEM)) {
      acceptAll(project);
      cheaplyUndoable(project);
      FieldValue name = records(project).get(1).values("name").get(0);
      project.reject("a.txt", "r0002", "name", name);
      project.undo();
      cheaplyUndoable(project);
      project.redo();
      project.undo();
      cheaplyUndoable(project);
    }
    try (Project project = open(folder, Disk.SYSTEM)) {
      cheaplyUndoable(project);
      project.undo();
      assertTrue(cost(project, p -> assertTrue(p.redoableLength().isPresent())) < 10_000);
      assertTrue(project.undoableLength().isEmpty());
      project.redo();
      assertTrue(project.redoableLength().isPresent(), "the refusal");
      assertEquals(RecordState.REVIEWED, records(project).get(0).state());
    }
  }

  private static void cheaplyUndoable(Project project) throws Exception {
    long cost = cost(project, p -> assertTrue(p.undoableLength().orElse(0) > 100_000));
    assertTrue(cost < 10_000, cost + " bytes");
  }

  @Test
  void editsOfOneRecordBuildOnEachOther() throws Exception {
    Path folder = project(3);
    DocumentState before;
    DocumentState after;
    try (Project project = open(folder, Disk.SYSTEM)) {
      before = project.document("a.txt").orElseThrow();
      ParsedRecord first = records(project).get(0);
      project.together(
          EventType.BULK,
          () -> {
            FieldValue name = first.values("name").get(0);
            FieldValue named =
                project.correct(
                    "a.txt", "r0001", "name", name, Value.of("浜の事業"), name.text(), name.spans());
            assertThrows(
                ProjectException.class, () -> project.accept("a.txt", "r0001", "name", name));
            project.reject("a.txt", "r0001", "name", named);
            project.setKind("a.txt", "r0002", "system");
            project.setParent("a.txt", "r0002", "r0001");
            project.note("a.txt", "r0001", null, null, "見直す", true);
            project.review("a.txt", "r0001");
            int cut = records(project).get(2).values("department").get(0).spans().get(0).begin();
            String half = project.split("a.txt", "r0003", cut);
            project.accept(
                "a.txt", half, "department", records(project).get(3).values("department").get(0));
            project.rejectRecord("a.txt", "r0002");
            assertThrows(ProjectException.class, () -> project.review("a.txt", "r0002"));
          });
      after = project.document("a.txt").orElseThrow();
      assertEquals(3, after.records().size());
      assertEquals(1, after.rejected().size());
      FieldValue name = after.records().get(0).values("name").get(0);
      assertEquals(Status.REJECTED, name.status());
      assertEquals("浜の事業", name.value().toString());
      assertEquals(RecordState.REVIEWED, after.records().get(0).state());
      assertEquals(
          List.of(Status.ACCEPTED),
          after.records().get(2).values("department").stream().map(FieldValue::status).toList());
    }
    try (Project project = open(folder, Disk.SYSTEM)) {
      assertEquals(after, project.document("a.txt").orElseThrow());
      assertEquals(1, project.events().size());
      project.undo();
      assertEquals(before, project.document("a.txt").orElseThrow());
      project.redo();
      assertEquals(after, project.document("a.txt").orElseThrow());
    }
  }

  @Test
  void onAFullDiskNoneOfThemIsMade() throws Exception {
    FaultyDisk disk = new FaultyDisk(new Random(1));
    Path folder = project(20);
    try (Project project = open(folder, disk)) {
      project.reject("a.txt", "r0007", "name", records(project).get(6).values("name").get(0));
      DocumentState before = project.document("a.txt").orElseThrow();
      for (Fault fault : List.of(Fault.NO_SPACE, Fault.SHORT_WRITE, Fault.FORCE)) {
        disk.fail(1, fault);
        assertThrows(ProjectException.class, () -> acceptAll(project));
        assertEquals(before, project.document("a.txt").orElseThrow());
        assertEquals(1, project.events().size());
      }
      disk.fail(0);
      acceptAll(project);
      disk.fail(1, Fault.NO_SPACE);
      DocumentState after = project.document("a.txt").orElseThrow();
      assertThrows(ProjectException.class, project::undo);
      assertEquals(after, project.document("a.txt").orElseThrow());
      disk.fail(0);
      project.undo();
      assertEquals(before, project.document("a.txt").orElseThrow());
    }
    try (Project project = open(folder, Disk.SYSTEM)) {
      assertEquals(3, project.events().size());
    }
  }

  @Test
  void givenUpInTheMiddleNoneOfThemIsMade() throws Exception {
    try (Project project = open(project(20), Disk.SYSTEM)) {
      DocumentState before = project.document("a.txt").orElseThrow();
      assertThrows(
          CancellationException.class,
          () ->
              project.together(
                  EventType.BULK,
                  () -> {
                    for (ParsedRecord record : before.records().subList(0, 10)) {
                      project.review("a.txt", record.id());
                    }
                    throw new CancellationException();
                  }));
      assertEquals(before, project.document("a.txt").orElseThrow());
      assertEquals(List.of(), project.events());
      assertFalse(project.undoableLength().isPresent());
      project.review("a.txt", "r0001");
      assertEquals(Map.of(), records(project).get(0).extra());
      assertEquals(1, project.events().size());
    }
  }

  @Test
  void whoWatchesItMayGiveItUpUntilItIsOnDisk() throws Exception {
    try (Project project = open(project(20), Disk.SYSTEM)) {
      List<Double> heard = new ArrayList<>();
      project.watched(heard::add, () -> acceptAll(project));
      assertEquals(0, heard.get(0));
      assertTrue(heard.get(heard.size() - 1) > 0.9, heard.toString());
      assertEquals(heard.stream().sorted().toList(), heard);
      DocumentState after = project.document("a.txt").orElseThrow();
      assertThrows(
          CancellationException.class,
          () ->
              project.watched(
                  done -> {
                    if (done > 0.5) {
                      throw new CancellationException();
                    }
                  },
                  project::undo));
      assertEquals(after, project.document("a.txt").orElseThrow());
      assertEquals(1, project.events().size());
      heard.clear();
      project.undo();
      assertEquals(List.of(), heard, "nobody watches any more");
    }
  }
}
