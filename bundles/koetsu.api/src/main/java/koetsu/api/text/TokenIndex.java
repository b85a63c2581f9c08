package koetsu.api.text;

import java.util.List;
import koetsu.api.document.Span;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The tokens of one document, found by one linear scan and ordered by begin, then longest first. A
 * piece of text may be covered by tokens of several kinds (a percentage is a quantity and may be a
 * rate). Safe for any thread.
 */
@ProviderType
public interface TokenIndex {
  /**
   * Tokens of a kind that lie wholly inside a span, in order; the cost grows with their number, not
   * the document's.
   */
  List<Token> in(Span span, TokenKind kind);

  /** Number of tokens of all kinds. */
  int size();
}
