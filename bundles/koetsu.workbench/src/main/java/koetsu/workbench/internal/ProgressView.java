package koetsu.workbench.internal;

import java.util.List;
import koetsu.workbench.Icons;
import koetsu.workbench.Messages;
import koetsu.workbench.Theme;
import koetsu.workbench.View;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** What works in the background, what waits, and how what is done has ended. */
final class ProgressView implements View {
  private final JobRunner jobs;
  private final Theme theme;
  private final Icons icons;
  private final Messages texts;
  private final Runnable update = this::update;
  private Table table;
  private Button cancel;
  private List<JobRunner.Job> rows = List.of();

  ProgressView(JobRunner jobs, Theme theme, Icons icons, Messages texts) {
    this.jobs = jobs;
    this.theme = theme;
    this.icons = icons;
    this.texts = texts;
  }

  @Override
  public void create(Composite parent) {
    Composite root = new Composite(parent, SWT.NONE);
    root.setBackground(theme.background());
    GridLayout layout = new GridLayout();
    layout.marginWidth = layout.marginHeight = 0;
    root.setLayout(layout);
    table = new Table(root, SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL);
    table.setData("id", "progress");
    table.setBackground(theme.background());
    table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    new TableColumn(table, SWT.LEFT).setWidth(420);
    new TableColumn(table, SWT.RIGHT).setWidth(70);
    new TableColumn(table, SWT.LEFT).setWidth(420);
    cancel = new Button(root, SWT.PUSH);
    cancel.setText(texts.text("job.cancel"));
    cancel.setData("id", "progress.cancel");
    GridData end = new GridData(SWT.END, SWT.CENTER, false, false);
    end.horizontalIndent = 4;
    cancel.setLayoutData(end);
    cancel.addListener(SWT.Selection, e -> cancel());
    table.addListener(SWT.Selection, e -> enable());
    table.addListener(
        SWT.KeyDown,
        e -> {
          if (e.keyCode == SWT.DEL) {
            cancel();
          }
        });
    jobs.addListener(update);
    update();
  }

  private void update() {
    rows = jobs.jobs();
    int chosen = table.getSelectionIndex();
    table.setItemCount(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      fill(table.getItem(i), rows.get(i));
    }
    if (chosen >= 0 && chosen < rows.size()) {
      table.setSelection(chosen);
    }
    enable();
  }

  private void fill(TableItem item, JobRunner.Job job) {
    boolean running = job.state() == JobRunner.State.RUNNING;
    String state = texts.text("job.state." + job.state().name().toLowerCase(java.util.Locale.ROOT));
    item.setText(
        new String[] {
          job.title(),
          running && job.done() >= 0 ? Math.round(job.done() * 100) + " %" : "",
          job.what() == null ? state : state + ": " + job.what()
        });
    item.setForeground(job.isOver() ? theme.dim() : theme.foreground());
    item.setImage(
        0,
        switch (job.state()) {
          case WAITING -> icons.image("open-item", theme.dim());
          case RUNNING -> icons.image("run", theme.accent());
          case DONE -> icons.image("accept", theme.good());
          case CANCELLED -> icons.image("reject", theme.dim());
          case FAILED -> icons.image("error", theme.error());
        });
  }

  private void enable() {
    int at = table.getSelectionIndex();
    cancel.setEnabled(at >= 0 && at < rows.size() && !rows.get(at).isOver());
  }

  private void cancel() {
    int at = table.getSelectionIndex();
    if (at >= 0 && at < rows.size()) {
      jobs.cancel(rows.get(at));
    }
  }

  @Override
  public void focus() {
    table.setFocus();
  }

  @Override
  public void dispose() {
    jobs.removeListener(update);
  }
}
