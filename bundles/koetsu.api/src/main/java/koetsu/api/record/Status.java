package koetsu.api.record;

/** Who stands behind a value: the machine or a decision of a person. */
public enum Status {
  /** As extracted; what a value without a status in a file is. */
  MACHINE,
  /** Extracted, and a person agreed. */
  ACCEPTED,
  /** Extracted, and a person changed it. */
  CORRECTED,
  /** Put in by a person. */
  ADDED,
  /** Extracted, and a person refused it; it counts nowhere. */
  REJECTED
}
