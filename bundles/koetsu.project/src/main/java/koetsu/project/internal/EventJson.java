package koetsu.project.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Status;
import koetsu.project.Change;
import koetsu.project.Event;
import koetsu.project.EventId;
import koetsu.project.Note;
import koetsu.records.DocumentInfo;
import koetsu.records.FormatException;
import koetsu.records.Json;
import koetsu.records.Node;
import koetsu.records.RecordJson;

/**
 * Events as lines of a log: keys in the order a person wants to read them, nothing left to guess.
 */
final class EventJson {
  private static final String VALUE = "value";
  private static final String RECORD = "record";
  private static final String NOTE = "note";
  private static final String REGION = "region";
  private static final String EDITION = "edition";
  private static final String CONFLICT = "conflict";

  private EventJson() {}

  static String write(Event event) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", event.id().toString());
    json.put("time", event.time().toString());
    json.put("type", event.type());
    if (event.of() != null) {
      json.put("of", event.of().toString());
    }
    json.put("profile", event.profile());
    // each tree goes as soon as it is written: of a bulk edit all at once would be too much
    Iterable<Map<String, Object>> changes =
        () -> event.changes().stream().map(EventJson::toJson).iterator();
    json.put("changes", changes);
    return Json.write(json);
  }

  static Map<String, Object> toJson(Change change) {
    if (change instanceof Change.OfValue value) {
      Map<String, Object> json = target(VALUE, value);
      json.put("extent", RecordJson.toJson(value.extent()));
      json.put("field", value.field());
      json.put("before", toJson(value.before()));
      json.put("after", toJson(value.after()));
      if (value.machine() != null && !value.machine().equals(said(value.before()))) {
        json.put("machine", toJson(value.machine()));
      }
      return json;
    }
    if (change instanceof Change.OfRecord record) {
      Map<String, Object> json = target(RECORD, record);
      json.put("before", record.before() == null ? null : RecordJson.toJson(record.before()));
      json.put("after", record.after() == null ? null : RecordJson.toJson(record.after()));
      return json;
    }
    if (change instanceof Change.OfNote note) {
      Map<String, Object> json = target(NOTE, note);
      json.put("extent", RecordJson.toJson(note.extent()));
      json.put("before", toJson(note.before()));
      json.put("after", toJson(note.after()));
      return json;
    }
    if (change instanceof Change.OfRegion region) {
      Map<String, Object> json = target(REGION, region);
      json.put("before", toJson(region.before()));
      json.put("after", toJson(region.after()));
      return json;
    }
    if (change instanceof Change.OfEdition edition) {
      Map<String, Object> json = target(EDITION, edition);
      json.put("before", edition.before().toJson());
      return json;
    }
    if (change instanceof Change.OfConflict conflict) {
      Map<String, Object> json = target(CONFLICT, conflict);
      json.put("conflict", conflict.conflict());
      json.put("settled", conflict.settled());
      return json;
    }
    return ((Change.Unknown) change).json();
  }

  private static Map<String, Object> target(String what, Change change) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("what", what);
    json.put("document", change.document().toJson());
    if (change.record() != null) {
      json.put("record", change.record());
    }
    return json;
  }

  private static Object toJson(FieldValue value) {
    return value == null ? null : RecordJson.toJson(value);
  }

  private static Object toJson(Span span) {
    return span == null ? null : RecordJson.toJson(List.of(span)).get(0);
  }

  /** A note without its record, which the change names already. */
  static Map<String, Object> toJson(Note note) {
    if (note == null) {
      return null;
    }
    Map<String, Object> json = new LinkedHashMap<>();
    if (note.field() != null) {
      json.put("field", note.field());
    }
    if (note.value() != null) {
      json.put("value", RecordJson.toJson(note.value()));
      json.put("spans", RecordJson.toJson(note.spans()));
    }
    json.put("text", note.text());
    if (note.unsure()) {
      json.put("unsure", true);
    }
    return json;
  }

  static Event read(String line, String where) throws FormatException {
    List<Change> changes = new ArrayList<>();
    Node json = Node.read(line, where, "changes", change -> changes.add(change(change)));
    json.get("changes").elements();
    return new Event(
        id(json.get("id")),
        time(json.get("time")),
        json.get("profile").string(),
        json.get("type").string(),
        json.get("of").isNull() ? null : id(json.get("of")),
        changes);
  }

  static Change change(Node json) throws FormatException {
    DocumentInfo document = DocumentInfo.of(json.get("document"));
    String record = json.get("record").string(null);
    Node before = json.get("before");
    Node after = json.get("after");
    switch (json.get("what").string()) {
      case VALUE:
        FieldValue old = value(before);
        return new Change.OfValue(
            document,
            json.get("record").string(),
            RecordJson.spans(json.get("extent")),
            json.get("field").string(),
            old,
            value(after),
            json.get("machine").isNull() ? said(old) : value(json.get("machine")));
      case RECORD:
        required(before, after);
        return new Change.OfRecord(
            document,
            json.get("record").string(),
            before.isNull() ? null : RecordJson.record(before),
            after.isNull() ? null : RecordJson.record(after));
      case NOTE:
        required(before, after);
        return new Change.OfNote(
            document,
            json.get("record").string(),
            RecordJson.spans(json.get("extent")),
            note(before, record),
            note(after, record));
      case REGION:
        required(before, after);
        return new Change.OfRegion(document, span(before), span(after));
      case EDITION:
        return new Change.OfEdition(DocumentInfo.of(before), document);
      case CONFLICT:
        return new Change.OfConflict(
            document, record, json.get("conflict").string(), json.get("settled").flag(true));
      default:
        return new Change.Unknown(document, record, json.object());
    }
  }

  /** The machine's word is not written where it is the very value that was replaced. */
  private static FieldValue said(FieldValue before) {
    return before != null && before.status() == Status.MACHINE ? before : null;
  }

  private static void required(Node before, Node after) throws FormatException {
    if (before.isNull() && after.isNull()) {
      throw before.wrong("and after are both missing");
    }
  }

  private static FieldValue value(Node json) throws FormatException {
    return json.isNull() ? null : RecordJson.fieldValue(json);
  }

  static Note note(Node json, String record) throws FormatException {
    if (json.isNull()) {
      return null;
    }
    try {
      return new Note(
          record,
          json.get("field").string(null),
          json.get("value").isNull() ? null : RecordJson.value(json.get("value")),
          RecordJson.spans(json.get("spans")),
          json.get("text").string(),
          json.get("unsure").flag(false));
    } catch (IllegalArgumentException malformed) {
      throw json.wrong("is no note: " + malformed.getMessage());
    }
  }

  static Span span(Node json) throws FormatException {
    if (json.isNull()) {
      return null;
    }
    int begin = json.get("begin").integer();
    int end = json.get("end").integer();
    if (begin < 0 || end < begin) {
      throw json.wrong("runs from " + begin + " to " + end);
    }
    return new Span(begin, end);
  }

  private static EventId id(Node json) throws FormatException {
    try {
      return EventId.parse(json.string());
    } catch (IllegalArgumentException malformed) {
      throw json.wrong("is not an event's id");
    }
  }

  private static Instant time(Node json) throws FormatException {
    try {
      return Instant.parse(json.string());
    } catch (DateTimeException malformed) {
      throw json.wrong("is not a time");
    }
  }
}
