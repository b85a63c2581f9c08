package koetsu.measure.internal;

import java.util.Arrays;
import java.util.List;
import koetsu.api.document.Span;

/**
 * The lines of a text as the reference scorer sees them: each ends at {@code \n}, offsets are code
 * points, and a line of white space holds nothing to measure.
 */
final class LineTable {
  private int[] starts = new int[64];
  private boolean[] blank = new boolean[64];
  private int count;

  LineTable(String text) {
    int codePoint = 0;
    begin(0);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      codePoint++;
      if (c == '\n') {
        begin(codePoint);
      } else if (!isSpace(c)) {
        blank[count - 1] = false;
      }
    }
  }

  private void begin(int start) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      blank = Arrays.copyOf(blank, count * 2);
    }
    starts[count] = start;
    blank[count++] = true;
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }

  int count() {
    return count;
  }

  boolean isBlank(int line) {
    return blank[line];
  }

  /** The next line with something on it, or the number of lines. */
  int nextWritten(int line) {
    int next = line + 1;
    while (next < count && blank[next]) {
      next++;
    }
    return next;
  }

  /** The line of a code point, from 0. */
  int line(int offset) {
    int at = Arrays.binarySearch(starts, 0, count, offset);
    return at >= 0 ? at : -at - 2;
  }

  /** The lines with something on them that spans touch, ascending, each once. */
  int[] lines(List<Span> spans) {
    int[] found = new int[16];
    int size = 0;
    for (Span span : spans) {
      if (span.isEmpty()) {
        continue;
      }
      int last = line(span.end() - 1);
      for (int line = line(span.begin()); line <= last; line++) {
        if (!blank[line]) {
          if (size == found.length) {
            found = Arrays.copyOf(found, size * 2);
          }
          found[size++] = line;
        }
      }
    }
    return Arrays.stream(found, 0, size).sorted().distinct().toArray();
  }
}
