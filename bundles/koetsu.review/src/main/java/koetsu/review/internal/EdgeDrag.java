package koetsu.review.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.review.ReviewSession;
import koetsu.workbench.Theme;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;

/**
 * Lets the mouse take hold of an edge of a value's place and drag it; the edit is made when the
 * button is released, Esc leaves everything as it was. Listens ahead of the text widget, which
 * would select.
 */
final class EdgeDrag {
  /** How near the pointer has to be, in pixels. */
  private static final int REACH = 4;

  private static final int[] EVENTS = {SWT.MouseDown, SWT.MouseMove, SWT.MouseUp, SWT.KeyDown};
  private static final int ALPHA = 70;

  /**
   * An edge of a mark.
   *
   * @param end whether it is the end, else the begin
   */
  private record Edge(Marks.Mark mark, boolean end) {
    /** Where it moves to; not over the other edge. */
    Edge at(int place, SourceDocument source) {
      int least = end ? source.text().offsetByCodePoints(mark.begin(), 1) : 0;
      int most = end ? source.text().length() : source.text().offsetByCodePoints(mark.end(), -1);
      int to = Math.max(least, Math.min(most, place));
      return new Edge(
          new Marks.Mark(
              end ? mark.begin() : to,
              end ? to : mark.end(),
              mark.field(),
              mark.value(),
              mark.place()),
          end);
    }
  }

  private final StyledText text;
  private final FoldedText folded;
  private final ReviewSession session;
  private final Theme theme;
  private final Supplier<Marks> marks;
  private final Supplier<SourceDocument> source;

  /** What was taken hold of, or null. */
  private Edge taken;

  /** Where it is dragged to. */
  private Edge now;

  EdgeDrag(
      StyledText text,
      FoldedText folded,
      ReviewSession session,
      Supplier<Marks> marks,
      Supplier<SourceDocument> source) {
    this.text = text;
    this.folded = folded;
    this.session = session;
    this.theme = session.workbench().theme();
    this.marks = marks;
    this.source = source;
    Display display = text.getDisplay();
    Listener listener = this::handle;
    for (int type : EVENTS) {
      display.addFilter(type, listener);
    }
    text.addListener(
        SWT.Dispose,
        e -> {
          for (int type : EVENTS) {
            display.removeFilter(type, listener);
          }
        });
  }

  private void handle(Event event) {
    if (event.type == SWT.KeyDown) {
      if (taken != null && event.keyCode == SWT.ESC) {
        stop();
        spend(event);
      }
      return;
    }
    if (event.widget != text || source.get() == null || text.getCharCount() == 0) {
      return;
    }
    switch (event.type) {
      case SWT.MouseDown -> take(event);
      case SWT.MouseMove -> {
        if (taken == null) {
          boolean near = session.isEditable() && edge(event.x, event.y).isPresent();
          text.setCursor(near ? text.getDisplay().getSystemCursor(SWT.CURSOR_SIZEWE) : null);
        } else {
          drag(event);
        }
      }
      default -> {
        if (taken != null) {
          drop();
          spend(event);
        }
      }
    }
  }

  private static void spend(Event event) {
    event.doit = false;
    event.type = SWT.None;
  }

  private void take(Event event) {
    if (event.button == 1 && (event.stateMask & SWT.MODIFIER_MASK) == 0 && session.isEditable()) {
      edge(event.x, event.y)
          .ifPresent(
              edge -> {
                taken = edge;
                now = edge;
                session.select(edge.mark().place(), false);
                text.setFocus();
                spend(event);
              });
    }
  }

  private void drag(Event event) {
    Edge next = taken.at(place(event.x, event.y), source.get());
    if (!next.equals(now)) {
      now = next;
      text.redraw();
    }
    if (event.y < 0 || event.y > text.getClientArea().height) {
      text.setTopIndex(text.getTopIndex() + (event.y < 0 ? -1 : 1));
    }
    spend(event);
  }

