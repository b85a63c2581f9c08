package koetsu.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.text.Normalizer;
import java.util.Random;
import koetsu.api.text.FoldedText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldTest {
  private static FoldedText fold(String text) {
    return new JapaneseText().fold(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ＡＢＣ１２３（案）％|ABC123(案)%",
        "ｶﾞｷﾞﾊﾟｱ|ガギパア",
        "①㈱㎏½Ⅱ㋿|①㈱㎏½Ⅱ㋿",
        "か\u3099 𠮷|か\u3099 𠮷",
        "￥￠|¥¢"
      })
  void widthsFoldAndCompoundMarksStay(String text, String folded) {
    assertEquals(folded, fold(text).text());
  }

  @Test
  void theMapLeadsBackToTheOriginal() {
    FoldedText folded = fold("Ａｶﾞ𠮷ｱ");
    assertEquals("Aガ𠮷ア", folded.text());
    assertArrayEquals(new int[] {0, 1, 3, 4, 5, 6}, folded.origins());
    assertEquals(6, folded.origin(5));
  }

  @Test
  void foldingIsNfkcForWhatOnlyDiffersInWidth() {
    Random random = new Random(3);
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 40; i++) {
        text.append((char) (0xFF01 + random.nextInt(0xFF9D - 0xFF01)));
      }
      FoldedText folded = fold(text.toString());
      assertEquals(Normalizer.normalize(text, Normalizer.Form.NFKC), folded.text());
      assertEquals(folded.text(), fold(folded.text()).text());
      for (int i = 1; i <= folded.text().length(); i++) {
        assertTrue(folded.origins()[i - 1] <= folded.origins()[i]);
      }
    }
  }
}
