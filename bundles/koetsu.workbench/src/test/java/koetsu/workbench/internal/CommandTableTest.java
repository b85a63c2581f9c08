package koetsu.workbench.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import koetsu.workbench.Command;
import koetsu.workbench.Preferences;
import org.junit.jupiter.api.Test;

class CommandTableTest {
  private final Map<String, String> remembered = new HashMap<>();
  private final CommandTable table = new CommandTable(memory());

  private Preferences memory() {
    return new Preferences() {
      @Override
      public Optional<String> get(String key) {
        return Optional.ofNullable(remembered.get(key));
      }

      @Override
      public void put(String key, String value) {
        if (value == null) {
          remembered.remove(key);
        } else {
          remembered.put(key, value);
        }
      }
    };
  }

  private static Command command(String id) {
    return Command.of(id, id, () -> {});
  }

  @Test
  void aSurfaceHasItsOwnMeaningOfAKey() {
    Command general = command("general").keys("CR");
    Command ledger = command("ledger").keys("CR").on("ledger");
    table.add(general);
    table.add(ledger);
    assertEquals(Optional.of(ledger), table.bound(CommandTable.stroke("CR"), "ledger"));
    assertEquals(Optional.of(general), table.bound(CommandTable.stroke("CR"), "source"));
    assertEquals(Optional.of(general), table.bound(CommandTable.stroke("CR"), null));
  }

  @Test
  void aKeyOfASurfaceDoesNothingElsewhere() {
    table.add(command("accept").keys("A").on("review"));
    assertEquals(Optional.empty(), table.bound(CommandTable.stroke("A"), null));
  }

  @Test
  void oneKeyCannotDoTwoThingsInOnePlace() {
    table.add(command("first").keys("M1+K"));
    IllegalArgumentException conflict =
        assertThrows(
            IllegalArgumentException.class, () -> table.add(command("second").keys("M1+K")));
    assertEquals("the key M1+K does both first and second", conflict.getMessage());
  }

  private void firstAndSecond(CommandTable filled) {
    filled.add(command("first").keys("M1+K"));
    filled.add(command("second").keys("M1+L"));
  }

  private Optional<String> bound(CommandTable asked, String key) {
    return asked.bound(CommandTable.stroke(key), null).map(Command::id);
  }

  @Test
  void aChosenKeyHoldsAtOnceAndAtTheNextStart() {
    firstAndSecond(table);
    assertEquals(Optional.empty(), table.rebind(table.command("first").get(), List.of("M1+F9")));
    CommandTable next = new CommandTable(memory());
    firstAndSecond(next);
    for (CommandTable asked : List.of(table, next)) {
      assertEquals(Optional.of("first"), bound(asked, "M1+F9"));
      assertEquals(Optional.empty(), bound(asked, "M1+K"));
      assertEquals(List.of("M1+F9"), asked.command("first").get().keys());
    }
  }

  @Test
  void aKeyThatIsTakenIsRefusedAndNamesTheOther() {
    firstAndSecond(table);
    assertEquals(
        Optional.of("second"),
        table.rebind(table.command("first").get(), List.of("M1+L")).map(Command::id));
    assertEquals(Optional.of("first"), bound(table, "M1+K"));
    assertEquals(Map.of(), remembered);
  }

  @Test
  void aKeyCanBeFreedGivenToAnotherAndTakenBack() {
    firstAndSecond(table);
    table.rebind(table.command("second").get(), List.of());
    assertEquals(Optional.empty(), table.rebind(table.command("first").get(), List.of("M1+L")));
    assertEquals(
        Optional.of("first"), table.rebind(table.command("second").get(), null).map(Command::id));
    table.reset();
    assertEquals(Optional.of("first"), bound(table, "M1+K"));
    assertEquals(Optional.of("second"), bound(table, "M1+L"));
    assertEquals(Map.of(), remembered);
  }

  @Test
  void whatComesLaterLeavesAPersonsKeyAlone() {
    remembered.put("key.first", "M1+N no.key");
    firstAndSecond(table);
    table.add(command("third").keys("M1+N", "F7"));
    assertEquals(Optional.of("first"), bound(table, "M1+N"));
    assertEquals(Optional.of("third"), bound(table, "F7"));
  }

  @Test
  void oneIdNamesOneCommand() {
    table.add(command("first"));
    assertThrows(IllegalArgumentException.class, () -> table.add(command("first")));
  }
}
