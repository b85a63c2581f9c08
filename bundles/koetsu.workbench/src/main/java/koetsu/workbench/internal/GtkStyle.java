package koetsu.workbench.internal;

import java.nio.charset.StandardCharsets;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;

/**
 * What GTK's themes make too large or too loud for a program that is all lists: a chosen row stays
 * readable with its coloured signs, and headings and fields take no more room than a row.
 */
final class GtkStyle {
  /** Above what SWT sets for single widgets, below the person's own style. */
  private static final int PRIORITY = 601;

  /** Data of the display: the provider of the style, or why there is none. */
  private static final String PROVIDER = GtkStyle.class.getName();

  private static final String SIZES =
      """
      treeview.view header button { padding-top: 1px; padding-bottom: 1px; min-height: 22px; }
      entry { min-height: 26px; }
      combobox button { min-height: 24px; padding-top: 1px; padding-bottom: 1px; }
      """;

  private static final String ROWS =
      """
      treeview.view:selected {
        background-color: mix(@theme_selected_bg_color, @theme_base_color, 0.78);
        color: @theme_text_color;
      }
      treeview.view:selected:focus {
        background-color: mix(@theme_selected_bg_color, @theme_base_color, 0.58);
        color: @theme_text_color;
      }
      treeview.view.expander:selected { color: @theme_text_color; }
      """;

  private GtkStyle() {}

  /**
   * Styles a display, or styles it anew; does nothing on other platforms.
   *
   * @param contrast whether rows are left as loud as the theme has them
   */
  static void apply(Display display, boolean contrast) {
    if (!SWT.getPlatform().equals("gtk") || display.getData(PROVIDER) instanceof Throwable) {
      return;
    }
    try {
      Class<?> gtk3 = Class.forName("org.eclipse.swt.internal.gtk3.GTK3");
      Object provider = display.getData(PROVIDER);
      if (provider == null) {
        provider = added(gtk3);
        display.setData(PROVIDER, provider);
      }
      byte[] style = ((contrast ? SIZES : SIZES + ROWS) + "\0").getBytes(StandardCharsets.US_ASCII);
      gtk3.getMethod(
              "gtk_css_provider_load_from_data", long.class, byte[].class, long.class, long[].class)
          .invoke(null, provider, style, -1L, null);
    } catch (ReflectiveOperationException | LinkageError other) {
      // another version of the toolkit: the theme's own looks do as well
      display.setData(PROVIDER, other);
    }
  }

  /** A new provider of the screen. */
  private static Object added(Class<?> gtk3) throws ReflectiveOperationException {
    Object provider =
        Class.forName("org.eclipse.swt.internal.gtk.GTK")
            .getMethod("gtk_css_provider_new")
            .invoke(null);
    Object screen =
        Class.forName("org.eclipse.swt.internal.gtk.GDK")
            .getMethod("gdk_screen_get_default")
            .invoke(null);
    gtk3.getMethod("gtk_style_context_add_provider_for_screen", long.class, long.class, int.class)
        .invoke(null, screen, provider, PRIORITY);
    return provider;
  }
}
