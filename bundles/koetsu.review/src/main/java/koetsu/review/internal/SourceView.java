package koetsu.review.internal;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import koetsu.api.document.Line;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Status;
import koetsu.project.DocumentState;
import koetsu.review.OpenDocument;
import koetsu.review.ReviewListener;
import koetsu.review.ReviewSession;
import koetsu.review.Selection;
import koetsu.review.Survey;
import koetsu.review.ValueFormat;
import koetsu.workbench.Command;
import koetsu.workbench.Messages;
import koetsu.workbench.StatusSlot;
import koetsu.workbench.Theme;
import koetsu.workbench.View;
import koetsu.workbench.Workbench;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;

/**
 * The untouched text of one document with its values marked in place. Read only, so letters are
 * commands here; arrows move the caret and, with Shift, select.
 */
final class SourceView implements View, ReviewListener {
  /** Line height over font height that Japanese wants. */
  private static final double LINE_HEIGHT = 1.4;

  /**
   * Texts of this length and more are neither wrapped nor spaced: to know where such a line stands,
   * the toolkit lays out every line above it.
   */
  private static final int WRAPPED = 400_000;

  /** So many ranges are not drawn anew one by one. */
  private static final int MANY = 50;

  /** Preference: size of the text in percent. */
  static final String ZOOM = "source.zoom";

  /** Preference: the records of a document that were folded the last time. */
  private static final String FOLDS = "review.folds.";

  /** Folded records that are kept; nobody folds more than these one by one. */
  private static final int MOST_FOLDS = 500;

  /** Lines that show above a place that is jumped to. */
  private static final int LINES_ABOVE = 6;

  private static final double TINT = 0.16;
  private static final double CURRENT_TINT = 0.42;

  private final ReviewSession session;
  private final Workbench workbench;
  private final Theme theme;
  private final String name;
  private final StackLayout pages = new StackLayout();
  private Composite root;
  private Composite editor;
  private Composite notice;
  private final FoldedText folded = new FoldedText();

  /** Records of which only the first line shows. */
  private final Set<String> closed = new HashSet<>();

  private StyledText text;
  private SourceMargin margin;
  private Overview overview;
  private FindBar find;
  private EdgeDrag drag;
  private Font zoomed;
  private SourceDocument source;
  private Survey survey;
  private Marks marks = Marks.NONE;
  private Selection shown = Selection.NONE;
  private boolean following;

  SourceView(ReviewSession session, String name) {
    this.session = session;
    this.workbench = session.workbench();
    this.theme = workbench.theme();
    this.name = name;
  }

