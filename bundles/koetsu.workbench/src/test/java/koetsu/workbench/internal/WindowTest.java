package koetsu.workbench.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import koetsu.robot.OnScreen;
import koetsu.robot.Robot;
import koetsu.workbench.Area;
import koetsu.workbench.Command;
import koetsu.workbench.CommandProvider;
import koetsu.workbench.Perspective;
import koetsu.workbench.ProjectOpener;
import koetsu.workbench.ProjectSession;
import koetsu.workbench.StatusSlot;
import koetsu.workbench.View;
import koetsu.workbench.ViewFactory;
import koetsu.workbench.Workbench;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnScreen
class WindowTest {
  @TempDir Path folder;
  private final List<String> done = new ArrayList<>();
  private final List<String> made = new ArrayList<>();
  private Window window;
  private Robot robot;

  @BeforeEach
  void open() {
    Locale.setDefault(Locale.US);
    robot = new Robot(Display.getDefault());
    window =
        new Window(
            Display.getDefault(),
            new Contributions(
                new Notes(),
                List.of(new Pad("pad", false, made), new Pad("broken", true, made)),
                List.of(
                    new Desk("first", List.of("pad", "broken")),
                    new Desk("second", List.of("pad"))),
                List.of(new Letters())),
            null,
            folder.resolve("data"));
    window.open(null);
    robot.settle();
  }

  @AfterEach
  void close() {
    if (!window.shell().isDisposed()) {
      window.shell().close();
    }
    robot.settle();
  }

  @Test
  void withoutAProjectItSaysHowToBegin() {
    assertTrue(robot.lookFor(Composite.class, "welcome").isPresent());
    window.openProject(folder);
    robot.settle();
    assertTrue(robot.lookFor(Composite.class, "welcome").isEmpty());
    assertEquals("notes – Koetsu", window.shell().getText());
    assertEquals("notes", robot.find(Label.class, "status.project").getText());
  }

  @Test
  void aProjectThatDoesNotOpenIsSaidAndHarmsNothing() {
    Display.getDefault().asyncExec(() -> window.openProject(folder.resolve("refused")));
    robot.waitUntil(
        "the failure is shown", () -> robot.lookFor(Shell.class, "failure").isPresent());
    robot.press("Esc");
    assertTrue(robot.lookFor(Composite.class, "welcome").isPresent());
    assertTrue(window.project().isEmpty());
  }

  @Test
  void aViewThatFailsShowsItInItsOwnPlace() {
    window.openProject(folder);
    robot.settle();
    window.showView("broken");
    robot.settle();
    assertTrue(robot.lookFor(Text.class, "pad").isPresent(), "the other view is there");
    assertTrue(window.view("broken").isEmpty());
    CTabFolder tabs =
        (CTabFolder) robot.find(Text.class, "pad").getParent().getParent().getParent();
    assertEquals(2, tabs.getItemCount());
  }

  @Test
  void lettersTypeInAFieldAndAreCommandsOnASurface() {
    window.openProject(folder);
    robot.settle();
    robot.find(Text.class, "pad").setFocus();
    robot.press("q");
    assertEquals("q", robot.find(Text.class, "pad").getText());
    assertEquals(List.of(), done);
    robot.find(Composite.class, "surface").forceFocus();
    robot.press("q");
    assertEquals(List.of("letter"), done);
    robot.press("Ctrl+j");
    assertEquals(List.of("letter", "everywhere"), done);
  }

  /** SWT gives no sign of it but a field of its own, which holds GTK's input method or 0. */
  @Test
  void noInputMethodTakesTheLettersOfASurface() throws Exception {
    assumeTrue(SWT.getPlatform().equals("gtk"), "only GTK gives input methods to canvases");
    window.openProject(folder);
    robot.settle();
    Field method = Composite.class.getDeclaredField("imHandle");
    method.setAccessible(true);
    assertEquals(0L, method.get(robot.find(Composite.class, "surface")));
    assertEquals(0L, method.get(new StyledText(window.shell(), SWT.READ_ONLY)));
  }

  @Test
  void everyCommandOfTheWindowHasAKey() {
    assertEquals(
        List.of(),
        window.commands().all().stream().filter(c -> c.keys().isEmpty()).map(Command::id).toList());
  }

  @Test
  void aCommandThatIsNotEnabledDoesNothing() {
    robot.press("Ctrl+j");
    assertEquals(List.of(), done);
  }

