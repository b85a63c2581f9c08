package koetsu.export.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import koetsu.api.document.Span;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.records.Json;
import koetsu.records.RecordJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file as DuckDB reads it. */
class ParquetClientTest {
  @TempDir private Path folder;

  private List<List<String>> query(String sql) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    String file = "'" + folder.resolve(ParquetExporter.FILE) + "'";
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet found = statement.executeQuery(sql.replace("FILE", file))) {
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(found.getString(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  @Test
  void everyRowIsARecordWithAllThereIsToIt() throws Exception {
    AnnotatedDocument[] documents =
        IntStream.range(0, 40)
            .mapToObj(seed -> Samples.any(seed, "woods" + seed + ".txt"))
            .toArray(AnnotatedDocument[]::new);
    check(new FormatTester(folder), documents);
  }

  @Test
  void everyRowOfTheCorpusGoldIsARecordWithAllThereIsToIt() throws Exception {
    check(new FormatTester(folder, CorpusGold.PROFILE), CorpusGold.documents());
  }

  private void check(FormatTester tester, AnnotatedDocument... documents) throws Exception {
    assertEquals(List.of(), tester.export(new ParquetExporter(), documents));
    List<Object> expected = new ArrayList<>();
    for (AnnotatedDocument document : documents) {
      for (ParsedRecord record : document.records()) {
        expected.add(withoutNulls(row(document, record)));
      }
    }
    List<Object> found = new ArrayList<>();
    for (List<String> row : query("select to_json(r) from read_parquet(FILE) r")) {
      found.add(withoutNulls(Json.read(row.get(0), "row")));
    }
    assertEquals(expected.size(), found.size());
    for (int i = 0; i < found.size(); i++) {
      assertEquals(expected.get(i), found.get(i));
    }
  }

  private static Map<String, Object> row(AnnotatedDocument document, ParsedRecord record) {
    Map<String, Object> about = new HashMap<>();
    about.put("name", document.document().name());
    about.put("sha256", document.document().sha256());
    about.put("length", (long) document.document().length());
    about.put("encoding", "UTF-8");
    about.put("extra", extra(document.extra()));
    Map<String, Object> fields = new HashMap<>();
    record
        .fields()
        .forEach(
            (field, values) ->
                fields.put(field, values.stream().map(ParquetClientTest::value).toList()));
    Map<String, Object> row = new HashMap<>();
    row.put("document", about);
    row.put("id", record.id());
    row.put("parent", record.parent());
    row.put("kind", record.kind());
    row.put("state", record.state().name().toLowerCase().replace('_', '-'));
    row.put("spans", RecordJson.toJson(record.spans()));
    row.put("text", document.document().slice(Item.cover(record.spans())));
    row.put("fields", fields);
    row.put(
        "sections",
        record.sections().stream()
            .map(
                s -> {
                  Map<String, Object> section = new HashMap<>();
                  section.put("type", s.type());
                  section.put("heading", RecordJson.toJson(s.heading()));
                  section.put("body", RecordJson.toJson(s.body()));
                  section.put("extra", extra(s.extra()));
                  return section;
                })
            .toList());
    row.put("extra", extra(record.extra()));
    return row;
  }

  private static Map<String, Object> value(FieldValue value) {
    Map<String, Object> json = new HashMap<>();
    json.put("value", RecordJson.toJson(value.value()));
    json.put("text", value.text());
    json.put("spans", RecordJson.toJson(value.spans()));
    json.put("confidence", value.confidence());
    json.put("extractor", value.extractor());
    json.put("status", value.status().name().toLowerCase());
    json.put("extra", extra(value.extra()));
    return json;
  }

  private static String extra(Map<String, Object> extra) {
    return extra.isEmpty() ? null : Json.write(extra);
  }

  /** Maps without the keys that hold nothing, and decimals as doubles. */
  private static Object withoutNulls(Object tree) {
    if (tree instanceof Map<?, ?> map) {
      Map<Object, Object> kept = new LinkedHashMap<>();
      map.forEach(
          (key, value) -> {
            if (value != null) {
              kept.put(key, withoutNulls(value));
            }
          });
      return kept;
    }
    if (tree instanceof List<?> list) {
      return list.stream().map(ParquetClientTest::withoutNulls).collect(Collectors.toList());
    }
    return tree instanceof BigDecimal number ? number.doubleValue() : tree;
  }

  @Test
  void structuredValuesAreColumnsOfTheirTypes() throws Exception {
    Value budget =
        Value.of(
            Map.of("label", "予算", "amountYen", 5_000_000_000L, "fiscalYear", 2026L, "isNew", true));
    AnnotatedDocument woods =
        new AnnotatedDocument(
            Samples.source("woods.txt", "𠮷野の森\n予算 50億円\n"),
            List.of(
                new ParsedRecord(
                    "r1",
                    null,
                    "program",
                    List.of(new Span(0, 5)),
                    Map.of(
                        "budget",
                        List.of(
                            new FieldValue(
                                budget,
                                "予算",
                                List.of(new Span(5, 7)),
                                null,
                                null,
                                Status.ADDED,
                                null,
                                Map.of()))),
                    List.of(),
                    RecordState.REVIEWED,
                    Map.of())));
    new FormatTester(folder).export(new ParquetExporter(), woods);
    assertEquals(
        List.of(List.of("2026", "5000000000", "true", "5", "6000000000")),
        query(
            "select b.value.fiscalYear, b.value.amountYen, b.value.isNew, b.spans[1].begin,"
                + " b.value.amountYen + 1000000000 from (select unnest(fields.budget) as b from"
                + " read_parquet(FILE))"));
    assertEquals(
        List.of(List.of("Unicode code points")),
        query(
            "select decode(value) from parquet_kv_metadata(FILE) where decode(key) ="
                + " 'koetsu.offsets'"));
  }

  @Test
  void manyRowsTakeSeveralRowGroups() throws Exception {
    String text = "森".repeat(100_000);
    List<ParsedRecord> records = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      records.add(
          new ParsedRecord(
              "r" + i,
              null,
              "program",
              List.of(new Span(i, text.length())),
              Map.of(),
              List.of(),
              RecordState.REVIEWED,
              Map.of()));
    }
    new FormatTester(folder)
        .export(
            new ParquetExporter(),
            new AnnotatedDocument(Samples.source("woods.txt", text), records));
    List<List<String>> groups =
        query(
            "select count(distinct row_group_id), max(row_group_num_rows) from parquet_metadata(FILE)");
    assertTrue(Integer.parseInt(groups.get(0).get(0)) > 1, groups::toString);
    assertEquals(
        List.of(List.of("150", "14988825", "r149")),
        query(
            "select count(*), sum(length(text)), max_by(id, spans[1].begin) from read_parquet(FILE)"));
  }
}
