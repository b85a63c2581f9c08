package koetsu.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.record.RecordState;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.project.DocumentState;
import koetsu.project.Note;
import org.junit.jupiter.api.Test;

class SurveyTest {
  private static final SourceDocument SOURCE =
      new SourceDocument("a.txt", "0".repeat(64), "UTF-8", "一二三四五六七八九十", List.of());
  private static final Problem ODD = problem("r2", new Span(4, 6));

  private static Problem problem(String record, Span span) {
    return new Problem(Problem.Severity.WARNING, "check#odd", "odd", record, span);
  }

  private static FieldValue value(Status status, int begin) {
    Span span = new Span(begin, begin + 2);
    return new FieldValue(
        Value.of("x"), SOURCE.slice(span), List.of(span), 0.5, "a/1#b", status, null, Map.of());
  }

  private static ParsedRecord record(String id, String parent, int begin, int end, Status status) {
    return new ParsedRecord(
        id,
        parent,
        "program",
        List.of(new Span(begin, end)),
        Map.of("name", List.of(value(status, begin))),
        List.of(),
        RecordState.UNTOUCHED,
        Map.of());
  }

  private static final List<ParsedRecord> RECORDS =
      List.of(
          record("r1", null, 0, 4, Status.MACHINE),
          record("r2", null, 4, 8, Status.MACHINE),
          record("r3", "r2", 8, 10, Status.MACHINE));

  private static DocumentState state(List<ParsedRecord> records, Note... notes) {
    return new DocumentState(
        SOURCE, records, List.of(), List.of(ODD), List.of(), List.of(), List.of(notes), List.of());
  }

  private static Survey first() {
    return Survey.of(state(RECORDS), null);
  }

  @Test
  void recordsAreFoundByIdByPlaceAndByParent() {
    Survey survey = first();
    assertEquals(1, survey.position("r2"));
    assertEquals(-1, survey.position("r9"));
    assertEquals("r2", survey.recordAt(7).orElseThrow().id());
    assertTrue(survey.recordAt(10).isEmpty());
    assertEquals(List.of("r3"), survey.parts("r2"));
    assertEquals(
        List.of("r1", "r2"),
        survey.recordsIn(new Span(3, 5)).stream().map(ParsedRecord::id).toList());
    assertEquals(3, survey.doubtful());
  }

  @Test
  void onlyWhatAnEditHasTouchedIsDifferent() {
    Survey before = first();
    List<ParsedRecord> records = new ArrayList<>(RECORDS);
    records.set(1, record("r2", null, 4, 8, Status.ACCEPTED).withState(RecordState.REVIEWED));
    Survey after = Survey.of(state(records), before);
    List<Survey.Difference> differences = after.since(before);
    assertEquals(1, differences.size());
    assertSame(before.entry("r2").orElseThrow(), differences.get(0).before());
    assertSame(before.entry("r1").orElseThrow(), after.entry("r1").orElseThrow());
    assertEquals(2, after.doubtful());
    assertEquals(1, after.reviewed());
    assertTrue(after.isBuiltLike(before));
    assertEquals(List.of(), after.since(after));
  }

  @Test
  void aNoteIsADifferenceAndCanAnswerAProblem() {
    Survey before = first();
    assertEquals(1, before.entry("r2").orElseThrow().warnings());
    Note note = new Note("r2", null, null, List.of(), "✓ odd 「五六」", true);
    Survey after = Survey.of(state(RECORDS, note), before);
    assertEquals(1, after.since(before).size());
    assertTrue(after.entry("r2").orElseThrow().isUnsure());
    assertTrue(after.isAnswered(ODD));
    assertEquals(List.of(), after.open());
  }

  @Test
  void recordsThatComeGoAndMoveAreFoundWhereTheyAre() {
    Survey before = first();
    List<ParsedRecord> records =
        List.of(
            record("r1", null, 0, 3, Status.MACHINE),
            record("r4", null, 3, 4, Status.MACHINE),
            RECORDS.get(2));
    Survey after = Survey.of(state(records), before);
    assertEquals("r4", after.recordAt(3).orElseThrow().id());
    assertTrue(after.recordAt(5).isEmpty());
    assertEquals("r3", after.recordAt(9).orElseThrow().id());
    assertEquals(3, after.since(before).size(), "one moved, one came, one went");
    assertEquals(3, after.doubtful());
  }
}
