package koetsu.extract.internal;

import java.util.ArrayList;
import java.util.List;
import koetsu.api.document.Span;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.record.Evidence;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Value;
import koetsu.api.record.Why;

/** A value in the making: its places, what speaks for it and how the print became the value. */
final class Finding {
  private final ExtractionContext context;
  private final String field;
  private final String rule;
  private final List<Span> spans;
  private final List<Evidence> evidence = new ArrayList<>();
  private final List<String> steps = new ArrayList<>();

  Finding(ExtractionContext context, String field, String rule, List<Span> spans) {
    this.context = context;
    this.field = field;
    this.rule = rule;
    this.spans = List.copyOf(spans);
  }

  /** Adds a place the rule relied on; one without a span is left out. */
  Finding because(String role, Span span) {
    if (span != null) {
      evidence.add(new Evidence(role, span));
    }
    return this;
  }

  /** Adds a form between print and value; one that repeats the last is left out. */
  Finding step(String form) {
    if (steps.isEmpty() || !steps.get(steps.size() - 1).equals(form)) {
      steps.add(form);
    }
    return this;
  }

  Extraction value(Value value, double confidence) {
    String text = context.slice(spans.get(0).cover(spans.get(spans.size() - 1)));
    List<String> chain = new ArrayList<>();
    chain.add(text);
    for (String step : steps) {
      if (!step.equals(chain.get(chain.size() - 1))) {
        chain.add(step);
      }
    }
    String last = value instanceof Value.Text plain ? plain.text() : value.toString();
    if (!last.equals(chain.get(chain.size() - 1))) {
      chain.add(last);
    }
    return new Extraction(
        field, FieldValue.machine(value, text, spans, confidence, new Why(rule, evidence, chain)));
  }
}
