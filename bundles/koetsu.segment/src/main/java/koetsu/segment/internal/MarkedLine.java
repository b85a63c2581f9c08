package koetsu.segment.internal;

import java.util.ArrayList;
import java.util.List;
import koetsu.api.text.FoldedText;

/**
 * A folded line taken apart into the marks before its words and the labels that may stand at its
 * head.
 */
public final class MarkedLine {
  private static final String MARKUP = "#*_|>";
  private static final String BULLETS = "-–•・●○◯〇◎■□◆◇▶►▷▸▪⚫✓✔➢❏";
  private static final String OPENING = "【<《〈「『〔[(";
  private static final String CLOSING = "】>》〉」』〕])";

  /** Beyond this many characters nothing of a line can be a label. */
  private static final int HEAD = 64;

  /** White space inside a label comes from OCR or layout; more cuts than this are a sentence. */
  private static final int MOST_CUTS = 4;

  /**
   * Words that may be a heading.
   *
   * @param text the words without brackets and colon
   * @param end index in the folded line after them, their bracket, remark and colon
   */
  public record Label(String text, int end) {}

  private final FoldedText line;
  private final HeadingMarks marks;

  /** Where the words begin, with the bracket around them. */
  private final int begin;

  /** Where the bracket around the words closes, or -1. */
  private final int close;

  /** Made when they are asked for: of few lines they are. */
  private List<Label> labels;

  private MarkedLine(FoldedText line, HeadingMarks marks, int begin, int close) {
    this.line = line;
    this.marks = marks;
    this.begin = begin;
    this.close = close;
  }

  public static MarkedLine of(FoldedText line) {
    String text = line.text();
    int at = skip(text, 0, MARKUP);
    int bulletEnd = skip(text, at, BULLETS);
    boolean bullet = bulletEnd > at;
    at = skip(text, bulletEnd, MARKUP);
    int numberEnd = ItemNumber.end(line, at);
    boolean number = numberEnd > at;
    at = skip(text, numberEnd, MARKUP + "・");
    int open = at < text.length() ? OPENING.indexOf(text.charAt(at)) : -1;
    int close = open < 0 ? -1 : closing(text, at, OPENING.charAt(open), CLOSING.charAt(open));
    return new MarkedLine(
        line,
        new HeadingMarks(bullet, number, close > 0, close > 0 && text.charAt(at) == '('),
        at,
        close > 0 && close - at <= HEAD ? close : -1);
  }

  /** The folded line. */
  String text() {
    return line.text();
  }

  /** The index in the folded line where all labels begin. */
  int labelBegin() {
    return close > 0 ? begin + 1 : begin;
  }

  /** The length of the first label. */
  int labelLength() {
    return close > 0 ? close - begin - 1 : Math.min(last(), begin + HEAD) - begin;
  }

  /** The index in the folded line before the Markdown marks at its end. */
  private int last() {
    int last = line.text().length();
    while (last > begin && MARKUP.indexOf(line.text().charAt(last - 1)) >= 0) {
      last--;
    }
    return last;
  }

  /** The labels, longest first; there is always one, which may be empty. For one thread. */
  public List<Label> labels() {
    if (labels == null) {
      labels = new ArrayList<>();
      if (close > 0) {
        int end = skip(line.text(), close + 1, MARKUP);
        labels.add(new Label(line.text().substring(begin + 1, close), behind(line.text(), end)));
      } else {
        addPlain();
      }
    }
    return labels;
  }

  public HeadingMarks marks() {
    return marks;
  }

  /** The UTF-16 index in the unfolded line of an index of the folded one. */
  int origin(int index) {
    return line.origin(index);
  }

  /** Where a bracketed remark at the end of a label opens, closed or broken off; -1 without one. */
  static int trailingRemark(String label) {
    int open = label.lastIndexOf('(');
    if (open < 0) {
      return -1;
    }
    int close = label.indexOf(')', open);
    return close < 0 || close == label.length() - 1 ? open : -1;
  }

  private void addPlain() {
    String text = line.text();
    int last = last();
    int head = Math.min(last, begin + HEAD);
    labels.add(new Label(text.substring(begin, head), head == last ? text.length() : head));
    int colon = text.indexOf(':', begin);
    if (colon > begin && colon < head) {
      labels.add(new Label(text.substring(begin, colon), colon + 1));
      head = colon;
    }
    int shorter = labels.size();
    int most = shorter + MOST_CUTS;
    for (int i = begin + 1; i < head && labels.size() < most; i++) {
      if (line.origin(i) - line.origin(i - 1) > 1) {
        labels.add(shorter, new Label(text.substring(begin, i), i));
      }
    }
  }

  /** The end of the remark or the colon behind a bracketed label, or the given place. */
  private static int behind(String text, int at) {
    if (at < text.length() && text.charAt(at) == ':') {
      return at + 1;
    }
    boolean remark =
        at < text.length() && text.charAt(at) == '(' && text.indexOf(')', at) == text.length() - 1;
    return remark ? text.length() : at;
  }

  private static int closing(String text, int at, char open, char close) {
    int depth = 0;
    for (int i = at; i < text.length(); i++) {
      if (text.charAt(i) == open) {
        depth++;
      } else if (text.charAt(i) == close && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static int skip(String text, int at, String characters) {
    int i = at;
    while (i < text.length() && characters.indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }
}
