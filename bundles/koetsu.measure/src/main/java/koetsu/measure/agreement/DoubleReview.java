package koetsu.measure.agreement;

import java.util.List;
import java.util.Objects;
import koetsu.api.document.SourceDocument;
import koetsu.api.record.ParsedRecord;

/**
 * A document that two reviewers worked on without seeing each other's work.
 *
 * @param document the source
 * @param one records that the one has reviewed, in document order
 * @param other records that the other has reviewed, in document order
 */
public record DoubleReview(
    SourceDocument document, List<ParsedRecord> one, List<ParsedRecord> other) {
  public DoubleReview {
    Objects.requireNonNull(document);
    one = List.copyOf(one);
    other = List.copyOf(other);
  }
}
