package koetsu.review.internal;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.swt.custom.StyledTextContent;
import org.eclipse.swt.custom.TextChangeListener;
import org.eclipse.swt.custom.TextChangedEvent;

/**
 * A text of which whole lines may be hidden, and the one place that knows which shown character is
 * which of the text. Hiding the lines <i>a</i> to <i>b</i> takes away what lies between the end of
 * what line <i>a</i> − 1 says and the end of what line <i>b</i> says, so that the first line always
 * shows. Everything is in UTF-16; lines end with CR LF, LF or CR and are counted from 0.
 */
final class FoldedText implements StyledTextContent {
  private final List<TextChangeListener> listeners = new CopyOnWriteArrayList<>();
  private String text = "";
  private int[] begins = {0};

  /** First and last line of each hidden stretch, ascending; no two touch. */
  private int[] firsts = {};

  private int[] lasts = {};

  /** Where the hidden text of each stretch begins and ends. */
  private int[] from = {};

  private int[] to = {};

  /** How many lines and characters the stretches before each one hide, and all of them at last. */
  private int[] linesBefore = {0};

  private int[] charsBefore = {0};

  /** Shows another text, all of it. */
  void show(String next) {
    text = next;
    begins = lineBegins(next);
    setHidden(new BitSet());
  }

  /** Hides lines and shows all others; the first line cannot be hidden. */
  void hide(BitSet lines) {
    setHidden(lines);
  }

  private static int[] lineBegins(String text) {
    int[] found = new int[1024];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
        found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
        found[count++] = i + 1;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private void setHidden(BitSet lines) {
    int[] first = new int[lines.cardinality()];
    int[] last = new int[first.length];
    int count = 0;
    for (int a = lines.nextSetBit(1); a >= 0 && a < begins.length; a = lines.nextSetBit(a)) {
      int b = Math.min(lines.nextClearBit(a), begins.length) - 1;
      first[count] = a;
      last[count++] = b;
      a = b + 1;
    }
    firsts = Arrays.copyOf(first, count);
    lasts = Arrays.copyOf(last, count);
    from = new int[count];
    to = new int[count];
    linesBefore = new int[count + 1];
    charsBefore = new int[count + 1];
    for (int i = 0; i < count; i++) {
      from[i] = endOfContent(firsts[i] - 1);
      to[i] = endOfContent(lasts[i]);
      linesBefore[i + 1] = linesBefore[i] + lasts[i] - firsts[i] + 1;
      charsBefore[i + 1] = charsBefore[i] + to[i] - from[i];
    }
    TextChangedEvent event = new TextChangedEvent(this);
    listeners.forEach(l -> l.textSet(event));
  }

  private int end(int line) {
    return line + 1 < begins.length ? begins[line + 1] : text.length();
  }

  /** Where the end of a line begins. */
  private int endOfContent(int line) {
    int end = end(line);
    while (end > begins[line] && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return end;
  }

  // ---- what is shown of the text, and which text is shown

  /** Whether hiding these lines would show anything else than now. */
  boolean isOtherThan(BitSet lines) {
    BitSet now = new BitSet();
    for (int i = 0; i < firsts.length; i++) {
      now.set(firsts[i], lasts[i] + 1);
    }
    return !now.equals(lines);
  }

  /** Line of a character of the text. */
  int lineOf(int offset) {
    int at = Arrays.binarySearch(begins, offset);
    return at >= 0 ? at : -at - 2;
  }

  /** Whether a line of the text is hidden. */
  boolean isHidden(int line) {
    int i = stretch(firsts, line);
    return i >= 0 && line <= lasts[i];
  }

  /**
   * Where a character of the text is shown; one that is hidden, where its stretch is: at the end of
   * the line before it.
   */
  int shown(int offset) {
    int i = stretch(from, offset);
    return i < 0 ? offset : Math.max(offset, to[i]) - charsBefore[i + 1];
  }

  /**
   * Which character of the text is shown somewhere. At the end of a line behind which lines are
   * hidden that is the end of this line, not of the last hidden one.
   */
  int source(int shown) {
    int low = 0;
    int high = from.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (from[middle] - charsBefore[middle] < shown) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return shown + charsBefore[low];
  }

  /** Which line of the text a shown line is. */
  int sourceLine(int shownLine) {
    int low = 0;
    int high = firsts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (firsts[middle] - linesBefore[middle] <= shownLine) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return shownLine + linesBefore[low];
  }

  /** The shown line a line of the text is; for a hidden one, the line it is hidden behind. */
  int shownLine(int line) {
    int i = stretch(firsts, line);
    return i < 0
        ? line
        : line <= lasts[i] ? firsts[i] - 1 - linesBefore[i] : line - linesBefore[i + 1];
  }

  /** How many lines are hidden right behind a line of the text. */
  int hiddenBehind(int line) {
    int i = Arrays.binarySearch(firsts, line + 1);
    return i < 0 ? 0 : lasts[i] - firsts[i] + 1;
  }

  /** Index of the last of some ascending places that is not behind another, or -1. */
  private static int stretch(int[] places, int place) {
    int at = Arrays.binarySearch(places, place);
    return at >= 0 ? at : -at - 2;
  }

  // ---- the widget's view

  @Override
  public void addTextChangeListener(TextChangeListener listener) {
    listeners.add(listener);
  }

  @Override
  public void removeTextChangeListener(TextChangeListener listener) {
    listeners.remove(listener);
  }

  @Override
  public int getCharCount() {
    return text.length() - charsBefore[from.length];
  }

  @Override
  public int getLineCount() {
    return begins.length - linesBefore[firsts.length];
  }

  @Override
  public String getLine(int shownLine) {
    int line = sourceLine(shownLine);
    return text.substring(begins[line], endOfContent(line));
  }

  @Override
  public int getLineAtOffset(int shown) {
    return shownLine(lineOf(source(shown)));
  }

  @Override
  public int getOffsetAtLine(int shownLine) {
    return shown(begins[sourceLine(shownLine)]);
  }

  @Override
  public String getLineDelimiter() {
    return "\n";
  }

  @Override
  public String getTextRange(int start, int length) {
    StringBuilder range = new StringBuilder(length);
    int at = start;
    while (at < start + length) {
      int begin = source(at);
      int i = Arrays.binarySearch(from, begin);
      int here = i >= 0 ? to[i] : begin;
      int next = i >= 0 ? i + 1 : stretch(from, begin) + 1;
      int stop = next < from.length ? from[next] : text.length();
      int count = Math.min(stop - here, start + length - at);
      range.append(text, here, here + count);
      at += count;
    }
    return range.toString();
  }

  /** Not done: the text is read only. */
  @Override
  public void replaceTextRange(int start, int length, String replacement) {
    throw new UnsupportedOperationException("a source text does not change");
  }

  /** What the widget sets is a whole text of its own, such as none. */
  @Override
  public void setText(String next) {
    show(next);
  }
}
