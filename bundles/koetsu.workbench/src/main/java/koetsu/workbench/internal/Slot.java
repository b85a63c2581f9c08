package koetsu.workbench.internal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Supplier;
import koetsu.workbench.Messages;
import koetsu.workbench.Theme;
import koetsu.workbench.View;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/**
 * A view in its frame, made when it is first shown or asked for. A view that fails shows its
 * failure here and harms nobody else.
 */
final class Slot {
  private final String id;
  private final String title;
  private final Composite holder;
  private final Theme theme;
  private final Messages texts;
  private Supplier<View> content;
  private View view;

  Slot(
      String id,
      String title,
      Composite parent,
      Theme theme,
      Messages texts,
      Supplier<View> content) {
    this.id = id;
    this.title = title;
    this.theme = theme;
    this.texts = texts;
    this.content = content;
    holder = new Composite(parent, SWT.NONE);
    holder.setLayout(new FillLayout());
    holder.setBackground(theme.background());
    holder.setVisible(false);
    // a tab shows its content when it comes to the front
    holder.addListener(SWT.Show, e -> create());
  }

  /** Makes the view, unless that has happened. */
  void create() {
    if (content == null) {
      return;
    }
    Supplier<View> made = content;
    content = null;
    try {
      view = made.get();
      view.create(holder);
    } catch (RuntimeException | LinkageError e) {
      view = null;
      showFailure(e);
    }
    holder.layout();
  }

  private void showFailure(Throwable failure) {
    for (Control half : holder.getChildren()) {
      half.dispose();
    }
    Composite box = new Composite(holder, SWT.NONE);
    box.setBackground(theme.background());
    box.setLayout(new GridLayout());
    Label sentence = new Label(box, SWT.WRAP);
    sentence.setBackground(theme.background());
    sentence.setForeground(theme.error());
    sentence.setText(texts.text("view.failed", title));
    sentence.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
    Text details = new Text(box, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL);
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    details.setText(trace.toString());
    details.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
  }

  String id() {
    return id;
  }

  String title() {
    return title;
  }

  Composite holder() {
    return holder;
  }

  /** The view, or null where it failed. */
  View view() {
    create();
    return view;
  }

  void focus() {
    create();
    if (view != null) {
      view.focus();
    } else {
      holder.setFocus();
    }
  }

  void dispose() {
    if (view != null) {
      view.dispose();
    }
    holder.dispose();
  }
}
