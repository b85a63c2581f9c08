package koetsu.measure.internal;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import koetsu.api.profile.Comparison;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.profile.Slot;
import koetsu.api.record.Value;
import koetsu.measure.Regression;

/** What items there are and when two of them are equal: the profile's fields and the structure. */
final class Measures {
  private final Map<String, FieldDefinition> fields = new LinkedHashMap<>();
  private final List<String> ids = new ArrayList<>();

  Measures(Profile profile) {
    ids.addAll(List.of(Regression.EXTENT, Regression.KIND, Regression.PARENT));
    for (FieldDefinition field : profile.fields()) {
      fields.put(field.id(), field);
      ids.add(field.id());
    }
    ids.add(Regression.SECTIONS);
  }

  /** All measures in the order of the ledger. */
  List<String> ids() {
    return ids;
  }

  /** The fields of the profile, in its order. */
  List<String> fields() {
    return List.copyOf(fields.keySet());
  }

  boolean isField(String id) {
    return fields.containsKey(id);
  }

  /** Whether a record has at most one value of this measure. */
  boolean isSingle(String id) {
    return isField(id) ? !fields.get(id).many() : !id.equals(Regression.SECTIONS);
  }

  Object soft(String id, Value value) {
    return isField(id) ? fields.get(id).canonical(value) : value;
  }

  /** As written, after composition (NFC) and the joining of lines; notes to people do not count. */
  Object strict(String id, Value value) {
    if (value instanceof Value.Text text) {
      return joined(text.text());
    }
    Map<String, Object> slots = ((Value.Slots) value).slots();
    List<Object> key = new ArrayList<>();
    for (Slot slot : fields.get(id).slots()) {
      if (slot.comparison() != Comparison.NONE) {
        Object content = slots.get(slot.id());
        if (slot.type() == Slot.Type.FLAG) {
          key.add(Boolean.TRUE.equals(content));
        } else {
          key.add(content instanceof String text ? joined(text) : content);
        }
      }
    }
    return key;
  }

  private static String joined(String text) {
    return Normalizer.normalize(text.replace("\r", "").replace("\n", ""), Normalizer.Form.NFC);
  }
}
