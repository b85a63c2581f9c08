package koetsu.segment.internal.catalogue;

/**
 * Decides whether a sheet is about a legal scheme or a programme, by the words of its title first
 * and those of its text where the title does not tell.
 */
final class KindJudge {
  static final String PROGRAM = "program";
  static final String SYSTEM = "system";

  /** With so many points the words speak for a legal scheme. */
  private static final double ENOUGH = 1;

  private static final double FOR_WORD_OF_TEXT = 0.5;
  private static final double MOST_FOR_TEXT = 2;

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
    system += summaryPoints(sheet);
    if (system < ENOUGH && system + MOST_FOR_TEXT >= ENOUGH) {
      system += textPoints(sheet);
    }
    return system >= ENOUGH ? SYSTEM : PROGRAM;
  }

  private double textPoints(Sheet sheet) {
    StringBuilder text = new StringBuilder();
    for (SheetLine line : sheet.lines()) {
      text.append(line.folded());
    }
    String all = text.toString();
    long legal = words.systemText.stream().filter(all::contains).count();
    return Math.min(legal * FOR_WORD_OF_TEXT, MOST_FOR_TEXT);
  }

  /** Points for a summary that says outright what the sheet is about. */
  private double summaryPoints(Sheet sheet) {
    for (int i = 0; i < sheet.size(); i++) {
      if (sheet.part(i) == Part.SUMMARY && words.systemSummaries.within(sheet.line(i).folded())) {
        return 1;
      }
    }
    return 0;
  }

  private double titlePoints(String title) {
    String bare = TitleShape.withoutRemark(title);
    if (words.programEndings.ends(bare)) {
      return -2;
    }
    if (words.systemEndings.ends(bare)) {
      return 3;
    }
    return words.systemWords.within(title) ? 2 : 0;
  }
}
