package koetsu.project.internal;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import koetsu.project.Change;
import koetsu.project.Event;
import koetsu.project.HistoryStep;

/**
 * What the events say, document by document; a document is folded when somebody asks for it. Not
 * safe for several threads.
 */
final class Fold {
  private final EventLog log;
  private final Snapshots snapshots;
  private final Map<String, Kept> open = new HashMap<>();
  private final Map<String, SoftReference<Kept>> seen = new HashMap<>();

  /** Documents on which changes are being tried. */
  private final Set<Kept> trial = new LinkedHashSet<>();

  Fold(EventLog log, Snapshots snapshots) {
    this.log = log;
    this.snapshots = snapshots;
  }

  /** What is kept of a document, by its file name, to work with. */
  Kept kept(String document) {
    return open.computeIfAbsent(document, this::seen);
  }

  /** What is kept of a document, to look at. */
  Kept seen(String document) {
    Kept kept = open.get(document);
    if (kept == null && seen.containsKey(document)) {
      kept = seen.get(document).get();
    }
    if (kept == null) {
      kept = folded(document);
      seen.put(document, new SoftReference<>(kept));
    }
    return kept;
  }

  private Kept folded(String document) {
    List<Entry> entries = log.entries(document);
    Snapshots.Snapshot snapshot = snapshots.latest(document, entries);
    Kept kept = snapshot.kept();
    entries.subList(snapshot.events(), entries.size()).forEach(e -> apply(kept, document, e));
    snapshots.offer(document, entries, kept);
    return kept;
  }

  /** A document as some of its events left it. */
  static Kept replay(String document, List<Entry> entries) {
    Kept kept = new Kept();
    entries.forEach(e -> apply(kept, document, e));
    return kept;
  }

  /** Everything that was done to a record, in order. */
  static List<HistoryStep> history(String document, List<Entry> entries, String record) {
    List<HistoryStep> steps = new ArrayList<>();
    Kept kept = new Kept();
    for (Entry entry : entries) {
      apply(
          kept,
          document,
          entry,
          (event, index, effect) -> {
            if (record.equals(kept.touched())) {
              steps.add(
                  new HistoryStep(
                      event, event.changes().get(index), effect != Kept.Effect.REFUSED));
            }
          });
    }
    return steps;
  }

  /** Hears what came of a change. */
  private interface Witness {
    void applied(Event event, int index, Kept.Effect effect);
  }

  private static void apply(Kept kept, String document, Entry entry) {
    apply(kept, document, entry, (event, index, effect) -> {});
  }

  private static void apply(Kept kept, String document, Entry entry, Witness witness) {
    if (entry.role() == Entry.Role.UNKNOWN) {
      return;
    }
    Entry.Share share = entry.read(document);
    for (int i : share.changes()) {
      witness.applied(share.event(), i, kept.apply(share.event(), i));
    }
  }

  /** Whether an event has nothing but changes of kinds that this version knows. */
  static boolean isKnown(Event event) {
    return event.changes().stream().noneMatch(Change.Unknown.class::isInstance);
  }

  /**
   * Tries an event, or some more of the one that is being tried, until {@link #keep()} or {@link
   * #takeBack()}.
   *
   * @return whether every change fits and changes something
   */
  boolean attempt(Event event) {
    List<Change> changes = event.changes();
    for (int i = 0; i < changes.size(); i++) {
      Kept kept = kept(changes.get(i).document().name());
      if (trial.add(kept)) {
        kept.begin();
      }
      if (kept.apply(event, i) != Kept.Effect.DONE) {
        return false;
      }
    }
    return true;
  }

  void keep() {
    trial.forEach(Kept::keep);
    trial.clear();
  }

  void takeBack() {
    trial.forEach(Kept::takeBack);
    trial.clear();
  }

  /** Keeps what the open documents have come to, for the next time. */
  void save() {
    open.forEach((document, kept) -> snapshots.offer(document, log.entries(document), kept));
  }
}
