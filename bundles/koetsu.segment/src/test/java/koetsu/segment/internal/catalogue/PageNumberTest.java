package koetsu.segment.internal.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageNumberTest {
  @ParameterizedTest
  @CsvSource({"7,7", "112,112", "-12-,12", "P.12,12", "p8,8", "12ページ,12", "12頁,12", "12/155,12"})
  void readsTheNumberInWhateverDress(String folded, int number) {
    assertEquals(number, PageNumber.of(folded));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "-", "P", "1234", "12円", "12%", "1/2以内", "12/", "12-1", "2/3", "10/10"})
  void leavesOtherNumbersAlone(String folded) {
    assertEquals(-1, PageNumber.of(folded));
  }
}
