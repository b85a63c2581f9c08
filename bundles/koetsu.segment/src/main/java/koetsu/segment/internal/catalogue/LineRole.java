package koetsu.segment.internal.catalogue;

/** What a line of a catalogue is by its own print, before anything is known of its sheet. */
enum LineRole {
  BLANK,
  TEXT,
  /** A bullet of the kind that opens the summary under a title. */
  LEAD,
  /** The head of an enquiry block. */
  CONTACT,
  /** A web address, or what is left of one after a line break. */
  LINK,
  /** The label of the chapter that a sheet belongs to. */
  CHAPTER,
  /** Words that say whom a sheet is for. */
  TAG,
  /** A note of the page that is the same on every sheet it stands on. */
  NOTICE,
  /** The source of a picture. */
  CREDIT,
  /** Nothing but a number, which may be the page's. */
  NUMBER;

  /** Whether such a line is the page's and not the programme's. */
  boolean furniture() {
    return this == CHAPTER || this == TAG || this == NOTICE || this == CREDIT || this == NUMBER;
  }
}
