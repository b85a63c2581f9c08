package koetsu.export.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import koetsu.api.document.Span;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.plugin.ExportOutput;
import koetsu.api.plugin.ExportRequest;
import koetsu.api.plugin.Exporter;
import koetsu.api.plugin.Loss;
import koetsu.api.plugin.Losses;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.profile.Slot;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Section;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.records.DocumentInfo;
import koetsu.records.Json;
import koetsu.records.Node;
import koetsu.records.RecordFile;
import org.osgi.service.component.annotations.Component;

/**
 * Three tables of comma-separated values (RFC 4180): records, values (a column for each part of
 * each structured field) and sections, joined by document and record.
 *
 * <p>UTF-8 with a byte order mark, because without one Excel takes the files for the code page of
 * the machine. Cells are the data as they are: one that a spreadsheet would take for a formula is
 * counted, not changed. {@value #METADATA} describes the columns (CSV on the Web).
 */
@Component
public final class CsvExporter implements Exporter {
  static final String ID = "csv";
  static final String RECORDS = "records.csv";
  static final String VALUES = "values.csv";
  static final String SECTIONS = "sections.csv";
  static final String METADATA = "csv-metadata.json";

  static final List<String> RECORD_COLUMNS =
      List.of(
          "schema",
          "document",
          "sha256",
          "length",
          "encoding",
          "about",
          "record",
          "parent",
          "kind",
          "state",
          "spans",
          "fields",
          "extra");
  static final List<String> SECTION_COLUMNS =
      List.of("document", "record", "index", "type", "heading", "body", "extra");
  private static final List<String> BEFORE_SLOTS =
      List.of("document", "record", "field", "index", "value");
  private static final List<String> AFTER_SLOTS =
      List.of("text", "begin", "end", "spans", "confidence", "extractor", "status", "extra");

  private static final String FORMULA_STARTS = "=+-@\t\r";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String description() {
    return "comma-separated values: records, values and sections; offsets are code points";
  }

  /** The columns of the table of values: one for each part of each structured field. */
  static List<String> valueColumns(Profile profile) {
    List<String> columns = new ArrayList<>(BEFORE_SLOTS);
    for (FieldDefinition field : profile.fields()) {
      field.slots().forEach(slot -> columns.add(column(field, slot)));
    }
    columns.addAll(AFTER_SLOTS);
    return columns;
  }

  static String column(FieldDefinition field, Slot slot) {
    return field.id() + "." + slot.id();
  }

  @Override
  public List<Loss> export(ExportRequest request, ExportOutput output) throws IOException {
    Losses losses = new Losses();
    try (Table table = new Table(output, RECORDS, RECORD_COLUMNS, losses)) {
      for (AnnotatedDocument in : request.documents()) {
        for (ParsedRecord record : in.records()) {
          record(in, record, table);
        }
      }
    }
    try (Table table = new Table(output, VALUES, valueColumns(request.profile()), losses)) {
      for (AnnotatedDocument in : request.documents()) {
        for (ParsedRecord record : in.records()) {
          for (Map.Entry<String, List<FieldValue>> field : record.fields().entrySet()) {
            for (int i = 0; i < field.getValue().size(); i++) {
              new ValueRow(in, record, field.getKey(), i, request.profile(), losses)
                  .write(field.getValue().get(i), table);
            }
          }
        }
      }
    }
    try (Table table = new Table(output, SECTIONS, SECTION_COLUMNS, losses)) {
      for (AnnotatedDocument in : request.documents()) {
        for (ParsedRecord record : in.records()) {
          for (int i = 0; i < record.sections().size(); i++) {
            section(in, record, i, table);
          }
        }
      }
    }
    try (Writer out = new OutputStreamWriter(output.create(METADATA), StandardCharsets.UTF_8)) {
      out.write(Json.write(metadata(request.profile())) + "\n");
    }
    return losses.all();
  }

  private static void record(AnnotatedDocument in, ParsedRecord record, Table table)
      throws IOException {
    DocumentInfo about = DocumentInfo.of(in.document(), in.extra());
    Map<String, String> row = new LinkedHashMap<>();
    row.put("schema", RecordFile.SCHEMA);
    row.put("document", about.name());
    row.put("sha256", about.sha256());
    row.put("length", String.valueOf(about.length()));
    row.put("encoding", about.encoding());
    row.put("about", extra(about.extra()));
    row.put("record", record.id());
    row.put("parent", record.parent());
    row.put("kind", record.kind());
    row.put("state", record.state() == RecordState.UNTOUCHED ? null : Node.name(record.state()));
    row.put("spans", spans(record.spans()));
    row.put("fields", String.join(" ", record.fields().keySet()));
    row.put("extra", extra(record.extra()));
    table.write(row, in.document().name() + " " + record.id());
  }

  private static void section(AnnotatedDocument in, ParsedRecord record, int index, Table table)
      throws IOException {
    Section section = record.sections().get(index);
    Map<String, String> row = new LinkedHashMap<>();
    row.put("document", in.document().name());
    row.put("record", record.id());
    row.put("index", String.valueOf(index));
    row.put("type", section.type());
    row.put("heading", spans(section.heading()));
    row.put("body", spans(section.body()));
    row.put("extra", extra(section.extra()));
    table.write(row, in.document().name() + " " + Item.place(record, "sections", index));
  }

