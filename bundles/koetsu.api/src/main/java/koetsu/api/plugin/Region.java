package koetsu.api.plugin;

import java.util.Objects;
import koetsu.api.document.Span;

/**
 * A stretch of a record with the part it plays in the sheet's layout, as the segmenter understood
 * it.
 *
 * @param role the part it plays
 * @param span one line or a stretch of one line, without surrounding white space
 */
public record Region(Role role, Span span) {
  /** The part a stretch plays in a sheet. */
  public enum Role {
    /** A line, or the part of a line, that names the record; markup and item number included. */
    TITLE,
    /** The printed item number before or inside the title. */
    NUMBER,
    /**
     * A line that states the record's own budget, whole; a label on a line of its own above the
     * figures, or what they are for, counts too.
     */
    BUDGET,
    /** A line of the sheet's head that names offices in charge. */
    OFFICE,
    /** A line that names lead or cooperating ministries. */
    MINISTRY,
    /** A line of enquiries, its head included: offices, telephone, mail, web. */
    CONTACT,
    /** The printed chapter label of a catalogue sheet. */
    CHAPTER,
    /** A tag saying whom a catalogue sheet is for. */
    TAG,
    /** Text that is the page's, not the programme's: page numbers, running heads, footers. */
    FURNITURE,
    /** A heading that only contains other headings. */
    CONTAINER
  }

  public Region {
    Objects.requireNonNull(role);
    Objects.requireNonNull(span);
  }
}
