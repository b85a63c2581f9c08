package koetsu.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import koetsu.api.profile.Comparison;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.profile.Profile;
import koetsu.api.profile.RecordKind;
import koetsu.api.profile.SectionType;
import koetsu.api.profile.Slot;

/** The fields of the record format, compared as the contract says. */
final class Profiles {
  private static final String GREY = "#777777";

  private Profiles() {}

  static final Profile BUDGET =
      new Profile(
          "budget-programme",
          "1",
          List.of(kind("program"), kind("breakdown"), kind("project"), kind("system")),
          List.of(
              text("name"),
              text("number"),
              slots(
                  "budget",
                  slot("label", Slot.Type.TEXT, Comparison.NONE),
                  slot("fiscalYear", Slot.Type.FISCAL_YEAR, Comparison.EXACT),
                  slot("stage", Slot.Type.CHOICE, Comparison.EXACT),
                  slot("amountYen", Slot.Type.YEN, Comparison.EXACT),
                  slot("previousYen", Slot.Type.YEN, Comparison.EXACT),
                  slot("isNew", Slot.Type.FLAG, Comparison.EXACT),
                  slot("partOf", Slot.Type.FLAG, Comparison.EXACT)),
              text("department"),
              text("ministry"),
              slots(
                  "period",
                  slot("startFiscalYear", Slot.Type.FISCAL_YEAR, Comparison.EXACT),
                  slot("endFiscalYear", Slot.Type.FISCAL_YEAR, Comparison.EXACT),
                  slot("years", Slot.Type.NUMBER, Comparison.EXACT),
                  slot("openEnded", Slot.Type.FLAG, Comparison.EXACT)),
              text("subsidyRate"),
              slots("cap", slot("amountYen", Slot.Type.YEN, Comparison.EXACT)),
              slots(
                  "target",
                  slot("horizon", Slot.Type.CHOICE, Comparison.EXACT),
                  slot("value", Slot.Type.TEXT, Comparison.QUANTITY),
                  slot("deadlineFiscalYear", Slot.Type.FISCAL_YEAR, Comparison.EXACT)),
              text("phone"),
              text("email"),
              text("url")),
          Arrays.stream(
                  new String[] {
                    "purpose", "outline", "scheme", "outcome", "background", "roles", "allocation",
                    "content", "eligibility", "rate", "schedule", "example", "contact", "other"
                  })
              .map(id -> new SectionType(id, Map.of(), List.of(), GREY))
              .toList(),
          Map.of());

  private static RecordKind kind(String id) {
    return new RecordKind(id, Map.of());
  }

  private static FieldDefinition text(String id) {
    return new FieldDefinition(id, Map.of(), true, List.of(), Comparison.TEXT, GREY, null);
  }

  private static FieldDefinition slots(String id, Slot... slots) {
    return new FieldDefinition(id, Map.of(), true, List.of(slots), Comparison.NONE, GREY, null);
  }

  private static Slot slot(String id, Slot.Type type, Comparison comparison) {
    return new Slot(id, Map.of(), type, List.of(), comparison);
  }
}
