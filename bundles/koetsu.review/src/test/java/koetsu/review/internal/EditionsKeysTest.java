package koetsu.review.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import koetsu.api.record.RecordState;
import koetsu.project.Note;
import koetsu.project.Project;
import koetsu.robot.OnScreen;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes gold to a new edition with real key events only. */
@OnScreen
class EditionsKeysTest {
  private static final String OFFICE = "担当:入り江課";
  private static final String RENAMED = "担当:入り江見張り室";

  @TempDir Path place;

  @BeforeAll
  static void speakEnglish() {
    Locale.setDefault(Locale.US);
  }

  /** Both records are reviewed; then a page comes in front and an office gets another name. */
  private ReviewDesk newEdition() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.robot.press("Ctrl+Enter");
      desk.robot.press("Ctrl+Enter");
      assertEquals(2, desk.session().project().gold().get(0).records().size());
    }
    Files.writeString(
        place.resolve("project/sources").resolve(ReviewDesk.DOCUMENT),
        "ここは新しい前書きである。\n\n" + ReviewDesk.TEXT.replace(OFFICE, RENAMED));
    return ReviewDesk.open(place);
  }

  private static Table editions(ReviewDesk desk) {
    desk.session().workbench().execute("editions.show");
    Table editions = desk.robot.find(Table.class, "editions");
    desk.robot.waitUntil("the places are there", () -> editions.getItemCount() > 0);
    assertTrue(desk.hasFocus("editions"));
    return editions;
  }

  @Test
  void oneKeyConfirmsAPlaceAndOneMovesEverything() throws Exception {
    try (ReviewDesk desk = newEdition()) {
      Table editions = editions(desk);
      Label heading = desk.robot.find(Label.class, "editions.heading");
      assertTrue(heading.getText().contains("2 changed, 0 lost; 1 to look at"), heading.getText());
      assertEquals("Office", editions.getItem(0).getText(2));
      assertEquals("changed", editions.getItem(0).getText(3));
      desk.robot.waitUntil(
          "the old edition is read", () -> editions.getItem(0).getText(5).equals("入り江課"));
      assertEquals("入り江見張り室", editions.getItem(0).getText(6));
      assertEquals("5", editions.getItem(0).getText(7));

      desk.robot.press("Enter");
      assertEquals("office", desk.session().selection().field());
      editions.setFocus();
      int before = desk.robot.presses();
      desk.robot.press("a");
      assertTrue(heading.getText().contains("0 to look at"), heading.getText());
      desk.robot.press("m");
      assertEquals(2, desk.robot.presses() - before);
      assertEquals(0, editions.getItemCount());
      assertTrue(desk.session().project().drift(ReviewDesk.DOCUMENT).isEmpty());
      assertEquals(RecordState.REVIEWED, desk.record(0).state());
      assertEquals(
          ReviewDesk.TEXT.indexOf("入り江課") + "ここは新しい前書きである。\n\n".length(),
          desk.value(0, "office", 0).spans().get(0).begin());

      desk.robot.press("Ctrl+z");
      desk.robot.waitUntil("the move is one step of undo", () -> editions.getItemCount() > 0);
    }
  }

  @Test
  void whatNobodyConfirmedIsUnderReviewAgain() throws Exception {
    try (ReviewDesk desk = newEdition()) {
      editions(desk);
      desk.robot.press("m");
      assertEquals(RecordState.IN_REVIEW, desk.record(0).state());
      assertEquals(RecordState.REVIEWED, desk.record(1).state());
      Project project = desk.session().project();
      assertEquals(
          List.of("“入り江課” → “入り江見張り室”"),
          project.document(ReviewDesk.DOCUMENT).orElseThrow().notes().stream()
              .map(Note::text)
              .toList());
      assertEquals(1, project.gold().get(0).records().size());
    }
  }

  @Test
  void aPlaceCanBeSelectedInTheText() throws Exception {
    try (ReviewDesk desk = newEdition()) {
      Table editions = editions(desk);
      String text = desk.source().getText();
      int begin = text.indexOf("見張り室");
      desk.robot.press("s");
      assertEquals("changed", editions.getItem(0).getText(3), "nothing is selected yet");
      desk.source().setSelection(begin, begin + 4);
      desk.robot.press("s");
      desk.robot.press("m");
      assertEquals(begin, desk.value(0, "office", 0).spans().get(0).begin());
      assertEquals("見張り室", desk.value(0, "office", 0).text());
    }
  }
}
