package koetsu.export.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import koetsu.api.document.SourceDocument;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.plugin.ImportException;
import koetsu.api.record.ParsedRecord;
import koetsu.records.DocumentInfo;
import koetsu.records.FormatException;
import koetsu.records.Node;
import koetsu.records.RecordFile;
import koetsu.records.RecordJson;

/** A document's records as one JSON object, for formats that carry keys of others along. */
final class RecordsJson {
  /** The key in the others' files. */
  static final String KEY = "koetsu";

  private RecordsJson() {}

  static Map<String, Object> of(AnnotatedDocument in, String unit) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", RecordFile.SCHEMA);
    json.put("offsets", unit);
    json.put("document", DocumentInfo.of(in.document(), in.extra()).toJson());
    json.put("records", in.records().stream().map(RecordJson::toJson).toList());
    return json;
  }

  /**
   * The records, and the source they speak of.
   *
   * @param text that the file has for the source's
   * @param where file and line
   */
  static AnnotatedDocument read(Node json, String text, Collected collected, String where)
      throws ImportException, FormatException {
    RecordFile.checkSchema(json.get("schema"));
    DocumentInfo about = DocumentInfo.of(json.get("document"));
    SourceDocument source = collected.source(about, where);
    if (!source.text().equals(text)) {
      throw new FormatException(where + ": text is not the text of " + source.name());
    }
    List<ParsedRecord> records = new ArrayList<>();
    for (Node record : json.get("records").elements()) {
      records.add(RecordJson.record(record));
      List<String> faults = RecordFile.verify(records.get(records.size() - 1), source);
      if (!faults.isEmpty()) {
        throw new FormatException(where + ": " + faults.get(0));
      }
    }
    return new AnnotatedDocument(source, records, about.extra());
  }
}
