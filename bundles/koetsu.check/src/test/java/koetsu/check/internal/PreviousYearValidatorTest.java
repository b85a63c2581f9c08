package koetsu.check.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import koetsu.api.record.ParsedDocument;
import org.junit.jupiter.api.Test;

class PreviousYearValidatorTest {
  private final PreviousYearValidator validator = new PreviousYearValidator();

  private static Sheets sheet(String file, String name, String line, long year, Long previous) {
    Sheets sheets = new Sheets(file, name + "\n" + line + "\n");
    long yen = line.startsWith("12") ? 1_200_000_000L : 800_000_000L;
    return sheets.record(
        "r1",
        name + "\n" + line,
        Map.of(
            "name", List.of(sheets.text(name)),
            "budget", List.of(sheets.budget(line, year, yen, previous))));
  }

  private static final ParsedDocument BEFORE =
      sheet("before.txt", "窯の 記録事業", "8億円", 2025, null).parsed();

  @Test
  void theYearBeforeSaysTheSame() {
    Sheets now = sheet("now.txt", "窯の記録事業", "12億円(8億円)", 2026, 800_000_000L);
    assertEquals(List.of(), now.found(validator, BEFORE));
  }

  @Test
  void theYearBeforeSaysSomethingElse() {
    Sheets now = sheet("now.txt", "窯の記録事業", "12億円(6億円)", 2026, 600_000_000L);
    assertEquals(List.of("12億円(6億円)"), now.found(validator, BEFORE));
    assertTrue(now.validate(validator, BEFORE).get(0).message().contains("before.txt, line 2"));
  }

  @Test
  void otherNamesAndOtherYearsAreNotCompared() {
    Sheets other = sheet("now.txt", "灯台の記録事業", "12億円(6億円)", 2026, 600_000_000L);
    assertEquals(List.of(), other.found(validator, BEFORE));
    Sheets later = sheet("now.txt", "窯の記録事業", "12億円(6億円)", 2027, 600_000_000L);
    assertEquals(List.of(), later.found(validator, BEFORE));
  }
}
