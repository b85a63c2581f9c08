package koetsu.segment.internal.sheet;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import koetsu.api.document.Line;
import koetsu.api.document.LineKind;
import koetsu.api.profile.Profile;
import koetsu.segment.internal.Heading;
import koetsu.segment.internal.HeadingLexicon;
import koetsu.segment.internal.HeadingMarks;
import koetsu.segment.internal.MarkedLine;

/**
 * Decides by its form whether a line that prints the words of a heading is one. The headings of the
 * word list {@code sheet.headings} need no form; others need Markdown marks, square or angle
 * brackets or an item number; a label that only ends in a heading's key word needs Markdown marks
 * or brackets and no item number.
 */
final class HeadingForm {
  private static final String PLAIN = "sheet.headings";
  private static final String CONTAINERS = "heading.containers";

  /** Bullets of list items; other ones (■, ○) set off headings as well. */
  private static final String ITEM_BULLETS = "-*+–・•";

  /** Bullets that set off the label of a line with its text. */
  private static final String LABEL_BULLETS = "○◯〇●■□◆◇";

  private static final char BAR = '|';

  private static final int LONGEST_MISPRINT = 48;

  /** A heading by key word is a short label. */
  private static final int LONGEST_BY_WORD = 24;

  /** So much text behind a heading on its line is a body. */
  private static final int SHORTEST_BODY = 12;

  private final HeadingLexicon lexicon;
  private final Set<String> plain = new HashSet<>();
  private final Map<Integer, List<String>> plainByLength;

  HeadingForm(Profile profile, HeadingLexicon lexicon) {
    this.lexicon = lexicon;
    profile.lexicon(PLAIN).forEach(h -> plain.add(lexicon.key(h)));
    profile.lexicon(CONTAINERS).forEach(h -> plain.add(lexicon.key(h)));
    plainByLength = plain.stream().collect(Collectors.groupingBy(String::length));
  }

  /**
   * What the words at the head of a line are to the lexicon; a key word counts only where the line
   * is set off.
   */
  Optional<Heading> find(Line line, String text, MarkedLine marked) {
    Optional<Heading> heading = lexicon.known(marked);
    if (heading.isEmpty() && text.length() <= LONGEST_MISPRINT) {
      heading = lexicon.misprinted(marked, plainByLength);
    }
    return heading.isEmpty() && isSet(line, text, marked.marks())
        ? lexicon.byWord(marked)
        : heading;
  }

  /** Whether a heading is one of those a sheet is made of. */
  boolean isCore(Heading heading) {
    return plain.contains(lexicon.key(heading.name()));
  }

  /** Whether a line has the form of the heading found on it, alone or with a body behind it. */
  boolean accepts(Line line, String text, Heading heading) {
    boolean round = heading.marks().round();
    boolean brackets = heading.marks().bracket() && !round;
    int body = text.substring(heading.end()).strip().length();
    if (body > 0) {
      boolean open = isCore(heading) && !round && body >= SHORTEST_BODY;
      boolean named = heading.known() || heading.name().length() <= LONGEST_BY_WORD;
      return line.kind() != LineKind.TABLE_ROW && (brackets && named || heading.known() && open);
    }
    boolean set = isSet(line, text, heading.marks());
    if (!heading.known()) {
      return set && !heading.marks().number() && heading.name().length() <= LONGEST_BY_WORD;
    }
    return set
        || !round && !isListed(line, text, heading) && (isCore(heading) || heading.marks().any());
  }

  /**
   * Whether a line that does not have the form of a heading is the heading's words and nothing
   * else, or those words behind a bullet of headings and before a colon.
   */
  boolean isLabel(Line line, String text, Heading heading) {
    if (!heading.known() || line.kind() == LineKind.TABLE_ROW) {
      return false;
    }
    if (text.substring(heading.end()).isBlank()) {
      return line.kind() == LineKind.TEXT && !heading.marks().any();
    }
    return heading.marks().bullet()
        && ":：".indexOf(text.charAt(heading.end() - 1)) >= 0
        && LABEL_BULLETS.indexOf(bullet(text)) >= 0;
  }

  /** The bullet of a line, behind that of the list it is an item of. */
  private static char bullet(String text) {
    String bare = text.strip();
    String item = ITEM_BULLETS.indexOf(bare.charAt(0)) >= 0 ? bare.substring(1).strip() : bare;
    return item.isEmpty() ? bare.charAt(0) : item.charAt(0);
  }

  private static boolean isSet(Line line, String text, HeadingMarks marks) {
    return line.kind() == LineKind.HEADING
        || marks.bracket() && !marks.round()
        || isBold(text)
        || isBox(line, text);
  }

  /** Whether a line is the only cell of a table's row: a bar with a heading. */
  private static boolean isBox(Line line, String text) {
    if (line.kind() != LineKind.TABLE_ROW) {
      return false;
    }
    String bare = text.strip();
    return bare.length() > 2
        && bare.charAt(0) == BAR
        && bare.indexOf(BAR, 1) == bare.length() - 1
        && bare.indexOf('\t') < 0;
  }

  private static boolean isBold(String text) {
    if (text.indexOf('*') < 0) {
      return false;
    }
    String bare = text.strip();
    return bare.startsWith("**")
        && bare.endsWith("**")
        && bare.indexOf("**", 2) == bare.length() - 2;
  }

  private static boolean isListed(Line line, String text, Heading heading) {
    return line.kind() == LineKind.LIST_ITEM
        && !heading.marks().number()
        && ITEM_BULLETS.indexOf(text.strip().charAt(0)) >= 0;
  }
}
