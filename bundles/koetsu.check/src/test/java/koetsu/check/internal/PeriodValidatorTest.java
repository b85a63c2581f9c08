package koetsu.check.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import koetsu.api.record.Value;
import org.junit.jupiter.api.Test;

class PeriodValidatorTest {
  private static List<String> found(Long start, Long end, Long years) {
    Map<String, Object> slots = new LinkedHashMap<>();
    slots.put("startFiscalYear", start);
    slots.put("endFiscalYear", end);
    slots.put("years", years);
    Sheets sheets = new Sheets("a.txt", "期間\n");
    sheets.record("r1", "期間", Map.of("period", List.of(sheets.value("期間", Value.of(slots)))));
    return sheets.found(new PeriodValidator());
  }

  @Test
  void bothEndsCount() {
    assertEquals(List.of(), found(2023L, 2027L, 5L));
    assertEquals(List.of("期間"), found(2023L, 2027L, 4L));
  }

  @Test
  void aPeriodEndsAfterItStarts() {
    assertEquals(List.of("期間"), found(2027L, 2023L, null));
  }

  @Test
  void whatIsNotPrintedConstrainsNothing() {
    assertEquals(List.of(), found(2023L, 2027L, null));
    assertEquals(List.of(), found(null, null, 5L));
    assertEquals(List.of(), found(2023L, null, 5L));
  }
}
