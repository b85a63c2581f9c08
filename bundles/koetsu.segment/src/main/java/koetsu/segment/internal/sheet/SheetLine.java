package koetsu.segment.internal.sheet;

import java.util.List;
import koetsu.api.document.Line;
import koetsu.segment.internal.Heading;

/**
 * A printed line with what can be said of it on its own.
 *
 * @param index place among the printed lines
 * @param line place in the document
 * @param text the line as printed
 * @param folded the line folded, without Markdown marks and bullets
 * @param role part it plays in the head of a sheet, wherever it stands
 * @param heading section heading it prints, or null
 * @param label section heading whose words it prints without the form of one, or null
 * @param core whether that heading is one of those a sheet is made of, whatever its form
 * @param budget budget it prints, or null
 * @param blankBefore whether a blank line stands before it
 * @param apart whether pages that belong to no sheet stand before it, or nothing does
 */
record SheetLine(
    int index,
    Line line,
    String text,
    String folded,
    LineRole role,
    Heading heading,
    Heading label,
    boolean core,
    BudgetPrint budget,
    boolean blankBefore,
    boolean apart) {

  /** Markdown heading level, or 0. */
  int level() {
    return switch (line.kind()) {
      case HEADING -> line.level();
      case BLANK, LIST_ITEM, TABLE_ROW, TEXT -> 0;
    };
  }

  /** Whether it is the next printed line after another. */
  boolean follows(SheetLine other) {
    return index == other.index + 1;
  }

  /** Whether it prints a section heading and nothing else. */
  boolean isHeading() {
    return heading != null && text.substring(heading.end()).isBlank();
  }

  /**
   * Whether it prints the heading that comes first in a sheet; in brackets it would head a part.
   */
  boolean isLead() {
    return isHeadingOf("purpose") || isHeadingOf("background");
  }

  private boolean isHeadingOf(String type) {
    return heading != null && type.equals(heading.type()) && !heading.marks().bracket();
  }

  /**
   * Whether it is a heading over headings: one that never has a body, or one that the next heading
   * follows at once.
   *
   * @param lines all printed lines
   */
  boolean isContainer(List<SheetLine> lines) {
    boolean followed = index + 1 < lines.size() && lines.get(index + 1).heading() != null;
    return heading != null
        && heading.container()
        && isHeading()
        && (heading.type() == null || followed);
  }

  /** Whether it can stand between a sheet's title and its first heading. */
  boolean isHead() {
    return role != LineRole.TEXT && role != LineRole.PAGE && heading == null;
  }

  /**
   * Whether it can stand in a head and nowhere else: no mere remark, unless on the sum it is
   * included in.
   */
  boolean isSureHead() {
    return isHead() && (role != LineRole.REMARK || folded.contains("内数"));
  }

  /** Its folded words as far as they may be a title: without a budget printed behind them. */
  String title() {
    return budget != null && budget.title() ? budget.before() : folded;
  }

  /** Whether it states the sheet's budget, be it the label or the whole. */
  boolean statesBudget() {
    return role == LineRole.BUDGET && heading == null;
  }
}
