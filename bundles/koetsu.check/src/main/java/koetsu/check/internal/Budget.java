package koetsu.check.internal;

import java.util.List;
import java.util.Objects;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Value;
import koetsu.api.text.TextServices;
import koetsu.api.text.Token;
import koetsu.api.text.TokenKind;

/** A budget figure of a record with its slots at hand. */
record Budget(FieldValue printed, Value.Slots slots) {
  static List<Budget> of(ParsedRecord record) {
    return record.live("budget").stream()
        .filter(v -> v.value() instanceof Value.Slots)
        .map(v -> new Budget(v, (Value.Slots) v.value()))
        .toList();
  }

  Long fiscalYear() {
    return slots.number("fiscalYear");
  }

  String stage() {
    return slots.string("stage");
  }

  Long amount() {
    return slots.number("amountYen");
  }

  Long previous() {
    return slots.number("previousYen");
  }

  boolean part() {
    return slots.flag("partOf");
  }

  /** Whether both figures speak of the same year and stage. */
  boolean isLike(Budget other) {
    return Objects.equals(fiscalYear(), other.fiscalYear())
        && Objects.equals(stage(), other.stage());
  }

  Span span() {
    return printed.spans().isEmpty() ? null : printed.spans().get(0);
  }

  /**
   * By how much a printed amount may differ from the exact one: half of its last printed place
   * (7.3億円: 500万円).
   */
  double rounding(long yen, TextServices text) {
    return place(yen, text) / 2;
  }

  private double place(long yen, TextServices text) {
    if (printed.text() != null) {
      SourceDocument line = new SourceDocument("", "", "", printed.text(), List.of());
      for (Token token : text.scan(line).in(new Span(0, line.length()), TokenKind.MONEY)) {
        String digits = token.normal().replaceAll("[^0-9]", "");
        boolean oneGroup = token.normal().matches("[0-9.,]+[^0-9]*");
        if (oneGroup && Objects.equals(token.number(), yen) && !digits.matches("0*")) {
          return (double) yen / Long.parseLong(digits);
        }
      }
    }
    long place = 1;
    while (yen > 0 && yen % (place * 10) == 0) {
      place *= 10;
    }
    return place;
  }
}
