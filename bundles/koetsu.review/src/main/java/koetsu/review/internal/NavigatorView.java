package koetsu.review.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import koetsu.api.document.Span;
import koetsu.api.profile.Profile;
import koetsu.api.record.ContentsLine;
import koetsu.api.record.ParsedRecord;
import koetsu.project.DocumentState;
import koetsu.review.OpenDocument;
import koetsu.review.ReviewListener;
import koetsu.review.ReviewSession;
import koetsu.review.Selection;
import koetsu.review.Survey;
import koetsu.workbench.Command;
import koetsu.workbench.Ellipsis;
import koetsu.workbench.Icons;
import koetsu.workbench.Theme;
import koetsu.workbench.View;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.TreeViewerColumn;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** Documents, their records with the parts under their parent, and what stands between them. */
final class NavigatorView implements View, ReviewListener {
  /** Around the text of a cell. */
  private static final int PADDING = 12;

  /** What a row stands further in than the one above it, at least. */
  private static final int INDENT = 18;

  private static final int PAUSE = 120;

  /** Narrower than that the name has no room at all. */
  private static final int LEAST = 80;

  /** A row of the tree; equal rows are the same one after a change. */
  private sealed interface Node {
    String document();
  }

  private record DocumentNode(String document) implements Node {}

  private record RecordNode(String document, String record) implements Node {}

  private record GapNode(String document, int index) implements Node {}

  /** A line of the contents that a gap holds, by its index among those of the document. */
  private record ListedNode(String document, int gap, int index) implements Node {}

  /**
   * The rows of a document, made once for each structure of it.
   *
   * @param listed lines of the contents by the gap that they are printed in
   * @param found ids of the records that those lines name, by the index of the line
   * @param missing lines without a record between others that have one; what stands outside of them
   *     may be left out of the document
   */
  private record Rows(
      Survey survey,
      List<Node> top,
      Map<Integer, List<Node>> listed,
      Map<Integer, String> found,
      Set<Integer> missing) {
    static Rows of(Survey survey) {
      DocumentState state = survey.state();
      String document = state.document().name();
      List<Node> top = new ArrayList<>();
      int gap = 0;
      for (ParsedRecord record : state.records()) {
        if (record.parent() == null || survey.position(record.parent()) < 0) {
          while (gap < state.gaps().size()
              && state.gaps().get(gap).span().begin() < record.begin()) {
            top.add(new GapNode(document, gap++));
          }
          top.add(new RecordNode(document, record.id()));
        }
      }
      while (gap < state.gaps().size()) {
        top.add(new GapNode(document, gap++));
      }
      Rows rows = new Rows(survey, top, new HashMap<>(), new HashMap<>(), new HashSet<>());
      rows.list();
      return rows;
    }

    private void list() {
      DocumentState state = survey.state();
      for (int i = 0; i < state.contents().size(); i++) {
        ContentsLine line = state.contents().get(i);
        int gap = gapAt(line.span());
        if (gap >= 0) {
          listed
              .computeIfAbsent(gap, g -> new ArrayList<>())
              .add(new ListedNode(state.document().name(), gap, i));
          if (line.record() != null && survey.position(line.record()) >= 0) {
            found.put(i, line.record());
          }
        }
      }
      for (List<Node> lines : listed.values()) {
        List<Integer> all = lines.stream().map(n -> ((ListedNode) n).index()).toList();
        List<Integer> there = all.stream().filter(found::containsKey).toList();
        if (!there.isEmpty()) {
          all.subList(all.indexOf(there.get(0)), all.indexOf(there.get(there.size() - 1))).stream()
              .filter(i -> !found.containsKey(i))
              .forEach(missing::add);
        }
      }
    }

    private int gapAt(Span place) {
      for (int i = 0; i < survey.state().gaps().size(); i++) {
        if (survey.state().gaps().get(i).span().overlaps(place)) {
          return i;
        }
      }
      return -1;
    }

    List<Node> of(Node node) {
      if (node instanceof RecordNode record) {
        return survey.parts(record.record()).stream()
            .map(id -> (Node) new RecordNode(record.document(), id))
            .toList();
      }
      if (node instanceof GapNode gap) {
        return listed.getOrDefault(gap.index(), List.of());
      }
      return node instanceof DocumentNode ? top : List.of();
    }
  }

  private final ReviewSession session;
  private Profile profile;
  private final Theme theme;
  private final Icons icons;
  private final Map<String, Survey> shown = new HashMap<>();
  private final Map<String, Rows> rows = new HashMap<>();

  /** The longest text of the second column: the widest, as near as matters. */
  private String widest = "";

