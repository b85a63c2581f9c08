package koetsu.workbench.internal;

import java.time.format.DateTimeFormatter;
import java.util.List;
import koetsu.workbench.Icons;
import koetsu.workbench.Messages;
import koetsu.workbench.Theme;
import koetsu.workbench.View;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** What the window said, and for a failure all that its mender wants to know. */
final class LogView implements View {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Journal journal;
  private final Theme theme;
  private final Icons icons;
  private final Messages texts;
  private final Runnable update = this::update;
  private List<Journal.Entry> rows = List.of();
  private Table table;
  private Text details;
  private Button copy;

  LogView(Journal journal, Theme theme, Icons icons, Messages texts) {
    this.journal = journal;
    this.theme = theme;
    this.icons = icons;
    this.texts = texts;
  }

  @Override
  public void create(Composite parent) {
    SashForm sash = new SashForm(parent, SWT.HORIZONTAL | SWT.SMOOTH);
    table = new Table(sash, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL);
    table.setData("id", "log");
    table.setBackground(theme.background());
    new TableColumn(table, SWT.LEFT).setWidth(100);
    new TableColumn(table, SWT.LEFT).setWidth(560);
    table.addListener(SWT.SetData, this::fill);
    table.addListener(SWT.Selection, e -> show());
    Composite side = new Composite(sash, SWT.NONE);
    side.setBackground(theme.background());
    GridLayout layout = new GridLayout();
    layout.marginWidth = layout.marginHeight = 2;
    side.setLayout(layout);
    details = new Text(side, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL);
    details.setData("id", "log.details");
    details.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    copy = new Button(side, SWT.PUSH);
    copy.setText(texts.text("failure.copy"));
    copy.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
    copy.addListener(SWT.Selection, e -> copy());
    sash.setWeights(60, 40);
    journal.addListener(update);
    update();
  }

  private void update() {
    rows = journal.entries();
    table.setItemCount(rows.size());
    table.clearAll();
    show();
  }

  private void fill(Event event) {
    Journal.Entry entry = rows.get(event.index);
    TableItem item = (TableItem) event.item;
    item.setText(
        new String[] {CLOCK.format(entry.time()), entry.text().replaceAll("\\s*\\R\\s*", " ")});
    item.setForeground(0, theme.dim());
    item.setImage(
        0,
        entry.failure() ? icons.image("error", theme.error()) : icons.image("info", theme.dim()));
  }

  private void show() {
    int at = table.getSelectionIndex();
    // GTK shows no message in a text of several lines, so the hint is its text
    String hint = texts.text(rows.isEmpty() ? "log.empty" : "log.choose");
    details.setText(at < 0 ? hint : rows.get(at).details());
    details.setForeground(at < 0 ? theme.dim() : theme.foreground());
    copy.setEnabled(at >= 0);
  }

  private void copy() {
    Clipboard clipboard = new Clipboard(table.getDisplay());
    clipboard.setContents(
        new Object[] {details.getText()}, new Transfer[] {TextTransfer.getInstance()});
    clipboard.dispose();
  }

  @Override
  public void focus() {
    table.setFocus();
  }

  @Override
  public void dispose() {
    journal.removeListener(update);
  }
}
