package koetsu.review.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.pipeline.Explanation;
import koetsu.pipeline.Explanations;
import koetsu.pipeline.Monitor;
import koetsu.pipeline.RunOptions;
import koetsu.project.DocumentState;
import koetsu.review.OpenDocument;
import koetsu.review.ReviewListener;
import koetsu.review.ReviewSession;
import koetsu.review.Selection;
import koetsu.workbench.Command;
import koetsu.workbench.Jobs;
import koetsu.workbench.Theme;
import koetsu.workbench.View;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;
import org.eclipse.swt.widgets.TreeItem;

/**
 * Why a value stands at the caret, or why none does; Enter goes to the place that a line speaks of.
 * The reasons of a document are found when they are first asked for, off the display's thread.
 */
final class WhyView implements View, ReviewListener {
  static final String SURFACE = ReviewCommands.EVERYWHERE + ".why";

  /** A caret that runs does not ask at every step; in milliseconds. */
  private static final int PAUSE = 60;

  private static final int RULE = 380;
  private static final int LINE = 70;

  /**
   * The reasons in a document.
   *
   * @param explanations null while they are being found and where they could not be
   * @param failure why they could not be found, or null
   */
  private record Answer(SourceDocument document, Explanations explanations, String failure) {}

  private final ReviewSession session;
  private final Theme theme;
  private final Map<String, Answer> answers = new HashMap<>();
  private String document;
  private int caret;
  private Composite root;
  private Label home;
  private Tree tree;
  private Refresh refresh;

  WhyView(ReviewSession session) {
    this.session = session;
    this.theme = session.workbench().theme();
  }

  @Override
  public void create(Composite parent) {
    root = new Composite(parent, SWT.NONE);
    root.setBackground(theme.background());
    GridLayout layout = new GridLayout();
    layout.marginWidth = layout.marginHeight = 0;
    layout.verticalSpacing = 2;
    root.setLayout(layout);
    home = new Label(root, SWT.NONE);
    home.setData("id", "why.home");
    home.setFont(theme.source());
    home.setBackground(theme.background());
    home.setForeground(theme.dim());
    GridData top = new GridData(SWT.FILL, SWT.CENTER, true, false);
    top.horizontalIndent = 6;
    home.setLayoutData(top);
    tree = new Tree(root, SWT.FULL_SELECTION | SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL);
    tree.setData("id", "why");
    tree.setData(Command.SURFACE, SURFACE);
    tree.setFont(theme.source());
    tree.setBackground(theme.background());
    tree.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    // what it says, its line, the rule
    column(640);
    column(LINE);
    column(RULE);
    tree.addListener(SWT.Resize, e -> fitReasons());
    tree.addListener(SWT.DefaultSelection, e -> go());
    // a tab that nobody sees finds no reasons
    refresh = new Refresh(parent, PAUSE, this::update);
    session.addListener(this);
    selectionChanged(session.selection(), true);
    caret = session.caret();
  }

  private void column(int width) {
    new TreeColumn(tree, SWT.LEFT).setWidth(width);
  }

  private void fitReasons() {
    tree.getColumn(0).setWidth(Math.max(240, tree.getClientArea().width - LINE - RULE));
  }

  @Override
  public void focus() {
    tree.setFocus();
    refresh.now();
  }

  @Override
  public void dispose() {
    session.removeListener(this);
  }

  @Override
  public void documentChanged(String name) {
    if (name.equals(document)) {
      refresh.later();
    }
  }

  @Override
  public void selectionChanged(Selection selection, boolean reveal) {
    if (selection.document() != null && !selection.document().equals(document)) {
      document = selection.document();
      caret = 0;
    }
    refresh.later();
  }

  @Override
  public void caretMoved(String name, int offset) {
    document = name;
    caret = offset;
    refresh.later();
  }

