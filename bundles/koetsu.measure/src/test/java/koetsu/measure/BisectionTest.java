package koetsu.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.load.Documents;
import org.junit.jupiter.api.Test;

class BisectionTest {
  private static final SourceDocument SOURCE = Documents.of("a.txt", "天文課\n港湾課\n海岸課\n");
  private static final List<String> OFFICES = List.of("天文課", "港湾課", "海岸課");

  private int runs;

  private static ParsedRecord said(Predicate<String> office) {
    List<FieldValue> values = new ArrayList<>();
    for (int i = 0; i < OFFICES.size(); i++) {
      if (office.test(OFFICES.get(i))) {
        values.add(
            new FieldValue(
                Value.of(OFFICES.get(i)),
                OFFICES.get(i),
                List.of(new Span(4 * i, 4 * i + 3)),
                0.9,
                "b/1#r",
                Status.MACHINE,
                null,
                Map.of()));
      }
    }
    return new ParsedRecord(
            "g1",
            null,
            "program",
            List.of(new Span(0, 11)),
            Map.of(),
            List.of(),
            RecordState.REVIEWED,
            Map.of())
        .withField("department", values);
  }

  private static RegressionReport held(ParsedRecord said, Baseline baseline) {
    return Regression.run(
        List.of(
            new MeasuredDocument(
                new ParsedDocument(SOURCE, List.of(said), List.of(), List.of()),
                List.of(said(o -> true)),
                List.of(),
                List.of())),
        Profiles.BUDGET,
        Optional.ofNullable(baseline),
        Gate.USUAL);
  }

  /** Which bundle breaks what. */
  private List<String> findings(Set<String> changed, Predicate<Set<String>> losesPort) {
    Baseline good = held(said(o -> true), null).approve("old");
    return new Bisection(
            changed,
            bundles -> {
              runs++;
              return held(
                  said(
                      o ->
                          !(o.equals("天文課") && bundles.contains("stars"))
                              && !(o.equals("港湾課") && losesPort.test(bundles))),
                  good);
            })
        .findings().stream()
            .map(f -> f.item().expected() + " " + f.bundle() + (f.alone() ? "" : " with others"))
            .toList();
  }

  @Test
  void eachItemIsBlamedOnTheBundleThatBreaksIt() {
    Set<String> changed = new TreeSet<>();
    for (int i = 0; i < 30; i++) {
      changed.add("bundle" + i);
    }
    changed.addAll(Set.of("stars", "ports"));
    assertEquals(List.of("天文課 stars", "港湾課 ports"), findings(changed, b -> b.contains("ports")));
    assertTrue(runs <= 13, "it halves, and runs no set twice: " + runs);
  }

  @Test
  void aBundleThatBreaksNothingByItselfIsNamedAsSuch() {
    assertEquals(
        List.of("港湾課 ports with others"),
        findings(Set.of("harbours", "ports"), b -> b.containsAll(Set.of("harbours", "ports"))));
  }

  @Test
  void whereNothingBreaksThereIsNothingToFind() {
    assertEquals(List.of(), findings(Set.of("ports"), b -> false));
    assertEquals(1, runs);
    assertEquals(List.of(), findings(Set.of(), b -> true));
  }
}