  @Override
  public void create(Composite parent) {
    root = new Composite(parent, SWT.NONE);
    root.setLayout(pages);
    root.setBackground(theme.background());
    root.setData(Command.SURFACE, ReviewCommands.SURFACE);
    editor = new Composite(root, SWT.NONE);
    editor.setBackground(theme.background());
    GridLayout layout = new GridLayout(3, false);
    layout.marginWidth = layout.marginHeight = 0;
    layout.horizontalSpacing = 0;
    editor.setLayout(layout);
    margin = new SourceMargin(editor, theme, session.profile(), this::switchFold);
    margin.control().setLayoutData(new GridData(SWT.BEGINNING, SWT.FILL, false, true));
    text = new StyledText(editor, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL);
    text.setContent(folded);
    text.setData("id", "source." + name);
    text.getAccessible()
        .addAccessibleListener(
            new AccessibleAdapter() {
              @Override
              public void getName(AccessibleEvent event) {
                event.result = name;
              }

              @Override
              public void getDescription(AccessibleEvent event) {
                event.result = session.value().map(SourceView.this::spoken).orElse(null);
              }
            });
    GridData fill = new GridData(SWT.FILL, SWT.FILL, true, true);
    // without hints every layout would measure every line of the document
    fill.widthHint = fill.heightHint = 100;
    text.setLayoutData(fill);
    text.setBackground(theme.background());
    text.setForeground(theme.foreground());
    text.setMargins(6, 4, 8, 4);
    text.setTabs(8);
    overview = new Overview(editor, theme, session, this::show);
    find = new FindBar(editor, theme, new Found(), "find." + name);
    zoom();
    text.addCaretListener(e -> caretMoved(folded.source(e.caretOffset)));
    text.addListener(SWT.Selection, e -> showPosition());
    text.addListener(SWT.Paint, this::paintLines);
    text.addListener(SWT.MouseMove, this::hover);
    text.addListener(SWT.MouseDown, this::openFold);
    drag = new EdgeDrag(text, folded, session, () -> marks, () -> source);
    // asked for the lines in sight only
    text.addLineStyleListener(e -> e.styles = styles(e.lineOffset, e.lineText.length()));
    text.addLineBackgroundListener(
        e -> {
          int caret = text.getCaretOffset();
          if (e.lineOffset <= caret && caret <= e.lineOffset + e.lineText.length()) {
            e.lineBackground = theme.currentLine();
          }
        });
    text.getVerticalBar().addListener(SWT.Selection, e -> scrolled());
    text.addListener(SWT.Resize, e -> resized());
    text.setMenu(new ReviewMenu(session, text).menu());
    session.addListener(this);
    documentChanged(name);
    shown = session.selection();
    if (name.equals(shown.document())) {
      // the widget has no size yet; lines are only placed after the first layout
      text.getDisplay()
          .asyncExec(
              () -> {
                if (!text.isDisposed()) {
                  selectionChanged(session.selection(), true);
                }
              });
    }
  }

  private String spoken(FieldValue value) {
    return session
        .profile()
        .field(session.selection().field())
        .map(field -> ValueNames.spoken(field, value))
        .orElse(null);
  }

  /** Space between lines, so that Japanese can be read. */
  private int spacing() {
    GC gc = new GC(text);
    gc.setFont(zoomed);
    int height = gc.textExtent("漢字Ag").y;
    gc.dispose();
    int size = zoomed.getFontData()[0].getHeight() * text.getDisplay().getDPI().y / 72;
    return Math.max(0, (int) Math.round(size * LINE_HEIGHT) - height + 2);
  }

  @Override
  public void focus() {
    if (pages.topControl == editor) {
      text.setFocus();
      showPosition();
    } else {
      root.setFocus();
    }
    if (!name.equals(session.selection().document())) {
      caretMoved(place());
    }
  }

  @Override
  public void dispose() {
    session.removeListener(this);
    text.addListener(SWT.Dispose, e -> zoomed.dispose());
  }

  /** What the person has selected in the text; empty for a mere caret. */
  Optional<Span> selectedSpan() {
    Point range = text.getSelectionRange();
    return source == null || range.y == 0
        ? Optional.empty()
        : Optional.of(source.span(folded.source(range.x), folded.source(range.x + range.y)));
  }

  /** UTF-16 index of the caret in the text. */
  private int place() {
    return folded.source(text.getCaretOffset());
  }

  FindBar find() {
    return find;
  }

  /** Goes to a line as people count it, the last one where there are fewer. */
  void goToLine(int number) {
    List<Line> lines = source.lines();
    Span line = lines.get(Math.max(0, Math.min(lines.size(), number) - 1)).span();
    goTo(line);
    text.setFocus();
  }

  /** Puts the caret somewhere, as if the person had. */
  void goTo(Span span) {
    show(span);
    caretMoved(place());
  }

  /** Wraps lines that do, and takes the wrapping from lines that do not. */
  void switchWrap() {
    boolean wrapped = !text.getWordWrap();
    text.setWordWrap(wrapped);
    text.setLineSpacing(wrapped ? spacing() : 0);
    show(place());
  }

  /** Shows the text in the size that the person has chosen. */
  void zoom() {
    int percent = workbench.preferences().number(ZOOM, 100);
    FontData data = theme.source().getFontData()[0];
    data.setHeight(Math.max(5, Math.round(data.getHeight() * percent / 100f)));
    Font old = zoomed;
    zoomed = new Font(text.getDisplay(), data);
    text.setFont(zoomed);
    if (old != null) {
      old.dispose();
      if (text.getLineSpacing() > 0) {
        text.setLineSpacing(spacing());
      }
      show(place());
    }
  }

