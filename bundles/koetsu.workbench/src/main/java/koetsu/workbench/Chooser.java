package koetsu.workbench;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import koetsu.workbench.internal.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/**
 * A list over the window that typing narrows; Enter takes the chosen row, Esc none. The keyboard
 * goes back to where it was.
 *
 * @param <T> what is chosen
 */
public final class Chooser<T> {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 380;

  /** Around a text of the list. */
  private static final int PADDING = 14;

  /** Rows whose side notes are measured. */
  private static final int MEASURED = 200;

  /**
   * A row of the list.
   *
   * @param aside side note at the right, may be empty
   * @param usual false for what can be seen and not be done now
   */
  public record Row<T>(T item, String label, String aside, boolean usual) {
    public Row(T item, String label, String aside) {
      this(item, label, aside, true);
    }
  }

  private final Theme theme;
  private final Function<String, List<Row<T>>> rows;
  private final Consumer<T> chosen;
  private final Control before;
  private final Shell popup;
  private final Label none;
  private final Text filter;
  private final Table table;
  private final TableColumn labels;
  private final TableColumn asides;
  private final Ellipsis ellipsis;
  private List<Row<T>> shown = List.of();

  /**
   * Opens the list.
   *
   * @param id under which tests find it; its field is {@code id.filter}, its list {@code id.list}
   * @param hint what the empty field says
   * @param rows the rows for what was typed, trimmed and in lower case
   */
  public Chooser(
      Shell parent,
      Theme theme,
      String id,
      String hint,
      Function<String, List<Row<T>>> rows,
      Consumer<T> chosen) {
    this.theme = theme;
    this.rows = rows;
    this.chosen = chosen;
    before = parent.getDisplay().getFocusControl();
    popup = new Shell(parent, SWT.ON_TOP | SWT.RESIZE | SWT.TOOL);
    popup.setData("id", id);
    popup.setText(hint);
    popup.addListener(SWT.Paint, e -> frame(e));
    GridLayout layout = new GridLayout();
    layout.marginWidth = layout.marginHeight = 6;
    popup.setLayout(layout);
    // a field that has the keyboard does not show its message
    Composite head = new Composite(popup, SWT.NONE);
    GridLayout line = new GridLayout(2, false);
    line.marginWidth = line.marginHeight = 0;
    head.setLayout(line);
    head.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
    Label title = new Label(head, SWT.NONE);
    title.setText(hint.replace("&", "&&"));
    title.setForeground(theme.dim());
    title.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    none = new Label(head, SWT.NONE);
    none.setText(new Messages(Window.class).text("chooser.none"));
    none.setForeground(theme.warning());
    none.setVisible(false);
    filter = new Text(popup, SWT.SEARCH | SWT.ICON_SEARCH | SWT.SINGLE);
    filter.setMessage(hint);
    filter.setData("id", id + ".filter");
    filter.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
    table = new Table(popup, SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL | SWT.VIRTUAL);
    table.setData("id", id + ".list");
    table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    labels = new TableColumn(table, SWT.LEFT);
    asides = new TableColumn(table, SWT.LEFT);
    ellipsis = new Ellipsis(table);
    table.addListener(SWT.SetData, this::fill);
    table.addListener(SWT.Resize, e -> share());
    filter.addListener(SWT.Modify, e -> narrow());
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
    narrow();
    Rectangle area = parent.getBounds();
    Point size = new Point(Math.min(WIDTH, area.width - 40), Math.min(HEIGHT, area.height - 80));
    popup.setSize(size);
    popup.setLocation(area.x + (area.width - size.x) / 2, area.y + 70);
    popup.open();
    filter.setFocus();
  }

  /** Whether a text holds every word that was typed. */
  public static boolean holds(String text, String typed) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (String word : typed.split("[\\s\\u3000]+")) {
      if (!lower.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private void frame(Event event) {
    event.gc.setForeground(theme.dim());
    Rectangle inside = popup.getClientArea();
    event.gc.drawRectangle(0, 0, inside.width - 1, inside.height - 1);
  }

  private void leave(Event event) {
    if (event.detail == SWT.TRAVERSE_ESCAPE) {
      event.doit = false;
      close();
    }
  }

  private void close() {
    popup.close();
    if (before != null && !before.isDisposed()) {
      before.setFocus();
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
    if (!shown.isEmpty()) {
      table.setSelection(Math.max(0, Math.min(shown.size() - 1, at)));
    }
  }

  private void narrow() {
    shown = rows.apply(filter.getText().strip().toLowerCase(Locale.ROOT));
    none.setVisible(shown.isEmpty() && !filter.getText().isBlank());
    table.setItemCount(shown.size());
    table.clearAll();
    share();
    if (!shown.isEmpty()) {
      table.setSelection(0);
    }
  }

  /** Gives the side notes what they need and the names the rest. */
  private void share() {
    GC gc = new GC(table);
    int aside = 0;
    for (int i = 0; i < Math.min(shown.size(), MEASURED); i++) {
      aside = Math.max(aside, gc.textExtent(shown.get(i).aside()).x);
    }
    gc.dispose();
    int width = table.getClientArea().width;
    int rest = width - Math.min(aside + PADDING, width / 2);
    if (rest > 0 && labels.getWidth() != rest) {
      labels.setWidth(rest);
      asides.setWidth(width - rest);
      table.clearAll();
    }
  }

  private void fill(Event event) {
    Row<T> row = shown.get(event.index);
    TableItem item = (TableItem) event.item;
    item.setText(
        new String[] {ellipsis.fit(row.label(), labels.getWidth() - PADDING), row.aside()});
    item.setForeground(0, row.usual() ? null : theme.dim());
    item.setForeground(1, theme.dim());
  }

  private void choose() {
    int at = table.getSelectionIndex();
    if (at >= 0) {
      T item = shown.get(at).item();
      close();
      chosen.accept(item);
    }
  }
}
