package koetsu.segment.internal.sheet;

import java.util.Set;
import koetsu.api.plugin.Region;

/** Says what kind of record a sheet is. */
final class KindJudge {
  private static final String PROGRAM = "program";
  private static final String BREAKDOWN = "breakdown";
  private static final String PROJECT = "project";
  private static final String SYSTEM = "system";

  private static final double ENOUGH = 2;
  private static final double LISTED = 3;
  private static final double ENDING = 2;
  private static final double WORD = 1;
  private static final double NO_BUDGET = 1;
  private static final double PROGRAMME = -2;

  private final SheetWords words;

  KindJudge(SheetWords words) {
    this.words = words;
  }

  /**
   * @param part whether it is a part of another sheet
   * @param named the parts that its head prints
   * @param title folded title, or empty
   * @param list folded heading of the contents list that names the sheet, or empty
   */
  String kind(boolean part, Set<Region.Role> named, String title, String list) {
    if (part) {
      return BREAKDOWN;
    }
    if (named.contains(Region.Role.MINISTRY)) {
      return PROJECT;
    }
    return !title.isEmpty() && system(named, title, list) >= ENOUGH ? SYSTEM : PROGRAM;
  }

  /** What speaks for a tax rule, certification, permit or legal scheme. */
  private double system(Set<Region.Role> named, String title, String list) {
    String bare = TitleJudge.withoutRemark(title);
    double score = words.systemEndings().ends(bare) ? ENDING : 0;
    score += words.systemWords().within(bare) ? WORD : 0;
    score += named.contains(Region.Role.BUDGET) ? 0 : NO_BUDGET;
    score += words.programmeWords().within(bare) ? PROGRAMME : 0;
    return score + (words.systemEndings().within(list) ? LISTED : 0);
  }
}