  /** Code point of the caret. */
  int caret() {
    return source.codePoint(place());
  }

  /** Whether there is anything to work on. */
  SourceDocument source() {
    return source;
  }

  // ---- content

  @Override
  public void documentChanged(String document) {
    if (!document.equals(name) || root.isDisposed()) {
      return;
    }
    OpenDocument open = session.document(name).orElseThrow();
    if (open.source() == null) {
      showNotice(open);
      return;
    }
    survey =
        open.surveyed()
            .orElseGet(
                () ->
                    Survey.of(
                        new DocumentState(open.source(), List.of(), List.of(), List.of()), null));
    // the same text may be read again, by other plug-ins; the caret stays then
    boolean first = source == null;
    boolean fresh = first || !source.text().equals(open.source().text());
    source = open.source();
    if (source.text().isBlank()) {
      showNotice(open);
      return;
    }
    Marks before = marks;
    marks = fresh ? Marks.of(survey, session.profile()) : before.in(survey, session.profile());
    if (fresh) {
      boolean wrapped = source.text().length() < WRAPPED;
      text.setWordWrap(wrapped);
      text.setLineSpacing(wrapped ? spacing() : 0);
      closed.clear();
      if (first) {
        closed.addAll(lastFolds());
      }
      folded.show(source.text());
      fold();
    } else {
      restyle(marks.changes(before));
      fold();
    }
    margin.show(text, folded, survey);
    overview.show(text, folded, survey, marks);
    if (pages.topControl != editor) {
      pages.topControl = editor;
      root.layout();
    }
    scrolled();
  }

  private void showNotice(OpenDocument open) {
    if (notice != null) {
      notice.dispose();
    }
    notice = new Composite(root, SWT.NONE);
    notice.setBackground(theme.background());
    GridLayout layout = new GridLayout();
    layout.marginWidth = layout.marginHeight = 24;
    notice.setLayout(layout);
    Label label = new Label(notice, SWT.WRAP | SWT.CENTER);
    label.setBackground(theme.background());
    label.setForeground(open.failure() != null ? theme.error() : theme.dim());
    label.setText(
        open.isLoading()
            ? Texts.of("source.reading", name)
            : open.failure() != null
                ? Texts.of("source.failed", ProblemTexts.of(open.failure()))
                : Texts.of("source.empty", name));
    label.setLayoutData(new GridData(SWT.CENTER, SWT.END, true, true));
    Button retry = new Button(notice, SWT.PUSH);
    retry.setText(Texts.of("source.retry"));
    retry.setVisible(open.failure() != null);
    retry.addListener(SWT.Selection, e -> session.retry(name));
    retry.setLayoutData(new GridData(SWT.CENTER, SWT.BEGINNING, true, true));
    pages.topControl = notice;
    root.layout(true, true);
  }

  // ---- folding

  /** Shows only the first line of a record, or all of them again. */
  void switchFold(String record) {
    if (!closed.remove(record)) {
      closed.add(record);
    }
    foldAnew();
  }

  /** Folds the record at the caret, or unfolds it. */
  void switchFold() {
    session.recordAt(name, caret()).ifPresent(record -> switchFold(record.id()));
  }

  /** Folds every record; where one is folded, unfolds all. */
  void switchFolds() {
    boolean all = closed.isEmpty();
    closed.clear();
    if (all) {
      survey.state().records().forEach(record -> closed.add(record.id()));
    }
    foldAnew();
  }

  /** Folds after a person folded or unfolded something, and keeps that for the next start. */
  private void foldAnew() {
    boolean kept = !closed.isEmpty() && closed.size() <= MOST_FOLDS;
    workbench.preferences().put(folds(), kept ? String.join(",", closed) : null);
    fold();
  }

