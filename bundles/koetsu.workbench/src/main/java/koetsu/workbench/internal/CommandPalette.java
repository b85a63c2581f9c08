package koetsu.workbench.internal;

import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import koetsu.workbench.Chooser;
import koetsu.workbench.Command;
import koetsu.workbench.Messages;
import koetsu.workbench.Theme;
import org.eclipse.swt.widgets.Shell;

/** All commands with their keys; what can be done now, and here, comes first. */
final class CommandPalette {
  private CommandPalette() {}

  static void open(
      Shell parent, CommandTable all, Theme theme, Messages texts, Consumer<Command> execute) {
    String here = KeyDispatcher.surface(parent.getDisplay().getFocusControl());
    List<Chooser.Row<Command>> rows =
        all.all().stream()
            .map(c -> new Chooser.Row<>(c, c.label(), all.key(c), c.enabled().getAsBoolean()))
            .sorted(
                Comparator.comparing((Chooser.Row<Command> row) -> !row.usual())
                    .thenComparing(row -> !isFor(here, row.item()))
                    .thenComparing(Chooser.Row::label))
            .toList();
    new Chooser<>(
        parent,
        theme,
        "palette",
        texts.text("palette.filter"),
        typed ->
            rows.stream()
                .filter(row -> Chooser.holds(row.label() + " " + row.item().id(), typed))
                .toList(),
        execute);
  }

  private static boolean isFor(String surface, Command command) {
    return command.worksOn(surface);
  }
}
