package koetsu.review.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.review.ReviewSession;
import koetsu.robot.OnScreen;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sends gold to brat and takes it back, with real key events only. */
@OnScreen
class ExchangeKeysTest {
  @TempDir Path place;

  @BeforeAll
  static void speakEnglish() {
    Locale.setDefault(Locale.US);
  }

  private static void choose(ReviewDesk desk, String command, String format) {
    desk.window.execute(command);
    desk.robot.settle();
    assertTrue(desk.hasFocus(command + ".filter"));
    desk.robot.find(Text.class, command + ".filter");
    desk.robot.type(format);
    desk.robot.press("Enter");
    desk.robot.waitUntil("the work is done", () -> !desk.window.jobs().isBusy());
  }

  @Test
  void whatBratDidComesIntoTheProject() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.robot.press("Ctrl+Enter");
      choose(desk, "gold.export", "brat");
      Path annotations = desk.exchange().resolve("harbour.ann");
      String text = Files.readString(annotations);
      assertTrue(text.contains("\t入り江課\n"), text);
      int begin = ReviewDesk.cp("入り江課");
      Files.writeString(
          annotations,
          text.replace(
              "office " + begin + " " + (begin + 4) + "\t入り江課\n",
              "office " + begin + " " + (begin + 3) + "\t入り江\n"));

      choose(desk, "gold.import", "brat");
      desk.robot.waitUntil(
          "the project is open again",
          () ->
              desk.window.session(ReviewSession.class).isPresent()
                  && desk.session().record().isPresent());
      FieldValue office = desk.value(0, "office", 0);
      assertEquals(Value.of("入り江"), office.value());
      assertEquals(Status.CORRECTED, office.status());
    }
  }

  @Test
  void whatCannotBeImportedIsToldAndChangesNothing() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.robot.press("Ctrl+Enter");
      choose(desk, "gold.export", "jsonl");
      Path records = desk.exchange().resolve("harbour.records.jsonl");
      Files.writeString(records, "not JSON\n");
      List<String> told = new ArrayList<>();
      desk.robot.inDialog(
          "failure", () -> told.add(labels(desk.robot.find(Shell.class, "failure"))));
      choose(desk, "gold.import", "jsonl");
      desk.robot.waitUntil("the failure was told", () -> !told.isEmpty());
      assertTrue(
          told.get(0).contains("Nothing was imported. " + records + ", line 1: not JSON"),
          told::toString);
      assertEquals(1, desk.session().project().gold().get(0).records().size());
    }
  }

  private static String labels(Composite parent) {
    StringBuilder texts = new StringBuilder();
    for (Control child : parent.getChildren()) {
      if (child instanceof Label label) {
        texts.append(label.getText()).append('\n');
      } else if (child instanceof Composite inner) {
        texts.append(labels(inner));
      }
    }
    return texts.toString();
  }
}
