package koetsu.workbench.internal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What the window said since it was opened, the failures with their details. */
final class Journal {
  private static final int KEPT = 500;

  /**
   * One thing that was said.
   *
   * @param cause for the details of a failure, or null
   * @param failure whether something went wrong
   */
  record Entry(LocalTime time, String text, Throwable cause, boolean failure) {
    /** Everything there is to say, for a report. */
    String details() {
      if (cause == null) {
        return text;
      }
      StringWriter trace = new StringWriter();
      cause.printStackTrace(new PrintWriter(trace));
      return text + System.lineSeparator() + System.lineSeparator() + trace;
    }
  }

  private final Deque<Entry> entries = new ArrayDeque<>();
  private final List<Runnable> listeners = new ArrayList<>();

  void message(String text) {
    add(new Entry(LocalTime.now(), text, null, false));
  }

  void failure(String text, Throwable cause) {
    add(new Entry(LocalTime.now(), text, cause, true));
  }

  private void add(Entry entry) {
    entries.addFirst(entry);
    if (entries.size() > KEPT) {
      entries.removeLast();
    }
    List.copyOf(listeners).forEach(Runnable::run);
  }

  /** The newest first. */
  List<Entry> entries() {
    return List.copyOf(entries);
  }

  void addListener(Runnable listener) {
    listeners.add(listener);
  }

  void removeListener(Runnable listener) {
    listeners.remove(listener);
  }
}
