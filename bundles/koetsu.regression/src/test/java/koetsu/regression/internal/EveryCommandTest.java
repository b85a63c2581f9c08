package koetsu.regression.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import koetsu.robot.OnScreen;
import koetsu.workbench.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnScreen
class EveryCommandTest {
  @TempDir Path place;

  @Test
  void hasAKey() throws Exception {
    try (Desk desk = new Desk(place.resolve("sample"), place.resolve("data"), 1280, 800)) {
      List<String> without =
          desk.contributions.commands().stream()
              .flatMap(provider -> provider.commands(desk.window).stream())
              .filter(command -> command.keys().isEmpty())
              .map(Command::id)
              .toList();
      assertEquals(List.of(), without);
    }
  }
}
