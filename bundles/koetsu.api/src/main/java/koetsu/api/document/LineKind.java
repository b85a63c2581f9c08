package koetsu.api.document;

/**
 * The typographic form of a line, as the loader saw it; it says nothing about the line's meaning.
 */
public enum LineKind {
  /** Nothing but white space. */
  BLANK,
  /** A Markdown heading; the level is the number of {@code #} marks. */
  HEADING,
  /** A bullet or numbered list item; the level grows with the indentation, from 1. */
  LIST_ITEM,
  /** Cells separated by tabs or by Markdown pipes. */
  TABLE_ROW,
  /** Any other text. */
  TEXT
}
