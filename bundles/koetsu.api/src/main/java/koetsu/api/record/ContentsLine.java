package koetsu.api.record;

import java.util.Objects;
import koetsu.api.document.Span;

/**
 * What a table of contents lists, beside the record it names.
 *
 * @param title as it is listed, its number before it
 * @param span where the title is listed, up to its last line
 * @param record id of the record, or null where none was found
 */
public record ContentsLine(String title, Span span, String record) {
  public ContentsLine {
    Objects.requireNonNull(title);
    Objects.requireNonNull(span);
  }

  /** The same line with the record under another id; null for none. */
  public ContentsLine withRecord(String id) {
    return new ContentsLine(title, span, id);
  }
}
