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

  /** Stands for all ideographs, which are as wide as each other in a font. */
  private static final int IDEOGRAPH = '字';

  private final Control control;
  private final Map<Integer, Integer> widths = new HashMap<>();

  /** For characters that are seen for the first time; only there while a text is cut. */
  private GC gc;

  /**
   * @param control in whose font texts are shown
   */
  public Ellipsis(Control control) {
    this.control = control;
  }

  /** The text, or as much of it as fits together with an ellipsis. */
  public String fit(String text, int width) {
    if (width == Integer.MAX_VALUE) {
      return text;
    }
    try {
      return cut(text, width);
    } finally {
      if (gc != null) {
        gc.dispose();
        gc = null;
      }
    }
  }

  private String cut(String text, int width) {
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
    int like = Character.isIdeographic(character) ? IDEOGRAPH : character;
    Integer known = widths.get(like);
    if (known == null) {
      if (gc == null) {
        gc = new GC(control);
        gc.setFont(control.getFont());
      }
      known = gc.textExtent(Character.toString(like)).x;
      widths.put(like, known);
    }
    return known;
  }
}
