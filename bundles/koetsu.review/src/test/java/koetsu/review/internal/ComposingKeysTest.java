package koetsu.review.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.robot.OnScreen;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Composes with a live input method: the one of GTK, which takes a character by its code between
 * Ctrl+Shift+U and Enter, as others take it by its sound.
 */
@OnScreen
class ComposingKeysTest {
  private static final String COMPOSE = "Ctrl+Shift+u";
  private static final List<String> SUN = List.of(COMPOSE, "6", "5", "e", "5", "Enter");

  @TempDir Path place;

  @BeforeAll
  static void speakEnglish() {
    Locale.setDefault(Locale.US);
  }

  @BeforeEach
  void needsTheMethodOfGtk() {
    assumeTrue(SWT.getPlatform().equals("gtk"), "other toolkits have no input method to rely on");
  }

  @Test
  void enterEndsTheCompositionAndOnlyThenTheEditor() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      Value before = desk.value(0, "name", 0).value();
      desk.robot.press("j");
      desk.robot.press("e");
      Text text = desk.robot.find(Text.class, "editor.text");
      desk.robot.press("Ctrl+a");
      desk.robot.compose(SUN);
      assertFalse(text.isDisposed(), "the editor is still there");
      assertEquals("日", text.getText());
      assertEquals(before, desk.value(0, "name", 0).value(), "nothing is decided");
      desk.robot.press("Enter");
      assertTrue(text.isDisposed());
      assertEquals(Value.of("日"), desk.value(0, "name", 0).value());
      assertEquals(Status.CORRECTED, desk.value(0, "name", 0).status());
    }
  }

  @Test
  void lettersAreCommandsInTheSourceWhileAMethodIsThere() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.source().setFocus();
      String field = desk.session().selection().field();
      desk.robot.press(COMPOSE);
      desk.robot.press("j");
      assertFalse(desk.session().selection().field().equals(field), "the next value");
      desk.robot.press("a");
      assertEquals(1, desk.session().project().events().size(), "it was accepted");
    }
  }
}