  @Test
  void thePaletteFindsACommandByItsWords() {
    window.openProject(folder);
    robot.settle();
    robot.press("Ctrl+3");
    assertTrue(robot.lookFor(Shell.class, "palette").isPresent());
    robot.find(Text.class, "palette.filter").setText("letter q");
    robot.settle();
    assertEquals(1, robot.find(Table.class, "palette.list").getItemCount());
    assertEquals("Q", robot.find(Table.class, "palette.list").getItem(0).getText(1));
    robot.press("Enter");
    assertEquals(List.of("letter"), done);
    assertFalse(robot.lookFor(Shell.class, "palette").isPresent());
  }

  @Test
  void theLayoutSurvivesARestart() {
    window.openProject(folder);
    window.execute("window.perspective.second");
    robot.settle();
    window.shell().close();
    robot.settle();
    open();
    assertEquals(folder, window.lastProject().orElseThrow());
    window.openProject(folder);
    robot.settle();
    assertEquals("second", window.page().orElseThrow().perspective().id());
  }

  private CTabFolder tabsOf(Text pad) {
    return (CTabFolder) pad.getParent().getParent().getParent();
  }

  @Test
  void aViewMovesByKeyAndByDraggingAndStaysThere() {
    window.openProject(folder);
    robot.settle();
    Text pad = robot.find(Text.class, "pad");
    CTabFolder left = tabsOf(pad);
    pad.setFocus();
    robot.press("Ctrl+Alt+Right");
    CTabFolder right = tabsOf(pad);
    assertTrue(right != left && right.isVisible(), "it has another area");
    assertTrue(pad.isFocusControl(), "and keeps the keyboard");
    Rectangle tab = right.getItem(0).getBounds();
    Point target = left.toDisplay(20, left.getSize().y - 20);
    robot.drag(right, tab.x + 12, tab.y + 12, target);
    assertEquals(left, tabsOf(pad));
    pad.setFocus();
    robot.press("Ctrl+Alt+Down");
    CTabFolder bottom = tabsOf(pad);
    assertTrue(bottom != left && bottom != right);
    window.shell().close();
    robot.settle();
    open();
    window.openProject(folder);
    robot.settle();
    pad = robot.find(Text.class, "pad");
    assertEquals(1, tabsOf(pad).getItemCount(), "alone in its area after a restart");
    window.execute("window.reset");
    robot.settle();
    assertEquals(2, tabsOf(pad).getItemCount());
  }

  @Test
  void anAreaIsResizedByKeyAndKeepsItsSize() {
    window.openProject(folder);
    robot.settle();
    Text pad = robot.find(Text.class, "pad");
    pad.setFocus();
    int width = pad.getSize().x;
    robot.press("Ctrl+Shift+Alt+Right");
    int wider = pad.getSize().x;
    assertTrue(wider > width, wider + " after " + width);
    robot.press("Ctrl+Shift+Alt+Left");
    robot.press("Ctrl+Shift+Alt+Left");
    int narrower = pad.getSize().x;
    assertTrue(narrower < width, narrower + " after " + width);
    window.shell().close();
    robot.settle();
    open();
    window.openProject(folder);
    robot.settle();
    assertEquals(narrower, robot.find(Text.class, "pad").getSize().x, 2);
  }

  @Test
  void aViewIsMadeWhenItComesToTheFront() {
    window.openProject(folder);
    robot.settle();
    assertEquals(List.of("pad"), made);
    window.showView("broken");
    robot.settle();
    assertEquals(List.of("pad", "broken"), made);
  }

  @Test
  void aKeyIsChangedInTheDialogAndShownWhereItWas() {
    window.openProject(folder);
    robot.settle();
    List<String> hints = new ArrayList<>();
    Display.getDefault()
        .asyncExec(
            () -> {
              Table keys = robot.find(Table.class, "keys.table");
              robot.find(Text.class, "keys.filter").setText("everywhere");
              keys.setSelection(0);
              robot.click(robot.find(Button.class, "keys.change"), 5, 5);
              robot.press("Ctrl+3");
              hints.add(robot.find(Label.class, "keys.hint").getText());
              robot.click(robot.find(Button.class, "keys.change"), 5, 5);
              robot.press("Ctrl+i");
              hints.add(keys.getItem(0).getText(0));
              keys.getShell().close();
            });
    window.execute("help.keys");
    robot.settle();
    assertTrue(hints.get(0).contains("All commands"), hints.get(0));
    assertEquals("Ctrl+I", hints.get(1));
    robot.find(Composite.class, "surface").forceFocus();
    robot.press("Ctrl+j");
    assertEquals(List.of(), done);
    robot.press("Ctrl+i");
    assertEquals(List.of("everywhere"), done);
  }

