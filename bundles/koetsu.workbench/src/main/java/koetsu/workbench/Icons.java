package koetsu.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.StringTokenizer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageDataProvider;
import org.eclipse.swt.graphics.PaletteData;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Display;

/**
 * The icons: outlines on a grid of 16 × 16 in the path language of SVG ({@code M L C Z}, absolute
 * co-ordinates, and {@code O x y r} for a circle), drawn in any colour and size. Drawing them
 * ourselves spares the start of the window an SVG library.
 */
public final class Icons {
  private static final int GRID = 16;

  private final Display display;
  private final Properties outlines = new Properties();
  private final Map<String, Image> images = new HashMap<>();

  public Icons(Display display) {
    this.display = display;
    try (InputStream in = Icons.class.getResourceAsStream("icons.properties")) {
      outlines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An image of 16 × 16 points, sharp on every screen; belongs to the window. */
  public Image image(String name, Color colour) {
    return images.computeIfAbsent(
        name + colour.getRGB(),
        key -> new Image(display, (ImageDataProvider) zoom -> data(name, colour.getRGB(), zoom)));
  }

  private ImageData data(String name, RGB rgb, int zoom) {
    int size = GRID * zoom / 100;
    // drawn in black on white, then turned into a colour with an alpha channel
    Image ink =
        new Image(display, new ImageData(size, size, 24, new PaletteData(0xff0000, 0xff00, 0xff)));
    try {
      GC gc = new GC(ink);
      gc.setBackground(display.getSystemColor(SWT.COLOR_WHITE));
      gc.fillRectangle(0, 0, size, size);
      draw(gc, name, 0, 0, size, display.getSystemColor(SWT.COLOR_BLACK));
      gc.dispose();
      ImageData drawn = ink.getImageData(100);
      ImageData data = new ImageData(size, size, 24, new PaletteData(0xff0000, 0xff00, 0xff));
      int[] row = new int[size];
      byte[] alphas = new byte[size];
      int[] pixels = new int[size];
      Arrays.fill(pixels, rgb.red << 16 | rgb.green << 8 | rgb.blue);
      for (int y = 0; y < size; y++) {
        drawn.getPixels(0, y, size, row, 0);
        for (int x = 0; x < size; x++) {
          int green = (row[x] & drawn.palette.greenMask) >>> -drawn.palette.greenShift;
          alphas[x] = (byte) (255 - green);
        }
        data.setAlphas(0, y, size, alphas, 0);
        data.setPixels(0, y, size, pixels, 0);
      }
      return data;
    } finally {
      ink.dispose();
    }
  }

  /** Draws an icon into a square of {@code size} points. */
  public void draw(GC gc, String name, int x, int y, int size, Color colour) {
    String outline = outlines.getProperty(name);
    if (outline == null) {
      throw new IllegalArgumentException("no icon " + name);
    }
    boolean filled = outline.startsWith("fill ");
    Path path = new Path(display);
    Transform transform = new Transform(display);
    Transform before = new Transform(display);
    try {
      trace(new StringTokenizer(filled ? outline.substring(5) : outline, " ,"), path);
      gc.getTransform(before);
      gc.getTransform(transform);
      transform.translate(x, y);
      transform.scale((float) size / GRID, (float) size / GRID);
      gc.setTransform(transform);
      gc.setAntialias(SWT.ON);
      if (filled) {
        gc.setBackground(colour);
        gc.fillPath(path);
      } else {
        gc.setForeground(colour);
        gc.setLineWidth(0);
        gc.setLineAttributes(
            new org.eclipse.swt.graphics.LineAttributes(1.5f, SWT.CAP_ROUND, SWT.JOIN_ROUND));
        gc.drawPath(path);
      }
      gc.setTransform(before);
      gc.setLineWidth(1);
    } finally {
      before.dispose();
      transform.dispose();
      path.dispose();
    }
  }

  private static void trace(StringTokenizer tokens, Path path) {
    while (tokens.hasMoreTokens()) {
      switch (tokens.nextToken()) {
        case "M" -> path.moveTo(number(tokens), number(tokens));
        case "L" -> path.lineTo(number(tokens), number(tokens));
        case "C" ->
            path.cubicTo(
                number(tokens),
                number(tokens),
                number(tokens),
                number(tokens),
                number(tokens),
                number(tokens));
        case "O" -> {
          float x = number(tokens);
          float y = number(tokens);
          float r = number(tokens);
          path.addArc(x - r, y - r, 2 * r, 2 * r, 0, 360);
        }
        case "Z" -> path.close();
        default -> throw new IllegalArgumentException("not an outline");
      }
    }
  }

  private static float number(StringTokenizer tokens) {
    return Float.parseFloat(tokens.nextToken());
  }

  public void dispose() {
    images.values().forEach(Image::dispose);
  }
}
