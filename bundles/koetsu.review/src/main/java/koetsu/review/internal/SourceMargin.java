package koetsu.review.internal;

import java.util.List;
import java.util.Objects;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.profile.Profile;
import koetsu.api.profile.SectionType;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Section;
import koetsu.project.DocumentState;
import koetsu.workbench.Messages;
import koetsu.workbench.Theme;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * What stands left of the text: types of sections with their bands, line numbers, and a bracket
 * around each record.
 */
final class SourceMargin {
  private static final int BAND = 3;
  private static final int BRACKET = 9;
  private static final int GAP = 5;
  private static final int LABELS = 64;

  private final Canvas canvas;
  private final Theme theme;
  private final Profile profile;
  private StyledText text;
  private SourceDocument source;
  private DocumentState state;
  private String record;
  private boolean endActive = true;
  private int labels;
  private int numbers;
  private int topPixel = -1;

  SourceMargin(Composite parent, Theme theme, Profile profile) {
    this.theme = theme;
    this.profile = profile;
    canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
    canvas.setBackground(theme.background());
    canvas.addListener(SWT.Paint, this::paint);
    canvas.addListener(SWT.MouseDown, this::click);
  }

  Canvas control() {
    return canvas;
  }

  void show(StyledText widget, DocumentState next) {
    text = widget;
    state = next;
    source = next.document();
    GC gc = new GC(canvas);
    gc.setFont(theme.small());
    labels = 0;
    for (SectionType type : profile.sections()) {
      labels = Math.max(labels, gc.textExtent(Messages.label(type.labels(), type.id())).x);
    }
    labels = Math.min(labels, LABELS);
    numbers =
        gc.textExtent("0".repeat(Math.max(3, String.valueOf(source.lines().size()).length()))).x;
    gc.dispose();
    ((GridData) canvas.getLayoutData()).widthHint =
        GAP + labels + GAP + BAND + GAP + numbers + GAP + BRACKET;
    canvas.getParent().layout();
    canvas.redraw();
  }

  /**
   * @param id of the record the person is at, or null
   * @param end whether its end is the edge that the keys move, else its begin
   */
  void current(String id, boolean end) {
    if (!Objects.equals(record, id) || endActive != end) {
      record = id;
      endActive = end;
      canvas.redraw();
    }
  }

  void redraw() {
    if (!canvas.isDisposed()) {
      canvas.redraw();
    }
  }

  /** Redraws if the text has scrolled since. */
  void followScroll() {
    if (text != null && text.getTopPixel() != topPixel) {
      canvas.redraw();
    }
  }

  private void click(Event event) {
    if (text != null) {
      int line = text.getLineIndex(event.y);
      text.setCaretOffset(text.getOffsetAtLine(line));
      text.setFocus();
    }
  }

  private void paint(Event event) {
    if (text == null || text.isDisposed() || text.getCharCount() == 0) {
      return;
    }
    topPixel = text.getTopPixel();
    GC gc = event.gc;
    gc.setAntialias(SWT.OFF);
    gc.setFont(theme.small());
    int height = canvas.getClientArea().height;
    int top = Math.max(0, text.getTopIndex() - 1);
    int bottom = Math.min(text.getLineCount() - 1, text.getLineIndex(height) + 1);
    int numberRight = GAP + labels + GAP + BAND + GAP + numbers;
    int caretLine = text.getLineAtOffset(text.getCaretOffset());
    int ascent = gc.getFontMetrics().getAscent();
    for (int line = top; line <= bottom; line++) {
      int offset = text.getOffsetAtLine(line);
      int y = text.getLinePixel(line) + text.getBaseline(offset) - ascent;
      int number = source.lineAt(source.codePoint(offset)).number() + 1;
      String label = String.valueOf(number);
      gc.setForeground(line == caretLine ? theme.foreground() : theme.dim());
      gc.drawText(label, numberRight - gc.textExtent(label).x, y, true);
    }
    int from = text.getOffsetAtLine(top);
    int to =
        bottom + 1 < text.getLineCount() ? text.getOffsetAtLine(bottom + 1) : text.getCharCount();
    Span visible = source.span(from, to);
    for (ParsedRecord each : state.records()) {
      for (int i = 0; i < each.spans().size(); i++) {
        if (each.spans().get(i).overlaps(visible)) {
          bracket(gc, each, i, numberRight + GAP, visible, height);
        }
      }
      for (Section section : each.sections()) {
        if (overlaps(section.heading(), visible) || overlaps(section.body(), visible)) {
          section(gc, section, visible, height, ascent);
        }
      }
    }
  }

