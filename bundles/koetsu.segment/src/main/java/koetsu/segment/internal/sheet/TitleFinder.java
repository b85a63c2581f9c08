package koetsu.segment.internal.sheet;

import java.util.List;
import java.util.Set;
import koetsu.segment.internal.ContentsMatcher;

/**
 * Finds a sheet's title among the lines above and inside its head, with all the lines over which it
 * is broken. A title that the table of contents lists is taken as far as it is listed.
 */
final class TitleFinder {
  /** No head is longer. */
  static final int MOST_HEAD_LINES = 40;

  /** More lines than this are no title. */
  private static final int MOST_LINES = 5;

  /** A title that is this much like an entry of the contents is the one that is listed. */
  private static final double LISTED = 0.8;

  /** A line belongs to a listed title where it makes the title more like the entry by this much. */
  private static final double MORE_ALIKE = 0.05;

  private static final double FOR_BLANK_BELOW = 0.25;
  private static final double FOR_LISTED = 2;
  private static final double FOR_SUBTITLE = 1;

  private final List<SheetLine> lines;
  private final TitleJudge judge;
  private final SheetWords words;
  private final ContentsInForce contents;

  TitleFinder(List<SheetLine> lines, SheetWords words, ContentsInForce contents) {
    this.lines = lines;
    this.judge = new TitleJudge(words);
    this.words = words;
    this.contents = contents;
  }

  /**
   * The title on a key line or above it.
   *
   * @param floor first line that may belong to the head
   * @param body after the last line that may belong to the head
   * @param needed score that makes a line above the key a title
   */
  Title find(int key, int floor, int body, double needed) {
    if (isTitle(lines.get(key)) && lines.get(key).level() > 0) {
      return score(key) >= TitleJudge.LIKELY ? whole(key, floor, body) : Title.NONE;
    }
    int i = key;
    int top = Math.max(floor, key - MOST_HEAD_LINES);
    while (i >= top && !isTitle(lines.get(i)) && (i == key || lines.get(i).isHead())) {
      i--;
    }
    if (i >= top && score(i) >= (i == key || holdsTitle(lines.get(i)) ? -9 : needed)) {
      return whole(i, floor, body);
    }
    for (i = key + 1; i < body; i++) {
      if (isTitle(lines.get(i)) && score(i) >= TitleJudge.SURE) {
        return whole(i, key + 1, body);
      }
    }
    return Title.NONE;
  }

  /**
   * A title with the line above it where that line begins other titles, too: the sheets of one
   * measure repeat its name.
   */
  Title withRepeated(Title title, Set<String> titleLines, int floor) {
    int above = title.begin() - 1;
    boolean repeated =
        !title.isEmpty()
            && above >= floor
            && isTitle(lines.get(above))
            && titleLines.contains(lines.get(above).title());
    return repeated ? new Title(above, title.end()) : title;
  }

  /** The folded words of a title. */
  String words(int begin, int end) {
    StringBuilder words = new StringBuilder();
    for (int i = begin; i < end; i++) {
      words.append(lines.get(i).title());
    }
    return words.toString();
  }

  /** Whether a line may be one of a title, as far as its role goes. */
  private static boolean isTitle(SheetLine line) {
    return holdsTitle(line)
        || !line.isHead() && line.heading() == null && line.role() == LineRole.TEXT;
  }

  private static boolean holdsTitle(SheetLine line) {
    return line.statesBudget() && line.budget().title();
  }

  private double score(int i) {
    double score = judge.score(lines.get(i));
    score += isSubtitle(i) ? FOR_SUBTITLE : 0;
    score += i + 1 < lines.size() && lines.get(i + 1).blankBefore() ? FOR_BLANK_BELOW : 0;
    ContentsMatcher matcher = contents.at(lines.get(i).line());
    boolean listed = !matcher.isEmpty() && matcher.likeness(lines.get(i).title()) >= LISTED;
    return score + (listed ? FOR_LISTED : 0);
  }

  private Title whole(int i, int floor, int body) {
    int begin = i;
    while (begin > floor && i - begin < MOST_LINES && runsOn(begin - 1, begin)) {
      begin--;
    }
    int end = i + 1;
    while (end < body
        && end - begin < MOST_LINES
        && isTitle(lines.get(end))
        && runsOn(end - 1, end)) {
      end++;
    }
    Title title = new Title(begin, end);
    ContentsMatcher matcher = contents.at(lines.get(i).line());
    return matcher.isEmpty() ? title : listed(title, floor, body, matcher);
  }

  /** Whether a title goes on from one line to the next. */
  boolean runsOn(int upper, int lower) {
    SheetLine above = lines.get(upper);
    if (!isTitle(above) || judge.score(above) < -1) {
      return false;
    }
    if (isLeadIn(above) || isSubtitle(lower)) {
      return true;
    }
    return !lines.get(lower).blankBefore()
        && lines.get(lower).level() == 0
        && judge.score(above) >= 0;
  }

  private static boolean isLeadIn(SheetLine line) {
    String text = line.folded();
    int open = text.lastIndexOf('「');
    boolean unclosed = open >= 0 && text.indexOf('」', open) < 0;
    return text.endsWith("のうち、") || text.endsWith("のうち") || unclosed;
  }

  private boolean isSubtitle(int i) {
    return words.subtitleStarts().starts(lines.get(i).folded());
  }

  /** The title with or without lines around it, whichever is most like an entry of the contents. */
  private Title listed(Title title, int floor, int body, ContentsMatcher matcher) {
    Title best = title;
    double likeness = matcher.likeness(words(title.begin(), title.end()));
    if (likeness + MORE_ALIKE > 1) {
      return title; // nothing is more like the entry
    }
    for (int begin = title.begin(); begin >= floor && title.begin() - begin < MOST_LINES; begin--) {
      if (!isTitle(lines.get(begin))) {
        break;
      }
      for (int end = title.end(); end <= body && end - begin <= MOST_LINES; end++) {
        double longer = matcher.likeness(words(begin, end));
        if (longer >= LISTED && longer >= likeness + MORE_ALIKE) {
          best = new Title(begin, end);
          likeness = longer;
        }
        if (end < body && !isTitle(lines.get(end))) {
          break;
        }
      }
    }
    return best;
  }
}
