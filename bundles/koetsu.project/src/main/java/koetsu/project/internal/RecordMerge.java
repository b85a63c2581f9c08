package koetsu.project.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Section;
import koetsu.project.Conflict;

/**
 * A three-way merge: what an event did to the record it saw is done to the record as it is now,
 * aspect by aspect. An aspect that the event left alone stays; one that somebody else has changed
 * to something different clashes, and what is there stays.
 */
final class RecordMerge {

  /**
   * A part of the event that found its ground taken.
   *
   * @param part names it within the change; follows from the change alone
   * @param field the field for values, else null
   * @param before the value the event saw, or null
   * @param after the value the event left, or null
   * @param standing the value that is there instead, or null
   */
  record Clash(
      String part,
      Conflict.Aspect aspect,
      String field,
      FieldValue before,
      FieldValue after,
      FieldValue standing) {}

  /** A value of a field that was replaced; {@code before} or {@code after} may be null. */
  record Replacement(String field, FieldValue before, FieldValue after) {}

  private final ParsedRecord base;
  private final ParsedRecord after;
  private final ParsedRecord now;
  private final List<Clash> clashes = new ArrayList<>();
  private final List<Replacement> replacements = new ArrayList<>();
  private final ParsedRecord result;

  /**
   * @param base the record that the event saw
   * @param after the record as the event left it
   * @param now the record as it is
   */
  RecordMerge(ParsedRecord base, ParsedRecord after, ParsedRecord now) {
    this.base = base;
    this.after = after;
    this.now = now;
    boolean refusedBySomebody = now.state() == RecordState.REJECTED && base.state() != now.state();
    boolean refusedByEvent = after.state() == RecordState.REJECTED && base.state() != after.state();
    if (refusedBySomebody && !refusedByEvent
        || refusedByEvent && !refusedBySomebody && !Values.sameFields(base, now)) {
      clash("record", Conflict.Aspect.RECORD);
      result = now;
    } else {
      result = merged();
    }
  }

  ParsedRecord result() {
    return result;
  }

  List<Clash> clashes() {
    return clashes;
  }

  /** Every replacement of a value that took place. */
  List<Replacement> replacements() {
    return replacements;
  }

  private void clash(String part, Conflict.Aspect aspect) {
    clashes.add(new Clash(part, aspect, null, null, null, null));
  }

  private ParsedRecord merged() {
    Map<String, Object> extra = new LinkedHashMap<>(now.extra());
    Set<String> keys = new LinkedHashSet<>(base.extra().keySet());
    keys.addAll(after.extra().keySet());
    for (String key : keys) {
      Object changed = after.extra().get(key);
      if (!Objects.equals(base.extra().get(key), changed)) {
        if (changed == null) {
          extra.remove(key);
        } else {
          extra.put(key, changed);
        }
      }
    }
    return new ParsedRecord(
        now.id(),
        pick("parent", Conflict.Aspect.PARENT, base.parent(), after.parent(), now.parent()),
        pick("kind", Conflict.Aspect.KIND, base.kind(), after.kind(), now.kind()),
        pick("spans", Conflict.Aspect.EXTENT, base.spans(), after.spans(), now.spans()),
        fields(),
        sections(),
        state(),
        extra);
  }

  private <T> T pick(String part, Conflict.Aspect aspect, T seen, T left, T there) {
    if (Objects.equals(left, seen) || Objects.equals(left, there)) {
      return there;
    }
    if (!Objects.equals(there, seen)) {
      clash(part, aspect);
      return there;
    }
    return left;
  }

  /** Of two people who brought a record on, the one who got further has the say. */
  private RecordState state() {
    if (after.state() == base.state()) {
      return now.state();
    }
    if (now.state() == base.state()) {
      return after.state();
    }
    return now.state().compareTo(after.state()) > 0 ? now.state() : after.state();
  }

  private List<Section> sections() {
    if (base.sections().size() != after.sections().size()
        || base.sections().size() != now.sections().size()) {
      return pick(
          "sections", Conflict.Aspect.SECTIONS, base.sections(), after.sections(), now.sections());
    }
    List<Section> merged = new ArrayList<>();
    for (int i = 0; i < base.sections().size(); i++) {
      merged.add(
          pick(
              "sections." + i,
              Conflict.Aspect.SECTIONS,
              base.sections().get(i),
              after.sections().get(i),
              now.sections().get(i)));
    }
    return merged;
  }

  private Map<String, List<FieldValue>> fields() {
    Map<String, List<FieldValue>> merged = new LinkedHashMap<>();
    Set<String> fields = new LinkedHashSet<>(after.fields().keySet());
    fields.addAll(now.fields().keySet());
    for (String field : fields) {
      List<FieldValue> values = values(field);
      boolean gone = base.fields().containsKey(field) && !after.fields().containsKey(field);
      if (!values.isEmpty() || !gone) {
        merged.put(field, values);
      }
    }
    return merged;
  }

  private List<FieldValue> values(String field) {
    List<Values.Pair> pairs = Values.pairs(base.values(field), after.values(field));
    if (Values.same(base.values(field), now.values(field))) {
      pairs.forEach(p -> replacements.add(new Replacement(field, p.before(), p.after())));
      return after.values(field);
    }
    List<FieldValue> values = new ArrayList<>(now.values(field));
    for (int i = 0; i < pairs.size(); i++) {
      FieldValue gone = pairs.get(i).before();
      FieldValue come = pairs.get(i).after();
      if (replace(values, gone, come)) {
        replacements.add(new Replacement(field, gone, come));
      } else if (!agreed(values, gone, come)) {
        clashes.add(
            new Clash(
                field + "." + i, Conflict.Aspect.VALUE, field, gone, come, standing(values, gone)));
      }
    }
    return values;
  }

  /** Replaces, adds or takes away a value; false where it is not as it was or there already. */
  static boolean replace(List<FieldValue> values, FieldValue before, FieldValue after) {
    if (before == null) {
      if (Values.find(values, after) >= 0) {
        return false;
      }
      values.add(Values.position(values, after), after);
      return true;
    }
    int at = Values.find(values, before);
    if (at < 0) {
      return false;
    }
    if (after == null) {
      values.remove(at);
    } else {
      values.set(at, after);
    }
    return true;
  }

  /** Whether somebody has done already what a replacement that does not fit wanted. */
  static boolean agreed(List<FieldValue> values, FieldValue before, FieldValue after) {
    return after == null ? standing(values, before) == null : Values.find(values, after) >= 0;
  }

  /** The value that somebody has put where another one was, or null. */
  static FieldValue standing(List<FieldValue> values, FieldValue before) {
    return values.stream()
        .filter(v -> !v.spans().isEmpty() && v.spans().equals(before.spans()))
        .findFirst()
        .or(() -> values.stream().filter(v -> v.value().equals(before.value())).findFirst())
        .orElse(null);
  }
}
