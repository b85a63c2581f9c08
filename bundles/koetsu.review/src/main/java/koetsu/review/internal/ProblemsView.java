package koetsu.review.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import koetsu.api.record.Problem;
import koetsu.review.OpenDocument;
import koetsu.review.ReviewListener;
import koetsu.review.ReviewSession;
import koetsu.workbench.Command;
import koetsu.workbench.Icons;
import koetsu.workbench.Theme;
import koetsu.workbench.View;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/**
 * What is wrong with documents, installed bundles and decisions that find no place; Enter goes
 * there.
 */
final class ProblemsView implements View, ReviewListener {
  static final String SURFACE = ReviewCommands.EVERYWHERE + ".problems";

  /**
   * A row.
   *
   * @param document null for what concerns the installation
   * @param lookedAt whether a person has answered it
   */
  record Row(String document, Problem problem, boolean lookedAt) {}

  private static final int SOURCE = 300;

  private final ReviewSession session;
  private final Theme theme;
  private final Icons icons;
  private final List<Row> rows = new ArrayList<>();
  private final StackLayout pages = new StackLayout();
  private Composite root;
  private Label empty;
  private Table table;
  private Cells cells;

  ProblemsView(ReviewSession session) {
    this.session = session;
    this.theme = session.workbench().theme();
    this.icons = session.workbench().icons();
  }

  @Override
  public void create(Composite parent) {
    root = new Composite(parent, SWT.NONE);
    root.setBackground(theme.background());
    root.setLayout(pages);
    Composite nothing = new Composite(root, SWT.NONE);
    nothing.setBackground(theme.background());
    nothing.setLayout(new GridLayout());
    empty = new Label(nothing, SWT.CENTER);
    empty.setText(Texts.of("problems.none"));
    empty.setBackground(theme.background());
    empty.setForeground(theme.dim());
    empty.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, true));
    table =
        new Table(
            root, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
    table.setData("id", "problems");
    table.setData(Command.SURFACE, SURFACE);
    table.setHeaderVisible(true);
    table.setBackground(theme.background());
    column("problems.message", 640);
    column("problems.document", 150);
    column("problems.line", 50);
    column("problems.source", SOURCE);
    table.addListener(SWT.Resize, e -> fitMessages());
    cells = new Cells(table);
    table.addListener(
        SWT.SetData,
        e -> {
          // a row may be asked for while it goes
          if (e.index >= 0 && e.index < rows.size()) {
            fill((TableItem) e.item, rows.get(e.index));
          }
        });
    table.addListener(SWT.DefaultSelection, e -> go());
    Menu menu = new Menu(table);
    menu.addListener(SWT.Show, e -> fill(menu));
    table.setMenu(menu);
    session.addListener(this);
    pages.topControl = nothing;
    documentsChanged(List.of());
  }

  /** The chosen problem, where it is one of a document. */
  Optional<Row> chosen() {
    int at = table.getSelectionIndex();
    return at < 0 || rows.get(at).document() == null ? Optional.empty() : Optional.of(rows.get(at));
  }

  boolean hasKeyboard() {
    return !table.isDisposed() && table.isFocusControl();
  }

  private void fill(Menu menu) {
    for (MenuItem item : menu.getItems()) {
      item.dispose();
    }
    Optional<Row> row = chosen();
    MenuItem go = new MenuItem(menu, SWT.PUSH);
    go.setText(Texts.of("command.problems.go") + "\tEnter");
    go.setEnabled(row.isPresent());
    go.addListener(SWT.Selection, e -> go());
    row.map(r -> QuickFix.of(session, r.document(), r.problem()))
        .filter(fixes -> !fixes.isEmpty())
        .ifPresent(
            fixes -> {
              new MenuItem(menu, SWT.SEPARATOR);
              for (QuickFix fix : fixes) {
                MenuItem item = new MenuItem(menu, SWT.PUSH);
                item.setText(fix.label().replace("&", "&&"));
                item.addListener(SWT.Selection, e -> fix.act().run());
              }
            });
  }

  private void column(String key, int width) {
    TableColumn column = new TableColumn(table, SWT.LEFT);
    column.setText(Texts.of(key));
    column.setWidth(width);
  }

  /** The message gets what the other columns leave. */
  private void fitMessages() {
    // the last column says the width it was stretched to, not the one it was given
    int rest = table.getClientArea().width - SOURCE;
    for (int i = 1; i < table.getColumnCount() - 1; i++) {
      rest -= table.getColumn(i).getWidth();
    }
    table.getColumn(0).setWidth(Math.max(240, rest));
  }

  private void fill(TableItem item, Row row) {
    Problem problem = row.problem();
    String line =
        problem.span() == null
            ? ""
            : session
                .document(row.document())
                .flatMap(OpenDocument::ready)
                .filter(d -> problem.span().begin() <= d.document().length())
                .map(d -> String.valueOf(d.document().lineAt(problem.span().begin()).number() + 1))
                .orElse("");
    item.setText(
        new String[] {
          ProblemTexts.of(problem.message()),
          row.document() == null ? "" : row.document(),
          line,
          problem.source().replaceFirst("^([^/]+)(/[^#]*)#\\1\\.", "$1$2#")
        });
    item.setForeground(0, row.lookedAt() ? theme.dim() : theme.foreground());
    item.setForeground(3, theme.dim());
    item.setImage(
        0, row.lookedAt() ? icons.image("accept", theme.dim()) : icon(problem.severity()));
    cells.fit(item);
  }

  private Image icon(Problem.Severity severity) {
    return switch (severity) {
      case ERROR -> icons.image("error", theme.error());
      case WARNING -> icons.image("warning", theme.warning());
      case INFO -> icons.image("info", theme.dim());
    };
  }

  /** Goes to the place of the chosen problem. */
  void go() {
    int at = table.getSelectionIndex();
    if (at >= 0 && rows.get(at).document() != null) {
      Row row = rows.get(at);
      session.reveal(row.document(), row.problem().record(), null, row.problem().span());
    }
  }

  @Override
  public void focus() {
    (pages.topControl == table ? table : root).setFocus();
  }

  @Override
  public void dispose() {
    session.removeListener(this);
  }

  @Override
  public void documentsChanged(List<String> documents) {
    if (root.isDisposed()) {
      return;
    }
    List<Row> next = new ArrayList<>();
    session.pipeline().problems().forEach(p -> next.add(new Row(null, p, false)));
    for (OpenDocument open : session.documents()) {
      if (open.failure() != null) {
        next.add(
            new Row(
                open.name(),
                new Problem(Problem.Severity.ERROR, "koetsu.load", open.failure(), null, null),
                false));
      }
      open.surveyed()
          .ifPresent(
              survey -> {
                for (Problem problem : survey.state().problems()) {
                  next.add(new Row(open.name(), problem, survey.isAnswered(problem)));
                }
              });
    }
    next.sort(Comparator.comparing(Row::lookedAt).thenComparing(row -> row.problem().severity()));
    if (next.equals(rows) && table.getItemCount() == rows.size()) {
      return;
    }
    rows.clear();
    rows.addAll(next);
    table.setItemCount(rows.size());
    table.clearAll();
    pages.topControl = rows.isEmpty() ? empty.getParent() : table;
    root.layout();
    fitMessages();
  }
}