  @Test
  void preferencesAreKeptAndAFontOpensTheWindowAnew() {
    Display.getDefault()
        .asyncExec(
            () -> {
              robot.find(Text.class, "setting.reviewer").setText("rin");
              robot.find(Combo.class, "setting.annotations").select(1);
              robot.press("Enter");
            });
    window.execute("window.preferences");
    robot.settle();
    assertTrue(window.isAgain(), "it opens anew");
    assertTrue(window.shell().isDisposed());
    open();
    assertEquals("rin", window.preferences().get("reviewer").orElseThrow());
    assertEquals("safe", window.preferences().get("annotations").orElseThrow());
  }

  @Test
  void aThemeIsThereAsSoonAsTheWindowHasOpenedAnew() {
    assumeTrue(SWT.getPlatform().equals("gtk"), "elsewhere the desktop has a say in it");
    boolean dark = window.theme().isDark();
    assertFalse(dark, "the tests' desktop is a light one");
    choose("setting.theme", 2);
    assertTrue(window.theme().isDark(), "dark");
    assertFalse(window.theme().isContrast());
    choose("setting.theme", 3);
    assertFalse(window.theme().isDark(), "contrast");
    assertTrue(window.theme().isContrast());
    choose("setting.theme", 0);
    assertFalse(window.theme().isDark(), "the desktop's");
    assertFalse(window.theme().isContrast());
  }

  private void choose(String setting, int choice) {
    Display.getDefault()
        .asyncExec(
            () -> {
              robot.find(Combo.class, setting).select(choice);
              robot.press("Enter");
            });
    window.execute("window.preferences");
    robot.settle();
    assertTrue(window.isAgain(), "it opens anew");
    // as the application does between two windows
    WindowSystem.display(new PreferenceFile(folder.resolve("data").resolve(PreferenceFile.NAME)));
    open();
  }

  @Test
  void theDesktopsContrastIsTakenOverWhenNobodyTypes() throws Exception {
    assumeTrue(SWT.getPlatform().equals("gtk"), "the test changes the theme of GTK");
    window.openProject(folder);
    robot.settle();
    robot.find(Text.class, "pad").setFocus();
    try {
      desktop("HighContrastInverse");
      robot.waitUntil("the colours are there", () -> window.theme().isOutdated());
      robot.settle();
      assertFalse(window.shell().isDisposed(), "somebody may be typing");
      robot.find(Composite.class, "surface").forceFocus();
      robot.waitUntil("the window has closed", () -> window.shell().isDisposed());
      assertTrue(window.isAgain());
      open();
      assertTrue(window.theme().isDark());
      assertTrue(window.theme().isContrast());
      desktop("HighContrast");
      robot.waitUntil("the window has closed", () -> window.shell().isDisposed());
      open();
      assertFalse(window.theme().isDark());
      assertTrue(window.theme().isContrast());
    } finally {
      desktop("Adwaita");
      robot.settle();
    }
  }

  /** Gives GTK another theme, as a desktop does. */
  private static void desktop(String theme) throws ReflectiveOperationException {
    Object settings =
        Class.forName("org.eclipse.swt.internal.gtk.GTK")
            .getMethod("gtk_settings_get_default")
            .invoke(null);
    Class.forName("org.eclipse.swt.internal.gtk.OS")
        .getMethod("g_object_set", long.class, byte[].class, byte[].class, long.class)
        .invoke(
            null,
            settings,
            "gtk-theme-name\0".getBytes(StandardCharsets.US_ASCII),
            (theme + "\0").getBytes(StandardCharsets.US_ASCII),
            0L);
    // the toolkit takes over new colours when it is about to rest, which the robot never does
    Display.getDefault().wake();
    Display.getDefault().sleep();
  }

  @Test
  void aViewFillsTheWindowAndGivesItBack() {
    window.openProject(folder);
    robot.settle();
    Text pad = robot.find(Text.class, "pad");
    pad.setFocus();
    int width = pad.getSize().x;
    robot.press("Ctrl+m");
    assertTrue(pad.getSize().x > 2 * width, pad.getSize().x + " of " + width);
    assertTrue(pad.isFocusControl());
    robot.press("Ctrl+m");
    assertEquals(width, pad.getSize().x);
  }

  @Test
  void theLogKeepsWhatFailedWithItsDetails() {
    window.openProject(folder);
    robot.settle();
    window.message("All is well.");
    window.fail("The printer is gone.", new IOException("no ink"));
    robot.settle();
    robot.press("Esc");
    robot.press("Ctrl+Shift+F1");
    Table log = robot.find(Table.class, "log");
    assertTrue(log.isFocusControl());
    assertEquals("The printer is gone.", log.getItem(0).getText(1));
    assertEquals("All is well.", log.getItem(1).getText(1));
    robot.press("Down");
    robot.press("Up");
    log.setSelection(0);
    log.notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
    String details = robot.find(Text.class, "log.details").getText();
    assertTrue(details.contains("java.io.IOException: no ink"), details);
  }

