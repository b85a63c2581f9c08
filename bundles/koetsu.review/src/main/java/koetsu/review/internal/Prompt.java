package koetsu.review.internal;

import java.util.function.Consumer;
import koetsu.workbench.Theme;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for one line of text over the window; Enter keeps it, Esc does not. */
final class Prompt {
  private static final int WIDTH = 460;

  private Prompt() {}

  /**
   * @param id under which tests find it; its field is {@code id.text}
   * @param title what the text is about
   * @param hint what the empty field says
   * @param before what the field says first
   */
  static void open(
      Shell parent,
      Theme theme,
      String id,
      String title,
      String hint,
      String before,
      Consumer<String> commit) {
    Control keyboard = parent.getDisplay().getFocusControl();
    Shell popup = new Shell(parent, SWT.ON_TOP | SWT.TOOL);
    popup.setData("id", id);
    GridLayout layout = new GridLayout();
    layout.marginWidth = layout.marginHeight = 8;
    popup.setLayout(layout);
    popup.addListener(
        SWT.Paint,
        e -> {
          e.gc.setForeground(theme.dim());
          Rectangle inside = popup.getClientArea();
          e.gc.drawRectangle(0, 0, inside.width - 1, inside.height - 1);
        });
    Label label = new Label(popup, SWT.NONE);
    label.setText(title.replace("&", "&&"));
    label.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    Text text = new Text(popup, SWT.SINGLE | SWT.BORDER);
    text.setFont(theme.source());
    text.setMessage(hint);
    text.setText(before);
    text.selectAll();
    text.setData("id", id + ".text");
    text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    Label note = new Label(popup, SWT.NONE);
    note.setText(Texts.of("prompt.hint"));
    note.setFont(theme.small());
    note.setForeground(theme.dim());
    Runnable back =
        () -> {
          popup.close();
          if (keyboard != null && !keyboard.isDisposed()) {
            keyboard.setFocus();
          }
        };
    text.addListener(
        SWT.DefaultSelection,
        e -> {
          String written = text.getText();
          back.run();
          commit.accept(written);
        });
    text.addListener(
        SWT.Traverse,
        e -> {
          if (e.detail == SWT.TRAVERSE_ESCAPE) {
            e.doit = false;
            back.run();
          }
        });
    Rectangle area = parent.getBounds();
    popup.pack();
    int width = Math.max(WIDTH, popup.getSize().x);
    popup.setSize(Math.min(width, area.width - 40), popup.getSize().y);
    popup.setLocation(area.x + (area.width - popup.getSize().x) / 2, area.y + area.height / 3);
    popup.open();
    text.setFocus();
  }
}
