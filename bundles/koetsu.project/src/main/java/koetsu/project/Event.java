package koetsu.project;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * One acknowledged act of a person: a line of a log, never changed and never taken out.
 *
 * @param id identity and order
 * @param time wall clock, for people; nothing is ordered by it
 * @param profile version of the profile in force
 * @param type what the person did, one of {@link EventType}'s or a newer version's; {@code undo}
 *     and {@code redo} name another event
 * @param of the event that is undone or redone, or null
 * @param changes what it did, in order; all of it or nothing when it was made, while in a merge of
 *     logs a change that does not fit becomes a {@link Conflict} and the others count
 */
public record Event(
    EventId id, Instant time, String profile, String type, EventId of, List<Change> changes) {
  public static final String UNDO = "undo";
  public static final String REDO = "redo";

  public Event {
    Objects.requireNonNull(id);
    Objects.requireNonNull(time);
    Objects.requireNonNull(profile);
    Objects.requireNonNull(type);
    changes = List.copyOf(changes);
  }

  /** The changes that take this event's back, in order. */
  public List<Change> inverse() {
    List<Change> inverse = new ArrayList<>(changes);
    Collections.reverse(inverse);
    inverse.replaceAll(Change::inverse);
    return inverse;
  }
}
