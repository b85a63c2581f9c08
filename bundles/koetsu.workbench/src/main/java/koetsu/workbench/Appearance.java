package koetsu.workbench;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;

/** Light, dark or contrast: what the person prefers, or else the desktop. */
public final class Appearance {
  /** Preference: {@link #LIGHT}, {@link #DARK} or {@link #CONTRAST}; absent for the desktop's. */
  public static final String THEME = "theme";

  public static final String LIGHT = "light";
  public static final String DARK = "dark";
  public static final String CONTRAST = "contrast";

  private static final String GTK = "org.eclipse.swt.internal.gtk.OS";
  private static final String GTK_THEME = "GTK_THEME";

  private Appearance() {}

  /**
   * Makes the toolkit's own widgets look as the person prefers. GTK takes its theme from the
   * environment, which Java cannot change; called before the first display, SWT finds the colours
   * at once, called later it sends {@link SWT#Settings} when it has them. Elsewhere going back to
   * the desktop's theme takes a new start.
   *
   * @return whether the platform could be told, or nothing was to be told
   */
  public static boolean apply(Preferences preferences) {
    Optional<String> theme = preferences.get(THEME);
    boolean running = Display.getCurrent() != null;
    if (theme.isEmpty() && !running) {
      return true;
    }
    try {
      switch (SWT.getPlatform()) {
        case "gtk" -> tellGtk(theme, running);
        case "win32" -> tell("org.eclipse.swt.internal.win32.OS", theme);
        default -> tell("org.eclipse.swt.internal.cocoa.OS", theme);
      }
      return true;
    } catch (ReflectiveOperationException absent) {
      return false;
    }
  }

  private static void tellGtk(Optional<String> theme, boolean running)
      throws ReflectiveOperationException {
    String name =
        theme
            .map(
                choice ->
                    switch (choice) {
                      case DARK -> "Adwaita:dark";
                      case CONTRAST -> "HighContrast";
                      default -> "Adwaita";
                    })
            .orElse(System.getenv(GTK_THEME));
    Class<?> os = Class.forName(GTK);
    if (name == null) {
      os.getMethod("g_unsetenv", byte[].class).invoke(null, terminated(GTK_THEME));
    } else {
      os.getMethod("setenv", byte[].class, byte[].class, int.class)
          .invoke(null, terminated(GTK_THEME), terminated(name), 1);
    }
    if (running) {
      // GTK reads the environment anew when the theme seems to change
      Object settings =
          Class.forName("org.eclipse.swt.internal.gtk.GTK")
              .getMethod("gtk_settings_get_default")
              .invoke(null);
      os.getMethod("g_object_notify", long.class, byte[].class)
          .invoke(null, settings, terminated("gtk-theme-name"));
    }
  }

  private static void tell(String type, Optional<String> theme)
      throws ReflectiveOperationException {
    if (theme.isPresent()) {
      Class.forName(type)
          .getMethod("setTheme", boolean.class)
          .invoke(null, DARK.equals(theme.get()));
    }
  }

  private static byte[] terminated(String text) {
    return (text + "\0").getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether text is to stand out as far as it can. */
  static boolean isContrast(Display display, Preferences preferences) {
    return preferences
        .get(THEME)
        .map(CONTRAST::equals)
        .orElseGet(() -> display.getHighContrast() || isHighContrast(themeOfDesktop()));
  }

  private static boolean isHighContrast(String theme) {
    return theme.replace("-", "").toLowerCase(Locale.ROOT).startsWith("highcontrast");
  }

  /** GTK's high contrast is a theme like others, which SWT does not report as contrast. */
  private static String themeOfDesktop() {
    if (!SWT.getPlatform().equals("gtk")) {
      return "";
    }
    try {
      Object name = Class.forName(GTK).getMethod("getThemeName").invoke(null);
      return name == null ? "" : name.toString();
    } catch (ReflectiveOperationException absent) {
      return "";
    }
  }
}
