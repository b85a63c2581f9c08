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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Value;
import koetsu.project.drift.Outcome;
import koetsu.project.drift.Rebase;
import koetsu.records.DocumentInfo;
import koetsu.records.RecordFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reviewed document is replaced by a new edition. */
class RebaseTest {
  private static final String COAST = "海辺の見回りと清掃を続ける事業\n浜に流れ着くものを拾い、数えて公開する。\n担当: 港湾課\n";
  private static final String MOUNTAIN = "山の道しるべを立て直す事業\n古い標柱を抜き、読みやすい字で書き直す。\n担当: 林野課\n";
  private static final String ISLAND = "島の渡し船を電気で走らせる事業\n夜のうちに充電し、朝の一便から使う。\n担当: 離島課\n";
  private static final String EMPTY = "ここには目次だけがあり、事業は一つも載っていない。\n";

  @TempDir Path temp;
  private Path folder;

  @BeforeEach
  void reviewFirstEdition() throws Exception {
    Path source = temp.resolve("a.txt");
    Files.writeString(source, EMPTY + "\n" + COAST + "\n" + MOUNTAIN + "\n" + ISLAND);
    folder = temp.resolve("project");
    Project.create(folder, List.of(source));
    try (Project project = Project.open(folder, HANA, PROFILE)) {
      ParsedDocument found = extraction();
      project.present(found);
      FieldValue name = record(project, "r0001").values("name").get(0);
      project.correct("a.txt", "r0001", "name", name, Value.of("海辺清掃"), name.text(), name.spans());
      project.note(
          "a.txt", "r0002", "name", record(project, "r0002").values("name").get(0), "確認", false);
      project.markEmpty("a.txt", Sheets.find(found.document(), EMPTY.strip()));
      for (String id : List.of("r0001", "r0002", "r0003")) {
        project.review("a.txt", id);
      }
    }
  }

  /** What the machine finds in the source as it is. */
  private ParsedDocument extraction() throws Exception {
    String text = Files.readString(folder.resolve("sources/a.txt"));
    SourceDocument document = Sheets.document("a.txt", text);
    int[] number = {0};
    List<ParsedRecord> found =
        Stream.of(
                List.of("海辺の見回りと清掃を続ける事業", "港湾課"),
                List.of("山の道しるべを立て直す事業", "林野課"),
                List.of("島の渡し船を電気で走らせる事業", "離島課"))
            .filter(r -> text.contains(r.get(0)) && text.contains(r.get(1)))
            .map(r -> Sheets.record(document, "r000" + ++number[0], r.get(0), r.get(1)))
            .toList();
    return new ParsedDocument(document, found, List.of(), List.of());
  }

  private void replace(String text) throws Exception {
    Files.writeString(folder.resolve("sources/a.txt"), text);
  }

  private static ParsedRecord record(Project project, String id) {
    return project.document("a.txt").orElseThrow().record(id).orElseThrow();
  }

  private static List<String> faults(Project project, SourceDocument document) {
    return project.gold().stream().flatMap(f -> f.verify(document).stream()).toList();
  }

  @Test
  void aMomentBeforeAMoveSpeaksOfTheOldEdition() throws Exception {
    String old = Files.readString(folder.resolve("sources/a.txt"));
    replace(EMPTY + "\n" + ISLAND + "\n" + COAST + "\n" + MOUNTAIN);
    try (Project project = Project.open(folder, HANA, PROFILE)) {
      EventId before = project.events().get(project.events().size() - 1).id();
      ParsedDocument found = extraction();
      project.present(found);
      project.rebase(project.drift("a.txt").orElseThrow(), found.document());

      DocumentInfo then = project.asOf(before).edition("a.txt").orElseThrow();
      assertEquals(old, Files.readString(project.edition(then).orElseThrow().path()));
      EventId move = project.events().get(project.events().size() - 1).id();
      DocumentInfo now = project.asOf(move).edition("a.txt").orElseThrow();
      assertEquals(found.document().sha256(), now.sha256());
      assertEquals(Optional.empty(), project.asOf(before).edition("b.txt"));
    }
  }

