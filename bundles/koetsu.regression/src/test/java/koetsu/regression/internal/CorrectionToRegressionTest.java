package koetsu.regression.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.api.text.TextServices;
import koetsu.cli.internal.CommandLineApplication;
import koetsu.launcher.Installation;
import koetsu.measure.Baseline;
import koetsu.pipeline.Pipeline;
import koetsu.project.Project;
import koetsu.review.OpenDocument;
import koetsu.review.ReviewSession;
import koetsu.review.Selection;
import koetsu.review.internal.NavigatorFactory;
import koetsu.review.internal.ProblemsFactory;
import koetsu.review.internal.RecordFactory;
import koetsu.review.internal.ReviewCommands;
import koetsu.review.internal.ReviewOpener;
import koetsu.review.internal.ReviewPerspective;
import koetsu.robot.OnScreen;
import koetsu.robot.Robot;
import koetsu.workbench.internal.Contributions;
import koetsu.workbench.internal.Window;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The way from a correction to the regression that it feeds, as a person goes it: real plug-ins,
 * real keys.
 */
@OnScreen
class CorrectionToRegressionTest {
  private static final Path SAMPLE = Path.of("../../features/sample").toAbsolutePath().normalize();
  private static final String DOCUMENT = "draft-budget.md";

  /** Column of the figures that shows changes. */
  private static final int DELTA = 5;

  @TempDir Path data;

  @Test
  void aCorrectionSurvivesARestartAndIsListedAsStillWrong() {
    Locale.setDefault(Locale.US);
    Robot robot = new Robot(Display.getDefault());
    Window window = openSample(robot);
    Selection place = correct(robot, window);
    assertTrue(robot.find(Label.class, "status.saved").getText().startsWith("saved "));
    window.shell().close();
    robot.settle();

    Window again = window();
    again.open(again.lastProject().orElseThrow());
    awaitDocuments(robot, again);
    again.session(ReviewSession.class).orElseThrow().select(place, true);
    FieldValue corrected = again.session(ReviewSession.class).orElseThrow().value().orElseThrow();
    assertEquals(Status.CORRECTED, corrected.status());
    assertEquals(98_700_000_000L, ((Value.Slots) corrected.value()).number("amountYen"));

    Tree ledger = runGold(robot);
    TreeItem item = stillWrong(ledger);
    assertTrue(
        item.getText(3).contains("円"), "the machine's value stands beside it: " + item.getText(3));
    again.session(ReviewSession.class).orElseThrow().select(Selection.NONE, false);
    ledger.setSelection(item);
    ledger.setFocus();
    robot.press("Enter");
    assertEquals(place, again.session(ReviewSession.class).orElseThrow().selection());
    assertEquals(DOCUMENT, again.activeDocument().orElseThrow());
    again.shell().close();
    robot.settle();
  }

  @Test
  void approvingTakesAReasonAndIsWhatTheNextRunIsHeldAgainst() throws Exception {
    Locale.setDefault(Locale.US);
    Robot robot = new Robot(Display.getDefault());
    Window window = openSample(robot);
    Project project = window.session(ReviewSession.class).orElseThrow().project();
    Path baseline = project.folder().resolve(Baseline.FILE);
    runGold(robot);
    assertTrue(verdict(robot).endsWith("no approved baseline yet"), verdict(robot));
    Table figures = robot.find(Table.class, "regression.figures");
    assertEquals("", figures.getItem(0).getText(DELTA));

    robot.inDialog(
        "approve.reason",
        () -> {
          Button approve = Display.getDefault().getActiveShell().getDefaultButton();
          assertFalse(approve.isEnabled(), "a reason is asked for");
          robot.type("looked at it all");
          robot.click(approve, 10, 10);
        });
    robot.press("Ctrl+3");
    robot.find(Text.class, "palette.filter").setText("regression.approve");
    robot.settle();
    robot.press("Enter");
    robot.waitUntil("the run is approved", () -> Files.exists(baseline));
    robot.waitUntil("the gold was run again", () -> "±0".equals(figures.getItem(0).getText(DELTA)));
    assertTrue(verdict(robot).startsWith("Passed"), verdict(robot));
    assertFalse(verdict(robot).contains("baseline"), verdict(robot));

    byte[] once = Files.readAllBytes(baseline);
    window.shell().close();
    robot.settle();
    Path folder = project.folder();
    Files.delete(baseline);
    assertEquals(0, koetsu("test", folder, "--approve", "looked at it all"));
    assertArrayEquals(once, Files.readAllBytes(baseline), "the same file as in the window");
    assertEquals(0, koetsu("test", folder, "--approve", "looked at it all"));
    assertArrayEquals(once, Files.readAllBytes(baseline), "and again");
  }

