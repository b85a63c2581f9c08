package koetsu.workbench.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import koetsu.launcher.Installation;
import koetsu.workbench.Command;
import koetsu.workbench.CommandProvider;
import koetsu.workbench.Icons;
import koetsu.workbench.Jobs;
import koetsu.workbench.Messages;
import koetsu.workbench.Perspective;
import koetsu.workbench.Preferences;
import koetsu.workbench.ProjectSession;
import koetsu.workbench.StatusSlot;
import koetsu.workbench.Theme;
import koetsu.workbench.View;
import koetsu.workbench.ViewFactory;
import koetsu.workbench.Workbench;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** The one window: menus, tool bar, body, status line, and the project that is open in it. */
public final class Window implements Workbench {
  private static final int RECENT = 8;

  /** How soon it is asked again whether somebody is at something. */
  private static final int FOLLOW_MILLIS = 400;

  private static final int SOON_MILLIS = 1000;
  private static final String LAST = "project.last";
  private static final String PERSPECTIVE = "perspective";

  private final Display display;
  private final Contributions contributions;
  private final Installation installation;
  private final Path data;
  private final PreferenceFile preferences;
  private final Messages texts = new Messages(Window.class);
  private final Theme theme;
  private final Icons icons;
  private final Shell shell;
  private final CommandTable table;
  private final Journal journal = new Journal();
  private final Map<String, CommandProvider.Menu> menus = new LinkedHashMap<>();
  private final StatusBar status;
  private final JobRunner jobs;
  private final Composite body;
  private final StackLayout bodyLayout = new StackLayout();
  private final Map<ToolItem, Command> tools = new LinkedHashMap<>();
  private final Map<ToolItem, Perspective> switches = new LinkedHashMap<>();
  private final List<Perspective> perspectives;
  private WelcomePage welcome;
  private Page page;
  private ProjectSession session;
  private Path project;
  private FailureDialog failure;
  private boolean refreshing;
  private boolean again;

  /**
   * Builds the window without showing it.
   *
   * @param sample folder of the shipped sample, or null where there is none
   * @param data the user's data folder: preferences, the sample
   */
  public Window(Display display, Contributions contributions, Path sample, Path data) {
    this(display, contributions, sample, data, null);
  }

  /** Builds the window of an installation without showing it. */
  Window(Display display, Contributions contributions, Installation installation) {
    this(
        display,
        contributions,
        installation.home().resolve("sample"),
        installation.data(),
        installation);
  }

  private Window(
      Display display,
      Contributions contributions,
      Path sample,
      Path data,
      Installation installation) {
    this.installation = installation;
    this.data = data;
    this.display = display;
    this.contributions = contributions;
    this.preferences = new PreferenceFile(data.resolve(PreferenceFile.NAME));
    this.table = new CommandTable(preferences);
    this.theme = new Theme(display, preferences);
    this.icons = new Icons(display);
    this.perspectives =
        contributions.perspectives().stream()
            .sorted(Comparator.comparingInt(Perspective::order).thenComparing(Perspective::id))
            .toList();
    GtkStyle.apply(display, theme.isContrast());
    shell = WindowSystem.shell(display, preferences);
    shell.setText(texts.text("window.title"));
    GridLayout layout = new GridLayout();
    layout.marginWidth = layout.marginHeight = 0;
    layout.verticalSpacing = 0;
    shell.setLayout(layout);

    new WindowCommands(this, texts, sample).addTo(table, menus);
    for (CommandProvider provider : contributions.commands()) {
      provider.menus().forEach(menu -> menus.put(menu.id(), menu));
      provider.commands(this).forEach(table::add);
    }
    createMenuBar();
    createToolBar();
    body = new Composite(shell, SWT.NONE);
    body.setLayout(bodyLayout);
    body.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    Label rule = new Label(shell, SWT.SEPARATOR | SWT.HORIZONTAL);
    rule.setLayoutData(new GridData(SWT.FILL, SWT.END, true, false));
    JobRunner[] runner = new JobRunner[1];
    status = new StatusBar(shell, theme, icons, texts, () -> runner[0].cancel());
    jobs = runner[0] = new JobRunner(display, status);
    new KeyDispatcher(shell, table, this::execute);
    shell.addListener(SWT.Close, e -> e.doit = mayClose());
    shell.addListener(SWT.Activate, e -> display.asyncExec(this::keepKeyboard));
    Listener themes = e -> followDesktop();
    display.addListener(SWT.Settings, themes);
    shell.addListener(
        SWT.Dispose,
        e -> {
          display.removeListener(SWT.Settings, themes);
          disposed();
        });
  }

