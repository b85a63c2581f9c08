package koetsu.project.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;

/**
 * Which records a document shows, under which ids, and to which of them the machine's values
 * belong. That follows from the machine's word and from where the kept records are, and stays as it
 * is while people decide on values. Immutable.
 */
final class Arrangement {
  /** Records as they are printed. */
  static final Comparator<ParsedRecord> PRINTED =
      Comparator.comparingInt(ParsedRecord::begin).thenComparing(ParsedRecord::id);

  /** Where a kept record is, and whether it counts. */
  private record Seat(List<Span> spans, boolean rejected) {
    boolean isOf(ParsedRecord record) {
      return (record.state() == RecordState.REJECTED) == rejected && record.spans().equals(spans);
    }
  }

  private final MachineLines found;
  private final Alignment alignment;
  private final List<Span> empty;

  /** The kept records by their ids, as they are printed. */
  private final Map<String, Seat> seats = new LinkedHashMap<>();

  /** Permanent ids of the machine's records that show or are kept, by the machine's. */
  private final Map<String, String> ids = new HashMap<>();

  /** What the machine says, by the permanent id of the record it belongs to, then by field. */
  private final Map<String, Map<String, List<FieldValue>>> said = new HashMap<>();

  Arrangement(MachineLines found, Kept kept) {
    this.found = found;
    empty = kept.empty();
    List<ParsedRecord> records = kept.records().stream().sorted(PRINTED).toList();
    for (ParsedRecord record : records) {
      seats.put(record.id(), new Seat(record.spans(), record.state() == RecordState.REJECTED));
    }
    alignment = new Alignment(found, records, empty);
    permanentIds();
    machine().records().stream()
        .filter(record -> !alignment.isUntouched(record.id()))
        .forEach(this::distribute);
  }

  /** Whether the same machine's word and the same kept records would be arranged like this. */
  boolean isOf(MachineLines other, Kept kept) {
    return other == found
        && kept.records().size() == seats.size()
        && kept.records().stream()
            .allMatch(r -> seats.containsKey(r.id()) && seats.get(r.id()).isOf(r))
        && kept.empty().equals(empty);
  }

  private ParsedDocument machine() {
    return found.machine();
  }

  private void permanentIds() {
    Set<String> taken = new HashSet<>(seats.keySet());
    machine().records().stream().filter(this::shows).forEach(r -> taken.add(r.id()));
    int next = machine().records().size();
    for (ParsedRecord record : machine().records()) {
      String human = alignment.human(record.id());
      if (human != null) {
        ids.put(record.id(), human);
      } else if (shows(record)) {
        String id = record.id();
        if (seats.containsKey(id)) {
          do {
            id = String.format("r%04d", ++next);
          } while (!taken.add(id));
        }
        ids.put(record.id(), id);
      }
    }
  }

  /** Hands a machine record's values to the records they are printed in. */
  private void distribute(ParsedRecord record) {
    String own = permanent(record.id());
    record
        .fields()
        .forEach(
            (field, values) -> {
              if (own != null) {
                of(own).computeIfAbsent(field, f -> new ArrayList<>());
              }
              for (FieldValue value : values) {
                String to =
                    Extents.overlap(value.spans(), record.spans()) ? owner(value, own) : own;
                if (to != null) {
                  List<FieldValue> its = of(to).computeIfAbsent(field, f -> new ArrayList<>());
                  its.add(to.equals(own) ? its.size() : Values.position(its, value), value);
                }
              }
            });
  }

  private String owner(FieldValue value, String otherwise) {
    String owner = alignment.owner(value.spans().get(0));
    return owner == null ? otherwise : owner;
  }

  private Map<String, List<FieldValue>> of(String record) {
    return said.computeIfAbsent(record, r -> new LinkedHashMap<>());
  }

  /** Ids of the kept records, the rejected ones included, as they are printed. */
  Set<String> kept() {
    return seats.keySet();
  }

  /** The permanent id of a machine record that counts, or null. */
  String permanent(String record) {
    String id = record == null ? null : ids.get(record);
    Seat seat = id == null ? null : seats.get(id);
    return seat != null && seat.rejected() ? null : id;
  }

  /** Whether a machine record shows as one that nobody has touched. */
  boolean shows(ParsedRecord record) {
    return alignment.human(record.id()) == null && !alignment.isCovered(record.id());
  }

  /** Whether a machine record shows as the machine found it. */
  boolean isUntouched(ParsedRecord record) {
    return alignment.isUntouched(record.id());
  }

  /** Whether the machine finds anything where a kept record is. */
  boolean isMet(String record) {
    return alignment.isMet(record);
  }

  /** The machine record that a kept record is, or null. */
  ParsedRecord machine(String record) {
    return alignment.machine(record);
  }

  /** The machine's values that belong to a record, by field; null where it says nothing of it. */
  Map<String, List<FieldValue>> said(String record) {
    return said.get(record);
  }
}
