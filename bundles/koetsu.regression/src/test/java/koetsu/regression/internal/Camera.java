package koetsu.regression.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** Takes the pictures that a person looks at before a release, into {@code target/robot}. */
final class Camera {
  static final Path PICTURES = Path.of(System.getProperty("basedir"), "target/robot/pictures");

  private static final int OPEN_MILLIS = 600;

  private final Set<String> taken = new HashSet<>();

  int taken() {
    return taken.size();
  }

  void take(Desk desk, String name) {
    desk.picture(PICTURES.resolve(name + ".png"));
    taken.add(name);
  }

  /** Opens what a command opens, photographs it and closes it again. */
  void dialog(Desk desk, String command, String look) {
    dialog(desk, () -> desk.window.execute(command), "dialog-" + command + "-" + look);
  }

  /** The same for what is opened otherwise, even if it waits for an answer. */
  void dialog(Desk desk, Runnable open, String name) {
    Display.getDefault().timerExec(OPEN_MILLIS, () -> shoot(desk, name));
    open.run();
    desk.robot.waitUntil("the picture is taken", () -> taken.contains(name));
  }

  private void shoot(Desk desk, String name) {
    take(desk, name);
    desk.robot.press("Esc");
    for (Shell shell : Display.getDefault().getShells()) {
      if (shell != desk.window.shell() && !shell.isDisposed()) {
        shell.close();
      }
    }
  }

  /** Gives GTK a theme as a desktop does; nothing elsewhere. */
  static void desktop(String theme) throws ReflectiveOperationException {
    if (System.getProperty("os.name").equals("Linux")) {
      Display.getDefault();
      Object settings =
          Class.forName("org.eclipse.swt.internal.gtk.GTK")
              .getMethod("gtk_settings_get_default")
              .invoke(null);
      Class.forName("org.eclipse.swt.internal.gtk.OS")
          .getMethod("g_object_set", long.class, byte[].class, byte[].class, long.class)
          .invoke(null, settings, terminated("gtk-theme-name"), terminated(theme), 0L);
      Display.getDefault().dispose();
    }
  }

  private static byte[] terminated(String text) {
    return (text + "\0").getBytes(StandardCharsets.US_ASCII);
  }

  /** GTK is asked for its dark theme as a desktop would ask it. */
  static void theme(boolean dark) throws ReflectiveOperationException {
    if (System.getProperty("os.name").equals("Linux")) {
      Display.getDefault();
      Class.forName("org.eclipse.swt.internal.gtk.OS")
          .getMethod("setDarkThemePreferred", boolean.class)
          .invoke(null, dark);
      // the toolkit reads the colours of the theme when a display begins
      Display.getDefault().dispose();
    }
  }
}
