package koetsu.workbench.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import koetsu.workbench.Command;
import koetsu.workbench.Messages;
import koetsu.workbench.Theme;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** A list of all commands with their keys, narrowed by typing; Enter does the chosen one. */
final class CommandPalette {
  private static final int WIDTH = 560;
  private static final int HEIGHT = 380;

  private final List<Command> commands;
  private final Theme theme;
  private final Consumer<Command> execute;
  private final Shell popup;
  private final Text filter;
  private final Table table;

  CommandPalette(
      Shell parent, CommandTable all, Theme theme, Messages texts, Consumer<Command> execute) {
    this.theme = theme;
    this.execute = execute;
    commands = new ArrayList<>(all.all());
    commands.sort(
        Comparator.comparing((Command c) -> !c.enabled().getAsBoolean())
            .thenComparing(Command::label));
    popup = new Shell(parent, SWT.ON_TOP | SWT.RESIZE | SWT.TOOL);
    popup.setData("id", "palette");
    popup.addListener(
        SWT.Paint,
        e -> {
          e.gc.setForeground(theme.dim());
          Rectangle inside = popup.getClientArea();
          e.gc.drawRectangle(0, 0, inside.width - 1, inside.height - 1);
        });
    GridLayout layout = new GridLayout();
    layout.marginWidth = layout.marginHeight = 6;
    popup.setLayout(layout);
    filter = new Text(popup, SWT.SEARCH | SWT.ICON_SEARCH | SWT.SINGLE);
    filter.setMessage(texts.text("palette.filter"));
    filter.setData("id", "palette.filter");
    filter.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
    table = new Table(popup, SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL);
    table.setData("id", "palette.commands");
    table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    new TableColumn(table, SWT.LEFT).setWidth(WIDTH - 170);
    new TableColumn(table, SWT.LEFT).setWidth(130);
    filter.addListener(SWT.Modify, e -> fill());
    filter.addListener(SWT.KeyDown, this::key);
    filter.addListener(SWT.DefaultSelection, e -> choose());
    table.addListener(SWT.DefaultSelection, e -> choose());
    table.addListener(SWT.MouseUp, e -> choose());
    filter.addListener(SWT.Traverse, this::leave);
    table.addListener(SWT.Traverse, this::leave);
    popup.addListener(
        SWT.Deactivate,
        e ->
            popup
                .getDisplay()
                .asyncExec(
                    () -> {
                      if (!popup.isDisposed()) {
                        popup.close();
                      }
                    }));
    fill();
    Rectangle area = parent.getBounds();
    Point size = new Point(Math.min(WIDTH, area.width - 40), Math.min(HEIGHT, area.height - 80));
    popup.setSize(size);
    popup.setLocation(area.x + (area.width - size.x) / 2, area.y + 70);
    popup.open();
    filter.setFocus();
  }

  private void leave(Event event) {
    if (event.detail == SWT.TRAVERSE_ESCAPE) {
      event.doit = false;
      popup.close();
    }
  }

  private void key(Event event) {
    int at = table.getSelectionIndex();
    switch (event.keyCode) {
      case SWT.ARROW_DOWN -> at++;
      case SWT.ARROW_UP -> at--;
      case SWT.PAGE_DOWN -> at += 10;
      case SWT.PAGE_UP -> at -= 10;
      default -> {
        return;
      }
    }
    event.doit = false;
    if (table.getItemCount() > 0) {
      table.setSelection(Math.max(0, Math.min(table.getItemCount() - 1, at)));
    }
  }

  private void fill() {
    String[] words = filter.getText().toLowerCase(Locale.getDefault()).strip().split("\\s+");
    table.setRedraw(false);
    table.removeAll();
    for (Command command : commands) {
      String label = (command.label() + " " + command.id()).toLowerCase(Locale.getDefault());
      boolean matches = true;
      for (String word : words) {
        matches &= label.contains(word);
      }
      if (matches) {
        TableItem item = new TableItem(table, SWT.NONE);
        item.setText(new String[] {command.label(), CommandTable.key(command)});
        item.setData(command);
        item.setForeground(1, theme.dim());
        if (!command.enabled().getAsBoolean()) {
          item.setForeground(theme.dim());
        }
      }
    }
    table.setRedraw(true);
    if (table.getItemCount() > 0) {
      table.setSelection(0);
    }
  }

  private void choose() {
    TableItem[] chosen = table.getSelection();
    if (chosen.length == 1) {
      Command command = (Command) chosen[0].getData();
      popup.close();
      execute.accept(command);
    }
  }
}
