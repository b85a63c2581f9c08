package koetsu.workbench.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import koetsu.workbench.Command;
import koetsu.workbench.Messages;
import koetsu.workbench.Theme;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.bindings.keys.SWTKeySupport;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** All commands and their keys, which can be changed here; a change holds at once. */
final class KeysDialog extends Dialog {
  private static final int WIDTH = 620;
  private static final int HEIGHT = 460;

  private final CommandTable commands;
  private final Messages texts;
  private final Theme theme;
  private final Listener capture = this::pressed;
  private Text filter;
  private Table table;
  private Label hint;
  private boolean capturing;

  KeysDialog(Shell parent, CommandTable commands, Messages texts, Theme theme) {
    super(parent);
    this.commands = commands;
    this.texts = texts;
    this.theme = theme;
  }

  @Override
  protected boolean isResizable() {
    return true;
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText(texts.text("keys.title"));
    shell.setData("id", "keys");
    // ahead of the widgets and of the dialog's own keys
    shell.getDisplay().addFilter(SWT.KeyDown, capture);
    shell.getDisplay().addFilter(SWT.Traverse, capture);
    shell.addListener(
        SWT.Dispose,
        e -> {
          shell.getDisplay().removeFilter(SWT.KeyDown, capture);
          shell.getDisplay().removeFilter(SWT.Traverse, capture);
        });
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    area.setLayout(new GridLayout());
    filter = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH);
    filter.setMessage(texts.text("keys.filter"));
    filter.setData("id", "keys.filter");
    filter.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
    filter.addListener(SWT.Modify, e -> fill(null));
    table = new Table(area, SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL);
    table.setData("id", "keys.table");
    GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
    data.widthHint = WIDTH;
    data.heightHint = HEIGHT;
    table.setLayoutData(data);
    new TableColumn(table, SWT.LEFT).setWidth(210);
    new TableColumn(table, SWT.LEFT).setWidth(380);
    table.addListener(SWT.DefaultSelection, e -> begin());
    Composite row = new Composite(area, SWT.NONE);
    row.setLayout(new RowLayout());
    button(row, "keys.change", this::begin);
    button(row, "keys.remove", () -> rebind(List.of()));
    button(row, "keys.default", () -> rebind(null));
    button(
        row,
        "keys.reset",
        () -> {
          commands.reset();
          fill(null);
        });
    hint = new Label(area, SWT.WRAP);
    hint.setData("id", "keys.hint");
    GridData below = new GridData(SWT.FILL, SWT.BEGINNING, true, false);
    below.widthHint = WIDTH;
    below.heightHint = 2 * hint.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
    hint.setLayoutData(below);
    say(texts.text("keys.hint"), false);
    fill(null);
    return area;
  }

  private void button(Composite row, String text, Runnable action) {
    Button button = new Button(row, SWT.PUSH);
    button.setText(texts.text(text));
    button.setData("id", text);
    button.addListener(SWT.Selection, e -> action.run());
  }

  private void fill(String chosen) {
    String typed = filter.getText().strip().toLowerCase(Locale.ROOT);
    table.setRedraw(false);
    table.removeAll();
    for (Command command : commands.all()) {
      List<String> keys =
          command.keys().stream()
              .filter(key -> !key.startsWith("NUMPAD_"))
              .map(CommandTable::format)
              .toList();
      String shown = String.join(", ", keys);
      if ((shown + " " + command.label()).toLowerCase(Locale.ROOT).contains(typed)) {
        TableItem item = new TableItem(table, SWT.NONE);
        item.setText(new String[] {shown, command.label()});
        item.setData(command);
        item.setForeground(0, commands.isOwn(command) ? theme.warning() : theme.accent());
        if (command.id().equals(chosen)) {
          table.setSelection(item);
        }
      }
    }
    table.setRedraw(true);
  }

  private Optional<Command> chosen() {
    TableItem[] items = table.getSelection();
    return items.length == 0 ? Optional.empty() : Optional.of((Command) items[0].getData());
  }

  /** From now on the next key is the new one. */
  private void begin() {
    chosen()
        .ifPresent(
            command -> {
              capturing = true;
              table.setFocus();
              say(texts.text("keys.press", command.label()), false);
            });
  }

  private void pressed(Event event) {
    if (!capturing
        || !(event.widget instanceof Control control)
        || control.getShell() != getShell()) {
      return;
    }
    event.doit = false;
    KeyStroke stroke =
        SWTKeySupport.convertAcceleratorToKeyStroke(
            SWTKeySupport.convertEventToUnmodifiedAccelerator(event));
    boolean modifier = (event.keyCode & SWT.MODIFIER_MASK) != 0;
    if (event.type == SWT.Traverse || modifier || !stroke.isComplete()) {
      return;
    }
    event.type = SWT.None;
    capturing = false;
    say(texts.text("keys.hint"), false);
    if (event.keyCode == SWT.ESC) {
      return;
    }
    Command command = chosen().orElseThrow();
    boolean types = event.character >= ' ' && (event.stateMask & (SWT.MOD1 | SWT.ALT)) == 0;
    if (types && command.inFields()) {
      say(texts.text("keys.nokey", stroke.format()), true);
    } else {
      rebind(List.of(stroke.toString()));
    }
  }

  private void rebind(List<String> keys) {
    chosen()
        .ifPresent(
            command -> {
              Optional<Command> other = commands.rebind(command, keys);
              if (other.isPresent()) {
                String key =
                    keys == null ? commands.key(other.get()) : CommandTable.format(keys.get(0));
                say(texts.text("keys.taken", key, other.get().label()), true);
              } else {
                fill(command.id());
              }
            });
  }

  private void say(String text, boolean wrong) {
    hint.setText(text);
    hint.setForeground(wrong ? theme.error() : theme.foreground());
    hint.getParent().layout();
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, texts.text("dialog.close"), false);
  }
}