  private List<String> lastFolds() {
    return workbench
        .preferences()
        .get(folds())
        .map(records -> List.of(records.split(",")))
        .orElse(List.of());
  }

  private String folds() {
    return FOLDS + session.project().folder().resolve(name);
  }

  /** Lines that a folded record does not show. */
  private BitSet hides(ParsedRecord record) {
    BitSet lines = new BitSet();
    for (Span span : record.spans()) {
      if (!span.isEmpty() && span.end() <= source.length()) {
        lines.set(
            folded.lineOf(source.utf16(span.begin())),
            folded.lineOf(source.utf16(span.end()) - 1) + 1);
      }
    }
    if (!lines.isEmpty()) {
      lines.clear(folded.lineOf(source.utf16(record.begin())));
    }
    return lines;
  }

  /** Hides what the folded records hide now, and leaves everything else where it is. */
  private void fold() {
    BitSet lines = new BitSet();
    for (ParsedRecord record :
        closed.isEmpty() ? List.<ParsedRecord>of() : survey.state().records()) {
      if (closed.contains(record.id())) {
        lines.or(hides(record));
      }
    }
    if (!folded.isOtherThan(lines)) {
      return;
    }
    Point selected = text.getSelectionRange();
    int begin = folded.source(selected.x);
    int end = folded.source(selected.x + selected.y);
    boolean atEnd = text.getCaretOffset() == selected.x + selected.y;
    int top = folded.sourceLine(text.getTopIndex());
    following = true;
    text.setRedraw(false);
    try {
      folded.hide(lines);
      int from = folded.shown(atEnd ? begin : end);
      text.setSelection(from, folded.shown(atEnd ? end : begin));
      text.setTopIndex(folded.shownLine(top));
    } finally {
      text.setRedraw(true);
      following = false;
    }
    int caret = text.getCaretOffset();
    int y = text.getLocationAtOffset(caret).y;
    if (y < 0 || y > text.getClientArea().height - text.getLineHeight(caret)) {
      text.showSelection();
    }
    scrolled();
    text.redraw();
  }

  /** Unfolds what hides a line. */
  private void unfold(int line) {
    if (folded.isHidden(line)) {
      for (ParsedRecord record : survey.state().records()) {
        if (closed.contains(record.id()) && hides(record).get(line)) {
          closed.remove(record.id());
        }
      }
      foldAnew();
    }
  }

  /** A click behind a folded line unfolds it. */
  private void openFold(Event event) {
    int line = text.getLineIndex(event.y);
    int sourceLine = folded.sourceLine(line);
    if (folded.hiddenBehind(sourceLine) > 0 && sign(line).contains(event.x, event.y)) {
      unfold(sourceLine + 1);
    }
  }

  /** Where it stands how many lines are hidden behind a shown one. */
  private Rectangle sign(int line) {
    int end = text.getOffsetAtLine(line) + text.getLine(line).length();
    Point at = text.getLocationAtOffset(end);
    GC gc = new GC(text);
    gc.setFont(theme.small());
    Point size = gc.textExtent(signText(line));
    gc.dispose();
    int height = text.getLineHeight(end);
    return new Rectangle(at.x + 8, at.y + (height - size.y) / 2 - 1, size.x + 10, size.y + 2);
  }

  private String signText(int line) {
    return "⋯ " + folded.hiddenBehind(folded.sourceLine(line));
  }

  private void restyle(List<Span> ranges) {
    if (ranges.size() < MANY) {
      ranges.forEach(range -> restyle(range.begin(), range.end()));
    } else {
      text.redrawRange(0, text.getCharCount(), true);
    }
  }

  private void restyle(int begin, int end) {
    int from = folded.shown(begin);
    int to = folded.shown(end);
    if (to > from) {
      text.redrawRange(from, to - from, true);
    }
  }

