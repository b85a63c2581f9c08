package koetsu.workbench;

import java.util.HashMap;
import java.util.Map;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Control;

/**
 * Cuts texts to a width, for the toolkit's lists simply stop in the middle of a character. Widths
 * are added up from those of single characters, which costs nothing for ten thousand names.
 */
public final class Ellipsis {
  private static final int SIGN = '…';

  private final Control control;
  private final Map<Integer, Integer> widths = new HashMap<>();

  /**
   * @param control in whose font texts are shown
   */
  public Ellipsis(Control control) {
    this.control = control;
  }

  /** The text, or as much of it as fits together with an ellipsis. */
  public String fit(String text, int width) {
    int used = 0;
    int kept = 0;
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      used += width(character);
      i += Character.charCount(character);
      if (used + width(SIGN) <= width) {
        kept = i;
      }
    }
    return used <= width ? text : text.substring(0, kept).stripTrailing() + "…";
  }

  private int width(int character) {
    return widths.computeIfAbsent(
        character,
        c -> {
          GC gc = new GC(control);
          gc.setFont(control.getFont());
          int width = gc.textExtent(Character.toString(c)).x;
          gc.dispose();
          return width;
        });
  }
}
