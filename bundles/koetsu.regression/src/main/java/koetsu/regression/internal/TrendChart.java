package koetsu.regression.internal;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import koetsu.measure.Baseline;
import koetsu.workbench.Theme;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/**
 * The runs as two small lines: soft F1, and records that are exact. Approved ones have large dots.
 */
final class TrendChart {
  private static final String SOFT = "#0072B2";
  private static final String EXACT = "#D55E00";
  private static final int WIDTH = 250;
  private static final int HEIGHT = 46;
  private static final int MARGIN = 6;
  private static final int TOP = 11;
  private static final int APPROVED = 7;
  private static final int DOT = 3;

  /** More runs than these would be one blur. */
  private static final int MOST = 40;

  private final Canvas canvas;
  private final Theme theme;
  private List<Baseline.Run> runs = List.of();

  TrendChart(Composite parent, Theme theme) {
    this.theme = theme;
    this.canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
    canvas.setBackground(theme.background());
    canvas.setData("id", "regression.trend");
    canvas.addListener(SWT.Paint, e -> paint(e.gc));
    canvas.addListener(SWT.MouseMove, e -> canvas.setToolTipText(tip(e.x)));
    canvas
        .getAccessible()
        .addAccessibleListener(
            new AccessibleAdapter() {
              @Override
              public void getName(AccessibleEvent e) {
                e.result = spoken();
              }
            });
  }

  Canvas control() {
    return canvas;
  }

  static Point size() {
    return new Point(WIDTH, HEIGHT);
  }

  /** Shows runs, the last one at the right; a single one is no trend. */
  void show(List<Baseline.Run> shown) {
    List<Baseline.Run> latest = shown.subList(Math.max(0, shown.size() - MOST), shown.size());
    runs = latest.size() < 2 ? List.of() : List.copyOf(latest);
    canvas.redraw();
  }

  private String spoken() {
    return runs.isEmpty() ? Texts.of("trend.none") : tip(runs.size() - 1, runs);
  }

  private String tip(int x) {
    if (runs.isEmpty()) {
      return null;
    }
    Rectangle area = area();
    int step = Math.max(1, area.width / (runs.size() - 1));
    int run = Math.max(0, Math.min(runs.size() - 1, (x - area.x + step / 2) / step));
    return tip(run, runs);
  }

  private static String tip(int run, List<Baseline.Run> runs) {
    Baseline.Run at = runs.get(run);
    String what =
        at.isApproved()
            ? Texts.of("trend.approved", at.reason())
            : Texts.of(run == runs.size() - 1 ? "trend.last" : "trend.run");
    return Texts.of("trend.tip", what, figure(at.soft()), figure(at.exact()));
  }

  private static String figure(double share) {
    return Double.isNaN(share) ? "–" : String.format(Locale.ROOT, "%.3f", share);
  }

  /** Where the lines are; the figures of the last run stand to the right of it. */
  private Rectangle area() {
    Rectangle all = canvas.getClientArea();
    return new Rectangle(MARGIN, TOP, all.width - MARGIN - 44, all.height - 2 * TOP);
  }

  private void paint(GC gc) {
    if (runs.isEmpty()) {
      return;
    }
    gc.setAntialias(SWT.ON);
    gc.setFont(theme.small());
    Rectangle area = area();
    gc.setForeground(theme.line());
    gc.drawLine(area.x, area.y, area.x + area.width, area.y);
    gc.drawLine(area.x, area.y + area.height, area.x + area.width, area.y + area.height);
    double low = low();
    Baseline.Run last = runs.get(runs.size() - 1);
    int apart = gc.getFontMetrics().getHeight();
    int soft = y(area, low, last.soft());
    int exact = y(area, low, last.exact());
    // the two figures at the end keep apart
    int nudge = Math.max(0, (apart - Math.abs(soft - exact) + 1) / 2);
    boolean above = soft <= exact;
    line(gc, area, low, Baseline.Run::exact, theme.hue(EXACT), exact + (above ? nudge : -nudge));
    line(gc, area, low, Baseline.Run::soft, theme.hue(SOFT), soft + (above ? -nudge : nudge));
  }

  /** The least share shown, a tenth below all others. */
  private double low() {
    double least = 1;
    for (Baseline.Run run : runs) {
      for (double share : new double[] {run.soft(), run.exact()}) {
        least = Double.isNaN(share) ? least : Math.min(least, share);
      }
    }
    return Math.max(0, Math.min(0.9, Math.floor(least * 10) / 10));
  }

  private static int y(Rectangle area, double low, double share) {
    double shown = Double.isNaN(share) ? low : share;
    return area.y + (int) Math.round(area.height * (1 - shown) / (1 - low));
  }

  private void line(
      GC gc,
      Rectangle area,
      double low,
      ToDoubleFunction<Baseline.Run> share,
      Color colour,
      int label) {
    gc.setForeground(colour);
    gc.setBackground(colour);
    gc.setLineWidth(1);
    int lastX = -1;
    int lastY = -1;
    for (int i = 0; i < runs.size(); i++) {
      double value = share.applyAsDouble(runs.get(i));
      if (Double.isNaN(value)) {
        continue;
      }
      int x = area.x + area.width * i / (runs.size() - 1);
      int y = y(area, low, value);
      if (lastX >= 0) {
        gc.drawLine(lastX, lastY, x, y);
      }
      int dot = runs.get(i).isApproved() ? APPROVED : DOT;
      gc.fillOval(x - dot / 2, y - dot / 2, dot, dot);
      lastX = x;
      lastY = y;
    }
    double last = share.applyAsDouble(runs.get(runs.size() - 1));
    int height = gc.getFontMetrics().getHeight();
    int top = Math.max(0, Math.min(canvas.getClientArea().height - height, label - height / 2));
    gc.drawText(figure(last), area.x + area.width + 6, top, true);
  }
}
