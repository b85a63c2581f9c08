package koetsu.testkit;

import koetsu.pipeline.Explanation;

/** Prints what the rules say of a place where they gave no value, or another one. */
final class WhyNot {
  private static final int MOST = 8;

  private WhyNot() {}

  /**
   * @param field whose value is missing; values of other fields at the place are named
   */
  static void append(StringBuilder out, Explanation at, String field) {
    if (at.record() == null) {
      line(out, "why not", "no record claims this place");
    }
    at.failures().stream()
        .limit(MOST)
        .forEach(failure -> line(out, "why not", failure.source() + ": " + failure.condition()));
    for (Explanation.Reading reading : at.values()) {
      if (!reading.field().equals(field)) {
        line(
            out,
            "it is",
            reading.field()
                + ": "
                + reading.value().value()
                + "   ["
                + reading.value().extractor()
                + "]");
      }
    }
    if (at.record() != null && !at.isSpokenOf()) {
      line(out, "why not", "no rule looked here");
      at.elsewhere().stream()
          .limit(MOST)
          .forEach(
              reader ->
                  line(
                      out,
                      "reads",
                      reader.source()
                          + " reads "
                          + reader.kind()
                          + (reader.where().isEmpty()
                              ? ""
                              : " in "
                                  + String.join(", ", reader.where().stream().sorted().toList()))));
    }
  }

  private static void line(StringBuilder out, String label, String text) {
    out.append(String.format("      %-9s %s%n", label, text));
  }
}
