package koetsu.segment.internal.sheet;

import koetsu.api.document.Line;
import koetsu.segment.internal.Heading;

/**
 * A printed line with what can be said of it on its own. Its words are read from the document when
 * they are asked for: few lines need them twice.
 *
 * @param index place among the printed lines
 * @param line place in the document
 * @param role part it plays in the head of a sheet, wherever it stands
 * @param heading section heading it prints, or null
 * @param label section heading whose words it prints without the form of one, alone or behind a
 *     bullet and before a text, or null
 * @param core whether its heading is one of those a sheet is made of, whatever their form
 * @param container whether it is a heading that only contains the next ones
 * @param whole whether nothing stands on it but the heading
 * @param budget budget it prints, or null
 * @param blankBefore whether a blank line stands before it
 * @param apart whether pages that belong to no sheet stand before it, or nothing does
 * @param words where its words are read
 */
record SheetLine(
    int index,
    Line line,
    LineRole role,
    Heading heading,
    Heading label,
    boolean core,
    boolean container,
    boolean whole,
    BudgetPrint budget,
    boolean blankBefore,
    boolean apart,
    LineWords words) {
  private static final String PURPOSE = "purpose";
  private static final String BACKGROUND = "background";
  private static final String INCLUDED = "内数";

  /** The line as printed. */
  String text() {
    return words.text(line);
  }

  /** The line folded, without Markdown marks and bullets. */
  String folded() {
    return words.folded(line);
  }

  /** Whether {@link #folded} begins with a character that is neither a mark nor a bullet. */
  boolean opens(char first) {
    return words.opens(line, first);
  }

  /** The same line, known to stand over other headings. */
  SheetLine asContainer() {
    return new SheetLine(
        index, line, role, heading, label, core, true, whole, budget, blankBefore, apart, words);
  }

  /** The same line in another part of a sheet's head. */
  SheetLine as(LineRole other, BudgetPrint print) {
    return new SheetLine(
        index,
        line,
        other,
        heading,
        label,
        core,
        container,
        whole,
        print,
        blankBefore,
        apart,
        words);
  }

  /** The number of the item it begins, or 0. */
  int item() {
    return Items.number(words.head(line));
  }

  /** Its folded words as far as they may be a title: without a budget printed behind them. */
  String title() {
    return budget != null && budget.title() ? budget.before() : folded();
  }

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

  /** Whether the label it prints stands before a text of its own. */
  boolean isLabelled() {
    return label != null && label.marks().bullet();
  }

  /** Whether it prints a section heading and nothing else. */
  boolean isHeading() {
    return heading != null && whole;
  }

  /**
   * Whether it prints the heading that comes first in a sheet; in brackets it would head a part.
   */
  boolean isLead() {
    return heading != null
        && !container
        && !heading.marks().bracket()
        && (PURPOSE.equals(heading.type()) || BACKGROUND.equals(heading.type()));
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
    return isHead() && (role != LineRole.REMARK || folded().contains(INCLUDED));
  }

  /** Whether it states the sheet's budget, be it the label or the whole. */
  boolean statesBudget() {
    return role == LineRole.BUDGET && heading == null;
  }
}
