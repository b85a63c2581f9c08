package koetsu.segment.internal.sheet;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import koetsu.api.document.Line;
import koetsu.api.document.LineKind;
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
  private static final String CONTAINERS = "heading.containers";

  /** Bullets of list items; other ones (■, ○) set off headings as well. */
  private static final String ITEM_BULLETS = "-*+–・•";

  /** A heading by key word is a short label. */
  private static final int LONGEST_BY_WORD = 24;

  /** So much text behind a heading on its line is a body. */
  private static final int SHORTEST_BODY = 12;

  private final HeadingLexicon lexicon;
  private final Set<String> plain = new HashSet<>();

  HeadingForm(Profile profile, HeadingLexicon lexicon) {
    this.lexicon = lexicon;
    profile.lexicon(PLAIN).forEach(h -> plain.add(lexicon.key(h)));
    profile.lexicon(CONTAINERS).forEach(h -> plain.add(lexicon.key(h)));
  }

  /** The heading that a line prints, alone or with a body behind it. */
  Optional<Heading> opening(Line line, String text) {
    Optional<Heading> heading = lexicon.match(text);
    if (heading.filter(Heading::known).isEmpty()) {
      heading = lexicon.misprinted(text, plain).or(() -> lexicon.match(text));
    }
    return heading.filter(h -> accepts(line, text, h));
  }

  /** Whether a heading is one of those a sheet is made of. */
  boolean isCore(Heading heading) {
    return plain.contains(lexicon.key(heading.name()));
  }

  /** Whether a heading that the lexicon found on a line has the form of one. */
  boolean accepts(Line line, String text, Heading heading) {
    boolean known = isCore(heading);
    String body = text.substring(heading.end()).strip();
    if (line.kind() == LineKind.TABLE_ROW && !body.isEmpty()) {
      return false;
    }
    boolean markdown = line.kind() == LineKind.HEADING;
    boolean brackets = heading.marks().bracket() && !heading.marks().round();
    if (!body.isEmpty()) {
      return heading.known()
          && (brackets || known && !heading.marks().round() && body.length() >= SHORTEST_BODY);
    }
    if (!heading.known()) {
      return (markdown || brackets)
          && !heading.marks().number()
          && heading.name().length() <= LONGEST_BY_WORD;
    }
    if (heading.marks().round()) {
      return markdown;
    }
    boolean listed =
        line.kind() == LineKind.LIST_ITEM
            && !heading.marks().number()
            && ITEM_BULLETS.indexOf(text.strip().charAt(0)) >= 0;
    return markdown || brackets || !listed && (known || heading.marks().any());
  }
}
