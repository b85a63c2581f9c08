package koetsu.review.internal;

import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.Accessible;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;

/** Gives a painted form to screen readers as a list of what stands in it. */
final class SpokenForm {
  /**
   * Something that is read out.
   *
   * @param bounds in the canvas, as it is scrolled now
   */
  record Item(String text, Rectangle bounds) {}

  private final Canvas canvas;
  private final Accessible accessible;
  private final Supplier<String> title;
  private final Supplier<List<Item>> items;
  private final IntSupplier current;

  /**
   * @param current index of the item that the person is at, or -1
   */
  SpokenForm(
      Canvas canvas, Supplier<String> title, Supplier<List<Item>> items, IntSupplier current) {
    this.canvas = canvas;
    this.title = title;
    this.items = items;
    this.current = current;
    accessible = canvas.getAccessible();
    accessible.addAccessibleListener(new Names());
    accessible.addAccessibleControlListener(new Structure());
  }

  /** Says that the person went on, or that something else stands there now. */
  void changed() {
    accessible.selectionChanged();
    accessible.setFocus(focus());
  }

  private int focus() {
    return current.getAsInt() < 0 ? ACC.CHILDID_SELF : current.getAsInt();
  }

  private final class Names extends AccessibleAdapter {
    @Override
    public void getName(AccessibleEvent event) {
      List<Item> all = items.get();
      if (event.childID == ACC.CHILDID_SELF) {
        event.result = title.get();
      } else if (event.childID < all.size()) {
        event.result = all.get(event.childID).text();
      }
    }
  }

  private final class Structure extends AccessibleControlAdapter {
    @Override
    public void getChildCount(AccessibleControlEvent event) {
      event.detail = items.get().size();
    }

    @Override
    public void getChildren(AccessibleControlEvent event) {
      event.children = IntStream.range(0, items.get().size()).boxed().toArray();
    }

    @Override
    public void getRole(AccessibleControlEvent event) {
      event.detail = event.childID == ACC.CHILDID_SELF ? ACC.ROLE_LIST : ACC.ROLE_LISTITEM;
    }

    @Override
    public void getState(AccessibleControlEvent event) {
      event.detail = ACC.STATE_FOCUSABLE;
      if (event.childID != ACC.CHILDID_SELF) {
        event.detail |= ACC.STATE_SELECTABLE;
        if (event.childID == current.getAsInt()) {
          event.detail |= ACC.STATE_SELECTED;
        }
      }
      if (canvas.isFocusControl() && event.childID == focus()) {
        event.detail |= ACC.STATE_FOCUSED;
      }
    }

    @Override
    public void getFocus(AccessibleControlEvent event) {
      event.childID = canvas.isFocusControl() ? focus() : ACC.CHILDID_NONE;
    }

    @Override
    public void getSelection(AccessibleControlEvent event) {
      event.childID = current.getAsInt() < 0 ? ACC.CHILDID_NONE : current.getAsInt();
    }

    @Override
    public void getChildAtPoint(AccessibleControlEvent event) {
      Point at = canvas.toControl(event.x, event.y);
      List<Item> all = items.get();
      event.childID =
          IntStream.range(0, all.size())
              .filter(i -> all.get(i).bounds().contains(at))
              .findFirst()
              .orElse(ACC.CHILDID_SELF);
    }

    @Override
    public void getLocation(AccessibleControlEvent event) {
      List<Item> all = items.get();
      Rectangle bounds =
          event.childID >= 0 && event.childID < all.size()
              ? all.get(event.childID).bounds()
              : canvas.getClientArea();
      Point at = canvas.toDisplay(bounds.x, bounds.y);
      event.x = at.x;
      event.y = at.y;
      event.width = bounds.width;
      event.height = bounds.height;
    }
  }
}
