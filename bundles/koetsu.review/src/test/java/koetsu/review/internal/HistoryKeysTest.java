package koetsu.review.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;
import koetsu.api.record.Status;
import koetsu.robot.OnScreen;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks back with real key events only. */
@OnScreen
class HistoryKeysTest {
  @TempDir Path place;

  @BeforeAll
  static void speakEnglish() {
    Locale.setDefault(Locale.US);
  }

  /** Accepts the name, rejects the budget and accepts the office of the first record. */
  private static Table history(ReviewDesk desk) {
    desk.robot.press("j");
    desk.robot.press("a");
    desk.robot.press("x");
    desk.robot.press("a");
    desk.robot.press("Ctrl+h");
    assertTrue(desk.hasFocus("history"));
    Table history = desk.robot.find(Table.class, "history");
    desk.robot.waitUntil("the steps are there", () -> history.getItemCount() == 4);
    return history;
  }

  private static String cell(Table table, int row, int column) {
    return Cells.text(table.getItem(row), column);
  }

  @Test
  void everyStepTellsWhoDidWhatToWhichValueOfTheMachine() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      Table history = history(desk);
      String me = desk.session().project().author().reviewer();
      assertEquals(me, cell(history, 1, 1));
      assertEquals("rejected", cell(history, 1, 2));
      assertEquals("Budget", cell(history, 1, 3));
      assertTrue(cell(history, 1, 4).contains(" (by the machine) → "), cell(history, 1, 4));
      assertTrue(cell(history, 1, 4).endsWith(" (rejected)"), cell(history, 1, 4));
      assertTrue(cell(history, 1, 5).endsWith("#amounts.line"), cell(history, 1, 5));
      assertEquals("record", cell(history, 3, 3), "the first edit takes the record up");

      Table comparison = desk.robot.find(Table.class, "comparison");
      desk.robot.press("Down");
      desk.robot.press("Down");
      desk.robot.waitUntil(
          "the record of then", () -> cell(comparison, 0, 1).contains("340,000,000"));
      assertEquals(1, comparison.getItemCount(), "what is the same is not shown");
      assertEquals("Budget", cell(comparison, 0, 0));
      assertEquals("", cell(comparison, 0, 2), "rejected by now");
      assertTrue(cell(comparison, 0, 3).contains("340,000,000"), cell(comparison, 0, 3));
    }
  }

  @Test
  void keysThatOnlyMoveWorkHereAndThoseThatDecideDoNot() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      history(desk);
      desk.robot.press("x");
      assertEquals(3, desk.session().project().events().size(), "nothing was rejected");
      desk.robot.press("n");
      assertEquals(desk.record(1).id(), desk.session().selection().record());
      desk.robot.press("q");
      assertTrue(desk.hasFocus("queue"));
    }
  }

  @Test
  void aKeyShowsTheTimeOfAnEventAndOneGoesBackToNow() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      history(desk);
      desk.robot.press("Down");
      desk.robot.press("Down");
      desk.robot.press("t");
      assertEquals(Status.ACCEPTED, desk.value(0, "name", 0).status());
      assertEquals(Status.MACHINE, desk.value(0, "budget", 0).status());
      assertTrue(desk.status("reviewer").startsWith("as of "), desk.status("reviewer"));
      desk.source().setFocus();
      desk.robot.press("x");
      assertEquals(3, desk.session().project().events().size(), "the past cannot be changed");

      desk.robot.press("Ctrl+Shift+h");
      assertEquals(Status.REJECTED, desk.value(0, "budget", 0).status());
      assertFalse(desk.status("reviewer").startsWith("as of "), desk.status("reviewer"));
    }
  }

  @Test
  void aKeyUndoesOrRedoesEverythingToAPoint() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      Table history = history(desk);
      desk.robot.press("Down");
      desk.robot.press("Down");
      int before = desk.robot.presses();
      desk.robot.press("u");
      assertEquals(1, desk.robot.presses() - before);
      assertEquals(Status.ACCEPTED, desk.value(0, "name", 0).status());
      assertEquals(Status.MACHINE, desk.value(0, "budget", 0).status());
      assertEquals(Status.MACHINE, desk.value(0, "office", 0).status());
      desk.robot.waitUntil("the undos are steps too", () -> history.getItemCount() == 6);
      assertEquals("undone", cell(history, 0, 2));

      desk.robot.press("Home");
      desk.robot.press("Down");
      desk.robot.press("Down");
      desk.robot.press("u");
      assertEquals(Status.REJECTED, desk.value(0, "budget", 0).status());
      assertEquals(Status.ACCEPTED, desk.value(0, "office", 0).status());
    }
  }

  @Test
  void theWholeProjectIsOneKeyAway() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.robot.press("n");
      desk.robot.press("Ctrl+Enter");
      desk.robot.press("p");
      desk.robot.press("Ctrl+h");
      Table history = desk.robot.find(Table.class, "history");
      Label heading = desk.robot.find(Label.class, "history.heading");
      desk.robot.waitUntil("the record's steps", () -> heading.getText().startsWith("入り江"));
      assertEquals(0, history.getItemCount(), "nobody has touched the first record");
      desk.robot.press("p");
      assertEquals(1, history.getItemCount());
      assertEquals("record reviewed", cell(history, 0, 2));
      desk.robot.press("Enter");
      assertEquals(desk.record(1).id(), desk.session().selection().record());
    }
  }
}
