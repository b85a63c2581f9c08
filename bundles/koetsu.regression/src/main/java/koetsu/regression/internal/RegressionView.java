package koetsu.regression.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import koetsu.api.record.Value;
import koetsu.measure.Baseline;
import koetsu.measure.FieldFigures;
import koetsu.measure.LedgerItem;
import koetsu.measure.RegressionReport;
import koetsu.review.ReviewListener;
import koetsu.review.ReviewSession;
import koetsu.workbench.Command;
import koetsu.workbench.Ellipsis;
import koetsu.workbench.Icons;
import koetsu.workbench.Theme;
import koetsu.workbench.View;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;

/**
 * The gold against today's extraction: the verdict, the figures by field, and every item that
 * differs.
 */
final class RegressionView implements View, ReviewListener {
  /** Outcomes in the order of their urgency; what is right is only counted. */
  private static final List<LedgerItem.Outcome> SHOWN =
      List.of(
          LedgerItem.Outcome.BROKEN,
          LedgerItem.Outcome.CHANGED_BUT_WRONG,
          LedgerItem.Outcome.STILL_WRONG,
          LedgerItem.Outcome.FIXED);

  /** Index of the column with the changes. */
  private static final int DELTA = 5;

  /** More reasons than this would leave the tables no room. */
  private static final int MOST_REASONS = 5;

  private static final int LEAST_VALUE_WIDTH = 120;

  /** Index of the first column of the ledger with a value. */
  private static final int FIRST_VALUE = 2;

  /** What the toolkit keeps free around a text. */
  private static final int VALUE_PADDING = 10;

  private final ReviewSession session;
  private final Theme theme;
  private final Icons icons;
  private final LedgerTexts texts;
  private final StackLayout pages = new StackLayout();
  private Composite body;
  private Composite notice;
  private Composite result;
  private Label verdictIcon;
  private Label verdict;
  private Label stale;
  private TrendChart trend;
  private Label reasons;
  private Button runButton;
  private Button approveButton;
  private Table figures;
  private Tree ledger;
  private Ellipsis ellipsis;
  private StyledText expected;
  private StyledText actual;
  private RegressionReport report;
  private boolean running;

  RegressionView(ReviewSession session) {
    this.session = session;
    this.theme = session.workbench().theme();
    this.icons = session.workbench().icons();
    this.texts = new LedgerTexts(session::profile);
  }

  // ---- building

