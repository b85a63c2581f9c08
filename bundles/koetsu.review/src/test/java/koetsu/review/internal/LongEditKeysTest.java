package koetsu.review.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import koetsu.api.record.ParsedRecord;
import koetsu.project.Project;
import koetsu.review.WorkQueue;
import koetsu.robot.OnScreen;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settles hundreds of values of one document together, with real key events only. */
@OnScreen
class LongEditKeysTest {
  private static final int SHEETS = 400;
  private static final Duration LONG = Duration.ofMinutes(1);

  @TempDir Path place;

  @BeforeAll
  static void speakEnglish() {
    Locale.setDefault(Locale.US);
  }

  @BeforeEach
  void createProject() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= SHEETS; i++) {
      text.append("# 第").append(i).append("埠頭整備事業\n令和8年度予算額 ").append(i);
      text.append("億円\n担当:第").append(i).append("埠頭課\n\n");
    }
    Path document = Files.writeString(place.resolve(ReviewDesk.DOCUMENT), text);
    Project.create(place.resolve("project"), List.of(document));
  }

  /** Asks to refuse every office; the preview is confirmed with Enter. */
  private static void rejectAllOffices(ReviewDesk desk) {
    desk.session().queue().show(WorkQueue.Kind.OPEN, "office", "", WorkQueue.Order.PRINTED);
    desk.session().queueChanged();
    Table queue = desk.robot.find(Table.class, "queue");
    queue.setFocus();
    desk.robot.press("Ctrl+Shift+Delete");
    assertEquals(SHEETS, desk.robot.find(Table.class, "bulk.list").getItemCount());
    desk.robot.press("Enter");
  }

  private static void waitUntilMade(ReviewDesk desk) {
    desk.robot.waitUntil(
        "the edit is made",
        LONG,
        () -> !desk.window.jobs().isBusy() && desk.robot.lookFor(Shell.class, "long").isEmpty());
  }

  @Test
  void allOfThemAreDecidedOnTogetherAndTakenBackTogether() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      List<ParsedRecord> before = desk.records();
      rejectAllOffices(desk);
      waitUntilMade(desk);
      assertEquals(SHEETS, desk.rejected("office"), desk.status("message"));
      List<ParsedRecord> after = desk.records();
      assertTrue(desk.session().project().undoableLength().orElse(0) > 200_000);
      desk.robot.press("Ctrl+z");
      waitUntilMade(desk);
      assertEquals(before, desk.records());
      desk.robot.press("Ctrl+y");
      waitUntilMade(desk);
      assertEquals(after, desk.records());
      assertEquals(
          List.of("bulk.reject", "undo", "redo"),
          desk.session().project().events().stream().map(e -> e.type()).toList());
    }
  }

  @Test
  void whatIsGivenUpWasNotMade() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      List<ParsedRecord> before = desk.records();
      CountDownLatch other = new CountDownLatch(1);
      desk.window
          .jobs()
          .run(
              "something else",
              progress -> {
                other.await();
                return null;
              },
              nothing -> {},
              failure -> {});
      rejectAllOffices(desk);
      assertTrue(desk.robot.lookFor(Shell.class, "long").isPresent(), "it waits for its turn");
      desk.robot.press("Esc");
      assertTrue(desk.robot.lookFor(Shell.class, "long").isPresent(), "until it knows");
      other.countDown();
      waitUntilMade(desk);
      assertEquals(before, desk.records());
      assertEquals(List.of(), desk.session().project().events());
      assertEquals("Given up; nothing has changed.", desk.status("message"));
    }
  }
}
