package koetsu.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.load.Documents;
import koetsu.measure.LedgerItem.Outcome;
import koetsu.measure.agreement.Estimate;
import org.junit.jupiter.api.Test;

/** The figures of {@link FieldFigures} and of the changes, each on a case counted by hand. */
class FiguresTest {
  private static final String TEXT = "灯台の修繕事業\n港湾課 海岸課 港湾課\n山の事業\n林野課\n";

  private static FieldValue value(String content, int begin, int end) {
    return new FieldValue(
        Value.of(content),
        content,
        begin == end ? List.of() : List.of(new Span(begin, end)),
        0.9,
        "test/1.0.0#line",
        Status.MACHINE,
        null,
        Map.of());
  }

  private static ParsedRecord record(String id, int begin, int end) {
    return new ParsedRecord(
        id,
        null,
        "program",
        List.of(new Span(begin, end)),
        Map.of(),
        List.of(),
        RecordState.REVIEWED,
        Map.of());
  }

  /** The first record: a name and three offices, two of which read the same. */
  private static ParsedRecord lighthouse() {
    return record("g1", 0, 19)
        .withField("name", List.of(value("灯台の修繕事業", 0, 7)))
        .withField(
            "department", List.of(value("港湾課", 8, 11), value("海岸課", 12, 15), value("港湾課", 16, 19)));
  }

  private static MeasuredDocument measured(
      String name, List<ParsedRecord> gold, ParsedRecord... predicted) {
    SourceDocument source = Documents.of(name, TEXT);
    return new MeasuredDocument(
        new ParsedDocument(source, List.of(predicted), List.of(), List.of()),
        gold,
        List.of(),
        List.of());
  }

  private static RegressionReport run(MeasuredDocument... documents) {
    return Regression.run(Arrays.asList(documents), Profiles.BUDGET, Optional.empty(), Gate.USUAL);
  }

  private static FieldFigures figures(RegressionReport report, String field) {
    return report.totals().stream().filter(r -> r.field().equals(field)).findFirst().orElseThrow();
  }

  private static FieldFigures department(ParsedRecord gold, ParsedRecord predicted) {
    return figures(run(measured("a.txt", List.of(gold), predicted)), "department");
  }

  @Test
  void placesAreCountedUnderFourSchemes() {
    ParsedRecord predicted =
        lighthouse()
            .withField(
                "department",
                List.of(
                    value("港湾課", 8, 11), // the same place
                    value("海岸", 12, 14), // a part of it
                    value("修繕", 4, 6))); // another field's place
    FieldFigures row = department(lighthouse(), predicted);
    assertEquals(new SpanTally(1, 1, 0, 1, 1), row.spans().strict());
    assertEquals(new SpanTally(1, 1, 0, 1, 1), row.spans().exact());
    assertEquals(new SpanTally(1, 0, 1, 1, 1), row.spans().partial());
    assertEquals(new SpanTally(2, 0, 0, 1, 1), row.spans().type());
    assertEquals(1 / 3.0, row.spans().strict().precision().orElseThrow(), 1e-12);
    assertEquals(0.5, row.spans().partial().recall().orElseThrow(), 1e-12);
    assertEquals(2 / 3.0, row.spans().type().f1().orElseThrow(), 1e-12);
    assertEquals(OptionalDouble.empty(), SpanTally.NONE.f1());
  }

  @Test
  void aClashOfFieldsIsOneIncorrectPlaceAndNotOneMissedAndOneSpurious() {
    ParsedRecord predicted =
        lighthouse()
            .withField("name", List.of())
            .withField(
                "department",
                List.of(
                    value("灯台の修繕事業", 0, 7),
                    value("港湾課", 8, 11),
                    value("海岸課", 12, 15),
                    value("港湾課", 16, 19)));
    RegressionReport report = run(measured("a.txt", List.of(lighthouse()), predicted));
    SpanFigures name = figures(report, "name").spans();
    assertEquals(new SpanTally(0, 1, 0, 0, 0), name.strict());
    assertEquals(new SpanTally(1, 0, 0, 0, 0), name.exact());
    assertEquals(new SpanTally(1, 0, 0, 0, 0), name.partial());
    assertEquals(new SpanTally(0, 1, 0, 0, 0), name.type());
    assertEquals(new SpanTally(3, 1, 0, 0, 0), report.micro().spans().strict());
  }

  @Test
  void whereTheGoldNamesNoPlaceTheMachinesPlaceIsNotJudged() {
    ParsedRecord placeless = lighthouse().withField("name", List.of(value("灯台の修繕事業", 0, 0)));
    RegressionReport report = run(measured("a.txt", List.of(placeless), lighthouse()));
    assertEquals(SpanFigures.NONE, figures(report, "name").spans());
    assertEquals(0, figures(report, "name").misplaced());
  }