  @Override
  public void create(Composite parent) {
    Composite root = composite(parent, 1);
    Composite head = composite(root, 6);
    GridLayout layout = (GridLayout) head.getLayout();
    layout.marginWidth = 8;
    layout.marginHeight = 4;
    layout.horizontalSpacing = 8;
    head.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
    verdictIcon = label(head);
    verdict = label(head);
    verdict.setFont(theme.name());
    verdict.setData("id", "regression.verdict");
    verdict.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    trend = new TrendChart(head, theme);
    GridData small = new GridData(SWT.END, SWT.CENTER, false, false);
    small.widthHint = TrendChart.size().x;
    small.heightHint = TrendChart.size().y;
    trend.control().setLayoutData(small);
    stale = label(head);
    stale.setForeground(theme.warning());
    runButton = new Button(head, SWT.PUSH);
    runButton.setText(Texts.of("command.run"));
    runButton.setImage(icons.image("run", theme.good()));
    runButton.setData("id", "regression.run");
    runButton.addListener(SWT.Selection, e -> run());
    approveButton = new Button(head, SWT.PUSH);
    approveButton.setText(Texts.of("command.approve"));
    approveButton.addListener(SWT.Selection, e -> approve());
    reasons = new Label(head, SWT.WRAP);
    reasons.setBackground(theme.background());
    reasons.setForeground(theme.dim());
    reasons.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 6, 1));
    Label rule = new Label(root, SWT.SEPARATOR | SWT.HORIZONTAL);
    rule.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    body = new Composite(root, SWT.NONE);
    body.setBackground(theme.background());
    body.setLayout(pages);
    body.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    result = composite(body, 3);
    ((GridLayout) result.getLayout()).horizontalSpacing = 0;
    createFigures();
    Label edge = new Label(result, SWT.SEPARATOR | SWT.VERTICAL);
    edge.setLayoutData(new GridData(SWT.CENTER, SWT.FILL, false, true));
    Composite right = composite(result, 2);
    right.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    createLedger(right);
    expected = compared(right, "expected");
    actual = compared(right, "actual");
    session.addListener(this);
    showNotice(Texts.of("never"));
    show();
  }

  private Composite composite(Composite parent, int columns) {
    Composite composite = new Composite(parent, SWT.NONE);
    composite.setBackground(theme.background());
    GridLayout layout = new GridLayout(columns, false);
    layout.marginWidth = layout.marginHeight = 0;
    layout.verticalSpacing = 0;
    composite.setLayout(layout);
    return composite;
  }

  private Label label(Composite parent) {
    Label label = new Label(parent, SWT.NONE);
    label.setBackground(theme.background());
    return label;
  }

  private void createFigures() {
    figures = new Table(result, SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL);
    figures.setHeaderVisible(true);
    figures.setBackground(theme.background());
    figures.setData("id", "regression.figures");
    figures.setLayoutData(new GridData(SWT.BEGINNING, SWT.FILL, false, true));
    column("figures.field", SWT.LEFT);
    column("figures.support", SWT.RIGHT);
    column("figures.strict", SWT.RIGHT);
    column("figures.soft", SWT.RIGHT);
    column("figures.cut", SWT.RIGHT);
    column("figures.delta", SWT.LEFT);
  }

  private void column(String key, int alignment) {
    TableColumn column = new TableColumn(figures, alignment);
    column.setText(Texts.of(key));
    column.setToolTipText(Texts.of(key + ".tip"));
  }

  private void createLedger(Composite parent) {
    ledger = new Tree(parent, SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
    ledger.setHeaderVisible(true);
    ledger.setBackground(theme.background());
    ledger.setData("id", "regression.ledger");
    ledger.setData(Command.SURFACE, RegressionCommands.LEDGER);
    ledger.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1));
    for (String key : List.of("place", "field", "expected", "actual")) {
      new TreeColumn(ledger, SWT.LEFT).setText(Texts.of("ledger." + key));
    }
    ellipsis = new Ellipsis(ledger);
    ledger.addListener(SWT.Resize, e -> fitLedger());
    ledger.addListener(SWT.Selection, e -> showItem());
    ledger.addListener(SWT.MouseDoubleClick, e -> go());
    Menu menu = new Menu(ledger);
    MenuItem go = new MenuItem(menu, SWT.PUSH);
    go.setText(Texts.of("command.go"));
    go.addListener(SWT.Selection, e -> go());
    menu.addListener(SWT.Show, e -> go.setEnabled(hasSelection()));
    ledger.setMenu(menu);
  }

  /** The two values share what the place and the field leave. */
  private void fitLedger() {
    int left = ledger.getClientArea().width;
    for (TreeColumn column : List.of(ledger.getColumn(0), ledger.getColumn(1))) {
      column.pack();
      left -= column.getWidth();
    }
    int value = Math.max(LEAST_VALUE_WIDTH, left / 2);
    ledger.getColumn(2).setWidth(value);
    ledger.getColumn(3).setWidth(Math.max(value, left - value));
    for (TreeItem group : ledger.getItems()) {
      for (TreeItem row : group.getItems()) {
        fitValues(row);
      }
    }
  }

  /** Shows as much of both values as there is room for. */
  private void fitValues(TreeItem row) {
    LedgerItem item = (LedgerItem) row.getData();
    Value[] values = {item.expected(), item.actual()};
    for (int i = 0; i < values.length; i++) {
      int column = FIRST_VALUE + i;
      int room = ledger.getColumn(column).getWidth() - VALUE_PADDING;
      row.setText(column, ellipsis.fit(texts.value(item, values[i]), room));
    }
  }

  private StyledText compared(Composite parent, String id) {
    StyledText text =
        new StyledText(parent, SWT.MULTI | SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL | SWT.BORDER);
    text.setFont(theme.source());
    text.setMargins(8, 6, 8, 6);
    text.setAlwaysShowScrollBars(false);
    text.setBackground(theme.background());
    text.setForeground(theme.foreground());
    text.setData("id", "regression." + id);
    text.setData(Command.SURFACE, RegressionCommands.LEDGER);
    GridData data = new GridData(SWT.FILL, SWT.END, true, false);
    data.heightHint = text.getLineHeight() * 4;
    data.widthHint = 100;
    text.setLayoutData(data);
    return text;
  }

  @Override
  public void focus() {
    if (pages.topControl == result) {
      ledger.setFocus();
      if (ledger.getSelectionCount() == 0 && ledger.getItemCount() > 0) {
        ledger.setSelection(ledger.getItem(0));
      }
    } else {
      runButton.setFocus();
    }
  }

  @Override
  public void dispose() {
    session.removeListener(this);
  }

  @Override
  public void documentChanged(String document) {
    if (report != null && !stale.isDisposed() && !running) {
      stale.setText(Texts.of("stale"));
      stale.requestLayout();
    }
  }

  // ---- running

  /** Runs the gold in the background. */
  void run() {
    if (running) {
      return;
    }
    running = true;
    show();
    if (report == null) {
      showNotice(Texts.of("running"));
    }
    session
        .workbench()
        .jobs()
        .run(
            Texts.of("job"),
            progress -> {
              try {
                return new GoldJob(session).run(progress);
              } finally {
                // a cancelled job reports to nobody
                body.getDisplay().asyncExec(this::stopped);
              }
            },
            this::finished,
            failure -> {
              if (report == null) {
                showNotice(Texts.of("failed", reason(failure)));
              }
              session.workbench().fail(Texts.of("failed", reason(failure)), failure);
            });
  }

  private static String reason(Exception failure) {
    return failure.getMessage() == null ? failure.toString() : failure.getMessage();
  }

  private void stopped() {
    if (!body.isDisposed()) {
      running = false;
      if (report == null) {
        showNotice(Texts.of("never"));
      }
      show();
    }
  }

  private void finished(Optional<RegressionReport> outcome) {
    if (body.isDisposed()) {
      return;
    }
    report = outcome.orElse(null);
    stale.setText("");
    if (report == null) {
      showNotice(Texts.of("nogold"));
    } else {
      fillFigures();
      fillLedger();
      pages.topControl = result;
      body.layout();
      ledger.setFocus();
    }
    show();
    session.workbench().refresh();
  }

  private void showNotice(String message) {
    if (notice != null) {
      notice.dispose();
    }
    notice = composite(body, 1);
    Label label = new Label(notice, SWT.WRAP | SWT.CENTER);
    label.setBackground(theme.background());
    label.setForeground(theme.dim());
    label.setText(message);
    label.setLayoutData(new GridData(SWT.CENTER, SWT.CENTER, true, true));
    pages.topControl = notice;
    body.layout(true, true);
  }

  /** The line at the top. */
  private void show() {
    runButton.setEnabled(!running);
    approveButton.setEnabled(canApprove());
    if (report == null) {
      verdictIcon.setImage(icons.image("info", theme.dim()));
      verdict.setText(Texts.of(running ? "verdict.running" : "verdict.none"));
      verdict.setForeground(theme.dim());
    } else {
      boolean passed = report.verdict().passed();
      int broken = report.items(LedgerItem.Outcome.BROKEN).size();
      // what the gate lets through is worth a look all the same
      Color colour = !passed ? theme.error() : broken > 0 ? theme.warning() : theme.good();
      verdictIcon.setImage(icons.image(passed ? "accept" : "reject", colour));
      List<String> parts = new ArrayList<>();
      if (broken > 0) {
        parts.add(Texts.of("verdict.broken", broken));
      }
      parts.add(Texts.of("verdict.exact", report.exact().right(), report.exact().of()));
      if (!report.baselineKnown()) {
        parts.add(Texts.of("verdict.nobaseline"));
      }
      String word = Texts.of(passed ? "verdict.passed" : "verdict.failed");
      verdict.setText(word + " – " + String.join(" · ", parts));
      verdict.setForeground(colour);
    }
    verdict.setToolTipText(verdict.getText()); // a narrow window cuts it
    List<String> why =
        report == null
            ? List.of()
            : report.verdict().failures().stream()
                .map(failure -> failure.text(Locale.getDefault(), texts::field))
                .toList();
    trend.show(report == null ? List.of() : report.trend());
    reasons.setText(lines(why));
    ((GridData) reasons.getLayoutData()).exclude = why.isEmpty();
    reasons.setVisible(!why.isEmpty());
    verdict.getParent().getParent().layout(true, true);
  }

  /** The first reasons; the ledger below shows all items. */
  private static String lines(List<String> why) {
    int more = why.size() - MOST_REASONS;
    return more <= 0
        ? String.join("\n", why)
        : String.join("\n", why.subList(0, MOST_REASONS)) + "\n" + Texts.of("verdict.more", more);
  }

  // ---- the tables

  private void fillFigures() {
    figures.setRedraw(false);
    figures.removeAll();
    report.totals().forEach(row -> addFigures(texts.field(row.field()), row));
    addFigures(Texts.of("figures.micro"), report.micro());
    addMean(
        "figures.macro",
        report.macro(FieldFigures::strict),
        report.macro(FieldFigures::soft),
        report.macro(FieldFigures::cut),
        RegressionReport.MACRO);
    addMean(
        "figures.exact",
        OptionalDouble.empty(),
        report.exact().share(),
        OptionalDouble.empty(),
        RegressionReport.EXACT);
    figures.setRedraw(true);
    for (TableColumn column : figures.getColumns()) {
      column.pack();
    }
    ((GridData) figures.getLayoutData()).widthHint =
        figures.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
    result.layout();
  }

  private void addFigures(String label, FieldFigures row) {
    TableItem item = new TableItem(figures, SWT.NONE);
    long support = row.soft().support();
    item.setText(
        new String[] {
          label,
          String.valueOf(support),
          LedgerTexts.ratio(row.strict().f1()),
          LedgerTexts.ratio(row.soft().f1()),
          row.isStructure() ? "" : LedgerTexts.ratio(row.cut().f1()),
          LedgerTexts.delta(report, row.field())
        });
    if (support < report.leastSupport()) {
      item.setForeground(theme.dim());
    }
    colourDelta(item, row.field(), row.compared().support());
  }

  private void addMean(
      String key, OptionalDouble strict, OptionalDouble soft, OptionalDouble cut, String change) {
    TableItem item = new TableItem(figures, SWT.NONE);
    item.setText(
        new String[] {
          Texts.of(key),
          "",
          strict.isPresent() ? LedgerTexts.ratio(strict) : "",
          LedgerTexts.ratio(soft),
          cut.isPresent() ? LedgerTexts.ratio(cut) : "",
          LedgerTexts.delta(report, change)
        });
    colourDelta(item, change, Long.MAX_VALUE);
  }

  /** A change that chance hardly explains stands out; any other is a side note. */
  private void colourDelta(TableItem item, String figure, long support) {
    OptionalDouble change = report.change(figure).value();
    if (change.isPresent() && report.isFlagged(figure, support)) {
      item.setForeground(DELTA, change.getAsDouble() < 0 ? theme.error() : theme.good());
    } else {
      item.setForeground(DELTA, theme.dim());
    }
  }

  private void fillLedger() {
    ledger.setRedraw(false);
    ledger.removeAll();
    for (LedgerItem.Outcome outcome : SHOWN) {
      List<LedgerItem> items = report.items(outcome);
      if (items.isEmpty()) {
        continue;
      }
      addGroup(
          "outcome." + outcome.name().toLowerCase(Locale.ROOT),
          icon(outcome),
          colour(outcome),
          items);
    }
    if (!report.misplaced().isEmpty()) {
      addGroup("outcome.misplaced", "changed", theme.dim(), report.misplaced());
    }
    int right = report.items(LedgerItem.Outcome.RIGHT).size();
    TreeItem all = new TreeItem(ledger, SWT.NONE);
    all.setText(Texts.of("outcome.right", right));
    all.setImage(icons.image("accept", theme.dim()));
    all.setForeground(theme.dim());
    ledger.setRedraw(true);
    fitLedger();
    TreeItem first = ledger.getItem(0);
    ledger.setSelection(first.getItemCount() > 0 ? first.getItem(0) : first);
    ledger.setTopItem(first);
    showItem();
  }

  private void addGroup(String key, String icon, Color colour, List<LedgerItem> items) {
    TreeItem group = new TreeItem(ledger, SWT.NONE);
    group.setText(Texts.of(key, items.size()));
    group.setImage(icons.image(icon, colour));
    group.setForeground(colour);
    for (LedgerItem item : items) {
      TreeItem row = new TreeItem(group, SWT.NONE);
      row.setText(
          new String[] {item.document() + ":" + item.line(), texts.field(item.field()), "", ""});
      row.setData(item);
      row.setForeground(0, theme.dim());
    }
    group.setExpanded(true);
  }

  private static String icon(LedgerItem.Outcome outcome) {
    return switch (outcome) {
      case BROKEN -> "broken";
      case CHANGED_BUT_WRONG -> "changed";
      case STILL_WRONG -> "same";
      case FIXED, RIGHT -> "fixed";
    };
  }

  private Color colour(LedgerItem.Outcome outcome) {
    return switch (outcome) {
      case BROKEN -> theme.error();
      case CHANGED_BUT_WRONG, STILL_WRONG -> theme.warning();
      case FIXED, RIGHT -> theme.good();
    };
  }

  private Optional<LedgerItem> selected() {
    TreeItem[] items = ledger.getSelection();
    return items.length == 1 && items[0].getData() instanceof LedgerItem item
        ? Optional.of(item)
        : Optional.empty();
  }

  private void showItem() {
    expected.setText(selected().map(this::goldSide).orElse(""));
    actual.setText(selected().map(this::machineSide).orElse(""));
    session.workbench().refresh();
  }

  private String goldSide(LedgerItem item) {
    List<String> lines = new ArrayList<>();
    lines.add(Texts.of("detail.expected", texts.value(item, item.expected())));
    if (item.printed() != null) {
      lines.add(Texts.of("detail.printed", item.printed().replaceAll("\\s*\\R\\s*", " ")));
    }
    return String.join("\n", lines);
  }

  private String machineSide(LedgerItem item) {
    List<String> lines = new ArrayList<>();
    lines.add(withRule("detail.actual", item, item.actual(), item.rule()));
    if (report.baselineKnown() && item.tellsApproved()) {
      lines.add(withRule("detail.approved", item, item.approved(), item.approvedRule()));
    }
    return String.join("\n", lines);
  }

  private String withRule(String key, LedgerItem item, Value value, String rule) {
    return Texts.of(key, texts.value(item, value)) + (rule == null ? "" : "   " + rule);
  }

  // ---- acting

  boolean hasSelection() {
    return pages.topControl == result && selected().isPresent();
  }

  /** Shows the place of the chosen item in the source. */
  void go() {
    selected()
        .ifPresent(
            item ->
                session.reveal(
                    item.document(),
                    item.record(),
                    item.field(),
                    item.spans().isEmpty() ? null : item.spans().get(0)));
  }

  boolean canApprove() {
    return report != null && !running && session.isEditable();
  }

  /** Makes what the machine says now the baseline, for a reason. */
  void approve() {
    ReasonDialog dialog = new ReasonDialog(body.getShell());
    if (dialog.open() != Window.OK) {
      return;
    }
    Baseline baseline = report.approve(dialog.getValue().strip());
    try {
      baseline.write(session.project().folder().resolve(Baseline.FILE));
      session.workbench().message(Texts.of("approve.done"));
      run();
    } catch (IOException e) {
      session.workbench().fail(Texts.of("approve.failed", reason(e)), e);
    }
  }
}
