package koetsu.project.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import koetsu.project.Change;
import koetsu.project.Event;
import koetsu.project.EventId;

/**
 * What an author can undo and redo: two stacks that follow from the log alone, so that they are the
 * same after a restart.
 *
 * <p>Whether an edit still fits is found by trying, which takes as long as making it. Where nothing
 * came since, or nothing that was not taken back, it need not be tried.
 */
final class History {
  private final String reviewer;
  private final Predicate<List<Change>> fits;
  private final Deque<Edit> done = new ArrayDeque<>();
  private final Deque<Edit> undone = new ArrayDeque<>();

  /** What counts of everybody's edits, without those that were taken back right after. */
  private final Deque<EventId> standing = new ArrayDeque<>();

  /** The edit that was made, taken back or made again last; null before. */
  private Event last;

  /** What can be undone and redone, as long as nothing is added; null until asked for. */
  private Optional<Entry> undoable;

  private Optional<Entry> redoable;

  /**
   * An edit of the author's.
   *
   * @param base what stood last when it was made; null for nothing, or where it may not have fitted
   * @param fitted whether it is known to have fitted as a whole
   */
  private record Edit(Entry entry, EventId base, boolean fitted) {}

  /**
   * @param entries all that were made so far
   * @param fits whether changes would do all that they say
   */
  History(String reviewer, List<Entry> entries, Predicate<List<Change>> fits) {
    this.reviewer = reviewer;
    this.fits = fits;
    // where one installation alone has written, each event had its ground when it was made
    boolean alone = entries.stream().allMatch(e -> isOfOneLog(e.id(), entries.get(0).id()));
    entries.forEach(entry -> add(entry, alone));
  }

  private static boolean isOfOneLog(EventId one, EventId other) {
    return one.reviewer().equals(other.reviewer())
        && one.installation().equals(other.installation());
  }

  /** Adds an event that has just been made. */
  void made(Entry entry, Event event) {
    add(entry, true);
    if (entry.role() == Entry.Role.EDIT) {
      last = event;
    }
    undoable = null;
    redoable = null;
  }

  private void add(Entry entry, boolean fitted) {
    if (entry.id().reviewer().equals(reviewer)) {
      switch (entry.role()) {
        case UNDO -> move(entry, done, undone, fitted);
        case REDO -> move(entry, undone, done, fitted);
        case EDIT -> {
          done.push(new Edit(entry, standing.peek(), fitted));
          undone.clear();
        }
        case UNKNOWN -> {
          // Nobody here could say how to take it back.
        }
      }
    }
    if (entry.role() == Entry.Role.UNDO && entry.of().equals(standing.peek())) {
      standing.pop();
    } else {
      standing.push(entry.role() == Entry.Role.REDO ? entry.of() : entry.id());
    }
  }

  private void move(Entry mover, Deque<Edit> from, Deque<Edit> to, boolean fitted) {
    for (Edit edit : from) {
      if (edit.entry().id().equals(mover.of())) {
        from.remove(edit);
        to.push(to == done ? new Edit(edit.entry(), standing.peek(), fitted) : edit);
        return;
      }
    }
  }

  private Event read(Entry entry) {
    if (last == null || !last.id().equals(entry.id())) {
      last = entry.read();
    }
    return last;
  }

  private Optional<Entry> undoableEntry() {
    if (undoable == null) {
      undoable =
          done.stream()
              .filter(
                  e ->
                      e.fitted() && e.entry().id().equals(standing.peek())
                          || fits.test(e.entry().read().inverse()))
              .map(Edit::entry)
              .findFirst();
    }
    return undoable;
  }

  private Optional<Entry> redoableEntry() {
    if (redoable == null) {
      redoable =
          undone.stream()
              .filter(
                  e ->
                      e.fitted() && Objects.equals(e.base(), standing.peek())
                          || fits.test(e.entry().read().changes()))
              .map(Edit::entry)
              .findFirst();
    }
    return redoable;
  }

  /** The last edit that can be taken back. */
  Optional<Event> undoable() {
    return undoableEntry().map(this::read);
  }

  /** The edit taken back last that can be made again. */
  Optional<Event> redoable() {
    return redoableEntry().map(this::read);
  }

  /** Length of {@link #undoable}'s line in bytes. */
  OptionalLong undoableLength() {
    return length(undoableEntry());
  }

  /** Length of {@link #redoable}'s line in bytes. */
  OptionalLong redoableLength() {
    return length(redoableEntry());
  }

  private static OptionalLong length(Optional<Entry> entry) {
    return entry.stream().mapToLong(Entry::length).findFirst();
  }
}
