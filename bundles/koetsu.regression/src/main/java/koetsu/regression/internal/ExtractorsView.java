package koetsu.regression.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import koetsu.api.record.Problem;
import koetsu.pipeline.PlugIn;
import koetsu.review.OpenDocument;
import koetsu.review.ReviewListener;
import koetsu.review.ReviewSession;
import koetsu.workbench.Icons;
import koetsu.workbench.Theme;
import koetsu.workbench.View;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** Every installed plug-in: what it does, whether it takes part, and what it has to answer for. */
final class ExtractorsView implements View, ReviewListener {
  private static final int[] WIDTHS = {170, 80, 120, 230, 90, 90, 420};
  private static final List<String> COLUMNS =
      List.of("bundle", "version", "kind", "service", "state", "failures", "message");

  /** A plug-in and what failed in it on any document. */
  private record Row(PlugIn plugIn, List<Problem> failures) {}

  private final ReviewSession session;
  private final Theme theme;
  private final Icons icons;
  private List<Row> rows = List.of();
  private Table table;
  private Label times;

  ExtractorsView(ReviewSession session) {
    this.session = session;
    this.theme = session.workbench().theme();
    this.icons = session.workbench().icons();
  }

  @Override
  public void create(Composite parent) {
    Composite root = new Composite(parent, SWT.NONE);
    root.setBackground(theme.background());
    GridLayout layout = new GridLayout();
    layout.marginWidth = layout.marginHeight = 0;
    layout.verticalSpacing = 0;
    root.setLayout(layout);
    table = new Table(root, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL);
    table.setData("id", "extractors");
    table.setHeaderVisible(true);
    table.setBackground(theme.background());
    table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    for (int i = 0; i < WIDTHS.length; i++) {
      TableColumn column = new TableColumn(table, i == 5 ? SWT.RIGHT : SWT.LEFT);
      column.setText(Texts.of("extractors." + COLUMNS.get(i)));
      column.setWidth(WIDTHS[i]);
    }
    table.addListener(SWT.SetData, this::fill);
    times = new Label(root, SWT.WRAP);
    times.setBackground(theme.background());
    times.setForeground(theme.dim());
    times.setData("id", "extractors.times");
    GridData below = new GridData(SWT.FILL, SWT.END, true, false);
    below.horizontalIndent = 6;
    below.widthHint = 300;
    times.setLayoutData(below);
    session.addListener(this);
    documentChanged(null);
  }

  @Override
  public void focus() {
    table.setFocus();
  }

  @Override
  public void dispose() {
    session.removeListener(this);
  }

  @Override
  public void documentChanged(String document) {
    if (table.isDisposed()) {
      return;
    }
    List<Problem> errors = new ArrayList<>(session.pipeline().problems());
    List<String> read = new ArrayList<>();
    for (OpenDocument open : session.documents()) {
      open.ready()
          .ifPresent(
              state ->
                  state.problems().stream()
                      .filter(p -> p.severity() == Problem.Severity.ERROR)
                      .forEach(errors::add));
      session
          .readingMillis(open.name())
          .ifPresent(millis -> read.add(Texts.of("extractors.time", open.name(), millis)));
    }
    List<Row> next = new ArrayList<>();
    for (PlugIn plugIn : session.pipeline().plugIns()) {
      next.add(
          new Row(
              plugIn,
              errors.stream().filter(p -> p.source().startsWith(plugIn.source())).toList()));
    }
    if (!next.equals(rows) || table.getItemCount() != next.size()) {
      rows = next;
      table.setItemCount(rows.size());
      table.clearAll();
    }
    times.setText(read.isEmpty() ? "" : Texts.of("extractors.times", String.join("  ·  ", read)));
    table.getParent().layout();
  }

  private void fill(Event event) {
    Row row = rows.get(event.index);
    PlugIn plugIn = row.plugIn();
    boolean refused = plugIn.fault() != null;
    String message =
        refused
            ? plugIn.fault()
            : row.failures().stream().findFirst().map(Problem::message).orElse("");
    TableItem item = (TableItem) event.item;
    item.setText(
        new String[] {
          plugIn.bundle(),
          plugIn.version(),
          Texts.of("extractors.kind." + plugIn.kind().name().toLowerCase(Locale.ROOT)),
          plugIn.id(),
          Texts.of(refused ? "extractors.refused" : "extractors.active"),
          row.failures().isEmpty() ? "" : String.valueOf(row.failures().size()),
          message
        });
    item.setForeground(1, theme.dim());
    item.setImage(
        0,
        refused || !row.failures().isEmpty()
            ? icons.image("error", theme.error())
            : icons.image("accept", theme.good()));
  }
}
