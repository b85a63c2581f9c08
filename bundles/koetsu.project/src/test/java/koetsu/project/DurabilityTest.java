package koetsu.project;

import static koetsu.project.Sheets.HANA;
import static koetsu.project.Sheets.KEN;
import static koetsu.project.Sheets.PROFILE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import koetsu.api.document.SourceDocument;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.project.FaultyDisk.Fault;
import koetsu.records.RecordFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is there, whatever the disk did. */
class DurabilityTest {
  private static final String TEXT = "海辺の事業\n担当: 港湾課\n\n山の事業\n担当: 林野課\n";

  @TempDir Path temp;
  private Path folder;
  private Path log;
  private ParsedDocument extraction;

  @BeforeEach
  void createProject() throws Exception {
    Path source = temp.resolve("a.txt");
    Files.writeString(source, TEXT);
    folder = temp.resolve("project");
    log = folder.resolve("log/hana-a1.jsonl");
    Project.create(folder, List.of(source));
    SourceDocument document = Sheets.document("a.txt", TEXT);
    extraction =
        Sheets.extraction(
            document,
            Sheets.record(document, "r0001", "海辺の事業", "港湾課"),
            Sheets.record(document, "r0002", "山の事業", "林野課"));
  }

  private Project open(FaultyDisk disk) throws ProjectException {
    Project project = Project.open(folder, HANA, PROFILE, disk);
    project.present(extraction);
    return project;
  }

  private static ParsedRecord record(Project project, String id) {
    return project.document("a.txt").orElseThrow().record(id).orElseThrow();
  }

  private static void correct(Project project, String text) throws ProjectException {
    FieldValue old = record(project, "r0001").values("name").get(0);
    project.correct("a.txt", "r0001", "name", old, Value.of(text), old.text(), old.spans());
  }

  private static String name(Project project) {
    return record(project, "r0001").first("name");
  }

  private static void refused(Project project, String text) {
    String before = name(project);
    assertThrows(ProjectException.class, () -> correct(project, text));
    assertEquals(before, name(project));
  }

  /** What a project says that has nothing but the sources and the logs. */
  private List<String> replayed() throws IOException, ProjectException {
    Path bare = Files.createTempDirectory(temp, "replay").resolve("project");
    Files.createDirectories(bare);
    Files.copy(folder.resolve("koetsu.json"), bare.resolve("koetsu.json"));
    Sheets.copy(folder.resolve("sources"), bare.resolve("sources"));
    if (Files.exists(folder.resolve("log"))) {
      Sheets.copy(folder.resolve("log"), bare.resolve("log"));
    }
    try (Project project = Project.open(bare, KEN, PROFILE)) {
      return state(project);
    }
  }

  private List<String> state(Project project) throws IOException {
    project.present(extraction);
    project.flush();
    Path gold = project.folder().resolve("gold/a.records.jsonl");
    return List.of(
        project.document("a.txt").orElseThrow().toString(),
        Files.exists(gold) ? Files.readString(gold) : "no gold");
  }

  @Test
  void aFullDiskRefusesTheEditAndTakesTheNextOne() throws Exception {
    FaultyDisk disk = new FaultyDisk(new Random(1));
    try (Project project = open(disk)) {
      correct(project, "浜の事業");
      for (Fault fault : List.of(Fault.NO_SPACE, Fault.SHORT_WRITE, Fault.FORCE)) {
        disk.fail(1, fault);
        refused(project, "磯の事業");
        disk.heal();
        assertEquals(1, Files.readAllLines(log).size());
      }
      correct(project, "渚の事業");
      assertEquals(2, project.events().size());
    }
    try (Project project = open(new FaultyDisk(new Random(1)))) {
      assertEquals(List.of(), project.warnings());
      assertEquals("渚の事業", name(project));
    }
  }

  @Test
  void nothingIsAcknowledgedBehindAHalfLineThatCannotBeCutOff() throws Exception {
    FaultyDisk disk = new FaultyDisk(new Random(1));
    try (Project project = open(disk)) {
      correct(project, "浜の事業");
      disk.fail(1, Fault.SHORT_WRITE, Fault.TRUNCATE);
      refused(project, "磯の事業");
      disk.fail(1, Fault.TRUNCATE);
      refused(project, "渚の事業");
      disk.heal();
      correct(project, "岸の事業");
    }
    try (Project project = open(new FaultyDisk(new Random(1)))) {
      assertEquals(List.of(), project.warnings());
      assertEquals("岸の事業", name(project));
      assertEquals(2, project.events().size());
    }
  }

