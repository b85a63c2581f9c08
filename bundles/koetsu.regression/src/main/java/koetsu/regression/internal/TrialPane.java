package koetsu.regression.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import koetsu.measure.FieldFigures;
import koetsu.measure.LedgerItem;
import koetsu.measure.RegressionReport;
import koetsu.pipeline.PlugInJar;
import koetsu.review.ReviewSession;
import koetsu.workbench.Theme;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;

/** What a bundle would change against the gold; nothing is changed before it is adopted. */
final class TrialPane {
  private static final int[] WIDTHS = {130, 75, 110, 100, 110};
  private static final List<String> COLUMNS =
      List.of("place", "field", "expected", "before", "with");

  private final ReviewSession session;
  private final Theme theme;
  private final LedgerTexts texts;
  private final Composite control;
  private final Label head;
  private final Button adopt;
  private final Button discard;
  private final Tree ledger;
  private Trial trial;
  private boolean running;

  TrialPane(Composite parent, ReviewSession session) {
    this.session = session;
    this.theme = session.workbench().theme();
    this.texts = new LedgerTexts(() -> trial.profile());
    control = new Composite(parent, SWT.NONE);
    control.setBackground(theme.background());
    GridLayout layout = new GridLayout(3, false);
    layout.marginWidth = layout.marginHeight = 4;
    control.setLayout(layout);
    head = new Label(control, SWT.WRAP);
    head.setBackground(theme.background());
    head.setForeground(theme.foreground());
    head.setData("id", "extractors.trial");
    GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
    wide.widthHint = 160;
    head.setLayoutData(wide);
    adopt = button("extend.adopt");
    discard = button("extend.discard");
    ledger = new Tree(control, SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
    ledger.setData("id", "extractors.ledger");
    ledger.setHeaderVisible(true);
    ledger.setBackground(theme.background());
    ledger.setForeground(theme.foreground());
    ledger.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 3, 1));
    for (int i = 0; i < WIDTHS.length; i++) {
      TreeColumn column = new TreeColumn(ledger, SWT.LEFT);
      column.setText(Texts.of("trial." + COLUMNS.get(i)));
      column.setWidth(WIDTHS[i]);
    }
    ledger.addListener(SWT.MouseDoubleClick, e -> go());
    ledger.addListener(SWT.DefaultSelection, e -> go());
    show();
  }

  private Button button(String command) {
    Button button = new Button(control, SWT.PUSH);
    button.setText(Texts.of(command));
    button.setData("id", command);
    button.addListener(SWT.Selection, e -> session.workbench().execute(command));
    return button;
  }

  Composite control() {
    return control;
  }

  boolean isRunning() {
    return running;
  }

  /** What was tried last; empty where nothing was, or it was discarded. */
  Optional<Trial> trial() {
    return Optional.ofNullable(trial);
  }

  /** Runs the gold in the background. */
  void run(PlugInJar jar) {
    if (running) {
      return;
    }
    running = true;
    trial = null;
    show();
    head.setText(Texts.of("trial.running", jar.bundle(), jar.version()));
    session
        .workbench()
        .jobs()
        .run(
            Texts.of("trial.job", jar.bundle(), jar.version()),
            progress -> {
              try {
                return new GoldJob(session).trial(jar, progress);
              } finally {
                // a cancelled job reports to nobody
                control.getDisplay().asyncExec(this::stopped);
              }
            },
            this::finished,
            failure ->
                session.workbench().fail(Texts.of("trial.failed", failure.getMessage()), failure));
  }

  private void stopped() {
    if (!control.isDisposed()) {
      running = false;
      show();
    }
  }

  private void finished(Optional<Trial> outcome) {
    if (!control.isDisposed()) {
      trial = outcome.orElse(null);
      show();
      if (outcome.isEmpty()) {
        head.setText(Texts.of("nogold"));
      }
    }
  }

  void clear() {
    trial = null;
    show();
  }

  private void show() {
    adopt.setVisible(trial != null);
    discard.setVisible(trial != null);
    ledger.removeAll();
    if (trial == null) {
      head.setText(Texts.of("trial.none"));
    } else {
      RegressionReport report = trial.report();
      head.setText(
          Texts.of(
              "trial.head",
              trial.jar().bundle(),
              trial.jar().version(),
              report.items(LedgerItem.Outcome.FIXED).size(),
              report.items(LedgerItem.Outcome.BROKEN).size(),
              ExtractorsView.millis(trial.before()),
              ExtractorsView.millis(trial.after())));
      group(LedgerItem.Outcome.BROKEN, theme.error());
      group(LedgerItem.Outcome.FIXED, theme.good());
      group(LedgerItem.Outcome.CHANGED_BUT_WRONG, theme.warning());
      figures();
    }
    control.layout();
    session.workbench().refresh();
  }

  private void group(LedgerItem.Outcome outcome, Color colour) {
    List<LedgerItem> items = trial.report().items(outcome);
    if (items.isEmpty()) {
      return;
    }
    TreeItem group = new TreeItem(ledger, SWT.NONE);
    group.setText(Texts.of("outcome." + outcome.name().toLowerCase(Locale.ROOT), items.size()));
    group.setForeground(colour);
    for (LedgerItem item : items) {
      TreeItem row = new TreeItem(group, SWT.NONE);
      row.setData(item);
      row.setText(
          new String[] {
            item.document() + ":" + item.line(),
            texts.field(item.field()),
            texts.value(item, item.expected()),
            texts.value(item, item.approved()),
            texts.value(item, item.actual())
          });
      row.setForeground(0, theme.dim());
    }
    group.setExpanded(true);
  }

  /** The fields whose figures change, each with its interval. */
  private void figures() {
    TreeItem group = new TreeItem(ledger, SWT.NONE);
    group.setText(Texts.of("trial.figures"));
    for (FieldFigures row : trial.report().totals()) {
      figure(group, texts.field(row.field()), row.field());
    }
    figure(group, Texts.of("figures.micro"), RegressionReport.MICRO);
    group.setExpanded(true);
    if (group.getItemCount() == 0) {
      group.setText(Texts.of("trial.nochange"));
    }
  }

  private void figure(TreeItem group, String label, String figure) {
    String delta = LedgerTexts.delta(trial.report(), figure);
    if (!delta.isEmpty() && !delta.equals(LedgerTexts.NONE)) {
      TreeItem row = new TreeItem(group, SWT.NONE);
      row.setText(new String[] {label, "", delta});
    }
  }

  private void go() {
    TreeItem[] chosen = ledger.getSelection();
    if (chosen.length == 1 && chosen[0].getData() instanceof LedgerItem item) {
      session.reveal(
          item.document(),
          item.record(),
          item.field(),
          item.spans().isEmpty() ? null : item.spans().get(0));
    }
  }
}
