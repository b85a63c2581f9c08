package koetsu.pipeline.internal;

import java.util.ArrayList;
import java.util.List;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.Trace;
import koetsu.pipeline.Explanation;
import koetsu.pipeline.Fence;
import koetsu.pipeline.PlugIn;

/** Takes down what every plug-in's rules let go, whatever thread they run on. */
final class TraceLog {
  /** What rules look at in a document is remembered up to here. */
  private static final int MOST = 2_000_000;

  private final SourceDocument document;
  private final List<Explanation.Failure> failures = new ArrayList<>();

  TraceLog(SourceDocument document) {
    this.document = document;
  }

  /** The trace of one plug-in, whose rules it names in full. */
  Trace of(PlugIn plugIn) {
    return new Trace() {
      @Override
      public boolean enabled() {
        return true;
      }

      @Override
      public void failed(String rule, Span place, String condition) {
        if (place.end() > document.length()) {
          return; // no place that anybody can ask about
        }
        Explanation.Failure failure =
            new Explanation.Failure(plugIn.source(rule), place, Fence.shortened(condition));
        synchronized (failures) {
          if (failures.size() < MOST) {
            failures.add(failure);
          }
        }
      }
    };
  }

  List<Explanation.Failure> failures() {
    synchronized (failures) {
      return List.copyOf(failures);
    }
  }
}
