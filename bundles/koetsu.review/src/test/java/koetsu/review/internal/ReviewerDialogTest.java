package koetsu.review.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import koetsu.pipeline.Pipeline;
import koetsu.project.Project;
import koetsu.review.ReviewSession;
import koetsu.robot.OnScreen;
import koetsu.robot.Robot;
import koetsu.text.JapaneseText;
import koetsu.workbench.internal.Contributions;
import koetsu.workbench.internal.Window;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnScreen
class ReviewerDialogTest {
  @TempDir Path place;

  @BeforeAll
  static void speakEnglish() {
    Locale.setDefault(Locale.US);
  }

  @Test
  void theNameIsAskedOnceAndNamesTheLog() throws Exception {
    Path document = Files.writeString(place.resolve(ReviewDesk.DOCUMENT), ReviewDesk.TEXT);
    Path folder = place.resolve("project");
    Project.create(folder, List.of(document));
    Robot robot = new Robot(Display.getDefault());
    Window window = window();
    window.open(folder);
    robot.waitUntil("it asks", () -> robot.lookFor(Text.class, "reviewer.name").isPresent());
    Text name = robot.find(Text.class, "reviewer.name");
    name.getShell().forceActive();
    robot.waitUntil(
        "the question has the keyboard",
        () -> name.getDisplay().getActiveShell() == name.getShell());
    name.setFocus();
    name.setText("a/b");
    robot.press("Enter");
    assertFalse(name.isDisposed(), "no part of a file name");
    name.setText("hana");
    robot.press("Enter");
    robot.waitUntil("the project is the person's", () -> author(window).equals("hana"));
    robot.waitUntil("keys do not go nowhere", () -> keyboardIsIn(window));
    window.shell().close();
    robot.settle();

    Window again = window();
    again.open(folder);
    robot.waitUntil("it is open", () -> author(again).equals("hana"));
    robot.settle();
    assertTrue(robot.lookFor(Text.class, "reviewer.name").isEmpty(), "not asked again");
    assertEquals("hana", again.preferences().get(ReviewOpener.REVIEWER).orElseThrow());
    again.shell().close();
    robot.settle();
  }

  private static boolean keyboardIsIn(Window window) {
    Control keyboard = Display.getDefault().getFocusControl();
    return keyboard != null && keyboard != window.shell() && keyboard.getShell() == window.shell();
  }

  private static String author(Window window) {
    return window.session(ReviewSession.class).map(s -> s.project().author().reviewer()).orElse("");
  }

  private Window window() {
    Pipeline pipeline = SheetPlugIns.pipeline();
    JapaneseText text = new JapaneseText();
    return new Window(
        Display.getDefault(),
        new Contributions(
            new ReviewOpener(pipeline, text),
            List.of(new NavigatorFactory(), new RecordFactory()),
            List.of(new ReviewPerspective()),
            List.of(new ReviewCommands(pipeline, text))),
        null,
        place.resolve("data"));
  }
}
