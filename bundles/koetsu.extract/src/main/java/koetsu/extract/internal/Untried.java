package koetsu.extract.internal;

import java.util.List;
import koetsu.api.document.Span;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.text.Token;
import koetsu.api.text.TokenKind;

/**
 * Tells the trace about tokens that a rule never tries because of where they stand; does nothing
 * where nobody asks.
 */
final class Untried {
  private Untried() {}

  /** Tokens inside a span. */
  static void in(
      ExtractionContext context, TokenKind kind, Span span, String rule, String condition) {
    if (context.in().trace().enabled()) {
      for (Token token : context.in().tokens().in(span, kind)) {
        context.in().trace().failed(rule, token.span(), condition);
      }
    }
  }

  /** Tokens of the record outside all the spans that the rule reads. */
  static void outside(
      ExtractionContext context, TokenKind kind, List<Span> read, String rule, String condition) {
    if (context.in().trace().enabled()) {
      Spans tried = new Spans(read);
      for (Span span : context.record().spans()) {
        for (Token token : context.in().tokens().in(span, kind)) {
          if (!tried.overlap(token.span())) {
            context.in().trace().failed(rule, token.span(), condition);
          }
        }
      }
    }
  }
}
