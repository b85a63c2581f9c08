package koetsu.check.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class EraValidatorTest {
  private final EraValidator validator = new EraValidator();

  @Test
  void oneYearInBothCalendarsIsFine() {
    assertEquals(
        List.of(), new Sheets("a.txt", "令和８年度（2026年度）まで。2019年（令和元年）から。\n").found(validator));
  }

  @Test
  void twoYearsAreFoundWhicheverStandsInBrackets() {
    assertEquals(
        List.of("令和８年（2025年）", "2018年度(平成29年度)"),
        new Sheets("a.txt", "令和８年（2025年）まで。\n2018年度(平成29年度)から。\n").found(validator));
  }
}
