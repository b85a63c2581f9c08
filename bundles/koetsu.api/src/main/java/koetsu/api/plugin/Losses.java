package koetsu.api.plugin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts losses by kind while an exporter works; for one thread. */
public final class Losses {
  private final Map<String, Loss> byKind = new LinkedHashMap<>();

  /** One more of a kind, at a place. */
  public void add(String kind, String place) {
    byKind.merge(
        kind,
        new Loss(kind, 1, place),
        (before, one) -> new Loss(kind, before.count() + 1, before.first()));
  }

  /** What was counted, each kind once, in the order in which they were met. */
  public List<Loss> all() {
    return List.copyOf(byKind.values());
  }
}
