package koetsu.project;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.ContentsLine;
import koetsu.api.record.Gap;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;

/**
 * A document as the project sees it: what the machine says, with every human decision in its place.
 *
 * @param document source text
 * @param records in document order, under their permanent ids
 * @param gaps stretches that belong to no record, in document order
 * @param problems the machine's, and decisions that find no place
 * @param rejected records that a person said are none, in document order
 * @param empty stretches of which a person said that no record is there, in document order
 * @param notes what reviewers wrote
 * @param contents what tables of contents list, in printed order, under permanent ids
 */
public record DocumentState(
    SourceDocument document,
    List<ParsedRecord> records,
    List<Gap> gaps,
    List<Problem> problems,
    List<ParsedRecord> rejected,
    List<Span> empty,
    List<Note> notes,
    List<ContentsLine> contents) {
  public DocumentState {
    Objects.requireNonNull(document);
    records = List.copyOf(records);
    gaps = List.copyOf(gaps);
    problems = List.copyOf(problems);
    rejected = List.copyOf(rejected);
    empty = List.copyOf(empty);
    notes = List.copyOf(notes);
    contents = List.copyOf(contents);
  }

  /** A document on which nobody rejected, marked or noted anything. */
  public DocumentState(
      SourceDocument document, List<ParsedRecord> records, List<Gap> gaps, List<Problem> problems) {
    this(document, records, gaps, problems, List.of(), List.of(), List.of(), List.of());
  }

  /** A record that counts, by its permanent id. */
  public Optional<ParsedRecord> record(String id) {
    for (ParsedRecord record : records) {
      if (record.id().equals(id)) {
        return Optional.of(record);
      }
    }
    return Optional.empty();
  }
}
