package koetsu.review.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Status;
import koetsu.review.Selection;
import koetsu.robot.OnScreen;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Cursor;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnScreen
class EdgeDragTest {
  @TempDir Path place;

  @BeforeAll
  static void speakEnglish() {
    Locale.setDefault(Locale.US);
  }

  /** The right border of the character before a place of the document. */
  private static Point border(StyledText source, String before) {
    int last = source.getText().indexOf(before) + before.length() - 1;
    Rectangle bounds = source.getTextBounds(last, last);
    return new Point(bounds.x + bounds.width, bounds.y + bounds.height / 2);
  }

  private static void mouse(StyledText source, int type, Point at) {
    Event event = new Event();
    event.button = type == SWT.MouseMove ? 0 : 1;
    event.count = 1;
    event.x = at.x;
    event.y = at.y;
    source.notifyListeners(type, event);
  }

  @Test
  void anEdgeIsDraggedToAnotherPlaceInOneStepOfUndo() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      StyledText source = desk.source();
      FieldValue before = desk.value(0, "office", 1);
      assertEquals("𠮷野出張所", before.text());
      Point end = border(source, "𠮷野出張所");
      Cursor usual = source.getCursor();
      mouse(source, SWT.MouseMove, end);
      assertNotEquals(usual, source.getCursor(), "the pointer shows that there is an edge");
      desk.robot.drag(source, end.x, end.y, source.toDisplay(border(source, "𠮷野")));
      FieldValue after = desk.value(0, "office", 1);
      assertEquals("𠮷野", after.text());
      assertEquals(Status.CORRECTED, after.status());
      assertEquals(
          new Selection(ReviewDesk.DOCUMENT, desk.record(0).id(), "office", 1),
          desk.session().selection());
      desk.robot.press("Ctrl+z");
      assertEquals(before, desk.value(0, "office", 1));
    }
  }

  @Test
  void theBeginIsAnEdgeTooAndGoesOverLines() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      StyledText source = desk.source();
      Point begin = border(source, "担当:入り江課\n担当:");
      Point to = border(source, "担当:");
      desk.robot.drag(source, begin.x + 1, begin.y, source.toDisplay(to));
      assertEquals("入り江課\n担当:𠮷野出張所", desk.value(0, "office", 1).text());
    }
  }

  @Test
  void escapeLeavesEverythingAsItWas() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      StyledText source = desk.source();
      List<FieldValue> before = desk.record(0).values("office");
      Cursor usual = source.getCursor();
      mouse(source, SWT.MouseDown, border(source, "𠮷野出張所"));
      mouse(source, SWT.MouseMove, border(source, "𠮷野"));
      desk.robot.press("Esc");
      assertEquals(usual, source.getCursor());
      mouse(source, SWT.MouseUp, border(source, "𠮷野"));
      assertEquals(before, desk.record(0).values("office"));
    }
  }

  @Test
  void awayFromEdgesTheTextHasTheMouse() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      StyledText source = desk.source();
      mouse(source, SWT.MouseDown, border(source, "波の高さ"));
      mouse(source, SWT.MouseUp, border(source, "波の高さ"));
      assertEquals(source.getText().indexOf("を昼夜"), source.getCaretOffset());
    }
  }
}
