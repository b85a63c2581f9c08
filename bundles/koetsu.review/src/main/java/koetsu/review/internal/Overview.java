package koetsu.review.internal;

import java.util.function.IntConsumer;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.project.DocumentState;
import koetsu.review.ReviewSession;
import koetsu.workbench.Theme;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
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

  private final Canvas canvas;
  private final Theme theme;
  private final ReviewSession session;
  private final IntConsumer go;
  private StyledText text;
  private DocumentState state;
  private SourceDocument source;
  private Marks marks = Marks.NONE;

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
  }

  void show(StyledText widget, DocumentState next, Marks nextMarks) {
    text = widget;
    state = next;
    source = next.document();
    marks = nextMarks;
    canvas.redraw();
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
    for (ParsedRecord record : state.records()) {
      for (Span span : record.spans()) {
        int top = y(span.begin(), height);
        int bottom = Math.max(top + 2, y(Math.max(span.begin(), span.end() - 1), height));
        gc.setBackground(
            ReviewSession.isReviewed(record)
                ? theme.tint("#2E9E5B", 0.55)
                : record.state() == RecordState.IN_REVIEW
                    ? theme.tint("#3584E4", 0.5)
                    : theme.line());
        gc.fillRectangle(4, top, 5, Math.max(1, bottom - top - 1));
      }
    }
    gc.setForeground(theme.warning());
    for (Marks.Mark mark : marks.all()) {
      if (ReviewSession.isDoubtful(mark.value())) {
        int y = y(source.codePoint(mark.begin()), height);
        gc.setBackground(theme.warning());
        gc.fillRectangle(2, y, 9, 2);
      }
    }
    session
        .value()
        .filter(v -> source.name().equals(session.selection().document()) && !v.spans().isEmpty())
        .ifPresent(
            v -> {
              gc.setBackground(theme.accent());
              gc.fillRectangle(1, y(v.spans().get(0).begin(), height) - 1, 11, 3);
            });
    if (text.getCharCount() > 0) {
      int lines = text.getLineCount();
      int top = text.getTopIndex() * height / lines;
      int bottom = (text.getLineIndex(text.getClientArea().height) + 1) * height / lines;
      gc.setForeground(theme.dim());
      gc.setAlpha(130);
      gc.drawRectangle(0, top, WIDTH - 2, Math.max(3, bottom - top - 1));
      gc.setAlpha(255);
    }
  }

  private int y(int codePoint, int height) {
    return source.lineAt(Math.min(codePoint, source.length())).number()
        * height
        / source.lines().size();
  }
}
