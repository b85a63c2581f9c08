package koetsu.workbench.internal;

import java.util.List;
import koetsu.workbench.Command;
import koetsu.workbench.Messages;
import koetsu.workbench.Theme;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** All keys, by menu. */
final class KeysDialog extends Dialog {
  private final CommandTable commands;
  private final Messages texts;
  private final Theme theme;

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
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    Table table = new Table(area, SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL);
    GridData data = new GridData(SWT.FILL, SWT.FILL, true, true);
    data.widthHint = 520;
    data.heightHint = 460;
    table.setLayoutData(data);
    new TableColumn(table, SWT.LEFT).setWidth(180);
    new TableColumn(table, SWT.LEFT).setWidth(320);
    for (Command command : commands.all()) {
      if (!command.keys().isEmpty()) {
        TableItem item = new TableItem(table, SWT.NONE);
        List<String> keys =
            command.keys().stream()
                .filter(key -> !key.startsWith("NUMPAD_"))
                .map(CommandTable::format)
                .toList();
        item.setText(new String[] {String.join(", ", keys), command.label()});
        item.setForeground(0, theme.accent());
      }
    }
    return area;
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, texts.text("dialog.close"), true);
  }
}
