package koetsu.project.internal;

import java.util.List;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Value;
import koetsu.project.Note;

/**
 * What a decision or note is about; status, why and confidence do not take part, because a log
 * keeps the last two not exactly.
 */
record Place(String record, String field, Value value, List<Span> spans) {
  static Place of(String record, String field, FieldValue value) {
    return new Place(record, field, value.value(), value.spans());
  }

  static Place of(Note note) {
    return new Place(note.record(), note.field(), note.value(), note.spans());
  }
}
