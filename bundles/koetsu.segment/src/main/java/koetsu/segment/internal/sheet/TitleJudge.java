package koetsu.segment.internal.sheet;

import java.util.regex.Pattern;
import koetsu.api.document.LineKind;

/**
 * How much a line looks like a sheet's title: form and ending speak for it, the signs of prose,
 * notes and list items against it. The weights add up; {@link #LIKELY} is reached where nothing
 * speaks against a line that stands where a title is expected.
 */
final class TitleJudge {
  /** Enough where the lines below are a sheet's head. */
  static final double LIKELY = 0.5;

  /** Enough where nothing but the following heading says that a sheet begins. */
  static final double SURE = 0.75;

  /** Enough where moreover the titles before have Markdown marks and this one has none. */
  static final double UNMARKED = 1.5;

  private static final int SHORTEST = 4;
  private static final int LONGEST = 100;
  private static final int LONG = 64;
  private static final int SHORTEST_NAME = 3;
  private static final Pattern DATE = Pattern.compile("(?<![0-9])[0-9]++[年月日]\\)?$");

  private final SheetWords words;

  TitleJudge(SheetWords words) {
    this.words = words;
  }

  double score(SheetLine line) {
    if (line.heading() != null || line.role() == LineRole.PAGE) {
      return -9;
    }
    String title = line.title();
    double score = line.blankBefore() || line.apart() ? 0.5 : 0;
    score += line.level() > 0 ? 1.5 : 0;
    score += words.titleEndings().ends(withoutRemark(title)) ? 1 : 0;
    score -= title.length() < SHORTEST || title.length() > LONGEST ? 1.5 : 0;
    boolean marked = startsWithNumber(line.text()) || words.subtitleStarts().starts(title);
    score -= line.line().kind() == LineKind.LIST_ITEM && !marked ? 1.5 : 0;
    score -= line.line().kind() == LineKind.TABLE_ROW ? 2 : 0;
    score -= words.noteStarts().starts(title) ? 2 : 0;
    score -= proseSigns(title);
    return score;
  }

  private double proseSigns(String title) {
    double against = title.indexOf('。') >= 0 ? 3 : 0;
    against += words.proseEndings().ends(title) && !title.endsWith("のうち、") ? 2 : 0;
    char last = title.isEmpty() ? ' ' : title.charAt(title.length() - 1);
    against += last == '%' || Character.isDigit(last) ? 1 : 0;
    against += title.length() > LONG ? 0.5 : 0;
    against += isName(title) ? 0 : 2;
    against += "年月日)".indexOf(last) >= 0 && DATE.matcher(title).find() ? 2 : 0;
    return against + (title.indexOf(':') > 0 ? 0.5 : 0);
  }

  private static boolean isName(String title) {
    int letters = 0;
    for (int i = 0; i < title.length() && letters < SHORTEST_NAME; i++) {
      letters += Character.isLetter(title.charAt(i)) ? 1 : 0;
    }
    return letters == SHORTEST_NAME;
  }

  /** Whether the mark of a list item is its number and not a bullet. */
  private static boolean startsWithNumber(String text) {
    char first = text.strip().charAt(0);
    return first == '(' || first == '（' || first >= '①' && first <= '⒇';
  }

  /** A title without remarks in brackets and 等 at its end. */
  static String withoutRemark(String title) {
    String bare = title;
    while (bare.endsWith(")") && bare.lastIndexOf('(') > 0) {
      bare = bare.substring(0, bare.lastIndexOf('('));
    }
    if (bare.endsWith("、")) {
      bare = bare.substring(0, bare.length() - 1);
    }
    return bare.endsWith("等") ? bare.substring(0, bare.length() - 1) : bare;
  }
}
