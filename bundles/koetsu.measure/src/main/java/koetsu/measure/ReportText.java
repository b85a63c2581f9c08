package koetsu.measure;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import koetsu.api.record.Value;
import koetsu.measure.LedgerItem.Outcome;

/** Reports as plain text in English, the same bytes for equal reports; lines end in {@code \n}. */
public final class ReportText {
  private static final int COLUMN = 10;
  private static final int MEASURE = 14;
  private static final List<Outcome> SHOWN =
      List.of(Outcome.BROKEN, Outcome.CHANGED_BUT_WRONG, Outcome.STILL_WRONG, Outcome.FIXED);

  private ReportText() {}

  /** What a person calls an outcome. */
  public static String name(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** A value in one line; an empty one for null. */
  public static String of(Value value) {
    return value == null ? "" : oneLine(value.toString());
  }

  private static String oneLine(String text) {
    return text.replace("\r", "").replace('\n', ' ');
  }

  /** Everything that is not right or was not: broken first, one paragraph an item. */
  public static String ledger(RegressionReport report) {
    StringBuilder out = new StringBuilder();
    for (Outcome outcome : SHOWN) {
      List<LedgerItem> items = report.items(outcome);
      out.append(name(outcome)).append(": ").append(items.size()).append('\n');
      for (LedgerItem item : items) {
        append(out, item);
      }
    }
    out.append("right: ").append(report.items(Outcome.RIGHT).size()).append('\n');
    return out.toString();
  }

  private static void append(StringBuilder out, LedgerItem item) {
    out.append("  ").append(item.document()).append(':').append(item.line()).append("  ");
    out.append(item.record() == null ? "(no gold record)" : item.record());
    out.append(item.locked() ? " (locked)  " : "  ").append(item.field()).append('\n');
    if (item.printed() != null) {
      detail(out, "printed", oneLine(item.printed()), null);
    }
    detail(out, "expected", item.expected() == null ? "nothing" : of(item.expected()), null);
    if (item.outcome() != Outcome.FIXED || item.expected() == null) {
      detail(out, "found", item.actual() == null ? "nothing" : of(item.actual()), item.rule());
    }
    if (item.approved() != null || item.outcome() == Outcome.CHANGED_BUT_WRONG) {
      detail(
          out,
          "approved",
          item.approved() == null ? "nothing" : of(item.approved()),
          item.approvedRule());
    }
  }

  private static void detail(StringBuilder out, String label, String text, String rule) {
    out.append("      ").append(pad(label, COLUMN)).append(text);
    if (rule != null) {
      out.append("   [").append(rule).append(']');
    }
    out.append('\n');
  }

  /** Figures over all documents: support, strict and soft F1, and the change since the baseline. */
  public static String table(RegressionReport report) {
    StringBuilder out = new StringBuilder();
    out.append(pad("field", MEASURE));
    for (String head :
        new String[] {"support", "precision", "recall", "F1", "strict F1", "approved", "change"}) {
      out.append(padLeft(head, COLUMN));
    }
    out.append('\n');
    for (FieldFigures row : report.totals()) {
      Tally soft = row.soft();
      out.append(pad(row.field(), MEASURE));
      out.append(padLeft(Long.toString(soft.support()), COLUMN));
      out.append(padLeft(figure(soft.precision()), COLUMN));
      out.append(padLeft(figure(soft.recall()), COLUMN));
      out.append(padLeft(figure(soft.f1()), COLUMN));
      out.append(padLeft(figure(row.strict().f1()), COLUMN));
      out.append(padLeft(figure(row.approved().f1()), COLUMN));
      out.append(padLeft(change(row.delta()), COLUMN)).append('\n');
    }
    out.append("records with every field right: ")
        .append(report.exact().right())
        .append(" of ")
        .append(report.exact().of())
        .append('\n');
    return out.toString();
  }

  /** Pass or fail with the reasons. */
  public static String verdict(RegressionReport report) {
    StringBuilder out = new StringBuilder();
    if (!report.baselineKnown()) {
      out.append("no approved baseline yet: approve this run to make one\n");
    }
    out.append(report.verdict().passed() ? "pass\n" : "REGRESSION\n");
    report.verdict().reasons().forEach(reason -> out.append("  ").append(reason).append('\n'));
    return out.toString();
  }

  /** F1 a field and document, over what people have reviewed. */
  public static String byDocument(RegressionReport report) {
    Map<String, Map<String, OptionalDouble>> columns = new LinkedHashMap<>();
    for (FieldFigures row : report.table()) {
      columns
          .computeIfAbsent(row.document(), document -> new LinkedHashMap<>())
          .put(row.field(), row.soft().f1());
    }
    return matrix("F1", columns);
  }

  /** The plain figures over everything, F1 a measure and document. */
  public static String scores(List<Score> scores) {
    Map<String, Map<String, OptionalDouble>> columns = new LinkedHashMap<>();
    for (Score score : scores) {
      Map<String, OptionalDouble> column = new LinkedHashMap<>();
      score.figures().forEach((row, tally) -> column.put(row, tally.f1()));
      column.put("quality", score.quality());
      columns.put(score.document(), column);
    }
    return matrix("measure", columns);
  }

  private static String matrix(String corner, Map<String, Map<String, OptionalDouble>> columns) {
    StringBuilder out = new StringBuilder(pad(corner, MEASURE));
    Set<String> rows = new LinkedHashSet<>();
    columns.forEach(
        (head, column) -> {
          out.append(padLeft(head, width(head)));
          rows.addAll(column.keySet());
        });
    out.append('\n');
    for (String row : rows) {
      out.append(pad(row, MEASURE));
      columns.forEach(
          (head, column) ->
              out.append(
                  padLeft(figure(column.getOrDefault(row, OptionalDouble.empty())), width(head))));
      out.append('\n');
    }
    return out.toString();
  }

  private static int width(String head) {
    return Math.max(COLUMN, head.length() + 2);
  }

  private static String figure(OptionalDouble figure) {
    return figure.isPresent() ? String.format(Locale.ROOT, "%.3f", figure.getAsDouble()) : "-";
  }

  private static String change(OptionalDouble change) {
    return change.isPresent() ? String.format(Locale.ROOT, "%+.3f", change.getAsDouble()) : "-";
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }

  private static String padLeft(String text, int width) {
    return " ".repeat(Math.max(1, width - text.length())) + text;
  }
}
