package koetsu.check.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateValidatorTest {
  private static List<String> found(String rate) {
    Sheets sheets = new Sheets("a.txt", rate + "\n");
    sheets.record("r1", rate, Map.of("subsidyRate", List.of(sheets.text(rate))));
    return sheets.found(new RateValidator());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1/2", "10/10", "定額", "45%", "100%", "3割", "3分の2", "０.５％"})
  void aShareOfTheCostIsFine(String rate) {
    assertEquals(List.of(), found(rate));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3/2", "0/3", "1/0", "450%", "13割", "2分の3"})
  void moreThanTheCostOrNothingIsFound(String rate) {
    assertEquals(List.of(rate), found(rate));
  }

  private static List<String> printed(String line) {
    Sheets sheets = new Sheets("a.txt", line + "\n");
    sheets.record("r1", line, Map.of());
    return sheets.found(new RateValidator());
  }

  @ParameterizedTest
  @ValueSource(strings = {"補助率：3/2", "補助率：1/2、３／２", "補助（3/2以内）", "国費率：450%"})
  void whatIsPrintedAsARateAndIsNoneIsFound(String line) {
    assertEquals(1, printed(line).size(), line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"補助率：1/2、2/3以内", "補助（10/10）", "前年度比：150%", "3/2に始まる補助", "補助率は2024/7/1に定める"})
  void otherNumbersAreFine(String line) {
    assertEquals(List.of(), printed(line));
  }
}
