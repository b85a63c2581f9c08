package koetsu.segment.internal.catalogue;

/**
 * Decides whether a sheet is about a legal scheme or a programme, by the words of its title first
 * and those of its text where the title does not tell.
 */
final class KindJudge {
  static final String PROGRAM = "program";
  static final String SYSTEM = "system";

  private final CatalogueWords words;

  KindJudge(CatalogueWords words) {
    this.words = words;
  }

  String kind(Sheet sheet) {
    String title = words.folder().fold(TitleFinder.text(sheet)).text();
    double system = titlePoints(title);
    if (sheet.has(Part.BUDGET)) {
      system -= 1;
    }
    StringBuilder text = new StringBuilder();
    for (SheetLine line : sheet.lines()) {
      text.append(line.folded());
    }
    int legal = words.within("system-text", text.toString()).size();
    system += Math.min(legal, 4) * 0.5;
    return system >= 1.5 ? SYSTEM : PROGRAM;
  }

  private double titlePoints(String title) {
    String bare = TitleShape.withoutRemark(title);
    if (!words.tail("program-endings", bare).isEmpty()) {
      return -2;
    }
    if (!words.tail("system-endings", bare).isEmpty()) {
      return 3;
    }
    return words.within("system-words", title).isEmpty() ? 0 : 2;
  }
}
