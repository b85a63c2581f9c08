package koetsu.workbench;

/** A place in the status line, in its order from the left. */
public enum StatusSlot {
  PROJECT,
  POSITION,
  REVIEWER,
  SAVED,
  REMAINING
}
