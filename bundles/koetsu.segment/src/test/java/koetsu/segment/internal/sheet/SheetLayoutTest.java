package koetsu.segment.internal.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import koetsu.segment.internal.Layouts;
import org.junit.jupiter.api.Test;

class SheetLayoutTest {
  private static final String SHEET = "橋の見守り支援事業\n\n事業の内容\n\n事業目的\n\n橋を見守る。\n\n";
  private static final String PAGE = "⚫ 橋を見守る町を支えます。\n\nお問合せ先：架空省 橋梁局 点検課\n\n中小企業\n\n";

  @Test
  void fitsSheetsTheBetterTheMoreThereAre() {
    assertTrue(fits(SHEET) > 0.6);
    assertTrue(fits(SHEET.repeat(10)) > 0.9);
  }

  @Test
  void doesNotFitACatalogueWhosePagesEachEndInAnEnquiryLine() {
    assertTrue(fits(PAGE.repeat(10)) < 0.1);
    assertTrue(fits(SHEET + PAGE.repeat(20)) < 0.2);
  }

  @Test
  void doesNotFitOtherTextsOrNothing() {
    assertEquals(0, fits("拝啓\n\n橋の見守りについてお知らせします。\n"));
    assertEquals(0, fits(""));
  }

  private static double fits(String text) {
    return new SheetSegmenter().fits(Layouts.context(text));
  }
}
