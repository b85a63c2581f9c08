package koetsu.check.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartSumValidatorTest {
  private final PartSumValidator validator = new PartSumValidator();

  private static Sheets family(long whole, long first, long second) {
    Sheets sheets = new Sheets("a.txt", "全体 3.0億円\n甲 1.2億円\n乙 1.8億円\n");
    add(sheets, "r1", null, "全体 3.0億円", whole);
    add(sheets, "r2", "r1", "甲 1.2億円", first);
    add(sheets, "r3", "r1", "乙 1.8億円", second);
    return sheets;
  }

  private static void add(Sheets sheets, String id, String parent, String line, long yen) {
    sheets.record(
        id,
        parent,
        sheets.of(line),
        Map.of("budget", List.of(sheets.budget(line, 2026, yen, null))),
        List.of());
  }

  @Test
  void partsThatSumToTheWholeAreFine() {
    assertEquals(List.of(), family(300_000_000, 120_000_000, 180_000_000).found(validator));
  }

  @Test
  void aDifferenceThatRoundingExplainsIsFine() {
    assertEquals(List.of(), family(300_000_000, 120_000_000, 170_000_000).found(validator));
  }

  @Test
  void aLargerDifferenceIsFoundAtTheWhole() {
    Sheets sheets = family(300_000_000, 120_000_000, 280_000_000);
    assertEquals(List.of("全体 3.0億円"), sheets.found(validator));
    assertTrue(
        sheets.validate(validator).get(0).message().contains("sum to 400,000,000 yen"),
        () -> sheets.validate(validator).get(0).message());
  }

  @Test
  void aPartThatRepeatsTheWholeConstrainsNothing() {
    assertEquals(List.of(), family(300_000_000, 300_000_000, 180_000_000).found(validator));
  }
}
