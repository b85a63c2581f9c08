package koetsu.project.drift;

import java.util.List;
import java.util.Objects;
import koetsu.api.document.Span;

/**
 * A place in an edition that a decision hangs on.
 *
 * @param record id of the record it belongs to, or null where it belongs to none
 * @param part what it is of the record
 * @param field the field for {@link Part#VALUE}, else null
 * @param index of the value in its field, or of the section in its record; else 0
 * @param spans where it is, ascending
 */
public record Anchor(String record, Part part, String field, int index, List<Span> spans) {

  /** What can have a place. */
  public enum Part {
    EXTENT,
    VALUE,
    HEADING,
    BODY,
    /** A stretch that holds no record. */
    EMPTY
  }

  public Anchor {
    Objects.requireNonNull(part);
    spans = List.copyOf(spans);
  }
}