  @Test
  void sheetsInAnotherOrderAreFoundAndConfirmedAsOneEvent() throws Exception {
    replace(EMPTY + "\n" + ISLAND + "\n" + COAST + "\n" + MOUNTAIN);
    try (Project project = Project.open(folder, HANA, PROFILE)) {
      ParsedDocument found = extraction();
      RecordFile before = project.gold().get(0);
      project.present(found);
      Rebase rebase = project.drift("a.txt").orElseThrow();
      assertEquals(List.of(), rebase.asking());
      assertEquals(0, rebase.count(Outcome.CHANGED) + rebase.count(Outcome.LOST));
      assertEquals(before, project.gold().get(0));
      int events = project.events().size();
      project.rebase(rebase, found.document());
      assertEquals(events + 1, project.events().size());
      assertTrue(project.drift("a.txt").isEmpty());
      assertEquals(List.of(), faults(project, found.document()));
      assertEquals(
          List.of("r0003", "r0001", "r0002"),
          project.gold().get(0).records().stream().map(ParsedRecord::id).toList());
      assertEquals("海辺清掃", record(project, "r0001").first("name"));
      assertEquals("確認", project.notes("a.txt").get(0).text());
      assertTrue(
          project
              .notes("a.txt")
              .get(0)
              .isAbout("name", record(project, "r0002").values("name").get(0)));
    }
    try (Project project = Project.open(folder, HANA, PROFILE)) {
      ParsedDocument found = extraction();
      project.present(found);
      assertTrue(project.drift("a.txt").isEmpty());
      FieldValue name = record(project, "r0003").values("name").get(0);
      assertEquals(found.records().get(2).values("name").get(0).spans(), name.spans());
      assertTrue(project.machineValue("a.txt", "r0003", "name", name).isPresent());
    }
  }

  @Test
  void untilItIsConfirmedNothingCanBeEditedAndEverythingShows() throws Exception {
    replace("まえがき\n\n" + EMPTY + "\n" + COAST + "\n" + MOUNTAIN + "\n" + ISLAND);
    try (Project project = Project.open(folder, HANA, PROFILE)) {
      ParsedDocument found = extraction();
      DocumentState state = project.present(found);
      assertEquals(3, state.records().size());
      assertEquals("海辺清掃", state.records().get(0).first("name"));
      assertEquals(found.records().get(0).spans(), state.records().get(0).spans());
      assertEquals("koetsu.project#edition", state.problems().get(0).source());
      ProjectException refused =
          assertThrows(ProjectException.class, () -> project.setKind("a.txt", "r0001", "system"));
      assertTrue(refused.getMessage().contains("gold rebase"), refused.getMessage());
    }
  }

  @Test
  void whatReadsDifferentlyIsUnderReviewAgainWithANote() throws Exception {
    replace(
        EMPTY
            + "\n"
            + COAST.replace("港湾課", "海岸港湾課")
            + "\n"
            + MOUNTAIN.replace("道しるべ", "道標")
            + "\n"
            + ISLAND);
    try (Project project = Project.open(folder, HANA, PROFILE)) {
      SourceDocument fresh =
          Sheets.document("a.txt", Files.readString(folder.resolve("sources/a.txt")));
      Rebase rebase = project.drift(fresh).orElseThrow();
      assertEquals(
          List.of("r0002"),
          rebase.asking().stream().map(p -> p.anchor().record()).distinct().toList());
      project.rebase(rebase, fresh);
      RecordFile gold = project.gold().get(0);
      assertEquals(
          List.of("r0001", "r0003"), gold.records().stream().map(ParsedRecord::id).toList());
      assertEquals(List.of(), gold.verify(fresh));
      Note note = project.notes("a.txt").get(0);
      assertEquals("確認\n“山の道しるべを立て直す事業” → “山の道標を立て直す事業”", note.text());
      assertTrue(note.unsure());
    }
  }

  @Test
  void aPersonMayConfirmPlacesBeforehand() throws Exception {
    replace(EMPTY + "\n" + COAST + "\n" + MOUNTAIN.replace("道しるべ", "道標") + "\n" + ISLAND);
    try (Project project = Project.open(folder, HANA, PROFILE)) {
      SourceDocument fresh =
          Sheets.document("a.txt", Files.readString(folder.resolve("sources/a.txt")));
      Rebase rebase = project.drift(fresh).orElseThrow();
      while (!rebase.asking().isEmpty()) {
        var asking = rebase.asking().get(0);
        rebase = rebase.confirmed(asking, asking.spans());
      }
      project.rebase(rebase, fresh);
      assertEquals(3, project.gold().get(0).records().size());
      assertEquals(List.of(), project.gold().get(0).verify(fresh));
      assertFalse(project.notes("a.txt").get(0).unsure());
    }
  }

  @Test
  void aSheetThatIsGoneStaysAndLeavesTheGold() throws Exception {
    replace(EMPTY + "\n" + COAST + "\n" + ISLAND);
    try (Project project = Project.open(folder, HANA, PROFILE)) {
      ParsedDocument found = extraction();
      project.present(found);
      project.rebase(project.drift("a.txt").orElseThrow(), found.document());
      assertEquals(
          List.of("r0001", "r0003"),
          project.gold().get(0).records().stream().map(ParsedRecord::id).toList());
      ParsedRecord gone = record(project, "r0002");
      assertEquals(List.of(), gone.spans());
      assertEquals(RecordState.IN_REVIEW, gone.state());
      assertEquals("山の道しるべを立て直す事業", gone.first("name"));
      assertTrue(
          project.document("a.txt").orElseThrow().problems().stream()
              .anyMatch(p -> "r0002".equals(p.record())));
    }
  }

