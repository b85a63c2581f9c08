package koetsu.export.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import koetsu.api.record.Section;
import koetsu.api.record.Value;
import koetsu.export.internal.parquet.ParquetFile;
import koetsu.export.internal.parquet.Type;
import koetsu.export.internal.parquet.Type.Leaf;
import koetsu.records.DocumentInfo;
import koetsu.records.Json;
import koetsu.records.Node;
import koetsu.records.RecordFile;
import org.osgi.service.component.annotations.Component;

/**
 * One Parquet file with a row for each record, nested like a line of Koetsu's own format, and the
 * record's text beside it. A field that nobody looked at is null, one that is empty an empty list.
 */
@Component
public final class ParquetExporter implements Exporter {
  static final String ID = "parquet";
  static final String FILE = "records.parquet";

  private static final Type SPANS =
      new Type.ListOf(
          new Type.Struct(Type.required("begin", Leaf.INT32), Type.required("end", Leaf.INT32)));

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String description() {
    return "one Parquet file, a row for each record; offsets are code points";
  }

  @Override
  public List<Loss> export(ExportRequest request, ExportOutput output) throws IOException {
    Losses losses = new Losses();
    Map<String, String> about =
        Map.of("koetsu.schema", RecordFile.SCHEMA, "koetsu.offsets", "Unicode code points");
    try (ParquetFile file =
        new ParquetFile(output.create(FILE), row(request.profile()), new TreeMap<>(about))) {
      for (AnnotatedDocument in : request.documents()) {
        for (ParsedRecord record : in.records()) {
          file.add(new Row(in, record, request.profile(), losses).values());
        }
      }
    }
    return losses.all();
  }

  private static Type.Struct row(Profile profile) {
    List<Type.Field> fields = new ArrayList<>();
    for (FieldDefinition field : profile.fields()) {
      fields.add(Type.optional(field.id(), new Type.ListOf(value(field))));
    }
    return new Type.Struct(
        Type.required(
            "document",
            new Type.Struct(
                Type.required("name", Leaf.STRING),
                Type.required("sha256", Leaf.STRING),
                Type.required("length", Leaf.INT32),
                Type.required("encoding", Leaf.STRING),
                Type.optional("extra", Leaf.STRING))),
        Type.required("id", Leaf.STRING),
        Type.optional("parent", Leaf.STRING),
        Type.required("kind", Leaf.STRING),
        Type.required("state", Leaf.STRING),
        Type.required("spans", SPANS),
        Type.required("text", Leaf.STRING),
        Type.required("fields", new Type.Struct(fields)),
        Type.required(
            "sections",
            new Type.ListOf(
                new Type.Struct(
                    Type.required("type", Leaf.STRING),
                    Type.required("heading", SPANS),
                    Type.required("body", SPANS),
                    Type.optional("extra", Leaf.STRING)))),
        Type.optional("extra", Leaf.STRING));
  }

  private static Type value(FieldDefinition field) {
    List<Type.Field> slots = new ArrayList<>();
    field.slots().forEach(slot -> slots.add(Type.optional(slot.id(), leaf(slot))));
    return new Type.Struct(
        Type.required("value", slots.isEmpty() ? Leaf.STRING : new Type.Struct(slots)),
        Type.optional("text", Leaf.STRING),
        Type.required("spans", SPANS),
        Type.optional("confidence", Leaf.DOUBLE),
        Type.optional("extractor", Leaf.STRING),
        Type.required("status", Leaf.STRING),
        Type.optional("extra", Leaf.STRING));
  }

  private static Leaf leaf(Slot slot) {
    return switch (slot.type()) {
      case TEXT, CHOICE -> Leaf.STRING;
      case NUMBER, YEN -> Leaf.INT64;
      case FISCAL_YEAR -> Leaf.INT32;
      case FLAG -> Leaf.BOOLEAN;
    };
  }

  /** One record as it becomes a row. */
  private record Row(AnnotatedDocument in, ParsedRecord record, Profile profile, Losses losses) {

    Map<String, Object> values() {
      DocumentInfo about = DocumentInfo.of(in.document(), in.extra());
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("name", about.name());
      document.put("sha256", about.sha256());
      document.put("length", (long) about.length());
      document.put("encoding", about.encoding());
      document.put("extra", extra(about.extra()));
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("document", document);
      row.put("id", record.id());
      row.put("parent", record.parent());
      row.put("kind", record.kind());
      row.put("state", Node.name(record.state()));
      row.put("spans", spans(record.spans()));
      row.put(
          "text", record.spans().isEmpty() ? "" : in.document().slice(Item.cover(record.spans())));
      row.put("fields", fields());
      row.put("sections", record.sections().stream().map(Row::section).toList());
      row.put("extra", extra(record.extra()));
      return row;
    }

    private Map<String, Object> fields() {
      Map<String, Object> fields = new LinkedHashMap<>();
      record
          .fields()
          .forEach(
              (id, values) -> {
                FieldDefinition field = profile.field(id).orElse(null);
                List<Object> elements = new ArrayList<>();
                for (int i = 0; i < values.size(); i++) {
                  String place = in.document().name() + " " + Item.place(record, id, i);
                  boolean structured = values.get(i).value() instanceof Value.Slots;
                  if (field == null || structured == field.slots().isEmpty()) {
                    losses.add("value that does not fit the profile, left out", place);
                  } else {
                    elements.add(value(values.get(i), field, place));
                  }
                }
                fields.put(id, elements);
              });
      return fields;
    }

    private Map<String, Object> value(FieldValue value, FieldDefinition field, String place) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put(
          "value",
          value.value() instanceof Value.Slots slots
              ? slots(slots.slots(), field, place)
              : ((Value.Text) value.value()).text());
      json.put("text", value.text());
      json.put("spans", spans(value.spans()));
      json.put("confidence", value.confidence());
      json.put("extractor", value.extractor());
      json.put("status", Node.name(value.status()));
      json.put("extra", extra(value.extra()));
      return json;
    }

    private Map<String, Object> slots(
        Map<String, Object> slots, FieldDefinition field, String place) {
      Map<String, Object> fitting = new LinkedHashMap<>();
      slots.forEach(
          (id, content) -> {
            boolean fits =
                field.slots().stream()
                    .anyMatch(slot -> slot.id().equals(id) && fits(content, leaf(slot)));
            if (fits) {
              fitting.put(id, content);
            } else {
              losses.add("part of a value that does not fit the profile, left out", place);
            }
          });
      return fitting;
    }

    private static boolean fits(Object content, Leaf leaf) {
      return content == null
          || switch (leaf) {
            case STRING -> content instanceof String;
            case BOOLEAN -> content instanceof Boolean;
            case INT32 -> content instanceof Long number && number.intValue() == number;
            case INT64 -> content instanceof Long;
            case DOUBLE -> false;
          };
    }

    private static Map<String, Object> section(Section section) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("type", section.type());
      json.put("heading", spans(section.heading()));
      json.put("body", spans(section.body()));
      json.put("extra", extra(section.extra()));
      return json;
    }

    private static List<Object> spans(List<Span> spans) {
      List<Object> json = new ArrayList<>();
      for (Span span : spans) {
        json.add(Map.of("begin", (long) span.begin(), "end", (long) span.end()));
      }
      return json;
    }

    private static String extra(Map<String, Object> extra) {
      return extra.isEmpty() ? null : Json.write(extra);
    }
  }
}
