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

  private Appearance() {}

  /**
   * Makes the toolkit's own widgets look as the person prefers. Called before the first display of
   * the process: GTK takes its theme from the environment, which Java cannot change, and SWT keeps
   * the colours that it finds first.
   *
   * @return whether the platform could be told, or nothing was to be told
   */
  public static boolean apply(Preferences preferences) {
    Optional<String> theme = preferences.get(THEME);
    if (theme.isEmpty()) {
      return true;
    }
    try {
      switch (SWT.getPlatform()) {
        case "gtk" -> {
          String name =
              switch (theme.get()) {
                case DARK -> "Adwaita:dark";
                case CONTRAST -> "HighContrast";
                default -> "Adwaita";
              };
          Class.forName(GTK)
              .getMethod("setenv", byte[].class, byte[].class, int.class)
              .invoke(null, terminated("GTK_THEME"), terminated(name), 1);
        }
        case "win32" -> setTheme("org.eclipse.swt.internal.win32.OS", theme.get());
        default -> setTheme("org.eclipse.swt.internal.cocoa.OS", theme.get());
      }
      return true;
    } catch (ReflectiveOperationException absent) {
      return false;
    }
  }

  private static void setTheme(String type, String theme) throws ReflectiveOperationException {
    Class.forName(type).getMethod("setTheme", boolean.class).invoke(null, DARK.equals(theme));
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
