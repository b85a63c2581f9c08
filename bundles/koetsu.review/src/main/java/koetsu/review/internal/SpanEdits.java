package koetsu.review.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.profile.FieldDefinition;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Value;
import koetsu.project.DocumentState;
import koetsu.review.OpenDocument;
import koetsu.review.ReviewSession;

/** Moves the place of the value the person is at; what it says follows where it said the place. */
final class SpanEdits {
  private SpanEdits() {}

  static boolean canMove(ReviewSession session) {
    return session.isEditable() && session.value().filter(v -> !v.spans().isEmpty()).isPresent();
  }

  static void move(ReviewSession session, EdgeMove.Unit unit, int direction) {
    SourceDocument document = document(session);
    FieldValue value = session.value().orElseThrow();
    Optional<List<Span>> moved =
        EdgeMove.of(document, value.spans(), session.isEndActive(), unit, direction);
    if (moved.isEmpty()) {
      session.workbench().message(Texts.of("message.edge"));
      return;
    }
    place(session, document, value, moved.get());
    Span edge = session.isEndActive() ? last(moved.get()) : moved.get().get(0);
    int at = session.isEndActive() ? edge.end() : edge.begin();
    Sources.show(session.workbench(), document.name(), new Span(at, at));
  }

  /** Gives the value the person is at another place. */
  static void placeAt(ReviewSession session, List<Span> spans) {
    session.value().ifPresent(value -> place(session, document(session), value, spans));
  }

  /** Makes selected text a further part of the value. */
  static void link(ReviewSession session, Span selected) {
    FieldValue value = session.value().orElseThrow();
    List<Span> spans = new ArrayList<>();
    Span whole = selected;
    for (Span span : value.spans()) {
      if (span.overlaps(whole)) {
        whole = whole.cover(span);
      } else {
        spans.add(span);
      }
    }
    spans.add(whole);
    spans.sort(null);
    place(session, document(session), value, spans);
  }

  private static void place(
      ReviewSession session, SourceDocument document, FieldValue value, List<Span> spans) {
    FieldDefinition field = session.profile().field(session.selection().field()).orElseThrow();
    Value content =
        new ValueReader(session.text())
            .follow(field, document, value.value(), value.spans(), spans, session.tokens(document));
    String printed = document.slice(spans.get(0).cover(last(spans)));
    session.correct(content, printed, spans);
  }

  private static Span last(List<Span> spans) {
    return spans.get(spans.size() - 1);
  }

  private static SourceDocument document(ReviewSession session) {
    return session
        .document(session.selection().document())
        .flatMap(OpenDocument::ready)
        .map(DocumentState::document)
        .orElseThrow();
  }
}
