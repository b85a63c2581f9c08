package koetsu.segment.internal.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import koetsu.api.text.FoldedText;
import koetsu.segment.internal.Layouts;
import koetsu.segment.internal.LineFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetReaderTest {
  private final LineFolder folder = new LineFolder(Layouts.profile(), Layouts.text());
  private final BudgetReader reader = new BudgetReader(SheetWords.of(Layouts.profile(), folder));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "令和8年度予算（案） 1.5億円（1.8億円）",
        "## 令和８年度予算（案）　1.5億円（新規）",
        "令和6年度予算案額 **12億円（11億円）**",
        "令和7年度補正予算額： 320億円",
        "令和7年度補正予算額 1,200憶円（一部GX 300億円）",
        "国庫債務負担行為含め総額 **80億円** ※令和7年度予算額8億円（新規）",
        "令和8年度予算（案） 4.0億円（4.0億円）※20億円の内数",
        "令和6年度予算案額 3.3億円（2.1億円） ※架空機構交付金を含む",
        "R8当初予算案 15百万円",
        "2026年度予算額 15百万円",
        "令和7年度予備費予算額 -億円",
        "令和7年度予算額9.0億円",
        "令和8年度予算（案） 架空機構交付金 12億円の内数",
        "令和8年度予算（案） 架空機構交付金の内数",
      })
  void recognisesBudgetsByWhatTheyAreMadeOf(String line) {
    BudgetPrint budget = read(line).orElseThrow();
    assertTrue(budget.amount());
    assertFalse(budget.title());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "令和7年度予算額 8億円を使って橋を直す。",
        "令和7年度予算額8億円を活用し、町の橋を直す",
        "売上高100億円を目指す企業の設備投資",
        "補助上限額 5億円",
        "- 令和4年度(補正)配分額：12.5億円",
        "令和5年度から令和9年度までの5年間の事業",
        "予算の範囲で橋を直す",
        "令和5年度補正予算により造成した基金10億円",
        "一件当たり300万円",
        "・窯元が借りた資金の総額：15億円（令和9年度末、累計）",
      })
  void leavesOtherMoneyAlone(String line) {
    assertEquals(Optional.empty(), read(line));
  }

  @Test
  void readsALabelWhoseAmountStandsOnTheNextLine() {
    BudgetPrint budget = read("令和7年度補正予算額:").orElseThrow();
    assertFalse(budget.amount());
    assertTrue(reader.isAmount(folder.fold("１２０億円").text()));
    assertTrue(reader.isAmount(folder.fold("600億円 ※内数(298億円)").text()));
    assertFalse(reader.isAmount(folder.fold("120億円を使う").text()));
  }

  @Test
  void keepsATitleOnTheSameLineApart() {
    String line = "# 橋の点検を進める事業(2) 令和8年度予算（案） 0.4億円（新規）";
    BudgetPrint budget = read(line).orElseThrow();
    assertEquals("橋の点検を進める事業(2)", budget.before());
    assertEquals("令和8年度予算（案） 0.4億円（新規）", line.substring(budget.label()));
  }

  private Optional<BudgetPrint> read(String line) {
    FoldedText folded = folder.fold(line);
    return reader.read(folded, LineWords.begin(folded));
  }
}