  @Test
  void aHalfLineThatCouldNeverBeCutOffIsCutOffAtTheNextOpening() throws Exception {
    FaultyDisk disk = new FaultyDisk(new Random(1));
    try (Project project = open(disk)) {
      correct(project, "浜の事業");
      disk.fail(1, Fault.SHORT_WRITE, Fault.TRUNCATE);
      refused(project, "磯の事業");
    }
    FaultyDisk next = new FaultyDisk(new Random(1));
    next.fail(1, Fault.TRUNCATE);
    try (Project project = open(next)) {
      assertTrue(project.warnings().get(0).contains("with the next edit"));
      assertEquals("浜の事業", name(project));
      next.heal();
      correct(project, "岸の事業");
    }
    try (Project project = open(new FaultyDisk(new Random(1)))) {
      assertEquals(List.of(), project.warnings());
      assertEquals("岸の事業", name(project));
    }
  }

  @Test
  void anUnforcedFolderRefusesTheFirstEdit() throws Exception {
    FaultyDisk disk = new FaultyDisk(new Random(1));
    try (Project project = open(disk)) {
      disk.fail(1, Fault.FORCE);
      refused(project, "浜の事業");
      disk.heal();
      correct(project, "磯の事業");
    }
    assertEquals(1, Files.readAllLines(log).size());
  }

  @Test
  void aLastLineThatAPowerLossLeftHalfEmptyIsCutOff() throws Exception {
    try (Project project = open(new FaultyDisk(new Random(1)))) {
      correct(project, "浜の事業");
      correct(project, "磯の事業");
    }
    byte[] whole = Files.readAllBytes(log);
    byte[] holed = whole.clone();
    int begin = new String(whole, "ISO-8859-1").indexOf('\n') + 50;
    java.util.Arrays.fill(holed, begin, begin + 100, (byte) 0);
    Files.write(log, holed);
    try (Project project = open(new FaultyDisk(new Random(1)))) {
      assertTrue(project.warnings().get(0).contains("torn"), project.warnings().toString());
      assertEquals("浜の事業", name(project));
    }
    java.util.Arrays.fill(holed, 10, 20, (byte) 0);
    Files.write(log, holed);
    assertThrows(ProjectException.class, () -> open(new FaultyDisk(new Random(1))));
  }

  @Test
  void aLogThatWasReplacedUnderTheProgramTakesNoMoreEdits() throws Exception {
    try (Project project = open(new FaultyDisk(new Random(1)))) {
      correct(project, "浜の事業");
      byte[] content = Files.readAllBytes(log);
      Files.delete(log);
      assertTrue(
          assertThrows(ProjectException.class, () -> correct(project, "磯の事業"))
              .getMessage()
              .contains("taken away"));
      Files.write(log, content);
      assertTrue(
          assertThrows(ProjectException.class, () -> correct(project, "磯の事業"))
              .getMessage()
              .contains("another program"));
      assertEquals("浜の事業", name(project));
    }
    try (Project project = open(new FaultyDisk(new Random(1)))) {
      correct(project, "磯の事業");
      Files.writeString(log, "\n", StandardOpenOption.APPEND);
      refused(project, "渚の事業");
    }
  }

  @Test
  void whatCannotBeReadAgainIsNotWritten() throws Exception {
    try (Project project = open(new FaultyDisk(new Random(1)))) {
      refused(project, "浜\uD800の事業");
      FieldValue old = record(project, "r0001").values("name").get(0);
      assertThrows(
          ProjectException.class,
          () ->
              project.correct(
                  "a.txt",
                  "r0001",
                  "name",
                  old,
                  Value.of("浜"),
                  "浜",
                  List.of(new koetsu.api.document.Span(5, 9), new koetsu.api.document.Span(0, 2))));
      assertFalse(Files.exists(log));
    }
  }

  @Test
  void goldThatCannotBeWrittenCostsNoEdit() throws Exception {
    FaultyDisk disk = new FaultyDisk(new Random(1));
    Project project = open(disk);
    project.review("a.txt", "r0001");
    disk.fail(1, Fault.RENAME);
    project.flush();
    assertTrue(project.warnings().get(0).contains("a.records.jsonl"));
    project.review("a.txt", "r0002");
    assertThrows(ProjectException.class, project::close);
    try (Project again = open(new FaultyDisk(new Random(1)))) {
      again.flush();
      assertEquals(List.of(), again.warnings());
      assertEquals(2, Files.readAllLines(folder.resolve("gold/a.records.jsonl")).size());
    }
  }

