package koetsu.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  private static final Calibration CALIBRATION =
      new Calibration(
          Map.of(
              "house#cap",
              List.of(new Calibration.Knot(0.6, 0.5), new Calibration.Knot(0.8, 0.9)),
              "house#*",
              List.of(new Calibration.Knot(0.9, 0.7))));

  private static Double calibrated(String source, String field, Double raw) {
    FieldValue value =
        new FieldValue(Value.of("x"), null, List.of(), raw, source, Status.MACHINE, null, Map.of());
    return CALIBRATION.apply(field, value).confidence();
  }

  @Test
  void betweenItsPointsACurveIsStraightAndOutsideLevel() {
    assertEquals(0.7, calibrated("house/1#r", "cap", 0.7), 1e-9);
    assertEquals(0.5, calibrated("house/1#r", "cap", 0.1), 1e-9);
    assertEquals(0.9, calibrated("house/1#r", "cap", 1.0), 1e-9);
  }

  @Test
  void fieldsWithoutACurveShareOneAndStrangersKeepTheirConfidence() {
    assertEquals(0.7, calibrated("house/1#r", "name", 0.3), 1e-9);
    assertEquals(0.3, calibrated("guest/1#r", "cap", 0.3), 1e-9);
    assertEquals(null, calibrated("house/1#r", "cap", null));
    assertEquals(0.3, calibrated(null, "cap", 0.3), 1e-9);
  }

  @Test
  void aFileHoldsTheCurves() throws Exception {
    assertEquals(CALIBRATION, Calibration.read(CALIBRATION.toBytes(), "c.json"));
  }

  @Test
  void aDamagedFileSaysWhere() {
    String json = "{\"schema\": \"koetsu.calibration/1\", \"curves\": {\"a#b\": []}}";
    FormatException e =
        assertThrows(
            FormatException.class,
            () -> Calibration.read(json.getBytes(StandardCharsets.UTF_8), "c.json"));
    assertEquals("c.json: curves.a#b is a curve without a point", e.getMessage());
  }
}
