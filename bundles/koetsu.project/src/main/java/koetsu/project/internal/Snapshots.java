package koetsu.project.internal;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import koetsu.records.FormatException;
import koetsu.records.Json;
import koetsu.records.Node;

/**
 * What documents had come to after some of their events, kept so that not all have to be read
 * again. A snapshot counts only for the very lines it was made of: their number and fingerprint are
 * checked each time.
 */
final class Snapshots {
  private static final String FORMAT = "koetsu.snapshot/1";

  /** So many events are folded before anybody notices. */
  private static final int FEW = 500;

  private final Cache cache;
  private final Map<String, Integer> saved = new HashMap<>();

  /**
   * @param events how many of the document's events are in it
   */
  record Snapshot(Kept kept, int events) {}

  Snapshots(Cache cache) {
    this.cache = cache;
  }

  private static String name(String document) {
    byte[] utf8 = document.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().toHexDigits(Fingerprint.of(utf8, 0, utf8.length)) + ".snapshot";
  }

  /** The snapshot of a document, if it was made of the first of these events; else an empty one. */
  Snapshot latest(String document, List<Entry> entries) {
    Snapshot none = new Snapshot(new Kept(), 0);
    if (entries.size() <= FEW) {
      return none;
    }
    byte[] bytes = cache.read(name(document));
    if (bytes.length <= Long.BYTES
        || java.nio.ByteBuffer.wrap(bytes).getLong()
            != Fingerprint.of(bytes, Long.BYTES, bytes.length - Long.BYTES)) {
      return none;
    }
    try {
      String text =
          new String(bytes, Long.BYTES, bytes.length - Long.BYTES, StandardCharsets.UTF_8);
      Node json = Node.of(Json.read(text, name(document)), name(document));
      int events = json.get("events").integer();
      if (!json.get("format").string().equals(FORMAT)
          || !json.get("document").string().equals(document)
          || events > entries.size()
          || !json.get("fingerprint").string().equals(fingerprint(entries, events))) {
        return none;
      }
      saved.put(document, events);
      return new Snapshot(KeptJson.read(json.get("kept")), events);
    } catch (FormatException otherVersion) {
      return none;
    }
  }

  /** Keeps what a document has come to, where that saves enough work. */
  void offer(String document, List<Entry> entries, Kept kept) {
    if (entries.size() - saved.getOrDefault(document, 0) <= Math.max(FEW, entries.size() / 10)) {
      return;
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", FORMAT);
    json.put("document", document);
    json.put("events", (long) entries.size());
    json.put("fingerprint", fingerprint(entries, entries.size()));
    json.put("kept", KeptJson.toJson(kept));
    byte[] body = Json.write(json).getBytes(StandardCharsets.UTF_8);
    byte[] bytes = new byte[Long.BYTES + body.length];
    java.nio.ByteBuffer.wrap(bytes).putLong(Fingerprint.of(body, 0, body.length)).put(body);
    cache.write(name(document), bytes);
    saved.put(document, entries.size());
  }

  /** Fingerprint of a document's first events. */
  static String fingerprint(List<Entry> entries, int count) {
    long chained = count;
    for (Entry entry : entries.subList(0, count)) {
      chained = Fingerprint.chain(chained, entry.fingerprint());
    }
    return HexFormat.of().toHexDigits(chained);
  }
}
