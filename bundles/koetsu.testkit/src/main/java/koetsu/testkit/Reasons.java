package koetsu.testkit;

import koetsu.api.plugin.LoadException;
import koetsu.measure.LedgerItem;
import koetsu.measure.ReportText;
import koetsu.pipeline.Explanations;
import koetsu.pipeline.Input;
import koetsu.pipeline.Pipeline;

/** Says of one document's items what is wrong and why; the document is read again once at most. */
final class Reasons {
  private final Pipeline pipeline;
  private final Input input;
  private Explanations explanations;

  Reasons(Pipeline pipeline, Input input) {
    this.pipeline = pipeline;
    this.input = input;
  }

  String message(LedgerItem item) {
    StringBuilder out = new StringBuilder(ReportText.of(item)).append('\n');
    if (item.excerpt() != null) {
      SourceLines.append(out, item.excerpt());
    }
    if (item.expected() != null && !item.spans().isEmpty()) {
      try {
        WhyNot.append(out, explanations().at(item.spans().get(0)), item.field());
      } catch (LoadException e) {
        throw new IllegalStateException(e.getMessage(), e);
      }
    }
    return out.toString();
  }

  private synchronized Explanations explanations() throws LoadException {
    if (explanations == null) {
      explanations = pipeline.explain(pipeline.load(input.read()));
    }
    return explanations;
  }
}
