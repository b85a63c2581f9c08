package koetsu.workbench.internal;

import java.util.function.BiConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;

/** Lets the tabs of a folder be dragged. */
final class TabDrag {
  /** A hand that trembles drags nothing. */
  private static final int LEAST = 8;

  private final CTabFolder folder;
  private final BiConsumer<CTabItem, Point> drop;
  private CTabItem pressed;
  private Point begin;
  private boolean dragging;

  /**
   * @param drop takes the tab and the place on the screen where it was let go
   */
  TabDrag(CTabFolder folder, BiConsumer<CTabItem, Point> drop) {
    this.folder = folder;
    this.drop = drop;
    // the toolkit's own detection holds the event loop up until the mouse moves
    folder.setDragDetect(false);
    folder.addListener(SWT.MouseDown, this::press);
    folder.addListener(SWT.MouseMove, this::move);
    folder.addListener(SWT.MouseUp, this::release);
  }

  private void press(Event event) {
    begin = new Point(event.x, event.y);
    pressed = event.button == 1 ? folder.getItem(begin) : null;
  }

  private void move(Event event) {
    boolean far = begin != null && Math.hypot(event.x - begin.x, event.y - begin.y) > LEAST;
    if (pressed != null && far && !dragging) {
      dragging = true;
      folder.setCursor(folder.getDisplay().getSystemCursor(SWT.CURSOR_SIZEALL));
    }
  }

  private void release(Event event) {
    CTabItem item = pressed;
    boolean dropped = dragging;
    pressed = null;
    dragging = false;
    folder.setCursor(null);
    if (dropped && item != null && !item.isDisposed()) {
      drop.accept(item, folder.toDisplay(event.x, event.y));
    }
  }
}
