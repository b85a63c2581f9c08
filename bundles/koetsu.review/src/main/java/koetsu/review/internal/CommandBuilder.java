package koetsu.review.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import koetsu.review.ReviewSession;
import koetsu.workbench.Command;
import koetsu.workbench.Workbench;

/** Collects commands that act on the open project. */
final class CommandBuilder {
  private final Workbench workbench;
  private final List<Command> commands;
  private Command next;

  CommandBuilder(Workbench workbench, List<Command> commands) {
    this.workbench = workbench;
    this.commands = commands;
  }

  Optional<ReviewSession> session() {
    return workbench.session(ReviewSession.class);
  }

  CommandBuilder edit(String id, Consumer<ReviewSession> action, String... keys) {
    flush();
    next =
        Command.of(id, Texts.of("command." + id), () -> session().ifPresent(action))
            .keys(keys)
            .when(() -> session().isPresent());
    return this;
  }

  /**
   * A command whose key has no modifier and so belongs to the review's views. An input method that
   * is switched on may keep such keys to itself: each has another one that it does not take.
   */
  CommandBuilder letter(String id, Consumer<ReviewSession> action, String... keys) {
    edit(id, action, withFallback(keys));
    next = next.on(ReviewCommands.SURFACE);
    return this;
  }

  /** The same for a command that decides nothing and so works in all views of the review. */
  CommandBuilder move(String id, Consumer<ReviewSession> action, String... keys) {
    letter(id, action, keys);
    next = next.on(ReviewCommands.EVERYWHERE);
    return this;
  }

  /**
   * The keys, and the first of them with Ctrl: letters with Ctrl+Shift, the rest with Ctrl+Alt.
   * Keys that have Ctrl or Alt already need none.
   */
  static String[] withFallback(String... keys) {
    List<String> all = new ArrayList<>(List.of(keys));
    String first = keys[0];
    String key = first.startsWith("M2+") ? first.substring(3) : first;
    if (key.length() == 1) {
      boolean letter = Character.isLetter(key.charAt(0));
      // GTK keeps Ctrl+Shift+U for typing characters by their code
      all.add((letter && !first.equals("U") ? "M1+M2+" : "M1+") + modifier(first, letter) + key);
    }
    return all.toArray(String[]::new);
  }

  private static String modifier(String key, boolean letter) {
    return key.startsWith("M2+") || !letter || key.equals("U") ? "M3+" : "";
  }

  CommandBuilder when(Predicate<ReviewSession> condition) {
    BooleanSupplier enabled = () -> session().filter(condition).isPresent();
    next = next.when(enabled);
    return this;
  }

  void in(String menu, int group, String icon) {
    next = next.menu(menu, group);
    if (icon != null) {
      next = next.icon(icon);
    }
    flush();
  }

  void flush() {
    if (next != null) {
      commands.add(next);
      next = null;
    }
  }
}
