package koetsu.itests.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import koetsu.api.record.Value;
import koetsu.measure.Baseline;
import koetsu.measure.LedgerItem;
import koetsu.measure.RegressionReport;
import koetsu.measure.Verdict;
import org.junit.jupiter.api.Test;

class GuardTest {
  private static LedgerItem item(LedgerItem.Outcome outcome, Value expected, Value actual) {
    return new LedgerItem(
        outcome, "a.txt", 3, "r1", "cap", false, "x", expected, actual, null, null, null, false,
        List.of(), null);
  }

  private static RegressionReport report(LedgerItem... items) {
    return new RegressionReport(
        List.of(items),
        List.of(),
        List.of(),
        new RegressionReport.RecordsExact(0, 1),
        Map.of(),
        20,
        new Verdict(List.of()),
        false,
        List.of(),
        new Baseline("p", "", Map.of(), List.of(), List.of()));
  }

  private static final Value SECRET = Value.of("秘密の文");

  @Test
  void aGuardHoldsWhatIsRightWithoutItsText() {
    Guard guard =
        Guard.of(
            report(
                item(LedgerItem.Outcome.RIGHT, SECRET, SECRET),
                item(LedgerItem.Outcome.STILL_WRONG, Value.of("他"), null)),
            "first");
    assertEquals(1, guard.right().size());
    String lines = String.join("\n", guard.lines());
    assertTrue(lines.contains("a.txt\tr1\tcap\t-\t"), lines);
    assertFalse(lines.contains("秘密"), lines);
    assertEquals(guard.right().keySet(), Guard.read(guard.lines()).right().keySet());
    assertEquals("first", Guard.read(guard.lines()).reason());
  }

  @Test
  void slotsOfAWrongValueMayBeRight() {
    Value expected = Value.of(Map.of("years", 5L, "start", 2024L));
    Value actual = Value.of(Map.of("years", 5L, "start", 2023L));
    RegressionReport report = report(item(LedgerItem.Outcome.STILL_WRONG, expected, actual));
    List<String> right = new ArrayList<>(Guard.items(report, false).keySet());
    assertEquals(1, right.size());
    assertTrue(right.get(0).contains("\tyears\t"), right.get(0));
    assertEquals(2, Guard.items(report, true).size());
  }

  @Test
  void twoEqualValuesAreTwoItems() {
    LedgerItem right = item(LedgerItem.Outcome.RIGHT, SECRET, SECRET);
    assertEquals(2, Guard.items(report(right, right), false).size());
  }
}
