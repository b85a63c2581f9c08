package koetsu.check.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import koetsu.api.record.Value;
import org.junit.jupiter.api.Test;

class DeadlineValidatorTest {
  private static List<String> found(Long start, Long due) {
    Map<String, Object> period = new HashMap<>();
    period.put("startFiscalYear", start);
    Map<String, Object> target = new HashMap<>();
    target.put("deadlineFiscalYear", due);
    Sheets sheets = new Sheets("a.txt", "期間と目標\n");
    sheets.record(
        "r1",
        "期間と目標",
        Map.of(
            "period", List.of(sheets.value("期間", Value.of(period))),
            "target", List.of(sheets.value("目標", Value.of(target)))));
    return sheets.found(new DeadlineValidator());
  }

  @Test
  void aGoalMayBeDueInTheFirstYear() {
    assertEquals(List.of(), found(2024L, 2024L));
  }

  @Test
  void aGoalBeforeTheStartIsFound() {
    assertEquals(List.of("目標"), found(2024L, 2023L));
  }

  @Test
  void withoutAYearNothingIsSaid() {
    assertEquals(List.of(), found(null, 2023L));
    assertEquals(List.of(), found(2024L, null));
  }
}
