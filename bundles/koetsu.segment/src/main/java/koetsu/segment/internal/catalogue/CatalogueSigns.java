package koetsu.segment.internal.catalogue;

import java.util.List;

/**
 * How much a document looks like a catalogue: enquiry heads, tags, chapter labels and summaries,
 * each by how often it comes for the length of the document.
 */
final class CatalogueSigns {
  /** A sheet has about so many lines that are not blank. */
  private static final int LINES_PER_SHEET = 40;

  private final List<SheetLine> lines;

  CatalogueSigns(List<SheetLine> lines) {
    this.lines = lines;
  }

  /** From 0 to 1; each sign alone says little. */
  double score() {
    long printed = lines.stream().filter(l -> !l.blank()).count();
    double sheets = Math.max(1, (double) printed / LINES_PER_SHEET);
    double doubt = 1;
    doubt *= 1 - 0.5 * share(LineRole.CONTACT, sheets);
    doubt *= 1 - 0.6 * share(LineRole.TAG, sheets);
    doubt *= 1 - 0.5 * share(LineRole.CHAPTER, sheets);
    doubt *= 1 - 0.2 * share(LineRole.LEAD, sheets);
    return 1 - doubt;
  }

  /** How much of what a catalogue of that length would have of a role there is. */
  private double share(LineRole role, double sheets) {
    long count = lines.stream().filter(l -> l.role() == role).count();
    return Math.min(1, count / sheets);
  }
}
