package koetsu.project.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.project.Change;
import koetsu.project.Event;
import koetsu.records.DocumentInfo;

/**
 * What the events say: every record that a person has touched, as it stands after the last of them.
 * Not safe for several threads.
 */
final class Fold {

  /** What the fold holds of one document. */
  static final class Kept {
    private DocumentInfo document;
    private final Map<String, ParsedRecord> records = new LinkedHashMap<>();
    private final Map<Place, FieldValue> machine = new HashMap<>();

    DocumentInfo document() {
      return document;
    }

    Map<String, ParsedRecord> records() {
      return records;
    }

    /** What the machine had said where a decision stands now, or null. */
    FieldValue machine(String record, String field, FieldValue decision) {
      return machine.get(Place.of(record, field, decision));
    }
  }

  /** A decision's place; why and confidence do not take part, a log keeps neither exactly. */
  private record Place(String record, String field, Object value, Object spans) {
    static Place of(String record, String field, FieldValue value) {
      return new Place(record, field, value.value(), value.spans());
    }
  }

  private final Map<String, Kept> documents = new LinkedHashMap<>();
  private final List<String> conflicts = new ArrayList<>();

  /** What is kept of a document, by its file name; empty where nobody touched it. */
  Kept kept(String document) {
    return documents.getOrDefault(document, new Kept());
  }

  Iterable<String> documents() {
    return documents.keySet();
  }

  /** Changes that did not fit when their turn came, one sentence each. */
  List<String> conflicts() {
    return List.copyOf(conflicts);
  }

  void apply(Event event) {
    for (Change change : event.changes()) {
      Kept kept = documents.computeIfAbsent(change.document().name(), name -> new Kept());
      kept.document = change.document();
      String misfit =
          change instanceof Change.OfValue value
              ? apply(kept, value)
              : apply(kept, (Change.OfRecord) change);
      if (misfit != null) {
        conflicts.add(
            change.document().name()
                + ", "
                + change.record()
                + ", event "
                + event.id()
                + ": "
                + misfit);
      }
    }
  }

  /** Whether every change of an event would fit now. */
  boolean fits(List<Change> changes) {
    Fold trial = new Fold();
    for (Change change : changes) {
      Kept now = kept(change.document().name());
      Kept copy =
          trial.documents.computeIfAbsent(
              change.document().name(),
              name -> {
                Kept made = new Kept();
                made.records.putAll(now.records);
                return made;
              });
      String misfit =
          change instanceof Change.OfValue value
              ? apply(copy, value)
              : apply(copy, (Change.OfRecord) change);
      if (misfit != null) {
        return false;
      }
    }
    return true;
  }

  private static String apply(Kept kept, Change.OfRecord change) {
    ParsedRecord now = kept.records.get(change.record());
    if (change.before() == null && now != null) {
      // Two people took the same record into keeping; the first one's copy serves both.
      return Lines.overlap(now.spans(), change.after().spans())
          ? null
          : "another record has this id already";
    }
    if (change.after() == null && now != null && !same(now, change.before())) {
      // Somebody else has decided on the record meanwhile, so it stays in keeping.
      return null;
    }
    if (change.before() != null && !same(now, change.before())) {
      return "the record was changed by somebody else before";
    }
    if (change.after() == null) {
      kept.records.remove(change.record());
    } else {
      kept.records.put(change.record(), change.after());
    }
    return null;
  }

  private static String apply(Kept kept, Change.OfValue change) {
    ParsedRecord record = kept.records.get(change.record());
    if (record == null) {
      return "the record is not there any more";
    }
    List<FieldValue> values = new ArrayList<>(record.values(change.field()));
    int at = -1;
    if (change.before() != null) {
      at = find(values, change.before());
      if (at < 0) {
        return "the value of " + change.field() + " was changed by somebody else before";
      }
      values.remove(at);
    }
    if (change.after() != null) {
      values.add(at < 0 ? position(values, change.after()) : at, change.after());
      if (change.machine() != null) {
        kept.machine.put(
            Place.of(change.record(), change.field(), change.after()), change.machine());
      }
    }
    kept.records.put(record.id(), record.withField(change.field(), values));
    return null;
  }

  /** Where a value belongs in printed order; one without a place goes last. */
  static int position(List<FieldValue> values, FieldValue added) {
    if (added.spans().isEmpty()) {
      return values.size();
    }
    int begin = added.spans().get(0).begin();
    int at = 0;
    while (at < values.size()
        && !values.get(at).spans().isEmpty()
        && values.get(at).spans().get(0).begin() <= begin) {
      at++;
    }
    return at;
  }

  static int find(List<FieldValue> values, FieldValue wanted) {
    for (int i = 0; i < values.size(); i++) {
      if (same(values.get(i), wanted)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean same(FieldValue one, FieldValue other) {
    return one.status() == other.status()
        && one.value().equals(other.value())
        && one.spans().equals(other.spans())
        && Objects.equals(one.text(), other.text());
  }

  private static boolean same(ParsedRecord one, ParsedRecord other) {
    if (one == null
        || !Objects.equals(one.parent(), other.parent())
        || !one.kind().equals(other.kind())
        || one.state() != other.state()
        || !one.spans().equals(other.spans())
        || !one.sections().equals(other.sections())
        || !one.fields().keySet().equals(other.fields().keySet())) {
      return false;
    }
    for (String field : one.fields().keySet()) {
      List<FieldValue> left = one.values(field);
      List<FieldValue> right = other.values(field);
      if (left.size() != right.size()) {
        return false;
      }
      for (int i = 0; i < left.size(); i++) {
        if (!same(left.get(i), right.get(i))) {
          return false;
        }
      }
    }
    return true;
  }
}
