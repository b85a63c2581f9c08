package koetsu.review.internal;

import java.util.List;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;

/**
 * A line of the answer to why.
 *
 * @param text what it says
 * @param source the rule that is responsible, or an empty string
 * @param place where to go from here, or null
 * @param field id of the field whose value stands at the place, or null
 * @param value the value it speaks of, or null
 * @param children what it rests on
 * @param open whether the children are shown at once
 */
record WhyLine(
    String text,
    String source,
    Span place,
    String field,
    FieldValue value,
    List<WhyLine> children,
    boolean open) {

  static WhyLine of(String text) {
    return new WhyLine(text, "", null, null, null, List.of(), false);
  }

  WhyLine by(String rule) {
    return new WhyLine(text, rule == null ? "" : rule, place, field, value, children, open);
  }

  WhyLine at(Span target) {
    return new WhyLine(text, source, target, field, value, children, open);
  }

  WhyLine about(String id, FieldValue said) {
    Span first = said.spans().isEmpty() ? null : said.spans().get(0);
    return new WhyLine(text, source, first, id, said, children, open);
  }

  WhyLine with(List<WhyLine> lines, boolean shown) {
    return new WhyLine(text, source, place, field, value, lines, shown);
  }
}