  private Text filter;
  private Label none;
  private TreeViewer viewer;
  private TreeViewerColumn names;
  private TreeViewerColumn counts;
  private Counts signs;
  private Ellipsis ellipsis;

  /** Where the text of a document begins, or -1 as long as none was seen. */
  private int textLeft = -1;

  private int indent = INDENT;
  private final Runnable relabel = this::relabel;
  private boolean following;

  /** What was open before the filter opened everything, or null while it is empty. */
  private Object[] open;

  /** Whether a person has been here: GTK selects the first row of a tree that gets the keyboard. */
  private boolean touched;

  NavigatorView(ReviewSession session) {
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
    filter = new Text(root, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL | SWT.SINGLE);
    filter.setMessage(Texts.of("navigator.filter"));
    filter.setData("id", "navigator.filter");
    GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
    wide.horizontalIndent = 3;
    filter.setLayoutData(wide);
    none = new Label(root, SWT.WRAP);
    none.setText(Texts.of("queue.nomatch"));
    none.setBackground(theme.background());
    none.setForeground(theme.dim());
    GridData below = new GridData(SWT.FILL, SWT.CENTER, true, false);
    below.horizontalIndent = PADDING;
    below.verticalIndent = PADDING;
    below.exclude = true;
    none.setLayoutData(below);
    none.setVisible(false);
    Tree tree = new Tree(root, SWT.SINGLE | SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
    tree.setData("id", "navigator");
    tree.setData(Command.SURFACE, ReviewCommands.SURFACE);
    tree.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    tree.setBackground(theme.background());
    viewer = new TreeViewer(tree);
    ellipsis = new Ellipsis(tree);
    viewer.setUseHashlookup(true);
    viewer.setContentProvider(new Content());
    names = new TreeViewerColumn(viewer, SWT.LEFT);
    names.setLabelProvider(new Names());
    counts = new TreeViewerColumn(viewer, SWT.RIGHT);
    signs = new Counts();
    counts.setLabelProvider(signs);
    tree.addListener(
        SWT.Resize,
        e -> {
          share();
          tree.getDisplay().asyncExec(this::keepDocumentInSight);
        });
    tree.addListener(SWT.MouseDown, e -> touched = true);
    tree.addListener(SWT.KeyDown, e -> touched = true);
    ColumnViewerToolTipSupport.enableFor(viewer);
    viewer.addFilter(new Words());
    viewer.addDoubleClickListener(e -> follow());
    viewer.addSelectionChangedListener(
        e -> {
          if (touched
              && !following
              && e.getStructuredSelection().getFirstElement() instanceof Node node) {
            go(node);
          }
        });
    filter.addListener(
        SWT.Modify,
        e -> {
          boolean narrows = !filter.getText().isBlank();
          if (narrows && open == null) {
            open = viewer.getExpandedElements();
          }
          viewer.refresh();
          sayNothing();
          if (narrows) {
            viewer.expandAll();
          } else if (open != null) {
            // as it was before somebody looked for something
            viewer.setExpandedElements(open);
            open = null;
            selectionChanged(session.selection(), true);
          }
        });
    filter.addListener(
        SWT.KeyDown,
        e -> {
          if (e.keyCode == SWT.ARROW_DOWN || e.keyCode == SWT.CR) {
            e.doit = false;
            tree.setFocus();
          } else if (e.keyCode == SWT.ESC) {
            filter.setText("");
            tree.setFocus();
          }
        });
    tree.setMenu(new ReviewMenu(session, tree).menu());
    viewer.setInput(session);
    sayNothing();
    session.addListener(this);
    session.documents().forEach(d -> documentChanged(d.name()));
    selectionChanged(session.selection(), true);
  }

  /** Shows the records of a document with their parts; contents stay closed until asked for. */
  private void open(DocumentNode node) {
    viewer.setExpandedState(node, true);
    for (Node row : children(node)) {
      if (row instanceof RecordNode && !children(row).isEmpty()) {
        viewer.setExpandedState(row, true);
      }
    }
  }

  /** Tells a filter that nothing fits from a project without documents. */
  private void sayNothing() {
    boolean without = session.documents().isEmpty();
    boolean nothing = without || tree().getItemCount() == 0 && !filter.getText().isBlank();
    none.setText(Texts.of(without ? "queue.nodocuments" : "queue.nomatch"));
    if (none.getVisible() != nothing) {
      none.setVisible(nothing);
      ((GridData) none.getLayoutData()).exclude = !nothing;
      none.getParent().layout();
    }
  }

  /** Gives the counts what they need and the names the rest. */
  private void share() {
    GC gc = new GC(viewer.getTree());
    int width = gc.textExtent(widest).x + PADDING;
    gc.dispose();
    if (counts.getColumn().getWidth() != width) {
      counts.getColumn().setWidth(width);
    }
    int rest = Math.max(LEAST, viewer.getTree().getClientArea().width - width);
    if (names.getColumn().getWidth() != rest) {
      names.getColumn().setWidth(rest);
      tree().getDisplay().timerExec(PAUSE, relabel);
    }
  }

  private Tree tree() {
    return viewer.getTree();
  }

  /** Cuts every name anew, once the column has been given its width. */
  private void relabel() {
    if (!tree().isDisposed()) {
      measureIndent();
      viewer.refresh(true);
    }
  }

  /** Pixels for the name of a row; more than any name needs as long as nothing is known. */
  private int room(Node node) {
    int width = names.getColumn().getWidth();
    return textLeft < 0 || width < LEAST
        ? Integer.MAX_VALUE
        : width - textLeft - depth(node) * indent - PADDING / 2;
  }

  private void measureIndent() {
    if (tree().getItemCount() > 0) {
      TreeItem first = tree().getItem(0);
      textLeft = first.getTextBounds(0).x;
      boolean open = first.getItemCount() > 0 && first.getExpanded();
      indent = open ? Math.max(INDENT, first.getItem(0).getTextBounds(0).x - textLeft) : INDENT;
    }
  }

  private int depth(Node node) {
    int depth = 0;
    Object at = node;
    while (at != null && !(at instanceof DocumentNode)) {
      at = ((ITreeContentProvider) viewer.getContentProvider()).getParent(at);
      depth++;
    }
    return depth;
  }

  private static String longer(String one, String other) {
    return other.length() > one.length() ? other : one;
  }

  private static String signs(Survey.Entry entry) {
    int warnings = entry.warnings();
    return (entry.isUnsure() ? "⚑ " : "")
        + (warnings > 0 ? "⚠" + warnings + " " : "")
        + (entry.doubtful() > 0 ? "?" + entry.doubtful() : "");
  }

  private void go(Node node) {
    if (node instanceof RecordNode record) {
      session.select(Selection.of(record.document(), record.record()), true);
    } else if (node instanceof GapNode gap) {
      state(gap.document()).ifPresent(s -> show(gap, s.gaps().get(gap.index()).span()));
    } else if (node instanceof ListedNode listed) {
      line(listed).ifPresent(l -> show(listed, l.span()));
    } else if (!node.document().equals(session.selection().document())) {
      session.select(new Selection(node.document(), null, null, 0), true);
    }
  }

  /** Shows a place that belongs to no record. */
  private void show(Node node, Span place) {
    session.select(new Selection(node.document(), null, null, 0), true);
    session
        .workbench()
        .document(node.document())
        .filter(SourceView.class::isInstance)
        .ifPresent(v -> ((SourceView) v).show(place));
  }

  /** Goes from a line of the contents to the record that it names. */
  private void follow() {
    if (viewer.getStructuredSelection().getFirstElement() instanceof ListedNode listed) {
      listed(listed)
          .ifPresentOrElse(
              r -> session.select(Selection.of(listed.document(), r.id()), true),
              () -> session.workbench().message(Texts.of("navigator.missing")));
    }
  }

  /** Gives the keyboard to the filter field. */
  void focusFilter() {
    filter.setFocus();
    filter.selectAll();
  }

  @Override
  public void focus() {
    viewer.getTree().setFocus();
  }

  @Override
  public void dispose() {
    session.removeListener(this);
  }

  @Override
  public void documentChanged(String document) {
    if (viewer.getTree().isDisposed()) {
      return;
    }
    Survey before = shown.get(document);
    Survey now = survey(document).orElse(null);
    shown.put(document, now);
    DocumentNode node = new DocumentNode(document);
    String wide = longer(widest, signs.getText(node));
    if (state(document).filter(s -> !s.contents().isEmpty()).isPresent()) {
      wide = longer(wide, "→" + state(document).orElseThrow().document().lines().size());
    }
    following = true;
    try {
      boolean renamed = profile != session.profile(); // other fields may be the names of records
      profile = session.profile();
      boolean rowsStay = !renamed && before != null && now != null && now.isBuiltLike(before);
      if (rowsStay) {
        viewer.update(node, null);
      } else {
        viewer.refresh(node);
      }
      if (now != null) {
        for (Survey.Difference difference : now.since(before)) {
          if (difference.now() != null) {
            wide = longer(wide, signs(difference.now()));
            if (rowsStay) {
              viewer.update(new RecordNode(document, difference.now().record().id()), null);
            }
          }
        }
      }
      if (before == null && now != null) {
        open(node);
      }
    } finally {
      following = false;
    }
    if (!wide.equals(widest)) {
      widest = wide;
      share();
    }
    if (before == null) {
      selectionChanged(session.selection(), true);
    }
  }

  @Override
  public void selectionChanged(Selection selection, boolean reveal) {
    if (viewer.getTree().isDisposed() || selection.document() == null) {
      return;
    }
    Node node =
        selection.record() != null
            ? new RecordNode(selection.document(), selection.record())
            : new DocumentNode(selection.document());
    Object current = viewer.getStructuredSelection().getFirstElement();
    boolean inGap =
        selection.record() == null
            && (current instanceof GapNode || current instanceof ListedNode)
            && ((Node) current).document().equals(selection.document());
    if (!node.equals(current) && !inGap) {
      following = true;
      try {
        viewer.setSelection(new StructuredSelection(node), true);
        // the tree scrolls when it has placed its rows
        viewer.getTree().getDisplay().asyncExec(this::keepDocumentInSight);
      } finally {
        following = false;
      }
    }
  }

  private Optional<Rows> rows(String document) {
    return survey(document)
        .map(
            survey ->
                rows.compute(
                    document,
                    (name, known) ->
                        known != null && known.survey().isBuiltLike(survey)
                            ? known
                            : Rows.of(survey)));
  }

  private List<Node> children(Node node) {
    return rows(node.document()).map(r -> r.of(node)).orElse(List.of());
  }

  private Optional<Survey> survey(String document) {
    return session.document(document).flatMap(OpenDocument::surveyed);
  }

  private Optional<DocumentState> state(String document) {
    return survey(document).map(Survey::state);
  }

  private Optional<Survey.Entry> entry(RecordNode node) {
    return survey(node.document()).flatMap(s -> s.entry(node.record()));
  }

  private Optional<ContentsLine> line(ListedNode node) {
    return state(node.document())
        .map(DocumentState::contents)
        .filter(lines -> node.index() < lines.size())
        .map(lines -> lines.get(node.index()));
  }

  /** The record that a line of the contents names, as long as it is one. */
  private Optional<ParsedRecord> listed(ListedNode node) {
    return rows(node.document())
        .map(r -> r.found().get(node.index()))
        .flatMap(id -> record(new RecordNode(node.document(), id)));
  }

  private boolean isMissing(ListedNode node) {
    return rows(node.document()).filter(r -> r.missing().contains(node.index())).isPresent();
  }

  private Optional<ParsedRecord> record(RecordNode node) {
    return entry(node).map(Survey.Entry::record);
  }

  /** The name of a record, or the first line of one that has none. */
  private String name(RecordNode node) {
    return record(node)
        .map(
            r ->
                ValueNames.listed(
                    r, session.profile(), state(node.document()).orElseThrow().document()))
        .orElse("");
  }

  private final class Content implements ITreeContentProvider {
    @Override
    public Object[] getElements(Object input) {
      return session.documents().stream().map(d -> new DocumentNode(d.name())).toArray();
    }

    @Override
    public Object[] getChildren(Object element) {
      return children((Node) element).toArray();
    }

    @Override
    public Object getParent(Object element) {
      if (element instanceof RecordNode node) {
        return record(node)
            .map(ParsedRecord::parent)
            .filter(p -> survey(node.document()).flatMap(s -> s.entry(p)).isPresent())
            .map(p -> (Node) new RecordNode(node.document(), p))
            .orElse(new DocumentNode(node.document()));
      }
      if (element instanceof ListedNode listed) {
        return new GapNode(listed.document(), listed.gap());
      }
      return element instanceof GapNode gap ? new DocumentNode(gap.document()) : null;
    }

    @Override
    public boolean hasChildren(Object element) {
      return !children((Node) element).isEmpty();
    }
  }

  /** The name of the document stays above its first records where there is room for both. */
  private void keepDocumentInSight() {
    Tree tree = viewer.getTree();
    TreeItem[] chosen = tree.isDisposed() ? new TreeItem[0] : tree.getSelection();
    if (chosen.length == 0) {
      return;
    }
    TreeItem document = chosen[0];
    while (document.getParentItem() != null) {
      document = document.getParentItem();
    }
    int at = chosen[0].getBounds().y;
    int top = document.getBounds().y;
    int height = tree.getClientArea().height;
    // whoever has scrolled away from the record stays there
    if (at >= 0 && at < height && top < 0 && at - top + tree.getItemHeight() < height) {
      tree.setTopItem(document);
    }
  }

  private final class Names extends ColumnLabelProvider {
    @Override
    public String getText(Object element) {
      return ellipsis.fit(whole(element), room((Node) element));
    }

    private String whole(Object element) {
      if (element instanceof RecordNode node) {
        return name(node);
      }
      if (element instanceof GapNode gap) {
        return state(gap.document())
            .map(s -> Texts.of("gap." + s.gaps().get(gap.index()).kind()))
            .orElse("");
      }
      if (element instanceof ListedNode listed) {
        return line(listed).map(ContentsLine::title).orElse("");
      }
      return ((Node) element).document();
    }

    @Override
    public String getToolTipText(Object element) {
      if (element instanceof ListedNode listed) {
        return whole(element) + "\n" + found(listed);
      }
      // a name that is all there needs no repeating
      return whole(element).equals(getText(element)) ? null : whole(element);
    }

    private String found(ListedNode node) {
      return listed(node)
          .map(r -> Texts.of("navigator.found", ValueNames.of(r, session.profile())))
          .orElse(Texts.of("navigator.missing"));
    }

    @Override
    public Image getImage(Object element) {
      if (element instanceof RecordNode node) {
        return record(node)
            .map(r -> icons.image(Glyphs.icon(r), Glyphs.colour(r, theme)))
            .orElse(null);
      }
      if (element instanceof GapNode) {
        return icons.image("gap", theme.dim());
      }
      if (element instanceof ListedNode listed) {
        return isMissing(listed)
            ? icons.image("warning", theme.warning())
            : listed(listed)
                .map(r -> icons.image(Glyphs.icon(r), Glyphs.colour(r, theme)))
                .orElse(icons.image("gap", theme.line()));
      }
      OpenDocument document = session.document(((Node) element).document()).orElseThrow();
      return document.failure() != null
          ? icons.image("error", theme.error())
          : icons.image("document", document.isLoading() ? theme.line() : theme.dim());
    }

    @Override
    public Color getForeground(Object element) {
      boolean quiet =
          element instanceof GapNode
              || element instanceof ListedNode listed && listed(listed).isEmpty()
              || element instanceof DocumentNode d
                  && session.document(d.document()).orElseThrow().isLoading();
      return quiet ? theme.dim() : null;
    }
  }

  private final class Counts extends ColumnLabelProvider {
    @Override
    public String getText(Object element) {
      Node node = (Node) element;
      Optional<Survey> survey = survey(node.document());
      if (node instanceof GapNode && !children(node).isEmpty()) {
        long found =
            children(node).stream().filter(n -> listed((ListedNode) n).isPresent()).count();
        return found + "/" + children(node).size();
      }
      if (node instanceof ListedNode listed) {
        return listed(listed)
            .map(r -> "→" + (survey.get().state().document().lineAt(r.begin()).number() + 1))
            .orElse("");
      }
      if (survey.isEmpty() || node instanceof GapNode) {
        return node instanceof DocumentNode
                && session.document(node.document()).orElseThrow().isLoading()
            ? "…"
            : "";
      }
      if (node instanceof RecordNode record) {
        return entry(record).map(NavigatorView::signs).orElse("");
      }
      return survey.get().reviewed() + "/" + survey.get().entries().size();
    }

    @Override
    public Color getForeground(Object element) {
      return element instanceof RecordNode ? theme.warning() : theme.dim();
    }
  }

  /** Shows the records whose name holds all words, and the documents that have such a record. */
  private final class Words extends ViewerFilter {
    @Override
    public boolean select(Viewer tree, Object parent, Object element) {
      String[] words = filter.getText().strip().toLowerCase(Locale.ROOT).split("\\s+");
      return words.length == 1 && words[0].isEmpty() || matches((Node) element, words);
    }

    private boolean matches(Node node, String[] words) {
      Function<String, Boolean> all =
          text -> {
            String lower = text.toLowerCase(Locale.ROOT);
            for (String word : words) {
              if (!lower.contains(word)) {
                return false;
              }
            }
            return true;
          };
      if (node instanceof RecordNode record && all.apply(name(record))
          || node instanceof ListedNode listed
              && all.apply(line(listed).map(ContentsLine::title).orElse(""))
          || node instanceof DocumentNode && all.apply(node.document())) {
        return true;
      }
      for (Node child : children(node)) {
        if (matches(child, words)) {
          return true;
        }
      }
      return false;
    }
  }
}