  private void drop() {
    Edge from = taken;
    Edge to = now;
    stop();
    if (!to.equals(from)) {
      SourceDocument document = source.get();
      Span old = document.span(from.mark().begin(), from.mark().end());
      Span moved = document.span(to.mark().begin(), to.mark().end());
      List<Span> spans = new ArrayList<>(from.mark().value().spans());
      spans.replaceAll(s -> s.equals(old) ? moved : s);
      spans.removeIf(s -> s != moved && s.overlaps(moved));
      SpanEdits.placeAt(session, spans);
    }
  }

  private void stop() {
    taken = null;
    now = null;
    text.setCursor(null);
    text.redraw();
  }

  /**
   * The edge at a point: that of the current value before others, and of short ones before long.
   */
  private Optional<Edge> edge(int x, int y) {
    int at = folded.source(nearest(x, y));
    List<Edge> edges = new ArrayList<>();
    for (Marks.Mark mark : marks.get().in(Math.max(0, at - 2), at + 2)) {
      for (boolean end : new boolean[] {true, false}) {
        Rectangle line = line(mark, end);
        if (Math.abs(line.x - x) <= REACH && y >= line.y && y < line.y + line.height) {
          edges.add(new Edge(mark, end));
        }
      }
    }
    return edges.stream()
        .min(
            Comparator.comparing((Edge e) -> !e.mark().place().equals(session.selection()))
                .thenComparing(e -> e.mark().length()));
  }

  /** Where an edge stands on the screen. */
  private Rectangle line(Marks.Mark mark, boolean end) {
    int most = text.getCharCount() - 1;
    int at = Math.min(most, folded.shown(end ? mark.end() - 1 : mark.begin()));
    Rectangle character = text.getTextBounds(at, at);
    return new Rectangle(
        end ? character.x + character.width : character.x, character.y, 1, character.height);
  }

  /** The boundary between characters that is nearest to a point, in the text. */
  private int place(int x, int y) {
    int offset = nearest(x, y);
    int place = folded.source(offset);
    String all = source.get().text();
    if (offset < text.getCharCount() && !isLineEnd(all, place)) {
      Rectangle character = text.getTextBounds(offset, offset);
      if (x > character.x + character.width / 2 && y < character.y + character.height) {
        place++;
      }
    }
    boolean split =
        place > 0
            && place < all.length()
            && Character.isSurrogatePair(all.charAt(place - 1), all.charAt(place));
    return split ? place + 1 : place;
  }

  private static boolean isLineEnd(String all, int place) {
    return place >= all.length() || all.charAt(place) == '\n' || all.charAt(place) == '\r';
  }

  /** Shown offset of the character at a point, or of the end of its row. */
  private int nearest(int x, int y) {
    int inside = Math.max(0, Math.min(y, text.getClientArea().height - 1));
    int exact = text.getOffsetAtPoint(new Point(x, inside));
    if (exact >= 0) {
      return exact;
    }
    int line = text.getLineIndex(inside);
    int begin = text.getOffsetAtLine(line);
    int end = begin + text.getLine(line).length();
    int found = begin;
    for (int at = begin; at <= end; at++) {
      Point where = text.getLocationAtOffset(at);
      if (where.y <= inside && where.x <= x) {
        found = at;
      }
    }
    return found;
  }

  /** Shows what the place would become. */
  void paint(GC gc) {
    if (now == null) {
      return;
    }
    int begin = folded.shown(now.mark().begin());
    int end = Math.min(folded.shown(now.mark().end()), text.getCharCount());
    gc.setBackground(theme.accent());
    gc.setAlpha(ALPHA);
    for (int line = text.getLineAtOffset(begin); line <= text.getLineAtOffset(end); line++) {
      int from = Math.max(begin, text.getOffsetAtLine(line));
      int to = Math.min(end, text.getOffsetAtLine(line) + text.getLine(line).length());
      for (int at = from; at < to; at++) {
        Rectangle character = text.getTextBounds(at, at);
        gc.fillRectangle(character.x, character.y, character.width, character.height);
      }
    }
    gc.setAlpha(255);
    Rectangle edge = line(now.mark(), now.end());
    gc.fillRectangle(edge.x - 1, edge.y, 2, edge.height);
  }
}
