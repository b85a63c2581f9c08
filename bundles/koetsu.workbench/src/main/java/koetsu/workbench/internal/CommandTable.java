package koetsu.workbench.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import koetsu.workbench.Command;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.bindings.keys.ParseException;
import org.eclipse.jface.bindings.keys.SWTKeySupport;

/** All commands of the window and what key does which of them where. */
final class CommandTable {
  private final Map<String, Command> commands = new LinkedHashMap<>();
  private final Map<KeyStroke, List<Command>> bindings = new HashMap<>();

  /**
   * @throws IllegalArgumentException where an id is taken, a key does not exist, or a key would do
   *     two things in one place
   */
  void add(Command command) {
    if (commands.putIfAbsent(command.id(), command) != null) {
      throw new IllegalArgumentException("two commands are called " + command.id());
    }
    for (String key : command.keys()) {
      List<Command> bound = bindings.computeIfAbsent(stroke(key), none -> new ArrayList<>());
      for (Command other : bound) {
        if (other.surface() == null
            ? command.surface() == null
            : other.surface().equals(command.surface())) {
          throw new IllegalArgumentException(
              "the key " + key + " does both " + other.id() + " and " + command.id());
        }
      }
      bound.add(command);
    }
  }

  static KeyStroke stroke(String key) {
    try {
      return KeyStroke.getInstance(key);
    } catch (ParseException e) {
      throw new IllegalArgumentException("not a key: " + key, e);
    }
  }

  Collection<Command> all() {
    return commands.values();
  }

  Optional<Command> command(String id) {
    return Optional.ofNullable(commands.get(id));
  }

  /**
   * What a key does: on a command surface that surface's command before the general one.
   *
   * @param surface name of the command surface that has the keyboard, or null
   */
  Optional<Command> bound(KeyStroke stroke, String surface) {
    Command general = null;
    for (Command command : bindings.getOrDefault(stroke, List.of())) {
      if (command.surface() == null) {
        general = command;
      } else if (command.surface().equals(surface)) {
        return Optional.of(command);
      }
    }
    return Optional.ofNullable(general);
  }

  /** A key as menus write it. */
  static String format(String key) {
    return SWTKeySupport.getKeyFormatterForPlatform().format(stroke(key));
  }

  /** The first key of a command as people write it, or an empty string. */
  static String key(Command command) {
    return command.keys().isEmpty() ? "" : format(command.keys().get(0));
  }
}
