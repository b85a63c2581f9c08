package koetsu.measure.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.profile.Comparison;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.measure.MeasuredDocument;
import org.junit.jupiter.api.Test;

/** The machine finds every other office; who sees its values misses the others too. */
class BlindFiguresTest {
  private static final Profile PROFILE =
      new Profile(
          "test",
          "1",
          List.of(),
          List.of(
              new FieldDefinition(
                  "department", Map.of(), true, List.of(), Comparison.TEXT, "#000000", null)),
          List.of(),
          Map.of());
  private static final int RECORDS = 40;

  private static ParsedRecord record(int number, List<String> departments) {
    List<FieldValue> values = new ArrayList<>();
    for (String department : departments) {
      values.add(
          new FieldValue(
              Value.of(department), null, List.of(), null, null, Status.ADDED, null, Map.of()));
    }
    return new ParsedRecord(
        "r" + number,
        null,
        "program",
        List.of(new Span(3 * number, 3 * number + 2)),
        Map.of("department", values),
        List.of(),
        RecordState.REVIEWED,
        Map.of());
  }

  private static BlindFigures figures(int blind) {
    List<ParsedRecord> machine = new ArrayList<>();
    List<ParsedRecord> gold = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      machine.add(record(i, List.of("港湾課")));
      gold.add(record(i, i < blind ? List.of("港湾課", "水産課") : List.of("港湾課")));
    }
    SourceDocument document =
        new SourceDocument("a.txt", "00", "UTF-8", "甲乙\n".repeat(RECORDS), List.of());
    return BlindFigures.of(
        PROFILE,
        List.of(
            new MeasuredDocument(
                new ParsedDocument(document, machine, List.of(), List.of()),
                gold,
                List.of(),
                List.of())),
        r -> Integer.parseInt(r.id().substring(1)) < blind);
  }

  @Test
  void recallComesFromTheRecordsThatWereReviewedBlindly() {
    BlindFigures figures = figures(10);
    assertEquals(10, figures.blind());
    assertEquals(30, figures.open());
    assertEquals(0.5, figures.recall().value().orElseThrow());
    assertEquals(1, figures.precision().value().orElseThrow());
    assertEquals(1 - 2.0 / 3, figures.overRating().value().orElseThrow(), 1e-12);
    assertTrue(figures.overRating().low().orElseThrow() > 0);
  }

  @Test
  void withoutBlindRecordsNothingIsSaid() {
    BlindFigures figures = figures(0);
    assertEquals(OptionalDouble.empty(), figures.recall().value());
    assertEquals(OptionalDouble.empty(), figures.overRating().value());
  }
}
