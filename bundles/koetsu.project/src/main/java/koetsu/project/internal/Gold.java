package koetsu.project.internal;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Status;
import koetsu.records.RecordFile;

/** The gold that follows from what is kept of a document. */
final class Gold {
  private Gold() {}

  /** Every reviewed or locked record without refused values, in document order. */
  static RecordFile of(Kept kept) {
    List<ParsedRecord> records =
        kept.records().stream()
            .filter(r -> r.state() == RecordState.REVIEWED || r.state() == RecordState.LOCKED)
            .map(Gold::withoutRefused)
            .sorted(Comparator.comparingInt(ParsedRecord::begin).thenComparing(ParsedRecord::id))
            .toList();
    return new RecordFile(kept.document(), records);
  }

  private static ParsedRecord withoutRefused(ParsedRecord record) {
    Map<String, List<FieldValue>> fields = new LinkedHashMap<>();
    record
        .fields()
        .forEach(
            (field, values) ->
                fields.put(
                    field, values.stream().filter(v -> v.status() != Status.REJECTED).toList()));
    return record.withFields(fields);
  }
}
