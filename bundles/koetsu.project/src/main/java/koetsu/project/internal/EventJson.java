package koetsu.project.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import koetsu.project.Change;
import koetsu.project.Event;
import koetsu.project.EventId;
import koetsu.records.DocumentInfo;
import koetsu.records.FormatException;
import koetsu.records.Json;
import koetsu.records.Node;
import koetsu.records.RecordJson;

/**
 * Events as lines of a log: keys in the order a person wants to read them, nothing left to guess.
 */
final class EventJson {

  /** An event with a change of a kind that this version does not know. */
  static final class UnknownKindException extends Exception {
    private static final long serialVersionUID = 1L;

    UnknownKindException(String message) {
      super(message);
    }
  }

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
    json.put("changes", event.changes().stream().map(EventJson::change).toList());
    return Json.write(json);
  }

  private static Map<String, Object> change(Change change) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("document", change.document().toJson());
    json.put("record", change.record());
    if (change instanceof Change.OfValue value) {
      json.put("field", value.field());
      json.put("before", value.before() == null ? null : RecordJson.toJson(value.before()));
      json.put("after", value.after() == null ? null : RecordJson.toJson(value.after()));
      if (value.machine() != null && !value.machine().equals(value.before())) {
        json.put("machine", RecordJson.toJson(value.machine()));
      }
    } else {
      Change.OfRecord record = (Change.OfRecord) change;
      json.put("before", record.before() == null ? null : RecordJson.toJson(record.before()));
      json.put("after", record.after() == null ? null : RecordJson.toJson(record.after()));
    }
    return json;
  }

  static Event read(String line, String where) throws FormatException, UnknownKindException {
    Node json = Node.of(Json.read(line, where), where);
    List<Change> changes = new ArrayList<>();
    for (Node change : json.get("changes").elements()) {
      changes.add(change(change));
    }
    return new Event(
        id(json.get("id")),
        time(json.get("time")),
        json.get("profile").string(),
        json.get("type").string(),
        json.get("of").isNull() ? null : id(json.get("of")),
        changes);
  }

  private static Change change(Node json) throws FormatException, UnknownKindException {
    if (!json.keys().containsAll(List.of("document", "record", "before", "after"))) {
      throw new UnknownKindException(
          "a change with the keys " + json.keys() + " is of a kind that a newer Koetsu made");
    }
    DocumentInfo document = DocumentInfo.of(json.get("document"));
    String record = json.get("record").string();
    Node before = json.get("before");
    Node after = json.get("after");
    if (json.get("field").isNull()) {
      return new Change.OfRecord(
          document,
          record,
          before.isNull() ? null : RecordJson.record(before),
          after.isNull() ? null : RecordJson.record(after));
    }
    var old = before.isNull() ? null : RecordJson.fieldValue(before);
    Node machine = json.get("machine");
    return new Change.OfValue(
        document,
        record,
        json.get("field").string(),
        old,
        after.isNull() ? null : RecordJson.fieldValue(after),
        machine.isNull()
            ? (old != null && old.extractor() != null ? old : null)
            : RecordJson.fieldValue(machine));
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
