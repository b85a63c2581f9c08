package koetsu.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Section;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordFileTest {
  private static final String TEXT = "𠮷川の大森づくり\n予算 2億円\n";
  private static final SourceDocument SOURCE =
      new SourceDocument("woods.txt", "abc", "UTF-8", TEXT, List.of());

  private static final String LINE =
      """
      {"schema":"koetsu.records/1","document":{"name":"woods.txt","sha256":"abc","length":16},\
      "id":"r0002","parent":"r0001","kind":"breakdown","state":"in-review",\
      "spans":[{"begin":0,"end":8},{"begin":9,"end":15}],\
      "fields":{"name":[{"value":"𠮷川の大森づくり","text":"𠮷川の大森づくり",\
      "spans":[{"begin":0,"end":8}],"confidence":0.98,"extractor":"a.b/1.0.0#title",\
      "status":"accepted"}],\
      "budget":[{"value":{"label":"予算","amountYen":200000000,"isNew":false,"stage":null}}],\
      "cap":[]},\
      "sections":[{"type":"purpose","heading":[{"begin":9,"end":11}],"body":[{"begin":12,"end":15}]},\
      {"type":"outline","body":[{"begin":12,"end":13}]}]}
      """;

  private static RecordFile read(String text) throws FormatException {
    return RecordFile.read(text.getBytes(StandardCharsets.UTF_8), "woods.records.jsonl");
  }

  private static String write(RecordFile file) {
    return new String(file.toBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void aLineBecomesARecordAndTheSameLineAgain() throws FormatException {
    RecordFile file = read(LINE);

    ParsedRecord record = file.records().get(0);
    assertEquals("r0002", record.id());
    assertEquals("r0001", record.parent());
    assertEquals(RecordState.IN_REVIEW, record.state());
    FieldValue name = record.values("name").get(0);
    assertEquals(Value.of("𠮷川の大森づくり"), name.value());
    assertEquals(0.98, name.confidence());
    assertEquals(Status.ACCEPTED, name.status());
    Value.Slots budget = (Value.Slots) record.values("budget").get(0).value();
    assertEquals(200_000_000L, budget.number("amountYen"));
    assertEquals(List.of(), record.values("cap"));
    assertEquals(LINE, write(file));
  }

  @Test
  void whatSaysNothingIsLeftOut() {
    ParsedRecord record =
        new ParsedRecord(
            "r0001",
            null,
            "program",
            List.of(new Span(0, 16)),
            Map.of(),
            List.of(new Section("outline", List.of(), List.of(new Span(9, 15)))),
            RecordState.UNTOUCHED,
            Map.of());
    RecordFile file =
        RecordFile.of(new ParsedDocument(SOURCE, List.of(record), List.of(), List.of()));
    assertEquals(
        """
        {"schema":"koetsu.records/1",\
        "document":{"name":"woods.txt","sha256":"abc","length":16},\
        "id":"r0001","kind":"program","spans":[{"begin":0,"end":16}],"fields":{},\
        "sections":[{"type":"outline","body":[{"begin":9,"end":15}]}]}
        """,
        write(file));
  }

  @Test
  void anEncodingOtherThanUtf8IsSaid() throws FormatException {
    String line = LINE.replace("\"length\":16}", "\"length\":16,\"encoding\":\"Shift_JIS\"}");
    assertEquals("Shift_JIS", read(line).document().encoding());
    assertEquals(line, write(read(line)));
    assertEquals("UTF-8", read(LINE).document().encoding());
  }

  @Test
  void unknownKeysOfEveryObjectSurviveTheRoundTrip() throws FormatException {
    String line =
        LINE.replace("\"length\":16}", "\"length\":16,\"page\":[1,2.50]}")
            .replace("\"end\":8}", "\"end\":8,\"page\":1}")
            .replace("\"status\":\"accepted\"}", "\"status\":\"accepted\",\"note\":{\"by\":\"e\"}}")
            .replace("\"end\":11}", "\"end\":11,\"bold\":true}")
            .replace("\"end\":13}]}", "\"end\":13}],\"weight\":null}")
            .replace("]}]}\n", "]}],\"chapter\":\"1\",\"tags\":[\"x\"]}\n")
            .replace("\"weight\":null}]}", "\"weight\":null}],\"chapter\":\"1\",\"tags\":[\"x\"]}");
    assertEquals(line, write(read(line)));
  }

  @Test
  void confidenceIsRoundedToThreeDecimals() {
    assertEquals("0.988", confidence(0.98765));
    assertEquals("1", confidence(0.99999));
    assertEquals("0", confidence(0));
    assertEquals("0.5", confidence(0.5));
  }

  private static String confidence(double confidence) {
    FieldValue value =
        new FieldValue(
            Value.of("x"), null, List.of(), confidence, null, Status.MACHINE, null, Map.of());
    Map<String, Object> json = new LinkedHashMap<>(RecordJson.toJson(value));
    return Json.write(json.get("confidence"));
  }

  @Test
  void anEmptyFileHasNoRecordsAndNoDocument() throws FormatException {
    RecordFile file = read("");
    assertNull(file.document());
    assertEquals(List.of(), file.records());
    assertEquals("", write(file));
    assertEquals(List.of(), file.verify(SOURCE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          records/1"          | records/2"          | schema is koetsu.records/2, which a newer Koetsu wrote; this one reads koetsu.records/1: update it
          koetsu.records/1    | something/1         | schema is something/1; a records file says koetsu.records/1
          "id":"r0002",       | "id":2,             | id is not a string
          "kind":"breakdown", | ''                  | kind is missing
          "length":16         | "length":1.5        | document.length is not a whole number
          "begin":0           | "begin":-1          | spans[0] runs from -1 to 8
          "begin":9           | "begin":7           | spans[1] begins at 7, before the end of the span before it
          0.98                | 1.5                 | fields.name[0].confidence is 1.5, not between 0 and 1
          accepted            | agreed              | fields.name[0].status is agreed, not one of machine, accepted, corrected, added, rejected
          in-review           | open                | state is open, not one of untouched, in-review, reviewed, locked, rejected
          200000000           | 2.5                 | fields.budget[0].value.amountYen is not a string, a whole number, true, false or null
          "cap":[]            | "cap":"x"           | fields.cap is not a list
          "type":"purpose",   | ''                  | sections[0].type is missing
          """)
  void whatIsWrongIsNamedByItsPlace(String part, String instead, String complaint) {
    String line = LINE.replace(part, instead);
    FormatException e = assertThrows(FormatException.class, () -> read(line));
    assertEquals("woods.records.jsonl, line 1: " + complaint, e.getMessage());
  }

  @Test
  void anIdThatComesTwiceAndAnotherDocumentAreRefused() {
    FormatException twice = assertThrows(FormatException.class, () -> read(LINE + LINE));
    assertEquals(
        "woods.records.jsonl, line 2: id is r0002, which a line before has already",
        twice.getMessage());
    String other = LINE.replace("r0002", "r0003").replace("\"abc\"", "\"abd\"");
    FormatException another = assertThrows(FormatException.class, () -> read(LINE + "\n" + other));
    assertEquals(
        "woods.records.jsonl, line 3: document is not the one of the lines before; "
            + "a file speaks of one source",
        another.getMessage());
  }

  @Test
  void onlyALineFeedEndsALine() throws FormatException {
    String line = LINE.replace("\"text\":\"𠮷川の", "\"text\":\"𠮷川\u2028\u0085の");
    assertEquals("𠮷川\u2028\u0085の大森づくり", read(line).records().get(0).values("name").get(0).text());
    assertEquals(line, write(read(line)));
  }

  @Test
  void aFileIsVerifiedAgainstItsSource() throws FormatException {
    assertEquals(List.of(), read(LINE).verify(SOURCE));

    SourceDocument newer = new SourceDocument("woods.txt", "abd", "UTF-8", "𠮷川の大林づくり", List.of());
    assertEquals(
        List.of(
            "speaks of another edition of woods.txt (sha256 abc, the source has abd)",
            "says that the source has 16 code points; it has 8",
            "r0002: spans end at 15, beyond the source's end at 8",
            "r0002: name[0].text is \"𠮷川の大森づくり\", but the source says \"𠮷川の大林づくり\"",
            "r0002: sections[0].heading end at 11, beyond the source's end at 8",
            "r0002: sections[0].body end at 15, beyond the source's end at 8",
            "r0002: sections[1].body end at 13, beyond the source's end at 8"),
        read(LINE).verify(newer));
  }

  @Test
  void aFileIsNamedAfterItsSourceUpToTheLastDot() throws FormatException {
    assertEquals("woods.records.jsonl", read(LINE).fileName());
    assertEquals("a.b.records.jsonl", RecordFile.name("a.b.txt"));
    assertEquals("a.records.jsonl", RecordFile.name("a"));
    assertEquals(".txt.records.jsonl", RecordFile.name(".txt"));
  }

  @Test
  void filesAreReadFromAndWrittenToDisk(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("woods.records.jsonl");
    read(LINE).write(file);
    assertEquals(LINE, write(RecordFile.read(file)));
  }
}
