package koetsu.api.document;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A decoded source text that nobody changes, with its lines.
 *
 * <p>The text is what the bytes decode to, without a byte order mark and otherwise untouched. All
 * offsets are Unicode code points; {@link #utf16(int)} and {@link #codePoint(int)} convert for code
 * that works on {@link String}s. Immutable and safe for any thread.
 */
public final class SourceDocument {
  private final String name;
  private final String sha256;
  private final String encoding;
  private final String text;
  private final LineTable lines;
  private final int length;

  /**
   * UTF-16 index of the low half of each surrogate pair, ascending; empty for almost every
   * document.
   */
  private final int[] lowSurrogates;

  /**
   * @param name file name with its extension, without folders
   * @param sha256 lower-case hexadecimal digest of the source's bytes
   * @param encoding IANA name of the encoding that was used, for example {@code UTF-8}
   * @param text decoded text without a byte order mark
   * @param lines every line in order, with offsets into {@code text}
   */
  public SourceDocument(
      String name, String sha256, String encoding, String text, List<Line> lines) {
    this.name = Objects.requireNonNull(name);
    this.sha256 = Objects.requireNonNull(sha256);
    this.encoding = Objects.requireNonNull(encoding);
    this.text = Objects.requireNonNull(text);
    this.lines = new LineTable(lines);
    this.lowSurrogates = lowSurrogates(text);
    this.length = text.length() - lowSurrogates.length;
  }

  private static int[] lowSurrogates(String text) {
    int[] found = new int[0];
    int count = 0;
    for (int i = 1; i < text.length(); i++) {
      if (Character.isLowSurrogate(text.charAt(i))
          && Character.isHighSurrogate(text.charAt(i - 1))) {
        if (count == found.length) {
          found = Arrays.copyOf(found, Math.max(16, count * 2));
        }
        found[count++] = i;
      }
    }
    return Arrays.copyOf(found, count);
  }

  public String name() {
    return name;
  }

  /** The file name without its extension: what output files are named after. */
  public String baseName() {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  public String sha256() {
    return sha256;
  }

  public String encoding() {
    return encoding;
  }

  public String text() {
    return text;
  }

  /** Length of the text in code points. */
  public int length() {
    return length;
  }

  /** Every line in order; each is made anew when it is asked for. */
  public List<Line> lines() {
    return lines;
  }

  /** The typographic form of the line of a number, without making the line. */
  public LineKind kind(int line) {
    return lines.kind(line);
  }

  /** The text that a span covers. */
  public String slice(Span span) {
    return text.substring(utf16(span.begin()), utf16(span.end()));
  }

  /** The line that holds a code point; the terminator belongs to the line it ends. */
  public Line lineAt(int offset) {
    if (offset < 0 || offset > length || lines.isEmpty()) {
      throw new IndexOutOfBoundsException("no line at code point " + offset + " of " + name);
    }
    return lines.get(lines.at(offset));
  }

  /** The UTF-16 index of a code point offset. */
  public int utf16(int codePoint) {
    if (lowSurrogates.length == 0) {
      return codePoint;
    }
    // The k-th low surrogate (from 0) at index i starts to count from code point i - k on.
    int low = 0;
    int high = lowSurrogates.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (lowSurrogates[middle] - middle <= codePoint) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return codePoint + low;
  }

  /** The code point offset of a UTF-16 index. */
  public int codePoint(int utf16) {
    if (lowSurrogates.length == 0) {
      return utf16;
    }
    int at = Arrays.binarySearch(lowSurrogates, utf16);
    int before = at >= 0 ? at : -at - 1;
    return utf16 - before;
  }

  /** The span of a range of UTF-16 indices. */
  public Span span(int utf16Begin, int utf16End) {
    return new Span(codePoint(utf16Begin), codePoint(utf16End));
  }
}