  @Test
  void goldThatWasTamperedWithIsWrittenAgain() throws Exception {
    Path gold = folder.resolve("gold/a.records.jsonl");
    try (Project project = open(new FaultyDisk(new Random(1)))) {
      project.review("a.txt", "r0001");
    }
    String right = Files.readString(gold);
    Files.writeString(gold, right.replace("海辺", "浜辺"));
    try (Project project = open(new FaultyDisk(new Random(1)))) {
      project.flush();
    }
    assertEquals(right, Files.readString(gold));
    Files.delete(gold);
    try (Project project = open(new FaultyDisk(new Random(1)))) {
      project.flush();
    }
    assertEquals(right, Files.readString(gold));
  }

  @Test
  void nothingAcknowledgedIsLostWithThePower() throws Exception {
    losePower(40, 3, false);
  }

  @Test
  @Tag("long")
  void nothingAcknowledgedIsLostWithThePowerVeryOften() throws Exception {
    losePower(3000, 5, false);
  }

  @Test
  void aDiskThatForcesNothingIsFoundOut() {
    assertThrows(AssertionError.class, () -> losePower(60, 4, true));
  }

  /**
   * Edits with faults until the power goes, then looks what is there; and again on what is left.
   */
  private void losePower(int times, int seed, boolean lying) throws Exception {
    Random random = new Random(seed);
    List<Event> acknowledged = new ArrayList<>();
    AtomicInteger made = new AtomicInteger();
    int refused = 0;
    int faults = 0;
    int torn = 0;
    for (int round = 0; round < times; round++) {
      FaultyDisk disk = new FaultyDisk(random);
      if (lying) {
        disk.lie();
      }
      Project project = open(disk);
      disk.fail(0.1, Fault.values());
      project.addListener(acknowledged::add);
      project.addListener(event -> made.incrementAndGet());
      for (int edits = random.nextInt(8); edits > 0; edits--) {
        try {
          edit(project, random);
          if (random.nextInt(3) == 0) {
            project.flush();
          }
        } catch (ProjectException notMade) {
          refused++;
          assertTrue(notMade.getMessage().contains("could not be saved"), notMade.getMessage());
        }
      }
      disk.powerLoss();
      assertThrowsOrCloses(project);
      faults += disk.injected();
      Path gold = folder.resolve("gold/a.records.jsonl");
      if (!lying && Files.exists(gold)) {
        assertFalse(RecordFile.read(gold).records().isEmpty(), "half a gold file");
      }
      List<Event> there;
      try (Project after = open(new FaultyDisk(random))) {
        there = after.events();
        torn += after.warnings().stream().anyMatch(w -> w.contains("torn")) ? 1 : 0;
        List<Event> lost = new ArrayList<>(acknowledged);
        lost.removeAll(there);
        assertEquals(List.of(), lost, "round " + round);
        assertEquals(replayed(), state(after), "round " + round);
      }
      if (random.nextInt(4) == 0) {
        // A fresh start: much hangs on the names of the first files.
        acknowledged.clear();
        for (String name : List.of("log", "gold", ".cache")) {
          if (Files.exists(folder.resolve(name))) {
            FaultyDisk.deleteAll(folder.resolve(name));
          }
        }
      }
    }
    System.out.printf(
        "%,d power losses, %,d faults of the disk before them: %,d events acknowledged and none"
            + " lost, %,d edits refused, %,d torn lines cut and reported%n",
        times, faults, made.get(), refused, torn);
  }

  /** Without power the gold cannot be written, and the project says so if it had any to write. */
  private static void assertThrowsOrCloses(Project project) {
    try {
      project.close();
    } catch (ProjectException unwritten) {
      assertTrue(unwritten.getMessage().contains("could not be written"));
    }
  }

  static void edit(Project project, Random random) throws ProjectException {
    String id = random.nextBoolean() ? "r0001" : "r0002";
    String field = random.nextBoolean() ? "name" : "department";
    ParsedRecord record = record(project, id);
    switch (random.nextInt(8)) {
      case 0 -> project.undo();
      case 1 -> project.redo();
      case 2 -> project.review("a.txt", id);
      case 3 -> project.setState("a.txt", id, RecordState.IN_REVIEW);
      case 4 -> project.note("a.txt", id, field, null, "" + random.nextInt(1000), true);
      case 5 ->
          project.add(
              "a.txt", id, "department", Value.of("課" + random.nextInt(1 << 20)), null, List.of());
      default -> {
        if (record.values(field).isEmpty()) {
          return;
        }
        FieldValue value = record.values(field).get(random.nextInt(record.values(field).size()));
        if (value.status() == Status.ADDED && record.values(field).size() > 5) {
          project.reject("a.txt", id, field, value);
        } else {
          project.correct(
              "a.txt",
              id,
              field,
              value,
              Value.of("事業" + random.nextInt(1 << 20)),
              value.text(),
              value.spans());
        }
      }
    }
  }
}
