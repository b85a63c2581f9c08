package koetsu.cli.internal;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.Evidence;
import koetsu.api.record.FieldValue;
import koetsu.api.record.Section;
import koetsu.pipeline.Explanation;

/** Prints an explanation, from what is certain to what might have been. */
final class WhyText {
  private static final int WIDTH = 60;

  private final SourceDocument document;
  private final PrintStream out;

  WhyText(SourceDocument document, PrintStream out) {
    this.document = document;
    this.out = out;
  }

  void print(Explanation explanation) {
    out.println(place(explanation.place()) + ": " + quoted(explanation.place()));
    out.println("  " + home(explanation));
    for (Section section : explanation.sections()) {
      out.println("  section " + section.type() + under(section));
    }
    explanation
        .regions()
        .forEach(r -> out.println("  read as " + r.role().name() + " " + quoted(r.span())));
    explanation.values().forEach(this::value);
    for (Explanation.Reading reading : explanation.evidence()) {
      out.println(
          "relied on by "
              + named(reading)
              + " at "
              + place(reading.value().spans().get(0))
              + " ["
              + reading.value().extractor()
              + "]");
    }
    for (Explanation.Failure failure : explanation.failures()) {
      out.println(
          "not taken: "
              + quoted(failure.place())
              + ": "
              + failure.condition()
              + bracketed(failure));
    }
    if (!explanation.isSpokenOf()) {
      out.println("no rule looked here");
    }
    for (Explanation.Reader reader : explanation.elsewhere()) {
      out.println(
          "read elsewhere: "
              + reader.kind()
              + (reader.where().isEmpty()
                  ? ""
                  : " in " + reader.where().stream().sorted().collect(Collectors.joining(", ")))
              + ", "
              + reader.times()
              + " times ["
              + reader.source()
              + "]");
    }
  }

  private static String home(Explanation explanation) {
    if (explanation.record() != null) {
      String name = explanation.record().first("name");
      return "record " + explanation.record().id() + (name.isEmpty() ? "" : " " + name);
    }
    return explanation.gap() == null ? "in no record" : "no record: " + explanation.gap().kind();
  }

  private String under(Section section) {
    return section.heading().isEmpty()
        ? " (without a heading)"
        : " under " + place(section.heading().get(0)) + " " + quoted(section.heading().get(0));
  }

  private void value(Explanation.Reading reading) {
    FieldValue value = reading.value();
    out.println(named(reading) + certainty(value) + " [" + value.extractor() + "]");
    if (value.why() == null) {
      return;
    }
    out.println(
        "    "
            + value.why().steps().stream()
                .map(s -> Table.shortened(oneLine(s), WIDTH))
                .collect(Collectors.joining(" → ")));
    for (Evidence evidence : value.why().evidence()) {
      out.println(
          "    by "
              + evidence.role()
              + " "
              + quoted(evidence.span())
              + ", "
              + place(evidence.span()));
    }
    List<FieldValue> losers = value.why().alternatives();
    losers.forEach(
        l ->
            out.println(
                "    rather than " + l.value() + certainty(l) + " [" + l.extractor() + "]"));
  }

  private static String certainty(FieldValue value) {
    return value.confidence() == null
        ? ""
        : String.format(Locale.ROOT, ", confidence %.2f", value.confidence());
  }

  private static String named(Explanation.Reading reading) {
    return reading.record() + " " + reading.field() + " " + reading.value().value();
  }

  private static String bracketed(Explanation.Failure failure) {
    return " [" + failure.source() + "]";
  }

  private String place(Span span) {
    return "line " + (document.lineAt(span.begin()).number() + 1);
  }

  private String quoted(Span span) {
    return "\"" + Table.shortened(oneLine(document.slice(span)), WIDTH) + "\"";
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s*\\R\\s*", " ").strip();
  }
}
