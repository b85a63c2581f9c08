package koetsu.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.records.Calibration;
import org.junit.jupiter.api.Test;

class CalibratorTest {
  /** Values of one confidence, of which the first few are wrong, each in a record of its own. */
  private static List<Judgement> values(double raw, int count, int wrong) {
    List<Judgement> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      FieldValue value =
          new FieldValue(
              Value.of("x"), null, List.of(), raw, "b/1#r", Status.MACHINE, null, Map.of());
      values.add(new Judgement("d", raw + "-" + i, "cap", value, i >= wrong));
    }
    return values;
  }

  private static List<Judgement> all(List<Judgement> some, List<Judgement> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private static List<Calibration.Knot> curve(List<Judgement> judgements) {
    return Calibrator.fit(judgements).curves().get("b#cap");
  }

  @Test
  void confidenceBecomesTheShareThatWasRight() {
    List<Calibration.Knot> curve = curve(all(values(0.5, 1000, 300), values(0.9, 1000, 100)));
    assertEquals(0.5, curve.get(1).raw());
    assertEquals(0.7, curve.get(1).share(), 0.001);
    assertEquals(0.9, curve.get(2).raw());
    assertEquals(0.9, curve.get(2).share(), 0.001);
  }

  @Test
  void neighboursWhoseSharesFallArePooledAtTheirMean() {
    List<Calibration.Knot> curve = curve(all(values(0.5, 1000, 100), values(0.9, 1000, 300)));
    assertEquals(List.of(0.0, 0.7, 1.0), curve.stream().map(Calibration.Knot::raw).toList());
    assertEquals(0.8, curve.get(1).share(), 0.001);
  }

  @Test
  void valuesOfDifferentConfidenceKeepTheirOrder() {
    Calibration calibration = Calibrator.fit(all(values(0.5, 1000, 100), values(0.9, 1000, 300)));
    assertTrue(calibration.of("b", 0.6) < calibration.of("b", 0.8));
  }

  @Test
  void aFieldOfFewValuesLeansOnAllFields() {
    List<Judgement> few = new ArrayList<>();
    for (Judgement judgement : values(0.9, Calibrator.LEAST_SUPPORT, 0)) {
      few.add(new Judgement("e", judgement.record(), "name", judgement.value(), true));
    }
    Calibration calibration = Calibrator.fit(all(values(0.9, 1000, 200), few));
    double sure = calibration.curves().get("b#name").get(1).share();
    assertTrue(sure > 0.85 && sure < 0.95, () -> "half its own, half the others': " + sure);
  }

  @Test
  void fewValuesMakeNoCurve() {
    assertEquals(Map.of(), Calibrator.fit(values(0.5, Calibrator.LEAST_SUPPORT - 1, 1)).curves());
  }

  @Test
  void figuresTellACalibratedPredictorFromAProudOne() {
    List<Judgement> proud = all(values(0.7, 100, 80), values(0.99, 900, 9));
    CalibrationFigures raw = CalibrationFigures.of(proud).get(0);
    assertEquals(1000, raw.support());
    assertEquals(89, raw.wrong());
    assertEquals(0.05, raw.error(), 0.001);
    assertEquals(80, raw.caught(), 1e-9);
    assertEquals(8.9, raw.chance(), 1e-9);
    CalibrationFigures fitted = CalibrationFigures.of(Calibrator.crossFitted(proud)).get(0);
    assertTrue(fitted.error() < 0.02, fitted::toString);
    assertEquals(80, fitted.caught(), 1e-9);
  }
}