  // ---- building

  private void createMenuBar() {
    Menu bar = WindowSystem.menuBar(shell);
    menus.values().stream()
        .sorted(
            Comparator.comparingInt(CommandProvider.Menu::order)
                .thenComparing(CommandProvider.Menu::id))
        .forEach(
            menu -> {
              MenuItem head = new MenuItem(bar, SWT.CASCADE);
              head.setText(menu.label());
              Menu drop = new Menu(shell, SWT.DROP_DOWN);
              head.setMenu(drop);
              drop.addListener(SWT.Show, e -> fill(drop, menu.id()));
              // a menu without entries does not open; it gets its own at each opening
              new MenuItem(drop, SWT.PUSH);
            });
  }

  private void fill(Menu menu, String id) {
    for (MenuItem item : menu.getItems()) {
      item.dispose();
    }
    List<Command> entries =
        table.all().stream()
            .filter(c -> id.equals(c.menu()))
            .sorted(Comparator.comparingInt(Command::group))
            .toList();
    int group = entries.isEmpty() ? 0 : entries.get(0).group();
    for (Command command : entries) {
      if (command.group() != group) {
        group = command.group();
        new MenuItem(menu, SWT.SEPARATOR);
      }
      item(menu, command);
    }
    if (id.equals(WindowCommands.FILE)) {
      fillRecent(menu);
    } else if (id.equals(WindowCommands.WINDOW)) {
      fillViews(menu);
    }
  }

  private void item(Menu menu, Command command) {
    MenuItem item = new MenuItem(menu, SWT.PUSH);
    item.setText(label(command));
    item.setEnabled(command.enabled().getAsBoolean());
    item.addListener(SWT.Selection, e -> execute(command));
  }

  private void fillRecent(Menu menu) {
    List<Path> recent = recent();
    if (!recent.isEmpty()) {
      new MenuItem(menu, SWT.SEPARATOR, 3);
      int at = 4;
      for (Path folder : recent) {
        MenuItem item = new MenuItem(menu, SWT.PUSH, at++);
        item.setText(
            String.valueOf(folder.getFileName()).replace("&", "&&") + "\t" + folder.getParent());
        item.addListener(SWT.Selection, e -> openProject(folder));
      }
    }
  }

  private void fillViews(Menu menu) {
    if (page != null) {
      new MenuItem(menu, SWT.SEPARATOR, 0);
      List<ViewFactory> offered = page.offered();
      for (int i = 0; i < offered.size(); i++) {
        ViewFactory factory = offered.get(i);
        MenuItem item = new MenuItem(menu, SWT.PUSH, i);
        item.setText(texts.text("window.show", factory.title()));
        item.addListener(SWT.Selection, e -> showView(factory.id()));
      }
    }
  }

