package koetsu.pipeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import koetsu.api.document.Span;
import koetsu.api.profile.Comparison;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.record.Evidence;
import koetsu.api.record.FieldValue;
import koetsu.pipeline.Fakes;
import org.junit.jupiter.api.Test;

class MergerTest {
  private static final FieldDefinition ONE = field(false);
  private static final FieldDefinition MANY = field(true);

  private static FieldDefinition field(boolean many) {
    return new FieldDefinition("name", Map.of(), many, List.of(), Comparison.TEXT, "#000000", null);
  }

  private static Merger.Candidate candidate(
      int extractor, String text, int begin, double confidence) {
    return new Merger.Candidate(
        Fakes.value(text, new Span(begin, begin + 2), confidence, "e" + extractor), extractor);
  }

  private static List<String> merge(FieldDefinition field, Merger.Candidate... candidates) {
    List<String> shown = new ArrayList<>();
    for (FieldValue value : Merger.merge(field, List.of(candidates))) {
      shown.add(show(value));
    }
    return shown;
  }

  private static String show(FieldValue value) {
    return value.value()
        + "@"
        + value.spans().get(0).begin()
        + " "
        + Math.round(value.confidence() * 100)
        + "% "
        + value.extractor();
  }

  @Test
  void valuesThatMeanTheSameMergeAndTheirConfidencesAddUp() {
    List<FieldValue> merged =
        Merger.merge(ONE, List.of(candidate(0, "ＡＢ", 5, 0.5), candidate(1, "AB", 9, 0.8)));
    assertEquals(List.of("AB@9 90% e1"), merged.stream().map(MergerTest::show).toList());
    assertEquals(List.of(new Evidence("e0", new Span(5, 7))), merged.get(0).why().evidence());
    assertEquals(List.of(), merged.get(0).why().alternatives());
  }

  @Test
  void differentValuesOfAFieldOfOneCompeteByConfidenceThenByTheOrderOfExtractors() {
    List<FieldValue> merged =
        Merger.merge(
            ONE,
            List.of(
                candidate(0, "a", 0, 0.5),
                candidate(1, "b", 2, 0.7),
                candidate(2, "c", 4, 0.7),
                candidate(2, "d", 6, 0.2)));
    assertEquals(List.of("b@2 70% e1"), merged.stream().map(MergerTest::show).toList());
    assertEquals(
        List.of("c@4 70% e2", "a@0 50% e0", "d@6 20% e2"),
        merged.get(0).why().alternatives().stream().map(MergerTest::show).toList());
  }

  @Test
  void twoThatAgreeBeatASurerOneThatStandsAlone() {
    assertEquals(
        List.of("a@0 84% e0"),
        merge(
            ONE, candidate(0, "a", 0, 0.6), candidate(1, "b", 2, 0.8), candidate(2, "a", 0, 0.6)));
  }

  @Test
  void aFieldOfOneHoldsAValueOnceThoughItIsPrintedTwice() {
    assertEquals(
        List.of("a@4 60% e0"), merge(ONE, candidate(0, "a", 0, 0.5), candidate(0, "a", 4, 0.6)));
  }

  @Test
  void oneExtractorThatGivesAValueTwiceHasSeenTwo() {
    assertEquals(
        List.of("a@0 50% e0", "a@4 50% e0"),
        merge(MANY, candidate(0, "a", 4, 0.5), candidate(0, "a", 0, 0.5)));
  }

  @Test
  void equalValuesOfTwoExtractorsMeetWhereTheyOverlap() {
    assertEquals(
        List.of("a@0 50% e0", "a@4 75% e0"),
        merge(
            MANY, candidate(0, "a", 0, 0.5), candidate(0, "a", 4, 0.5), candidate(1, "a", 5, 0.5)));
  }

  @Test
  void manyValuesStandInPrintedOrder() {
    assertEquals(
        List.of("c@1 50% e1", "a@2 50% e0", "b@8 50% e0"),
        merge(
            MANY, candidate(0, "b", 8, 0.5), candidate(0, "a", 2, 0.5), candidate(1, "c", 1, 0.5)));
  }

  @Test
  void nothingMergesIntoNothing() {
    assertEquals(List.of(), merge(ONE));
    assertEquals(List.of(), merge(MANY));
  }
}
