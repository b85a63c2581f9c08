package koetsu.segment.internal.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.Section;

/**
 * Reads the typed blocks of a sheet whose boxes were written out in any order.
 *
 * <p>A heading owns what follows it, until another heading, a budget, or captions of a picture that
 * stand below a text. Labels, title, summary and enquiries may come in between; what follows them
 * goes on with the block before only where that had no body yet or comes back to its bullets. A
 * block without a heading that stands right above one after the enquiries is its body too: the box
 * of the heading was written out after its text.
 */
final class SheetSections {
  private static final String OUTLINE = "outline";
  private static final String CONTACT = "contact";

  private static final int LONGEST_CAPTION = 16;

  /** So many short lines are rather the cells of a table, which goes on with the text. */
  private static final int MOST_CAPTIONS = 12;

  /** A line shorter than this share of the longest one ends its paragraph. */
  private static final double FULL_LINE = 0.75;

  /** Fewer lines without a heading are captions, whatever stands below them. */
  private static final int FEWEST_LINES_BEFORE_HEADING = 3;

  private final CatalogueWords words;
  private final HeadingReader headings;

  SheetSections(CatalogueWords words) {
    this.words = words;
    this.headings = new HeadingReader(words);
  }

  List<Section> read(SourceDocument document, Sheet sheet) {
    Reading reading = new Reading(sheet);
    for (int i = 0; i < sheet.size(); i++) {
      reading.line(i);
    }
    reading.finish();
    return reading.blocks.stream()
        .sorted(Comparator.comparingInt(Block::begin))
        .map(b -> b.section(document, sheet))
        .toList();
  }

  /** A stretch of one line: index in the sheet, UTF-16 range in the line's text. */
  private record Piece(int at, int from, int to) {}

  /** A section while it is read. */
  private static final class Block {
    private final String type;
    private final char style;
    private final boolean drawn;
    private final Piece heading;
    private final List<Piece> body = new ArrayList<>();
    private final StringBuilder bullets = new StringBuilder();
    private List<Integer> before = List.of();
    private boolean scrambled;
    private boolean firstParagraph = true;

    /** Whether the body begins as a text or a list rather than as cells or captions. */
    private boolean text;

    private int longest;

    Block(String type, char style, boolean drawn, Piece heading) {
      this.type = type;
      this.style = style;
      this.drawn = drawn;
      this.heading = heading;
    }

    void add(Sheet sheet, int at) {
      add(sheet, new Piece(at, 0, sheet.line(at).text().length()));
    }

    void add(Sheet sheet, Piece piece) {
      SheetLine line = sheet.line(piece.at());
      char mark = HeadingReader.style(line.folded());
      boolean item = mark != HeadingReader.BARE && !Marks.bracket(mark);
      if (item && !lists(mark)) {
        bullets.append(mark);
      }
      firstParagraph &= body.isEmpty() || line.blanks() == 0;
      text |= firstParagraph && (item || Sentences.prose(line.folded()));
      longest = Math.max(longest, line.folded().length());
      body.add(piece);
    }

    /** Whether the body has items behind this mark. */
    boolean lists(char mark) {
      return bullets.indexOf(String.valueOf(mark)) >= 0;
    }

    int begin() {
      int first = heading == null ? Integer.MAX_VALUE : heading.at() * 2;
      return body.isEmpty() ? first : Math.min(first, body.get(0).at() * 2 + 1);
    }

    Section section(SourceDocument document, Sheet sheet) {
      List<Span> head = new ArrayList<>();
      if (heading != null) {
        head.add(span(document, sheet, heading, heading));
      }
      List<Piece> pieces = new ArrayList<>(body);
      pieces.sort(Comparator.comparingInt(Piece::at).thenComparingInt(Piece::from));
      List<Span> spans = new ArrayList<>();
      Piece first = null;
      Piece last = null;
      for (Piece piece : pieces) {
        if (last == null || sheet.below(last.at()) != piece.at()) {
          if (first != null) {
            spans.add(span(document, sheet, first, last));
          }
          first = piece;
        }
        last = piece;
      }
      if (first != null) {
        spans.add(span(document, sheet, first, last));
      }
      return new Section(type, head, spans);
    }

    private static Span span(SourceDocument document, Sheet sheet, Piece first, Piece last) {
      return document.span(
          sheet.line(first.at()).begin() + first.from(), sheet.line(last.at()).begin() + last.to());
    }
  }

  /** The state of one reading from the first line to the last. */
  private final class Reading {
    private final Sheet sheet;
    private final List<Block> blocks = new ArrayList<>();
    private Block open;
    private Block suspended;
    private List<Integer> loose = new ArrayList<>();
    private Part before = Part.BLANK;
    private Part beforeLoose = Part.BLANK;

    Reading(Sheet sheet) {
      this.sheet = sheet;
    }

    void line(int at) {
      Part part = sheet.part(at);
      switch (part) {
        case BLANK -> {
          return;
        }
        case FURNITURE, TITLE -> {
          if (sheet.line(at).role() == LineRole.CREDIT) {
            // Pictures stand inside blocks; their credits end none.
            return;
          }
          suspend();
        }
        case SUMMARY -> beside(at, part, OUTLINE);
        case CONTACT -> beside(at, part, CONTACT);
        case BUDGET -> {
          if (sheet.opens(at)) {
            open = null;
            suspended = null;
            endLoose();
          }
        }
        case TEXT -> text(at);
      }
      before = part;
    }

