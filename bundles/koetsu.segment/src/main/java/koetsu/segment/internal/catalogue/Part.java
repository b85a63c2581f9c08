package koetsu.segment.internal.catalogue;

/** The part that a line plays on its sheet. */
enum Part {
  BLANK,
  TEXT,
  TITLE,
  /** The summary under a title. */
  SUMMARY,
  CONTACT,
  BUDGET,
  FURNITURE
}
