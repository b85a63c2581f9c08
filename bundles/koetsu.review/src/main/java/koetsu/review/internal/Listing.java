package koetsu.review.internal;

import koetsu.workbench.Command;
import koetsu.workbench.Theme;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** A line that says what is listed, over a table whose rows are filled when they come in sight. */
final class Listing {
  /** Fills a row that is seen for the first time. */
  @FunctionalInterface
  interface Filler {
    void fill(TableItem item, int row);
  }

  private static final int LEAST = 120;

  private final Composite root;
  private final Label heading;
  private final Table table;
  private final StackLayout pages = new StackLayout();
  private final Composite body;
  private final Composite nothing;
  private final Label empty;

  /** Made with the first row, when all columns are there. */
  private Cells cells;

  private int stretching;

  /**
   * @param surface the command surface of the table; the end of its name is the id of the table
   */
  Listing(Composite parent, Theme theme, String surface, Filler filler) {
    String id = surface.substring(surface.lastIndexOf('.') + 1);
    root = new Composite(parent, SWT.NONE);
    root.setBackground(theme.background());
    GridLayout layout = new GridLayout();
    layout.marginWidth = layout.marginHeight = 0;
    layout.marginTop = layout.verticalSpacing = 2;
    root.setLayout(layout);
    heading = new Label(root, SWT.NONE);
    heading.setData("id", id + ".heading");
    heading.setBackground(theme.background());
    heading.setForeground(theme.dim());
    GridData top = new GridData(SWT.FILL, SWT.CENTER, true, false);
    top.horizontalIndent = 6;
    heading.setLayoutData(top);
    body = new Composite(root, SWT.NONE);
    body.setLayout(pages);
    body.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    nothing = new Composite(body, SWT.NONE);
    nothing.setData(Command.SURFACE, surface);
    nothing.setBackground(theme.background());
    nothing.setLayout(new GridLayout());
    empty = new Label(nothing, SWT.CENTER | SWT.WRAP);
    empty.setData("id", id + ".empty");
    empty.setBackground(theme.background());
    empty.setForeground(theme.dim());
    empty.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, true));
    table =
        new Table(
            body, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
    table.setData("id", id);
    table.setData(Command.SURFACE, surface);
    table.setHeaderVisible(true);
    table.setBackground(theme.background());
    pages.topControl = table;
    table.addListener(SWT.Resize, e -> fit());
    table.addListener(
        SWT.SetData,
        e -> {
          // a row may be asked for while it goes
          if (e.index >= 0) {
            filler.fill((TableItem) e.item, e.index);
            if (cells == null) {
              cells = new Cells(table);
            }
            cells.fit((TableItem) e.item);
          }
        });
  }

  Composite root() {
    return root;
  }

  Table table() {
    return table;
  }

  /** What is said in the middle as long as there are no rows. */
  void whenEmpty(String text) {
    empty.setText(text.replace("&", "&&"));
    nothing.layout();
  }

  /** Gives the keyboard to the rows, or to the place where they would be. */
  void focus() {
    ((Composite) pages.topControl).setFocus();
  }

  /** Adds a column of a width. */
  void column(String key, int width) {
    column(key, width, SWT.LEFT);
  }

  /** Adds a column of a width for figures. */
  void figures(String key, int width) {
    column(key, width, SWT.RIGHT);
  }

  private void column(String key, int width, int alignment) {
    TableColumn column = new TableColumn(table, alignment);
    column.setText(Texts.of(key));
    column.setWidth(width);
    column.setData(width);
  }

  /** Adds a column that shares with others of its kind what is left. */
  void column(String key) {
    column(key, 0);
    stretching++;
  }

  private void fit() {
    int rest = table.getClientArea().width;
    for (TableColumn column : table.getColumns()) {
      // what a column says of its width may be what the last one was stretched to
      rest -= (Integer) column.getData();
    }
    for (TableColumn column : table.getColumns()) {
      if ((Integer) column.getData() == 0) {
        column.setWidth(Math.max(LEAST, rest / stretching));
      }
    }
  }

  /**
   * Shows other rows.
   *
   * @param selected row to select; the nearest one where there is none, nothing for a negative one
   */
  void show(String about, int rows, int selected) {
    heading.setText(about.replace("&", "&&"));
    heading.setToolTipText(about);
    boolean keyboard = table.isFocusControl() || nothing.isFocusControl();
    table.setItemCount(rows);
    table.clearAll();
    Composite page = rows == 0 && !empty.getText().isEmpty() ? nothing : table;
    if (pages.topControl != page) {
      pages.topControl = page;
      body.layout(true);
      if (keyboard) {
        focus();
      }
    }
    int row = Math.min(selected, rows - 1);
    if (row >= 0) {
      table.setSelection(row);
    } else {
      table.deselectAll();
    }
  }

  /** The chosen row, or -1. */
  int selected() {
    return table.getSelectionIndex();
  }
}
