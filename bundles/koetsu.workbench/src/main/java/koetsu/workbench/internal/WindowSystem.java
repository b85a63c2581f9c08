package koetsu.workbench.internal;

import java.util.Optional;
import koetsu.launcher.Application;
import koetsu.launcher.EarlyStart;
import koetsu.launcher.Installation;
import koetsu.workbench.Appearance;
import koetsu.workbench.Preferences;
import koetsu.workbench.Theme;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;

/**
 * Wakes up the window system while the bundles start: an empty window appears, and the fonts that
 * it will need are found.
 */
public final class WindowSystem implements EarlyStart {
  static final String BOUNDS = "window.bounds";
  static final String MAXIMISED = "window.maximised";

  /** Characters of each kind that a document has, so that all fonts for them are looked up. */
  private static final String SCRIPTS = "Aa1 かカ漢①㌔〜✓";

  /**
   * Data of the display by which SWT for GTK gives no input method to widgets that are drawn by
   * Java. All that such widgets have here is read, not written, and their letters are commands,
   * which an input method would swallow; text fields are GTK's own and keep theirs.
   */
  private static final String NO_INPUT_METHOD = "org.eclipse.swt.internal.gtk.noInputMethod";

  /** The window that waits for its content; only used by the main thread. */
  private static Shell early;

  /**
   * The display of the process in the theme of the preferences; made at the first call, by the main
   * thread.
   */
  static Display display(Preferences preferences) {
    Display running = Display.getCurrent();
    if (!Appearance.apply(preferences)) {
      System.err.println("koetsu: the theme of the preferences is not known to this system");
    }
    Display.setAppName("Koetsu");
    if (running != null) {
      // the toolkit takes over new colours when it is about to rest
      running.wake();
      running.sleep();
      while (running.readAndDispatch()) {
        // until everybody knows
      }
    }
    return Display.getDefault();
  }

  /**
   * An empty window at the place where it was the last time: the one that is open, or a new one.
   */
  static Shell shell(Display display, Preferences preferences) {
    display.setData(NO_INPUT_METHOD, Boolean.TRUE);
    Shell shell = early;
    early = null;
    if (shell == null || shell.isDisposed()) {
      shell = new Shell(display, SWT.SHELL_TRIM);
      shell.setData("id", "window");
      restoreBounds(shell, preferences);
    }
    return shell;
  }

  /** The menu bar of a shell, without the entries that it has. */
  static Menu menuBar(Shell shell) {
    if (shell.getMenuBar() == null) {
      shell.setMenuBar(new Menu(shell, SWT.BAR));
    }
    for (MenuItem entry : shell.getMenuBar().getItems()) {
      entry.dispose();
    }
    return shell.getMenuBar();
  }

  @Override
  public String application() {
    return Application.WORKBENCH;
  }

  @Override
  public Optional<Application> alone() {
    return WorkbenchApplication.onClassPath().map(Application.class::cast);
  }

  @Override
  public void begin(Installation installation) {
    PreferenceFile preferences =
        new PreferenceFile(installation.data().resolve(PreferenceFile.NAME));
    Display display = display(preferences);
    Shell shell = shell(display, preferences);
    shell.setText(Display.getAppName());
    new MenuItem(menuBar(shell), SWT.CASCADE).setText(" "); // takes the room that it will need
    shell.open();
    GC gc = new GC(shell);
    Theme theme = new Theme(display, preferences);
    gc.setFont(theme.source());
    gc.textExtent(SCRIPTS);
    gc.dispose();
    theme.dispose();
    while (display.readAndDispatch()) {
      // until it is painted
    }
    early = shell.isDisposed() ? null : shell;
  }

  private static void restoreBounds(Shell shell, Preferences preferences) {
    Rectangle screen = shell.getDisplay().getPrimaryMonitor().getClientArea();
    String[] stored = preferences.get(BOUNDS).orElse("").split(",");
    Rectangle bounds =
        new Rectangle(0, 0, Math.min(1400, screen.width), Math.min(900, screen.height));
    bounds.x = screen.x + (screen.width - bounds.width) / 2;
    bounds.y = screen.y + (screen.height - bounds.height) / 2;
    if (stored.length == 4) {
      try {
        Rectangle last =
            new Rectangle(
                Integer.parseInt(stored[0]),
                Integer.parseInt(stored[1]),
                Integer.parseInt(stored[2]),
                Integer.parseInt(stored[3]));
        // a monitor that was unplugged must not take the window with it
        if (last.intersects(screen) && last.width > 300 && last.height > 200) {
          bounds = last;
        }
      } catch (NumberFormatException edited) {
        preferences.put(BOUNDS, null);
      }
    }
    shell.setBounds(bounds);
    shell.setMaximized(preferences.get(MAXIMISED).isPresent());
  }
}