  /** One value's row as it comes together. */
  private record ValueRow(
      AnnotatedDocument in,
      ParsedRecord record,
      String field,
      int index,
      Profile profile,
      Losses losses) {

    private String place() {
      return in.document().name() + " " + Item.place(record, field, index);
    }

    void write(FieldValue value, Table table) throws IOException {
      Map<String, String> row = new LinkedHashMap<>();
      row.put("document", in.document().name());
      row.put("record", record.id());
      row.put("field", field);
      row.put("index", String.valueOf(index));
      if (value.value() instanceof Value.Text text) {
        row.put("value", text.text());
      } else {
        slots(((Value.Slots) value.value()).slots(), row);
      }
      row.put("text", value.text());
      if (!value.spans().isEmpty()) {
        Span cover = Item.cover(value.spans());
        row.put("begin", String.valueOf(cover.begin()));
        row.put("end", String.valueOf(cover.end()));
        row.put("spans", spans(value.spans()));
        if (value.text() == null) {
          losses.add("value with a place and no printed text, read back with the text", place());
        }
      }
      row.put("confidence", value.confidence() == null ? null : value.confidence().toString());
      row.put("extractor", value.extractor());
      row.put("status", value.status() == Status.MACHINE ? null : Node.name(value.status()));
      row.put("extra", extra(value.extra()));
      table.write(row, place());
    }

    private void slots(Map<String, Object> slots, Map<String, String> row) {
      FieldDefinition definition = profile.field(field).orElse(null);
      List<Slot> declared = definition == null ? List.of() : definition.slots();
      List<String> known = declared.stream().map(Slot::id).toList();
      if (!known.containsAll(slots.keySet())) {
        losses.add("part of a value that the profile does not know, left out", place());
      }
      for (Slot slot : declared) {
        Object content = slots.get(slot.id());
        row.put(column(definition, slot), content == null ? null : content.toString());
        if ("".equals(content)) {
          losses.add("empty text in a part of a value, read back as none", place());
        }
        if (!slots.containsKey(slot.id())) {
          losses.add("part of a value that is absent, read back as none", place());
        }
      }
    }
  }

  /** {@code 4-22;30-41}; empty for none. */
  static String spans(List<Span> spans) {
    return spans.stream().map(s -> s.begin() + "-" + s.end()).collect(Collectors.joining(";"));
  }

  private static String extra(Map<String, Object> extra) {
    return extra.isEmpty() ? null : Json.write(extra);
  }

  /**
   * <a href="https://www.w3.org/TR/tabular-metadata/">Metadata</a> for whoever reads the tables.
   */
  private static Map<String, Object> metadata(Profile profile) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("@context", "http://www.w3.org/ns/csvw");
    json.put(
        "dc:description",
        "Offsets (begin, end, spans, heading, body, length) count Unicode code points of the decoded"
            + " document, from 0; an end is one past the last. Spans are begin-end, several"
            + " separated by semicolons. Cells are as in the document: import them as text where a"
            + " program takes a leading = + - @ for a formula.");
    json.put(
        "tables",
        List.of(
            table(RECORDS, RECORD_COLUMNS, Map.of("length", "nonNegativeInteger")),
            table(VALUES, valueColumns(profile), valueTypes(profile)),
            table(SECTIONS, SECTION_COLUMNS, Map.of("index", "nonNegativeInteger"))));
    return json;
  }

  private static Map<String, String> valueTypes(Profile profile) {
    Map<String, String> types = new LinkedHashMap<>();
    List.of("index", "begin", "end").forEach(c -> types.put(c, "nonNegativeInteger"));
    types.put("confidence", "double");
    for (FieldDefinition field : profile.fields()) {
      for (Slot slot : field.slots()) {
        switch (slot.type()) {
          case NUMBER, YEN, FISCAL_YEAR -> types.put(column(field, slot), "integer");
          case FLAG -> types.put(column(field, slot), "boolean");
          case TEXT, CHOICE -> types.put(column(field, slot), "string");
        }
      }
    }
    return types;
  }

  private static Map<String, Object> table(
      String url, List<String> columns, Map<String, String> types) {
    List<Object> described = new ArrayList<>();
    for (String column : columns) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("titles", column);
      json.put("datatype", types.getOrDefault(column, "string"));
      described.add(json);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("url", url);
    json.put("tableSchema", Map.of("columns", described));
    return json;
  }

  /** A file of rows under a header. */
  private static final class Table implements AutoCloseable {
    private final Writer out;
    private final String name;
    private final List<String> columns;
    private final Losses losses;

    Table(ExportOutput output, String name, List<String> columns, Losses losses)
        throws IOException {
      this.out =
          new BufferedWriter(new OutputStreamWriter(output.create(name), StandardCharsets.UTF_8));
      this.name = name;
      this.columns = columns;
      this.losses = losses;
      out.write('\uFEFF');
      line(columns);
    }

    void write(Map<String, String> row, String place) throws IOException {
      List<String> cells = new ArrayList<>(columns.size());
      for (String column : columns) {
        String cell = row.get(column);
        if (cell != null && !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0) {
          losses.add(
              "cell that begins like a formula, written as it is: import " + name + " as text",
              place);
        }
        cells.add(cell == null ? "" : cell);
      }
      line(cells);
    }

    private void line(List<String> cells) throws IOException {
      String separator = "";
      for (String cell : cells) {
        out.write(separator);
        out.write(quoted(cell));
        separator = ",";
      }
      out.write("\r\n");
    }

    private static String quoted(String cell) {
      boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
      return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
