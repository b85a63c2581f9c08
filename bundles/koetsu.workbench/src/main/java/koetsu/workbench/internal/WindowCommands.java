package koetsu.workbench.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import koetsu.workbench.Area;
import koetsu.workbench.Command;
import koetsu.workbench.CommandProvider;
import koetsu.workbench.Messages;
import koetsu.workbench.Perspective;
import koetsu.workbench.ProjectOpener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.MessageBox;

/** The commands that every window has, whatever is reviewed in it. */
final class WindowCommands {
  static final String FILE = "file";
  static final String EDIT = "edit";
  static final String WINDOW = "window";
  static final String HELP = "help";

  private final Window window;
  private final Messages texts;
  private final Path sample;

  WindowCommands(Window window, Messages texts, Path sample) {
    this.window = window;
    this.texts = texts;
    this.sample = sample;
  }

  void addTo(CommandTable table, Map<String, CommandProvider.Menu> menus) {
    for (CommandProvider.Menu menu :
        List.of(
            new CommandProvider.Menu(FILE, texts.text("menu.file"), 0),
            new CommandProvider.Menu(EDIT, texts.text("menu.edit"), 100),
            new CommandProvider.Menu(WINDOW, texts.text("menu.window"), 800),
            new CommandProvider.Menu(HELP, texts.text("menu.help"), 900))) {
      menus.put(menu.id(), menu);
    }
    ProjectOpener opener = window.contributions().opener();
    table.add(
        command("file.open", this::open)
            .keys("M1+O")
            .alsoInFields()
            .menu(FILE, 0)
            .icon("open")
            .when(() -> opener != null));
    table.add(
        command("file.new", this::create)
            .keys("M1+N")
            .menu(FILE, 0)
            .icon("new")
            .when(() -> opener != null));
    table.add(
        command("file.sample", this::sample)
            .keys("M1+M2+O")
            .menu(FILE, 0)
            .when(() -> opener != null && sample != null && Files.isDirectory(sample)));
    table.add(
        command("file.close", window::leaveProject)
            .keys("M1+F4")
            .menu(FILE, 5)
            .when(() -> window.project().isPresent()));
    table.add(
        command("file.quit", () -> window.shell().close())
            .keys("M1+Q")
            .alsoInFields()
            .menu(FILE, 9));
    List<Perspective> perspectives = window.perspectives();
    for (int i = 0; i < perspectives.size(); i++) {
      Perspective perspective = perspectives.get(i);
      table.add(
          Command.of(
                  "window.perspective." + perspective.id(),
                  texts.text("window.perspective", perspective.title()),
                  () -> window.showPerspective(perspective))
              .keys("M1+F" + (i + 1))
              .alsoInFields()
              .menu(WINDOW, 1)
              .when(() -> window.page().isPresent()));
    }
    table.add(
        command("window.nextarea", () -> window.page().ifPresent(Page::focusNextArea))
            .keys("F6")
            .alsoInFields()
            .menu(WINDOW, 2)
            .when(() -> window.page().isPresent()));
    table.add(
        command("window.closedocument", () -> window.page().ifPresent(Page::closeDocument))
            .keys("M1+W")
            .menu(WINDOW, 2)
            .when(() -> window.activeDocument().isPresent()));
    table.add(
        command("window.maximise", () -> window.page().ifPresent(Page::switchMaximised))
            .keys("M1+M")
            .alsoInFields()
            .menu(WINDOW, 2)
            .when(() -> window.page().isPresent()));
    move(table, "window.moveleft", Area.LEFT, "M1+M3+ARROW_LEFT");
    move(table, "window.moveright", Area.RIGHT, "M1+M3+ARROW_RIGHT");
    move(table, "window.movedown", Area.BOTTOM, "M1+M3+ARROW_DOWN");
    resize(table, "window.wider", 1, 0, "M1+M2+M3+ARROW_RIGHT");
    resize(table, "window.narrower", -1, 0, "M1+M2+M3+ARROW_LEFT");
    resize(table, "window.higher", 0, 1, "M1+M2+M3+ARROW_UP");
    resize(table, "window.lower", 0, -1, "M1+M2+M3+ARROW_DOWN");
    table.add(
        command("window.closeview", () -> window.page().ifPresent(Page::closeView))
            .keys("M1+M2+F4")
            .menu(WINDOW, 2)
            .when(() -> window.page().isPresent()));
    table.add(
        command("window.reset", () -> window.page().ifPresent(Page::reset))
            .keys("M1+M2+F9")
            .menu(WINDOW, 1)
            .when(() -> window.page().isPresent()));
    table.add(
        command("window.log", () -> window.showView(WindowView.LOG))
            .keys("M1+M2+F1")
            .alsoInFields()
            .menu(WINDOW, 3)
            .when(() -> window.page().isPresent()));
    table.add(command("window.palette", this::palette).keys("M1+3").alsoInFields().menu(WINDOW, 3));
    table.add(command("window.preferences", this::preferences).keys("M1+,").menu(WINDOW, 4));
    table.add(command("help.keys", this::keys).keys("F1", "?").menu(HELP, 0));
    table.add(command("help.about", this::about).keys("M1+M2+F12").menu(HELP, 1));
  }

