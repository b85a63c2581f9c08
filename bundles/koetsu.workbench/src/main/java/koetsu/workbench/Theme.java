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
 * Colours and fonts of the window. The desktop decides between light and dark, and on the fonts;
 * whoever paints asks here, so that everything changes together.
 */
public final class Theme {
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
  private final boolean dark;
  private final Map<RGB, Color> colours = new HashMap<>();
  private final Font text;
  private final Font name;
  private final Font title;
  private final Font small;
  private final Font source;

  public Theme(Display display) {
    this.display = display;
    this.dark = luminance(display.getSystemColor(SWT.COLOR_LIST_BACKGROUND).getRGB()) < 0.3;
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
    source = new Font(display, face, Math.max(height, least), SWT.NORMAL);
  }

  public boolean isDark() {
    return dark;
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
    return display.getSystemColor(SWT.COLOR_LIST_BACKGROUND);
  }

  public Color foreground() {
    return display.getSystemColor(SWT.COLOR_LIST_FOREGROUND);
  }

  /** Background of bars and margins. */
  public Color panel() {
    return display.getSystemColor(SWT.COLOR_WIDGET_BACKGROUND);
  }

  /** Side notes; still readable by WCAG AA. */
  public Color dim() {
    return mix(foreground().getRGB(), background().getRGB(), 0.66);
  }

  /** Hair lines. */
  public Color line() {
    return mix(foreground().getRGB(), background().getRGB(), 0.16);
  }

  /** What the person is at. */
  public Color accent() {
    return colour(dark ? new RGB(0x7a, 0xb8, 0xff) : new RGB(0x1a, 0x5f, 0xb4));
  }

  /** Behind the row or value the person is at. */
  public Color current() {
    return mix(accent().getRGB(), background().getRGB(), dark ? 0.28 : 0.14);
  }

  /** Behind the line of the caret. */
  public Color currentLine() {
    return mix(accent().getRGB(), background().getRGB(), dark ? 0.10 : 0.05);
  }

  public Color good() {
    return colour(dark ? new RGB(0x6c, 0xcf, 0x8a) : new RGB(0x1b, 0x7a, 0x3d));
  }

  public Color warning() {
    return colour(dark ? new RGB(0xf0, 0xb4, 0x4c) : new RGB(0x9a, 0x5b, 0x00));
  }

  public Color error() {
    return colour(dark ? new RGB(0xff, 0x8a, 0x80) : new RGB(0xb3, 0x26, 0x1e));
  }

  /**
   * A hue of the profile, made lighter or darker until it can be read on the background.
   *
   * @param hue {@code #rrggbb}
   */
  public Color hue(String hue) {
    RGB rgb = parse(hue);
    RGB towards = dark ? new RGB(255, 255, 255) : new RGB(0, 0, 0);
    RGB ground = background().getRGB();
    double share = 1;
    RGB readable = rgb;
    while (contrast(readable, ground) < 4.5 && share > 0.2) {
      share -= 0.1;
      readable = mixed(rgb, towards, share);
    }
    return colour(readable);
  }

  /** A tint of a hue, to stand behind text. */
  public Color tint(String hue, double share) {
    return mix(parse(hue), background().getRGB(), dark ? share * 1.4 : share);
  }

  private static RGB parse(String hue) {
    int rgb = Integer.parseInt(hue.substring(1), 16);
    return new RGB(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
  }

  private Color mix(RGB one, RGB other, double share) {
    return colour(mixed(one, other, share));
  }

  private static RGB mixed(RGB one, RGB other, double share) {
    return new RGB(
        (int) Math.round(one.red * share + other.red * (1 - share)),
        (int) Math.round(one.green * share + other.green * (1 - share)),
        (int) Math.round(one.blue * share + other.blue * (1 - share)));
  }

  private Color colour(RGB rgb) {
    return colours.computeIfAbsent(rgb, Color::new);
  }

  /** Contrast of two colours by WCAG 2.1, from 1 to 21. */
  static double contrast(RGB one, RGB other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(RGB rgb) {
    return 0.2126 * channel(rgb.red) + 0.7152 * channel(rgb.green) + 0.0722 * channel(rgb.blue);
  }

  private static double channel(int value) {
    double share = value / 255.0;
    return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  public void dispose() {
    Stream.of(text, name, title, small, source).forEach(Font::dispose);
  }
}
