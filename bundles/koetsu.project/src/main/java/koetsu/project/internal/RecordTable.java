package koetsu.project.internal;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import koetsu.api.document.Span;
import koetsu.api.record.ParsedRecord;

/** Records by id, and by where they are. */
final class RecordTable {
  private final Map<String, ParsedRecord> records = new HashMap<>();

  /** Ids by the first code point; records without a place are not in it. */
  private final TreeMap<Integer, Set<String>> begins = new TreeMap<>();

  /** No record reaches further than this from its first code point. */
  private int reach;

  Collection<ParsedRecord> all() {
    return Collections.unmodifiableCollection(records.values());
  }

  ParsedRecord get(String id) {
    return records.get(id);
  }

  boolean isEmpty() {
    return records.isEmpty();
  }

  /**
   * Puts a record in the place of the one with its id.
   *
   * @param record null to take it out
   * @return the one that was there, or null
   */
  ParsedRecord set(String id, ParsedRecord record) {
    ParsedRecord old = record == null ? records.remove(id) : records.put(id, record);
    if (old != null && !old.spans().isEmpty()) {
      Set<String> there = begins.get(old.begin());
      there.remove(id);
      if (there.isEmpty()) {
        begins.remove(old.begin());
      }
    }
    if (record != null && !record.spans().isEmpty()) {
      begins.computeIfAbsent(record.begin(), b -> new TreeSet<>()).add(id);
      reach = Math.max(reach, end(record.spans()) - record.begin());
    }
    return old;
  }

  /** Id of the record that covers the same text as a given extent, or null. */
  String at(List<Span> extent) {
    String best = null;
    double most = 0;
    for (Set<String> ids : begins.subMap(extent.get(0).begin() - reach, end(extent)).values()) {
      for (String id : ids) {
        double iou = Extents.iou(records.get(id).spans(), extent);
        if (iou >= Extents.ALIGNED && iou > most) {
          best = id;
          most = iou;
        }
      }
    }
    return best;
  }

  private static int end(List<Span> spans) {
    return spans.get(spans.size() - 1).end();
  }
}
