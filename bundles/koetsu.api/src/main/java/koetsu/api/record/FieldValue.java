package koetsu.api.record;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import koetsu.api.document.Span;

/**
 * One value of a field: what it means, what is printed, where, how sure, and whose word it is.
 *
 * @param value normalised value
 * @param text as printed: the source between the first begin and the last end, line breaks kept;
 *     null where a person gave the value without a place
 * @param spans places of the value, ascending; empty only for a value that a person gave
 * @param confidence from 0 to 1, or null where nobody estimated it
 * @param extractor {@code bundle-symbolic-name/version#rule}, or null for a value that a person
 *     gave
 * @param status who stands behind it
 * @param why how it came about, or null (it is not stored in files)
 * @param extra keys of a file that this version does not know, kept for the round trip
 */
public record FieldValue(
    Value value,
    String text,
    List<Span> spans,
    Double confidence,
    String extractor,
    Status status,
    Why why,
    Map<String, Object> extra) {
  public FieldValue {
    Objects.requireNonNull(value);
    Objects.requireNonNull(status);
    spans = List.copyOf(spans);
    extra = SmallMap.copyOf(extra);
    if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence " + confidence + " is not in 0..1");
    }
  }

  /**
   * A value as an extractor makes it; the pipeline puts the bundle and its version before the rule.
   */
  public static FieldValue machine(
      Value value, String text, List<Span> spans, double confidence, Why why) {
    return new FieldValue(
        value, text, spans, confidence, why.rule(), Status.MACHINE, why, Map.of());
  }

  public FieldValue withStatus(Status changed) {
    return new FieldValue(value, text, spans, confidence, extractor, changed, why, extra);
  }

  public FieldValue withExtractor(String changed) {
    return new FieldValue(value, text, spans, confidence, changed, status, why, extra);
  }

  public FieldValue withConfidence(Double changed) {
    return new FieldValue(value, text, spans, changed, extractor, status, why, extra);
  }

  public FieldValue withWhy(Why changed) {
    return new FieldValue(value, text, spans, confidence, extractor, status, changed, extra);
  }
}
