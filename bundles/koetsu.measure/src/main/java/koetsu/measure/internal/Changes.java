package koetsu.measure.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import koetsu.measure.FieldFigures;
import koetsu.measure.RegressionReport;
import koetsu.measure.Tally;
import koetsu.measure.agreement.Estimate;

/** By how much figures changed since the baseline; documents are what chance is thought to draw. */
final class Changes {
  private final Measures measures;
  private final List<Map<String, Pair>> documents = new ArrayList<>();

  /** Counts of one figure, now and when it was approved: 2·right, and what that is a part of. */
  private static final class Pair {
    private long part;
    private long whole;
    private long partBefore;
    private long wholeBefore;

    static Pair of(Tally now, Tally before) {
      Pair pair = new Pair();
      pair.part = 2 * now.right();
      pair.whole = pair.part + now.spurious() + now.missed();
      pair.partBefore = 2 * before.right();
      pair.wholeBefore = pair.partBefore + before.spurious() + before.missed();
      return pair;
    }

    void add(Pair other, int times) {
      part += times * other.part;
      whole += times * other.whole;
      partBefore += times * other.partBefore;
      wholeBefore += times * other.wholeBefore;
    }

    OptionalDouble now() {
      return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
    }

    OptionalDouble before() {
      return wholeBefore == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of((double) partBefore / wholeBefore);
    }
  }

  Changes(Measures measures) {
    this.measures = measures;
  }

  /**
   * One more document.
   *
   * @param rows its figures
   * @param records of it that the baseline knows
   * @param exact of these, how many are right in every field
   * @param exactBefore of these, how many were
   */
  void add(List<FieldFigures> rows, long records, long exact, long exactBefore) {
    Map<String, Pair> document = new LinkedHashMap<>();
    Pair micro = new Pair();
    for (FieldFigures row : rows) {
      Pair pair = Pair.of(row.compared(), row.approved());
      document.put(row.field(), pair);
      if (measures.isField(row.field())) {
        micro.add(pair, 1);
      }
    }
    document.put(RegressionReport.MICRO, micro);
    Pair whole = new Pair();
    whole.part = exact;
    whole.partBefore = exactBefore;
    whole.whole = whole.wholeBefore = records;
    document.put(RegressionReport.EXACT, whole);
    documents.add(document);
  }

  Map<String, Estimate> estimates() {
    Map<String, Estimate> estimates = new LinkedHashMap<>();
    List<String> figures = new ArrayList<>(measures.ids());
    figures.add(RegressionReport.MICRO);
    figures.add(RegressionReport.EXACT);
    for (String figure : figures) {
      estimates.put(figure, Bootstrap.of(documents.size(), weights -> rise(figure, weights)));
    }
    estimates.put(RegressionReport.MACRO, Bootstrap.of(documents.size(), this::riseOfMean));
    return estimates;
  }

  private Pair sum(String figure, int[] weights) {
    Pair sum = new Pair();
    for (int d = 0; d < weights.length; d++) {
      if (weights[d] > 0) {
        sum.add(documents.get(d).get(figure), weights[d]);
      }
    }
    return sum;
  }

  private OptionalDouble rise(String figure, int[] weights) {
    Pair sum = sum(figure, weights);
    return sum.now().isPresent() && sum.before().isPresent()
        ? OptionalDouble.of(sum.now().getAsDouble() - sum.before().getAsDouble())
        : OptionalDouble.empty();
  }

  /** The mean over the fields that have a figure in both. */
  private OptionalDouble riseOfMean(int[] weights) {
    return measures.fields().stream()
        .map(field -> rise(field, weights))
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average();
  }
}
