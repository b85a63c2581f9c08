package koetsu.workbench.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import koetsu.workbench.Command;
import org.junit.jupiter.api.Test;

class CommandTableTest {
  private final CommandTable table = new CommandTable();

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

  @Test
  void oneIdNamesOneCommand() {
    table.add(command("first"));
    assertThrows(IllegalArgumentException.class, () -> table.add(command("first")));
  }
}
