package koetsu.api.record;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import koetsu.api.document.Span;

/**
 * A typed block of a record.
 *
 * @param type id of a section type of the profile
 * @param heading whole heading lines with their markup; empty for a block without one
 * @param body the text under the heading; empty where the heading stands alone
 * @param extra keys of a file that this version does not know, kept for the round trip
 */
public record Section(String type, List<Span> heading, List<Span> body, Map<String, Object> extra) {
  public Section {
    Objects.requireNonNull(type);
    heading = List.copyOf(heading);
    body = List.copyOf(body);
    extra = SmallMap.copyOf(extra);
  }

  public Section(String type, List<Span> heading, List<Span> body) {
    this(type, heading, body, Map.of());
  }
}
