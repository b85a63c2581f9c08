package koetsu.workbench;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Adds commands and menus; an OSGi service. Thread: the display's. */
@ConsumerType
public interface CommandProvider {

  /**
   * A menu of the menu bar.
   *
   * @param id what {@link Command#menu()} names
   * @param label text in the menu bar, with mnemonic
   * @param order place in the bar: File 0, Edit 100, Window 800, Help 900
   */
  record Menu(String id, String label, int order) {}

  /** Menus beside those of the window itself. */
  default List<Menu> menus() {
    return List.of();
  }

  /** The commands in the order in which menus and tool bar show them. Asked once per window. */
  List<Command> commands(Workbench workbench);
}
