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
 * @param contents what tables of contents list, in printed order
 */
public record ParsedDocument(
    SourceDocument document,
    List<ParsedRecord> records,
    List<Gap> gaps,
    List<Problem> problems,
    List<ContentsLine> contents) {
  public ParsedDocument {
    Objects.requireNonNull(document);
    records = List.copyOf(records);
    gaps = List.copyOf(gaps);
    problems = List.copyOf(problems);
    contents = List.copyOf(contents);
  }

  /** A document without a table of contents. */
  public ParsedDocument(
      SourceDocument document, List<ParsedRecord> records, List<Gap> gaps, List<Problem> problems) {
    this(document, records, gaps, problems, List.of());
  }
}