  /** Tints of a line: inner values lie over outer ones. */
  private StyleRange[] styles(int shown, int length) {
    int begin = folded.source(shown);
    int end = begin + length;
    List<Marks.Mark> inside = marks.in(begin, end);
    if (inside.isEmpty()) {
      return new StyleRange[0];
    }
    List<Marks.Mark> layers = new ArrayList<>(inside);
    layers.sort(Comparator.comparingInt(Marks.Mark::length).reversed());
    int[] top = new int[end - begin];
    for (int i = 0; i < layers.size(); i++) {
      Marks.Mark mark = layers.get(i);
      java.util.Arrays.fill(
          top, Math.max(mark.begin(), begin) - begin, Math.min(mark.end(), end) - begin, i + 1);
    }
    List<StyleRange> ranges = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= top.length; i++) {
      if (i == top.length || top[i] != top[from]) {
        if (top[from] > 0) {
          ranges.add(style(layers.get(top[from] - 1), shown + from, i - from));
        }
        from = i;
      }
    }
    return ranges.toArray(StyleRange[]::new);
  }

  private StyleRange style(Marks.Mark mark, int begin, int length) {
    StyleRange range = new StyleRange();
    range.start = begin;
    range.length = length;
    boolean current = mark.place().equals(shown);
    boolean rejected = mark.value().status() == Status.REJECTED;
    range.background =
        theme.tint(mark.field().colour(), current ? CURRENT_TINT : rejected ? TINT / 2 : TINT);
    range.strikeout = rejected;
    range.strikeoutColor = theme.error();
    return range;
  }

  // ---- place

  private void caretMoved(int offset) {
    if (following || source == null) {
      return;
    }
    Marks.Mark mark = marks.at(offset, m -> m.place().equals(session.selection()));
    if (mark != null) {
      session.select(mark.place(), false);
    } else {
      session.select(
          session
              .recordAt(name, source.codePoint(offset))
              .map(r -> Selection.of(name, r.id()))
              .orElse(new Selection(name, null, null, 0)),
          false);
    }
    showPosition();
    text.redraw();
  }

  private void showPosition() {
    if (source == null) {
      return;
    }
    int caret = caret();
    Line line = source.lineAt(caret);
    workbench.status(
        StatusSlot.POSITION,
        Texts.of(
            "status.position",
            name,
            String.valueOf(line.number() + 1),
            String.valueOf(caret - line.span().begin() + 1),
            caret));
    margin.redraw();
    session.caretAt(name, caret);
  }

  @Override
  public void selectionChanged(Selection selection, boolean reveal) {
    if (root.isDisposed() || source == null || text.getCharCount() == 0) {
      return;
    }
    Selection before = shown;
    shown = selection;
    Stream.of(before, selection)
        .flatMap(place -> marks.of(place).stream())
        .forEach(mark -> restyle(mark.begin(), mark.end()));
    margin.current(
        name.equals(selection.document()) ? selection.record() : null, session.isEndActive());
    overview.redraw();
    if (reveal && name.equals(selection.document())) {
      show(begin(selection));
    }
    text.redraw();
  }

  /** Goes to a place of the text and takes the keyboard along. */
  void reveal(Span span) {
    show(span);
    text.setFocus();
  }

  /** Selects a place of the text and takes the keyboard along. */
  void select(Span span) {
    reveal(span);
    int begin = folded.shown(source.utf16(span.begin()));
    int end = folded.shown(source.utf16(span.end()));
    text.setSelectionRange(begin, end - begin);
  }

  /** Scrolls to a place of the text and puts the caret there. */
  void show(Span span) {
    if (source != null && span.begin() <= source.length()) {
      show(source.utf16(span.begin()));
      text.redraw();
    }
  }

  private int begin(Selection selection) {
    Optional<FieldValue> value = session.value();
    if (value.isPresent() && !value.get().spans().isEmpty()) {
      return source.utf16(Math.min(value.get().spans().get(0).begin(), source.length()));
    }
    return session
        .record()
        .map(ParsedRecord::begin)
        .map(cp -> source.utf16(Math.min(cp, source.length())))
        .orElse(place());
  }

  /** Puts the caret somewhere and scrolls as little as needed, with some lines around it. */
  private void show(int place) {
    unfold(folded.lineOf(place));
    int offset = folded.shown(place);
    following = true;
    try {
      text.setCaretOffset(offset);
    } finally {
      following = false;
    }
    int height = text.getClientArea().height;
    int target = text.getLineAtOffset(offset);
    if (target < text.getTopIndex() || target > text.getLineIndex(height) + 1) {
      // not by pixels: they would have every line up to there laid out
      text.setTopIndex(Math.max(0, target - LINES_ABOVE));
    }
    int y = text.getLocationAtOffset(offset).y;
    int line = text.getLineHeight(offset);
    if (height > 0 && (y < 2 * line || y > height - 4 * line)) {
      text.setTopPixel(Math.max(0, text.getTopPixel() + y - height / 3));
    }
    scrolled();
    showPosition();
  }

  /** Height of the text when it was last placed. */
  private int height;

  /** A lower view goes on showing the line of the caret. */
  private void resized() {
    int before = height;
    height = text.getClientArea().height;
    if (height < before) {
      int line = text.getLineAtOffset(text.getCaretOffset());
      if (line >= text.getLineIndex(height) && line <= text.getLineIndex(before)) {
        text.setTopIndex(Math.max(0, line - LINES_ABOVE));
      }
    }
    scrolled();
  }

  private void scrolled() {
    margin.redraw();
    overview.redraw();
  }

  // ---- painting

  /** The line under each value says who stands behind it. */
  private void paintLines(Event event) {
    margin.followScroll();
    if (source == null || text.getCharCount() == 0) {
      return;
    }
    int top = Math.max(0, text.getTopIndex() - 1);
    int bottom =
        Math.min(text.getLineCount() - 1, text.getLineIndex(text.getClientArea().height) + 1);
    for (int line = top; line <= bottom; line++) {
      int shownBegin = text.getOffsetAtLine(line);
      int begin = folded.source(shownBegin);
      int end = begin + text.getLine(line).length();
      for (Marks.Mark mark : marks.in(begin, end)) {
        event.gc.setForeground(theme.hue(mark.field().colour()));
        underline(
            event.gc,
            mark,
            shownBegin + Math.max(mark.begin(), begin) - begin,
            shownBegin + Math.min(mark.end(), end) - begin);
      }
      if (folded.hiddenBehind(folded.sourceLine(line)) > 0) {
        paintSign(event.gc, line);
      }
    }
    paintEdge(event.gc);
    drag.paint(event.gc);
  }

  private void paintSign(GC gc, int line) {
    Rectangle box = sign(line);
    gc.setForeground(theme.line());
    gc.drawRoundRectangle(box.x, box.y, box.width - 1, box.height - 1, 6, 6);
    gc.setForeground(theme.dim());
    gc.setFont(theme.small());
    gc.drawText(signText(line), box.x + 5, box.y + 1, true);
    gc.setFont(text.getFont());
  }

  /** Draws the line under a part of a shown line, a row of the screen at a time. */
  private void underline(GC gc, Marks.Mark mark, int begin, int end) {
    int from = begin;
    while (from < end) {
      Point start = text.getLocationAtOffset(from);
      int stop = endOfRow(from, end, start.y);
      Point last = text.getLocationAtOffset(stop - 1);
      Point after = text.getLocationAtOffset(stop);
      int right =
          after.y == start.y ? after.x : last.x + text.getFont().getFontData()[0].getHeight();
      underline(gc, mark, start.x, right, start.y + text.getBaseline(from) + 3);
      from = stop;
    }
  }

  /** The edge that the keys move. */
  private void paintEdge(GC gc) {
    List<Span> spans =
        name.equals(shown.document())
            ? session.value().map(FieldValue::spans).orElse(List.of())
            : List.of();
    if (spans.isEmpty() || spans.get(spans.size() - 1).end() > source.length()) {
      return;
    }
    boolean last = session.isEndActive();
    int edge = source.utf16(last ? spans.get(spans.size() - 1).end() : spans.get(0).begin());
    int place = last ? Math.max(0, edge - 1) : edge;
    int line = folded.lineOf(place);
    int shownLine = folded.shownLine(line);
    if (folded.isHidden(line)
        || shownLine < text.getTopIndex() - 1
        || shownLine > text.getLineIndex(text.getClientArea().height) + 1) {
      return;
    }
    int at = Math.min(folded.shown(place), Math.max(0, text.getCharCount() - 1));
    Rectangle character = text.getTextBounds(at, at);
    int x = last ? character.x + character.width : character.x - 1;
    int bottom = character.y + character.height;
    int inwards = last ? -4 : 4;
    gc.setBackground(theme.accent());
    gc.fillRectangle(x - 1, character.y, 2, character.height);
    gc.fillRectangle(Math.min(x, x + inwards), character.y, 4, 2);
    gc.fillRectangle(Math.min(x, x + inwards), bottom - 2, 4, 2);
  }

  /**
   * The first offset after {@code from} that stands on another row of the screen, at most {@code
   * to}.
   */
  private int endOfRow(int from, int to, int y) {
    int low = from + 1;
    int high = to;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (text.getLocationAtOffset(middle - 1).y == y) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private void underline(GC gc, Marks.Mark mark, int left, int right, int y) {
    if (right <= left) {
      return;
    }
    boolean current = mark.place().equals(shown);
    gc.setLineWidth(current ? 2 : 1);
    switch (mark.value().status()) {
      case MACHINE -> {
        gc.setLineStyle(SWT.LINE_CUSTOM);
        gc.setLineDash(new int[] {2, 2});
        gc.drawLine(left, y, right - 1, y);
      }
      case ACCEPTED -> gc.drawLine(left, y, right - 1, y);
      case CORRECTED, ADDED -> {
        gc.setLineWidth(1);
        gc.drawLine(left, y - 1, right - 1, y - 1);
        gc.drawLine(left, y + 1, right - 1, y + 1);
      }
      case REJECTED -> {
        // struck through by its style
      }
    }
    gc.setLineStyle(SWT.LINE_SOLID);
    gc.setLineWidth(1);
  }

  private void hover(Event event) {
    String tip = null;
    if (source != null) {
      int offset = text.getOffsetAtPoint(new Point(event.x, event.y));
      Marks.Mark mark =
          offset < 0 ? null : marks.at(folded.source(offset), m -> m.place().equals(shown));
      tip = mark == null ? null : tip(mark);
    }
    if (!java.util.Objects.equals(tip, text.getToolTipText())) {
      text.setToolTipText(tip);
    }
  }

  private String tip(Marks.Mark mark) {
    FieldValue value = mark.value();
    StringBuilder tip = new StringBuilder();
    tip.append(Messages.label(mark.field().labels(), mark.field().id())).append(": ");
    tip.append(ValueFormat.line(mark.field(), value.value()))
        .append('\n')
        .append(Glyphs.text(value));
    if (value.confidence() != null) {
      tip.append(" · ").append(Texts.of("confidence", value.confidence()));
    }
    if (value.extractor() != null) {
      tip.append('\n').append(value.extractor());
    }
    Notes.on(survey, mark.place().record(), mark.field().id(), value)
        .ifPresent(note -> tip.append('\n').append(Notes.text(note)));
    return tip.toString().replace("&", "&&");
  }

  /** What the bar finds in: the whole text, whatever is folded. */
  private final class Found implements FindBar.Target {
    @Override
    public String text() {
      return source.text();
    }

    @Override
    public String selected() {
      return selectedSpan().map(source::slice).orElse("");
    }

    @Override
    public int at() {
      return folded.source(text.getSelectionRange().x);
    }

    @Override
    public void show(int begin, int end) {
      SourceView.this.show(begin);
      text.setSelectionRange(folded.shown(begin), folded.shown(end) - folded.shown(begin));
    }

    @Override
    public void focus() {
      text.setFocus();
    }
  }
}
