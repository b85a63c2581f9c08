package koetsu.project.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;
import koetsu.project.Event;

/**
 * What an author can undo and redo: two stacks that follow from the author's events alone, so that
 * they are the same after a restart.
 */
final class History {
  private final String reviewer;
  private final Deque<Entry> done = new ArrayDeque<>();
  private final Deque<Entry> undone = new ArrayDeque<>();

  History(String reviewer) {
    this.reviewer = reviewer;
  }

  void add(Entry entry) {
    if (!entry.id().reviewer().equals(reviewer)) {
      return;
    }
    switch (entry.role()) {
      case UNDO -> move(entry, done, undone);
      case REDO -> move(entry, undone, done);
      case EDIT -> {
        done.push(entry);
        undone.clear();
      }
      case UNKNOWN -> {
        // Nobody here could say how to take it back.
      }
    }
  }

  private static void move(Entry mover, Deque<Entry> from, Deque<Entry> to) {
    for (Entry edit : from) {
      if (edit.id().equals(mover.of())) {
        from.remove(edit);
        to.push(edit);
        return;
      }
    }
  }

  /**
   * The last edit that can be taken back.
   *
   * @param fits whether what takes an edit back still fits
   */
  Optional<Event> undoable(Predicate<Event> fits) {
    return done.stream().map(Entry::read).filter(fits).findFirst();
  }

  /**
   * The edit taken back last that can be made again.
   *
   * @param fits whether an edit still fits
   */
  Optional<Event> redoable(Predicate<Event> fits) {
    return undone.stream().map(Entry::read).filter(fits).findFirst();
  }
}