  private static boolean overlaps(List<Span> spans, Span visible) {
    for (Span span : spans) {
      if (span.overlaps(visible)) {
        return true;
      }
    }
    return false;
  }

  private void bracket(GC gc, ParsedRecord each, int index, int x, Span visible, int height) {
    Span span = each.spans().get(index);
    int top = top(span, visible);
    int bottom = bottom(span, visible, height);
    boolean current = each.id().equals(record);
    gc.setForeground(current ? theme.accent() : theme.line());
    gc.setLineWidth(current ? 2 : 1);
    gc.drawLine(x, Math.max(-2, top + 2), x, Math.min(height + 2, bottom - 3));
    if (top >= -2) {
      gc.setLineWidth(current && !endActive && index == 0 ? 4 : current ? 2 : 1);
      gc.drawLine(x, top + 2, x + BRACKET - 4, top + 2);
    }
    if (bottom <= height + 2) {
      boolean active = current && endActive && index == each.spans().size() - 1;
      gc.setLineWidth(active ? 4 : current ? 2 : 1);
      gc.drawLine(x, bottom - 3, x + BRACKET - 4, bottom - 3);
    }
    gc.setLineWidth(1);
  }

  private void section(GC gc, Section section, Span visible, int height, int ascent) {
    SectionType type = profile.section(section.type()).orElse(null);
    if (type == null) {
      return;
    }
    Span first = null;
    for (List<Span> part : List.of(section.heading(), section.body())) {
      for (Span span : part) {
        first = first == null || span.begin() < first.begin() ? span : first;
        if (!span.isEmpty() && span.overlaps(visible)) {
          int top = Math.max(0, top(span, visible));
          int bottom = Math.min(height, bottom(span, visible, height));
          gc.setBackground(theme.hue(type.colour()));
          gc.fillRectangle(GAP + labels + GAP, top, BAND, bottom - top);
        }
      }
    }
    if (first != null && first.begin() >= visible.begin() && first.begin() < visible.end()) {
      String label = shortened(gc, Messages.label(type.labels(), type.id()));
      int offset = source.utf16(first.begin());
      gc.setForeground(theme.hue(type.colour()));
      gc.drawText(
          label,
          GAP + labels - gc.textExtent(label).x,
          text.getLocationAtOffset(offset).y + text.getBaseline(offset) - ascent,
          true);
    }
  }

  private static String shortened(GC gc, String label) {
    String text = label;
    while (text.length() > 2 && gc.textExtent(text).x > LABELS) {
      text = text.substring(0, text.length() - 2) + "…";
    }
    return text;
  }

  /**
   * Where a range begins; out of sight it is not measured, for that lays out every line between.
   */
  private int top(Span span, Span visible) {
    if (span.begin() < visible.begin()) {
      return -2 * BRACKET;
    }
    return text.getLocationAtOffset(Math.min(source.utf16(span.begin()), text.getCharCount())).y;
  }

  /** Where the row of a range's last character ends; line ends at the range's end do not count. */
  private int bottom(Span span, Span visible, int height) {
    if (span.end() > visible.end()) {
      return height + 2 * BRACKET;
    }
    int codePoint = span.end();
    int end = Math.min(source.utf16(codePoint), text.getCharCount());
    int last = end;
    while (last > 0 && Character.isWhitespace(source.text().charAt(last - 1))) {
      last--;
    }
    int offset = Math.max(0, last - 1);
    Point at = text.getLocationAtOffset(offset);
    return at.y + text.getLineHeight(offset);
  }
}
