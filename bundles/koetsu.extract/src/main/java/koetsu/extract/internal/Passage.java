package koetsu.extract.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.text.FoldedText;
import koetsu.api.text.Token;
import koetsu.api.text.TokenKind;

/**
 * Stretches of the source in folded form, emphasis marks removed, with the way back to the
 * document. Stretches are joined by one line feed that belongs to none of them.
 */
final class Passage {
  private static final String EMPHASIS = "**";

  private final ExtractionContext context;
  private final List<Span> stretches;
  private final String text;

  /** For each index of the text the code point where the character begins and where it ends. */
  private final int[] begins;

  private final int[] ends;

  private Passage(
      ExtractionContext context, List<Span> stretches, String text, int[] begins, int[] ends) {
    this.context = context;
    this.stretches = stretches;
    this.text = text;
    this.begins = begins;
    this.ends = ends;
  }

  static Passage of(ExtractionContext context, Span stretch) {
    return of(context, List.of(stretch));
  }

  static Passage of(ExtractionContext context, List<Span> stretches) {
    SourceDocument document = context.in().document();
    StringBuilder text = new StringBuilder();
    int[] begins = new int[16];
    int[] ends = new int[16];
    for (Span stretch : stretches) {
      if (text.length() > 0) {
        text.append('\n');
        begins = room(begins, text.length());
        ends = room(ends, text.length());
        begins[text.length() - 1] = stretch.begin();
        ends[text.length() - 1] = stretch.begin();
      }
      int base = document.utf16(stretch.begin());
      FoldedText folded = context.in().text().fold(context.slice(stretch));
      String source = folded.text();
      begins = room(begins, text.length() + source.length());
      ends = room(ends, text.length() + source.length());
      for (int i = 0; i < source.length(); i++) {
        if (source.startsWith(EMPHASIS, i)) {
          i++;
          continue;
        }
        text.append(source.charAt(i));
        begins[text.length() - 1] = document.codePoint(base + folded.origin(i));
        ends[text.length() - 1] = document.codePoint(base + folded.origin(i + 1));
      }
    }
    return new Passage(context, List.copyOf(stretches), text.toString(), begins, ends);
  }

  private static int[] room(int[] array, int needed) {
    return needed <= array.length
        ? array
        : Arrays.copyOf(array, Math.max(needed, array.length * 2));
  }

  /** The parts of a span on each line that it touches, without white space around them. */
  static List<Span> lines(ExtractionContext context, Span span) {
    Passage whole = of(context, span);
    return whole.spans(0, whole.length());
  }

  String text() {
    return text;
  }

  int length() {
    return text.length();
  }

  /** The source's code points behind a range that is not empty. */
  Span span(int begin, int end) {
    return new Span(begins[begin], Math.max(begins[begin], ends[end - 1]));
  }

  Span span(Place place) {
    return span(place.begin(), place.end());
  }

  /**
   * The source behind a range, without the white space at its ends, one span for each stretch that
   * it touches.
   */
  List<Span> spans(int begin, int end) {
    List<Span> found = new ArrayList<>();
    int from = begin;
    while (from < end) {
      int to = text.indexOf('\n', from);
      to = to < 0 || to > end ? end : to;
      Place trimmed = trim(from, to);
      if (trimmed.length() > 0) {
        found.add(span(trimmed));
      }
      from = to + 1;
    }
    return found;
  }

  /** A range without the white space at its ends. */
  Place trim(int begin, int end) {
    int from = begin;
    int to = end;
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return new Place(from, to);
  }

  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** The index after white space, from an index on. */
  int skipSpace(int index) {
    int i = index;
    while (i < text.length() && isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /**
   * The range that a span of the document covers in this passage, or null where it begins outside.
   */
  Place place(Span span) {
    int begin = Arrays.binarySearch(begins, 0, text.length(), span.begin());
    if (begin < 0) {
      return null;
    }
    while (begin > 0 && begins[begin - 1] == span.begin()) {
      begin--;
    }
    // the line feed between two stretches stands where the second begins
    while (begin < text.length() && ends[begin] == span.begin()) {
      begin++;
    }
    int end = begin;
    while (end < text.length() && ends[end] <= span.end()) {
      end++;
    }
    return end > begin ? new Place(begin, end) : null;
  }

  /** The document's tokens of a kind that begin inside a stretch, in order, with their places. */
  List<Found> tokens(TokenKind kind) {
    List<Found> found = new ArrayList<>();
    if (stretches.isEmpty()) {
      return found;
    }
    Span cover = stretches.get(0).cover(stretches.get(stretches.size() - 1));
    int after = 0;
    for (Token token : context.in().tokens().in(cover, kind)) {
      Place place = token.span().begin() < after ? null : place(token.span());
      if (place != null) {
        found.add(new Found(token, place));
        after = token.span().end();
      }
    }
    return found;
  }

  /** A token and where it stands in the passage. */
  record Found(Token token, Place place) {}

  /** The bracket that closes the one at an index, or the passage's length where none does. */
  int closing(int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      if (isOpening(text.charAt(i))) {
        depth++;
      } else if (isClosing(text.charAt(i)) && --depth == 0) {
        return i;
      }
    }
    return text.length();
  }

  /** The innermost bracket that is open at an index, or -1. */
  int enclosing(int index) {
    int depth = 0;
    for (int i = index - 1; i >= 0; i--) {
      if (isClosing(text.charAt(i))) {
        depth++;
      } else if (isOpening(text.charAt(i)) && depth-- == 0) {
        return i;
      }
    }
    return -1;
  }

  static boolean isOpening(char c) {
    return c == '(' || c == '〔' || c == '[';
  }

  static boolean isClosing(char c) {
    return c == ')' || c == '〕' || c == ']';
  }
}
