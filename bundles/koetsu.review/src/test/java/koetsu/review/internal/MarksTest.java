package koetsu.review.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.profile.Profile;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.project.DocumentState;
import koetsu.review.Survey;
import org.junit.jupiter.api.Test;

class MarksTest {
  private static final Profile PROFILE = SheetPlugIns.pipeline().profile();
  private static final SourceDocument SOURCE =
      new SourceDocument("a.txt", "0".repeat(64), "UTF-8", "𠮷野の里 一二三四五", List.of());

  private static Marks marks(FieldValue name, FieldValue office) {
    Map<String, List<FieldValue>> fields = new LinkedHashMap<>();
    fields.put("name", List.of(name));
    fields.put("office", List.of(office));
    ParsedRecord record =
        new ParsedRecord(
            "r1",
            null,
            "program",
            List.of(new Span(0, 9)),
            fields,
            List.of(),
            RecordState.UNTOUCHED,
            Map.of());
    return Marks.of(
        Survey.of(new DocumentState(SOURCE, List.of(record), List.of(), List.of()), null), PROFILE);
  }

  private static FieldValue value(Status status, int begin, int end) {
    return new FieldValue(
        Value.of("x"), "x", List.of(new Span(begin, end)), null, null, status, null, Map.of());
  }

  @Test
  void placesCountAsTheTextWidgetDoes() {
    Marks marks = marks(value(Status.MACHINE, 0, 2), value(Status.MACHINE, 5, 7));
    assertEquals(0, marks.all().get(0).begin());
    assertEquals(3, marks.all().get(0).end(), "the first character is a surrogate pair");
    assertEquals(6, marks.all().get(1).begin());
  }

  @Test
  void theInnermostValueIsTheOneAtACharacter() {
    Marks marks = marks(value(Status.MACHINE, 0, 9), value(Status.MACHINE, 5, 7));
    assertEquals("office", marks.at(6, m -> false).field().id());
    assertEquals("name", marks.at(4, m -> false).field().id());
    assertNull(marks.at(10, m -> false));
  }

  @Test
  void aRangeFindsWhatReachesIntoIt() {
    Marks marks = marks(value(Status.MACHINE, 0, 9), value(Status.MACHINE, 5, 7));
    assertEquals(2, marks.in(7, 8).size());
    assertEquals(1, marks.in(8, 10).size());
    assertEquals(0, marks.in(10, 11).size());
  }

  @Test
  void onlyWhatLooksDifferentIsAChange() {
    Marks before = marks(value(Status.MACHINE, 0, 2), value(Status.MACHINE, 5, 7));
    Marks after = marks(value(Status.MACHINE, 0, 2), value(Status.ACCEPTED, 5, 7));
    assertEquals(List.of(new Span(6, 8)), after.changes(before));
    assertEquals(List.of(), after.changes(after));
  }
}
