package koetsu.segment.internal.catalogue;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The state of one reading of a sheet's sections, from its first line to its last. */
final class SectionReading {
  private static final String OUTLINE = "outline";
  private static final String CONTACT = "contact";
  private static final String OUTCOME = "outcome";

  private static final int LONGEST_CAPTION = 16;

  /** So many short lines are rather the cells of a table, which goes on with the text. */
  private static final int MOST_CAPTIONS = 12;

  /** Fewer lines without a heading are captions, whatever stands below them. */
  private static final int FEWEST_LINES_ABOVE_HEADING = 3;

  private final Sheet sheet;
  private final CatalogueWords words;
  private final HeadingReader headings;
  private final NumberedHeadings numbers;
  private final List<SectionBlock> blocks = new ArrayList<>();

  /** For each block the lines without a heading that stand right above it. */
  private final Map<SectionBlock, Loose> above = new IdentityHashMap<>();

  /** All lines without a heading. */
  private final List<Loose> stretches = new ArrayList<>();

  private SectionBlock open;

  /** The block that was open before labels, title, summary or enquiries. */
  private SectionBlock suspended;

  private Loose loose = new Loose(Part.BLANK);
  private Part before = Part.BLANK;

  SectionReading(Sheet sheet, CatalogueWords words, HeadingReader headings) {
    this.sheet = sheet;
    this.words = words;
    this.headings = headings;
    this.numbers = new NumberedHeadings(sheet, words);
  }

  /** Lines that no heading owns so far, and what stands above them. */
  private static final class Loose {
    private final Part after;
    private final List<Integer> lines = new ArrayList<>();

    Loose(Part after) {
      this.after = after;
    }
  }

  void line(int at) {
    Part part = sheet.part(at);
    if (part == Part.BLANK || sheet.line(at).role() == LineRole.CREDIT) {
      // Pictures stand inside blocks: their credits end none.
      return;
    }
    switch (part) {
      case TITLE, FURNITURE -> suspend();
      case SUMMARY -> beside(at, part, OUTLINE);
      case CONTACT -> beside(at, part, CONTACT);
      case BUDGET -> budget(at);
      default -> text(at);
    }
    before = part;
  }

  /** The sections, those included whose body stands above their heading. */
  List<SectionBlock> finish() {
    blocks.removeIf(SectionBlock::doubtful);
    for (SectionBlock block : blocks) {
      Loose lines = above.get(block);
      if (lines == null) {
        continue;
      }
      boolean scrambled = !block.attached() && scrambled(block, lines);
      if (scrambled && block.drawn() && !block.text()) {
        // What follows are captions of the next box.
        block.clear();
      }
      if (scrambled || block.empty()) {
        lines.lines.forEach(block::add);
        stretches.remove(lines);
      }
    }
    giveGoals();
    reunite();
    return blocks;
  }

  /** Gives the one paragraph that sets a goal to the one heading of goals without a body. */
  private void giveGoals() {
    List<SectionBlock> empty =
        blocks.stream().filter(b -> b.empty() && b.type().equals(OUTCOME)).toList();
    if (empty.size() != 1) {
      return;
    }
    List<List<Integer>> goals = new ArrayList<>();
    for (SectionBlock block : blocks) {
      List<List<Integer>> own = block.paragraphs().stream().filter(this::setsGoal).toList();
      if (!own.isEmpty() && block.type().equals(OUTCOME)) {
        return;
      }
      goals.addAll(own);
    }
    for (Loose stretch : stretches) {
      sheet.paragraphs(stretch.lines).stream().filter(this::setsGoal).forEach(goals::add);
    }
    if (goals.size() == 1) {
      blocks.forEach(block -> block.removeAll(goals.get(0)));
      stretches.forEach(stretch -> stretch.lines.removeAll(goals.get(0)));
      goals.get(0).forEach(empty.get(0)::add);
    }
  }

  private boolean setsGoal(List<Integer> paragraph) {
    String last = sheet.line(paragraph.get(paragraph.size() - 1)).folded();
    return Sentences.prose(last) && words.goalWords.within(last);
  }

  /** Gives the one stretch of lines that no heading owns to the one heading without a body. */
  private void reunite() {
    stretches.removeIf(l -> l.lines.size() < FEWEST_LINES_ABOVE_HEADING);
    List<SectionBlock> empty = blocks.stream().filter(SectionBlock::empty).toList();
    if (empty.size() == 1 && stretches.size() == 1) {
      stretches.get(0).lines.forEach(empty.get(0)::add);
    }
  }