    private void suspend() {
      suspended = open == null ? suspended : open;
      open = null;
      endLoose();
    }

    private void endLoose() {
      loose = new ArrayList<>();
    }

    /** A line of a block that stands in the flow of others. */
    private void beside(int at, Part part, String type) {
      suspend();
      SheetLine line = sheet.line(at);
      boolean head = line.role() == LineRole.CONTACT;
      Block last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
      if (head || before != part || last == null || !last.type.equals(type)) {
        int end = line.text().length();
        last = new Block(type, HeadingReader.BARE, false, head ? new Piece(at, 0, end) : null);
        blocks.add(last);
        int from = head ? words.heading(line).map(h -> h.end()).orElse(0) : 0;
        if (line.text().substring(from).isBlank()) {
          return;
        }
        last.add(sheet, new Piece(at, skipWhite(line.text(), from), end));
      } else {
        last.add(sheet, at);
      }
    }

    private int skipWhite(String text, int from) {
      int at = from;
      while (at < text.length() && LineReader.white(text.charAt(at))) {
        at++;
      }
      return at;
    }

    private void text(int at) {
      SheetLine line = sheet.line(at);
      String type = open == null ? null : open.type;
      char style = open == null ? HeadingReader.BARE : open.style;
      List<Opening> openings = headings.read(sheet, at, type, style);
      if (openings.isEmpty()) {
        body(at);
        return;
      }
      for (Opening opening : openings) {
        open =
            new Block(
                opening.type(),
                opening.style(),
                opening.drawn(),
                new Piece(at, 0, line.text().length()));
        blocks.add(open);
        int from = skipWhite(line.text(), opening.bodyFrom());
        if (from < opening.bodyTo()) {
          open.add(sheet, new Piece(at, from, opening.bodyTo()));
        }
      }
      open.before = loose;
      open.scrambled = scrambled();
      suspended = null;
      endLoose();
    }

    private void body(int at) {
      boolean paragraph = sheet.opens(at);
      if (open != null && paragraph) {
        if (leavesText(at)) {
          suspend();
        } else if (open.style == HeadingReader.COLON
            && HeadingReader.labelled(sheet.line(at).folded())) {
          open = null;
        }
      }
      if (open == null && suspended != null && paragraph && resumes(at)) {
        open = suspended;
        suspended = null;
      }
      if (open != null) {
        open.add(sheet, at);
        return;
      }
      if (loose.isEmpty()) {
        beforeLoose = before;
      }
      loose.add(at);
    }

    private boolean resumes(int at) {
      SheetLine line = sheet.line(at);
      return line.role() != LineRole.LINK
          && (suspended.body.isEmpty() || suspended.lists(HeadingReader.style(line.folded())));
    }

    /** Whether a paragraph is a caption that stands below the text of the open block. */
    private boolean leavesText(int at) {
      if (words.linkCaptions.starts(Marks.strip(sheet.line(at).folded()))) {
        return true;
      }
      if (open.drawn || !open.text || !finished()) {
        return false;
      }
      int captions = 0;
      boolean paragraph = true;
      for (int i = at; i < sheet.size(); i++) {
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

    private boolean finished() {
      Piece last = open.body.get(open.body.size() - 1);
      String folded = sheet.line(last.at()).folded();
      boolean subHeading = Marks.bracket(folded.charAt(0)) && sheet.opens(last.at());
      return !subHeading
          && !Sentences.open(folded)
          && (Sentences.closed(folded) || folded.length() < open.longest * FULL_LINE);
    }

    /** Whether the loose lines look like the body of a box whose heading was written out last. */
    private boolean scrambled() {
      int text = 0;
      for (int i : loose) {
        String folded = sheet.line(i).folded();
        char mark = HeadingReader.style(folded);
        if (Marks.bracket(mark) && mark != '(' && Sentences.closed(folded)) {
          // The box has a heading of its own.
          return false;
        }
        text += mark != HeadingReader.BARE || folded.length() > LONGEST_CAPTION ? 1 : 0;
      }
      return loose.size() >= FEWEST_LINES_BEFORE_HEADING
          && (open.drawn
              || text * 2 >= loose.size()
                  && (beforeLoose == Part.CONTACT
                      || beforeLoose == Part.TITLE
                      || beforeLoose == Part.TEXT));
    }

    void finish() {
      for (Block block : blocks) {
        if (block.scrambled && block.drawn && !block.text) {
          // What follows are captions of the next box.
          block.body.clear();
        }
        if (block.scrambled || block.body.isEmpty()) {
          block.before.forEach(i -> block.add(sheet, i));
        }
      }
    }
  }

  private static boolean caption(SheetLine line) {
    String folded = line.folded();
    return folded.length() <= LONGEST_CAPTION
        && HeadingReader.style(folded) == HeadingReader.BARE
        && !Sentences.prose(folded);
  }
}
