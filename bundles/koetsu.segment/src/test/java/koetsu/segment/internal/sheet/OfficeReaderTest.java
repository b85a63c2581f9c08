package koetsu.segment.internal.sheet;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import koetsu.segment.internal.Layouts;
import koetsu.segment.internal.LineFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeReaderTest {
  private final LineFolder folder = new LineFolder(Layouts.profile(), Layouts.text());
  private final OfficeReader reader = new OfficeReader(SheetWords.of(Layouts.profile(), folder));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "橋梁局点検課",
        "橋梁局 点検課、港湾局 灯台室",
        "(1)(2) 橋梁局点検課",
        "（2）・（3）港湾グループ灯台室",
        "(4) 点検課 (5) 灯台室",
        "港湾庁",
        "橋梁局総務課等",
        "橋梁局点検課（橋守り担当）",
        "担当：橋梁局点検課",
        "（担当：橋梁局点検課）",
        "(2) 橋梁局点検課、",
      })
  void recognisesLinesOfOffices(String line) {
    assertTrue(isOffices(line));
  }

  @ParameterizedTest
  @ValueSource(strings = {"橋の点検を進める事業", "橋梁局が点検する", "国", "民間企業等", "→架空会議事務局", "上限2億円、橋梁局", "。"})
  void takesNothingElseForAnOffice(String line) {
    assertFalse(isOffices(line));
  }

  @Test
  void tellsDivisionsWithTheirBureauFromLooserNames() {
    assertTrue(reader.isFull("橋梁局点検課"));
    assertFalse(reader.isFull("点検課"));
    assertTrue(reader.isUnits("点検課、橋梁局"));
    assertFalse(reader.isUnits("架空会議事務局"));
    assertFalse(reader.isUnits("架空省"));
  }

  private boolean isOffices(String line) {
    return reader.isOffices(folder.fold(line).text());
  }
}
