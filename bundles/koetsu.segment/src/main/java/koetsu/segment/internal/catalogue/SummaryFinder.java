package koetsu.segment.internal.catalogue;

import java.util.ArrayList;
import java.util.List;
import koetsu.segment.internal.Heading;

/**
 * Finds the summary of a sheet: bulleted lines under the title or among the page's labels, or,
 * where the sheet has none of them, the sentences right under the title.
 */
final class SummaryFinder {
  /** A longer line behind the summary's bullet is the summary, whatever word it ends in. */
  private static final int LONGEST_HEADING = 24;

  private final CatalogueWords words;

  SummaryFinder(CatalogueWords words) {
    this.words = words;
  }

  /** Stretch of lines, both ends included. */
  private record Block(int first, int last, boolean placed) {}

  void mark(Sheet sheet) {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < sheet.size(); i++) {
      if (summary(sheet, i)) {
        Block block = block(sheet, i);
        blocks.add(block);
        i = block.last();
      }
    }
    if (blocks.isEmpty()) {
      sentences(sheet);
      return;
    }
    boolean anyPlaced = blocks.stream().anyMatch(Block::placed);
    for (Block block : blocks) {
      if (anyPlaced ? block.placed() : block == blocks.get(0)) {
        mark(sheet, block);
      }
    }
  }

  private boolean summary(Sheet sheet, int at) {
    SheetLine line = sheet.line(at);
    if (line.role() != LineRole.LEAD || sheet.part(at) != Part.TEXT) {
      return false;
    }
    String folded = line.folded();
    if (folded.length() > LONGEST_HEADING || Sentences.prose(folded)) {
      return !words.budgetHeadings.starts(Marks.strip(folded));
    }
    return !words.budgetHeadings.starts(Marks.strip(folded))
        && words.headings().whole(line.text()).isEmpty();
  }

  private Block block(Sheet sheet, int first) {
    int last = first;
    for (int i = sheet.below(first); i < sheet.size(); i = sheet.below(i)) {
      SheetLine line = sheet.line(i);
      boolean note = line.folded().startsWith("※");
      boolean goesOn =
          sheet.part(i) == Part.TEXT
              && line.labels().isEmpty()
              && !words.opensBox(line)
              && (line.blanks() == 0 ? line.role() != LineRole.LINK : note || summary(sheet, i))
              && (line.role() != LineRole.LEAD || summary(sheet, i));
      if (!goesOn) {
        break;
      }
      last = i;
    }
    Part above = sheet.partOrBlank(sheet.above(first));
    return new Block(first, last, above == Part.TITLE || above == Part.FURNITURE || first == 0);
  }

  private static void mark(Sheet sheet, Block block) {
    for (int i = block.first(); i <= block.last(); i++) {
      if (sheet.part(i) == Part.TEXT) {
        sheet.set(i, Part.SUMMARY);
      }
    }
  }

  /** Sentences right under the title or, where none stand there, under a label. */
  private void sentences(Sheet sheet) {
    Block best = null;
    for (int i = 0; i < sheet.size(); i++) {
      boolean title = sheet.part(i) == Part.TITLE;
      if ((title || sheet.part(i) == Part.FURNITURE) && (best == null || title)) {
        Block block = sentences(sheet, sheet.below(i));
        best = block == null ? best : block;
      }
    }
    if (best != null) {
      mark(sheet, best);
    }
  }

  /** The paragraphs of sentences that begin at a line, or null where none does. */
  private Block sentences(Sheet sheet, int first) {
    int last = -1;
    int at = first;
    while (at < sheet.size() && sheet.part(at) == Part.TEXT && !headed(sheet.line(at))) {
      int end = at;
      boolean prose = false;
      while (sheet.partOrBlank(end) == Part.TEXT && (end == at || !headed(sheet.line(end)))) {
        prose |= Sentences.prose(sheet.line(end).folded());
        end++;
      }
      if (!prose
          || last >= 0 && HeadingReader.style(sheet.line(at).folded()) != HeadingReader.BARE) {
        break;
      }
      last = end - 1;
      at = sheet.below(last);
    }
    return last < 0 ? null : new Block(first, last, true);
  }

  private boolean headed(SheetLine line) {
    return words.opensBox(line) || line.heading().filter(Heading::known).isPresent();
  }
}
