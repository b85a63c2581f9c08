package koetsu.segment.internal.sheet;

import java.util.List;

/**
 * A section as lines.
 *
 * @param type section type
 * @param heading heading lines; empty where an outline resumes without one
 * @param body the lines under it, in order; the first may be the heading line itself
 */
record SectionBlock(String type, List<SheetLine> heading, List<SheetLine> body) {
  /** Markdown level of the heading, or 0. */
  int level() {
    return heading.isEmpty() ? 0 : heading.get(0).level();
  }

  /** The heading as the lexicon found it, or an empty string. */
  String name() {
    return heading.isEmpty() || heading.get(0).heading() == null
        ? ""
        : heading.get(0).heading().name();
  }
}
