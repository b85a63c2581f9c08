package koetsu.project;

import java.util.List;
import java.util.Objects;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Value;

/**
 * What a reviewer wrote about a record, a field or one value; it stays in the event log and never
 * gets into the gold.
 *
 * @param record permanent id of the record
 * @param field the field, or null for the record as a whole
 * @param value the value, or null for the field or record as a whole
 * @param spans places of that value; empty where {@code value} is null or has no place
 * @param text what the reviewer wrote; empty for a bare mark
 * @param unsure whether it marks something to be looked at again
 */
public record Note(
    String record, String field, Value value, List<Span> spans, String text, boolean unsure) {
  public Note {
    Objects.requireNonNull(record);
    Objects.requireNonNull(text);
    spans = List.copyOf(spans);
    if (field == null && value != null) {
      throw new IllegalArgumentException("a value without its field");
    }
    if (text.isEmpty() && !unsure) {
      throw new IllegalArgumentException("a note that says nothing");
    }
  }

  /**
   * A note about something of a record.
   *
   * @param field the field, or null
   * @param value a value of that field, or null
   */
  public static Note of(
      String record, String field, FieldValue value, String text, boolean unsure) {
    return new Note(
        record,
        field,
        value == null ? null : value.value(),
        value == null ? List.of() : value.spans(),
        text,
        unsure);
  }

  /** The same about another record. */
  public Note on(String other) {
    return other.equals(record) ? this : new Note(other, field, value, spans, text, unsure);
  }

  /** The same with another message. */
  public Note with(String otherText, boolean otherUnsure) {
    return new Note(record, field, value, spans, otherText, otherUnsure);
  }

  /** Whether this note is about a value of a field. */
  public boolean isAbout(String otherField, FieldValue other) {
    return Objects.equals(field, otherField)
        && other.value().equals(value)
        && other.spans().equals(spans);
  }
}