  private void createToolBar() {
    Composite row = new Composite(shell, SWT.NONE);
    GridLayout layout = new GridLayout(2, false);
    layout.marginHeight = 1;
    layout.marginWidth = 4;
    row.setLayout(layout);
    row.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
    ToolBar bar = new ToolBar(row, SWT.FLAT | SWT.RIGHT);
    bar.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    String menu = null;
    int group = 0;
    List<Command> shown =
        table.all().stream()
            .filter(c -> c.icon() != null)
            .sorted(Comparator.comparingInt(c -> menus.get(c.menu()).order()))
            .toList();
    for (Command command : shown) {
      if (menu != null && (!menu.equals(command.menu()) || group != command.group())) {
        new ToolItem(bar, SWT.SEPARATOR);
      }
      menu = String.valueOf(command.menu());
      group = command.group();
      ToolItem item = new ToolItem(bar, SWT.PUSH);
      item.setData("id", "tool." + command.id());
      item.setImage(icons.image(command.icon(), theme.foreground()));
      item.setDisabledImage(icons.image(command.icon(), theme.line()));
      item.addListener(SWT.Selection, e -> execute(command));
      tools.put(item, command);
    }
    showKeys();
    ToolBar switcher = new ToolBar(row, SWT.FLAT | SWT.RIGHT);
    switcher.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
    for (Perspective perspective : perspectives) {
      if (switcher.getItemCount() > 0) {
        new ToolItem(switcher, SWT.SEPARATOR);
      }
      ToolItem item = new ToolItem(switcher, SWT.RADIO);
      item.setText(perspective.title());
      item.setEnabled(false);
      item.addListener(
          SWT.Selection,
          e -> {
            if (item.getSelection()) {
              showPerspective(perspective);
            }
          });
      switches.put(item, perspective);
    }
  }

  /** Tells the keys of now on the tool bar; menus tell them whenever they open. */
  void showKeys() {
    tools.forEach(
        (item, command) -> {
          String key = table.key(command);
          item.setToolTipText(command.label() + (key.isEmpty() ? "" : "  (" + key + ")"));
        });
  }

  // ---- life

  /**
   * Shows the window and opens a project: the one given, or else nothing, which shows the welcome
   * page.
   */
  public void open(Path folder) {
    if (folder == null) {
      showWelcome();
    }
    shell.open();
    refresh();
    if (folder != null) {
      openProject(folder);
    }
    // once more when the toolkit has given the menu bar its room
    display.asyncExec(
        () -> {
          if (!shell.isDisposed()) {
            shell.layout();
          }
        });
  }

  /** Runs the event loop until the window is closed. */
  public void run() {
    while (!shell.isDisposed()) {
      try {
        if (!display.readAndDispatch()) {
          display.sleep();
        }
      } catch (RuntimeException | LinkageError e) {
        // one failed reaction must not end the session; the person is told and the rest goes on
        fail(texts.text("window.unforeseen"), e);
      }
    }
  }

  /** Whether the window was closed in order to be opened again, in other colours or words. */
  public boolean isAgain() {
    return again;
  }

  void reopen() {
    again = true;
    shell.close();
    again = shell.isDisposed();
  }

  /** What had the keyboard before a dialog may be gone, and keys must not go nowhere. */
  private void keepKeyboard() {
    if (page == null || display.getActiveShell() != shell) {
      return;
    }
    Control keyboard = display.getFocusControl();
    if (keyboard == null || keyboard == shell) {
      page.focus();
    }
  }

  /** Takes over the desktop's new colours, as soon as nobody would lose what was begun. */
  private void followDesktop() {
    if (shell.isDisposed() || !theme.isOutdated()) {
      return;
    }
    Control keyboard = display.getFocusControl();
    if (jobs.isBusy()
        || shell.getShells().length > 0
        || keyboard != null && KeyDispatcher.isField(keyboard)) {
      display.timerExec(FOLLOW_MILLIS, this::followDesktop);
    } else {
      reopen();
    }
  }

  private boolean mayClose() {
    if (!jobs.isBusy()) {
      return true;
    }
    // the toolkit's own box would have labels in the desktop's language
    MessageDialog box =
        new MessageDialog(
            shell,
            texts.text("window.title"),
            null,
            texts.text("window.busy"),
            MessageDialog.QUESTION,
            1,
            texts.text("dialog.close"),
            texts.text("dialog.cancel"));
    return box.open() == 0;
  }

  private void disposed() {
    Rectangle bounds = shell.getBounds();
    preferences.put(WindowSystem.MAXIMISED, shell.getMaximized() ? "true" : null);
    if (!shell.getMaximized()) {
      preferences.put(
          WindowSystem.BOUNDS,
          bounds.x + "," + bounds.y + "," + bounds.width + "," + bounds.height);
    }
    preferences.put(LAST, project == null ? null : project.toString());
    closeProject();
    savePreferences();
    jobs.close();
    icons.dispose();
    theme.dispose();
  }

