package koetsu.review.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import koetsu.project.Event;
import koetsu.project.EventId;
import koetsu.review.internal.DailyProgress.Count;
import koetsu.review.internal.DailyProgress.Day;
import koetsu.robot.OnScreen;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnScreen
class DailyProgressTest {
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  @TempDir Path place;

  @BeforeAll
  static void speakEnglish() {
    Locale.setDefault(Locale.US);
  }

  /** Accepts the name, rejects the budget, accepts the office and takes that back. */
  private static void work(ReviewDesk desk) {
    desk.robot.press("j");
    desk.robot.press("a");
    desk.robot.press("x");
    desk.robot.press("a");
    desk.robot.press("Ctrl+z");
  }

  @Test
  void theViewCountsWhatStandsAndGrowsWithTheWork() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      work(desk);
      desk.window.showView(Views.DAILY);
      Table days = desk.robot.find(Table.class, "daily");
      desk.robot.waitUntil("the log is counted", () -> days.getItemCount() == 1);
      assertEquals("rin", days.getItem(0).getText(1));
      assertEquals(List.of("0", "2", "1", "0", "0", "1"), cells(days));
      desk.source().setFocus();
      desk.robot.press("Ctrl+Enter");
      desk.robot.waitUntil("one record more", () -> cells(days).get(0).equals("1"));
      String all = desk.robot.find(Label.class, "daily.heading").getText();
      assertEquals(cells(days).get(1) + " values and 1 records on 1 day", all);
    }
  }

  private static List<String> cells(Table days) {
    List<String> cells = new ArrayList<>();
    for (int i = 2; i < 8; i++) {
      cells.add(days.getItem(0).getText(i));
    }
    return cells;
  }

  @Test
  void everyReviewerHasTheirOwnDaysInTheirTimeZone() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      work(desk);
      List<Event> mine = desk.session().project().events();
      Event accepted = mine.get(0);
      LocalDate day = LocalDate.of(2026, 4, 1);
      List<Event> log = new ArrayList<>();
      log.add(again(accepted, 1, "hana", day, 0));
      log.add(again(accepted, 2, "rin", day, 23));
      log.add(again(accepted, 3, "rin", day.plusDays(1), 0));
      DailyProgress progress = new DailyProgress(TOKYO);
      progress.read(log);
      Count one = new Count(1, 0, 0, 0, 0);
      assertEquals(
          Map.of(new Day(day, "hana"), one, new Day(day, "rin"), one, day(day, 1, "rin"), one),
          progress.days());
      assertEquals(day(day, 1, "rin"), progress.days().keySet().iterator().next());

      log.add(
          new Event(
              new EventId(4, "rin", "here", 4),
              accepted.time(),
              accepted.profile(),
              Event.UNDO,
              log.get(2).id(),
              List.of()));
      progress.read(log);
      assertEquals(2, progress.days().size(), "what was undone is gone from its day");

      log.add(0, again(accepted, 0, "ken", day, 1));
      progress.read(log);
      assertEquals(3, progress.days().size(), "a log that was merged in counts");
    }
  }

  private static Day day(LocalDate date, int later, String reviewer) {
    return new Day(date.plusDays(later), reviewer);
  }

  private static Event again(Event event, int clock, String reviewer, LocalDate day, int hour) {
    return new Event(
        new EventId(clock, reviewer, "here", clock),
        day.atTime(hour, 30).atZone(TOKYO).toInstant(),
        event.profile(),
        event.type(),
        null,
        event.changes());
  }
}
