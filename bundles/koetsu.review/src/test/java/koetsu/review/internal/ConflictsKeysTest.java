package koetsu.review.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import koetsu.api.plugin.LoadRequest;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.RunOptions;
import koetsu.project.Author;
import koetsu.project.Project;
import koetsu.robot.OnScreen;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settles with real key events only what two reviewers decided differently. */
@OnScreen
class ConflictsKeysTest {
  private static final Author HANA = new Author("hana", "a1");
  private static final Author KEN = new Author("ken", "b2");

  @TempDir Path place;

  @BeforeAll
  static void speakEnglish() {
    Locale.setDefault(Locale.US);
  }

  /** Hana and Ken correct the names of both records, each in their own clone. */
  @BeforeEach
  void twoReviewers() throws Exception {
    Path document = Files.writeString(place.resolve(ReviewDesk.DOCUMENT), ReviewDesk.TEXT);
    for (Author author : List.of(HANA, KEN)) {
      Path clone = place.resolve(author == HANA ? "project" : "clone");
      Project.create(clone, List.of(document));
      Pipeline pipeline = SheetPlugIns.pipeline();
      try (Project project = Project.open(clone, author, pipeline.profile())) {
        ParsedDocument found =
            pipeline.run(
                pipeline.load(
                    new LoadRequest(
                        document.getFileName().toString(), Files.readAllBytes(document), null)),
                RunOptions.DEFAULT);
        for (var record : project.present(found).records()) {
          FieldValue name = record.values("name").get(0);
          Value other = Value.of(author.reviewer() + " " + name.text());
          project.correct(
              ReviewDesk.DOCUMENT, record.id(), "name", name, other, name.text(), name.spans());
        }
      }
    }
    Files.copy(
        place.resolve("clone/log").resolve(KEN.logFile()),
        place.resolve("project/log").resolve(KEN.logFile()));
  }

  @Test
  void oneKeySettlesAConflictAndTheNextOneTakesItsPlace() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      assertEquals(Value.of("hana 入り江の見張り台整備事業"), desk.value(0, "name", 0).value());
      desk.session().workbench().execute("conflicts.show");
      Table conflicts = desk.robot.find(Table.class, "conflicts");
      desk.robot.waitUntil("both are found", () -> conflicts.getItemCount() == 2);
      assertEquals(0, conflicts.getSelectionIndex());
      assertEquals("Name", conflicts.getItem(0).getText(2));
      assertTrue(
          Cells.text(conflicts.getItem(0), 3).startsWith("hana 入り江の見張り台整備事業 (corrected) – hana"));
      assertTrue(
          Cells.text(conflicts.getItem(0), 4).startsWith("ken 入り江の見張り台整備事業 (corrected) – ken"));

      int before = desk.robot.presses();
      desk.robot.press("2");
      assertEquals(1, desk.robot.presses() - before);
      assertEquals(Value.of("ken 入り江の見張り台整備事業"), desk.value(0, "name", 0).value());
      assertEquals(1, conflicts.getItemCount());
      desk.robot.press("1");
      assertEquals(Value.of("hana 峠の茶屋再生事業"), desk.value(1, "name", 0).value());
      assertEquals(0, conflicts.getItemCount());
      assertEquals(
          "No reviewers disagree.", desk.robot.find(Label.class, "conflicts.heading").getText());

      desk.robot.press("Ctrl+z");
      desk.robot.waitUntil("it is open again", () -> conflicts.getItemCount() == 1);
    }
  }

  @Test
  void enterGoesToWhatAConflictIsAbout() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.session().workbench().execute("conflicts.show");
      Table conflicts = desk.robot.find(Table.class, "conflicts");
      desk.robot.waitUntil("both are found", () -> conflicts.getItemCount() == 2);
      desk.robot.press("Down");
      desk.robot.press("Enter");
      assertEquals(desk.record(1).id(), desk.session().selection().record());
      assertEquals("name", desk.session().selection().field());
    }
  }

  @Test
  void whereSomebodyElseWritesNothingIsSettled() throws Exception {
    try (Project other =
            Project.open(
                place.resolve("project"),
                new Author("mio", "c3"),
                SheetPlugIns.pipeline().profile());
        ReviewDesk desk = ReviewDesk.open(place)) {
      assertTrue(desk.status("reviewer").contains("mio"), desk.status("reviewer"));
      desk.session().workbench().execute("conflicts.show");
      Table conflicts = desk.robot.find(Table.class, "conflicts");
      desk.robot.waitUntil("both are found", () -> conflicts.getItemCount() == 2);
      desk.robot.press("2");
      assertEquals(2, conflicts.getItemCount());
      assertEquals(Status.CORRECTED, desk.value(0, "name", 0).status());
      assertEquals(4, other.events().size());
    }
  }
}
