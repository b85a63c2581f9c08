package koetsu.api.plugin;

import java.util.List;
import java.util.Objects;
import koetsu.api.document.Span;
import koetsu.api.record.ParsedDocument;

/**
 * A document's records and what they can be held against.
 *
 * @param in the document and its services
 * @param parsed its records and gaps, as extracted or as a reviewer left them
 * @param others the other documents of the project, in any order; empty where a document stands
 *     alone
 */
public record ValidationContext(
    DocumentContext in, ParsedDocument parsed, List<ParsedDocument> others) {
  public ValidationContext {
    Objects.requireNonNull(in);
    Objects.requireNonNull(parsed);
    others = List.copyOf(others);
  }

  /** The text that a span covers. */
  public String slice(Span span) {
    return in.document().slice(span);
  }
}
