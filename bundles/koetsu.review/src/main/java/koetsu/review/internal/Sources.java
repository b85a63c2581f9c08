package koetsu.review.internal;

import koetsu.review.ReviewSession;
import koetsu.workbench.View;

/** Makes the tabs of documents. */
public final class Sources {
  private Sources() {}

  /** The text of a document of the session. */
  public static View view(ReviewSession session, String document) {
    return new SourceView(session, document);
  }
}
