package koetsu.api.record;

import java.util.List;
import java.util.Objects;
import koetsu.api.document.SourceDocument;

/**
 * Everything the machine says about one document.
 *
 * @param document the source
 * @param records in document order
 * @param gaps stretches that belong to no record, in document order
 * @param problems findings and failures
 */
public record ParsedDocument(
    SourceDocument document, List<ParsedRecord> records, List<Gap> gaps, List<Problem> problems) {
  public ParsedDocument {
    Objects.requireNonNull(document);
    records = List.copyOf(records);
    gaps = List.copyOf(gaps);
    problems = List.copyOf(problems);
  }
}
