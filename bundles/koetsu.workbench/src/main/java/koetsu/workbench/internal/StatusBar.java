package koetsu.workbench.internal;

import java.util.EnumMap;
import java.util.Map;
import koetsu.workbench.Icons;
import koetsu.workbench.Messages;
import koetsu.workbench.StatusSlot;
import koetsu.workbench.Theme;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** The status line: fixed places from the left, what happens now at the right. */
final class StatusBar implements JobRunner.Watcher {
  private static final int MESSAGE_MILLIS = 6000;

  private final Composite bar;
  private final Map<StatusSlot, Label> labels = new EnumMap<>(StatusSlot.class);
  private final Map<StatusSlot, Label> separators = new EnumMap<>(StatusSlot.class);
  private final Composite slots;
  private final Label message;
  private final Label job;
  private final ProgressBar known;
  private final ProgressBar unknown;
  private final ToolBar stop;
  private int messages;

  StatusBar(Composite parent, Theme theme, Icons icons, Messages texts, Runnable cancelled) {
    bar = new Composite(parent, SWT.NONE);
    GridLayout layout = new GridLayout(6, false);
    layout.marginHeight = 1;
    layout.marginWidth = 6;
    layout.horizontalSpacing = 6;
    bar.setLayout(layout);
    slots = new Composite(bar, SWT.NONE);
    RowLayout row = new RowLayout(SWT.HORIZONTAL);
    row.marginTop = row.marginBottom = 0;
    row.marginLeft = row.marginRight = 0;
    row.wrap = false;
    row.center = true;
    row.spacing = 7;
    slots.setLayout(row);
    slots.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, true));
    for (StatusSlot slot : StatusSlot.values()) {
      if (slot != StatusSlot.PROJECT) {
        Label separator = new Label(slots, SWT.NONE);
        separator.setText("│");
        separator.setForeground(theme.line());
        separators.put(slot, separator);
      }
      Label label = new Label(slots, SWT.NONE);
      label.setData("id", "status." + slot.name().toLowerCase(java.util.Locale.ROOT));
      labels.put(slot, label);
    }
    message = new Label(bar, SWT.RIGHT);
    message.setForeground(theme.accent());
    message.setData("id", "status.message");
    message.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    job = new Label(bar, SWT.RIGHT);
    job.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
    known = progress(SWT.HORIZONTAL);
    unknown = progress(SWT.HORIZONTAL | SWT.INDETERMINATE);
    known.setMaximum(1000);
    stop = new ToolBar(bar, SWT.FLAT);
    stop.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
    ToolItem cancel = new ToolItem(stop, SWT.PUSH);
    cancel.setImage(icons.image("reject", theme.foreground()));
    cancel.setToolTipText(texts.text("job.cancel"));
    cancel.addListener(SWT.Selection, e -> cancelled.run());
    // as high as it ever gets, so that nothing moves when work begins
    GridData fixed = new GridData(SWT.FILL, SWT.END, true, false);
    fixed.heightHint = bar.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
    bar.setLayoutData(fixed);
    for (StatusSlot slot : StatusSlot.values()) {
      set(slot, "");
    }
    idle();
  }

  private ProgressBar progress(int style) {
    ProgressBar progress = new ProgressBar(bar, style);
    GridData data = new GridData(SWT.END, SWT.CENTER, false, false);
    data.widthHint = 120;
    progress.setLayoutData(data);
    return progress;
  }

  void set(StatusSlot slot, String content) {
    String text = content.replace("&", "&&");
    Label label = labels.get(slot);
    if (label.isDisposed() || (label.getText().equals(text) && !text.isEmpty())) {
      return;
    }
    label.setText(text);
    showSlot(label, !text.isEmpty());
    Label separator = separators.get(slot);
    if (separator != null) {
      showSlot(separator, !text.isEmpty());
    }
    slots.requestLayout();
  }

  private static void showSlot(Label label, boolean visible) {
    org.eclipse.swt.layout.RowData data = new org.eclipse.swt.layout.RowData();
    data.exclude = !visible;
    label.setLayoutData(data);
    label.setVisible(visible);
  }

  void message(String text) {
    message.setText(text.replace("&", "&&"));
    message.setToolTipText(text.replace("&", "&&"));
    int mine = ++messages;
    message
        .getDisplay()
        .timerExec(
            MESSAGE_MILLIS,
            () -> {
              if (mine == messages && !message.isDisposed()) {
                message.setText("");
              }
            });
  }

  @Override
  public void working(String title, double done) {
    if (bar.isDisposed()) {
      return;
    }
    job.setText(title);
    show(known, done >= 0);
    show(unknown, done < 0);
    if (done >= 0) {
      known.setSelection((int) (done * 1000));
    }
    show(job, true);
    show(stop, true);
    bar.layout();
  }

  @Override
  public void idle() {
    if (bar.isDisposed()) {
      return;
    }
    show(job, false);
    show(known, false);
    show(unknown, false);
    show(stop, false);
    bar.layout();
  }

  private static void show(org.eclipse.swt.widgets.Control control, boolean visible) {
    ((GridData) control.getLayoutData()).exclude = !visible;
    control.setVisible(visible);
  }
}
