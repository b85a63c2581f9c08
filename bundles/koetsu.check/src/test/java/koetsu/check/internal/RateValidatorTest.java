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
}
