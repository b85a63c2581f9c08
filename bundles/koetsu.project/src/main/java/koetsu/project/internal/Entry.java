package koetsu.project.internal;

import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import koetsu.project.Change;
import koetsu.project.Event;
import koetsu.project.EventId;
import koetsu.project.EventType;

/**
 * Where an event stands in its log, and what has to be known of it without reading it. Entries are
 * ordered as their events are.
 */
final class Entry implements Comparable<Entry> {

  /** What an event means to the history of its author's edits. */
  enum Role {
    EDIT,
    UNDO,
    REDO,
    /** Has changes that this version does not know, and no effect here. */
    UNKNOWN
  }

  private final EventId id;
  private final LogFile file;
  private final long offset;
  private final int length;
  private final long fingerprint;
  private final Role role;
  private final EventId of;
  private final boolean newer;
  private final String[] documents;

  /** The event, once somebody has read one of many documents; null before. */
  private volatile SoftReference<Content> shared;

  /**
   * An event.
   *
   * @param places which of its changes are to a document, by name; ascending
   */
  private record Content(Event event, Map<String, int[]> places) {
    static Content of(Event event) {
      List<Change> changes = event.changes();
      Map<String, IntStream.Builder> places = new HashMap<>();
      for (int i = 0; i < changes.size(); i++) {
        places
            .computeIfAbsent(changes.get(i).document().name(), name -> IntStream.builder())
            .add(i);
      }
      Map<String, int[]> found = new HashMap<>();
      places.forEach((name, indices) -> found.put(name, indices.build().toArray()));
      return new Content(event, found);
    }
  }

  /**
   * What an event does to one document.
   *
   * @param changes which of its changes; ascending
   */
  record Share(Event event, int[] changes) {}

  /**
   * @param length of the line in bytes, without its end
   * @param of the event that is undone or redone, or null
   * @param newer whether only a newer version makes events of this type
   * @param documents names of the documents it changes
   */
  Entry(
      EventId id,
      LogFile file,
      long offset,
      int length,
      long fingerprint,
      Role role,
      EventId of,
      boolean newer,
      String[] documents) {
    this.id = id;
    this.file = file;
    this.offset = offset;
    this.length = length;
    this.fingerprint = fingerprint;
    this.role = role;
    this.of = of;
    this.newer = newer;
    this.documents = documents;
  }

  static Role role(Event event) {
    if (!Fold.isKnown(event)) {
      return Role.UNKNOWN;
    }
    return switch (event.type()) {
      case EventType.UNDO -> Role.UNDO;
      case EventType.REDO -> Role.REDO;
      default -> Role.EDIT;
    };
  }

  EventId id() {
    return id;
  }

  long offset() {
    return offset;
  }

  int length() {
    return length;
  }

  /** Fingerprint of the line. */
  long fingerprint() {
    return fingerprint;
  }

  Role role() {
    return role;
  }

  EventId of() {
    return of;
  }

  boolean isNewer() {
    return newer;
  }

  String[] documents() {
    return documents;
  }

  /** Reads the event from its log. */
  Event read() {
    return documents.length < 2 ? file.read(this) : content().event();
  }

  /** Reads what the event does to a document. */
  Share read(String document) {
    if (documents.length < 2) {
      Event event = file.read(this);
      return new Share(event, IntStream.range(0, event.changes().size()).toArray());
    }
    Content content = content();
    return new Share(content.event(), content.places().getOrDefault(document, new int[0]));
  }

  /** An import of many documents is read once, and not again and to its end for each of them. */
  private Content content() {
    SoftReference<Content> known = shared;
    Content content = known == null ? null : known.get();
    if (content == null) {
      content = Content.of(file.read(this));
      shared = new SoftReference<>(content);
    }
    return content;
  }

  /** The log and line, for messages. */
  String where() {
    return file.name() + ", event " + id;
  }

  @Override
  public int compareTo(Entry other) {
    return id.compareTo(other.id);
  }
}
