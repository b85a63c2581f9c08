package koetsu.workbench.internal;

import java.util.Optional;
import java.util.function.Consumer;
import koetsu.workbench.Command;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.bindings.keys.SWTKeySupport;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;

/**
 * Turns key presses into commands, ahead of the widget that has the keyboard. In a text field
 * letters type, on a command surface they are commands. While an input method composes in a text
 * field, the toolkit gives its keys to the input method and none comes here; command surfaces have
 * no input method (see {@link WindowSystem}).
 */
final class KeyDispatcher implements Listener {
  private final Shell shell;
  private final CommandTable table;
  private final Consumer<Command> execute;

  KeyDispatcher(Shell shell, CommandTable table, Consumer<Command> execute) {
    this.shell = shell;
    this.table = table;
    this.execute = execute;
    shell.getDisplay().addFilter(SWT.KeyDown, this);
    shell.addListener(SWT.Dispose, e -> shell.getDisplay().removeFilter(SWT.KeyDown, this));
  }

  @Override
  public void handleEvent(Event event) {
    if (!(event.widget instanceof Control control) || control.getShell() != shell) {
      return;
    }
    boolean field = isField(control);
    String surface = surface(control);
    for (int accelerator :
        new int[] {
          SWTKeySupport.convertEventToUnmodifiedAccelerator(event),
          SWTKeySupport.convertEventToUnshiftedModifiedAccelerator(event),
          SWTKeySupport.convertEventToModifiedAccelerator(event)
        }) {
      KeyStroke stroke = SWTKeySupport.convertAcceleratorToKeyStroke(accelerator);
      Optional<Command> command =
          stroke.isComplete() ? table.bound(stroke, surface) : Optional.empty();
      if (command.isPresent() && opensRow(event, control, command.get())) {
        return;
      }
      if (command.isPresent() && (!field || command.get().inFields())) {
        // the key is spent even where the command is not enabled: it must not type or scroll
        event.doit = false;
        event.type = SWT.None;
        execute.accept(command.get());
        return;
      }
    }
  }

  /** Whether Enter, which no command wants now, is what opens a row of a tree. */
  private static boolean opensRow(Event event, Control control, Command command) {
    return control instanceof Tree
        && (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR)
        && event.stateMask == 0
        && !command.enabled().getAsBoolean();
  }

  /** Whether letters type in a control. */
  static boolean isField(Control control) {
    return control instanceof Text text && text.getEditable()
        || control instanceof StyledText styled && styled.getEditable()
        || control instanceof Spinner
        || control instanceof Combo combo && (combo.getStyle() & SWT.READ_ONLY) == 0;
  }

  /** The command surface that a control is on, or null; the control may be null. */
  static String surface(Control control) {
    for (Control at = control; at != null; at = at.getParent()) {
      if (at.getData(Command.SURFACE) instanceof String name) {
        return name;
      }
    }
    return null;
  }
}
