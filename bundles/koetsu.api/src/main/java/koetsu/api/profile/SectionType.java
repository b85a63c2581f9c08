package koetsu.api.profile;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A kind of block inside a record.
 *
 * @param id key in files
 * @param labels language tag to what a person reads
 * @param headings printed headings that open such a block, most usual first, written without marks
 *     and numbering
 * @param colour hue of its band as {@code #rrggbb}
 */
public record SectionType(
    String id, Map<String, String> labels, List<String> headings, String colour) {
  public SectionType {
    Objects.requireNonNull(id);
    Objects.requireNonNull(colour);
    labels = Map.copyOf(labels);
    headings = List.copyOf(headings);
  }
}
