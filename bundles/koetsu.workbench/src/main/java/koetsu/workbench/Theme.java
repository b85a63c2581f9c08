package koetsu.workbench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Display;

/**
 * Colours and fonts of the window. The desktop and the preferences decide between light and dark,
 * and on the fonts; whoever paints asks here, so that everything changes together.
 */
public final class Theme {
  /** Preference: the family of the font of document text. */
  public static final String SOURCE_FONT = "source.font";

  /** Preference: the size of the font of document text, in points. */
  public static final String SOURCE_SIZE = "source.size";

  /**
   * Fonts that have all Japanese characters, the best first; the first that is installed is used.
   */
  private static final List<String> JAPANESE =
      List.of(
          "Noto Sans CJK JP",
          "Noto Sans JP",
          "Source Han Sans JP",
          "Hiragino Sans",
          "Yu Gothic UI",
          "Meiryo",
          "IPAexGothic",
          "VL PGothic",
          "VL Gothic");

  private final Display display;
  private final Preferences preferences;
  private final Palette palette;
  private final Map<RGB, Color> colours = new HashMap<>();
  private final Map<String, Color> hues = new HashMap<>();
  private final Font text;
  private final Font name;
  private final Font title;
  private final Font small;
  private final Font source;

  /** A theme after the desktop's and the person's own choices. */
  public Theme(Display display, Preferences preferences) {
    this.display = display;
    this.preferences = preferences;
    this.palette = wanted();
    FontData system = display.getSystemFont().getFontData()[0];
    String face =
        JAPANESE.stream()
            .filter(name -> display.getFontList(name, true).length > 0)
            .findFirst()
            .orElse(system.getName());
    int height = system.getHeight();
    // 13 pixels at least, or Japanese becomes hard to read
    int least = (int) Math.ceil(13 * 72.0 / display.getDPI().y);
    text = new Font(display, system.getName(), height, SWT.NORMAL);
    // larger, not bolder: most Japanese fonts have no bold face, and a smeared one reads badly
    name = new Font(display, face, Math.max(height, least) + 2, SWT.NORMAL);
    title = new Font(display, face, Math.max(height, least) + 8, SWT.NORMAL);
    small = new Font(display, system.getName(), Math.max(7, height - 2), SWT.NORMAL);
    source =
        new Font(
            display,
            preferences.get(SOURCE_FONT).orElse(face),
            preferences.number(SOURCE_SIZE, Math.max(height, least)),
            SWT.NORMAL);
  }

  /** The colours that the desktop and the preferences ask for now. */
  private Palette wanted() {
    return new Palette(
        display.getSystemColor(SWT.COLOR_LIST_BACKGROUND).getRGB(),
        display.getSystemColor(SWT.COLOR_LIST_FOREGROUND).getRGB(),
        display.getSystemColor(SWT.COLOR_WIDGET_BACKGROUND).getRGB(),
        Appearance.isContrast(display, preferences),
        preferences.get(Palette.ANNOTATIONS).orElse(""));
  }

  /** Whether the desktop or the preferences ask for other colours by now. */
  public boolean isOutdated() {
    return !palette.equals(wanted());
  }

  /** Whether text is to stand out as far as it can. */
  public boolean isContrast() {
    return palette.contrast();
  }

  public boolean isDark() {
    return palette.isDark();
  }

  /** Font of labels. */
  public Font text() {
    return text;
  }

  /** Font of the name of what a view shows. */
  public Font name() {
    return name;
  }

  public Font title() {
    return title;
  }

  /** Font of side notes. */
  public Font small() {
    return small;
  }

  /** Font of document text and of values: Japanese is at least 13 pixels high. */
  public Font source() {
    return source;
  }

  public Color background() {
    return colour(palette.background());
  }

  public Color foreground() {
    return colour(palette.foreground());
  }

  /** Background of bars and margins. */
  public Color panel() {
    return colour(palette.panel());
  }

  /** Side notes; still readable by WCAG AA. */
  public Color dim() {
    return colour(palette.dim());
  }

  /** Hair lines. */
  public Color line() {
    return colour(palette.line());
  }

  /** What the person is at. */
  public Color accent() {
    return colour(palette.accent());
  }

  /** Behind the row or value the person is at. */
  public Color current() {
    return colour(palette.current());
  }

  /** Behind the line of the caret. */
  public Color currentLine() {
    return colour(palette.currentLine());
  }

  public Color good() {
    return colour(palette.good());
  }

  public Color warning() {
    return colour(palette.warning());
  }

  public Color error() {
    return colour(palette.error());
  }

  /**
   * A hue of the profile, made lighter or darker until it can be read on the background.
   *
   * @param hue {@code #rrggbb}
   */
  public Color hue(String hue) {
    return hues.computeIfAbsent(hue, key -> colour(palette.hue(key)));
  }

  /** A tint of a hue, to stand behind text. */
  public Color tint(String hue, double share) {
    return hues.computeIfAbsent(hue + share, key -> colour(palette.tint(hue, share)));
  }

  private Color colour(RGB rgb) {
    return colours.computeIfAbsent(rgb, Color::new);
  }

  public void dispose() {
    Stream.of(text, name, title, small, source).forEach(Font::dispose);
  }
}
