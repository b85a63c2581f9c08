package koetsu.segment.internal.sheet;

import java.util.HashSet;
import java.util.Set;
import koetsu.segment.internal.HeadingMarks;

/**
 * What has been printed of a sheet up to a line, as far as it tells whether the next heading
 * belongs to it.
 */
final class SheetSoFar {
  private static final String CONTENT = "content";

  private boolean empty = true;
  private boolean container;
  private boolean numbered;
  private boolean budget;
  private boolean inContent;
  private int titleLevel;
  private final Set<Lead> leads = new HashSet<>();

  /** Headings that this sheet and those before it printed outside their content. */
  private final Set<String> headings = new HashSet<>();

  /** Begins a sheet anew. */
  void open(int level) {
    empty = false;
    container = false;
    numbered = false;
    budget = false;
    inContent = false;
    leads.clear();
    titleLevel = level > 0 ? level : titleLevel;
  }

  void see(SheetLine line) {
    budget |= line.statesBudget();
    container |= line.container();
    if (line.heading() == null) {
      return;
    }
    if (line.isLead()) {
      leads.add(Lead.of(line));
      numbered |= line.heading().marks().number();
    }
    inContent |= numbered && CONTENT.equals(line.heading().type());
    if (!inContent) {
      headings.add(line.heading().name());
    }
  }

  /** Whether no sheet has begun yet. */
  boolean isEmpty() {
    return empty;
  }

  boolean hasContainer() {
    return container;
  }

  /** Whether the same opening heading was printed in the same form. */
  boolean hasLead(SheetLine line) {
    return leads.contains(Lead.of(line));
  }

  /**
   * Whether the sheet numbers its headings and this one has no number: it heads a part of the
   * sheet.
   */
  boolean isPart(SheetLine line) {
    return numbered && !line.heading().marks().number();
  }

  /**
   * Whether a heading belongs to a page that the sheet's numbered content shows: one that no sheet
   * has printed as a heading of its own.
   */
  boolean isShown(SheetLine line) {
    return inContent && !headings.contains(line.heading().name());
  }

  /** Whether a sheet is open that has stated no budget, so that the next one may be its own. */
  boolean awaitsBudget() {
    return !empty && !budget;
  }

  /** Markdown level of the latest title that had one, or 0. */
  int titleLevel() {
    return titleLevel;
  }

  /** What an opening heading heads and how it is set off. */
  private record Lead(String type, HeadingMarks marks) {
    static Lead of(SheetLine line) {
      return new Lead(line.heading().type(), line.heading().marks());
    }
  }
}
