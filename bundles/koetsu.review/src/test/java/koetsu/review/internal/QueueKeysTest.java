package koetsu.review.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;
import koetsu.api.record.Status;
import koetsu.review.Selection;
import koetsu.review.WorkQueue;
import koetsu.robot.OnScreen;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Works the queue off with real key events only. */
@OnScreen
class QueueKeysTest {
  @TempDir Path place;

  @BeforeAll
  static void speakEnglish() {
    Locale.setDefault(Locale.US);
  }

  @Test
  void theQueueListsWhatIsDoubtfulAndIsWorkedOffWithoutLeavingIt() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.robot.press("q");
      Table queue = desk.robot.find(Table.class, "queue");
      assertTrue(queue.isFocusControl());
      assertEquals(2, queue.getItemCount());
      assertEquals("Budget", queue.getItem(0).getText(0));
      assertEquals("2", queue.getItem(0).getText(4), "two of the same rule");
      assertEquals("harbour.txt:10", queue.getItem(1).getText(6));
      desk.robot.press("Down");
      Selection first = new Selection(ReviewDesk.DOCUMENT, desk.record(0).id(), "budget", 0);
      Selection second = new Selection(ReviewDesk.DOCUMENT, desk.record(1).id(), "budget", 0);
      assertEquals(first, desk.session().selection(), "the row is the value");
      desk.robot.press(".");
      assertEquals(second, desk.session().selection());
      assertEquals(1, queue.getSelectionIndex());
      desk.robot.press("x");
      assertEquals(Status.REJECTED, desk.value(1, "budget", 0).status());
      assertEquals(1, queue.getItemCount());
      desk.robot.press(".");
      assertEquals(first, desk.session().selection());
      desk.robot.press("a");
      assertEquals(0, queue.getItemCount());
      assertFalse(queue.isVisible(), "an empty queue says so");
    }
  }

  @Test
  void whoDecidesInTheQueueGoesOnWithItsNextRow() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.robot.press("q");
      Table queue = desk.robot.find(Table.class, "queue");
      desk.robot.press("Down");
      desk.robot.press("a");
      assertEquals(Status.ACCEPTED, desk.value(0, "budget", 0).status());
      assertEquals(
          new Selection(ReviewDesk.DOCUMENT, desk.record(1).id(), "budget", 0),
          desk.session().selection(),
          "the next row, not the next value of the record");
      assertTrue(queue.isFocusControl());
      assertEquals(0, queue.getSelectionIndex());
    }
  }

  @Test
  void theQueueIsNarrowedByKindFieldAndWords() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.robot.press("q");
      Table queue = desk.robot.find(Table.class, "queue");
      Combo kinds = desk.robot.find(Combo.class, "queue.kinds");
      kinds.setFocus();
      desk.robot.press("End");
      assertEquals(WorkQueue.Kind.OPEN, desk.session().queue().kind());
      assertEquals(7, queue.getItemCount());
      desk.robot.find(Combo.class, "queue.fields").setFocus();
      desk.robot.press("End");
      assertEquals("office", desk.session().queue().field());
      assertEquals(3, queue.getItemCount());
      desk.robot.press("Home");
      queue.setFocus();
      desk.robot.press("/");
      desk.robot.find(Text.class, "queue.filter").insert("names.heading");
      desk.robot.settle();
      assertEquals(2, queue.getItemCount(), "by rule");
      desk.robot.press("Esc");
      assertEquals(7, queue.getItemCount());
      assertTrue(queue.isFocusControl());
      desk.robot.press("Shift+Q");
      assertEquals(WorkQueue.Order.CONFIDENCE, desk.session().queue().order());
      assertEquals("Budget", queue.getItem(0).getText(0));
      assertEquals("Budget", queue.getItem(1).getText(0));
    }
  }

  @Test
  void whatAQueryFindsIsRejectedTogetherAndComesBackTogether() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.robot.press("q");
      desk.robot.find(Combo.class, "queue.kinds").select(WorkQueue.Kind.OPEN.ordinal());
      desk.robot.find(Combo.class, "queue.fields").setFocus();
      desk.robot.press("End");
      Table queue = desk.robot.find(Table.class, "queue");
      queue.setFocus();
      desk.robot.press("Ctrl+Shift+Delete");
      Table preview = desk.robot.find(Table.class, "bulk.list");
      assertEquals(3, preview.getItemCount());
      preview.setFocus();
      desk.robot.press("Down");
      desk.robot.press(" ");
      desk.robot.press("Enter");
      assertTrue(desk.robot.lookFor(Shell.class, "bulk").isEmpty());
      long rejected = desk.rejected("office");
      assertEquals(2, rejected, "the one without its tick stays");
      desk.robot.press("Ctrl+z");
      assertEquals(0, desk.rejected("office"));
    }
  }

  @Test
  void aDoubtfulMarkPutsASureValueIntoTheQueue() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.robot.press("j");
      desk.robot.press("u");
      desk.robot.type("look again");
      desk.robot.press("Enter");
      assertEquals(3, desk.session().queue().items().size());
      desk.session().queue().show(WorkQueue.Kind.UNSURE, null, "again", WorkQueue.Order.PRINTED);
      assertEquals(1, desk.session().queue().items().size());
    }
  }
}
