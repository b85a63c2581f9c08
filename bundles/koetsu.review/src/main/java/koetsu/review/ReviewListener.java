package koetsu.review;

import java.util.List;

/** Hears what changes in a {@link ReviewSession}, on the thread of the display. */
public interface ReviewListener {

  /** A document was read, failed, or was edited. */
  default void documentChanged(String document) {}

  /** Documents changed at once; for who has as much to do for one as for many. */
  default void documentsChanged(List<String> documents) {
    documents.forEach(this::documentChanged);
  }

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