  @Test
  void workIsWatchedAndCancelledAndClosingAsksWhileItGoesOn() throws Exception {
    window.openProject(folder);
    robot.settle();
    window.showView(WindowView.PROGRESS);
    List<Object> news = new ArrayList<>();
    java.util.concurrent.CountDownLatch begun = new java.util.concurrent.CountDownLatch(1);
    window
        .jobs()
        .run(
            "digging",
            progress -> {
              progress.at(0.25, "clay");
              begun.countDown();
              while (!progress.isCancelled()) {
                Thread.sleep(2);
              }
              throw new java.util.concurrent.CancellationException();
            },
            news::add,
            news::add);
    begun.await();
    robot.settle();
    Table jobs = robot.find(Table.class, "progress");
    assertEquals("digging", jobs.getItem(0).getText(0));
    assertEquals("25 %", jobs.getItem(0).getText(1));
    Display.getDefault()
        .asyncExec(
            () -> {
              Shell question = Display.getDefault().getActiveShell();
              news.add(question != window.shell());
              robot.press("Esc");
            });
    window.shell().close();
    robot.settle();
    assertEquals(List.of(true), news, "a question was asked");
    news.clear();
    assertFalse(window.shell().isDisposed(), "and the answer was no");
    jobs.setSelection(0);
    jobs.setFocus();
    robot.press("Delete");
    robot.waitUntil("it has stopped", () -> !window.jobs().isBusy());
    assertEquals("cancelled", jobs.getItem(0).getText(2));
    assertEquals(List.of(), news, "nobody hears of work that was cancelled");
  }

  @Test
  void workInTheBackgroundReportsOnTheDisplaysThread() {
    Thread here = Thread.currentThread();
    List<Object> news = new ArrayList<>();
    window.jobs().run("counting", progress -> Thread.currentThread() != here, news::add, news::add);
    window
        .jobs()
        .run(
            "failing",
            progress -> {
              throw new IOException("no ink");
            },
            news::add,
            failure -> news.add(failure.getMessage() + (Thread.currentThread() == here)));
    robot.waitUntil("both are done", () -> news.size() == 2);
    assertEquals(List.of(true, "no inktrue"), news);
    robot.waitUntil("nothing runs", () -> !window.jobs().isBusy());
  }

  private final class Notes implements ProjectOpener {
    @Override
    public boolean isProject(Path place) {
      return Files.isDirectory(place);
    }

    @Override
    public ProjectSession open(Path place, Workbench workbench) throws IOException {
      if (place.endsWith("refused")) {
        throw new IOException("it is locked; ask hana");
      }
      return new ProjectSession() {
        @Override
        public String name() {
          return "notes";
        }

        @Override
        public void started() {
          workbench.status(StatusSlot.SAVED, "saved");
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public void create(Path place, List<Path> documents) {
      done.add("created");
    }

    @Override
    public void createSample(Path shipped, Path place, Path data) {
      done.add("sample");
    }
  }

  private record Pad(String id, boolean broken, List<String> made) implements ViewFactory {
    @Override
    public String title() {
      return id;
    }

    @Override
    public View create(Workbench workbench) {
      made.add(id);
      return new View() {
        private Text text;

        @Override
        public void create(Composite parent) {
          if (broken) {
            throw new IllegalStateException("out of paper");
          }
          Composite root = new Composite(parent, SWT.NONE);
          root.setLayout(new org.eclipse.swt.layout.FillLayout());
          text = new Text(root, SWT.SINGLE);
          text.setData("id", "pad");
          Composite surface = new Composite(root, SWT.NONE);
          surface.setData("id", "surface");
          surface.setData(Command.SURFACE, "paper");
        }

        @Override
        public void focus() {
          text.setFocus();
        }
      };
    }
  }

  private record Desk(String id, List<String> pads) implements Perspective {
    @Override
    public String title() {
      return id;
    }

    @Override
    public int order() {
      return 0;
    }

    @Override
    public List<String> views(Area area) {
      return area == Area.LEFT ? pads : List.of();
    }

    @Override
    public int share(Area area) {
      return 30;
    }
  }

  private final class Letters implements CommandProvider {
    @Override
    public List<Command> commands(Workbench workbench) {
      return List.of(
          Command.of("letter", "Letter Q", () -> done.add("letter")).keys("Q").on("paper"),
          Command.of("everywhere", "Everywhere", () -> done.add("everywhere"))
              .keys("M1+J")
              .when(() -> workbench.project().isPresent()));
    }
  }
}
