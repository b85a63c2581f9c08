package koetsu.review.internal;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.review.ReviewSession;
import koetsu.review.Survey;
import koetsu.workbench.Theme;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * The whole document as a strip: records and how far they are reviewed, doubtful values, the part
 * in sight. A click goes there.
 */
final class Overview {
  private static final int WIDTH = 13;

  /** From so many changed records on, the whole strip is drawn anew. */
  private static final int FEW = 100;

  private final Canvas canvas;
  private final Theme theme;
  private final ReviewSession session;
  private final IntConsumer go;
  private StyledText text;
  private FoldedText folded;
  private Survey survey;
  private SourceDocument source;
  private Marks marks = Marks.NONE;

  /** Records and doubtful values for the canvas of a height; null when it must be drawn anew. */
  private Image drawn;

  /**
   * @param go takes the UTF-16 index to go to
   */
  Overview(Composite parent, Theme theme, ReviewSession session, IntConsumer go) {
    this.theme = theme;
    this.session = session;
    this.go = go;
    canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
    canvas.setBackground(theme.background());
    canvas.setToolTipText(Texts.of("overview.tip"));
    GridData data = new GridData(SWT.END, SWT.FILL, false, true);
    data.widthHint = WIDTH;
    canvas.setLayoutData(data);
    canvas.addListener(SWT.Paint, this::paint);
    canvas.addListener(SWT.MouseDown, this::click);
    canvas.addListener(SWT.Dispose, e -> forget());
  }

  void show(StyledText widget, FoldedText content, Survey next, Marks nextMarks) {
    List<Survey.Difference> differences =
        survey == null || source != next.state().document() ? List.of() : next.since(survey);
    boolean few = !differences.isEmpty() && differences.size() < FEW;
    text = widget;
    folded = content;
    survey = next;
    source = next.state().document();
    marks = nextMarks;
    if (!few) {
      forget();
    } else if (drawn != null) {
      drawAnew(differences);
    }
    canvas.redraw();
  }

  /** Draws the rows of pixels that show something of changed records. */
  private void drawAnew(List<Survey.Difference> differences) {
    int height = drawn.getBounds().height;
    BitSet rows = new BitSet();
    differences.stream()
        .flatMap(d -> Stream.of(Optional.ofNullable(d.before()), Optional.ofNullable(d.now())))
        .flatMap(Optional::stream)
        .flatMap(
            entry ->
                Stream.concat(
                    entry.record().spans().stream(),
                    entry.record().fields().values().stream()
                        .flatMap(List::stream)
                        .flatMap(value -> value.spans().stream())))
        .forEach(span -> rows.set(y(span.begin(), height), y(span.end(), height) + 2));
    GC gc = new GC(drawn);
    for (int from = rows.nextSetBit(0);
        from >= 0;
        from = rows.nextSetBit(rows.nextClearBit(from))) {
      draw(gc, from, rows.nextClearBit(from), height);
    }
    gc.dispose();
  }

  private void forget() {
    if (drawn != null) {
      drawn.dispose();
      drawn = null;
    }
  }

  void redraw() {
    if (!canvas.isDisposed()) {
      canvas.redraw();
    }
  }

  private void click(Event event) {
    if (source != null) {
      int height = Math.max(1, canvas.getClientArea().height);
      int lines = source.lines().size();
      int line = Math.max(0, Math.min(lines - 1, event.y * lines / height));
      go.accept(source.utf16(source.lines().get(line).span().begin()));
      text.setFocus();
    }
  }

  private void paint(Event event) {
    if (source == null || source.lines().isEmpty()) {
      return;
    }
    GC gc = event.gc;
    int height = canvas.getClientArea().height;
    if (drawn == null || drawn.getBounds().height != height) {
      forget();
      drawn = draw(Math.max(1, height));
    }
    gc.drawImage(drawn, 0, 0);
    session
        .value()
        .filter(v -> source.name().equals(session.selection().document()) && !v.spans().isEmpty())
        .ifPresent(
            v -> {
              gc.setBackground(theme.accent());
              gc.fillRectangle(1, y(v.spans().get(0).begin(), height) - 1, 11, 3);
            });
    if (text.getCharCount() > 0) {
      int lines = source.lines().size();
      int top = folded.sourceLine(text.getTopIndex()) * height / lines;
      int last = folded.sourceLine(text.getLineIndex(text.getClientArea().height));
      int bottom = Math.min(lines, last + 1) * height / lines;
      gc.setForeground(theme.dim());
      gc.setAlpha(130);
      gc.drawRectangle(0, top, WIDTH - 2, Math.max(3, bottom - top - 1));
      gc.setAlpha(255);
    }
  }

  private Image draw(int height) {
    Image image = new Image(canvas.getDisplay(), WIDTH, height);
    GC gc = new GC(image);
    draw(gc, 0, height, height);
    gc.dispose();
    return image;
  }

  /**
   * Draws some rows of pixels, what reaches into them included. In a long document many things
   * share a row; the first of them is drawn.
   */
  private void draw(GC gc, int from, int to, int height) {
    Span lines = lines(from - 2, to, height);
    gc.setClipping(0, from, WIDTH, to - from);
    gc.setBackground(theme.background());
    gc.fillRectangle(0, from, WIDTH, to - from);
    int last = -1;
    for (ParsedRecord record : survey.recordsIn(lines)) {
      for (Span span : record.spans()) {
        int top = y(span.begin(), height);
        int bottom = Math.max(top + 2, y(Math.max(span.begin(), span.end() - 1), height));
        if (bottom != last) {
          gc.setBackground(colour(record));
          gc.fillRectangle(4, top, 5, Math.max(1, bottom - top - 1));
          last = bottom;
        }
      }
    }
    gc.setBackground(theme.warning());
    last = -1;
    for (Marks.Mark mark : marks.in(source.utf16(lines.begin()), source.utf16(lines.end()))) {
      if (ReviewSession.isDoubtful(mark.value())) {
        int y = y(source.codePoint(mark.begin()), height);
        if (y != last) {
          gc.fillRectangle(2, y, 9, 2);
          last = y;
        }
      }
    }
  }

  /** The lines that rows of pixels stand for. */
  private Span lines(int from, int to, int height) {
    int count = source.lines().size();
    int first = (int) Math.max(0, (long) from * count / height - 1);
    int last = (int) Math.min(count - 1, (long) to * count / height + 1);
    return new Span(
        source.lines().get(Math.min(first, last)).span().begin(),
        source.lines().get(last).span().end());
  }

  private Color colour(ParsedRecord record) {
    return ReviewSession.isReviewed(record)
        ? theme.tint("#2E9E5B", 0.55)
        : record.state() == RecordState.IN_REVIEW ? theme.tint("#3584E4", 0.5) : theme.line();
  }

  private int y(int codePoint, int height) {
    return source.lineAt(Math.min(codePoint, source.length())).number()
        * height
        / source.lines().size();
  }
}
