package koetsu.review.internal;

import java.util.Optional;
import koetsu.api.record.FieldValue;
import koetsu.project.DocumentState;
import koetsu.project.Note;

/** Finds what reviewers wrote about values and records. */
final class Notes {
  private Notes() {}

  /** The note on a value, or on the record where no value is given. */
  static Optional<Note> on(DocumentState state, String record, String field, FieldValue value) {
    return state.notes().stream()
        .filter(n -> n.record().equals(record))
        .filter(n -> value == null ? n.field() == null : n.isAbout(field, value))
        .findFirst();
  }

  /** What a note says, on one line. */
  static String text(Note note) {
    if (!note.unsure()) {
      return note.text();
    }
    return note.text().isEmpty()
        ? Texts.of("note.unsure")
        : Texts.of("note.unsure.text", note.text());
  }

  /** Whether something of a record is marked as unsure. */
  static boolean isUnsure(DocumentState state, String record) {
    return state.notes().stream().anyMatch(n -> n.unsure() && n.record().equals(record));
  }
}