  @Test
  void aRebaseIsUndoneAndRedone() throws Exception {
    replace("まえがき\n\n" + COAST + "\n" + MOUNTAIN + "\n" + ISLAND);
    try (Project project = Project.open(folder, HANA, PROFILE)) {
      ParsedDocument found = extraction();
      project.present(found);
      RecordFile before = project.gold().get(0);
      project.rebase(project.drift("a.txt").orElseThrow(), found.document());
      RecordFile after = project.gold().get(0);
      assertFalse(after.equals(before));
      assertEquals(List.of(), project.document("a.txt").orElseThrow().empty());
      project.undo();
      assertEquals(before, project.gold().get(0));
      assertTrue(project.drift("a.txt").isPresent());
      project.redo();
      assertEquals(after, project.gold().get(0));
      assertTrue(project.drift("a.txt").isEmpty());
    }
  }

  @Test
  void withoutTheOldEditionNothingIsConfirmed() throws Exception {
    Path editions = folder.resolve("editions");
    try (Stream<Path> files = Files.list(editions)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    replace(COAST);
    try (Project project = Project.open(folder, HANA, PROFILE)) {
      ParsedDocument found = extraction();
      DocumentState state = project.present(found);
      assertEquals(3, state.records().stream().filter(r -> r.spans().isEmpty()).count());
      Rebase lost = project.drift("a.txt").orElseThrow();
      assertEquals(lost.placements().size(), lost.count(Outcome.LOST));
      ProjectException refused =
          assertThrows(ProjectException.class, () -> project.rebase(lost, found.document()));
      assertTrue(refused.getMessage().contains("editions"), refused.getMessage());
    }
  }

  @Test
  void aDecisionMadeMeanwhileOnTheOldEditionIsAConflict() throws Exception {
    Path kens = temp.resolve("ken");
    Sheets.copy(folder, kens);
    try (Project project = Project.open(kens, KEN, PROFILE)) {
      project.present(extraction());
      FieldValue name = record(project, "r0003").values("name").get(0);
      project.correct("a.txt", "r0003", "name", name, Value.of("電気渡し船"), name.text(), name.spans());
    }
    replace("まえがき\n\n" + EMPTY + "\n" + COAST + "\n" + MOUNTAIN + "\n" + ISLAND);
    try (Project project = Project.open(folder, HANA, PROFILE)) {
      ParsedDocument found = extraction();
      project.rebase(project.drift(found.document()).orElseThrow(), found.document());
    }
    Files.copy(kens.resolve("log/ken-b2.jsonl"), folder.resolve("log/ken-b2.jsonl"));
    try (Project project = Project.open(folder, HANA, PROFILE)) {
      ParsedDocument found = extraction();
      project.present(found);
      List<Conflict> conflicts = project.conflicts();
      assertEquals(Conflict.Aspect.EDITION, conflicts.get(0).aspect());
      project.settle(conflicts.get(0), true);
      assertEquals("電気渡し船", record(project, "r0003").first("name"));
      assertEquals(List.of(), project.conflicts());
      assertEquals(List.of(), faults(project, found.document()));
    }
  }

  @Test
  void aReplacedSourceKeepsItsOldEdition() throws Exception {
    Path fresh = temp.resolve("new").resolve("a.txt");
    Files.createDirectories(fresh.getParent());
    Files.writeString(fresh, COAST + "\n" + ISLAND);
    try (Project project = Project.open(folder, HANA, PROFILE)) {
      project.present(extraction());
      project.replaceSource(fresh);
      assertTrue(project.document("a.txt").isEmpty());
      assertTrue(project.drift(extraction().document()).isPresent());
      assertThrows(ProjectException.class, () -> project.replaceSource(temp.resolve("new/b.txt")));
    }
    assertEquals(Files.readString(fresh), Files.readString(folder.resolve("sources/a.txt")));
  }

  @Test
  void goldOfTheNewEditionIsNotImportedBeforeTheRebase() throws Exception {
    replace(COAST + "\n" + ISLAND);
    try (Project project = Project.open(folder, HANA, PROFILE)) {
      ParsedDocument found = extraction();
      ProjectException refused =
          assertThrows(ProjectException.class, () -> project.importGold(RecordFile.of(found)));
      assertTrue(refused.getMessage().contains("new edition"), refused.getMessage());
    }
  }

  @Test
  void aPlaceInABareDocumentIsFoundByItsTextAlone() {
    Span whole = new Span(0, 5);
    var placed =
        koetsu.project.drift.Drift.place(
            "海辺の事業",
            "新しい海辺の事業",
            List.of(
                new koetsu.project.drift.Anchor(
                    "r1", koetsu.project.drift.Anchor.Part.EXTENT, null, 0, List.of(whole))));
    assertEquals(List.of(new Span(3, 8)), placed.get(0).spans());
  }
}
