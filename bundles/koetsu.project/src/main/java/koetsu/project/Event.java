package koetsu.project;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One acknowledged act of a person: a line of a log, never changed and never taken out.
 *
 * @param id identity and order
 * @param time wall clock, for people; nothing is ordered by it
 * @param profile version of the profile in force
 * @param type what the person did, for example {@code value.correct}; {@code undo} and {@code redo}
 *     name another event
 * @param of the event that is undone or redone, or null
 * @param changes what it did, in order; all of it or nothing
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
}
