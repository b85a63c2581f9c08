package koetsu.review.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import koetsu.pipeline.Monitor;
import koetsu.pipeline.Pipeline;
import koetsu.project.Project;
import koetsu.project.SourceFile;
import koetsu.review.ReviewSession;
import koetsu.robot.OnScreen;
import koetsu.robot.Robot;
import koetsu.text.JapaneseText;
import koetsu.workbench.Preferences;
import koetsu.workbench.internal.Contributions;
import koetsu.workbench.internal.Window;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnScreen
class EarlyWindowTest {
  private final Pipeline pipeline = SheetPlugIns.pipeline();
  private final JapaneseText text = new JapaneseText();
  @TempDir private Path place;

  @Test
  void standsAtTheLastPlaceBeforeItIsPaintedForTheFirstTime() throws Exception {
    Path folder = place.resolve("project");
    Path document = Files.writeString(place.resolve("a.txt"), ReviewDesk.TEXT);
    Project.create(folder, List.of(document));
    ReviewOpener opener = new ReviewOpener(pipeline, text);
    Window window = window(opener);
    Preferences preferences = window.preferences();
    preferences.put(ReviewOpener.REVIEWER, "rin");
    String last = keep(folder, preferences);
    new LastPlace(preferences, folder).is("a.txt", last);

    opener.prepare(folder, place.resolve("data"), place.resolve("cache"), preferences);
    waitForReader();
    window.open(folder);

    ReviewSession session = window.session(ReviewSession.class).orElseThrow();
    assertEquals(last, session.record().orElseThrow().id());
    assertEquals("a.txt", window.activeDocument().orElseThrow());
    window.shell().close();
    new Robot(Display.getDefault()).settle();
  }

  /** Keeps what the machine says and returns the id of the last record. */
  private String keep(Path folder, Preferences preferences) throws Exception {
    EarlyProject before =
        new EarlyProject(
            folder, place.resolve("data"), place.resolve("cache"), preferences, pipeline);
    try (Project project = before.open()) {
      SourceFile file = project.sources().get(0);
      DocumentReader.Input input = before.reader().input(file);
      var parsed = before.reader().run(input.load(), Monitor.NONE);
      input.keep(parsed);
      return parsed.records().get(parsed.records().size() - 1).id();
    }
  }

  private static void waitForReader() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals(ReviewOpener.READER)) {
        thread.join();
      }
    }
  }

  private Window window(ReviewOpener opener) {
    return new Window(
        Display.getDefault(),
        new Contributions(
            opener,
            List.of(new NavigatorFactory(), new RecordFactory(), new QueueFactory()),
            List.of(new ReviewPerspective()),
            List.of(new ReviewCommands(pipeline, text))),
        null,
        place.resolve("data"));
  }
}
