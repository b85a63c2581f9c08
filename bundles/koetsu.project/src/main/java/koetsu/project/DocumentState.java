package koetsu.project;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import koetsu.api.document.SourceDocument;
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
 */
public record DocumentState(
    SourceDocument document, List<ParsedRecord> records, List<Gap> gaps, List<Problem> problems) {
  public DocumentState {
    Objects.requireNonNull(document);
    records = List.copyOf(records);
    gaps = List.copyOf(gaps);
    problems = List.copyOf(problems);
  }

  public Optional<ParsedRecord> record(String id) {
    return records.stream().filter(r -> r.id().equals(id)).findFirst();
  }
}
