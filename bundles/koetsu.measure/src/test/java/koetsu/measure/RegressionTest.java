package koetsu.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.record.RecordState;
import koetsu.api.record.Section;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.load.Documents;
import koetsu.measure.LedgerItem.Outcome;
import koetsu.records.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegressionTest {
  private static final SourceDocument SOURCE =
      Documents.of(
          "stars.txt",
          """
          星見の丘づくり支援事業
          天文課
          事業目的
          夜空を守る。

          渡り鳥の湿地再生事業
          自然課
          水鳥課
          """);

  private static final String HILL = "星見の丘づくり支援事業";
  private static final String WETLAND = "渡り鳥の湿地再生事業";

  private static List<Span> place(String printed) {
    int begin = SOURCE.text().indexOf(printed);
    return List.of(new Span(begin, begin + printed.length()));
  }

  private static FieldValue value(String printed) {
    return value(printed, printed);
  }

  private static FieldValue value(String content, String printed) {
    return new FieldValue(
        Value.of(content),
        printed,
        place(printed),
        0.9,
        "test/1.0.0#line",
        Status.MACHINE,
        null,
        Map.of());
  }

  private static ParsedRecord record(String id, String first, String last) {
    Span span = place(first).get(0).cover(place(last).get(0));
    return new ParsedRecord(
        id, null, "program", List.of(span), Map.of(), List.of(), RecordState.REVIEWED, Map.of());
  }

  private static ParsedRecord hill() {
    return record("g1", HILL, "夜空を守る。")
        .withField("name", List.of(value(HILL)))
        .withField("department", List.of(value("天文課")))
        .withSections(List.of(new Section("purpose", place("事業目的"), place("夜空を守る。"))));
  }

  private static ParsedRecord wetland() {
    return record("g2", WETLAND, "水鳥課")
        .withField("name", List.of(value(WETLAND)))
        .withField("department", List.of(value("自然課"), value("水鳥課")));
  }

  private static RegressionReport run(
      List<ParsedRecord> gold, List<ParsedRecord> predicted, Baseline baseline) {
    return run(measured(gold, predicted), baseline, Gate.USUAL);
  }

  private static MeasuredDocument measured(List<ParsedRecord> gold, List<ParsedRecord> predicted) {
    return new MeasuredDocument(
        new ParsedDocument(SOURCE, predicted, List.of(), List.of()), gold, List.of(), List.of());
  }

  private static RegressionReport run(MeasuredDocument document, Baseline baseline, Gate gate) {
    return Regression.run(List.of(document), Profiles.BUDGET, Optional.ofNullable(baseline), gate);
  }

  private static String items(RegressionReport report) {
    StringBuilder out = new StringBuilder();
    for (LedgerItem item : report.ledger()) {
      if (item.outcome() != Outcome.RIGHT) {
        out.append(item.outcome()).append(' ').append(item.line()).append(' ');
        out.append(item.record()).append(' ').append(item.field()).append(": ");
        out.append(ReportText.of(item.expected())).append(" | ");
        out.append(ReportText.of(item.actual())).append(" | ");
        out.append(ReportText.of(item.approved())).append('\n');
      }
    }
    return out.toString();
  }

  @Test
  void withoutABaselineWhatIsWrongIsStillWrongAndPasses() {
    List<ParsedRecord> gold = List.of(hill(), wetland());
    List<ParsedRecord> predicted =
        List.of(
            hill().withField("department", List.of(value("天文", "天文課"))),
            wetland().withField("department", List.of(value("自然課"))));
    RegressionReport report = run(gold, predicted, null);
    assertEquals(
        """
        STILL_WRONG 2 g1 department: 天文課 | 天文 |\s
        STILL_WRONG 8 g2 department: 水鳥課 |  |\s
        """,
        items(report));
    assertTrue(report.verdict().passed());
    assertEquals(new RegressionReport.RecordsExact(0, 2), report.exact());
    assertEquals(
        new Tally(1, 1, 2),
        report.totals().stream()
            .filter(row -> row.field().equals("department"))
            .findFirst()
            .orElseThrow()
            .soft());
  }

  @Test
  void strictFailsOnAnythingThatIsNotRight() {
    List<ParsedRecord> gold = List.of(hill());
    assertTrue(run(measured(gold, gold), null, Gate.STRICT).verdict().passed());
    RegressionReport report =
        run(measured(gold, List.of(hill().withKind("system"))), null, Gate.STRICT);
    assertEquals(List.of("not right: stars.txt:1 kind"), report.verdict().reasons());
    assertEquals(1, report.verdict().exitCode());
  }

  @Test
  void aFreshCorrectionIsStillWrong() {
    List<ParsedRecord> predicted = List.of(hill());
    Baseline baseline = run(List.of(hill()), predicted, null).approve("first");
    ParsedRecord corrected = hill().withField("department", List.of(value("天文観測課", "天文課")));
    RegressionReport report = run(List.of(corrected), predicted, baseline);
    assertEquals("STILL_WRONG 2 g1 department: 天文観測課 | 天文課 | 天文課\n", items(report));
    assertTrue(report.verdict().passed());
  }

  @Test
  void aRefusedValueIsStillWrong() {
    List<ParsedRecord> predicted = List.of(hill());
    Baseline baseline = run(List.of(hill()), predicted, null).approve("first");
    ParsedRecord refused = hill().withField("department", List.of());
    RegressionReport report = run(List.of(refused), predicted, baseline);
    assertEquals("STILL_WRONG 2 g1 department:  | 天文課 | \n", items(report));
  }

  @Test
  void tellsBrokenFixedAndChangedApart() {
    List<ParsedRecord> gold = List.of(hill(), wetland());
    List<ParsedRecord> before =
        List.of(
            hill().withField("name", List.of(value("星見の丘", HILL))),
            wetland().withField("name", List.of(value("渡り鳥", WETLAND))));
    Baseline baseline = run(gold, before, null).approve("first");
    List<ParsedRecord> after =
        List.of(
            hill().withField("department", List.of(value("天文課"), value("事業目的"))),
            wetland()
                .withField("name", List.of(value("湿地", WETLAND)))
                .withField("department", List.of(value("水鳥課"))));
    RegressionReport report = run(gold, after, baseline);
    assertEquals(
        """
        FIXED 1 g1 name: 星見の丘づくり支援事業 | 星見の丘づくり支援事業 | 星見の丘
        BROKEN 3 g1 department:  | 事業目的 |\s
        CHANGED_BUT_WRONG 6 g2 name: 渡り鳥の湿地再生事業 | 湿地 | 渡り鳥
        BROKEN 7 g2 department: 自然課 |  | 自然課
        """,
        items(report));
    assertTrue(report.verdict().passed(), "reviewed records do not fail the gate");
    assertEquals("test/1.0.0#line", report.items(Outcome.BROKEN).get(0).rule());
  }

  @Test
  void aSpuriousValueThatGoesIsFixed() {
    List<ParsedRecord> gold = List.of(hill());
    List<ParsedRecord> before =
        List.of(hill().withField("department", List.of(value("天文課"), value("事業目的"))));
    Baseline baseline = run(gold, before, null).approve("first");
    assertEquals("FIXED 3 g1 department:  |  | 事業目的\n", items(run(gold, gold, baseline)));
  }

  @Test
  void aBrokenItemOfALockedRecordFailsUntilItIsApproved() {
    List<ParsedRecord> gold = List.of(hill().withState(RecordState.LOCKED));
    Baseline baseline = run(gold, List.of(hill()), null).approve("first");
    List<ParsedRecord> worse = List.of(hill().withField("department", List.of()));
    RegressionReport report = run(gold, worse, baseline);
    assertEquals(
        List.of("broken in a locked record: stars.txt:2 department"), report.verdict().reasons());
    Baseline approved = report.approve("the office has moved");
    assertEquals("the office has moved", approved.reason());
    assertTrue(run(gold, worse, approved).verdict().passed());
  }

  @Test
  void structureIsHeldAgainstTheGoldToo() {
    List<ParsedRecord> gold = List.of(hill(), wetland().withParent("g1"));
    List<ParsedRecord> predicted =
        List.of(
            record("r1", HILL, "天文課").withFields(hill().fields()).withSections(List.of()),
            wetland().withId("r2").withParent("r2"));
    assertEquals(
        """
        STILL_WRONG 6 g2 parent: g1 | g2 |\s
        """,
        items(run(gold, List.of(hill().withId("r1"), predicted.get(1)), null)));
    String ledger = items(run(gold, predicted, null));
    assertTrue(ledger.contains("STILL_WRONG 1 g1 extent: 1-4 | 1-2 | \n"), ledger);
    assertTrue(ledger.contains("STILL_WRONG 4 g1 sections: purpose 4 |  | \n"), ledger);
  }

  @Test
  void aRecordThatIsNotFoundMissesEverything() {
    RegressionReport report = run(List.of(hill()), List.of(), null);
    assertEquals(5, report.items(Outcome.STILL_WRONG).size(), items(report));
  }

  @Test
  void predictionsOutsideTheGoldCountOnlyWhereAPersonHasLooked() {
    List<ParsedRecord> predicted = List.of(hill(), wetland());
    assertEquals("", items(run(List.of(hill()), predicted, null)));
    MeasuredDocument looked =
        new MeasuredDocument(
            new ParsedDocument(SOURCE, predicted, List.of(), List.of()),
            List.of(hill()),
            List.of(new Span(0, SOURCE.length())),
            List.of());
    RegressionReport report = run(looked, null, Gate.USUAL);
    assertTrue(items(report).contains("STILL_WRONG 6 null name:  | " + WETLAND), items(report));
    MeasuredDocument refused =
        measured(List.of(hill(), wetland().withState(RecordState.REJECTED)), predicted);
    assertEquals(items(report), items(run(refused, null, Gate.USUAL)));
    Baseline baseline = report.approve("known");
    assertTrue(run(looked, baseline, Gate.USUAL).items(Outcome.BROKEN).isEmpty());
  }

  @Test
  void aFieldThatGotWorseFailsFromEnoughSupportOn() {
    List<FieldValue> many = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      many.add(value("課" + i, "天文課"));
    }
    List<ParsedRecord> gold = List.of(hill().withField("department", many));
    Baseline baseline = run(gold, gold, null).approve("first");
    List<ParsedRecord> worse = List.of(hill().withField("department", many.subList(0, 24)));
    assertEquals(
        List.of("F1 of department fell from 1.0000 to 0.9796 (support 25, tolerance 0.0050)"),
        run(gold, worse, baseline).verdict().reasons());
  }

  @Test
  void goldThatDisappearsFails() {
    List<ParsedRecord> both = List.of(hill(), wetland());
    Baseline baseline = run(both, both, null).approve("first");
    RegressionReport report = run(List.of(hill()), both, baseline);
    assertTrue(
        report.verdict().reasons().contains("the support of name fell from 2 to 1 gold values"),
        report.verdict().toString());
  }

  @Test
  void failuresOfTheMachineAndFaultsOfTheGoldFail() {
    Problem failed =
        new Problem(Problem.Severity.ERROR, "koetsu.extract/1#cap", "took too long", null, null);
    ParsedRecord odd =
        hill()
            .withKind("comet")
            .withField("orbit", List.of(value("天文課")))
            .withField("cap", List.of(value("天文課")));
    RegressionReport report =
        run(
            new MeasuredDocument(
                new ParsedDocument(SOURCE, List.of(odd), List.of(), List.of(failed)),
                List.of(odd),
                List.of(),
                List.of("says that the source has 3 code points")),
            null,
            Gate.USUAL);
    assertEquals(
        List.of(
            "stars.txt: koetsu.extract/1#cap failed: took too long",
            "stars.txt: gold: says that the source has 3 code points",
            "stars.txt: gold: g1: the profile has no kind comet",
            "stars.txt: gold: g1: the profile has no field orbit",
            "stars.txt: gold: g1: cap[0]: it is a plain text where the profile has slots"),
        report.verdict().reasons());
  }

  @Test
  void strictAndSoftDifferWhereOnlyWidthsDo() {
    ParsedRecord gold = hill().withField("name", List.of(value("星見ＡＢ", HILL)));
    ParsedRecord predicted = hill().withField("name", List.of(value("星見 AB", HILL)));
    FieldFigures name =
        run(List.of(gold), List.of(predicted), null).totals().stream()
            .filter(row -> row.field().equals("name"))
            .findFirst()
            .orElseThrow();
    assertEquals(new Tally(1, 0, 0), name.soft());
    assertEquals(new Tally(0, 1, 1), name.strict());
    ParsedRecord broken = hill().withField("name", List.of(value("星見\nＡＢ", HILL)));
    FieldFigures joined =
        run(List.of(gold), List.of(broken), null).totals().stream()
            .filter(row -> row.field().equals("name"))
            .findFirst()
            .orElseThrow();
    assertEquals(new Tally(1, 0, 0), joined.strict());
  }

  @Test
  void aBaselineFileHoldsWhatWasApproved(@TempDir Path folder) throws IOException {
    List<ParsedRecord> gold = List.of(hill(), wetland());
    Map<String, Object> slots = new LinkedHashMap<>();
    slots.put("amountYen", 4_000_000L);
    FieldValue cap =
        new FieldValue(
            Value.of(slots), null, place("天文課"), null, null, Status.MACHINE, null, Map.of());
    List<ParsedRecord> predicted = List.of(hill().withField("cap", List.of(cap)));
    Baseline baseline = run(gold, predicted, null).approve("first run");
    Path file = folder.resolve(Baseline.FILE);
    assertEquals(Optional.empty(), Baseline.read(file));
    baseline.write(file);
    Baseline read = Baseline.read(file).orElseThrow();
    assertArrayEquals(Files.readAllBytes(file), read.toBytes());
    assertEquals(run(gold, predicted, baseline).ledger(), run(gold, predicted, read).ledger());
    assertArrayEquals(
        baseline.toBytes(), run(gold, predicted, read).approve("first run").toBytes());
    assertEquals(3, Files.readString(file).lines().count(), "a head and one line a gold record");
  }

  @Test
  void aDamagedBaselineIsNamedWithItsLine() {
    String head =
        "{\"schema\":\"koetsu.baseline/1\",\"profile\":\"p\",\"reason\":\"r\",\"support\":{}}";
    FormatException second =
        assertThrows(FormatException.class, () -> Baseline.read(utf8(head + "\n{\n"), "b"));
    assertTrue(second.getMessage().startsWith("b, line 2: "), second.getMessage());
    String newer = head.replace("/1", "/9");
    FormatException schema =
        assertThrows(FormatException.class, () -> Baseline.read(utf8(newer), "b"));
    assertTrue(schema.getMessage().contains("koetsu.baseline/1"), schema.getMessage());
    assertThrows(FormatException.class, () -> Baseline.read(new byte[0], "b"));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void theTextOfAReportReadsFromTheWorstToTheBest() {
    List<ParsedRecord> gold = List.of(hill().withState(RecordState.LOCKED));
    Baseline baseline = run(gold, List.of(hill()), null).approve("first");
    RegressionReport report =
        run(gold, List.of(hill().withField("department", List.of(value("天文", "天文課")))), baseline);
    assertEquals(
        """
        broken: 1
          stars.txt:2  g1 (locked)  department
              printed   天文課
              expected  天文課
              found     天文   [test/1.0.0#line]
              approved  天文課   [test/1.0.0#line]
        changed but wrong: 0
        still wrong: 0
        fixed: 0
        right value at a wrong place: 0
        right: 4
        """,
        ReportText.ledger(report));
    assertTrue(ReportText.verdict(report).startsWith("REGRESSION\n  broken in a locked record"));
    String table = ReportText.table(report);
    assertTrue(table.contains("\ndepartment            ~1     0.000     0.000     0.000"), table);
    assertFalse(table.contains("null"), table);
  }
}
