package koetsu.segment.internal.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.Section;

/** A section while it is read: what its heading was like, and what its body looks like so far. */
final class SectionBlock {
  private final Sheet sheet;
  private final Opening opening;
  private final Piece heading;
  private final List<Piece> body = new ArrayList<>();
  private final StringBuilder bullets = new StringBuilder();
  private boolean firstParagraph = true;
  private boolean text;
  private int longest;

  /** A stretch of one line: index in the sheet, UTF-16 range in the line's text. */
  private record Piece(int at, int from, int to) {}

  private SectionBlock(Sheet sheet, Opening opening, Piece heading) {
    this.sheet = sheet;
    this.opening = opening;
    this.heading = heading;
  }

  /** A section under a heading, with the body that shares its line. */
  static SectionBlock headed(Sheet sheet, int at, Opening opening) {
    String line = sheet.line(at).text();
    SectionBlock block = new SectionBlock(sheet, opening, new Piece(at, 0, line.length()));
    int from = opening.bodyFrom();
    while (from < opening.bodyTo() && LineReader.white(line.charAt(from))) {
      from++;
    }
    if (from < opening.bodyTo()) {
      block.add(new Piece(at, from, opening.bodyTo()));
    }
    return block;
  }

  /** A section without a heading that begins with a line. */
  static SectionBlock bare(Sheet sheet, int at, String type) {
    SectionBlock block =
        new SectionBlock(sheet, new Opening(type, HeadingReader.BARE, true, false, 0, 0), null);
    block.add(at);
    return block;
  }

  void add(int at) {
    add(new Piece(at, 0, sheet.line(at).text().length()));
  }

  private void add(Piece piece) {
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

  String type() {
    return opening.type();
  }

  /** The sign that sets the heading off. */
  char style() {
    return opening.style();
  }

  /** Whether a picture is usual under the heading. */
  boolean drawn() {
    return opening.drawn();
  }

  /** Whether nothing but a word makes a bare line the heading, and no body stands under it. */
  boolean doubtful() {
    return heading != null
        && empty()
        && !opening.sure()
        && !opening.drawn()
        && opening.style() == HeadingReader.BARE;
  }

  /** Whether the body begins on the line of the heading or directly below. */
  boolean attached() {
    return heading != null && !empty() && sheet.line(body.get(0).at()).blanks() == 0;
  }

  boolean empty() {
    return body.isEmpty();
  }

  void clear() {
    body.clear();
  }

  void removeAll(List<Integer> lines) {
    body.removeIf(piece -> lines.contains(piece.at()));
  }

  /** The whole lines under the heading by paragraph; none without a heading. */
  List<List<Integer>> paragraphs() {
    return heading == null
        ? List.of()
        : sheet.paragraphs(body.stream().map(Piece::at).filter(at -> at != heading.at()).toList());
  }

  /** Whether the body begins as a text or a list rather than as cells or captions. */
  boolean text() {
    return text;
  }

  /** Whether the body has items behind this mark. */
  boolean lists(char mark) {
    return bullets.indexOf(String.valueOf(mark)) >= 0;
  }

  /** Whether the body's last line ends what it says. */
  boolean finished() {
    int last = body.get(body.size() - 1).at();
    String folded = sheet.line(last).folded();
    boolean subHeading = Marks.bracket(folded.charAt(0)) && sheet.opens(last);
    return !subHeading
        && !Sentences.open(folded)
        && (Sentences.closed(folded) || folded.length() < longest * Sentences.FULL_LINE);
  }

  /** Orders sections by their first lines; of those on one line, by their order there. */
  int begin() {
    int first = heading == null ? Integer.MAX_VALUE : heading.at();
    return body.isEmpty() ? first : Math.min(first, body.get(0).at());
  }

  Section section(SourceDocument document) {
    List<Span> head = new ArrayList<>();
    if (heading != null) {
      head.add(span(document, heading, heading));
    }
    body.sort(Comparator.comparingInt(Piece::at).thenComparingInt(Piece::from));
    List<Span> spans = new ArrayList<>();
    Piece first = null;
    Piece last = null;
    for (Piece piece : body) {
      if (last != null && sheet.below(last.at()) != piece.at()) {
        spans.add(span(document, first, last));
        first = null;
      }
      first = first == null ? piece : first;
      last = piece;
    }
    if (first != null) {
      spans.add(span(document, first, last));
    }
    return new Section(opening.type(), head, spans);
  }

  private Span span(SourceDocument document, Piece first, Piece last) {
    return document.span(
        sheet.line(first.at()).begin() + first.from(), sheet.line(last.at()).begin() + last.to());
  }
}
