package koetsu.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.load.Documents;
import org.junit.jupiter.api.Test;

class SegmentationFiguresTest {
  /** A text of one-letter lines, each with a blank line behind it. */
  private static SourceDocument lines(int count) {
    return Documents.of("a.txt", "x\n\n".repeat(count));
  }

  /** Records of the given units, from 0, the last included. */
  private static List<ParsedRecord> records(int... bounds) {
    List<ParsedRecord> records = new ArrayList<>();
    for (int i = 0; i < bounds.length; i += 2) {
      Span span = new Span(3 * bounds[i], 3 * bounds[i + 1] + 1);
      records.add(
          new ParsedRecord(
              "r" + i,
              null,
              "program",
              List.of(span),
              Map.of(),
              List.of(),
              RecordState.REVIEWED,
              Map.of()));
    }
    return records;
  }

  private static SegmentationFigures figures(
      int units, List<ParsedRecord> gold, List<ParsedRecord> predicted) {
    ParsedDocument parsed = new ParsedDocument(lines(units), predicted, List.of(), List.of());
    MeasuredDocument document = new MeasuredDocument(parsed, gold, List.of(), List.of());
    return SegmentationFigures.of(List.of(document)).get(1);
  }

  @Test
  void theGoldItselfIsPerfect() {
    List<ParsedRecord> gold = records(0, 4, 5, 9);
    SegmentationFigures figures = figures(10, gold, gold);
    assertEquals(new Tally(2, 0, 0), figures.exact());
    assertEquals(0, figures.pk().orElseThrow());
    assertEquals(0, figures.windowDiff().orElseThrow());
    assertEquals(1, figures.boundarySimilarity().orElseThrow());
  }

  @Test
  void aMissedBoundaryCostsTheWindowsOverIt() {
    // Segments of 5 and 5 units: k = 2 (2.5 to even), 8 windows, 2 of them cross the boundary.
    SegmentationFigures figures = figures(10, records(0, 4, 5, 9), records(0, 9));
    assertEquals(8, figures.windows());
    assertEquals(2, figures.pkErrors());
    assertEquals(2, figures.windowDiffErrors());
    assertEquals(0, figures.boundarySimilarity().orElseThrow());
    assertEquals(new Tally(0, 1, 2), figures.exact());
    assertEquals(new Tally(1, 0, 1), figures.half());
    assertEquals(new Tally(1, 0, 1), figures.firstLine());
  }

  @Test
  void aBoundaryOneUnitBesideIsHalfRight() {
    SegmentationFigures figures = figures(10, records(0, 4, 5, 9), records(0, 3, 4, 9));
    assertEquals(1, figures.transpositions());
    assertEquals(0.5, figures.boundarySimilarity().orElseThrow());
    assertEquals(2, figures.pkErrors());
    assertEquals(2, figures.windowDiffErrors());
    assertEquals(new Tally(2, 0, 0), figures.wide());
  }

  @Test
  void windowDiffSeesTheExtraBoundaryThatPkDoesNot() {
    // Gold boundaries behind 3 and 7 of 12 units, k = 2; the prediction cuts behind 4 as well.
    SegmentationFigures figures =
        figures(12, records(0, 3, 4, 7, 8, 11), records(0, 3, 4, 4, 5, 7, 8, 11));
    assertEquals(10, figures.windows());
    assertEquals(1, figures.pkErrors());
    assertEquals(2, figures.windowDiffErrors());
    assertEquals(2 / 3.0, figures.boundarySimilarity().orElseThrow(), 1e-12);
  }

  @Test
  void gapsAreSegmentsToo() {
    SegmentationFigures figures = figures(10, records(2, 5), records(2, 9));
    assertEquals(1, figures.edits());
    assertEquals(1, figures.matches());
  }

  @Test
  void whatHasNoFigureSaysSo() {
    SegmentationFigures figures = figures(1, records(0, 0), records(0, 0));
    assertTrue(figures.pk().isEmpty());
    assertTrue(figures.boundarySimilarity().isEmpty());
  }

  @Test
  void kindsAndParentsAreJudgedOnPairs() {
    List<ParsedRecord> gold = records(0, 4, 5, 7, 8, 9);
    gold.set(1, gold.get(1).withParent("r0"));
    gold.set(2, gold.get(2).withParent("r0"));
    List<ParsedRecord> predicted = records(0, 4, 5, 7, 8, 9);
    predicted.set(0, predicted.get(0).withId("p1").withKind("system"));
    predicted.set(1, predicted.get(1).withId("p2").withParent("p1"));
    predicted.set(2, predicted.get(2).withId("p3").withParent("p2"));
    SegmentationFigures figures = figures(10, gold, predicted);
    assertEquals(new Tally(2, 1, 1), figures.kind());
    assertEquals(new Tally(1, 1, 1), figures.parent());
    assertEquals(Tally.NONE, figures(10, gold, records()).kind());
  }
}
