package koetsu.api.record;

/** How far the review of a record has come. */
public enum RecordState {
  UNTOUCHED,
  IN_REVIEW,
  /** A person has looked at every field; the record is gold. */
  REVIEWED,
  /** Gold whose breaking fails the regression test. */
  LOCKED,
  /** A person says that this is no record of its own; it counts nowhere. */
  REJECTED
}
