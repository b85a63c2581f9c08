package koetsu.workbench;

import java.util.Comparator;
import java.util.List;
import org.eclipse.swt.graphics.RGB;

/**
 * The colours of a window, worked out from those of the desktop so that text on them can be read:
 * at least 4.5 to 1 by WCAG 2.1 (level AA), 7 to 1 (level AAA) where contrast is wanted.
 *
 * @param foreground of text, unless there is to be as much contrast as there is
 * @param panel background of bars and margins
 * @param contrast whether a person wants as much of it as there is
 * @param annotations value of {@link #ANNOTATIONS}; an empty one for the profile's own colours
 */
record Palette(RGB background, RGB foreground, RGB panel, boolean contrast, String annotations) {
  /** Preference: which colours the fields' values have in the text. */
  static final String ANNOTATIONS = "annotations";

  /** Preference value: the nearest hues that colour-blind eyes can tell apart. */
  static final String SAFE = "safe";

  /** Preference value: fuller tints and darker lines. */
  static final String STRONG = "strong";

  /** Preference value: no hues; lines and places say it all. */
  static final String GREY = "grey";

  /** Preference value: lines without a tint behind the text. */
  static final String LINES = "lines";

  private static final double AA = 4.5;
  private static final double AAA = 7;

  /** In how many steps a colour is moved until it can be read. */
  private static final int STEPS = 20;

  private static final RGB BLACK = new RGB(0, 0, 0);
  private static final RGB WHITE = new RGB(255, 255, 255);

  /** Okabe and Ito, Color Universal Design (2008), without black. */
  private static final List<RGB> OKABE_ITO =
      List.of(
          new RGB(0xe6, 0x9f, 0x00),
          new RGB(0x56, 0xb4, 0xe9),
          new RGB(0x00, 0x9e, 0x73),
          new RGB(0xf0, 0xe4, 0x42),
          new RGB(0x00, 0x72, 0xb2),
          new RGB(0xd5, 0x5e, 0x00),
          new RGB(0xcc, 0x79, 0xa7));

  Palette {
    foreground = contrast ? (luminance(background) < 0.3 ? WHITE : BLACK) : foreground;
  }

  boolean isDark() {
    return luminance(background) < 0.3;
  }

  RGB dim() {
    return text(mixed(foreground, background, contrast ? 1 : 0.66));
  }

  RGB line() {
    return mixed(foreground, background, contrast ? 0.8 : 0.16);
  }

  RGB accent() {
    return text(isDark() ? new RGB(0x7a, 0xb8, 0xff) : new RGB(0x1a, 0x5f, 0xb4));
  }

  RGB current() {
    return mixed(hueOfCurrent(), background, isDark() ? 0.28 : 0.14);
  }

  RGB currentLine() {
    return mixed(hueOfCurrent(), background, isDark() ? 0.10 : 0.05);
  }

  private RGB hueOfCurrent() {
    return isDark() ? new RGB(0x7a, 0xb8, 0xff) : new RGB(0x1a, 0x5f, 0xb4);
  }

  RGB good() {
    return text(isDark() ? new RGB(0x6c, 0xcf, 0x8a) : new RGB(0x1b, 0x7a, 0x3d));
  }

  RGB warning() {
    return text(isDark() ? new RGB(0xf0, 0xb4, 0x4c) : new RGB(0x9a, 0x5b, 0x00));
  }

  RGB error() {
    return text(isDark() ? new RGB(0xff, 0x8a, 0x80) : new RGB(0xb3, 0x26, 0x1e));
  }

  /**
   * @param hue {@code #rrggbb}
   */
  RGB hue(String hue) {
    return readable(annotation(parse(hue)), List.of(background, panel));
  }

  /**
   * A tint to stand behind text; as faint as it takes for the text to be read.
   *
   * @param hue {@code #rrggbb}
   */
  RGB tint(String hue, double share) {
    RGB rgb = annotation(parse(hue));
    double wanted =
        switch (annotations) {
          case LINES -> 0;
          case STRONG -> share * 1.8;
          default -> share;
        };
    for (double part = Math.min(1, isDark() ? wanted * 1.4 : wanted); part > 0; part -= 0.05) {
      RGB tint = mixed(rgb, background, part);
      if (contrast(foreground, tint) >= least()) {
        return tint;
      }
    }
    return background;
  }

  private RGB annotation(RGB rgb) {
    return switch (annotations) {
      case GREY -> mixed(foreground, background, 0.6);
      case SAFE ->
          OKABE_ITO.stream().min(Comparator.comparingDouble(o -> distance(o, rgb))).orElseThrow();
      default -> rgb;
    };
  }

  private double least() {
    return contrast || annotations.equals(STRONG) ? AAA : AA;
  }

  /** A colour for text that may stand anywhere. */
  private RGB text(RGB rgb) {
    return readable(rgb, List.of(background, panel, current(), currentLine()));
  }

  /** A colour made lighter or darker until text in it can be read on all grounds. */
  private RGB readable(RGB rgb, List<RGB> grounds) {
    RGB towards = isDark() ? WHITE : BLACK;
    RGB readable = rgb;
    for (int step = 1; step <= STEPS && !isReadable(readable, grounds); step++) {
      readable = mixed(towards, rgb, (double) step / STEPS);
    }
    return readable;
  }

  private boolean isReadable(RGB rgb, List<RGB> grounds) {
    return grounds.stream().allMatch(ground -> contrast(rgb, ground) >= least());
  }

  static RGB parse(String hue) {
    int rgb = Integer.parseInt(hue.substring(1), 16);
    return new RGB(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
  }

  private static RGB mixed(RGB one, RGB other, double share) {
    return new RGB(
        (int) Math.round(one.red * share + other.red * (1 - share)),
        (int) Math.round(one.green * share + other.green * (1 - share)),
        (int) Math.round(one.blue * share + other.blue * (1 - share)));
  }

  private static double distance(RGB one, RGB other) {
    return Math.hypot(
        Math.hypot(one.red - other.red, one.green - other.green), one.blue - other.blue);
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
}
