package koetsu.workbench;

import org.eclipse.swt.widgets.Composite;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A tab's content. Created once, on the thread of the display, and disposed of with its project or
 * its tab. What it throws is shown in its own place and costs nothing else.
 */
@ConsumerType
public interface View {

  /**
   * Builds the widgets.
   *
   * @param parent filled completely by the view's widgets; its layout is a {@code FillLayout}
   */
  void create(Composite parent);

  /** Gives the keyboard to the widget that a person expects to have it. */
  void focus();

  /** Lets go of listeners; the widgets go by themselves. */
  default void dispose() {}
}
