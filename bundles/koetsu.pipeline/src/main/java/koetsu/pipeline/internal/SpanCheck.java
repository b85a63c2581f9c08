package koetsu.pipeline.internal;

import java.util.List;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;

/** The rules for every list of spans: ascending, apart, inside the document, none empty. */
final class SpanCheck {
  private SpanCheck() {}

  /** What is wrong with the places of something that must have a place; null where nothing is. */
  static String fault(List<Span> spans, SourceDocument document) {
    return spans.isEmpty() ? "it has no place" : faultIfAny(spans, document);
  }

  /** What is wrong with the places of something that may have none; null where nothing is. */
  static String faultIfAny(List<Span> spans, SourceDocument document) {
    int last = 0;
    for (Span span : spans) {
      if (span.isEmpty()) {
        return "its span at " + span.begin() + " is empty";
      }
      if (span.begin() < last) {
        return "its spans are not ascending at " + span.begin();
      }
      if (span.end() > document.length()) {
        return "its span " + span.begin() + "–" + span.end() + " ends beyond the document";
      }
      last = span.end();
    }
    return null;
  }
}
