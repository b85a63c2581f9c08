package koetsu.review.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.project.Change;
import koetsu.project.Event;
import koetsu.project.EventId;
import koetsu.project.EventType;

/**
 * What each reviewer decided on each day, counted from a project's log. What was undone does not
 * count, on the day of the decision; gold that was taken over from elsewhere is nobody's work here.
 * Not thread safe.
 */
final class DailyProgress {
  /** A reviewer on a day. */
  record Day(LocalDate date, String reviewer) implements Comparable<Day> {
    private static final Comparator<Day> LATEST_FIRST =
        Comparator.comparing(Day::date).reversed().thenComparing(Day::reviewer);

    @Override
    public int compareTo(Day other) {
      return LATEST_FIRST.compare(this, other);
    }
  }

  /**
   * How many values were accepted, corrected, added and rejected, and how many records reviewed.
   */
  record Count(int accepted, int corrected, int added, int rejected, int records) {
    static final Count NONE = new Count(0, 0, 0, 0, 0);

    Count plus(Count other, int times) {
      return new Count(
          accepted + times * other.accepted,
          corrected + times * other.corrected,
          added + times * other.added,
          rejected + times * other.rejected,
          records + times * other.records);
    }

    int values() {
      return accepted + corrected + added + rejected;
    }
  }

  private final ZoneId zone;
  private final Map<Day, Count> days = new TreeMap<>();
  private int read;
  private EventId last;

  DailyProgress(ZoneId zone) {
    this.zone = zone;
  }

  /** Counts what a log has gained since the last time. */
  void read(List<Event> events) {
    boolean grown = read > 0 && read <= events.size() && events.get(read - 1).id().equals(last);
    if (!grown) {
      // another person's log was merged in
      days.clear();
      read = 0;
    }
    for (; read < events.size(); read++) {
      Event event = events.get(read);
      if (event.of() != null) {
        Event original = find(events, event.of());
        if (original != null) {
          count(original, event.type().equals(EventType.UNDO) ? -1 : 1);
        }
      } else {
        count(event, 1);
      }
      last = event.id();
    }
  }

  /** From the end: what is undone is mostly recent. */
  private Event find(List<Event> events, EventId id) {
    for (int i = read - 1; i >= 0; i--) {
      if (events.get(i).id().equals(id)) {
        return events.get(i);
      }
    }
    return null;
  }

  private void count(Event event, int times) {
    if (event.type().equals(EventType.IMPORT) || event.type().equals(EventType.REBASE)) {
      return;
    }
    Count count = Count.NONE;
    for (Change change : event.changes()) {
      count = count.plus(count(change), 1);
    }
    if (!count.equals(Count.NONE)) {
      Day day = new Day(LocalDate.ofInstant(event.time(), zone), event.id().reviewer());
      Count sum = days.getOrDefault(day, Count.NONE).plus(count, times);
      if (sum.equals(Count.NONE)) {
        days.remove(day);
      } else {
        days.put(day, sum);
      }
    }
  }

  private static Count count(Change change) {
    if (change instanceof Change.OfValue value && value.after() != null) {
      return switch (value.after().status()) {
        case ACCEPTED -> new Count(1, 0, 0, 0, 0);
        case CORRECTED -> new Count(0, 1, 0, 0, 0);
        case ADDED -> new Count(0, 0, 1, 0, 0);
        case REJECTED -> new Count(0, 0, 0, 1, 0);
        case MACHINE -> Count.NONE;
      };
    }
    if (change instanceof Change.OfRecord record
        && isReviewed(record.after())
        && !isReviewed(record.before())) {
      return new Count(0, 0, 0, 0, 1);
    }
    return Count.NONE;
  }

  private static boolean isReviewed(ParsedRecord record) {
    return record != null && record.state() == RecordState.REVIEWED;
  }

  /** The days with something on them, the latest first. */
  Map<Day, Count> days() {
    return new TreeMap<>(days);
  }
}
