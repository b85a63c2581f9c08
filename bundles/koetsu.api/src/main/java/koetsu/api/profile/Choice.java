package koetsu.api.profile;

import java.util.Map;
import java.util.Objects;

/**
 * One of the contents that a slot may have.
 *
 * @param id content in files
 * @param labels language tag to what a person reads
 */
public record Choice(String id, Map<String, String> labels) {
  public Choice {
    Objects.requireNonNull(id);
    labels = Map.copyOf(labels);
  }
}
