package koetsu.regression.internal;

import java.util.List;
import java.util.Optional;
import koetsu.api.record.ParsedRecord;
import koetsu.pipeline.PlugIn;
import koetsu.pipeline.PlugInJar;
import koetsu.review.OpenDocument;
import koetsu.review.ReviewSession;
import koetsu.review.Selection;
import koetsu.workbench.Theme;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** Two versions of a bundle beside each other on the record in focus. */
final class VersionsPane {
  private static final int[] WIDTHS = {100, 190, 190, 220};

  private final ReviewSession session;
  private final Theme theme;
  private final Composite control;
  private final Label head;
  private final Table table;
  private PlugInJar jar;
  private VersionsJob.Sides sides;

  VersionsPane(Composite parent, ReviewSession session) {
    this.session = session;
    this.theme = session.workbench().theme();
    control = new Composite(parent, SWT.NONE);
    control.setBackground(theme.background());
    GridLayout layout = new GridLayout();
    layout.marginWidth = layout.marginHeight = 4;
    control.setLayout(layout);
    head = new Label(control, SWT.WRAP);
    head.setBackground(theme.background());
    head.setForeground(theme.foreground());
    head.setData("id", "extractors.versions");
    GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
    wide.widthHint = 160;
    head.setLayoutData(wide);
    head.setText(Texts.of("versions.none"));
    table = new Table(control, SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
    table.setData("id", "extractors.sides");
    table.setHeaderVisible(true);
    table.setBackground(theme.background());
    table.setForeground(theme.foreground());
    table.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    String[] titles = {
      Texts.of("versions.field"), Texts.of("versions.today"), "", Texts.of("versions.rule")
    };
    for (int i = 0; i < WIDTHS.length; i++) {
      TableColumn column = new TableColumn(table, SWT.LEFT);
      column.setText(titles[i]);
      column.setWidth(WIDTHS[i]);
    }
  }

  Composite control() {
    return control;
  }

  /** Shows what another version says about the record in focus, and those to come. */
  void compare(PlugInJar other) {
    jar = other;
    sides = null;
    String today =
        session.pipeline().plugIns().stream()
            .filter(plugIn -> plugIn.bundle().equals(other.bundle()))
            .map(PlugIn::version)
            .findFirst()
            .orElse(Texts.of("versions.notinstalled"));
    table.getColumn(1).setText(today);
    table.getColumn(2).setText(other.version());
    follow();
  }

  /** Goes with the record in focus. */
  void follow() {
    Selection at = session.selection();
    if (jar == null || at.document() == null || control.isDisposed()) {
      return;
    }
    if (sides != null && sides.document().equals(at.document())) {
      show();
      return;
    }
    PlugInJar asked = jar;
    head.setText(Texts.of("versions.running", asked.bundle(), at.document()));
    session
        .workbench()
        .jobs()
        .run(
            Texts.of("versions.job", asked.bundle(), at.document()),
            progress -> VersionsJob.run(session, asked, at.document(), progress),
            found -> {
              if (asked == jar && !control.isDisposed()) {
                sides = found;
                show();
              }
            },
            failure ->
                session
                    .workbench()
                    .fail(Texts.of("versions.failed", failure.getMessage()), failure));
  }

  private void show() {
    Selection at = session.selection();
    int place = record(at).map(ParsedRecord::begin).orElse(-1);
    List<VersionsJob.Row> rows =
        place < 0 ? List.of() : VersionsJob.rows(sides, jar.bundle(), place);
    long differing = rows.stream().filter(VersionsJob.Row::differs).count();
    head.setText(
        place < 0
            ? Texts.of("versions.norecord")
            : Texts.of(
                "versions.head",
                jar.bundle(),
                record(at).map(r -> r.first(firstField())).orElse(""),
                differing));
    table.removeAll();
    for (VersionsJob.Row row : rows) {
      TableItem item = new TableItem(table, SWT.NONE);
      item.setText(
          new String[] {
            row.field(), dash(row.today()), dash(row.other()), row.rule(),
          });
      item.setForeground(3, theme.dim());
      if (row.differs()) {
        item.setForeground(1, theme.warning());
        item.setForeground(2, theme.warning());
        item.setText(0, "≠ " + row.field());
      }
    }
    control.layout();
  }

  private Optional<ParsedRecord> record(Selection at) {
    return session
        .document(at.document())
        .flatMap(OpenDocument::ready)
        .flatMap(state -> at.record() == null ? Optional.empty() : state.record(at.record()));
  }

  private String firstField() {
    return session.profile().fields().isEmpty() ? "" : session.profile().fields().get(0).id();
  }

  private static String dash(String text) {
    return text.isEmpty() ? "–" : text;
  }
}
