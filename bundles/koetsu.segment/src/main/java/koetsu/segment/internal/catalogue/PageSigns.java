package koetsu.segment.internal.catalogue;

/**
 * Counts what a stretch of lines holds, and gives it points for being one page.
 *
 * <p>A sheet has one enquiry block, one chapter label, mostly one tag, a summary, and at most one
 * title of the overview list. The weights are such that two sheets score more as two pages than as
 * one, and a sheet more as one than as two, though any one of the signs be missing or doubled.
 */
final class PageSigns {
  /** Whatever it holds, a page costs something, so that there are not too many. */
  private static final double PAGE = -3;

  private static final double OTHER_PAGE = -6;

  /** A few lines are rather a stray piece of the page before than a page. */
  private static final double STRAY = -7;

  private static final int FEWEST_LINES = 5;

  private static final double DIVIDER = 1;

  private static final double ONE_ENQUIRY = 3;
  private static final double NO_ENQUIRY = -1.5;
  private static final double FURTHER_ENQUIRY = -2.5;

  private static final double ONE_CHAPTER = 1.5;
  private static final double NO_CHAPTER = -1;
  private static final double TWO_CHAPTERS = -3;
  private static final double FURTHER_CHAPTER_LINE = -0.5;

  private static final double ONE_TAG = 1;
  private static final double NO_TAG = -0.3;
  private static final double FURTHER_TAG = -0.7;
  private static final double FURTHER_TAG_IN_OVERVIEW = -2;

  private static final double SUMMARY = 1.5;
  private static final double NO_SUMMARY = -1;
  private static final double FURTHER_SUMMARY = -2;

  /** For each entry of an overview list on a sheet. */
  private static final double ENTRY = -1;

  private static final double LISTED = 1.5;
  private static final double FURTHER_LISTED = -1.5;

  private String chapter;
  private boolean otherChapters;
  private int listed;
  private int chapterLines;
  private int contacts;
  private int tags;
  private int summaries;
  private boolean summary;
  private int entries;
  private int texts;
  private int printed;
  private LineRole above = LineRole.BLANK;
  private boolean enquiries;

  /**
   * Adds the next line that is not blank.
   *
   * @param role of the line
   * @param entry whether it ends an entry of an overview list
   * @param extension whether it holds the extension of a telephone
   * @param title whether it may be a listed title that no line added before may be
   */
  void add(SheetLine line, LineRole role, boolean entry, boolean extension, boolean title) {
    printed++;
    listed += title ? 1 : 0;
    summary &= role == LineRole.LEAD || role == LineRole.TEXT;
    entries += entry ? 1 : 0;
    boolean goesOn = enquiries && line.blanks() == 0;
    enquiries = role == LineRole.CONTACT || goesOn;
    if (role == LineRole.TEXT && !goesOn && extension) {
      // An enquiry block whose head was printed elsewhere or lost.
      enquiries = true;
      contacts++;
    }
    count(role);
    if (role == LineRole.CHAPTER) {
      addChapter(line.folded());
    }
    above = role;
  }

  /** Adds a label that the line added last shares. */
  void add(SheetLine.Label label) {
    count(label.role());
    if (label.role() == LineRole.CHAPTER) {
      addChapter(label.folded());
    }
  }

  private void addChapter(String folded) {
    otherChapters |= chapter != null && !chapter.equals(folded);
    chapter = folded;
    chapterLines++;
  }

  private void count(LineRole role) {
    switch (role) {
      case CONTACT -> contacts += above == LineRole.CONTACT ? 0 : 1;
      case TAG -> tags++;
      case LEAD -> {
        summaries += summary ? 0 : 1;
        summary = true;
      }
      case TEXT -> texts++;
      default -> {
        // Other lines are as frequent on one page as on two.
      }
    }
  }

  Page.Kind kind() {
    if (entries >= Overview.FEWEST_ENTRIES && contacts == 0) {
      return Page.Kind.OVERVIEW;
    }
    if (texts == 0 && contacts == 0 && summaries == 0 && chapterLines > 0 && tags == 0) {
      return Page.Kind.DIVIDER;
    }
    boolean sheet =
        contacts > 0 || tags > 0 || summaries > 0 || score(Page.Kind.SHEET) > OTHER_PAGE;
    return sheet ? Page.Kind.SHEET : Page.Kind.OTHER;
  }

  double score(Page.Kind kind) {
    return switch (kind) {
      case OVERVIEW -> PAGE + FURTHER_TAG_IN_OVERVIEW * Math.max(0, tags - 1);
      case DIVIDER -> DIVIDER;
      case OTHER -> OTHER_PAGE;
      case SHEET ->
          (printed < FEWEST_LINES ? STRAY : PAGE)
              + contactScore()
              + chapterScore()
              + tagScore()
              + summaryScore()
              + listedScore()
              + ENTRY * entries;
    };
  }

  private double listedScore() {
    return listed == 0 ? 0 : LISTED + FURTHER_LISTED * (listed - 1);
  }

  private double contactScore() {
    return contacts == 0
        ? NO_ENQUIRY
        : contacts == 1 ? ONE_ENQUIRY : FURTHER_ENQUIRY * (contacts - 1);
  }

  private double chapterScore() {
    if (otherChapters) {
      return TWO_CHAPTERS;
    }
    return chapterLines < 2
        ? chapterLines == 0 ? NO_CHAPTER : ONE_CHAPTER
        : FURTHER_CHAPTER_LINE * (chapterLines - 2);
  }

  private double summaryScore() {
    return summaries == 0 ? NO_SUMMARY : SUMMARY + FURTHER_SUMMARY * (summaries - 1);
  }

  private double tagScore() {
    return tags == 0 ? NO_TAG : ONE_TAG + FURTHER_TAG * (tags - 1);
  }
}
