package koetsu.segment.internal.sheet;

/** The part that a line plays in the head of a sheet. */
enum LineRole {
  /** A budget label, with or without its amount. */
  BUDGET,
  /** An amount of money and nothing else; part of a budget after its label. */
  AMOUNT,
  /** A note in brackets or after ※, or a bare 等. */
  REMARK,
  /** Offices in charge. */
  OFFICE,
  /** Lead or cooperating ministries. */
  MINISTRY,
  /** A labelled project number. */
  NUMBER,
  /** A page number. */
  PAGE,
  /** Anything else. */
  TEXT
}
