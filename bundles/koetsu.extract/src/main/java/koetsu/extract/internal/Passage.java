package koetsu.extract.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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

  /** Around words it emphasises these. */
  private static final String EMPHASIS = "**";

  private static final int[] ONE_LINE = {0};

  private static final char FULL_STOP = '。';

  private final ExtractionContext context;
  private final List<Span> stretches;
  private final String text;

  /** Where the characters stand in the document. */
  private final Places places;

  /** The indices of the text where lines begin, ascending. */
  private final int[] lines;

  // found when first asked for
  private Map<TokenKind, List<Found>> tokens;
  private int[] stops;
  private Brackets brackets;

  private Passage(
      ExtractionContext context, List<Span> stretches, String text, Places places, int[] lines) {
    this.context = context;
    this.stretches = stretches;
    this.text = text;
    this.places = places;
    this.lines = lines;
  }

  /** Where each character of a passage begins and ends in the document, in code points. */
  private interface Places {
    int begin(int index);

    int end(int index);

    /** The first index whose character begins at a code point; negative where none does. */
    int indexOf(int codePoint);
  }

  static Passage of(ExtractionContext context, Span stretch) {
    FoldedText folded = context.in().text().fold(context.slice(stretch));
    String text = folded.text();
    boolean inRow = text.length() == stretch.length() && folded.isAligned();
    if (inRow && !text.contains(EMPHASIS) && text.indexOf('\n') < 0) {
      return new Passage(
          context, List.of(stretch), text, new Row(stretch.begin(), text.length()), ONE_LINE);
    }
    return join(context, List.of(stretch), Integer.MAX_VALUE);
  }

  /** The places of characters of which each stands right behind the one before it. */
  private record Row(int first, int length) implements Places {
    @Override
    public int begin(int index) {
      return first + index;
    }

    @Override
    public int end(int index) {
      return first + index + 1;
    }

    @Override
    public int indexOf(int codePoint) {
      int index = codePoint - first;
      return index < length ? index : -1;
    }
  }

  /** Places that are known one by one. */
  private record Scattered(int[] begins, int[] ends, int length) implements Places {
    @Override
    public int begin(int index) {
      return begins[index];
    }

    @Override
    public int end(int index) {
      return ends[index];
    }

    @Override
    public int indexOf(int codePoint) {
      int index = Arrays.binarySearch(begins, 0, length, codePoint);
      while (index > 0 && begins[index - 1] == codePoint) {
        index--;
      }
      // the line feed between two stretches stands where the second begins
      while (index >= 0 && index < length && ends[index] == codePoint) {
        index++;
      }
      return index;
    }
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

  /** Lines of which each but the last breaks off inside a word: nothing stands between them. */
  static Passage broken(ExtractionContext context, List<Span> lines) {
    return join(context, lines, 0);
  }

  private static Passage join(ExtractionContext context, List<Span> stretches, int wrapped) {
    FoldedText[] folded = new FoldedText[stretches.size()];
    int length = 0;
    for (int n = 0; n < folded.length; n++) {
      folded[n] = context.in().text().fold(context.slice(stretches.get(n)));
      length += folded[n].text().length() + 1;
    }
    Joint joint = new Joint(context.in().document(), length);
    for (int n = 0; n < folded.length; n++) {
      if (n > 0 && stretches.get(n - 1).length() < wrapped) {
        joint.addLineFeed(stretches.get(n).begin());
      }
      joint.add(stretches.get(n), folded[n]);
    }
    return new Passage(
        context,
        List.copyOf(stretches),
        new String(joint.text, 0, joint.length),
        new Scattered(joint.begins, joint.ends, joint.length),
        Arrays.copyOf(joint.lines, joint.lineCount));
  }

  /** Stretches while they are joined. */
  private static final class Joint {
    private final SourceDocument document;
    private final char[] text;
    private final int[] begins;
    private final int[] ends;
    private int[] lines = new int[1];
    private int lineCount;
    private int length;

    Joint(SourceDocument document, int length) {
      this.document = document;
      text = new char[length];
      begins = new int[length];
      ends = new int[length];
    }

    void addLineFeed(int place) {
      begins[length] = place;
      ends[length] = place;
      text[length++] = '\n';
    }

    void add(Span stretch, FoldedText folded) {
      addLine();
      int base = document.utf16(stretch.begin());
      String source = folded.text();
      for (int i = 0; i < source.length(); i++) {
        char c = source.charAt(i);
        if (c == '*' && source.startsWith(EMPHASIS, i)) {
          i++;
          continue;
        }
        if (length > lines[lineCount - 1] && text[length - 1] == '\n') {
          addLine();
        }
        begins[length] = document.codePoint(base + folded.origin(i));
        ends[length] = document.codePoint(base + folded.origin(i + 1));
        text[length++] = c;
      }
    }

    private void addLine() {
      if (lineCount == lines.length) {
        lines = Arrays.copyOf(lines, 2 * lineCount);
      }
      lines[lineCount++] = length;
    }
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
    return new Span(places.begin(begin), Math.max(places.begin(begin), places.end(end - 1)));
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
    // most characters are kana and kanji, which are none
    return (c < '\u3001' || c >= '\uD800')
        && (Character.isWhitespace(c) || Character.isSpaceChar(c));
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
    int begin = places.indexOf(span.begin());
    if (begin < 0) {
      return null;
    }
    int end = begin;
    while (end < text.length() && places.end(end) <= span.end()) {
      end++;
    }
    return end > begin ? new Place(begin, end) : null;
  }

  /** The document's tokens of a kind that begin inside a stretch, in order, with their places. */
  List<Found> tokens(TokenKind kind) {
    if (tokens == null) {
      tokens = new EnumMap<>(TokenKind.class);
    }
    List<Found> found = tokens.get(kind);
    if (found == null) {
      found = find(kind);
      tokens.put(kind, found);
    }
    return found;
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
      int[] found = new int[text.length()];
      int count = 0;
      for (int at = text.indexOf(FULL_STOP); at >= 0; at = text.indexOf(FULL_STOP, at + 1)) {
        found[count++] = at;
      }
      stops = Arrays.copyOf(found, count);
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