  private static String verdict(Robot robot) {
    return robot.find(Label.class, "regression.verdict").getText();
  }

  /** Runs a command as a person in a terminal does. */
  private int koetsu(Object... words) {
    return new CommandLineApplication()
        .run(
            Stream.of(words).map(Object::toString).toList(),
            new Installation() {
              @Override
              public Path home() {
                return SAMPLE.getParent();
              }

              @Override
              public Path data() {
                return data;
              }

              @Override
              public Path cache() {
                return data.resolve("cache");
              }

              @Override
              public Path plugins() {
                return data.resolve("plugins");
              }

              @Override
              public void develop(Path folder) {
                throw new UnsupportedOperationException("develop");
              }

              @Override
              public boolean offers(String application) {
                return false;
              }

              @Override
              public int run(String application, List<String> arguments) {
                throw new UnsupportedOperationException(application);
              }
            });
  }

  private Window openSample(Robot robot) {
    Window window = window();
    window.open(null);
    robot.settle();
    Link sample = robot.find(Link.class, "welcome.file.sample");
    robot.click(sample, sample.getSize().x / 2, sample.getSize().y / 2);
    awaitDocuments(robot, window);
    return window;
  }

  private static Tree runGold(Robot robot) {
    robot.press("Ctrl+r");
    robot.waitUntil(
        "the gold was run",
        () ->
            robot
                .lookFor(Tree.class, "regression.ledger")
                .filter(t -> t.getItemCount() > 0)
                .isPresent());
    return robot.find(Tree.class, "regression.ledger");
  }

  /** Gives the first budget of the first record of a document another amount, by keys. */
  private static Selection correct(Robot robot, Window window) {
    ReviewSession session = window.session(ReviewSession.class).orElseThrow();
    ParsedRecord record =
        session.document(DOCUMENT).orElseThrow().survey().state().records().stream()
            .filter(r -> !r.values("budget").isEmpty() && ReviewSession.isReviewed(r))
            .findFirst()
            .orElseThrow();
    session.select(Selection.of(DOCUMENT, record.id()), true);
    robot.find(org.eclipse.swt.custom.StyledText.class, "source." + DOCUMENT).setFocus();
    for (int i = 0; i < 20 && !"budget".equals(session.selection().field()); i++) {
      robot.press("j");
    }
    Selection place = session.selection();
    robot.press("e");
    robot.find(Text.class, "editor.amountYen").insert("987億円");
    robot.press("Enter");
    return place;
  }

  private static TreeItem stillWrong(Tree ledger) {
    List<String> seen = new ArrayList<>();
    for (TreeItem group : ledger.getItems()) {
      for (TreeItem item : group.getItems()) {
        seen.add(group.getText() + " | " + item.getText(0) + " | " + item.getText(2));
        if (group.getText().startsWith("Still wrong")
            && item.getText(2).contains("98,700,000,000 円")) {
          return item;
        }
      }
    }
    throw new AssertionError("the corrected amount is not listed as still wrong: " + seen);
  }

  private static void awaitDocuments(Robot robot, Window window) {
    robot.waitUntil(
        "all documents are read",
        () ->
            window
                .session(ReviewSession.class)
                .filter(
                    s ->
                        s.documents().size() == 5
                            && s.documents().stream().noneMatch(OpenDocument::isLoading))
                .isPresent());
  }

  private Window window() {
    Pipeline pipeline = Pipeline.onClassPath();
    TextServices text = ServiceLoader.load(TextServices.class).findFirst().orElseThrow();
    Window window =
        new Window(
            Display.getDefault(),
            new Contributions(
                new ReviewOpener(pipeline, text),
                List.of(
                    new NavigatorFactory(),
                    new RecordFactory(),
                    new ProblemsFactory(),
                    new RegressionFactory()),
                List.of(new ReviewPerspective(), new RegressionPerspective()),
                List.of(new ReviewCommands(pipeline, text), new RegressionCommands())),
            SAMPLE,
            data);
    window.preferences().put("reviewer", "rin");
    window.shell().setSize(1280, 800);
    return window;
  }
}
