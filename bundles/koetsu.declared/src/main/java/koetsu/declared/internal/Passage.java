package koetsu.declared.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import koetsu.api.document.Line;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.text.FoldedText;

/**
 * Lines as one text in which words can be looked for: half width, lower case, and a line break that
 * divides a Japanese word is gone. Knows where each character is printed.
 */
final class Passage {
  private final SourceDocument document;
  private final StringBuilder text = new StringBuilder();
  private int[] begins = new int[256];
  private int[] ends = new int[256];

  private Passage(SourceDocument document) {
    this.document = document;
  }

  static Passage of(List<Line> lines, ExtractionContext context) {
    SourceDocument document = context.in().document();
    Passage passage = new Passage(document);
    Line before = null;
    for (Line line : lines) {
      int begin = document.utf16(line.content().begin());
      FoldedText folded =
          context
              .in()
              .text()
              .fold(document.text().substring(begin, document.utf16(line.content().end())));
      if (before != null) {
        passage.join(before.number() + 1 == line.number(), folded.text(), begin);
      }
      passage.add(folded, begin);
      before = line;
    }
    return passage;
  }

  /** Lower case, half width. */
  CharSequence text() {
    return text;
  }

  /** The place of some of the text's characters; it covers a line break inside. */
  Span place(int begin, int end) {
    return document.span(begins[begin], ends[end - 1]);
  }

  /** A line that ends in a Latin word, and one that is not the next, is divided by a space. */
  private void join(boolean adjacent, String next, int at) {
    boolean latin =
        !text.isEmpty()
            && !next.isEmpty()
            && (text.charAt(text.length() - 1) < 0x80 || next.charAt(0) < 0x80);
    if (!adjacent || latin) {
      put(adjacent ? ' ' : '\n', at, at);
    }
  }

  private void add(FoldedText folded, int begin) {
    // one character per character: a change of case must not move the places
    for (int i = 0; i < folded.text().length(); i++) {
      char c = folded.text().charAt(i);
      String lower = String.valueOf(c).toLowerCase(Locale.ROOT);
      put(
          lower.length() == 1 ? lower.charAt(0) : c,
          begin + folded.origin(i),
          begin + Math.max(folded.origin(i) + 1, folded.origin(i + 1)));
    }
  }

  private void put(char c, int begin, int end) {
    if (text.length() == begins.length) {
      begins = Arrays.copyOf(begins, begins.length * 2);
      ends = Arrays.copyOf(ends, ends.length * 2);
    }
    begins[text.length()] = begin;
    ends[text.length()] = end;
    text.append(c);
  }
}
