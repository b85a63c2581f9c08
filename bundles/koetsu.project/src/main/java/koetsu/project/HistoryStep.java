package koetsu.project;

import java.util.Objects;

/**
 * One thing that an event did to a record.
 *
 * @param event who, when, and everything else it did
 * @param change what it did to the record; for a value with what the machine had said
 * @param counted false where it found its ground taken and became a {@link Conflict}
 */
public record HistoryStep(Event event, Change change, boolean counted) {
  public HistoryStep {
    Objects.requireNonNull(event);
    Objects.requireNonNull(change);
  }
}