  private void move(CommandTable table, String id, Area to, String key) {
    table.add(
        command(id, () -> window.page().ifPresent(page -> page.moveTo(to)))
            .keys(key)
            .alsoInFields()
            .menu(WINDOW, 2)
            .when(() -> window.page().isPresent()));
  }

  private void resize(CommandTable table, String id, int across, int down, String key) {
    table.add(
        command(id, () -> window.page().ifPresent(page -> page.resize(across, down)))
            .keys(key)
            .alsoInFields()
            .menu(WINDOW, 2)
            .when(() -> window.page().isPresent()));
  }

  private Command command(String id, Runnable action) {
    return Command.of(id, texts.text("command." + id), action);
  }

  private void open() {
    DirectoryDialog dialog = new DirectoryDialog(window.shell(), SWT.OPEN);
    dialog.setText(texts.text("command.file.open"));
    dialog.setMessage(texts.text("open.message"));
    String folder = dialog.open();
    if (folder == null) {
      return;
    }
    Path path = Path.of(folder);
    if (window.contributions().opener().isProject(path)) {
      window.openProject(path);
    } else {
      window.fail(texts.text("open.noproject", path), null);
    }
  }

  private void create() {
    Path proposed = Path.of(System.getProperty("user.home"), "koetsu-project");
    for (int i = 2; Files.exists(proposed); i++) {
      proposed = proposed.resolveSibling("koetsu-project-" + i);
    }
    NewProjectDialog dialog = new NewProjectDialog(window.shell(), texts, proposed);
    if (dialog.open() == org.eclipse.jface.window.Window.OK) {
      prepare(
          texts.text("new.job", dialog.folder().getFileName()),
          dialog.folder(),
          () -> window.contributions().opener().create(dialog.folder(), dialog.documents()));
    }
  }

  private void sample() {
    Path folder = window.data().resolve("sample");
    prepare(
        texts.text("sample.job"),
        folder,
        () -> window.contributions().opener().createSample(sample, folder, window.data()));
  }

  /** Work on files that may fail with a message for the person. */
  @FunctionalInterface
  private interface Preparation {
    void run() throws Exception;
  }

  private void prepare(String title, Path folder, Preparation preparation) {
    window
        .jobs()
        .run(
            title,
            progress -> {
              preparation.run();
              return folder;
            },
            window::openProject,
            e -> window.fail(texts.text("project.notcreated", folder, e.getMessage()), e));
  }

  private void palette() {
    CommandPalette.open(window.shell(), window.commands(), window.theme(), texts, window::execute);
  }

  private void preferences() {
    PreferencesDialog dialog =
        new PreferencesDialog(window.shell(), texts, window.preferences(), this::keys);
    if (dialog.open() == org.eclipse.jface.window.Window.OK) {
      window.savePreferences();
      if (dialog.reopens()) {
        window.reopen();
      }
    }
  }

  private void keys() {
    new KeysDialog(window.shell(), window.commands(), texts, window.theme()).open();
    window.showKeys();
    window.savePreferences();
  }

  private void about() {
    MessageBox box = new MessageBox(window.shell(), SWT.ICON_INFORMATION | SWT.OK);
    box.setText(texts.text("command.help.about"));
    String version = Window.class.getPackage().getImplementationVersion();
    box.setMessage(texts.text("about.text", version == null ? "" : version));
    box.setButtonLabels(Map.of(SWT.OK, texts.text("dialog.close")));
    box.open();
  }
}
