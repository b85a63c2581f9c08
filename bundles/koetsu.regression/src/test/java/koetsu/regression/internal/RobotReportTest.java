package koetsu.regression.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.project.DocumentState;
import koetsu.review.OpenDocument;
import koetsu.review.ReviewSession;
import koetsu.review.Selection;
import koetsu.robot.OnScreen;
import koetsu.robot.Reactions;
import koetsu.robot.Robot;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reviews the shipped sample with the mouse unplugged. It fails where an action takes more keys
 * than the product allows, or where a key takes ten times as long to be painted as it should;
 * {@code target/robot/report.md} says what was counted and measured.
 */
@OnScreen
class RobotReportTest {
  /** Aim for the 95th percentile from key to paint. */
  private static final double AIM_MILLIS = 50;

  private static final int PRESSES = 40;

  @TempDir Path place;
  private final StringBuilder report = new StringBuilder();

  @BeforeAll
  static void speakEnglish() {
    Locale.setDefault(Locale.US);
  }

  private static List<ParsedRecord> records(ReviewSession session) {
    return session.documents().stream()
        .flatMap(d -> d.ready().map(DocumentState::records).orElse(List.of()).stream())
        .toList();
  }

  @Test
  void theSampleIsReviewedByKeyWithinTheBudget() throws Exception {
    try (Desk desk = new Desk(place.resolve("sample"), place.resolve("data"), 1280, 800)) {
      report.append("# Robot\n\n");
      actions(desk);
      latencies(desk);
      wholeProject(desk);
    } finally {
      Path file = Path.of(System.getProperty("basedir"), "target/robot/report.md");
      Files.createDirectories(file.getParent());
      Files.writeString(file, report);
    }
  }

  /** What an action changes; true once it has. */
  private interface Effect {
    boolean seen();
  }

  private void action(Desk desk, String what, int budget, Effect effect, String... keys) {
    int before = desk.robot.presses();
    boolean already = effect.seen();
    for (String key : keys) {
      if (key.startsWith("text:")) {
        ((Text) desk.window.shell().getDisplay().getFocusControl()).insert(key.substring(5));
      } else {
        desk.robot.press(key);
      }
    }
    int used = desk.robot.presses() - before;
    report.append(
        String.format(Locale.ROOT, "| %s | %s | %d | %d |%n", what, keys(keys), used, budget));
    assertTrue(!already && effect.seen(), what + " does what it should");
    assertTrue(used <= budget, what + " takes " + used + " keys of " + budget);
  }

  private static String keys(String... keys) {
    List<String> shown = new ArrayList<>();
    for (String key : keys) {
      shown.add(key.startsWith("text:") ? "*" + key.substring(5) + "*" : "`" + key + "`");
    }
    return String.join(" ", shown);
  }

