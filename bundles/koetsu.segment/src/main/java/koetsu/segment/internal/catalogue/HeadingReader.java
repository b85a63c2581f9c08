package koetsu.segment.internal.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import koetsu.segment.internal.Heading;

/**
 * Decides whether a line of a sheet opens sections, and which.
 *
 * <p>A heading of the lexicon opens one where its print sets it off; a mere key word needs a line
 * of its own; and a line in the same print as the heading of the section that is open is a heading
 * of the same level, of type {@code other} where nothing tells its type.
 */
final class HeadingReader {
  static final char COLON = ':';
  static final char NUMBER = '1';
  static final char BARE = 0;

  private static final String OTHER = "other";
  private static final String EXAMPLE = "example";

  /** Bullets that set headings off rather than items. */
  private static final String HEADING_BULLETS = "■●◆□◎○◯〇⚫◇▶▼";

  /** The bullets of headings that items hardly ever have. */
  private static final String SQUARES = "■◆□●";

  /** What such brackets hold is a part of the sentence that goes on behind them. */
  private static final String QUOTES = "「『“";

  private static final int LONGEST = 32;
  private static final int LONGEST_BY_WORD = 28;
  private static final int LONGEST_LABEL = 10;

  /** A longer line behind a bullet that items have too is rather the first line of an item. */
  private static final int LONGEST_BEHIND_BULLET = 16;

  /** What follows the name of a table's row is another name or a cell, not a text. */
  private static final int SHORTEST_BODY = 10;

  /** Types whose boxes hold lines on rates and conditions of their own. */
  private static final Set<String> HOLDING = Set.of("scheme", "outline", "content");

  /** Types of lines that such boxes hold. */
  private static final Set<String> HELD =
      Set.of("rate", "eligibility", "example", OTHER, "purpose", "schedule");

  private static final Set<String> ROWS = Set.of("rate", "eligibility");

  /** Types whose headings do not name the rows of tables. */
  private static final Set<String> APART =
      Set.of("purpose", "outline", "scheme", "outcome", "background", "content", "schedule");

  private static final int SHORTEST_APART = 4;

  private final CatalogueWords words;

  HeadingReader(CatalogueWords words) {
    this.words = words;
  }

  /**
   * The sections that a line opens; several where headings of boxes that stand side by side were
   * run together.
   *
   * @param numbers which of the sheet's numbered lines are headings
   * @param open the section that is open, or null
   */
  List<Opening> read(Sheet sheet, NumberedHeadings numbers, int at, SectionBlock open) {
    SheetLine line = sheet.line(at);
    if (line.role() == LineRole.LINK) {
      return List.of();
    }
    char own = style(line.folded());
    if (own == BARE && !alone(sheet, at) && !apart(sheet, at)
        || own == NUMBER && !numbers.mayOpen(at)) {
      return List.of();
    }
    Optional<Heading> match = line.heading().filter(h -> h.type() != null);
    if (match.isPresent() && opens(sheet, numbers, at, match.get(), own, open)) {
      return openings(line, match.get(), own);
    }
    String sign = match.isEmpty() ? bySign(sheet, at, own) : null;
    if (sign != null) {
      return List.of(whole(line, sign, own));
    }
    if (match.filter(Heading::known).isEmpty()
        && open != null
        && open.style() == own
        && (own == NUMBER ? numbers.counted(at) : sibling(sheet, at, own))) {
      return List.of(whole(line, OTHER, own));
    }
    return List.of();
  }

  static char style(String folded) {
    char first = folded.charAt(0);
    if (Marks.bullet(first) || Marks.bracket(first)) {
      return first;
    }
    return Marks.number(folded) ? NUMBER : BARE;
  }

  /** Whether a line begins with a short label and a colon. */
  static boolean labelled(String folded) {
    int colon = folded.indexOf(':');
    return colon > 0 && colon <= LONGEST_LABEL;
  }

  private boolean opens(
      Sheet sheet,
      NumberedHeadings numbers,
      int at,
      Heading heading,
      char style,
      SectionBlock open) {
    SheetLine line = sheet.line(at);
    boolean whole = line.text().substring(heading.end()).isBlank();
    boolean setOff =
        alone(sheet, at)
            || apart(sheet, at)
            || Marks.bracket(style)
            || HEADING_BULLETS.indexOf(style) >= 0;
    if (!setOff || Sentences.prose(line.folded()) && whole) {
      return false;
    }
    if (heading.known()) {
      return whole ? !row(sheet, at, heading, style) : besideBody(sheet, at, heading, style, open);
    }
    return whole && (style == NUMBER ? numbers.among(at) : byWord(sheet, at, heading, style));
  }

  /**
   * Whether a line is a heading that sheets are made of, and the line directly above does not go
   * on: white space between boxes may have been lost.
   */
  private boolean apart(Sheet sheet, int at) {
    SheetLine line = sheet.line(at);
    return line.folded().length() <= LONGEST
        && line.folded().length() >= SHORTEST_APART
        && !Sentences.open(sheet.line(at - 1).folded())
        && line.knownHeading()
        && line.heading().filter(h -> APART.contains(h.type())).isPresent();
  }

  /** Whether no other text stands directly above. */
  private static boolean alone(Sheet sheet, int at) {
    return sheet.opens(at) || sheet.part(at - 1) != Part.TEXT;
  }

  private boolean byWord(Sheet sheet, int at, Heading heading, char style) {
    SheetLine line = sheet.line(at);
    if (line.folded().length() > LONGEST_BY_WORD) {
      return false;
    }
    if (style == BARE) {
      int colon = line.folded().indexOf(':');
      boolean labelled = colon > 0 && colon < line.folded().length() - 1;
      return !labelled && alone(sheet, at) && !row(sheet, at, heading, style);
    }
    if (Marks.bracket(style)) {
      return true;
    }
    return HEADING_BULLETS.indexOf(style) >= 0 && !heading.type().equals(EXAMPLE);
  }

