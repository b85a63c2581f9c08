package koetsu.review.internal;

import java.util.Optional;
import koetsu.api.document.Span;
import koetsu.review.ReviewSession;
import koetsu.workbench.View;
import koetsu.workbench.Workbench;

/** Makes the tabs of documents. */
public final class Sources {
  private Sources() {}

  /** The text of a document of the session. */
  public static View view(ReviewSession session, String document) {
    return new SourceView(session, document);
  }

  /** Scrolls the open tab of a document to a place and puts the caret there. */
  public static void show(Workbench workbench, String document, Span span) {
    find(workbench, document).ifPresent(view -> view.show(span));
  }

  /** Selects a place of the open tab of a document and takes the keyboard there. */
  static void select(Workbench workbench, String document, Span span) {
    find(workbench, document).ifPresent(view -> view.select(span));
  }

  /** The open tab of a document. */
  static Optional<SourceView> find(Workbench workbench, String document) {
    return workbench
        .document(document)
        .filter(SourceView.class::isInstance)
        .map(SourceView.class::cast);
  }

  /**
   * Puts the caret where it was once, as soon as the tab of the document has a size.
   *
   * @param offset code point; where there is none, nothing happens
   */
  public static void goTo(Workbench workbench, String document, int offset) {
    workbench
        .shell()
        .getDisplay()
        .asyncExec(
            () ->
                workbench
                    .document(document)
                    .filter(SourceView.class::isInstance)
                    .map(SourceView.class::cast)
                    .filter(view -> view.source() != null)
                    .filter(view -> offset >= 0 && offset <= view.source().length())
                    .ifPresent(view -> view.goTo(new Span(offset, offset))));
  }
}
