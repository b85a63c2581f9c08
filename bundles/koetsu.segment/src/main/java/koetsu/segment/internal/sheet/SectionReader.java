package koetsu.segment.internal.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import koetsu.api.plugin.Region;
import koetsu.api.record.Section;
import koetsu.segment.internal.Heading;

/**
 * Reads the sections of sheets: flat, each up to the next heading. Lines that are no part of the
 * text where they stand (offices printed out of their place, page numbers at a sheet's end) are
 * taken out of it.
 */
final class SectionReader {
  private static final String ALLOCATION = "allocation";
  private static final String CONTENT = "content";
  private static final String OTHER = "other";
  private static final String SCHEME = "scheme";
  private static final String CONTACT = "contact";

  /** What a scheme says of those it is for. */
  private static final Set<String> CONDITIONS = Set.of("eligibility", "rate");

  /** A label in brackets that names no known section is a heading only while it is short. */
  private static final int LONGEST_LABEL = 24;

  /** No sheet names more offices below each other. */
  private static final int MOST_OFFICES = 20;

  private final List<SheetLine> lines;
  private final PageMargins margins;
  private final LineReader reader;
  private final SheetWords words;
  private final OutlineResumption resumption;
  private final Places places;

  SectionReader(
      List<SheetLine> lines,
      PageMargins margins,
      LineReader reader,
      SheetWords words,
      OutlineResumption resumption,
      Places places) {
    this.lines = lines;
    this.margins = margins;
    this.reader = reader;
    this.words = words;
    this.resumption = resumption;
    this.places = places;
  }

  /**
   * Reads one sheet's sections in printed order.
   *
   * @param named the parts that the head prints
   * @param regions takes up the lines that belong to no section
   */
  List<Section> read(Sheet sheet, Set<Region.Role> named, List<Region> regions) {
    List<SectionBlock> blocks = new ArrayList<>();
    SectionBlock current = null;
    boolean content = false;
    int end = margins.end(sheet);
    for (int i = sheet.body(); i < end; i++) {
      SheetLine line = lines.get(i);
      int misplaced = isEnquiry(current) ? i : misplaced(i, end, named, regions);
      SectionBlock opened = misplaced > i ? null : block(i, end, current, content);
      if (misplaced > i) {
        i = misplaced - 1;
      } else if (line.container()) {
        regions.add(new Region(Region.Role.CONTAINER, places.trimmed(line)));
        current = null;
      } else if (opened != null) {
        blocks.add(opened);
        current = opened;
        content |= current.type().equals(CONTENT);
        i += Math.max(1, current.heading().size()) - 1;
      } else if (current != null) {
        current.body().add(line);
        if (current.type().equals(ALLOCATION) && reader.printsMoney(line)) {
          regions.add(new Region(Region.Role.BUDGET, places.trimmed(line)));
        }
      }
    }
    for (SheetLine margin : lines.subList(end, sheet.end())) {
      regions.add(new Region(Region.Role.FURNITURE, places.trimmed(margin)));
    }
    return resumption.apply(blocks).stream().map(places::section).toList();
  }

  /**
   * The section that a line opens, or null.
   *
   * @param content whether the sheet's content section has begun, in which more is a heading than
   *     before
   */
  private SectionBlock block(int i, int end, SectionBlock current, boolean content) {
    SheetLine line = lines.get(i);
    if (line.container()) {
      return null;
    }
    if (content && line.label() != null && (line.isLabelled() || stands(i, end))) {
      SectionBlock labelled =
          new SectionBlock(line.label().type(), List.of(line), new ArrayList<>());
      if (line.isLabelled()) {
        labelled.body().add(line);
      }
      return labelled;
    }
    if (opens(line, current)) {
      SectionBlock opened =
          new SectionBlock(line.heading().type(), heading(i, end), new ArrayList<>());
      if (!line.isHeading()) {
        opened.body().add(line);
      }
      return opened;
    }
    boolean other = content && opensOther(line, current);
    return other ? new SectionBlock(OTHER, List.of(line), new ArrayList<>()) : null;
  }

  /** Whether offices are what a section is about. */
  private static boolean isEnquiry(SectionBlock current) {
    return current != null && current.type().equals(CONTACT);
  }

  /** Names the lines from one on that belong to the head, and says after which they end. */
  private int misplaced(int i, int end, Set<Region.Role> named, List<Region> regions) {
    SheetLine line = lines.get(i);
    if (line.statesBudget() && line.budget().amount() && !named.contains(Region.Role.BUDGET)) {
      regions.add(new Region(Region.Role.BUDGET, places.trimmed(line)));
      return i + 1;
    }
    int after = misplacedOffices(i, end, named.contains(Region.Role.OFFICE));
    for (SheetLine office : lines.subList(i, after)) {
      regions.add(new Region(Region.Role.OFFICE, places.trimmed(office)));
    }
    return after;
  }

  /** Whether a line is a paragraph of its own that another one follows. */
  private boolean stands(int i, int end) {
    return lines.get(i).blankBefore() && i + 1 < end && lines.get(i + 1).blankBefore();
  }

  private static boolean opens(SheetLine line, SectionBlock current) {
    if (line.heading() == null) {
      return false;
    }
    boolean same = current != null && current.type().equals(line.heading().type());
    return line.isHeading() || !same && !holds(current, line.heading());
  }

  /** Whether a scheme goes on with a line on who gets how much, set off in brackets or not. */
  private static boolean holds(SectionBlock scheme, Heading condition) {
    if (scheme == null || !scheme.type().equals(SCHEME) || scheme.heading().isEmpty()) {
      return false;
    }
    Heading heading = scheme.heading().get(0).heading();
    return CONDITIONS.contains(condition.type()) && (heading == null || !heading.marks().bracket());
  }

  /** Whether a heading that the lexicon does not know ends the section it follows. */
  private boolean opensOther(SheetLine line, SectionBlock current) {
    if (current == null || current.body().isEmpty() || line.heading() != null || line.isHead()) {
      return false;
    }
    if (line.opens('【')) {
      String text = line.folded();
      String label = text.substring(1, Math.max(1, text.lastIndexOf('】')));
      return text.endsWith("】")
          && label.length() <= LONGEST_LABEL
          && !words.titleEndings().ends(label);
    }
    return line.level() > 0
        && line.level() <= current.level()
        && line.item() == 0
        && !line.folded().startsWith("・");
  }

  /** The heading line with those on which a bracket it opened is closed. */
  private List<SheetLine> heading(int i, int end) {
    SheetLine line = lines.get(i);
    String text = line.folded();
    boolean open = text.lastIndexOf('(') > text.lastIndexOf(')');
    if (line.isHeading() && open && i + 1 < end) {
      SheetLine next = lines.get(i + 1);
      if (next.heading() == null && next.folded().indexOf(')') == next.folded().length() - 1) {
        return List.of(line, next);
      }
    }
    return List.of(line);
  }

  /**
   * The index after a run of office lines that ends a section: the division in charge with its
   * bureau or, where the head names no office, divisions and bureaus alone.
   */
  private int misplacedOffices(int begin, int end, boolean named) {
    int i = begin;
    boolean full = false;
    boolean units = true;
    int last = Math.min(end, begin + MOST_OFFICES);
    while (i < last && lines.get(i).role() == LineRole.OFFICE && lines.get(i).heading() == null) {
      full |= reader.isFullOffice(lines.get(i));
      units &= reader.isUnits(lines.get(i));
      i++;
    }
    boolean closes = i == end || lines.get(i).heading() != null;
    return i > begin && closes && (full || units && !named) ? i : begin;
  }
}
