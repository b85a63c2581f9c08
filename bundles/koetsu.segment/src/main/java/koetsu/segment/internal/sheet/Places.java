package koetsu.segment.internal.sheet;

import java.util.ArrayList;
import java.util.List;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.Section;

/** Turns lines into spans of the document. */
final class Places {
  private final SourceDocument document;

  Places(SourceDocument document) {
    this.document = document;
  }

  /** A line without the white space around it. */
  Span trimmed(SheetLine line) {
    return trimmed(
        document.utf16(line.line().span().begin()), document.utf16(line.line().span().end()));
  }

  /** A stretch of a line, given as UTF-16 indices, without the white space around it. */
  Span stretch(SheetLine line, int begin, int end) {
    int at = document.utf16(line.line().span().begin());
    return trimmed(at + begin, at + end);
  }

  private Span trimmed(int begin, int end) {
    String text = document.text();
    int first = begin;
    int last = end;
    while (first < last && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    return document.span(first, last);
  }

  /**
   * The lines of a section: one span for lines that follow each other, however many are blank
   * between.
   */
  Section section(SectionBlock block) {
    List<Span> body = new ArrayList<>();
    SheetLine previous = null;
    for (SheetLine line : block.body()) {
      Span span = trimmed(line);
      if (previous != null && line.follows(previous)) {
        body.set(body.size() - 1, body.get(body.size() - 1).cover(span));
      } else {
        body.add(span);
      }
      previous = line;
    }
    return new Section(block.type(), block.heading().stream().map(this::trimmed).toList(), body);
  }
}
