package koetsu.project.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import koetsu.project.Event;
import koetsu.project.EventId;

/**
 * What an author can undo and redo: two stacks that follow from the author's events alone, so that
 * they are the same after a restart.
 */
public final class History {
  private final String reviewer;
  private final Map<EventId, Event> edits = new HashMap<>();
  private final Deque<Event> done = new ArrayDeque<>();
  private final Deque<Event> undone = new ArrayDeque<>();

  History(String reviewer) {
    this.reviewer = reviewer;
  }

  void add(Event event) {
    if (!event.id().reviewer().equals(reviewer)) {
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

  public Optional<Event> undoable() {
    return Optional.ofNullable(done.peek());
  }

  public Optional<Event> redoable() {
    return Optional.ofNullable(undone.peek());
  }
}