  private void update() {
    DocumentState state =
        document == null
            ? null
            : session.document(document).flatMap(OpenDocument::ready).orElse(null);
    if (state == null || state.document().length() == 0) {
      show(Texts.of("why.nothing"), List.of());
      return;
    }
    if (session.recordAt(document, caret).filter(ReviewSession::hidesMachine).isPresent()) {
      show(Texts.of("why.blind"), List.of());
      return;
    }
    Answer answer = answers.get(document);
    boolean asked = answer != null && answer.document() == state.document();
    if (asked && answer.explanations() != null) {
      Explanation explanation = explain(answer.explanations(), state.document());
      WhyLines lines = new WhyLines(state, session.profile());
      show(lines.home(explanation), lines.of(explanation));
    } else if (asked && answer.failure() != null) {
      show(Texts.of("why.failed", document, answer.failure()), List.of());
    } else {
      show(Texts.of("why.wait"), List.of());
      // work that the person cancelled is asked for again
      if (!asked || !session.workbench().jobs().isBusy()) {
        find(state.document());
      }
    }
  }

  /** The character at the caret; where no rule speaks of it, its line. */
  private Explanation explain(Explanations explanations, SourceDocument source) {
    int at = Math.min(caret, source.length() - 1);
    Explanation here = explanations.at(new Span(at, at));
    return here.isSpokenOf() ? here : explanations.at(source.lineAt(at));
  }

  private void find(SourceDocument source) {
    String name = source.name();
    answers.put(name, new Answer(source, null, null));
    session
        .workbench()
        .jobs()
        .run(
            Texts.of("job.why", name),
            progress ->
                session
                    .pipeline()
                    .explain(source, RunOptions.DEFAULT.withMonitor(monitor(progress))),
            found -> found(new Answer(source, found, null)),
            failure -> found(new Answer(source, null, failure.toString())));
  }

  private static Monitor monitor(Jobs.Progress progress) {
    return new Monitor() {
      @Override
      public void progress(int done, int total) {
        progress.at(total == 0 ? 0 : (double) done / total, null);
      }

      @Override
      public boolean cancelled() {
        return progress.isCancelled();
      }
    };
  }

  private void found(Answer answer) {
    answers.put(answer.document().name(), answer);
    refresh.later();
  }

  private void show(String where, List<WhyLine> lines) {
    home.setText(where.replace("&", "&&"));
    home.setToolTipText(where);
    tree.setRedraw(false);
    tree.removeAll();
    for (WhyLine line : lines) {
      add(new TreeItem(tree, SWT.NONE), line);
    }
    if (!lines.isEmpty()) {
      tree.setSelection(tree.getItem(0));
    }
    tree.setRedraw(true);
  }

  private void add(TreeItem item, WhyLine line) {
    item.setData(line);
    item.setText(new String[] {line.text(), line(line.place()), line.source()});
    item.setForeground(2, theme.dim());
    if (line.value() != null) {
      item.setImage(
          0,
          session
              .workbench()
              .icons()
              .image(Glyphs.icon(line.value()), Glyphs.colour(line.value(), theme)));
    }
    line.children().forEach(child -> add(new TreeItem(item, SWT.NONE), child));
    item.setExpanded(line.open());
  }

  private String line(Span place) {
    return place == null
        ? ""
        : session
            .document(document)
            .flatMap(OpenDocument::ready)
            .map(d -> String.valueOf(d.document().lineAt(place.begin()).number() + 1))
            .orElse("");
  }

  /** Goes to the place of the chosen line and takes the keyboard along. */
  void go() {
    if (tree.getSelectionCount() == 0) {
      return;
    }
    WhyLine line = (WhyLine) tree.getSelection()[0].getData();
    if (line.place() != null) {
      String target = document;
      session.reveal(target, null, line.field(), line.place());
      session
          .workbench()
          .document(target)
          .filter(SourceView.class::isInstance)
          .ifPresent(view -> ((SourceView) view).reveal(line.place()));
    }
  }
}
