package koetsu.extract.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import koetsu.api.document.Span;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.Region;
import koetsu.api.record.Value;
import koetsu.api.text.Token;
import koetsu.api.text.TokenKind;

/** Reads the distinct addresses of one kind off the record's tokens. */
final class Addresses {
  private Addresses() {}

  /**
   * Each address once, at its first place; surer on a line of enquiries than in running text.
   *
   * @param rule name of the rule that the values carry
   */
  static List<Extraction> read(
      ExtractionContext context, TokenKind kind, String field, String rule) {
    List<Span> contacts = context.record().regions(Region.Role.CONTACT);
    List<Token> tokens = new ArrayList<>();
    for (Span span : context.record().spans()) {
      tokens.addAll(context.in().tokens().in(span, kind));
    }
    tokens.sort(Comparator.comparing(Token::span));
    List<Extraction> found = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Token token : tokens) {
      if (!seen.add(token.normal())) {
        context.in().trace().failed(rule, token.span(), "the same address stands further up");
        continue;
      }
      Span contact =
          contacts.stream().filter(c -> c.overlaps(token.span())).findFirst().orElse(null);
      found.add(
          new Finding(context, field, rule, List.of(token.span()))
              .because("enquiries", contact)
              .step(token.normal())
              .value(Value.of(token.normal()), contact == null ? 0.9 : 0.98));
    }
    return found;
  }
}
