package koetsu.review.internal;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import koetsu.api.document.Line;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;

/** Moves the outer edge of a place that may consist of several spans. */
final class EdgeMove {
  /** How far one press goes. */
  enum Unit {
    /** What a reader takes for one character, combining marks included. */
    CHARACTER,
    WORD,
    /** To the next or previous end of what is printed on a line. */
    LINE
  }

  private EdgeMove() {}

  /**
   * @param spans not empty
   * @param end whether the end moves, else the begin
   * @param direction 1 or -1
   * @return the moved place; empty where the edge would meet the other one or leave the document
   */
  static Optional<List<Span>> of(
      SourceDocument document, List<Span> spans, boolean end, Unit unit, int direction) {
    int at = end ? spans.size() - 1 : 0;
    Span span = spans.get(at);
    int edge = end ? span.end() : span.begin();
    int target =
        unit == Unit.LINE
            ? line(document, edge, end, direction)
            : step(document, edge, unit, direction);
    boolean turned = end ? target <= span.begin() : target >= span.end();
    if (target < 0 || target > document.length() || target == edge || turned) {
      return Optional.empty();
    }
    List<Span> moved = new ArrayList<>(spans);
    moved.set(at, end ? new Span(span.begin(), target) : new Span(target, span.end()));
    return Optional.of(moved);
  }

  private static int step(SourceDocument document, int edge, Unit unit, int direction) {
    // two lines are enough to look at: no word and no character goes on over more than one line end
    Line line = document.lineAt(direction < 0 ? Math.max(0, edge - 1) : edge);
    int from = document.utf16(Math.min(line.span().begin(), edge));
    int next = line.number() + 1;
    int to =
        document.utf16(
            next < document.lines().size()
                ? document.lines().get(next).span().end()
                : document.length());
    BreakIterator breaks =
        unit == Unit.WORD
            ? BreakIterator.getWordInstance(Locale.JAPANESE)
            : BreakIterator.getCharacterInstance(Locale.ROOT);
    breaks.setText(document.text().substring(from, to));
    int here = document.utf16(edge) - from;
    int there = direction < 0 ? before(breaks, here) : after(breaks, here, to - from);
    return there == BreakIterator.DONE ? -1 : document.codePoint(from + there);
  }

  private static int before(BreakIterator breaks, int here) {
    return here <= 0 ? BreakIterator.DONE : breaks.preceding(here);
  }

  private static int after(BreakIterator breaks, int here, int length) {
    return here >= length ? BreakIterator.DONE : breaks.following(here);
  }

  private static int line(SourceDocument document, int edge, boolean end, int direction) {
    int number = document.lineAt(edge).number();
    for (int at = number; at >= 0 && at < document.lines().size(); at += direction) {
      Span printed = document.lines().get(at).content();
      int target = end ? printed.end() : printed.begin();
      if (!printed.isEmpty() && (direction > 0 ? target > edge : target < edge)) {
        return target;
      }
    }
    return -1;
  }
}
