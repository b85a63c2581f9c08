package koetsu.check.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import koetsu.api.document.Span;
import koetsu.api.record.Section;
import org.junit.jupiter.api.Test;

class SectionValidatorTest {
  /** Sheets of one line, of which some lack the outcome and all lack the purpose. */
  private static Sheets family(int size, int lacking) {
    Sheets sheets = new Sheets("a.txt", "一行\n".repeat(size));
    for (int i = 0; i < size; i++) {
      Span line = new Span(3 * i, 3 * i + 2);
      List<Section> sections =
          i < lacking ? List.of() : List.of(new Section("outcome", List.of(), List.of(line)));
      sheets.record("r" + i, null, line, Map.of(), sections);
    }
    return sheets;
  }

  @Test
  void theOneWithoutWhatAllOthersHaveIsFound() {
    assertEquals(List.of("一行"), family(20, 1).found(new SectionValidator()));
  }

  @Test
  void whatIsNotAlwaysThereIsNotMissed() {
    assertEquals(List.of(), family(20, 5).found(new SectionValidator()));
  }

  @Test
  void aSmallFamilyTeachesNothing() {
    assertEquals(List.of(), family(9, 1).found(new SectionValidator()));
  }
}
