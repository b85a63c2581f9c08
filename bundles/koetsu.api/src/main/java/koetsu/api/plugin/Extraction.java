package koetsu.api.plugin;

import java.util.Objects;
import koetsu.api.record.FieldValue;

/**
 * A value found for a field.
 *
 * @param field id of a field of the profile
 * @param value with spans inside the document, a confidence and its why
 */
public record Extraction(String field, FieldValue value) {
  public Extraction {
    Objects.requireNonNull(field);
    Objects.requireNonNull(value);
  }
}
