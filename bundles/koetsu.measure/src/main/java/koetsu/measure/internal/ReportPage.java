package koetsu.measure.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import koetsu.api.profile.Profile;
import koetsu.api.record.Value;
import koetsu.measure.Baseline;
import koetsu.measure.Excerpt;
import koetsu.measure.FieldFigures;
import koetsu.measure.LedgerItem;
import koetsu.measure.LedgerItem.Outcome;
import koetsu.measure.Reason;
import koetsu.measure.RegressionReport;
import koetsu.measure.Score;
import koetsu.measure.SegmentationFigures;
import koetsu.measure.SpanTally;
import koetsu.measure.Tally;
import koetsu.measure.agreement.Estimate;

/** The body of the page that shows a report, put into the template {@code report.html}. */
public final class ReportPage {
  private static final String TEMPLATE = "report.html";
  private static final String TITLE = "${title}";
  private static final String BODY = "${body}";

  /** Items of one group that are shown; a browser is slow with more, and nobody reads them. */
  private static final int MOST_ITEMS = 2000;

  /** Reasons that stand above the figures; the others are folded in. */
  private static final int MOST_REASONS = 8;

  /** A group of more items than this begins closed. */
  private static final int MOST_OPEN = 60;

  private final RegressionReport report;
  private final String title;
  private final ValueWords english;
  private final ValueWords japanese;
  private final Html html = new Html();

  public ReportPage(RegressionReport report, String title, Profile profile) {
    this.report = report;
    this.title = title;
    this.english = new ValueWords(profile, Locale.ENGLISH);
    this.japanese = new ValueWords(profile, Locale.JAPANESE);
  }

  /** The whole page. */
  public String html() {
    navigation();
    html.raw("<main>\n");
    summary();
    ledger();
    figures();
    places();
    records();
    documents();
    html.raw("</main>");
    String name = Html.escaped(title) + " – " + Html.escaped(Html.english("page.title"));
    String template = template();
    int at = template.indexOf(BODY);
    return template.substring(0, at).replace(TITLE, name)
        + html
        + template.substring(at + BODY.length());
  }