  private void suspend() {
    suspended = open == null ? suspended : open;
    open = null;
    loose = new Loose(Part.BLANK);
  }

  private void budget(int at) {
    if (sheet.opens(at)) {
      open = null;
      suspended = null;
      loose = new Loose(Part.BLANK);
    }
  }

  /** A line of a block that stands beside the flow of the others. */
  private void beside(int at, Part part, String type) {
    suspend();
    SheetLine line = sheet.line(at);
    if (line.role() == LineRole.CONTACT) {
      int from = line.heading().map(h -> h.end()).orElse(0);
      int to = line.text().length();
      blocks.add(
          SectionBlock.headed(
              sheet, at, new Opening(type, HeadingReader.BARE, true, false, from, to)));
      return;
    }
    SectionBlock last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
    if (before == part && last != null && last.type().equals(type)) {
      last.add(at);
    } else {
      blocks.add(SectionBlock.bare(sheet, at, type));
    }
  }

  private void text(int at) {
    List<Opening> openings = headings.read(sheet, numbers, at, open);
    if (openings.isEmpty()) {
      body(at);
      return;
    }
    for (Opening opening : openings) {
      open = SectionBlock.headed(sheet, at, opening);
      blocks.add(open);
    }
    above.put(open, loose);
    suspended = null;
    loose = new Loose(Part.BLANK);
  }

  private void body(int at) {
    boolean paragraph = sheet.opens(at);
    if (open != null && paragraph) {
      if (leavesText(at)) {
        suspend();
      } else if (open.style() == HeadingReader.COLON
          && HeadingReader.labelled(sheet.line(at).folded())) {
        open = null;
      }
    }
    if (open == null && suspended != null && paragraph && resumes(at)) {
      open = suspended;
      suspended = null;
    }
    if (open != null) {
      open.add(at);
      return;
    }
    if (loose.lines.isEmpty()) {
      loose = new Loose(before);
      stretches.add(loose);
    }
    loose.lines.add(at);
  }

  private boolean resumes(int at) {
    SheetLine line = sheet.line(at);
    return line.role() != LineRole.LINK
        && (suspended.empty() || suspended.lists(HeadingReader.style(line.folded())));
  }

  /** Whether a paragraph is a caption that stands below the text of the open block. */
  private boolean leavesText(int at) {
    if (words.linkCaptions.starts(Marks.strip(sheet.line(at).folded()))) {
      return true;
    }
    if (open.drawn() || !open.text() || !open.finished()) {
      return false;
    }
    int captions = 0;
    boolean paragraph = true;
    for (int i = at; i < sheet.size() && captions <= MOST_CAPTIONS; i++) {
      if (sheet.part(i) == Part.BLANK) {
        paragraph = false;
      } else if (sheet.part(i) != Part.TEXT) {
        break;
      } else if (caption(sheet.line(i))) {
        captions++;
      } else if (paragraph) {
        return false;
      }
    }
    return captions <= MOST_CAPTIONS;
  }

  /** Whether loose lines look like the body of a box whose heading was written out last. */
  private boolean scrambled(SectionBlock block, Loose lines) {
    if (lines.lines.size() < FEWEST_LINES_ABOVE_HEADING) {
      return false;
    }
    if (block.drawn()) {
      return true;
    }
    int text = 0;
    for (int i : lines.lines) {
      String folded = sheet.line(i).folded();
      char mark = HeadingReader.style(folded);
      if (Marks.bracket(mark) && mark != '(' && Sentences.closed(folded)) {
        // The box has a heading of its own.
        return false;
      }
      text += mark != HeadingReader.BARE || folded.length() > LONGEST_CAPTION ? 1 : 0;
    }
    boolean placed =
        lines.after == Part.CONTACT || lines.after == Part.TITLE || lines.after == Part.TEXT;
    return placed && text * 2 >= lines.lines.size();
  }

  private static boolean caption(SheetLine line) {
    String folded = line.folded();
    return folded.length() <= LONGEST_CAPTION
        && HeadingReader.style(folded) == HeadingReader.BARE
        && !Sentences.prose(folded);
  }
}