  /**
   * The type that a word anywhere in a line tells, where the line is plainly set off as a heading;
   * null where none does.
   */
  private String bySign(Sheet sheet, int at, char style) {
    String folded = sheet.line(at).folded();
    boolean heading = style != '(' && Marks.bracket(style) || SQUARES.indexOf(style) >= 0;
    if (!heading
        || folded.length() > LONGEST
        || Sentences.prose(folded)
        || Sentences.open(folded)
        || sheet.partOrBlank(sheet.below(at)) != Part.TEXT) {
      return null;
    }
    return words.headingSign(inBrackets(folded));
  }

  /** The words of a heading without what stands behind the bracket that sets it off. */
  private static String inBrackets(String folded) {
    return Marks.bracket(folded.charAt(0)) ? folded.substring(0, Marks.close(folded, 0)) : folded;
  }

  private Opening whole(SheetLine line, String type, char style) {
    int end = line.text().length();
    return new Opening(type, style, false, drawn(line.folded()), end, end);
  }

  /** Whether a bare line is the name of a table's row rather than a heading. */
  private boolean row(Sheet sheet, int at, Heading heading, char style) {
    int below = sheet.below(at);
    return style == BARE
        && ROWS.contains(heading.type())
        && below < sheet.size()
        && sheet.part(below) == Part.TEXT
        && style(sheet.line(below).folded()) == BARE
        && !cell(sheet.line(below));
  }

  /** Whether a line is what a row says rather than another row's name. */
  private boolean cell(SheetLine line) {
    String folded = line.folded();
    return folded.length() >= SHORTEST_BODY
        || Character.isDigit(folded.charAt(0))
        || words.tagsOnly(folded);
  }

  private static boolean besideBody(
      Sheet sheet, int at, Heading heading, char style, SectionBlock open) {
    SheetLine line = sheet.line(at);
    boolean colon = colonBefore(line, heading.end());
    boolean marked = style != BARE && style != NUMBER;
    boolean set = setsOffHead(style) || setsOffLabel(sheet, at, heading, style);
    if (!colon && (marked ? !set : heading.type().equals(OTHER))) {
      return false;
    }
    boolean sibling = marked && open != null && open.style() == style;
    return sibling
        || open == null
        || !HOLDING.contains(open.type())
        || !HELD.contains(heading.type()) && !open.type().equals(heading.type());
  }

  /** Whether a bullet that items have too sets off a heading at the head of a paragraph. */
  private static boolean setsOffLabel(Sheet sheet, int at, Heading heading, char style) {
    return HEADING_BULLETS.indexOf(style) >= 0
        && sheet.opens(at)
        && sheet.line(at).folded().indexOf(style, 1) < 0
        && !heading.type().equals(EXAMPLE);
  }

  /** Whether a sign sets off the words behind it from a body on the same line. */
  private static boolean setsOffHead(char style) {
    return Marks.bracket(style) && QUOTES.indexOf(style) < 0 || SQUARES.indexOf(style) >= 0;
  }

  private static boolean colonBefore(SheetLine line, int end) {
    return end > 0 && ":：".indexOf(line.text().charAt(end - 1)) >= 0;
  }

  private List<Opening> openings(SheetLine line, Heading heading, char style) {
    List<Opening> openings = new ArrayList<>();
    char first = colonBefore(line, heading.end()) && style == BARE ? COLON : style;
    String text = line.text();
    Heading open = heading;
    int from = heading.end();
    for (int i = from; i < text.length(); i++) {
      boolean cell = !LineReader.white(text.charAt(i)) && LineReader.white(text.charAt(i - 1));
      Optional<Heading> next = cell ? second(text.substring(i)) : Optional.empty();
      if (next.isPresent()) {
        openings.add(opening(open, first, from, i));
        open = next.get();
        from = i + open.end();
        i = from - 1;
      }
    }
    openings.add(opening(open, first, from, text.length()));
    return openings;
  }

  private Opening opening(Heading heading, char style, int bodyFrom, int bodyTo) {
    return new Opening(
        heading.type(), style, heading.known(), drawn(heading.name()), bodyFrom, bodyTo);
  }

  private boolean drawn(String heading) {
    String name = TitleShape.withoutRemark(words.folder().fold(heading).text());
    return words.drawnHeadings.ends(name);
  }

  private Optional<Heading> second(String rest) {
    return words
        .headings()
        .match(rest)
        .filter(
            h ->
                h.known()
                    && h.type() != null
                    && !h.marks().any()
                    && (h.end() == rest.length() || LineReader.white(rest.charAt(h.end() - 1))));
  }

  /** Whether a line may be a heading of the level of another one in the same style. */
  private static boolean sibling(Sheet sheet, int at, char style) {
    String folded = sheet.line(at).folded();
    // Brackets of this kind hold remarks as often as headings.
    boolean heading = style != '(' && Marks.bracket(style) || HEADING_BULLETS.indexOf(style) >= 0;
    return heading
        && folded.length() <= (setsOffHead(style) ? LONGEST : LONGEST_BEHIND_BULLET)
        && !Sentences.prose(folded)
        && !Sentences.open(folded)
        && (sheet.opens(at) || Marks.bracket(style))
        && (setsOffHead(style) || !itemFollows(sheet, at, style));
  }

  /** Whether the next line has the same bullet: then both are items rather than headings. */
  private static boolean itemFollows(Sheet sheet, int at, char style) {
    int below = sheet.below(at);
    return sheet.partOrBlank(below) != Part.TEXT || style(sheet.line(below).folded()) == style;
  }
}
