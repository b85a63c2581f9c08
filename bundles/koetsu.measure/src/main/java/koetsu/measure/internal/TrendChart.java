package koetsu.measure.internal;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import koetsu.measure.Baseline;

/** Runs as two small lines of shares, drawn as SVG. */
final class TrendChart {
  private static final double WIDTH = 340;
  private static final double HEIGHT = 84;
  private static final double LEFT = 26;
  private static final double RIGHT = 34;
  private static final double TOP = 13;
  private static final double BOTTOM = 10;
  private static final double LABEL = 12;
  private static final double APPROVED = 3.2;
  private static final double DOT = 1.4;

  private final StringBuilder out = new StringBuilder();
  private final List<Baseline.Run> runs;
  private final double low;

  private TrendChart(List<Baseline.Run> runs) {
    this.runs = runs;
    double least =
        runs.stream()
            .flatMap(r -> Stream.of(r.soft(), r.exact()))
            .filter(v -> !v.isNaN())
            .min(Double::compare)
            .orElse(0.0);
    this.low = Math.floor(least * 10) / 10;
  }

  /**
   * @param english what the last run is called
   * @param japanese the same
   */
  static String svg(List<Baseline.Run> runs, String english, String japanese) {
    TrendChart chart = new TrendChart(runs);
    chart.draw(english + " / " + japanese);
    return chart.out.toString();
  }

  private void draw(String last) {
    out.append(
        String.format(Locale.ROOT, "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\">", WIDTH, HEIGHT));
    for (double level : new double[] {low, 1}) {
      out.append(
          String.format(
              Locale.ROOT,
              "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>"
                  + "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%.1f</text>",
              LEFT,
              WIDTH - RIGHT,
              y(level),
              y(level),
              LEFT - 5,
              y(level) + 3,
              level));
    }
    Baseline.Run now = runs.get(runs.size() - 1);
    double a = y(now.soft());
    double b = y(now.exact());
    // the two figures at the end keep apart
    double nudge = Math.max(0, (LABEL - Math.abs(a - b)) / 2);
    boolean above = a <= b;
    line("a", Baseline.Run::soft, last, a + (above ? -nudge : nudge));
    line("b", Baseline.Run::exact, last, b + (above ? nudge : -nudge));
    out.append("</svg>");
  }

  private double x(int run) {
    return LEFT + 4 + (WIDTH - LEFT - RIGHT - 8) * run / Math.max(1, runs.size() - 1);
  }

  private double y(double share) {
    return TOP + (HEIGHT - TOP - BOTTOM) * (1 - share) / Math.max(0.1, 1 - low);
  }

  private void line(String kind, ToDoubleFunction<Baseline.Run> share, String last, double label) {
    StringBuilder points = new StringBuilder();
    StringBuilder dots = new StringBuilder();
    for (int i = 0; i < runs.size(); i++) {
      double value = share.applyAsDouble(runs.get(i));
      if (Double.isNaN(value)) {
        continue;
      }
      points.append(String.format(Locale.ROOT, " %.1f,%.1f", x(i), y(value)));
      String reason = i == runs.size() - 1 ? last : runs.get(i).reason();
      dots.append(
          String.format(
              Locale.ROOT,
              "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"><title>%s</title></circle>",
              kind,
              x(i),
              y(value),
              runs.get(i).isApproved() ? APPROVED : DOT,
              Html.escaped(String.format(Locale.ROOT, "%.3f %s", value, reason).strip())));
      if (i == runs.size() - 1) {
        dots.append(
            String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%.3f</text>",
                kind,
                x(i) + 6,
                label + 3,
                value));
      }
    }
    out.append("<polyline class=\"").append(kind).append("\" points=\"");
    out.append(points.toString().strip()).append("\"/>").append(dots);
  }
}
