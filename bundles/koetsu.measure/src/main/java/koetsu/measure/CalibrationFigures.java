package koetsu.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far confidence tells right values from wrong ones.
 *
 * @param field a field, or {@link Score#ALL}
 * @param support number of values
 * @param wrong how many of them are wrong
 * @param error expected calibration error: mean distance of confidence and share of right values
 *     over ten bins of equal width, weighted by their values
 * @param caught wrong values among the least sure tenth; ties count in proportion
 * @param chance what a constant predictor catches: a tenth
 */
public record CalibrationFigures(
    String field, int support, int wrong, double error, double caught, double chance) {
  private static final int BINS = 10;

  /** The figures of each field, then of all fields together. */
  public static List<CalibrationFigures> of(List<Judgement> judgements) {
    Map<String, List<Judgement>> fields =
        judgements.stream()
            .filter(j -> j.value().confidence() != null)
            .collect(Collectors.groupingBy(Judgement::field, TreeMap::new, Collectors.toList()));
    List<CalibrationFigures> figures = new ArrayList<>();
    fields.forEach((field, group) -> figures.add(of(field, group)));
    figures.add(of(Score.ALL, fields.values().stream().flatMap(List::stream).toList()));
    return figures;
  }

  private static CalibrationFigures of(String field, List<Judgement> group) {
    int wrong = (int) group.stream().filter(j -> !j.right()).count();
    return new CalibrationFigures(
        field, group.size(), wrong, error(group), caught(group), wrong / 10.0);
  }

  private static double error(List<Judgement> group) {
    double[] sure = new double[BINS];
    double[] right = new double[BINS];
    for (Judgement judgement : group) {
      int bin = Math.min(BINS - 1, (int) (judgement.value().confidence() * BINS));
      sure[bin] += judgement.value().confidence();
      right[bin] += judgement.right() ? 1 : 0;
    }
    double distance = 0;
    for (int bin = 0; bin < BINS; bin++) {
      distance += Math.abs(sure[bin] - right[bin]);
    }
    return group.isEmpty() ? 0 : distance / group.size();
  }

  private static double caught(List<Judgement> group) {
    TreeMap<Double, List<Judgement>> levels =
        group.stream()
            .collect(
                Collectors.groupingBy(
                    j -> j.value().confidence(), TreeMap::new, Collectors.toList()));
    double room = group.size() / 10.0;
    double caught = 0;
    for (List<Judgement> level : levels.values()) {
      double taken = Math.min(room, level.size());
      caught += taken * level.stream().filter(j -> !j.right()).count() / level.size();
      room -= taken;
    }
    return caught;
  }

  /** A table of figures with one line each. */
  public static String table(List<CalibrationFigures> figures) {
    StringBuilder out =
        new StringBuilder(
            String.format(
                "%-14s %8s %6s %7s %26s %9s%n",
                "field", "support", "wrong", "ECE", "wrong in least sure tenth", "constant"));
    for (CalibrationFigures row : figures) {
      out.append(
          String.format(
              Locale.ROOT,
              "%-14s %8d %6d %7.4f %26.1f %9.1f%n",
              row.field(),
              row.support(),
              row.wrong(),
              row.error(),
              row.caught(),
              row.chance()));
    }
    return out.toString();
  }
}
