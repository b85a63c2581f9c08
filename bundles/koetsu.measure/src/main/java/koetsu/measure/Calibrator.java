package koetsu.measure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import koetsu.api.record.FieldValue;
import koetsu.records.Calibration;

/**
 * Fits confidence to gold by isotonic regression: pool adjacent violators (Ayer et al. 1955) over
 * the extractors' own confidences, a curve per bundle and field. Each pool is one point at its mean
 * (centred isotonic regression, Oron and Flournoy 2017), so that values of different confidence
 * keep their order; a field's points lean on the curve of all fields of its bundle.
 */
public final class Calibrator {
  /** A field with fewer values has no curve of its own. */
  public static final int LEAST_SUPPORT = 10;

  /** Weight of the overall share of right values in each point: few values prove little. */
  private static final double PRIOR = 1;

  /** Weight of the curve of all fields in each point of a field's own. */
  private static final double LEANING = 8;

  private static final String ALL = '#' + Calibration.ANY;

  private static final int FOLDS = 5;

  private Calibrator() {}

  /** The curves that fit the judgements; their values must not be calibrated already. */
  public static Calibration fit(List<Judgement> judgements) {
    double overall = judgements.stream().mapToDouble(j -> j.right() ? 1 : 0).average().orElse(1);
    Map<String, List<Judgement>> groups = new TreeMap<>();
    for (Judgement judgement : judgements) {
      String bundle = Calibration.bundle(judgement.value());
      if (judgement.value().confidence() != null && !bundle.isEmpty()) {
        for (String field : List.of(judgement.field(), Calibration.ANY)) {
          groups.computeIfAbsent(bundle + '#' + field, k -> new ArrayList<>()).add(judgement);
        }
      }
    }
    Map<String, List<Calibration.Knot>> curves = new TreeMap<>();
    groups.forEach(
        (key, group) -> {
          if (group.size() >= LEAST_SUPPORT && key.endsWith(ALL)) {
            curves.put(key, curve(group, raw -> overall, PRIOR));
          }
        });
    Calibration together = new Calibration(curves);
    groups.forEach(
        (key, group) -> {
          if (group.size() >= LEAST_SUPPORT && !key.endsWith(ALL)) {
            String bundle = key.substring(0, key.indexOf('#'));
            curves.put(key, curve(group, raw -> together.of(bundle, raw), LEANING));
          }
        });
    return new Calibration(curves);
  }

  /**
   * The judgements with the confidence that a fit to the other records gives them: records are
   * dealt in turn into {@value #FOLDS} parts, and each part is calibrated by the rest.
   */
  public static List<Judgement> crossFitted(List<Judgement> judgements) {
    Map<String, Integer> parts = new LinkedHashMap<>();
    for (Judgement judgement : judgements) {
      parts.putIfAbsent(judgement.record(), parts.size() % FOLDS);
    }
    List<Judgement> fitted = new ArrayList<>();
    for (int part = 0; part < FOLDS; part++) {
      int held = part;
      Calibration rest =
          fit(judgements.stream().filter(j -> parts.get(j.record()) != held).toList());
      judgements.stream()
          .filter(j -> parts.get(j.record()) == held)
          .map(j -> applied(rest, j))
          .forEach(fitted::add);
    }
    return fitted;
  }

  private static Judgement applied(Calibration calibration, Judgement judgement) {
    FieldValue value = calibration.apply(judgement.field(), judgement.value());
    return new Judgement(
        judgement.document(), judgement.record(), judgement.field(), value, judgement.right());
  }

  /** Values of one confidence, or of neighbouring ones whose shares would fall. */
  private record Block(double raw, double weight, double right) {
    double share() {
      return right / weight;
    }

    Block with(Block next) {
      double both = weight + next.weight;
      double centre = (raw * weight + next.raw * next.weight) / both;
      return new Block(centre, both, right + next.right);
    }
  }

  /**
   * @param expected share of right values at a confidence, as far as is known without the group
   * @param weight of what is expected, in values
   */
  private static List<Calibration.Knot> curve(
      List<Judgement> group, DoubleUnaryOperator expected, double weight) {
    TreeMap<Double, List<Judgement>> levels =
        group.stream()
            .collect(
                Collectors.groupingBy(
                    j -> j.value().confidence(), TreeMap::new, Collectors.toList()));
    Deque<Block> blocks = new ArrayDeque<>();
    levels.forEach(
        (raw, level) -> {
          long right = level.stream().filter(Judgement::right).count();
          Block block =
              new Block(raw, level.size() + weight, right + weight * expected.applyAsDouble(raw));
          while (!blocks.isEmpty() && blocks.getLast().share() >= block.share()) {
            block = blocks.removeLast().with(block);
          }
          blocks.addLast(block);
        });
    List<Calibration.Knot> knots = new ArrayList<>();
    knots.add(new Calibration.Knot(0, 0));
    for (Block block : blocks) {
      knots.add(new Calibration.Knot(rounded(block.raw()), rounded(block.share())));
    }
    knots.add(new Calibration.Knot(1, 1));
    return knots;
  }

  private static double rounded(double share) {
    return Math.round(share * 10_000) / 10_000.0;
  }
}
