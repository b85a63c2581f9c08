package koetsu.review.internal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.profile.Choice;
import koetsu.api.profile.Comparison;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Slot;
import koetsu.api.record.Value;
import koetsu.api.text.TextServices;
import koetsu.api.text.Token;
import koetsu.api.text.TokenIndex;
import koetsu.api.text.TokenKind;

/** Reads what a person typed or selected as the content of a field. Knows types only, no field. */
final class ValueReader {
  private final TextServices text;

  ValueReader(TextServices text) {
    this.text = text;
  }

  /**
   * The content of a typed slot.
   *
   * @param typed not blank
   * @return empty where it is no content of that type
   */
  Optional<Object> read(Slot slot, String typed) {
    String content = typed.strip();
    return switch (slot.type()) {
      case TEXT -> Optional.of(content);
      case CHOICE -> slot.choice(content).map(Choice::id);
      case FLAG -> Optional.of(Boolean.valueOf(content));
      case NUMBER -> text.number(content).flatMap(ValueReader::whole).map(Object.class::cast);
      case YEN -> yen(content).map(Object.class::cast);
      case FISCAL_YEAR -> year(content).map(Object.class::cast);
    };
  }

  private Optional<Long> yen(String typed) {
    OptionalLong amount = text.yen(typed);
    if (amount.isEmpty()) {
      // what people leave out when they type: 12億 means 12億円
      amount = text.yen(typed + "円");
    }
    return amount.isPresent() ? Optional.of(amount.getAsLong()) : Optional.empty();
  }

  private Optional<Long> year(String typed) {
    OptionalInt year = text.year(typed);
    if (year.isEmpty()) {
      year = text.year(typed + "年度");
    }
    return year.isPresent() ? Optional.of((long) year.getAsInt()) : Optional.empty();
  }

  private static Optional<Long> whole(BigDecimal number) {
    try {
      return Optional.of(number.longValueExact());
    } catch (ArithmeticException fraction) {
      return Optional.empty();
    }
  }

  /**
   * The content of a field as selected text says it: the first amount, year or number in it for a
   * slot of that type, the whole text for a text.
   *
   * @param tokens scan of the document
   */
  Value select(FieldDefinition field, SourceDocument document, Span span, TokenIndex tokens) {
    String selected = joined(document.slice(span));
    if (field.slots().isEmpty()) {
      return Value.of(selected);
    }
    Map<String, Object> slots = new LinkedHashMap<>();
    // the first token of a kind goes to the first slot of that type, the second to the second
    Map<TokenKind, Integer> used = new LinkedHashMap<>();
    for (Slot slot : field.slots()) {
      slots.put(
          slot.id(),
          switch (slot.type()) {
            case TEXT ->
                slot.comparison() == Comparison.NONE
                    ? selected
                    : next(tokens, span, TokenKind.QUANTITY, used)
                        .map(Token::normal)
                        .orElse(selected);
            case YEN -> next(tokens, span, TokenKind.MONEY, used).map(Token::number).orElse(null);
            case FISCAL_YEAR ->
                next(tokens, span, TokenKind.YEAR, used).map(Token::number).orElse(null);
            case NUMBER ->
                next(tokens, span, TokenKind.NUMBER, used).map(Token::number).orElse(null);
            case FLAG -> false;
            // the last choice of a profile is its “anything else”
            case CHOICE -> slot.choices().get(slot.choices().size() - 1).id();
          });
    }
    return Value.of(slots);
  }

  /**
   * What a value says once its place has moved. A text says what is printed there; a slot that said
   * what the old place says, says what the new one says.
   *
   * @param tokens scan of the document
   */
  Value follow(
      FieldDefinition field,
      SourceDocument document,
      Value value,
      List<Span> before,
      List<Span> after,
      TokenIndex tokens) {
    if (value instanceof Value.Text) {
      StringBuilder printed = new StringBuilder();
      after.forEach(span -> printed.append(joined(document.slice(span))));
      return Value.of(printed.toString());
    }
    Map<String, Object> slots = new LinkedHashMap<>(((Value.Slots) value).slots());
    if (!before.isEmpty()) {
      Map<String, Object> old = read(field, document, before, tokens);
      Map<String, Object> now = read(field, document, after, tokens);
      slots.replaceAll((slot, said) -> Objects.equals(said, old.get(slot)) ? now.get(slot) : said);
    }
    return Value.of(slots);
  }

  private Map<String, Object> read(
      FieldDefinition field, SourceDocument document, List<Span> spans, TokenIndex tokens) {
    Span whole = spans.get(0).cover(spans.get(spans.size() - 1));
    return ((Value.Slots) select(field, document, whole, tokens)).slots();
  }

  private static Optional<Token> next(
      TokenIndex tokens, Span span, TokenKind kind, Map<TokenKind, Integer> used) {
    List<Token> found = tokens.in(span, kind);
    int at = used.merge(kind, 1, Integer::sum) - 1;
    return at < found.size() ? Optional.of(found.get(at)) : Optional.empty();
  }

  /**
   * A text that was broken over lines, put together again as the conventions want it: without a
   * separator.
   */
  private static String joined(String selected) {
    StringBuilder whole = new StringBuilder();
    selected.lines().map(String::strip).forEach(whole::append);
    return whole.toString();
  }
}
