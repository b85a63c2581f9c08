package koetsu.measure.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.measure.agreement.AgreementFigure.Measure;
import koetsu.measure.internal.Bootstrap;
import koetsu.measure.internal.DoubleReviewCount;
import koetsu.measure.internal.DoubleReviewCount.Stretch;
import koetsu.measure.internal.DoubleReviewCount.Twins;

/** Computes how far two reviewers agree. */
public final class Agreement {
  private final Profile profile;
  private final List<DoubleReviewCount> documents;
  private final List<Twins> twins = new ArrayList<>();
  private final long lone;
  private final List<AgreementFigure> figures = new ArrayList<>();

  private Agreement(Profile profile, List<DoubleReview> documents) {
    this.profile = profile;
    this.documents = documents.stream().map(d -> new DoubleReviewCount(profile, d)).toList();
    this.documents.forEach(d -> twins.addAll(d.twins()));
    this.lone = this.documents.stream().mapToLong(DoubleReviewCount::lone).sum();
  }

  /** Every figure, the fields in the profile's order. The same input gives the same figures. */
  public static List<AgreementFigure> of(Profile profile, List<DoubleReview> documents) {
    return new Agreement(profile, documents).figures();
  }

  private List<AgreementFigure> figures() {
    records();
    boundaries();
    kinds();
    spans(AgreementFigure.ALL);
    profile.fields().forEach(f -> spans(f.id()));
    continuum(Measure.SPAN_ALPHA, AgreementFigure.ALL, Twins::fieldsPerCharacter);
    for (FieldDefinition field : profile.fields()) {
      continuum(Measure.SPAN_ALPHA, field.id(), t -> t.fieldPerCharacter(field.id()));
    }
    continuum(Measure.SECTION_ALPHA, AgreementFigure.ALL, Twins::sectionsPerCharacter);
    profile.fields().forEach(this::values);
    return figures;
  }

  private void records() {
    // Each record of either is a unit to resample; twins are two that belong together.
    int pairs = twins.size();
    int clusters = pairs + (int) lone;
    add(
        Measure.RECORD_F1,
        AgreementFigure.ALL,
        clusters,
        weights -> {
          long common = 0;
          long alone = 0;
          for (int i = 0; i < clusters; i++) {
            if (i < pairs) {
              common += weights[i];
            } else {
              alone += weights[i];
            }
          }
          return ratio(2 * common, 2 * common + alone);
        },
        2L * pairs + lone,
        0);
  }

  private void boundaries() {
    List<Stretch> stretches = documents.stream().flatMap(d -> d.stretches().stream()).toList();
    long units = stretches.stream().mapToLong(Stretch::potential).sum();
    add(
        Measure.BOUNDARY_SIMILARITY,
        AgreementFigure.ALL,
        stretches.size(),
        weights -> sum(stretches, weights).similarity(),
        units,
        lone);
    add(
        Measure.BOUNDARY_KAPPA,
        AgreementFigure.ALL,
        stretches.size(),
        weights -> {
          Stretch sum = sum(stretches, weights);
          return CohenKappa.beyondChance(sum.similarity(), sum.chance());
        },
        units,
        lone);
  }

  private static Stretch sum(List<Stretch> stretches, int[] weights) {
    Stretch sum = Stretch.NONE;
    for (int i = 0; i < weights.length; i++) {
      sum = sum.plus(stretches.get(i), weights[i]);
    }
    return sum;
  }

  private void kinds() {
    add(
        Measure.KIND_KAPPA,
        AgreementFigure.ALL,
        twins.size(),
        weights -> {
          CohenKappa kappa = new CohenKappa();
          for (int i = 0; i < weights.length; i++) {
            kappa.add(twins.get(i).one().kind(), twins.get(i).other().kind(), weights[i]);
          }
          return kappa.kappa();
        },
        twins.size(),
        lone);
  }

  private void spans(String field) {
    List<DoubleReviewCount.Spans> counts = twins.stream().map(t -> t.spans(field)).toList();
    add(
        Measure.SPAN_F1,
        field,
        counts.size(),
        weights -> {
          long common = 0;
          long all = 0;
          for (int i = 0; i < weights.length; i++) {
            common += (long) weights[i] * counts.get(i).common();
            all += (long) weights[i] * (counts.get(i).one() + counts.get(i).other());
          }
          return ratio(2 * common, all);
        },
        counts.stream().mapToLong(c -> c.one() + c.other()).sum(),
        counts.stream().mapToLong(DoubleReviewCount.Spans::placeless).sum());
  }

  private void continuum(
      Measure measure, String item, Function<Twins, Map<List<String>, Integer>> labels) {
    List<Map<List<String>, Integer>> counts = twins.stream().map(labels).toList();
    Krippendorff<String> alpha = Krippendorff.nominal();
    add(
        measure,
        item,
        counts.size(),
        weights -> {
          alpha.clear();
          for (int i = 0; i < weights.length; i++) {
            int weight = weights[i];
            counts.get(i).forEach((unit, times) -> alpha.add(unit, (long) weight * times));
          }
          return alpha.alpha();
        },
        counts.stream().flatMap(c -> c.values().stream()).mapToLong(n -> n).sum(),
        lone);
  }

  private void values(FieldDefinition field) {
    List<List<List<Object>>> units = twins.stream().map(t -> t.values(field)).toList();
    Krippendorff<List<Object>> alpha = new Krippendorff<>(FieldDistance.of(field));
    add(
        Measure.VALUE_ALPHA,
        field.id(),
        units.size(),
        weights -> {
          alpha.clear();
          for (int i = 0; i < weights.length; i++) {
            alpha.add(units.get(i), weights[i]);
          }
          return alpha.alpha();
        },
        units.size(),
        lone);
  }

  private static OptionalDouble ratio(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }

  private void add(
      Measure measure,
      String item,
      int clusters,
      Function<int[], OptionalDouble> statistic,
      long units,
      long excluded) {
    figures.add(
        new AgreementFigure(measure, item, Bootstrap.of(clusters, statistic), units, excluded));
  }
}
