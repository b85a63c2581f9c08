package koetsu.project.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import koetsu.api.profile.Profile;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.project.BlindSlice;
import koetsu.project.DocumentState;
import koetsu.project.EventId;
import koetsu.records.DocumentInfo;
import koetsu.records.RecordFile;

/** What the events up to one of them say. Safe for any thread. */
public final class PastStore {
  private final Map<String, List<Entry>> entries;
  private final Map<String, Kept> documents = new HashMap<>();
  private final BlindSlice slice;

  /**
   * @param last the last event that counts
   * @param slice records that are reviewed blindly today, or null: the past must not tell either
   */
  PastStore(EventLog log, EventId last, BlindSlice slice) {
    this.slice = slice;
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
    String document = machine.document().name();
    return new Merge(
            profile,
            new MachineLines(machine),
            kept(document),
            ProjectStore.blind(slice, document),
            null)
        .state();
  }

  /** The edition that a document was decided on in, if it was. */
  public Optional<DocumentInfo> edition(String document) {
    Kept kept = kept(document);
    return kept.isBare() ? Optional.empty() : Optional.of(kept.document());
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
