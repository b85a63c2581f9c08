package koetsu.api.profile;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import koetsu.api.record.Value;

/**
 * A typed field of the profile.
 *
 * @param id key in files
 * @param labels language tag to what a person reads
 * @param many whether a record may hold several values
 * @param slots parts of a structured value; empty for a plain text
 * @param comparison how plain texts are compared; {@link Comparison#NONE} for structured values
 * @param colour hue of its annotations as {@code #rrggbb}
 * @param key letter or digit that assigns a selection to it, or null
 * @param kinds the kinds of record that may have it; empty for all
 */
public record FieldDefinition(
    String id,
    Map<String, String> labels,
    boolean many,
    List<Slot> slots,
    Comparison comparison,
    String colour,
    String key,
    Set<String> kinds) {
  private static final String DASHES = "‐‑‒–—―−";

  public FieldDefinition {
    Objects.requireNonNull(id);
    Objects.requireNonNull(comparison);
    Objects.requireNonNull(colour);
    labels = Map.copyOf(labels);
    slots = List.copyOf(slots);
    kinds = Set.copyOf(kinds);
  }

  /** A field that records of all kinds may have. */
  public FieldDefinition(
      String id,
      Map<String, String> labels,
      boolean many,
      List<Slot> slots,
      Comparison comparison,
      String colour,
      String key) {
    this(id, labels, many, slots, comparison, colour, key, Set.of());
  }

  /**
   * The form under which two values of this field mean the same; it implements {@code equals} and
   * {@code hashCode} and is fit for nothing else.
   */
  public Object canonical(Value value) {
    if (value instanceof Value.Text text) {
      return canonical(text.text(), comparison);
    }
    Value.Slots structured = (Value.Slots) value;
    List<Object> key = new ArrayList<>();
    for (Slot slot : slots) {
      if (slot.comparison() != Comparison.NONE) {
        Object content = structured.slots().get(slot.id());
        if (slot.type() == Slot.Type.FLAG) {
          key.add(Boolean.TRUE.equals(content));
        } else if (content instanceof String text) {
          key.add(canonical(text, slot.comparison()));
        } else {
          key.add(content);
        }
      }
    }
    return key;
  }

  private static Object canonical(String text, Comparison comparison) {
    if (comparison == Comparison.EXACT) {
      return text;
    }
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC);
    StringBuilder kept = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i); // no space and no dash is a pair of surrogates
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        kept.append(DASHES.indexOf(c) >= 0 ? '-' : c);
      }
    }
    if (comparison != Comparison.QUANTITY) {
      return kept.toString();
    }
    String quantity = kept.toString().replace(",", "");
    int about = 0;
    while (about < quantity.length() && quantity.charAt(about) == '約') {
      about++;
    }
    return quantity.substring(about);
  }
}
