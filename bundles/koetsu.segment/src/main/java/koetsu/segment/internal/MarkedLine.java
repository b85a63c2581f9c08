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
  private final List<Label> labels;

  private MarkedLine(FoldedText line, HeadingMarks marks, List<Label> labels) {
    this.line = line;
    this.marks = marks;
    this.labels = labels;
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
    List<Label> labels = new ArrayList<>();
    if (close > 0 && close - at <= HEAD) {
      int end = skip(text, close + 1, MARKUP);
      labels.add(new Label(text.substring(at + 1, close), behind(text, end)));
    } else {
      plain(line, at, labels);
    }
    return new MarkedLine(
        line,
        new HeadingMarks(bullet, number, close > 0, close > 0 && text.charAt(at) == '('),
        labels);
  }

  /** The labels, longest first; there is always one, which may be empty. */
  public List<Label> labels() {
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

  private static void plain(FoldedText line, int at, List<Label> labels) {
    String text = line.text();
    int last = text.length();
    while (last > at && MARKUP.indexOf(text.charAt(last - 1)) >= 0) {
      last--;
    }
    int head = Math.min(last, at + HEAD);
    labels.add(new Label(text.substring(at, head), head == last ? text.length() : head));
    int colon = text.indexOf(':', at);
    if (colon > at && colon < head) {
      labels.add(new Label(text.substring(at, colon), colon + 1));
      head = colon;
    }
    List<Label> cuts = new ArrayList<>();
    for (int i = at + 1; i < head && cuts.size() < MOST_CUTS; i++) {
      if (line.origin(i) - line.origin(i - 1) > 1) {
        cuts.add(0, new Label(text.substring(at, i), i));
      }
    }
    labels.addAll(cuts);
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
