package koetsu.measure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import koetsu.api.record.Value;
import koetsu.measure.LedgerItem.Outcome;
import koetsu.measure.agreement.Estimate;
import koetsu.records.Json;
import koetsu.records.Node;

/**
 * Reports as JSON for other programs, the same bytes for equal reports. Figures that are undefined
 * are null; what is right is counted only.
 */
public final class ReportJson {
  private static final String SCHEMA = "koetsu.report/1";

  private ReportJson() {}

  /** The file's content, UTF-8, one line. */
  public static byte[] of(RegressionReport report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schema", SCHEMA);
    json.put("passed", report.verdict().passed());
    json.put("reasons", report.verdict().failures().stream().map(ReportJson::reason).toList());
    json.put("baseline", report.baselineKnown());
    json.put("records", report.exact().of());
    json.put("recordsExact", report.exact().right());
    json.put("leastSupport", report.leastSupport());
    json.put("outcomes", outcomes(report));
    json.put("ledger", ledger(report));
    json.put("fields", report.table().stream().map(row -> field(row)).toList());
    json.put("micro", field(report.micro()));
    Map<String, Object> macro = new LinkedHashMap<>();
    macro.put("soft", figure(report.macro(FieldFigures::soft)));
    macro.put("strict", figure(report.macro(FieldFigures::strict)));
    macro.put("goldCut", figure(report.macro(FieldFigures::cut)));
    json.put("macro", macro);
    json.put("segmentation", report.segmentation().stream().map(ReportJson::cut).toList());
    json.put("changes", changes(report));
    json.put("runs", report.trend().stream().map(Baseline::toJson).toList());
    return (Json.write(json) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static Map<String, Object> reason(Reason reason) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", Node.name(reason.kind()));
    json.put("arguments", reason.arguments());
    json.put("en", reason.toString());
    json.put("ja", reason.text(Locale.JAPANESE));
    return json;
  }

  private static Map<String, Object> outcomes(RegressionReport report) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (Outcome outcome : Outcome.values()) {
      json.put(Node.name(outcome), report.items(outcome).size());
    }
    json.put("misplaced", report.misplaced().size());
    return json;
  }

  private static List<Object> ledger(RegressionReport report) {
    List<Object> items = new ArrayList<>();
    for (LedgerItem item : report.ledger()) {
      if (item.outcome() != Outcome.RIGHT || item.misplaced()) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("outcome", Node.name(item.outcome()));
        json.put("document", item.document());
        json.put("line", item.line());
        json.put("record", item.record());
        json.put("field", item.field());
        json.put("locked", item.locked());
        json.put("misplaced", item.misplaced());
        json.put("printed", item.printed());
        json.put("expected", value(item.expected()));
        json.put("actual", value(item.actual()));
        json.put("approved", value(item.approved()));
        json.put("rule", item.rule());
        json.put("approvedRule", item.approvedRule());
        json.put("spans", item.spans().stream().map(s -> List.of(s.begin(), s.end())).toList());
        items.add(json);
      }
    }
    return items;
  }

  private static Object value(Value value) {
    return value instanceof Value.Slots slots
        ? slots.slots()
        : value == null ? null : value.toString();
  }

  private static Map<String, Object> field(FieldFigures row) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("document", row.document());
    json.put("field", row.field());
    json.put("support", row.soft().support());
    json.put("soft", tally(row.soft()));
    json.put("strict", tally(row.strict()));
    json.put("goldCut", tally(row.cut()));
    json.put("misplaced", row.misplaced());
    json.put("silentRightly", row.abstention().right());
    json.put("silentWrongly", row.abstention().wrong());
    Map<String, Object> spans = new LinkedHashMap<>();
    spans.put("strict", span(row.spans().strict()));
    spans.put("exact", span(row.spans().exact()));
    spans.put("partial", span(row.spans().partial()));
    spans.put("type", span(row.spans().type()));
    json.put("spans", spans);
    json.put("compared", tally(row.compared()));
    json.put("approved", tally(row.approved()));
    return json;
  }

  private static Map<String, Object> tally(Tally tally) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("right", tally.right());
    json.put("spurious", tally.spurious());
    json.put("missed", tally.missed());
    json.put("precision", figure(tally.precision()));
    json.put("recall", figure(tally.recall()));
    json.put("f1", figure(tally.f1()));
    return json;
  }

  private static Map<String, Object> span(SpanTally tally) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("cor", tally.correct());
    json.put("inc", tally.incorrect());
    json.put("par", tally.partial());
    json.put("mis", tally.missed());
    json.put("spu", tally.spurious());
    json.put("precision", figure(tally.precision()));
    json.put("recall", figure(tally.recall()));
    json.put("f1", figure(tally.f1()));
    return json;
  }

  private static Map<String, Object> cut(SegmentationFigures row) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("document", row.document());
    json.put("firstLine", tally(row.firstLine()));
    json.put("exact", tally(row.exact()));
    json.put("iou80", tally(row.wide()));
    json.put("iou50", tally(row.half()));
    json.put("kind", tally(row.kind()));
    json.put("parent", tally(row.parent()));
    json.put("boundarySimilarity", figure(row.boundarySimilarity()));
    json.put("pk", figure(row.pk()));
    json.put("windowDiff", figure(row.windowDiff()));
    return json;
  }

  private static Map<String, Object> changes(RegressionReport report) {
    Map<String, Object> json = new LinkedHashMap<>();
    report
        .changes()
        .forEach(
            (figure, change) -> {
              if (change.value().isPresent()) {
                json.put(figure, change(change));
              }
            });
    return json;
  }

  private static Map<String, Object> change(Estimate change) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("change", figure(change.value()));
    json.put("low", figure(change.low()));
    json.put("high", figure(change.high()));
    return json;
  }

  private static Double figure(OptionalDouble figure) {
    return figure.isPresent() ? figure.getAsDouble() : null;
  }
}
