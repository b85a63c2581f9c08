package koetsu.measure.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.profile.Slot;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Section;
import koetsu.api.record.Value;

/** What gold says that the profile does not know: such gold can be neither found nor missed. */
final class GoldCheck {
  private final Profile profile;
  private final List<String> faults = new ArrayList<>();

  private GoldCheck(Profile profile) {
    this.profile = profile;
  }

  static List<String> faults(Profile profile, List<ParsedRecord> gold) {
    GoldCheck check = new GoldCheck(profile);
    for (ParsedRecord record : gold) {
      check.check(record);
    }
    return check.faults;
  }

  private void check(ParsedRecord record) {
    String id = record.id();
    if (profile.kinds().stream().noneMatch(kind -> kind.id().equals(record.kind()))) {
      faults.add(id + ": the profile has no kind " + record.kind());
    }
    for (Section section : record.sections()) {
      if (profile.section(section.type()).isEmpty()) {
        faults.add(id + ": the profile has no section " + section.type());
      }
    }
    record
        .fields()
        .forEach(
            (name, values) -> {
              Optional<FieldDefinition> field = profile.field(name);
              if (field.isEmpty()) {
                faults.add(id + ": the profile has no field " + name);
              } else {
                values.forEach(value -> check(id, field.get(), value));
              }
            });
  }

  private void check(String id, FieldDefinition field, FieldValue value) {
    boolean structured = !field.slots().isEmpty();
    if (structured != value.value() instanceof Value.Slots) {
      faults.add(
          id + ": a value of " + field.id() + (structured ? " is no object" : " is no string"));
      return;
    }
    if (value.value() instanceof Value.Slots slots) {
      for (Slot slot : field.slots()) {
        Object content = slots.slots().get(slot.id());
        if (content != null && !fits(slot, content)) {
          faults.add(id + ": " + field.id() + "." + slot.id() + " cannot be " + content);
        }
      }
    }
  }

  private static boolean fits(Slot slot, Object content) {
    return switch (slot.type()) {
      case TEXT -> content instanceof String;
      case CHOICE ->
          content instanceof String choice
              && (slot.choices().isEmpty() || slot.choices().contains(choice));
      case FLAG -> content instanceof Boolean;
      case NUMBER, YEN, FISCAL_YEAR -> content instanceof Long;
    };
  }
}
