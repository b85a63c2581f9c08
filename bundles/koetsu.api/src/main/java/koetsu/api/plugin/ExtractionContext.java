package koetsu.api.plugin;

import java.util.Objects;
import koetsu.api.document.Span;

/**
 * One record of a document under work.
 *
 * @param in the document and its services
 * @param record the record whose fields are wanted
 */
public record ExtractionContext(DocumentContext in, RecordDraft record) {
  public ExtractionContext {
    Objects.requireNonNull(in);
    Objects.requireNonNull(record);
  }

  /** The text that a span covers. */
  public String slice(Span span) {
    return in.document().slice(span);
  }
}
