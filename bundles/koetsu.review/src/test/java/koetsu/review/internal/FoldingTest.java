package koetsu.review.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FoldingTest {
  private static String fold(String content, int width) {
    return Folding.fold(content, width, String::length);
  }

  @Test
  void whatFitsStaysOnOneLine() {
    assertEquals("340,000,000 円 (3.4億円)", fold("340,000,000 円 (3.4億円)", 21));
  }

  @Test
  void anAmountBreaksBeforeTheBracket() {
    assertEquals("340,000,000 円\n(3.4億円)", fold("340,000,000 円 (3.4億円)", 20));
    assertEquals("340,000,000 円\n(3.4億円)", fold("340,000,000 円 (3.4億円)", 5));
  }

  @Test
  void linesAreFilledWithWholeSlots() {
    assertEquals("予算額 · 令和8年度\n(2026) · Draft", fold("予算額 · 令和8年度 (2026) · Draft", 14));
    assertEquals("予算額 · 令和8年度 (2026)\nDraft", fold("予算額 · 令和8年度 (2026) · Draft", 21));
  }

  @Test
  void noDotStandsAtTheEndOfALine() {
    assertEquals("予算額\n令和8年度", fold("予算額 · 令和8年度", 5));
  }
}
