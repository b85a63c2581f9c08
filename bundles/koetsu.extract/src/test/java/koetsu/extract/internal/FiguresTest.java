package koetsu.extract.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import koetsu.api.plugin.FieldExtractor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {
  @ParameterizedTest
  @ValueSource(strings = {"4 5 億円", "0. 8億円", "6 . 2億円", "4 5億円"})
  void blanksBetweenFiguresCostConfidence(String amount) {
    FieldExtractor budgets = new BudgetExtractor();
    double whole = confidence(budgets, "budget | 令和8年度予算（案）：3.2億円");
    double parted = confidence(budgets, "budget | 令和8年度予算（案）：" + amount);
    assertEquals(whole - Figures.DOUBT, parted, 1e-9);
    FieldExtractor caps = new CapExtractor();
    assertTrue(
        confidence(caps, "scheme | 補助上限：3.2億円") > confidence(caps, "scheme | 補助上限：" + amount));
  }

  private static double confidence(FieldExtractor extractor, String line) {
    return Sheets.values(extractor, line).get(0).confidence();
  }
}
