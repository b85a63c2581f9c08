package koetsu.segment.internal.sheet;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import koetsu.api.document.Line;
import koetsu.api.document.LineKind;
import koetsu.api.plugin.DocumentContext;
import koetsu.api.profile.Profile;
import koetsu.segment.internal.Heading;
import koetsu.segment.internal.HeadingLexicon;

/**
 * Decides by its form whether a line that prints the words of a heading is one. The headings of the
 * word list {@code sheet.headings} need no form; others need Markdown marks, square or angle
 * brackets or an item number; a label that only ends in a heading's key word needs Markdown marks
 * or brackets and no item number.
 */
final class HeadingForm {
  private static final String PLAIN = "sheet.headings";
  private static final String LABELS = "sheet.labels.";
  private static final String CONTAINERS = "heading.containers";

  /** Bullets of list items; other ones (■, ○) set off headings as well. */
  private static final String ITEM_BULLETS = "-*+–・•";

  /** A heading by key word is a short label. */
  private static final int LONGEST_BY_WORD = 24;

  /** So much text behind a heading on its line is a body. */
  private static final int SHORTEST_BODY = 12;

  private final HeadingLexicon lexicon;
  private final Set<String> plain = new HashSet<>();

  /** The headings of sheets: those of all layouts and the labels that sheets print besides. */
  static HeadingLexicon lexicon(DocumentContext context) {
    return new HeadingLexicon(context.profile(), context.text(), LABELS);
  }

  HeadingForm(Profile profile, HeadingLexicon lexicon) {
    this.lexicon = lexicon;
    profile.lexicon(PLAIN).forEach(h -> plain.add(lexicon.key(h)));
    profile.lexicon(CONTAINERS).forEach(h -> plain.add(lexicon.key(h)));
  }

  /** What the words at the head of a line are to the lexicon, whatever their form. */
  Optional<Heading> find(String text) {
    Optional<Heading> heading = lexicon.match(text);
    if (heading.filter(Heading::known).isPresent()) {
      return heading;
    }
    return lexicon.misprinted(text, plain).or(() -> heading);
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
      return line.kind() != LineKind.TABLE_ROW && heading.known() && (brackets || open);
    }
    boolean set = line.kind() == LineKind.HEADING || brackets || isBold(text);
    if (!heading.known()) {
      return set && !heading.marks().number() && heading.name().length() <= LONGEST_BY_WORD;
    }
    return set
        || !round && !isListed(line, text, heading) && (isCore(heading) || heading.marks().any());
  }

  /**
   * Whether a line that does not have the form of a heading is the heading's words and nothing
   * else.
   */
  boolean isLabel(Line line, String text, Heading heading) {
    return heading.known()
        && line.kind() == LineKind.TEXT
        && !heading.marks().any()
        && text.substring(heading.end()).isBlank();
  }

  private static boolean isBold(String text) {
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
