package koetsu.project.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import koetsu.project.Event;
import koetsu.project.EventId;

/**
 * What an author can undo and redo: two stacks that follow from the author's events alone, so that
 * they are the same after a restart.
 */
final class History {
  private final String reviewer;
  private final Map<EventId, Event> edits = new HashMap<>();
  private final Deque<Event> done = new ArrayDeque<>();
  private final Deque<Event> undone = new ArrayDeque<>();

  History(String reviewer) {
    this.reviewer = reviewer;
  }

  void add(Event event) {
    if (!event.id().reviewer().equals(reviewer) || !Fold.isKnown(event)) {
      return;
    }
    switch (event.type()) {
      case Event.UNDO -> move(event, done, undone);
      case Event.REDO -> move(event, undone, done);
      default -> {
        edits.put(event.id(), event);
        done.push(event);
        undone.clear();
      }
    }
  }

  private void move(Event event, Deque<Event> from, Deque<Event> to) {
    Event edit = edits.get(event.of());
    if (edit != null && from.remove(edit)) {
      to.push(edit);
    }
  }

  /**
   * The last edit that can be taken back.
   *
   * @param fits whether what takes an edit back still fits
   */
  Optional<Event> undoable(Predicate<Event> fits) {
    return done.stream().filter(fits).findFirst();
  }

  /**
   * The edit taken back last that can be made again.
   *
   * @param fits whether an edit still fits
   */
  Optional<Event> redoable(Predicate<Event> fits) {
    return undone.stream().filter(fits).findFirst();
  }
}