  private void actions(Desk desk) throws Exception {
    report.append("| action | keys | counted | budget |\n|---|---|--:|--:|\n");
    ReviewSession session = desk.session();
    Selection budget = find(session, "budget");
    session.select(Selection.of(budget.document(), budget.record()), true);
    StyledText source = desk.robot.find(StyledText.class, "source." + budget.document());
    source.setFocus();
    desk.robot.settle();
    List<Selection> at = new ArrayList<>();
    at.add(session.selection());
    action(desk, "next field", 1, () -> moved(session, at), "j");
    at.set(0, session.selection());
    action(desk, "previous field", 1, () -> moved(session, at), "k");
    session.select(budget, true);
    at.set(0, budget);
    action(desk, "accept field", 1, () -> is(session, budget, Status.ACCEPTED), "a");
    action(desk, "undo", 1, () -> is(session, budget, Status.MACHINE), "Ctrl+z");
    session.select(budget, true);
    action(desk, "reject field", 1, () -> is(session, budget, Status.REJECTED), "x");
    desk.robot.press("Ctrl+z");
    action(desk, "redo", 1, () -> is(session, budget, Status.REJECTED), "Ctrl+y");
    desk.robot.press("Ctrl+z");
    session.select(budget, true);
    action(
        desk,
        "fix an amount",
        4,
        () -> Long.valueOf(1_200_000_000L).equals(slot(session, budget, "amountYen")),
        "e",
        "text:12億",
        "Enter");
    desk.robot.press("Ctrl+z");
    session.select(budget, true);
    action(
        desk,
        "fix a year",
        4,
        () -> Long.valueOf(2031L).equals(slot(session, budget, "fiscalYear")),
        "e",
        "Shift+Tab",
        "Shift+Tab",
        "text:R13",
        "Enter");
    desk.robot.press("Ctrl+z");
    session.select(budget, true);
    String stage = (String) slot(session, budget, "stage");
    action(
        desk,
        "fix a choice",
        4,
        () -> !stage.equals(slot(session, budget, "stage")),
        "e",
        "Shift+Tab",
        stage.equals("total") ? "s" : "t",
        "Enter");
    desk.robot.press("Ctrl+z");
    for (String[] edge :
        new String[][] {{"a character", "["}, {"a word", "Ctrl+["}, {"a line", "Alt+]"}}) {
      session.select(budget, true);
      List<koetsu.api.document.Span> spans = session.value().orElseThrow().spans();
      action(
          desk,
          "move an edge by " + edge[0],
          1,
          () -> !session.value().orElseThrow().spans().equals(spans),
          edge[1]);
      desk.robot.press("Ctrl+z");
    }
    structure(desk, budget);
    at.set(0, session.selection());
    action(desk, "next doubtful", 1, () -> moved(session, at), ".");
    at.set(0, session.selection());
    action(desk, "next record", 1, () -> moved(session, at), "n");
    at.set(0, session.selection());
    action(desk, "previous record", 1, () -> moved(session, at), "p");
    report.append('\n');
  }

  private void structure(Desk desk, Selection budget) {
    ReviewSession session = desk.session();
    List<ParsedRecord> before = records(session);
    session.select(budget, true);
    List<koetsu.api.document.Span> extent = session.record().orElseThrow().spans();
    action(
        desk,
        "move a boundary by a line",
        1,
        () -> !session.record().orElseThrow().spans().equals(extent),
        "Shift+{");
    desk.robot.press("Ctrl+z");
    session.select(budget, true);
    StyledText source = desk.robot.find(StyledText.class, "source." + budget.document());
    source.setFocus();
    action(desk, "split a record", 2, () -> records(session).size() > before.size(), "s");
    action(desk, "merge it again", 2, () -> records(session).size() == before.size(), "m");
    desk.robot.press("Ctrl+z");
    desk.robot.press("Ctrl+z");
    session.select(Selection.of(budget.document(), budget.record()), true);
    desk.robot.press("Shift+Down");
    int live = session.record().orElseThrow().values("phone").size();
    action(
        desk,
        "assign the selection to a field",
        1,
        () -> session.record().orElseThrow().values("phone").size() > live,
        "0");
    desk.robot.press("Ctrl+z");
  }

  private static Selection find(ReviewSession session, String field) {
    for (OpenDocument document : session.documents()) {
      for (ParsedRecord record : document.ready().map(DocumentState::records).orElse(List.of())) {
        if (record.live(field).size() == 1
            && ((Value.Slots) record.live(field).get(0).value()).number("amountYen") != null) {
          return new Selection(document.name(), record.id(), field, 0);
        }
      }
    }
    throw new AssertionError("the sample has no budget");
  }

  private static boolean moved(ReviewSession session, List<Selection> from) {
    return !session.selection().equals(from.get(0));
  }

  private static FieldValue value(ReviewSession session, Selection at) {
    return session
        .document(at.document())
        .flatMap(OpenDocument::ready)
        .flatMap(s -> s.record(at.record()))
        .orElseThrow()
        .values(at.field())
        .get(at.index());
  }

