package koetsu.export.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables as DuckDB reads them, without being told anything about them. */
class CsvClientTest {
  @TempDir private Path folder;

  @Test
  void theTablesJoinAndTheirCellsAreTheData() throws Exception {
    AnnotatedDocument[] documents =
        IntStream.range(0, 40)
            .mapToObj(seed -> Samples.any(seed, "木々" + seed + ".md"))
            .toArray(AnnotatedDocument[]::new);
    check(new FormatTester(folder), documents);
  }

  @Test
  void theTablesOfTheCorpusGoldAreItsData() throws Exception {
    check(new FormatTester(folder, CorpusGold.PROFILE), CorpusGold.documents());
  }

  private void check(FormatTester tester, AnnotatedDocument... documents) throws Exception {
    tester.export(new CsvExporter(), documents);
    List<List<Object>> expected = new ArrayList<>();
    for (AnnotatedDocument document : documents) {
      for (ParsedRecord record : document.records()) {
        record
            .fields()
            .forEach(
                (field, values) -> {
                  for (int i = 0; i < values.size(); i++) {
                    expected.add(row(document, record, field, i, values.get(i)));
                  }
                });
      }
    }
    List<List<Object>> found = new ArrayList<>();
    String values = "read_csv('" + folder.resolve(CsvExporter.VALUES) + "', all_varchar = true)";
    String records = "read_csv('" + folder.resolve(CsvExporter.RECORDS) + "', all_varchar = true)";
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select v.document, v.record, r.kind, v.field, v.\"index\", v.value,"
                    + " v.\"budget.label\", v.\"budget.amountYen\", v.text, v.\"begin\" from "
                    + values
                    + " v join "
                    + records
                    + " r on v.document = r.document and v.record = r.record")) {
      while (rows.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
          String cell = rows.getString(i);
          row.add(cell == null ? "" : cell);
        }
        found.add(row);
      }
    }
    found.sort((a, b) -> a.toString().compareTo(b.toString()));
    expected.sort((a, b) -> a.toString().compareTo(b.toString()));
    assertEquals(expected, found);
  }

  private static List<Object> row(
      AnnotatedDocument document, ParsedRecord record, String field, int index, FieldValue value) {
    Value.Slots slots =
        field.equals("budget") && value.value() instanceof Value.Slots all ? all : null;
    return List.of(
        document.document().name(),
        record.id(),
        record.kind(),
        field,
        String.valueOf(index),
        value.value() instanceof Value.Text text ? text.text() : "",
        slots == null || slots.string("label") == null ? "" : slots.string("label"),
        slots == null || slots.number("amountYen") == null
            ? ""
            : slots.number("amountYen").toString(),
        value.text() == null ? "" : value.text(),
        value.spans().isEmpty() ? "" : String.valueOf(value.spans().get(0).begin()));
  }
}
