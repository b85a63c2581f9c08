package koetsu.export.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import koetsu.api.document.Span;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.plugin.ImportException;
import koetsu.api.plugin.Importer;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Section;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody does in another tool is what comes back. */
class EditedElsewhereTest {
  private static final String TEXT = "森の事業\n予算 10億円\n𠮷野の森を育てる\n里山の保全\n別冊\n";
  private static final String LABEL_STUDIO = LabelStudioExporter.TASKS;

  @TempDir private Path folder;
  private FormatTester tester;
  private AnnotatedDocument woods;

  @BeforeEach
  void document() {
    tester = new FormatTester(folder);
    Map<String, Object> slots = new LinkedHashMap<>();
    slots.put("label", "予算");
    slots.put("amountYen", 1_000_000_000L);
    woods =
        new AnnotatedDocument(
            Samples.source("woods.txt", TEXT),
            List.of(
                new ParsedRecord(
                    "r1",
                    null,
                    "program",
                    List.of(new Span(0, 28)),
                    Map.of(
                        "name",
                        List.of(value(Value.of("森の事業"), "森の事業", 0)),
                        "budget",
                        List.of(value(Value.of(slots), "予算 10億円", 5))),
                    List.of(),
                    RecordState.REVIEWED,
                    Map.of())));
  }

  private static FieldValue value(Value value, String text, int begin) {
    int end = begin + text.codePointCount(0, text.length());
    return new FieldValue(
        value, text, List.of(new Span(begin, end)), 0.5, "a/1#b", Status.ACCEPTED, null, Map.of());
  }

  /** A region without a text, as Label Studio has it where a project does not save texts. */
  private static String added(int start, int end, String label) {
    return "{\"type\":\"labels\",\"value\":{\"start\":%d,\"end\":%d,\"labels\":[\"%s\"]}}"
        .formatted(start, end, label);
  }

  private ParsedRecord back(Importer importer) throws Exception {
    List<AnnotatedDocument> read = tester.read(importer, woods);
    assertEquals(1, read.size());
    return read.get(0).records().get(0);
  }

  private static void assertMoved(ParsedRecord record) {
    FieldValue name = record.values("name").get(0);
    assertEquals(Value.of("森の"), name.value());
    assertEquals("森の", name.text());
    assertEquals(List.of(new Span(0, 2)), name.spans());
    assertEquals(Status.CORRECTED, name.status());
    FieldValue budget = record.values("budget").get(0);
    assertEquals(1_000_000_000L, ((Value.Slots) budget.value()).number("amountYen"));
    assertEquals("10億円", budget.text());
    FieldValue added = record.values("name").get(1);
    assertEquals(Value.of("𠮷野の森"), added.value());
    assertEquals(Status.ADDED, added.status());
    assertEquals(List.of(new Span(13, 17)), added.spans());
  }

  @Test
  void bratMovesAndAddsAndRemoves() throws Exception {
    tester.export(new BratExporter(), woods);
    tester.edit("woods.ann", "name 0 4\t森の事業\n", "name 0 2\t森の\n");
    tester.edit(
        "woods.ann", "budget 5 12\t予算 10億円\n", "budget 8 12\t10億円\nT9\tname 13 17\t𠮷野の森\n");
    tester.edit(
        "woods.ann", "T9\t", "T10\theading-purpose 22 24\t里山\nT11\tbody-purpose 25 27\t保全\nT9\t");
    ParsedRecord record = back(new BratImporter());
    assertMoved(record);
    assertEquals(
        List.of(new Section("purpose", List.of(new Span(22, 24)), List.of(new Span(25, 27)))),
        record.sections());
  }

  @Test
  void labelStudioMovesAndAddsAndRemoves() throws Exception {
    tester.export(new LabelStudioExporter(), woods);
    tester.edit(
        LABEL_STUDIO,
        "{\"start\":0,\"end\":4,\"text\":\"森の事業\",",
        "{\"start\":0,\"end\":2,\"text\":\"森の\",");
    tester.edit(
        LABEL_STUDIO, "{\"start\":5,\"end\":12,\"text\":\"予算 10億円\",", "{\"start\":8,\"end\":12,");
    tester.edit(
        LABEL_STUDIO,
        "{\"result\":[",
        "{\"result\":[{\"type\":\"choices\"}," + added(13, 17, "name") + ",");
    assertMoved(back(new LabelStudioImporter()));
  }

  @Test
  void whatIsRemovedElsewhereIsGone() throws Exception {
    tester.export(new LabelStudioExporter(), woods);
    tester.edit(
        LABEL_STUDIO,
        "\"text\":\"森の事業\",\"labels\":[\"name\"]",
        "\"text\":\"森の事業\",\"labels\":[\"budget-line\"]");
    ParsedRecord record = back(new LabelStudioImporter());
    assertEquals(List.of(), record.values("name"));
    assertEquals(Value.of("森の事業"), record.values("budget-line").get(0).value());
  }

  @Test
  void whatIsAddedMustStandInARecordAndNeedNoParts() throws Exception {
    tester.export(new LabelStudioExporter(), woods);
    tester.edit(LABEL_STUDIO, "{\"result\":[", "{\"result\":[" + added(28, 30, "name") + ",");
    ImportException outside =
        assertThrows(ImportException.class, () -> back(new LabelStudioImporter()));
    assertTrue(outside.getMessage().contains("name stands in no record"), outside.getMessage());
    tester.edit(LABEL_STUDIO, added(28, 30, "name"), added(13, 17, "budget"));
    ImportException parts =
        assertThrows(ImportException.class, () -> back(new LabelStudioImporter()));
    assertTrue(parts.getMessage().contains("it also needs label, fiscalYear"), parts.getMessage());
  }

  @Test
  void aRecordIsMarkedInBrat() throws Exception {
    tester.export(new BratExporter(), woods);
    tester.edit(
        "woods.ann",
        "T1\trecord",
        "T9\trecord-breakdown 28 30\t別冊\nT10\tname 28 30\t別冊\nT1\trecord");
    List<ParsedRecord> records = tester.read(new BratImporter(), woods).get(0).records();
    assertEquals(List.of("r1", "n2"), records.stream().map(ParsedRecord::id).toList());
    assertEquals("breakdown", records.get(1).kind());
  }
}
