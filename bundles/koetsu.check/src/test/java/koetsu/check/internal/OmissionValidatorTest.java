package koetsu.check.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import koetsu.api.record.Problem;
import koetsu.api.record.Section;
import org.junit.jupiter.api.Test;

class OmissionValidatorTest {
  private static final String TEXT =
      """
      # 入れ物
      # 目的
      本文は5億円と言う。電話03-1234-5678まで。
      # 知らない見出し
      令和8年度に3億円、補助率1/2
      上限は7億円
      """;

  private final OmissionValidator validator = new OmissionValidator();

  private static Sheets sheets() {
    Sheets sheets = new Sheets("a.txt", TEXT);
    return sheets.record(
        "r1",
        null,
        sheets.of(TEXT.strip()),
        Map.of("cap", List.of(sheets.text("7億円"))),
        List.of(
            new Section(
                "purpose",
                List.of(sheets.of("# 目的")),
                List.of(sheets.of("本文は5億円と言う。電話03-1234-5678まで。")))));
  }

  @Test
  void whatNeitherSectionNorFieldHoldsIsHuntedDown() {
    assertEquals(List.of("令和8年度", "03-1234-5678", "# 知らない見出し"), sheets().found(validator));
  }

  @Test
  void aStretchIsOneFindingHoweverMuchStandsInIt() {
    String message = sheets().validate(validator).get(0).message();
    assertEquals(
        "令和8年度 looks like a year that nothing holds (and 2 more up to the next section);"
            + " add it or pass it",
        message);
  }

  @Test
  void itIsAHintOnly() {
    assertEquals(
        List.of(Problem.Severity.INFO),
        sheets().validate(validator).stream().map(Problem::severity).distinct().toList());
  }
}
