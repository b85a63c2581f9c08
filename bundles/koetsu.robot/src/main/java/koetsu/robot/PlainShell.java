package koetsu.robot;

import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** An empty window, which is the least that a program with a window can show. */
public final class PlainShell {

  private PlainShell() {}

  public static void main(String[] arguments) {
    Display display = new Display();
    Shell shell = new Shell(display);
    shell.setBounds(0, 0, FrameBuffer.WIDTH, FrameBuffer.HEIGHT);
    shell.open();
    while (!shell.isDisposed()) {
      if (!display.readAndDispatch()) {
        display.sleep();
      }
    }
  }
}
