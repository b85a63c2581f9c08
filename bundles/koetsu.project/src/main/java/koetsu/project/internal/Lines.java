package koetsu.project.internal;

import java.util.List;
import java.util.stream.IntStream;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;

/** The non-blank lines that spans touch: what records are aligned by. */
final class Lines {
  private Lines() {}

  /** Line numbers, ascending. */
  static int[] of(SourceDocument document, List<Span> spans) {
    IntStream.Builder lines = IntStream.builder();
    for (Span span : spans) {
      if (span.isEmpty() || span.end() > document.length()) {
        continue;
      }
      int first = document.lineAt(span.begin()).number();
      int last = document.lineAt(span.end() - 1).number();
      for (int n = first; n <= last; n++) {
        if (!document.lines().get(n).isBlank()) {
          lines.add(n);
        }
      }
    }
    return lines.build().sorted().distinct().toArray();
  }
}
