package koetsu.api.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import koetsu.api.record.Value;
import org.junit.jupiter.api.Test;

class FieldDefinitionTest {

  private static FieldDefinition text(Comparison comparison) {
    return new FieldDefinition("f", Map.of(), true, List.of(), comparison, "#000000", null);
  }

  private static FieldDefinition slots(Slot... slots) {
    return new FieldDefinition(
        "f", Map.of(), true, List.of(slots), Comparison.NONE, "#000000", null);
  }

  private static Slot slot(String id, Slot.Type type, Comparison comparison) {
    return new Slot(id, Map.of(), type, List.of(), comparison);
  }

  private static Value.Slots value(Object... pairs) {
    Map<String, Object> slots = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      slots.put((String) pairs[i], pairs[i + 1]);
    }
    return new Value.Slots(slots);
  }

  @Test
  void textsMeanTheSameWhateverTheirWidthSpacesAndDashes() {
    FieldDefinition field = text(Comparison.TEXT);
    assertEquals(field.canonical(Value.of("ＡＩ 開発―第２期")), field.canonical(Value.of("AI開発-第2期")));
    assertNotEquals(field.canonical(Value.of("第1期")), field.canonical(Value.of("第2期")));
  }

  @Test
  void quantitiesIgnoreSeparatorsAndAbout() {
    FieldDefinition field = text(Comparison.QUANTITY);
    assertEquals(field.canonical(Value.of("約１，２００件")), field.canonical(Value.of("1200件")));
  }

  @Test
  void slotsThatAreNotesDoNotCount() {
    FieldDefinition field =
        slots(
            slot("label", Slot.Type.TEXT, Comparison.NONE),
            slot("amountYen", Slot.Type.YEN, Comparison.EXACT));
    assertEquals(
        field.canonical(value("label", "案", "amountYen", 5L)),
        field.canonical(value("label", "当初", "amountYen", 5L)));
    assertNotEquals(
        field.canonical(value("amountYen", 5L)), field.canonical(value("amountYen", 6L)));
  }

  @Test
  void anAbsentFlagIsFalseAndAnAbsentNumberIsNull() {
    FieldDefinition field =
        slots(
            slot("isNew", Slot.Type.FLAG, Comparison.EXACT),
            slot("years", Slot.Type.NUMBER, Comparison.EXACT));
    assertEquals(field.canonical(value("isNew", false, "years", null)), field.canonical(value()));
    assertNotEquals(field.canonical(value("years", 0L)), field.canonical(value()));
  }
}