  private static String template() {
    try (InputStream in = ReportPage.class.getResourceAsStream(TEMPLATE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // ---- the head

  private void navigation() {
    html.raw("<nav><div><div class=\"parts\">");
    for (String part : List.of("summary", "ledger", "figures", "places", "records", "documents")) {
      html.raw("<a href=\"#" + part + "\">").say("page." + part).raw("</a>");
    }
    html.raw("</div><button id=\"language\" type=\"button\">").say("page.language");
    html.raw("</button></div></nav>\n");
  }

  private void summary() {
    boolean passed = report.verdict().passed();
    html.raw("<header id=\"summary\"><h1>").text(title).raw("</h1>\n<p class=\"verdict\">");
    html.raw("<span class=\"pill " + (passed ? "pass" : "fail") + "\">");
    html.say(passed ? "page.passed" : "page.failed").raw("</span><span>");
    html.say("page.exact", count(report.exact().right()), count(report.exact().of()));
    html.raw("</span></p>\n");
    if (!report.baselineKnown()) {
      html.raw("<p class=\"note\">").say("page.nobaseline").raw("</p>\n");
    }
    if (!passed) {
      List<Reason> reasons = report.verdict().failures();
      int first = Math.min(MOST_REASONS, reasons.size());
      reasons(reasons.subList(0, first));
      if (reasons.size() > first) {
        html.raw("<details><summary class=\"note\">");
        html.say("page.more.reasons", count(reasons.size() - first)).raw("</summary>\n");
        reasons(reasons.subList(first, Math.min(MOST_ITEMS, reasons.size())));
        html.raw("</details>\n");
      }
    }
    html.raw("<div class=\"cards\">");
    card("page.soft", "page.micro", report.micro().soft().f1(), RegressionReport.MICRO);
    card("page.soft", "page.macro", report.macro(FieldFigures::soft), RegressionReport.MACRO);
    card("page.runs.exact", null, report.exact().share(), RegressionReport.EXACT);
    card("page.records", "page.first", report.allRecords().firstLine().f1(), null);
    card("page.records", "page.b", report.allRecords().boundarySimilarity(), null);
    trend();
    html.raw("</div></header>\n");
  }

  private void reasons(List<Reason> reasons) {
    html.raw("<ul class=\"reasons\">");
    for (Reason reason : reasons) {
      html.raw("<li>")
          .both(
              reason.text(Locale.ROOT, english::field),
              reason.text(Locale.JAPANESE, japanese::field))
          .raw("</li>");
    }
    html.raw("</ul>\n");
  }

  private void card(String what, String of, OptionalDouble figure, String change) {
    html.raw("<div class=\"card\"><b>").text(ratio(figure));
    Estimate rise = change == null ? report.change("") : report.change(change);
    if (rise.value().isPresent()) {
      html.raw("<i class=\"" + direction(rise.value()) + "\">");
      html.text(signed(rise.value())).raw("</i>");
    }
    html.raw("</b><span>").say(what);
    if (of != null) {
      html.text(" · ").say(of);
    }
    html.raw("</span></div>");
  }

  /** The runs as two lines; a single one is no trend. */
  private void trend() {
    List<Baseline.Run> runs = report.trend();
    if (runs.size() < 2) {
      return;
    }
    html.raw("<div class=\"card wide\"><span class=\"key\">").say("page.runs").text(" ");
    html.raw("<i class=\"a\">● ").say("page.runs.soft").raw("</i><i class=\"b\">● ");
    html.say("page.runs.exact").raw("</i></span>");
    html.raw(TrendChart.svg(runs, Html.english("page.run.this"), Html.japanese("page.run.this")));
    html.raw("<span>").say("page.runs.note").raw("</span></div>");
  }

  // ---- the ledger

  private void ledger() {
    html.raw("<h2 id=\"ledger\">").say("page.ledger").raw("</h2>\n<p class=\"note\">");
    List<LedgerItem> misplaced = report.misplaced();
    boolean nothing =
        misplaced.isEmpty()
            && report.ledger().stream().allMatch(item -> item.outcome() == Outcome.RIGHT);
    html.say(nothing ? "page.ledger.none" : "page.ledger.note").raw("</p>\n");
    if (nothing) {
      return;
    }
    html.raw("<label for=\"filter\" class=\"note\">").say("page.filter").raw("</label><br>");
    html.raw("<input id=\"filter\" type=\"search\" autocomplete=\"off\">\n");
    for (Outcome outcome :
        List.of(Outcome.BROKEN, Outcome.CHANGED_BUT_WRONG, Outcome.STILL_WRONG, Outcome.FIXED)) {
      group(outcome.name().toLowerCase(Locale.ROOT), report.items(outcome));
    }
    group("misplaced", misplaced);
  }

  private void group(String name, List<LedgerItem> items) {
    if (items.isEmpty()) {
      return;
    }
    html.raw("<details class=\"group " + name + "\"");
    html.raw(items.size() <= MOST_OPEN ? " open>" : ">").raw("<summary><b>");
    html.say("page." + name).text(" " + count(items.size())).raw("</b><span class=\"note\">");
    html.say("page." + name + ".note").raw("</span></summary>\n");
    items.stream().limit(MOST_ITEMS).forEach(this::item);
    if (items.size() > MOST_ITEMS) {
      html.raw("<article>").say("page.more", count(items.size() - MOST_ITEMS)).raw("</article>");
    }
    html.raw("</details>\n");
  }

  private void item(LedgerItem item) {
    html.raw("<article><h3><b>").both(english.field(item.field()), japanese.field(item.field()));
    html.raw("</b>").text(item.document() + ":" + item.line()).raw("<span class=\"tag\">");
    if (item.record() == null) {
      html.say("page.norecord");
    } else {
      html.text(item.record());
    }
    html.raw("</span>");
    if (item.locked()) {
      html.raw("<span class=\"tag\">").say("page.locked").raw("</span>");
    }
    html.raw("</h3><dl>");
    said("page.gold", item.field(), item.expected(), null);
    said("page.machine", item.field(), item.actual(), item.rule());
    if (item.tellsApproved()) {
      said("page.approved", item.field(), item.approved(), item.approvedRule());
    }
    html.raw("</dl>");
    if (item.excerpt() != null) {
      excerpt(item.excerpt());
    }
    html.raw("</article>\n");
  }

  private void said(String key, String field, Value value, String rule) {
    html.raw("<dt>").say(key).raw("</dt><dd>");
    if (value == null) {
      html.raw("<span class=\"none\">").say("page.nothing").raw("</span>");
    } else {
      html.both(english.value(field, value), japanese.value(field, value));
    }
    if (rule != null) {
      html.raw("<span class=\"rule\">").text(rule).raw("</span>");
    }
    html.raw("</dd>");
  }

  private void excerpt(Excerpt excerpt) {
    html.raw("<pre lang=\"ja\">");
    for (int i = 0; i < excerpt.lines().size(); i++) {
      html.raw("<div><i>" + (excerpt.first() + i) + "</i><code>");
      String line = excerpt.lines().get(i);
      int at = 0;
      for (Excerpt.Mark mark : excerpt.marks()) {
        if (mark.line() == i && mark.begin() >= at) {
          html.text(line.substring(at, mark.begin())).raw("<mark>");
          html.text(line.substring(mark.begin(), mark.end())).raw("</mark>");
          at = mark.end();
        }
      }
      html.text(line.substring(at)).raw("</code></div>");
    }
    html.raw("</pre>");
  }

  // ---- the tables

  private void figures() {
    html.raw("<h2 id=\"figures\">").say("page.figures").raw("</h2>\n<p class=\"note\">");
    html.say("page.figures.note", count(report.leastSupport())).raw("</p>\n");
    html.raw("<div class=\"scroll\"><table><thead><tr>");
    head("page.field", null);
    head("page.support", null);
    head("page.strict", null);
    head("page.soft", null);
    head("page.precision", null);
    head("page.recall", null);
    head("page.cut", "page.cut.tip");
    head("page.change", "page.change.tip");
    head("page.elsewhere", "page.elsewhere.tip");
    head("page.silent", "page.silent.tip");
    html.raw("</tr></thead><tbody>\n");
    report.totals().forEach(this::figures);
    html.raw("</tbody><tfoot>");
    figures(report.micro());
    html.raw("<tr>");
    name(Html.english("page.macro"), Html.japanese("page.macro"));
    html.raw("<td></td>");
    cell(report.macro(FieldFigures::strict));
    cell(report.macro(FieldFigures::soft));
    html.raw("<td></td><td></td>");
    cell(report.macro(FieldFigures::cut));
    change(RegressionReport.MACRO, Long.MAX_VALUE);
    html.raw("<td></td><td></td></tr></tfoot></table></div>\n");
  }

  private void figures(FieldFigures row) {
    Tally soft = row.soft();
    row(soft.support());
    name(row.field());
    number(soft.support());
    cell(row.strict().f1());
    cell(soft.f1());
    cell(soft.precision());
    cell(soft.recall());
    cell(row.cut().f1());
    change(row.field(), row.compared().support());
    if (row.isStructure()) {
      html.raw("<td data-v=\"\"></td><td data-v=\"\"></td>");
    } else {
      number(row.misplaced());
      html.raw("<td data-v=\"" + row.abstention().wrong() + "\">");
      html.text(count(row.abstention().right()) + " / " + count(row.abstention().wrong()));
      html.raw("</td>");
    }
    html.raw("</tr>\n");
  }

  private void places() {
    html.raw("<h2 id=\"places\">").say("page.places").raw("</h2>\n<p class=\"note\">");
    html.say("page.places.note").raw("</p>\n<div class=\"scroll\"><table><thead><tr>");
    head("page.field", null);
    for (String count : List.of("COR", "INC", "MIS", "SPU")) {
      html.raw("<th aria-sort=\"none\" scope=\"col\"><button type=\"button\">" + count);
      html.raw("</button></th>");
    }
    for (String scheme : List.of("strict", "exact", "partial", "type")) {
      head("page.scheme." + scheme, null);
    }
    html.raw("</tr></thead><tbody>\n");
    report.totals().stream().filter(row -> !row.isStructure()).forEach(this::places);
    html.raw("</tbody><tfoot>");
    places(report.micro());
    html.raw("</tfoot></table></div>\n");
  }

  private void places(FieldFigures row) {
    SpanTally strict = row.spans().strict();
    row(strict.possible());
    name(row.field());
    number(strict.correct());
    number(strict.incorrect());
    number(strict.missed());
    number(strict.spurious());
    cell(strict.f1());
    cell(row.spans().exact().f1());
    cell(row.spans().partial().f1());
    cell(row.spans().type().f1());
    html.raw("</tr>\n");
  }

  private void records() {
    html.raw("<h2 id=\"records\">").say("page.records").raw("</h2>\n<p class=\"note\">");
    html.say("page.records.note").raw("</p>\n<div class=\"scroll\"><table><thead><tr>");
    for (String column :
        List.of(
            "document",
            "support",
            "first",
            "b",
            "same",
            "wide",
            "half",
            "kind",
            "parent",
            "pk",
            "wd")) {
      head("page." + column, null);
    }
    html.raw("</tr></thead><tbody>\n");
    for (SegmentationFigures row : report.segmentation()) {
      boolean all = row.document().equals(Score.ALL);
      html.raw(all ? "</tbody><tfoot>" : "");
      row(row.firstLine().support());
      name(
          all ? Html.english("page.all") : row.document(),
          all ? Html.japanese("page.all") : row.document());
      number(row.firstLine().support());
      cell(row.firstLine().f1());
      cell(row.boundarySimilarity());
      cell(row.exact().f1());
      cell(row.wide().f1());
      cell(row.half().f1());
      cell(row.kind().recall());
      cell(row.parent().recall());
      cell(row.pk());
      cell(row.windowDiff());
      html.raw("</tr>\n");
    }
    html.raw("</tfoot></table></div>\n");
  }

  private void documents() {
    Map<String, List<FieldFigures>> rows = new LinkedHashMap<>();
    report
        .table()
        .forEach(row -> rows.computeIfAbsent(row.document(), d -> new ArrayList<>()).add(row));
    html.raw("<h2 id=\"documents\">").say("page.documents").raw("</h2>\n");
    html.raw("<div class=\"scroll\"><table><thead><tr>");
    head("page.document", null);
    for (FieldFigures total : report.totals()) {
      html.raw("<th aria-sort=\"none\" scope=\"col\"><button type=\"button\">");
      html.both(english.field(total.field()), japanese.field(total.field()));
      html.raw("</button></th>");
    }
    html.raw("</tr></thead><tbody>\n");
    for (String document : rows.keySet()) {
      boolean all = document.equals(Score.ALL);
      html.raw(all ? "</tbody><tfoot><tr>" : "<tr>");
      name(all ? Html.english("page.all") : document, all ? Html.japanese("page.all") : document);
      rows.get(document).forEach(row -> cell(row.soft().f1()));
      html.raw("</tr>\n");
    }
    html.raw("</tfoot></table></div>\n");
  }

  // ---- cells

  private void head(String key, String tip) {
    html.raw("<th aria-sort=\"none\" scope=\"col\"");
    if (tip != null) {
      html.raw(" title=\"").text(Html.english(tip) + "\n" + Html.japanese(tip)).raw("\"");
    }
    html.raw("><button type=\"button\">").say(key).raw("</button></th>");
  }

  private void row(long support) {
    html.raw(support < report.leastSupport() ? "<tr class=\"thin\">" : "<tr>");
  }

  private void name(String field) {
    boolean all = field.equals(RegressionReport.MICRO);
    name(
        all ? Html.english("page.micro") : english.field(field),
        all ? Html.japanese("page.micro") : japanese.field(field));
  }

  private void name(String english, String japanese) {
    html.raw("<td data-v=\"").text(english).raw("\">").both(english, japanese).raw("</td>");
  }

  private void number(long number) {
    html.raw("<td data-v=\"" + number + "\">").text(count(number)).raw("</td>");
  }

  private void cell(OptionalDouble figure) {
    html.raw("<td data-v=\"" + (figure.isPresent() ? figure.getAsDouble() : "") + "\">");
    html.text(ratio(figure)).raw("</td>");
  }

  private void change(String figure, long support) {
    Estimate change = report.change(figure);
    if (change.value().isEmpty()) {
      html.raw("<td data-v=\"\"></td>");
      return;
    }
    String kind = direction(change.value()) + (report.isFlagged(figure, support) ? " flag" : "");
    html.raw("<td class=\"" + kind + "\" data-v=\"" + change.value().getAsDouble() + "\">");
    html.text(signed(change.value()));
    if (change.low().isPresent() && Math.abs(change.value().getAsDouble()) >= LEAST) {
      html.raw("<span class=\"interval\">");
      html.text("[" + signed(change.low()) + ", " + signed(change.high()) + "]").raw("</span>");
    }
    html.raw("</td>");
  }

  /** Below this a change prints as none. */
  private static final double LEAST = 0.0005;

  private static String direction(OptionalDouble change) {
    double value = change.orElse(0);
    return Math.abs(value) < LEAST ? "" : value > 0 ? "up" : "down";
  }

  private static String signed(OptionalDouble change) {
    double value = change.orElse(0);
    return Math.abs(value) < LEAST
        ? "±0"
        : String.format(Locale.ROOT, "%+.3f", value).replace('-', '−');
  }

  private static String ratio(OptionalDouble figure) {
    return figure.isPresent() ? String.format(Locale.ROOT, "%.3f", figure.getAsDouble()) : "–";
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
