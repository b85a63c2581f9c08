package koetsu.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.profile.Slot;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Section;
import koetsu.api.record.Value;

/** Whether records speak the language of a profile. */
public final class ProfileCheck {
  private ProfileCheck() {}

  /** Why a value cannot be one of a field's, as a clause; null where it can. */
  public static String fault(Value value, FieldDefinition field) {
    if (value instanceof Value.Text text) {
      if (!field.slots().isEmpty()) {
        return "it is a plain text where the profile has slots";
      }
      return text.text().isEmpty() ? "it is empty" : null;
    }
    if (field.slots().isEmpty()) {
      return "it has slots where the profile has a plain text";
    }
    for (Map.Entry<String, Object> content : ((Value.Slots) value).slots().entrySet()) {
      String fault = fault(content.getKey(), content.getValue(), field);
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  /**
   * What in records the profile does not know.
   *
   * @return one sentence each, in the order of the records; empty where all is well
   */
  public static List<String> faults(List<ParsedRecord> records, Profile profile) {
    List<String> faults = new ArrayList<>();
    for (ParsedRecord record : records) {
      if (profile.kinds().stream().noneMatch(k -> k.id().equals(record.kind()))) {
        faults.add(record.id() + ": the profile has no kind " + record.kind());
      }
      record
          .fields()
          .forEach((field, values) -> check(record.id(), field, values, profile, faults));
      for (Section section : record.sections()) {
        if (profile.section(section.type()).isEmpty()) {
          faults.add(record.id() + ": the profile has no section type " + section.type());
        }
      }
    }
    return faults;
  }

  private static void check(
      String record, String field, List<FieldValue> values, Profile profile, List<String> faults) {
    FieldDefinition definition = profile.field(field).orElse(null);
    if (definition == null) {
      faults.add(record + ": the profile has no field " + field);
      return;
    }
    for (int i = 0; i < values.size(); i++) {
      String fault = fault(values.get(i).value(), definition);
      if (fault != null) {
        faults.add(record + ": " + field + "[" + i + "]: " + fault);
      }
    }
  }

  private static String fault(String name, Object content, FieldDefinition field) {
    for (Slot slot : field.slots()) {
      if (slot.id().equals(name)) {
        return content == null || fits(content, slot)
            ? null
            : "its slot " + name + " holds " + content + ", which is no " + Node.name(slot.type());
      }
    }
    return "it has a slot " + name + " that is not in the profile";
  }

  private static boolean fits(Object content, Slot slot) {
    return switch (slot.type()) {
      case TEXT -> content instanceof String;
      case NUMBER, YEN, FISCAL_YEAR -> content instanceof Long;
      case FLAG -> content instanceof Boolean;
      case CHOICE -> content instanceof String id && slot.choice(id).isPresent();
    };
  }
}
