package koetsu.segment.internal.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import koetsu.api.record.Problem;
import koetsu.segment.internal.Layouts;
import org.junit.jupiter.api.Test;

class PageNumberCheckTest {
  private static String sheet(String number) {
    return """
         水車の羽を直す事業

        ⚫ 川沿いの水車の羽を直し、粉をひく音を町に戻します。

        お問合せ先：水車課（03-0000-9001）

        中小企業

        ６．水を使う
        """
        + (number.isEmpty() ? "" : "\n" + number + "\n");
  }

  private static List<Problem> problems(String... numbers) {
    StringBuilder text = new StringBuilder();
    for (String number : numbers) {
      text.append(sheet(number));
    }
    return new CatalogueSegmenter().segment(Layouts.context(text.toString())).problems();
  }

  @Test
  void saysNothingWherePagesAreNumberedAsTheyWereFound() {
    assertEquals(List.of(), problems("4", "", "6", "7"));
  }

  @Test
  void saysWhereFewerPagesWereFoundThanAreNumbered() {
    List<Problem> problems = problems("4", "5", "9", "10");
    assertEquals(1, problems.size());
    assertEquals(Problem.Severity.INFO, problems.get(0).severity());
    assertEquals(
        "From the page numbered 5 to the one numbered 9 there are 1 pages instead of 4; check where sheets begin"
            + " there.",
        problems.get(0).message());
  }

  @Test
  void warnsWhereMorePagesWereFoundThanAreNumbered() {
    assertEquals(Problem.Severity.WARNING, problems("4", "5", "", "6", "7").get(0).severity());
  }

  @Test
  void trustsNoNumberThatStandsAlone() {
    assertEquals(List.of(), problems("4", "5", "88", "7"));
  }
}
