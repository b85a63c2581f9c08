package koetsu.project.internal;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import koetsu.project.Change;
import koetsu.project.Event;

/** What the events say, document by document. Not safe for several threads. */
final class Fold {
  private final Map<String, Kept> documents = new HashMap<>();

  /** Documents on which changes are being tried. */
  private final Set<Kept> trial = new LinkedHashSet<>();

  /** What is kept of a document, by its file name; empty where nobody touched it. */
  Kept kept(String document) {
    return documents.computeIfAbsent(document, name -> new Kept());
  }

  /** Names of the documents that events speak of. */
  Set<String> documents() {
    return Set.copyOf(documents.keySet());
  }

  /** Applies what fits of an event; the rest becomes refusals. */
  void apply(Event event) {
    if (isKnown(event)) {
      for (int i = 0; i < event.changes().size(); i++) {
        kept(event.changes().get(i).document().name()).apply(event, i);
      }
    }
  }

  /** Whether an event has nothing but changes of kinds that this version knows. */
  static boolean isKnown(Event event) {
    return event.changes().stream().noneMatch(Change.Unknown.class::isInstance);
  }

  /**
   * Tries an event, or some more changes of the one that is being tried, until {@link #keep()} or
   * {@link #takeBack()}.
   *
   * @param from the first change to try
   * @return whether every change fits and changes something
   */
  boolean attempt(Event event, int from) {
    List<Change> changes = event.changes();
    for (int i = from; i < changes.size(); i++) {
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
}
