package koetsu.review.internal;

import java.util.List;
import java.util.Optional;
import koetsu.api.record.FieldValue;
import koetsu.project.Note;
import koetsu.review.Survey;

/** Finds what reviewers wrote about values and records. */
final class Notes {
  private Notes() {}

  /** The note on a value, or on the record where no value is given. */
  static Optional<Note> on(Survey survey, String record, String field, FieldValue value) {
    return survey.entry(record).map(Survey.Entry::notes).orElse(List.of()).stream()
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
}
