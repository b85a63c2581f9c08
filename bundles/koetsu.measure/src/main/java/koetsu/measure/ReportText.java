package koetsu.measure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import koetsu.api.record.Value;
import koetsu.measure.LedgerItem.Outcome;
import koetsu.measure.agreement.Estimate;

/** Reports as plain text in English, the same bytes for equal reports; lines end in {@code \n}. */
public final class ReportText {
  private static final int COLUMN = 10;
  private static final int MEASURE = 14;

  /** More documents than these stand below each other. */
  private static final int MOST_COLUMNS = 12;

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
    List<LedgerItem> misplaced = report.misplaced();
    out.append("right value at a wrong place: ").append(misplaced.size()).append('\n');
    for (LedgerItem item : misplaced) {
      append(out, item);
    }
    out.append("right: ").append(report.items(Outcome.RIGHT).size()).append('\n');
    return out.toString();
  }

  /** One item with its values and rules, over several lines. */
  public static String of(LedgerItem item) {
    StringBuilder out = new StringBuilder();
    append(out, item);
    return out.toString().strip();
  }

  private static void append(StringBuilder out, LedgerItem item) {
    out.append("  ").append(item.document()).append(':').append(item.line()).append("  ");
    out.append(item.record() == null ? "(no gold record)" : item.record());
    out.append(item.locked() ? " (locked)  " : "  ").append(item.field()).append('\n');
    if (item.printed() != null) {
      detail(out, "printed", oneLine(item.printed()), null);
    }
    detail(out, "expected", item.expected() == null ? "nothing" : of(item.expected()), null);
    detail(out, "found", item.actual() == null ? "nothing" : of(item.actual()), item.rule());
    if (item.tellsApproved()) {
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

  /**
   * Figures over all documents: F1 soft and strict, and soft where the machine read the gold's own
   * records; values that are right but elsewhere; records in which the machine says nothing,
   * rightly and wrongly. Then the places, then the records.
   */
  public static String table(RegressionReport report) {
    return fields(report) + '\n' + places(report) + '\n' + records(report);
  }

  private static String fields(RegressionReport report) {
    StringBuilder out = new StringBuilder();
    row(
        out,
        "field",
        "support",
        "precision",
        "recall",
        "F1",
        "strict F1",
        "gold cut",
        "elsewhere",
        "silent",
        "wrongly");
    for (FieldFigures row : report.totals()) {
      fields(out, report, row);
    }
    fields(out, report, report.micro());
    row(
        out,
        RegressionReport.MACRO,
        "",
        "",
        "",
        figure(report.macro(FieldFigures::soft)),
        figure(report.macro(FieldFigures::strict)),
        figure(report.macro(FieldFigures::cut)));
    out.append("records with every field right: ")
        .append(report.exact().right())
        .append(" of ")
        .append(report.exact().of())
        .append('\n');
    if (report.totals().stream().anyMatch(row -> isThin(report, row.soft()))) {
      out.append("~ fewer than ")
          .append(report.leastSupport())
          .append(" gold values: shown, not judged\n");
    }
    return out.toString();
  }

  private static boolean isThin(RegressionReport report, Tally tally) {
    return tally.support() > 0 && tally.support() < report.leastSupport();
  }

  private static String support(RegressionReport report, Tally tally) {
    return (isThin(report, tally) ? "~" : "") + tally.support();
  }

  private static void fields(StringBuilder out, RegressionReport report, FieldFigures row) {
    Tally soft = row.soft();
    boolean alone = !row.isStructure();
    row(
        out,
        row.field(),
        support(report, soft),
        figure(soft.precision()),
        figure(soft.recall()),
        figure(soft.f1()),
        figure(row.strict().f1()),
        figure(row.cut().f1()),
        alone ? Long.toString(row.misplaced()) : "",
        alone ? Long.toString(row.abstention().right()) : "",
        alone ? Long.toString(row.abstention().wrong()) : "");
  }

  /** How the places of values compare: counts under the strict scheme, F1 under all four. */
  private static String places(RegressionReport report) {
    StringBuilder out = new StringBuilder();
    row(out, "places", "COR", "INC", "MIS", "SPU", "strict", "exact", "partial", "type");
    List<FieldFigures> rows = new ArrayList<>(report.totals());
    rows.removeIf(FieldFigures::isStructure);
    rows.add(report.micro());
    for (FieldFigures row : rows) {
      SpanTally strict = row.spans().strict();
      row(
          out,
          row.field(),
          Long.toString(strict.correct()),
          Long.toString(strict.incorrect()),
          Long.toString(strict.missed()),
          Long.toString(strict.spurious()),
          figure(strict.f1()),
          figure(row.spans().exact().f1()),
          figure(row.spans().partial().f1()),
          figure(row.spans().type().f1()));
    }
    return out.toString();
  }

  /** How the reviewed lines were cut. */
  private static String records(RegressionReport report) {
    SegmentationFigures cut = report.allRecords();
    StringBuilder out = new StringBuilder();
    row(out, "records", "support", "precision", "recall", "F1");
    records(out, report, "first line", cut.firstLine());
    records(out, report, "same lines", cut.exact());
    records(out, report, "IoU >= 0.8", cut.wide());
    records(out, report, "IoU >= 0.5", cut.half());
    out.append("of ")
        .append(cut.kind().support())
        .append(" pairs: kind ")
        .append(figure(cut.kind().recall()))
        .append(", parent ")
        .append(figure(cut.parent().recall()))
        .append(" (of ")
        .append(support(report, cut.parent()))
        .append(")\n");
    out.append("boundary similarity ")
        .append(figure(cut.boundarySimilarity()))
        .append(", Pk ")
        .append(figure(cut.pk()))
        .append(", WindowDiff ")
        .append(figure(cut.windowDiff()))
        .append(" (Pk and WindowDiff: 0 is best)\n");
    return out.toString();
  }

  private static void records(
      StringBuilder out, RegressionReport report, String name, Tally tally) {
    row(
        out,
        name,
        support(report, tally),
        figure(tally.precision()),
        figure(tally.recall()),
        figure(tally.f1()));
  }

  /** What changed since the baseline; empty without one. */
  public static String changes(RegressionReport report) {
    if (!report.baselineKnown()) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    row(out, "change", "approved", "now", "change", "from", "to");
    for (FieldFigures row : report.totals()) {
      change(out, report, row);
    }
    change(out, report, report.micro());
    for (String mean : List.of(RegressionReport.MACRO, RegressionReport.EXACT)) {
      change(out, report, mean, OptionalDouble.empty(), OptionalDouble.empty(), Long.MAX_VALUE);
    }
    out.append("soft F1 of what the baseline knows; 95 % interval of a bootstrap over documents;")
        .append(" * it excludes 0\n");
    return out.toString();
  }

  private static void change(StringBuilder out, RegressionReport report, FieldFigures row) {
    change(
        out,
        report,
        row.field(),
        row.approved().f1(),
        row.compared().f1(),
        row.compared().support());
  }

  private static void change(
      StringBuilder out,
      RegressionReport report,
      String figure,
      OptionalDouble approved,
      OptionalDouble now,
      long support) {
    Estimate change = report.change(figure);
    if (change.value().isPresent()) {
      row(
          out,
          figure,
          figure(approved),
          figure(now),
          change(change.value()),
          change(change.low()),
          change(change.high()),
          report.isFlagged(figure, support) ? "*" : "");
    }
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

  /** A column for each document, or a row where there are many. */
  private static String matrix(String corner, Map<String, Map<String, OptionalDouble>> documents) {
    Set<String> measures = new LinkedHashSet<>();
    documents.values().forEach(figures -> measures.addAll(figures.keySet()));
    boolean wide = documents.size() <= MOST_COLUMNS;
    Collection<String> rows = wide ? measures : documents.keySet();
    Collection<String> columns = wide ? documents.keySet() : measures;
    int first = MEASURE;
    for (String row : rows) {
      first = Math.max(first, row.length() + 1);
    }
    StringBuilder out = new StringBuilder(pad(corner, first));
    columns.forEach(column -> out.append(padLeft(column, width(column))));
    out.append('\n');
    for (String row : rows) {
      out.append(pad(row, first));
      for (String column : columns) {
        OptionalDouble figure =
            documents
                .get(wide ? column : row)
                .getOrDefault(wide ? row : column, OptionalDouble.empty());
        out.append(padLeft(figure(figure), width(column)));
      }
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
    if (change.isEmpty()) {
      return "-";
    }
    String signed = String.format(Locale.ROOT, "%+.3f", change.getAsDouble());
    return signed.endsWith("0.000") ? "0" : signed;
  }

  /** A name and cells that are flush right. */
  private static void row(StringBuilder out, String name, String... cells) {
    StringBuilder line = new StringBuilder(pad(name, MEASURE));
    for (String cell : cells) {
      line.append(padLeft(cell, COLUMN));
    }
    out.append(line.toString().stripTrailing()).append('\n');
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }

  private static String padLeft(String text, int width) {
    return " ".repeat(Math.max(1, width - text.length())) + text;
  }
}
