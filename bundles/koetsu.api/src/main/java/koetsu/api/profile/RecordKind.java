package koetsu.api.profile;

import java.util.Map;
import java.util.Objects;

/**
 * A kind of record.
 *
 * @param id key in files
 * @param labels language tag to what a person reads
 */
public record RecordKind(String id, Map<String, String> labels) {
  public RecordKind {
    Objects.requireNonNull(id);
    labels = Map.copyOf(labels);
  }
}