  /** Saves the preferences once the window has had the time to show what is in it. */
  private void saveSoon() {
    display.timerExec(
        SOON_MILLIS,
        () -> {
          if (!shell.isDisposed()) {
            savePreferences();
          }
        });
  }

  void savePreferences() {
    try {
      preferences.save();
    } catch (IOException e) {
      System.err.println("koetsu: the preferences could not be saved: " + e.getMessage());
    }
  }

  /** The project that was open when the window was closed the last time, if it is still there. */
  public Optional<Path> lastProject() {
    return lastProject(preferences);
  }

  static Optional<Path> lastProject(Preferences preferences) {
    return preferences.get(LAST).map(Path::of).filter(Files::isDirectory);
  }

  // ---- projects

  List<Path> recent() {
    List<Path> recent = new ArrayList<>();
    for (int i = 0; i < RECENT; i++) {
      preferences
          .get("recent." + i)
          .map(Path::of)
          .filter(Files::isDirectory)
          .ifPresent(recent::add);
    }
    return recent;
  }

  private void noteRecent(Path folder) {
    List<Path> recent = recent();
    recent.remove(folder);
    recent.add(0, folder);
    for (int i = 0; i < RECENT; i++) {
      preferences.put("recent." + i, i < recent.size() ? recent.get(i).toString() : null);
    }
  }

  @Override
  public void openProject(Path folder) {
    if (contributions.opener() == null) {
      fail(texts.text("project.noopener"), null);
      return;
    }
    closeProject();
    try {
      session = contributions.opener().open(folder, this);
    } catch (IOException e) {
      showWelcome();
      fail(texts.text("project.notopened", folder, e.getMessage()), e);
      return;
    }
    project = folder.toAbsolutePath().normalize();
    noteRecent(project);
    saveSoon();
    shell.setText(texts.text("window.titled", session.name()));
    status.set(StatusSlot.PROJECT, session.name());
    page = new Page(body, this, views(), texts, this::refresh);
    bodyLayout.topControl = page.root();
    String last = preferences.get(PERSPECTIVE).orElse("");
    Perspective first =
        perspectives.stream()
            .filter(p -> p.id().equals(last))
            .findFirst()
            .orElse(perspectives.get(0));
    body.layout();
    showPerspective(first);
    if (welcome != null) {
      welcome.root().dispose();
      welcome = null;
    }
    session.started();
    page.focus();
    showCommands();
  }

  private List<ViewFactory> views() {
    List<ViewFactory> views =
        new ArrayList<>(contributions.views().stream().filter(v -> v.accepts(session)).toList());
    views.add(
        new WindowView(
            WindowView.LOG,
            texts.text("view.log"),
            () -> new LogView(journal, theme, icons, texts)));
    views.add(
        new WindowView(
            WindowView.PROGRESS,
            texts.text("view.progress"),
            () -> new ProgressView(jobs, theme, icons, texts)));
    return views;
  }

  /** Closes the open project, if there is one, and leaves the body empty. */
  private void closeProject() {
    if (session == null) {
      return;
    }
    page.dispose();
    page = null;
    session.close();
    session = null;
    project = null;
    if (!shell.isDisposed() && !body.isDisposed()) {
      shell.setText(texts.text("window.title"));
      Stream.of(StatusSlot.values()).forEach(slot -> status.set(slot, ""));
      status.message("");
    }
  }

  void leaveProject() {
    closeProject();
    showWelcome();
    refresh();
  }

  private void showWelcome() {
    if (welcome != null) {
      welcome.root().dispose();
    }
    welcome =
        new WelcomePage(
            body,
            theme,
            icons,
            texts,
            Stream.of("file.sample", "file.new", "file.open")
                .map(table::command)
                .flatMap(Optional::stream)
                .filter(c -> c.enabled().getAsBoolean())
                .toList(),
            recent(),
            this::execute,
            this::openProject);
    bodyLayout.topControl = welcome.root();
    body.layout(true, true);
  }

  Contributions contributions() {
    return contributions;
  }

  // ---- perspectives, views, documents

