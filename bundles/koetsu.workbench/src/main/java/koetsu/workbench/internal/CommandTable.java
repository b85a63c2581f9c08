package koetsu.workbench.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import koetsu.workbench.Command;
import koetsu.workbench.Preferences;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.bindings.keys.ParseException;
import org.eclipse.jface.bindings.keys.SWTKeySupport;

/**
 * All commands of the window and what key does which of them where. The keys a person has chosen
 * stand in the preferences, under {@code key.ID} and apart by spaces, and take the place of the
 * delivered ones.
 */
final class CommandTable {
  private static final String OWN = "key.";
  private static final Map<String, KeyStroke> STROKES = new HashMap<>();

  private final Preferences preferences;
  private final Map<String, Command> delivered = new LinkedHashMap<>();
  private final Map<String, Command> commands = new LinkedHashMap<>();
  private final Map<KeyStroke, List<Command>> bindings = new HashMap<>();

  CommandTable(Preferences preferences) {
    this.preferences = preferences;
  }

  /**
   * Adds a command with the person's keys for it, or else its own.
   *
   * @throws IllegalArgumentException where an id is taken, a key does not exist, or a delivered key
   *     would do two delivered things in one place; a key that a person gave to something else is
   *     left to that
   */
  void add(Command command) {
    if (delivered.putIfAbsent(command.id(), command) != null) {
      throw new IllegalArgumentException("two commands are called " + command.id());
    }
    Optional<String> own = preferences.get(OWN + command.id());
    List<String> wanted = own.map(CommandTable::split).orElse(command.keys());
    List<String> keys = new ArrayList<>();
    for (String key : wanted) {
      if (own.isPresent() && !isKey(key)) {
        continue; // a file that was edited by hand
      }
      Optional<Command> other = doing(stroke(key), command);
      if (other.isEmpty()) {
        keys.add(key);
      } else if (own.isEmpty() && !isOwn(other.get())) {
        throw new IllegalArgumentException(
            "the key " + key + " does both " + other.get().id() + " and " + command.id());
      }
    }
    bind(command.keys(keys.toArray(String[]::new)));
  }

  private void bind(Command command) {
    commands.put(command.id(), command);
    for (String key : command.keys()) {
      bindings.computeIfAbsent(stroke(key), none -> new ArrayList<>()).add(command);
    }
  }

  private void unbind(String id) {
    bindings.values().forEach(bound -> bound.removeIf(command -> command.id().equals(id)));
  }

  /** Whether a person has chosen the keys of a command. */
  boolean isOwn(Command command) {
    return preferences.get(OWN + command.id()).isPresent();
  }

  /**
   * Gives a command other keys, from now on and at every later start.
   *
   * @param keys none for a command without a key, null for the delivered ones
   * @return the command that does a key already, in which case nothing changed
   */
  Optional<Command> rebind(Command command, List<String> keys) {
    Command origin = delivered.get(command.id());
    List<String> wanted = keys == null ? origin.keys() : keys;
    Optional<Command> other =
        wanted.stream()
            .map(key -> doing(stroke(key), origin))
            .flatMap(Optional::stream)
            .findFirst();
    if (other.isEmpty()) {
      unbind(origin.id());
      bind(origin.keys(wanted.toArray(String[]::new)));
      preferences.put(
          OWN + origin.id(), wanted.equals(origin.keys()) ? null : String.join(" ", wanted));
    }
    return other;
  }

  /** Gives every command its delivered keys again. */
  void reset() {
    bindings.clear();
    delivered.values().forEach(command -> preferences.put(OWN + command.id(), null));
    delivered.values().forEach(this::bind);
  }

  /** The other command that a key does where it would do this one. */
  private Optional<Command> doing(KeyStroke stroke, Command command) {
    return bindings.getOrDefault(stroke, List.of()).stream()
        .filter(other -> !other.id().equals(command.id()))
        .filter(other -> Objects.equals(other.surface(), command.surface()))
        .findFirst();
  }

  private static List<String> split(String keys) {
    return Arrays.stream(keys.split(" ")).filter(key -> !key.isEmpty()).toList();
  }

  private static boolean isKey(String key) {
    try {
      return KeyStroke.getInstance(key).isComplete();
    } catch (ParseException | IllegalArgumentException e) {
      return false;
    }
  }

  /** A key by its name; the same object for the same name. Thread: the display's. */
  static KeyStroke stroke(String key) {
    KeyStroke known = STROKES.get(key);
    if (known == null) {
      try {
        known = KeyStroke.getInstance(key);
      } catch (ParseException e) {
        throw new IllegalArgumentException("not a key: " + key, e);
      }
      STROKES.put(key, known);
    }
    return known;
  }

  /** All commands with the keys of now. */
  Collection<Command> all() {
    return List.copyOf(commands.values());
  }

  Optional<Command> command(String id) {
    return Optional.ofNullable(commands.get(id));
  }

  /**
   * What a key does: the command of the narrowest surface before that of a wider one or of all.
   *
   * @param surface name of the command surface that has the keyboard, or null
   */
  Optional<Command> bound(KeyStroke stroke, String surface) {
    return bindings.getOrDefault(stroke, List.of()).stream()
        .filter(command -> command.worksOn(surface))
        .max(Comparator.comparingInt(c -> c.surface() == null ? 0 : c.surface().length()));
  }

  /** A key as menus write it; JFace puts Shift before Ctrl, which nobody else does. */
  static String format(String key) {
    return SWTKeySupport.getKeyFormatterForPlatform()
        .format(stroke(key))
        .replaceFirst("^Shift\\+Ctrl\\+", "Ctrl+Shift+");
  }

  /** The first key of a command as people write it, or an empty string. */
  String key(Command command) {
    List<String> keys = commands.getOrDefault(command.id(), command).keys();
    return keys.isEmpty() ? "" : format(keys.get(0));
  }
}
