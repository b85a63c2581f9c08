package koetsu.api.profile;

/** How two contents of a text or slot are judged to mean the same. */
public enum Comparison {
  /** Not at all: the content is a note to people. */
  NONE,
  /** As written; null and false of a flag are the same. */
  EXACT,
  /** After NFKC, with white space removed and dashes unified. */
  TEXT,
  /** As {@link #TEXT}, without thousands separators and a leading 約. */
  QUANTITY
}
