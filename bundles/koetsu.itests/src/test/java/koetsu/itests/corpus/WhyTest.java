package koetsu.itests.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.measure.Gate;
import koetsu.measure.LedgerItem;
import koetsu.measure.MeasuredDocument;
import koetsu.measure.Regression;
import koetsu.pipeline.Explanation;
import koetsu.pipeline.Explanations;
import org.junit.jupiter.api.Test;

/** Why and why not, for everything the machine says and everything it misses. */
class WhyTest {
  /** A rule speaks of the place itself for at least this share of the misses. */
  private static final double SPOKEN_OF = 0.8;

  @Test
  void everyValueSaysWhichRuleMadeItOfWhat() throws Exception {
    Corpus corpus = Corpus.get();
    List<String> silent = new ArrayList<>();
    for (MeasuredDocument document : corpus.all()) {
      Explanations explanations = corpus.pipeline().explain(document.predicted().document());
      assertEquals(document.predicted(), explanations.parsed());
      for (ParsedRecord record : explanations.parsed().records()) {
        record
            .fields()
            .forEach(
                (field, values) ->
                    values.stream()
                        .filter(v -> !isExplained(explanations, record.id(), field, v))
                        .forEach(v -> silent.add(document.name() + " " + field + " " + v.value())));
      }
    }
    assertEquals(List.of(), silent);
  }

  private static boolean isExplained(
      Explanations explanations, String record, String field, FieldValue value) {
    return value.spans().stream()
        .map(explanations::at)
        .flatMap(e -> e.values().stream())
        .filter(r -> r.record().equals(record) && r.field().equals(field))
        .filter(r -> r.value().equals(value))
        .anyMatch(
            r ->
                !r.value().why().steps().isEmpty()
                    && r.value().extractor().endsWith("#" + r.value().why().rule()));
  }

  @Test
  void everyMissOfTheGoldIsAnswered() throws Exception {
    Corpus corpus = Corpus.get();
    List<MeasuredDocument> tuned = corpus.tuned();
    Map<String, Explanations> explanations = new HashMap<>();
    for (MeasuredDocument document : tuned) {
      explanations.put(document.name(), corpus.pipeline().explain(document.predicted().document()));
    }
    List<String> unanswered = new ArrayList<>();
    int misses = 0;
    int spokenOf = 0;
    for (LedgerItem item :
        Regression.run(tuned, corpus.pipeline().profile(), Optional.empty(), Gate.USUAL).ledger()) {
      if (item.outcome() == LedgerItem.Outcome.RIGHT
          || item.expected() == null
          || item.spans().isEmpty()) {
        continue;
      }
      misses++;
      boolean answered = false;
      boolean spoken = false;
      for (Span span : item.spans()) {
        Explanation here = explanations.get(item.document()).at(span);
        spoken |= here.isSpokenOf();
        answered |= spoken || !here.elsewhere().isEmpty() || !here.sections().isEmpty();
      }
      spokenOf += spoken ? 1 : 0;
      if (!answered) {
        unanswered.add(item.document() + " line " + item.line() + " " + item.field());
      }
    }
    assertEquals(List.of(), unanswered);
    assertTrue(
        spokenOf >= SPOKEN_OF * misses, spokenOf + " of " + misses + " misses name a failed rule");
  }
}