  void showPerspective(Perspective perspective) {
    if (page == null) {
      return;
    }
    page.show(perspective);
    preferences.put(PERSPECTIVE, perspective.id());
    refresh();
  }

  List<Perspective> perspectives() {
    return perspectives;
  }

  Optional<Page> page() {
    return Optional.ofNullable(page);
  }

  @Override
  public void showView(String id) {
    if (page != null) {
      page.showView(id);
    }
  }

  @Override
  public Optional<View> view(String id) {
    return page == null ? Optional.empty() : page.view(id);
  }

  @Override
  public void openDocument(String key, String title, Supplier<View> content) {
    if (page != null) {
      page.openDocument(key, title, content);
      refresh();
    }
  }

  @Override
  public Optional<View> document(String key) {
    return page == null ? Optional.empty() : page.document(key);
  }

  @Override
  public List<String> lastDocuments() {
    return page == null ? List.of() : page.lastDocuments();
  }

  @Override
  public Optional<String> activeDocument() {
    return page == null ? Optional.empty() : page.activeDocument();
  }

  // ---- services

  @Override
  public Shell shell() {
    return shell;
  }

  @Override
  public Theme theme() {
    return theme;
  }

  @Override
  public Icons icons() {
    return icons;
  }

  @Override
  public Preferences preferences() {
    return preferences;
  }

  @Override
  public Jobs jobs() {
    return jobs;
  }

  @Override
  public <T extends ProjectSession> Optional<T> session(Class<T> type) {
    return type.isInstance(session) ? Optional.of(type.cast(session)) : Optional.empty();
  }

  @Override
  public Optional<Path> project() {
    return Optional.ofNullable(project);
  }

  @Override
  public <T> Optional<T> service(Class<T> type) {
    return installation == null ? Optional.empty() : installation.service(type);
  }

  @Override
  public Path data() {
    return data;
  }

  @Override
  public Optional<Path> cache() {
    return Optional.ofNullable(installation).map(Installation::cache);
  }

  CommandTable commands() {
    return table;
  }

  @Override
  public Optional<Command> command(String id) {
    return table.command(id);
  }

  @Override
  public String label(Command command) {
    String key = table.key(command);
    return command.label().replace("&", "&&") + (key.isEmpty() ? "" : "\t" + key);
  }

  @Override
  public void execute(String command) {
    table.command(command).ifPresent(this::execute);
  }

  void execute(Command command) {
    if (command.enabled().getAsBoolean()) {
      command.action().run();
      refresh();
    } else {
      message(
          Optional.ofNullable(session)
              .flatMap(open -> open.whyNot(command))
              .map(why -> texts.text("command.notnow.why", command.label(), why))
              .orElseGet(() -> texts.text("command.notnow", command.label())));
    }
  }

  @Override
  public void refresh() {
    if (refreshing) {
      return;
    }
    refreshing = true;
    display.asyncExec(
        () -> {
          refreshing = false;
          if (!shell.isDisposed()) {
            showCommands();
          }
        });
  }

  /** Shows which commands can be done now, and the perspective. */
  private void showCommands() {
    tools.forEach(
        (item, command) -> {
          boolean enabled = command.enabled().getAsBoolean();
          if (item.getEnabled() != enabled) {
            item.setEnabled(enabled);
          }
        });
    switches.forEach(
        (item, perspective) -> {
          item.setEnabled(page != null);
          item.setSelection(page != null && page.perspective() == perspective);
        });
  }

  @Override
  public void status(StatusSlot slot, String text) {
    status.set(slot, text);
  }

  @Override
  public void message(String text) {
    journal.message(text);
    status.message(text);
  }

  @Override
  public void fail(String what, Throwable cause) {
    journal.failure(what, cause);
    if (shell.isDisposed()) {
      System.err.println("koetsu: " + what);
      return;
    }
    if (failure != null && failure.getShell() != null && !failure.getShell().isDisposed()) {
      // one at a time: what fails at every repaint must not bury the screen
      System.err.println("koetsu: " + what);
      return;
    }
    failure = new FailureDialog(shell, texts, what, cause);
    failure.setBlockOnOpen(false);
    failure.open();
  }
}
