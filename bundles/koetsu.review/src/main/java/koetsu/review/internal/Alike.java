package koetsu.review.internal;

import java.util.ArrayList;
import java.util.List;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Status;
import koetsu.project.DocumentState;
import koetsu.review.OpenDocument;
import koetsu.review.ReviewSession;
import koetsu.review.Selection;
import koetsu.review.WorkQueue;

/** The open values that the machine made for the same reason: one field, one rule. */
final class Alike {
  private Alike() {}

  /**
   * The places over the whole project that are as doubtful as the value the person is at, or as
   * sure, and of the same field and rule; that value first.
   */
  static List<Selection> of(ReviewSession session) {
    Selection at = session.selection();
    FieldValue like = session.value().orElse(null);
    List<Selection> places = new ArrayList<>();
    if (like == null || like.status() != Status.MACHINE) {
      return places;
    }
    places.add(at);
    for (OpenDocument document : session.documents()) {
      for (ParsedRecord record : document.ready().map(DocumentState::records).orElse(List.of())) {
        List<FieldValue> values = record.values(at.field());
        for (int i = 0; i < values.size(); i++) {
          FieldValue value = values.get(i);
          Selection place = new Selection(document.name(), record.id(), at.field(), i);
          if (value.status() == Status.MACHINE
              && ReviewSession.isDoubtful(value) == ReviewSession.isDoubtful(like)
              && WorkQueue.rule(value).equals(WorkQueue.rule(like))
              && !place.equals(at)) {
            places.add(place);
          }
        }
      }
    }
    return places;
  }
}
