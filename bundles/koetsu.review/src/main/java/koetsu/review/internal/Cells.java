package koetsu.review.internal;

import koetsu.workbench.Ellipsis;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/**
 * The rows of a table with texts that are too long for their column: they end with an ellipsis, and
 * the pointer shows the whole text.
 */
final class Cells {
  /** What the toolkit keeps free around a text, and in front of it for an image. */
  private static final int PADDING = 10;

  private static final int IMAGE = 18;

  /** Columns have no width yet, or one that shows nothing anyway. */
  private static final int LEAST = 20;

  private static final String WHOLE = "whole";

  private final Table table;
  private final Ellipsis ellipsis;

  /** A table that has its columns already. */
  Cells(Table table) {
    this.table = table;
    ellipsis = new Ellipsis(table);
    for (TableColumn column : table.getColumns()) {
      column.addListener(SWT.Resize, e -> again());
    }
    table.addListener(SWT.MouseMove, this::tip);
  }

  private void again() {
    if ((table.getStyle() & SWT.VIRTUAL) != 0) {
      table.clearAll();
      return;
    }
    for (TableItem item : table.getItems()) {
      if (item.getData(WHOLE) instanceof String[] whole) {
        item.setText(whole);
        fit(item);
      }
    }
  }

  /** Cuts the texts of a row that was just filled. */
  void fit(TableItem item) {
    String[] whole = new String[table.getColumnCount()];
    for (int i = 0; i < whole.length; i++) {
      whole[i] = item.getText(i);
      int image = item.getImage(i) == null ? 0 : IMAGE;
      int room = table.getColumn(i).getWidth() - PADDING - image;
      if (room > LEAST) {
        item.setText(i, ellipsis.fit(whole[i], room));
      }
    }
    item.setData(WHOLE, whole);
  }

  /** The whole text of a cell, however much of it shows. */
  static String text(TableItem item, int column) {
    String shown = item.getText(column); // fills the row, if nobody has seen it yet
    return item.getData(WHOLE) instanceof String[] whole ? whole[column] : shown;
  }

  private void tip(Event event) {
    Point at = new Point(event.x, event.y);
    TableItem item = table.getItem(at);
    String tip = null;
    if (item != null && item.getData(WHOLE) instanceof String[] whole) {
      for (int i = 0; i < whole.length; i++) {
        if (item.getBounds(i).contains(at) && !whole[i].equals(item.getText(i))) {
          tip = whole[i].replace("&", "&&");
        }
      }
    }
    if (!java.util.Objects.equals(tip, table.getToolTipText())) {
      table.setToolTipText(tip);
    }
  }
}
