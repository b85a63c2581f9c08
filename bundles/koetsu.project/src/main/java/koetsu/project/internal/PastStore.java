package koetsu.project.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import koetsu.api.profile.Profile;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.project.DocumentState;
import koetsu.project.EventId;
import koetsu.records.RecordFile;

/** What the events up to one of them say. Safe for any thread. */
public final class PastStore {
  private final Map<String, List<Entry>> entries;
  private final Map<String, Kept> documents = new HashMap<>();

  /**
   * @param last the last event that counts
   */
  PastStore(EventLog log, EventId last) {
    entries = new java.util.TreeMap<>();
    for (String document : log.documents()) {
      List<Entry> until =
          log.entries(document).stream().filter(e -> e.id().compareTo(last) <= 0).toList();
      if (!until.isEmpty()) {
        entries.put(document, until);
      }
    }
  }

  public List<String> documents() {
    return List.copyOf(entries.keySet());
  }

  private synchronized Kept kept(String document) {
    return documents.computeIfAbsent(
        document, d -> Fold.replay(d, entries.getOrDefault(d, List.of())));
  }

  public DocumentState merge(Profile profile, ParsedDocument machine) {
    return Merge.of(profile, machine, kept(machine.document().name()), id -> false);
  }

  public Optional<ParsedRecord> record(String document, String record) {
    return Optional.ofNullable(kept(document).record(record));
  }

  public List<RecordFile> gold() {
    return documents().stream()
        .map(d -> Gold.of(kept(d)))
        .filter(file -> !file.records().isEmpty())
        .toList();
  }
}
