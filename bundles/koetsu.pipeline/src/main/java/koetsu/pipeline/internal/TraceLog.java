package koetsu.pipeline.internal;

import java.util.ArrayList;
import java.util.List;
import koetsu.api.document.Span;
import koetsu.api.plugin.Trace;
import koetsu.pipeline.Explanation;
import koetsu.pipeline.PlugIn;

/** Takes down what every plug-in's rules let go, whatever thread they run on. */
final class TraceLog {
  private final List<Explanation.Failure> failures = new ArrayList<>();

  /** The trace of one plug-in, whose rules it names in full. */
  Trace of(PlugIn plugIn) {
    return new Trace() {
      @Override
      public boolean enabled() {
        return true;
      }

      @Override
      public void failed(String rule, Span place, String condition) {
        Explanation.Failure failure =
            new Explanation.Failure(plugIn.source(rule), place, condition);
        synchronized (failures) {
          failures.add(failure);
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
