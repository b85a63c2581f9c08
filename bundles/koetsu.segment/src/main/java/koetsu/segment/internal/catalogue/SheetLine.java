package koetsu.segment.internal.catalogue;

import java.util.List;
import java.util.Optional;
import koetsu.api.text.FoldedText;
import koetsu.segment.internal.Heading;

/**
 * One line as the catalogue's rules see it.
 *
 * @param index zero-based number of the line in the document
 * @param begin UTF-16 index of its first character that is not white space
 * @param text the line without surrounding white space
 * @param fold the same without any white space, in half width
 * @param heading the heading at its head, or empty
 * @param blanks number of blank lines directly above
 * @param indented whether white space stands before the text that may be the trace of a page break
 * @param role what it is by its own print
 * @param labels page labels printed on the line beside other text, in printed order
 * @param core UTF-16 range of {@code text} that is left without those labels
 */
record SheetLine(
    int index,
    int begin,
    String text,
    FoldedText fold,
    Optional<Heading> heading,
    int blanks,
    boolean indented,
    LineRole role,
    List<Label> labels,
    Range core) {

  /**
   * A page label that shares its line with other text.
   *
   * @param role what it is
   * @param range UTF-16 range of the line's text
   * @param folded its words
   */
  record Label(LineRole role, Range range, String folded) {}

  private static final FoldedText NOTHING = FoldedText.unchanged("");
  private static final Range NOWHERE = new Range(0, 0);

  SheetLine {
    labels = List.copyOf(labels);
  }

  /** A line of nothing but white space. */
  static SheetLine blank(int index, int begin, int blanks, boolean indented) {
    return new SheetLine(
        index,
        begin,
        "",
        NOTHING,
        Optional.empty(),
        blanks,
        indented,
        LineRole.BLANK,
        List.of(),
        NOWHERE);
  }

  SheetLine as(LineRole other) {
    return new SheetLine(index, begin, text, fold, heading, blanks, indented, other, labels, core);
  }

  SheetLine beside(List<Label> found, Range rest) {
    return new SheetLine(index, begin, text, fold, heading, blanks, indented, role, found, rest);
  }

  boolean blank() {
    return role == LineRole.BLANK;
  }

  /** Whether a paragraph begins here. */
  boolean opens() {
    return blanks > 0 || index == 0;
  }

  String folded() {
    return fold.text();
  }

  /** Whether the whole line is a heading that the lexicon holds. */
  boolean knownHeading() {
    return heading.isPresent()
        && heading.get().known()
        && heading.get().end() == fold.origin(fold.text().length());
  }

  String coreText() {
    return text.substring(core.begin(), core.end());
  }
}
