package koetsu.project;

import java.util.Comparator;
import java.util.Objects;

/**
 * Identity and order of an event. Logs are merged in this order, never by wall clock: the clock is
 * a logical one (Lamport), one more than the greatest the author had seen.
 *
 * @param clock logical time, from 1
 * @param reviewer name of the person
 * @param installation name of the installation
 * @param sequence number of the event in its file, from 1
 */
public record EventId(long clock, String reviewer, String installation, long sequence)
    implements Comparable<EventId> {
  private static final Comparator<EventId> ORDER =
      Comparator.comparingLong(EventId::clock)
          .thenComparing(EventId::reviewer)
          .thenComparing(EventId::installation)
          .thenComparingLong(EventId::sequence);

  public EventId {
    Objects.requireNonNull(reviewer);
    Objects.requireNonNull(installation);
  }

  @Override
  public int compareTo(EventId other) {
    return ORDER.compare(this, other);
  }

  /** Form in files: {@code clock/reviewer/installation/sequence}; no part holds a slash. */
  @Override
  public String toString() {
    return clock + "/" + reviewer + "/" + installation + "/" + sequence;
  }

  /** Reads the form in files. */
  public static EventId parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 4) {
      throw new IllegalArgumentException("not an event id: " + text);
    }
    return new EventId(Long.parseLong(parts[0]), parts[1], parts[2], Long.parseLong(parts[3]));
  }
}