  @Test
  void aRightValueAtAWrongPlaceIsToldApart() {
    ParsedRecord predicted =
        lighthouse()
            .withField("name", List.of(value("灯台の修繕事業", 16, 19)))
            .withField("department", List.of(value("海岸課", 14, 17)));
    RegressionReport report = run(measured("a.txt", List.of(lighthouse()), predicted));
    assertEquals(1, figures(report, "name").misplaced());
    assertEquals(0, figures(report, "department").misplaced(), "it touches the gold's place");
    assertEquals(new Tally(1, 0, 0), figures(report, "name").soft());
    LedgerItem item = report.misplaced().get(0);
    assertEquals(Outcome.RIGHT, item.outcome());
    assertEquals("name", item.field());
    assertTrue(
        ReportText.ledger(report).contains("right value at a wrong place: 1\n  a.txt:1"),
        ReportText.ledger(report));
  }

  @Test
  void ofEqualValuesEachIsHeldAgainstTheOneAtItsPlace() {
    ParsedRecord swapped =
        lighthouse()
            .withField(
                "department",
                List.of(value("港湾課", 16, 19), value("海岸課", 12, 15), value("港湾課", 8, 11)));
    assertEquals(0, department(lighthouse(), swapped).misplaced());
    ParsedRecord second =
        lighthouse().withField("department", List.of(value("港湾課", 0, 2), value("港湾課", 8, 11)));
    ParsedRecord one = lighthouse().withField("department", List.of(value("港湾課", 8, 11)));
    assertEquals(0, department(one, second).misplaced());
  }

  @Test
  void silenceIsNeverARightValue() {
    ParsedRecord silent = lighthouse().withField("department", List.of());
    RegressionReport report = run(measured("a.txt", List.of(lighthouse()), silent));
    assertEquals(new Abstention(0, 1), figures(report, "department").abstention());
    assertEquals(new Abstention(1, 0), figures(report, "phone").abstention());
    assertEquals(Tally.NONE, figures(report, "phone").soft());
    assertEquals(OptionalDouble.empty(), figures(report, "phone").soft().f1());
  }

  @Test
  void underGoldSegmentationTheSegmentersErrorsAreNotTheFields() {
    MeasuredDocument lost = measured("a.txt", List.of(lighthouse()));
    assertEquals(Tally.NONE, figures(run(lost), "name").cut(), "nobody asked");
    MeasuredDocument read =
        new MeasuredDocument(
            lost.predicted(),
            new ParsedDocument(
                lost.predicted().document(),
                List.of(lighthouse().withField("department", List.of(value("港湾課", 8, 11)))),
                List.of(),
                List.of()),
            lost.gold(),
            List.of(),
            List.of());
    RegressionReport report = run(read);
    assertEquals(new Tally(0, 0, 3), figures(report, "department").soft());
    assertEquals(new Tally(1, 0, 2), figures(report, "department").cut());
    assertEquals(new Tally(2, 0, 2), report.micro().cut());
  }

  @Test
  void microCountsValuesAndMacroFields() {
    ParsedRecord predicted = lighthouse().withField("department", List.of(value("港湾課", 8, 11)));
    RegressionReport report = run(measured("a.txt", List.of(lighthouse()), predicted));
    assertEquals(new Tally(2, 0, 2), report.micro().soft());
    assertEquals((1 + 0.5) / 2, report.macro(FieldFigures::soft).orElseThrow(), 1e-12);
    assertEquals(OptionalDouble.empty(), report.macro(FieldFigures::cut));
  }

  @Test
  void recordsAreMeasuredWhereAPersonHasLookedOnly() {
    ParsedRecord hill = record("r2", 20, 28);
    RegressionReport one = run(measured("a.txt", List.of(lighthouse()), lighthouse(), hill));
    assertEquals(new Tally(1, 0, 0), one.allRecords().exact());
    assertEquals(OptionalDouble.empty(), one.allRecords().boundarySimilarity());
    RegressionReport both =
        run(measured("a.txt", List.of(lighthouse(), record("g2", 20, 28)), record("r1", 0, 28)));
    assertEquals(new Tally(0, 1, 2), both.allRecords().exact());
    assertEquals(new Tally(1, 0, 1), both.allRecords().firstLine());
    assertEquals(OptionalDouble.of(0), both.allRecords().boundarySimilarity());
  }

  @Test
  void itemsThatAreNotRightBringTheLinesAroundThem() {
    ParsedRecord wrong = lighthouse().withField("department", List.of(value("課", 10, 11)));
    RegressionReport report = run(measured("a.txt", List.of(lighthouse()), wrong));
    LedgerItem item = report.items(Outcome.STILL_WRONG).get(1);
    assertEquals(1, item.excerpt().first());
    assertEquals(List.of(TEXT.split("\n")), item.excerpt().lines());
    assertEquals(List.of(new Excerpt.Mark(1, 4, 7)), item.excerpt().marks());
  }

  // ---- changes

