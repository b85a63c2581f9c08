package koetsu.project;

import java.time.Instant;
import java.util.Objects;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;

/**
 * Two decisions that do not go together, made by reviewers who did not know of each other's; the
 * earlier one in the order of the logs stands until somebody settles it.
 *
 * @param id names the conflict in commands and in the log; it follows from the refused event alone
 * @param document name of the document
 * @param record permanent id of the record
 * @param aspect what of the record they disagree on
 * @param field the field for {@link Aspect#VALUE}, else null
 * @param standing the decision that counts now
 * @param refused the decision that found its ground taken
 */
public record Conflict(
    String id,
    String document,
    String record,
    Aspect aspect,
    String field,
    Decision standing,
    Decision refused) {

  /** What of a record two reviewers can disagree on. */
  public enum Aspect {
    VALUE,
    KIND,
    PARENT,
    EXTENT,
    SECTIONS,
    /** Whether there is a record at all. */
    RECORD,
    /** The decision was made on another edition of the document. */
    EDITION
  }

  /**
   * One side of a conflict.
   *
   * @param event the event that made it, or null where the machine's word stands
   * @param time wall clock of that event, or null with it
   * @param value the value decided on, or null where it was taken away or the conflict is about
   *     something else
   * @param record the record as decided, or null for {@link Aspect#VALUE} or where it was taken
   *     away
   */
  public record Decision(EventId event, Instant time, FieldValue value, ParsedRecord record) {}

  public Conflict {
    Objects.requireNonNull(id);
    Objects.requireNonNull(document);
    Objects.requireNonNull(record);
    Objects.requireNonNull(aspect);
    Objects.requireNonNull(standing);
    Objects.requireNonNull(refused);
  }
}
