package koetsu.project.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.project.Conflict;
import koetsu.project.EventId;
import koetsu.project.Note;
import koetsu.records.DocumentInfo;
import koetsu.records.FormatException;
import koetsu.records.Node;
import koetsu.records.RecordJson;

/** What is kept of a document, as a snapshot holds it. */
final class KeptJson {
  private KeptJson() {}

  static Map<String, Object> toJson(Kept kept) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("document", kept.document() == null ? null : kept.document().toJson());
    json.put("records", kept.records().stream().map(RecordJson::toJson).toList());
    json.put("taken", kept.taken().stream().map(RecordJson::toJson).toList());
    List<Object> said = new ArrayList<>();
    kept.said().forEach((place, value) -> said.add(said(place, value)));
    json.put("said", said);
    List<Object> notes = new ArrayList<>();
    for (Note note : kept.notes()) {
      Map<String, Object> its = EventJson.toJson(note);
      its.put("record", note.record());
      notes.add(its);
    }
    json.put("notes", notes);
    json.put("empty", RecordJson.toJson(kept.empty()));
    List<Object> refusals = new ArrayList<>();
    kept.allRefusals().forEach((id, refusal) -> refusals.add(refusal(id, refusal)));
    json.put("refusals", refusals);
    json.put("settled", List.copyOf(kept.settled()));
    return json;
  }

  private static Map<String, Object> said(Place place, FieldValue value) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("record", place.record());
    json.put("field", place.field());
    json.put("value", RecordJson.toJson(place.value()));
    json.put("spans", RecordJson.toJson(place.spans()));
    json.put("said", RecordJson.toJson(value));
    return json;
  }

  private static Map<String, Object> refusal(String id, Kept.Refusal refusal) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("record", refusal.record());
    json.put("aspect", Node.name(refusal.aspect()));
    json.put("change", EventJson.toJson(refusal.change()));
    json.put("event", refusal.event().toString());
    json.put("time", refusal.time().toString());
    json.put("standing", refusal.standing() == null ? null : RecordJson.toJson(refusal.standing()));
    return json;
  }

  static Kept read(Node json) throws FormatException {
    List<ParsedRecord> records = new ArrayList<>();
    for (Node record : json.get("records").elements()) {
      records.add(RecordJson.record(record));
    }
    List<ParsedRecord> taken = new ArrayList<>();
    for (Node record : json.get("taken").elements()) {
      taken.add(RecordJson.record(record));
    }
    Map<Place, FieldValue> said = new LinkedHashMap<>();
    for (Node each : json.get("said").elements()) {
      said.put(
          new Place(
              each.get("record").string(),
              each.get("field").string(),
              RecordJson.value(each.get("value")),
              RecordJson.spans(each.get("spans"))),
          RecordJson.fieldValue(each.get("said")));
    }
    List<Note> notes = new ArrayList<>();
    for (Node note : json.get("notes").elements()) {
      notes.add(EventJson.note(note, note.get("record").string()));
    }
    List<Span> empty = new ArrayList<>();
    for (Node stretch : json.get("empty").elements()) {
      empty.add(EventJson.span(stretch));
    }
    Map<String, Kept.Refusal> refusals = new LinkedHashMap<>();
    for (Node each : json.get("refusals").elements()) {
      refusals.put(each.get("id").string(), refusal(each));
    }
    List<String> settled = json.get("settled").strings();
    DocumentInfo document =
        json.get("document").isNull() ? null : DocumentInfo.of(json.get("document"));
    return new Kept(document, records, taken, said, notes, empty, refusals, settled);
  }

  private static Kept.Refusal refusal(Node json) throws FormatException {
    return new Kept.Refusal(
        json.get("record").string(null),
        json.get("aspect").oneOf(Conflict.Aspect.class, null),
        EventJson.change(json.get("change")),
        EventId.parse(json.get("event").string()),
        Instant.parse(json.get("time").string()),
        json.get("standing").isNull() ? null : RecordJson.fieldValue(json.get("standing")));
  }
}
