package koetsu.testkit;

import koetsu.api.document.Span;
import koetsu.api.plugin.LoadException;
import koetsu.measure.Excerpt;
import koetsu.measure.LedgerItem;
import koetsu.measure.ReportText;
import koetsu.pipeline.Explanation;
import koetsu.pipeline.Explanations;
import koetsu.pipeline.Input;
import koetsu.pipeline.Pipeline;

/** Says of one document's items what is wrong and why; the document is read again once at most. */
final class Reasons {
  private static final int MOST_CONDITIONS = 8;

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
      append(out, item.excerpt());
    }
    if (item.expected() != null && !item.spans().isEmpty()) {
      append(out, item.spans().get(0), item.field());
    }
    return out.toString();
  }

  private static void append(StringBuilder out, Excerpt excerpt) {
    for (int i = 0; i < excerpt.lines().size(); i++) {
      int line = i;
      boolean marked = excerpt.marks().stream().anyMatch(mark -> mark.line() == line);
      out.append(
          String.format(
              "%s%6d | %s%n", marked ? ">" : " ", excerpt.first() + i, excerpt.lines().get(i)));
    }
  }

  /** What the rules say of the place of a value that the machine did not give. */
  private void append(StringBuilder out, Span place, String field) {
    Explanation at;
    try {
      at = explanations().at(place);
    } catch (LoadException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
    if (at.record() == null) {
      out.append("      why not   no record claims this place\n");
    }
    at.failures().stream()
        .limit(MOST_CONDITIONS)
        .forEach(
            failure ->
                out.append("      why not   ")
                    .append(failure.source())
                    .append(": ")
                    .append(failure.condition())
                    .append('\n'));
    for (Explanation.Reading reading : at.values()) {
      if (!reading.field().equals(field)) {
        out.append("      it is     ").append(reading.field()).append(": ");
        out.append(reading.value().value()).append("   [");
        out.append(reading.value().extractor()).append("]\n");
      }
    }
  }

  private synchronized Explanations explanations() throws LoadException {
    if (explanations == null) {
      explanations = pipeline.explain(pipeline.load(input.read()));
    }
    return explanations;
  }
}
