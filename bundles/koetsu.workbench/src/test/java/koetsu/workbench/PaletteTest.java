package koetsu.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.graphics.RGB;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Success criterion 1.4.3 of WCAG 2.1 for every pair of colours that text is drawn in. */
class PaletteTest {
  /** A hue of every kind that a profile may give a field or a section. */
  private static final List<String> HUES =
      List.of(
          "#0072B2", "#E69F00", "#56B4E9", "#009E73", "#F0E442", "#D55E00", "#CC79A7", "#000000",
          "#FFFFFF", "#808080", "#FF0000", "#00FF00", "#0000FF");

  private record Look(String name, Palette palette, double least) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Look> looks() {
    List<Look> looks = new ArrayList<>();
    RGB white = new RGB(255, 255, 255);
    RGB black = new RGB(0, 0, 0);
    for (String annotations : List.of("", "safe", "strong", "grey", "lines")) {
      // list background, list foreground and panel of GTK's Adwaita, its dark form and HighContrast
      for (boolean contrast : List.of(false, true)) {
        String as = annotations + (contrast ? " with contrast" : "");
        double least = contrast ? 7 : 4.5;
        looks.add(
            new Look(
                "light " + as,
                new Palette(white, black, new RGB(0xf6, 0xf5, 0xf4), contrast, annotations),
                least));
        looks.add(
            new Look(
                "grey text " + as,
                new Palette(
                    white,
                    new RGB(0x2e, 0x34, 0x36),
                    new RGB(0xe8, 0xe8, 0xe7),
                    contrast,
                    annotations),
                least));
        looks.add(
            new Look(
                "dark " + as,
                new Palette(
                    new RGB(0x2d, 0x2d, 0x2d),
                    white,
                    new RGB(0x35, 0x35, 0x35),
                    contrast,
                    annotations),
                least));
        looks.add(
            new Look(
                "black " + as,
                new Palette(black, white, new RGB(0x1a, 0x1a, 0x1a), contrast, annotations),
                least));
      }
    }
    return looks;
  }

  @ParameterizedTest
  @MethodSource("looks")
  void textOnEveryGroundCanBeRead(Look look) {
    Palette palette = look.palette();
    List<RGB> inks =
        new ArrayList<>(
            List.of(
                palette.foreground(),
                palette.dim(),
                palette.accent(),
                palette.good(),
                palette.warning(),
                palette.error()));
    for (RGB ground :
        List.of(palette.background(), palette.panel(), palette.current(), palette.currentLine())) {
      for (RGB ink : inks) {
        assertReadable(ink, ground, look);
      }
    }
    for (String hue : HUES) {
      assertReadable(palette.hue(hue), palette.background(), look);
      assertReadable(palette.hue(hue), palette.panel(), look);
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void textOnTheTintOfAValueCanBeRead(Look look) {
    for (String hue : HUES) {
      for (double share : new double[] {0.07, 0.15, 0.3, 0.55, 1}) {
        assertReadable(look.palette().foreground(), look.palette().tint(hue, share), look);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("looks")
  void aTintIsSeenUnlessItIsSwitchedOff(Look look) {
    boolean off = look.name().contains("lines");
    for (String hue : HUES.subList(0, 7)) {
      assertEquals(
          off, look.palette().tint(hue, 0.3).equals(look.palette().background()), look + hue);
    }
  }

  private static void assertReadable(RGB ink, RGB ground, Look look) {
    double contrast = Palette.contrast(ink, ground);
    assertTrue(contrast >= look.least(), look + ": " + ink + " on " + ground + " has " + contrast);
  }
}