  private static boolean is(ReviewSession session, Selection at, Status status) {
    return value(session, at).status() == status;
  }

  private static Object slot(ReviewSession session, Selection at, String slot) {
    return ((Value.Slots) value(session, at).value()).slots().get(slot);
  }

  // ---- time

  private void latencies(Desk desk) {
    Reactions empty = emptyWidget(desk.robot);
    ReviewSession session = desk.session();
    Selection budget = find(session, "budget");
    session.select(budget, true);
    StyledText source = desk.robot.find(StyledText.class, "source." + budget.document());
    source.setFocus();
    report.append("Key to paint in milliseconds, by the clock and by the processor's time of the");
    report.append(" display's thread.\n\n");
    report.append("| key | p50 | p95 | processor p50 | p95 | clock p95 ÷ empty widget |\n");
    report.append("|---|--:|--:|--:|--:|--:|\n");
    reaction("an empty widget", empty, empty);
    reaction("next value (j k)", Reactions.of(desk.robot, source, PRESSES, "j", "k"), empty);
    reaction("caret (Down Up)", Reactions.of(desk.robot, source, PRESSES, "Down", "Up"), empty);
    reaction(
        "page (PageDown PageUp)",
        Reactions.of(desk.robot, source, PRESSES, "PageDown", "PageUp"),
        empty);
    session.select(budget, true);
    reaction(
        "reject, undo (x Ctrl+z)", Reactions.of(desk.robot, source, PRESSES, "x", "Ctrl+z"), empty);
    session.select(budget, true);
    reaction("edge of a value ([ ])", Reactions.of(desk.robot, source, PRESSES, "[", "]"), empty);
    report.append('\n');
  }

  private void reaction(String what, Reactions times, Reactions empty) {
    double late = times.clock(95);
    report.append(
        String.format(
            Locale.ROOT, "| %s | %s | %.1f |%n", what, times.cells(), late / empty.clock(95)));
    assertTrue(late > 0, what + " paints something");
    // on a machine that has other work the clock's slowest presses say nothing about the program
    double most = Math.max(times.clock(50), times.processor(95));
    assertTrue(most < 10 * AIM_MILLIS, what + " takes " + most + " ms");
  }

  private static Reactions emptyWidget(Robot robot) {
    Shell shell = new Shell(Display.getDefault());
    shell.setSize(700, 600);
    shell.setLayout(new org.eclipse.swt.layout.FillLayout());
    Canvas canvas = new Canvas(shell, SWT.NONE);
    canvas.addListener(SWT.KeyDown, e -> canvas.redraw());
    shell.open();
    canvas.setFocus();
    robot.settle();
    Reactions times = Reactions.of(robot, canvas, PRESSES, "j");
    shell.close();
    robot.settle();
    return times;
  }

  // ---- the whole sample

  private void wholeProject(Desk desk) {
    ReviewSession session = desk.session();
    int all = records(session).size();
    int before = desk.robot.presses();
    int looked = 0;
    while (!session.queue().items().isEmpty() && looked < 500) {
      desk.robot.press(".");
      desk.robot.press("a");
      looked++;
    }
    assertEquals(List.of(), session.queue().items(), "nothing doubtful is left");
    ParsedRecord first = records(session).get(0);
    session.select(Selection.of(session.documents().get(0).name(), first.id()), true);
    for (int i = 0; i < all; i++) {
      desk.robot.press("Ctrl+Enter");
    }
    long reviewed = records(session).stream().filter(ReviewSession::isReviewed).count();
    int used = desk.robot.presses() - before;
    report.append(
        String.format(
            Locale.ROOT,
            "The whole sample: %d records, %d doubtful values, %d keys.%n",
            all,
            looked,
            used));
    assertEquals(all, reviewed, "every record is reviewed");
    assertTrue(used <= all + 2 * looked, used + " keys");
  }
}