  /** One document of which a share of 30 offices is found. */
  private static MeasuredDocument found(String name, int right) {
    List<FieldValue> offices = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      offices.add(value("第" + i + "課", 8, 11));
    }
    ParsedRecord gold = lighthouse().withField("department", offices);
    return measured(name, List.of(gold), gold.withField("department", offices.subList(0, right)));
  }

  private static RegressionReport compared(int[] before, int[] after) {
    List<MeasuredDocument> old = new ArrayList<>();
    List<MeasuredDocument> now = new ArrayList<>();
    for (int i = 0; i < before.length; i++) {
      old.add(found("d" + i + ".txt", before[i]));
      now.add(found("d" + i + ".txt", after[i]));
    }
    Baseline baseline =
        Regression.run(old, Profiles.BUDGET, Optional.empty(), Gate.USUAL).approve("first");
    return Regression.run(now, Profiles.BUDGET, Optional.of(baseline), Gate.USUAL);
  }

  @Test
  void aChangeInEveryDocumentIsFlaggedAndOneInASingleDocumentIsNot() {
    RegressionReport all = compared(new int[] {30, 28, 30, 29, 30}, new int[] {20, 18, 22, 20, 19});
    Estimate change = all.change("department");
    assertTrue(change.value().orElseThrow() < -0.1);
    assertTrue(change.low().orElseThrow() < change.value().orElseThrow());
    assertTrue(change.high().orElseThrow() < 0);
    assertTrue(all.isFlagged("department", 150));
    assertFalse(all.isFlagged("department", 19), "too few values to judge");
    assertTrue(all.change(RegressionReport.MICRO).value().orElseThrow() < 0);
    assertTrue(all.change(RegressionReport.MACRO).value().orElseThrow() < 0);
    assertEquals(-3 / 5.0, all.change(RegressionReport.EXACT).value().orElseThrow(), 1e-12);

    RegressionReport single =
        compared(new int[] {30, 28, 30, 29, 30}, new int[] {30, 28, 20, 29, 30});
    assertTrue(single.change("department").value().orElseThrow() < 0);
    assertFalse(single.isFlagged("department", 150), "one document may be chance");
    assertEquals(
        single.changes(),
        compared(new int[] {30, 28, 30, 29, 30}, new int[] {30, 28, 20, 29, 30}).changes());
  }

  @Test
  void oneDocumentHasAChangeButNoInterval() {
    RegressionReport report = compared(new int[] {30}, new int[] {20});
    assertTrue(report.change("department").value().isPresent());
    assertTrue(report.change("department").low().isEmpty());
    assertFalse(report.isFlagged("department", 30));
    assertTrue(
        ReportText.changes(report).contains("\ndepartment         1.000     0.800    -0.200"),
        ReportText.changes(report));
    assertEquals("", ReportText.changes(run(found("a.txt", 30))));
  }

  // ---- the line of runs

  @Test
  void approvedRunsMakeATrendAndTheSameTwiceIsOne() {
    RegressionReport first = run(found("a.txt", 10));
    Baseline one = first.approve("first");
    RegressionReport second =
        Regression.run(List.of(found("a.txt", 20)), Profiles.BUDGET, Optional.of(one), Gate.USUAL);
    Baseline two = second.approve("better");
    assertEquals(List.of("first", "better"), two.runs().stream().map(r -> r.reason()).toList());
    assertTrue(two.runs().get(0).soft() < two.runs().get(1).soft());
    assertEquals("", second.trend().get(1).reason());
    RegressionReport third =
        Regression.run(List.of(found("a.txt", 20)), Profiles.BUDGET, Optional.of(two), Gate.USUAL);
    assertEquals(two, third.approve("better"));
  }

  @Test
  void fewDocumentsStandBesideEachOtherAndManyBelow() {
    List<MeasuredDocument> documents = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      documents.add(found("d" + i + ".txt", 30));
    }
    String few = ReportText.byDocument(run(documents.get(0)));
    assertTrue(few.startsWith("F1                d0.txt       ALL\n"), few);
    String many = ReportText.byDocument(run(documents.toArray(MeasuredDocument[]::new)));
    assertTrue(many.startsWith("F1                extent      kind    parent      name"), many);
    assertEquals(14, many.lines().count());
  }

  @Test
  void aDocumentIsComparedOnce() {
    Regression regression = new Regression(Profiles.BUDGET, Optional.empty(), Gate.USUAL);
    regression.add(found("a.txt", 1));
    assertThrows(IllegalArgumentException.class, () -> regression.add(found("a.txt", 1)));
    assertEquals(1, regression.report().exact().of());
  }

  @Test
  void reasonsAreToldInTheLanguageOfTheReader() {
    Reason reason = Reason.of(Reason.Kind.SUPPORT, "department", 3, 2);
    assertEquals(
        "the support of department fell from 3 to 2 gold values", reason.text(Locale.GERMANY));
    assertEquals("department の正解が 3 件から 2 件に減少", reason.text(Locale.JAPAN));
    assertEquals("担当課 の正解が 3 件から 2 件に減少", reason.text(Locale.JAPAN, id -> "担当課"));
    assertEquals(
        "ロック済みのレコードで悪化: a.txt:7 <name>",
        Reason.of(Reason.Kind.BROKEN, "a.txt", 7, "name").text(Locale.JAPAN, id -> "<" + id + ">"));
    assertEquals(
        "a.txt: gold: x", Reason.of(Reason.Kind.GOLD, "a.txt", "x").text(Locale.ROOT, id -> "?"));
  }
}
