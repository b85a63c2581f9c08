package koetsu.review.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.profile.Profile;
import koetsu.api.profile.SectionType;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Section;
import koetsu.review.Survey;
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

  /** Room for the triangle that says whether a record is folded. */
  private static final int FOLD = 14;

  private static final int TRIANGLE = 4;
  private static final int LABELS = 84;

  private final Canvas canvas;
  private final Theme theme;
  private final Profile profile;
  private final Consumer<String> fold;
  private StyledText text;
  private FoldedText folded;
  private SourceDocument source;
  private Survey survey;
  private String record;
  private boolean endActive = true;
  private int labels;
  private int numbers;
  private int topPixel = -1;

  /**
   * @param fold folds the record of an id, or unfolds it
   */
  SourceMargin(Composite parent, Theme theme, Profile profile, Consumer<String> fold) {
    this.theme = theme;
    this.profile = profile;
    this.fold = fold;
    canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
    canvas.setBackground(theme.background());
    canvas.addListener(SWT.Paint, this::paint);
    canvas.addListener(SWT.MouseDown, this::click);
  }

  Canvas control() {
    return canvas;
  }

  void show(StyledText widget, FoldedText content, Survey next) {
    text = widget;
    folded = content;
    survey = next;
    boolean other =
        source == null || source.lines().size() != next.state().document().lines().size();
    source = next.state().document();
    if (other) {
      measure();
    }
    canvas.redraw();
  }

  private void measure() {
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
        GAP + labels + GAP + BAND + GAP + numbers + FOLD + BRACKET;
    canvas.getParent().layout();
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
    if (text == null) {
      return;
    }
    int line = text.getLineIndex(event.y);
    Optional<ParsedRecord> record = beginning(line);
    if (record.isPresent() && event.x >= foldLeft()) {
      fold.accept(record.get().id());
    } else {
      text.setCaretOffset(text.getOffsetAtLine(line));
    }
    text.setFocus();
  }

  private int foldLeft() {
    return GAP + labels + GAP + BAND + GAP + numbers;
  }

  /** The outermost record that begins on a shown line and has more lines to hide. */
  private Optional<ParsedRecord> beginning(int line) {
    int begin = folded.source(text.getOffsetAtLine(line));
    Span printed = source.span(begin, begin + Math.max(1, text.getLine(line).length()));
    return survey.recordsIn(printed).stream()
        .filter(r -> printed.contains(r.begin()))
        .filter(r -> isFolded(line) || lines(r) > 1)
        .findFirst();
  }

  private int lines(ParsedRecord record) {
    Span last = record.spans().get(record.spans().size() - 1);
    return 1
        + folded.lineOf(source.utf16(Math.max(record.begin(), last.end() - 1)))
        - folded.lineOf(source.utf16(record.begin()));
  }

  private boolean isFolded(int line) {
    return folded.hiddenBehind(folded.sourceLine(line)) > 0;
  }

  private void triangle(GC gc, int line, boolean current) {
    int x = foldLeft() + FOLD / 2;
    int y = text.getLinePixel(line) + text.getLineHeight(text.getOffsetAtLine(line)) / 2;
    gc.setBackground(current ? theme.accent() : theme.dim());
    gc.fillPolygon(
        isFolded(line)
            ? new int[] {x - 2, y - TRIANGLE, x + TRIANGLE - 1, y, x - 2, y + TRIANGLE}
            : new int[] {x - TRIANGLE, y - 2, x + TRIANGLE, y - 2, x, y + TRIANGLE - 1});
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
      int number = source.lineAt(source.codePoint(folded.source(offset))).number() + 1;
      String label = String.valueOf(number);
      gc.setForeground(line == caretLine ? theme.foreground() : theme.dim());
      gc.drawText(label, numberRight - gc.textExtent(label).x, y, true);
      int here = line;
      beginning(line).ifPresent(r -> triangle(gc, here, r.id().equals(record)));
    }
    int from = text.getOffsetAtLine(top);
    int to =
        bottom + 1 < text.getLineCount() ? text.getOffsetAtLine(bottom + 1) : text.getCharCount();
    Span visible = source.span(folded.source(from), folded.source(to));
    for (ParsedRecord each : survey.recordsIn(visible)) {
      for (int i = 0; i < each.spans().size(); i++) {
        if (each.spans().get(i).overlaps(visible)) {
          bracket(gc, each, i, numberRight + FOLD, visible, height);
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
      int place = source.utf16(first.begin());
      if (folded.isHidden(folded.lineOf(place))) {
        return;
      }
      int offset = folded.shown(place);
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
    return text.getLocationAtOffset(folded.shown(source.utf16(span.begin()))).y;
  }

  /** Where the row of a range's last character ends; line ends at the range's end do not count. */
  private int bottom(Span span, Span visible, int height) {
    if (span.end() > visible.end()) {
      return height + 2 * BRACKET;
    }
    int codePoint = span.end();
    int end = source.utf16(codePoint);
    int last = end;
    while (last > 0 && Character.isWhitespace(source.text().charAt(last - 1))) {
      last--;
    }
    int offset = folded.shown(Math.max(0, last - 1));
    Point at = text.getLocationAtOffset(offset);
    return at.y + text.getLineHeight(offset);
  }
}
