package koetsu.workbench;

import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/**
 * Something a person can do, by key, menu, tool bar or palette.
 *
 * @param id unique among commands, {@code area.verb}
 * @param label what menus say, in the language of the window, without mnemonic
 * @param keys keys that do it, the one to show first; {@code M1} is Ctrl (⌘ on macOS), names are
 *     those of {@link org.eclipse.jface.bindings.keys.KeyStroke}
 * @param surface the command surface on which the keys work (see {@link #SURFACE}), or null where
 *     they work everywhere but in a text field
 * @param inFields whether the keys also work while a text field has the keyboard
 * @param menu id of the menu that shows it, or null for the palette only
 * @param group entries of one group stand together, groups ascend
 * @param icon name of the icon that puts it on the tool bar, or null
 * @param enabled asked before each use
 * @param action what it does
 */
public record Command(
    String id,
    String label,
    List<String> keys,
    String surface,
    boolean inFields,
    String menu,
    int group,
    String icon,
    BooleanSupplier enabled,
    Runnable action) {

  /**
   * Key of {@link org.eclipse.swt.widgets.Control#getData(String)} that makes a control and all in
   * it a command surface: there letters without Ctrl or Alt are commands. The content is the name
   * of the surface; on {@code wide.narrow} the commands of {@code wide} work too, except for keys
   * that have a command of its own.
   */
  public static final String SURFACE = "koetsu.surface";

  public Command {
    Objects.requireNonNull(id);
    Objects.requireNonNull(label);
    Objects.requireNonNull(enabled);
    Objects.requireNonNull(action);
    keys = List.copyOf(keys);
  }

  public static Command of(String id, String label, Runnable action) {
    return new Command(id, label, List.of(), null, false, null, 0, null, () -> true, action);
  }

  /**
   * Whether the keys work on a surface, by its own name or as a part of a wider one.
   *
   * @param place name of the surface, or null outside of all
   */
  public boolean worksOn(String place) {
    return surface == null
        || place != null && (place.equals(surface) || place.startsWith(surface + "."));
  }

  public Command keys(String... strokes) {
    return new Command(
        id, label, List.of(strokes), surface, inFields, menu, group, icon, enabled, action);
  }

  public Command on(String commandSurface) {
    return new Command(
        id, label, keys, commandSurface, inFields, menu, group, icon, enabled, action);
  }

  public Command alsoInFields() {
    return new Command(id, label, keys, surface, true, menu, group, icon, enabled, action);
  }

  public Command menu(String name, int place) {
    return new Command(id, label, keys, surface, inFields, name, place, icon, enabled, action);
  }

  public Command icon(String name) {
    return new Command(id, label, keys, surface, inFields, menu, group, name, enabled, action);
  }

  public Command when(BooleanSupplier condition) {
    return new Command(id, label, keys, surface, inFields, menu, group, icon, condition, action);
  }
}
