package koetsu.measure.internal;

import java.util.ArrayList;
import java.util.List;
import koetsu.api.document.Line;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.measure.Excerpt;

/** Cuts the lines around a place out of a document. */
final class Excerpts {
  /** Lines before and behind the place. */
  private static final int AROUND = 2;

  /** More of a place than this is not shown. */
  private static final int MOST_LINES = 9;

  /** Code points of a line that are shown. */
  private static final int WIDTH = 400;

  private Excerpts() {}

  /**
   * @param line where the place begins, from 0
   * @param place what is marked
   */
  static Excerpt of(SourceDocument source, int line, List<Span> place) {
    int first = Math.max(0, line - AROUND);
    int end = Math.min(source.lines().size(), line + AROUND + 1);
    for (Span span : place) {
      int last = source.lineAt(Math.max(span.begin(), span.end() - 1)).number();
      end = Math.max(end, Math.min(last + AROUND + 1, source.lines().size()));
    }
    end = Math.min(end, first + MOST_LINES);
    List<String> texts = new ArrayList<>();
    List<Excerpt.Mark> marks = new ArrayList<>();
    for (int i = first; i < end; i++) {
      add(source, source.lines().get(i), place, texts, marks);
    }
    return new Excerpt(first + 1, texts, marks);
  }

  private static void add(
      SourceDocument source,
      Line line,
      List<Span> place,
      List<String> texts,
      List<Excerpt.Mark> marks) {
    Span all = line.span();
    List<Span> here = new ArrayList<>();
    for (Span span : place) {
      int begin = Math.max(span.begin(), all.begin());
      int end = Math.min(span.end(), all.end());
      if (begin < end) {
        here.add(new Span(begin, end));
      }
    }
    int from = all.begin();
    if (all.length() > WIDTH && !here.isEmpty()) {
      from = Math.max(from, Math.min(here.get(0).begin() - WIDTH / 4, all.end() - WIDTH));
    }
    int to = Math.min(all.end(), from + WIDTH);
    String before = from > all.begin() ? "…" : "";
    String text = source.slice(new Span(from, to));
    for (Span span : here) {
      int begin = source.utf16(Math.min(span.begin(), to)) - source.utf16(from);
      int end = source.utf16(Math.min(span.end(), to)) - source.utf16(from);
      if (begin < end) {
        marks.add(new Excerpt.Mark(texts.size(), begin + before.length(), end + before.length()));
      }
    }
    texts.add(before + text + (to < all.end() ? "…" : ""));
  }
}
