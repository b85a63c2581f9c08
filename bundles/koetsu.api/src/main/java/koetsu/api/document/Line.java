package koetsu.api.document;

import java.util.List;

/**
 * One line of a source text with its typographic structure.
 *
 * @param number zero-based index in {@link SourceDocument#lines()}; what people see is one more
 * @param span the whole line without its terminator
 * @param content the line without surrounding white space, heading marks, list bullets and emphasis
 *     marks around the whole line; empty for a blank line
 * @param kind typographic form
 * @param level heading level or list depth, from 1; 0 for other kinds
 * @param cells content of the cells of a table row, empty for other kinds; an empty cell is an
 *     empty span
 * @param pageBreakBefore whether a form feed or another trace of a page break stands directly
 *     before the line
 */
public record Line(
    int number,
    Span span,
    Span content,
    LineKind kind,
    int level,
    List<Span> cells,
    boolean pageBreakBefore) {
  public Line {
    cells = List.copyOf(cells);
  }

  public boolean isBlank() {
    return kind == LineKind.BLANK;
  }
}
