package koetsu.review.internal;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/**
 * Fills a view anew once, a moment after the last of many changes, and only while somebody sees it:
 * what changed behind another tab is filled in when the view is shown. On the display's thread.
 */
final class Refresh {
  private final Composite parent;
  private final int pause;
  private final Runnable fill;
  private final Runnable run = this::now;

  /**
   * @param parent what holds the view, and is shown or not
   * @param pause how long no further change may come before it is filled, in milliseconds
   */
  Refresh(Composite parent, int pause, Runnable fill) {
    this.parent = parent;
    this.pause = pause;
    this.fill = fill;
    parent.addListener(SWT.Show, e -> later());
  }

  /** After a change. Nothing once the view is closed. */
  void later() {
    if (!parent.isDisposed()) {
      parent.getDisplay().timerExec(pause, run);
    }
  }

  /** At once, when somebody sees it. */
  void now() {
    if (!parent.isDisposed() && parent.isVisible()) {
      fill.run();
    }
  }
}
