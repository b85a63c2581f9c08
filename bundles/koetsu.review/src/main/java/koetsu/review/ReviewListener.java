package koetsu.review;

/** Hears what changes in a {@link ReviewSession}, on the thread of the display. */
public interface ReviewListener {

  /** A document was read, failed, or was edited. */
  default void documentChanged(String document) {}

  /**
   * The person is somewhere else.
   *
   * @param reveal whether the place must be scrolled into sight
   */
  default void selectionChanged(Selection selection, boolean reveal) {}

  /** The queue was narrowed or ordered otherwise. */
  default void queueChanged() {}

  /**
   * The caret of a document moved, with or without a change of the selection.
   *
   * @param offset code point
   */
  default void caretMoved(String document, int offset) {}
}
