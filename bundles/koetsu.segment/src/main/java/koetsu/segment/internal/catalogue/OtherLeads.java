package koetsu.segment.internal.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the summaries of a catalogue that prints another bullet before them than catalogues mostly
 * do. Items have such bullets too, so only the place tells: under a line that stands alone or under
 * a label, on most of the sheets.
 */
final class OtherLeads {
  private static final int SHORTEST = 20;
  private static final int LONGEST_ABOVE = 60;

  private final CatalogueWords words;

  OtherLeads(CatalogueWords words) {
    this.words = words;
  }

  /** Marks the summaries where the lines have next to none so far. */
  void mark(List<SheetLine> lines) {
    int leads = 0;
    int sheets = 0;
    for (SheetLine line : lines) {
      leads += line.role() == LineRole.LEAD ? 1 : 0;
      sheets += line.role() == LineRole.CONTACT ? 1 : 0;
    }
    if (leads * 2 >= sheets) {
      return;
    }
    Set<Integer> best = Set.of();
    for (char bullet : words.otherLeadMarks.toCharArray()) {
      Set<Integer> placed = placed(lines, bullet);
      best = placed.size() > best.size() ? placed : best;
    }
    if (best.size() * 2 >= sheets) {
      best.forEach(i -> lines.set(i, lines.get(i).as(LineRole.LEAD)));
    }
  }

  private static Set<Integer> placed(List<SheetLine> lines, char bullet) {
    Set<Integer> placed = new HashSet<>();
    int above = -1;
    int paragraph = -1;
    for (SheetLine line : lines) {
      if (line.blank()) {
        continue;
      }
      boolean opens = line.opens() || line.indented();
      if (line.role() == LineRole.TEXT
          && line.folded().charAt(0) == bullet
          && line.folded().length() >= SHORTEST
          && (opens && under(lines, above, paragraph) || placed.contains(paragraph))) {
        placed.add(line.index());
        paragraph = line.index();
      } else if (opens) {
        paragraph = line.index();
      }
      above = line.index();
    }
    return placed;
  }

  /** Whether a label or a line that stands alone as titles do is above. */
  private static boolean under(List<SheetLine> lines, int above, int paragraph) {
    if (above < 0) {
      return true;
    }
    SheetLine line = lines.get(above);
    String folded = line.folded();
    return line.role().furniture()
        || line.role() == LineRole.TEXT
            && above == paragraph
            && folded.length() <= LONGEST_ABOVE
            && HeadingReader.style(folded) == HeadingReader.BARE
            && !Sentences.prose(folded);
  }
}
