package koetsu.project.drift;

/** What became of a marked place in a new edition. */
public enum Outcome {
  /** The same text in the same order; offsets, width and line breaks may differ. */
  EXACT,
  /** The same text, while what surrounds it stands in another order. */
  MOVED,
  /** The text itself was changed. */
  CHANGED,
  /** It is not there any more. */
  LOST
}
