package koetsu.extract.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.text.FoldedText;
import koetsu.api.text.Token;
import koetsu.api.text.TokenKind;

/**
 * Stretches of the source in folded form, emphasis marks removed, with the way back to the
 * document.
 */
final class Passage {
  /** A bracket that is open longer was never closed, for all that a rule can tell. */
  static final int LONGEST_BRACKET = 120;

  /** A line of at least so many characters may have been broken where the sheet ended. */
  private static final int WRAPPED = 8;

  private static final String EMPHASIS = "**";
  private static final char FULL_STOP = '。';

  private final ExtractionContext context;
  private final List<Span> stretches;
  private final String text;

  /** For each index of the text the code point where the character begins and where it ends. */
  private final int[] begins;

  private final int[] ends;

  /** The indices of the text where lines begin, ascending. */
  private final int[] lines;

  // found when first asked for
  private final Map<TokenKind, List<Found>> tokens = new EnumMap<>(TokenKind.class);
  private int[] stops;
  private Brackets brackets;

  private Passage(
      ExtractionContext context,
      List<Span> stretches,
      String text,
      int[] begins,
      int[] ends,
      int[] lines) {
    this.context = context;
    this.stretches = stretches;
    this.text = text;
    this.begins = begins;
    this.ends = ends;
    this.lines = lines;
  }

  static Passage of(ExtractionContext context, Span stretch) {
    return of(context, List.of(stretch));
  }

  /** Stretches that stand apart: a line feed that belongs to none of them stands between two. */
  static Passage of(ExtractionContext context, List<Span> stretches) {
    return join(context, stretches, Integer.MAX_VALUE);
  }

  /**
   * Lines of one paragraph: a long one was broken where the sheet ended, maybe inside a word, and
   * goes on at the next without anything between them.
   */
  static Passage flowing(ExtractionContext context, List<Span> lines) {
    return join(context, lines, WRAPPED);
  }

  private static Passage join(ExtractionContext context, List<Span> stretches, int wrapped) {
    SourceDocument document = context.in().document();
    StringBuilder text = new StringBuilder();
    int[] begins = new int[16];
    int[] ends = new int[16];
    int[] lines = new int[stretches.size()];
    int count = 0;
    for (int n = 0; n < stretches.size(); n++) {
      Span stretch = stretches.get(n);
      if (n > 0 && stretches.get(n - 1).length() < wrapped) {
        text.append('\n');
        begins = room(begins, text.length());
        ends = room(ends, text.length());
        begins[text.length() - 1] = stretch.begin();
        ends[text.length() - 1] = stretch.begin();
      }
      lines = room(lines, count + 1);
      lines[count++] = text.length();
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
        if (text.length() > lines[count - 1] && text.charAt(text.length() - 1) == '\n') {
          lines = room(lines, count + 1);
          lines[count++] = text.length();
        }
        text.append(source.charAt(i));
        begins[text.length() - 1] = document.codePoint(base + folded.origin(i));
        ends[text.length() - 1] = document.codePoint(base + folded.origin(i + 1));
      }
    }
    return new Passage(
        context,
        List.copyOf(stretches),
        text.toString(),
        begins,
        ends,
        Arrays.copyOf(lines, count));
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
      int to = Math.min(end, lineEnd(from));
      Place trimmed = trim(from, to);
      if (trimmed.length() > 0) {
        found.add(span(trimmed));
      }
      from = to < end && text.charAt(to) == '\n' ? to + 1 : to;
    }
    return found;
  }

  /** Where the line begins that an index stands in. */
  int lineBegin(int index) {
    int at = Arrays.binarySearch(lines, index);
    return lines[at >= 0 ? at : -at - 2];
  }

  /** Where the line ends that an index stands in: at a line feed or where the next begins. */
  int lineEnd(int index) {
    int at = Arrays.binarySearch(lines, index + 1);
    at = at >= 0 ? at : -at - 1;
    int end = at < lines.length ? lines[at] : text.length();
    return end > index && end < text.length() && text.charAt(end - 1) == '\n' ? end - 1 : end;
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
    return tokens.computeIfAbsent(kind, this::find);
  }

  private List<Found> find(TokenKind kind) {
    if (stretches.isEmpty()) {
      return List.of();
    }
    List<Found> found = new ArrayList<>();
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

  /** The tokens of a kind that lie inside a range. */
  List<Found> tokens(TokenKind kind, int begin, int end) {
    List<Found> all = tokens(kind);
    int from = firstFrom(all, begin);
    int to = Math.max(from, firstFrom(all, end));
    while (to > from && all.get(to - 1).place().end() > end) {
      to--;
    }
    return all.subList(from, to);
  }

  private static int firstFrom(List<Found> all, int index) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).place().begin() < index) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** A token and where it stands in the passage. */
  record Found(Token token, Place place) {}

  /** The begin of the sentence that an index stands in: behind the last full stop. */
  int sentenceBegin(int index) {
    int at = Arrays.binarySearch(stops(), index - 1);
    at = at >= 0 ? at : -at - 2;
    return at < 0 ? 0 : stops()[at] + 1;
  }

  /** The end of the sentence that an index stands in: at the next full stop. */
  int sentenceEnd(int index) {
    int at = Arrays.binarySearch(stops(), index);
    at = at >= 0 ? at : -at - 1;
    return at == stops().length ? text.length() : stops()[at];
  }

  private int[] stops() {
    if (stops == null) {
      stops = IntStream.range(0, text.length()).filter(i -> text.charAt(i) == FULL_STOP).toArray();
    }
    return stops;
  }

  /** The bracket that closes the one at an index, or the passage's length where none does. */
  int closing(int open) {
    return brackets().closing[open];
  }

  /** The innermost bracket that is open at an index, or -1. */
  int enclosing(int index) {
    return brackets().enclosing[index];
  }

  private Brackets brackets() {
    if (brackets == null) {
      brackets = new Brackets(text);
    }
    return brackets;
  }

  /** Which bracket closes which, found in one pass. */
  private static final class Brackets {
    /** For each opening bracket the one that closes it, or the text's length. */
    final int[] closing;

    /** For each index, the end included, the innermost bracket open before it, or -1. */
    final int[] enclosing;

    Brackets(String text) {
      closing = new int[text.length()];
      enclosing = new int[text.length() + 1];
      int[] stack = new int[text.length() + 1];
      int depth = 0;
      for (int i = 0; i < text.length(); i++) {
        enclosing[i] = depth == 0 ? -1 : stack[depth - 1];
        if (isOpening(text.charAt(i))) {
          closing[i] = text.length();
          stack[depth++] = i;
        } else if (isClosing(text.charAt(i)) && depth > 0) {
          closing[stack[--depth]] = i;
        }
      }
      enclosing[text.length()] = depth == 0 ? -1 : stack[depth - 1];
    }
  }

  static boolean isOpening(char c) {
    return c == '(' || c == '〔' || c == '[';
  }

  static boolean isClosing(char c) {
    return c == ')' || c == '〕' || c == ']';
  }
}
