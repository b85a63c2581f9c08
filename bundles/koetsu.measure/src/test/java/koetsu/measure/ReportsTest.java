package koetsu.measure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.record.RecordState;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.load.Documents;
import koetsu.measure.internal.Texts;
import koetsu.records.Json;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The files that a run writes for programs and people. */
class ReportsTest {
  private static final SourceDocument SOURCE =
      Documents.of("<stars>.txt", "星見の丘 & <b>夜</b> 事業\n天文課\u0001 𠮷野課\n");

  private static FieldValue value(String content, String printed) {
    int begin = SOURCE.text().indexOf(printed);
    int from = SOURCE.text().codePointCount(0, begin);
    return new FieldValue(
        Value.of(content),
        printed,
        List.of(new Span(from, from + printed.codePointCount(0, printed.length()))),
        0.9,
        "test/1.0.0#line",
        Status.MACHINE,
        null,
        Map.of());
  }

  private static ParsedRecord record(String name, String... offices) {
    List<FieldValue> values = new ArrayList<>();
    for (String office : offices) {
      values.add(value(office, office));
    }
    return new ParsedRecord(
            "g1",
            null,
            "program",
            List.of(new Span(0, SOURCE.length() - 1)),
            Map.of(),
            List.of(),
            RecordState.LOCKED,
            Map.of())
        .withField("name", List.of(value(name, "<b>夜</b>")))
        .withField("department", values);
  }

  private static RegressionReport run(ParsedRecord said, Baseline baseline, Problem... problems) {
    return Regression.run(
        List.of(
            new MeasuredDocument(
                new ParsedDocument(SOURCE, List.of(said), List.of(), List.of(problems)),
                List.of(record("<b>夜</b>", "天文課\u0001", "𠮷野課")),
                List.of(),
                List.of())),
        Profiles.BUDGET,
        Optional.ofNullable(baseline),
        Gate.USUAL);
  }

  /** One item broken and one fixed since the baseline, and one that is still wrong. */
  static RegressionReport report() {
    Baseline baseline = run(record("昼", "𠮷野課"), null).approve("<first> & \"only\"");
    return run(
        record("<b>夜</b>"),
        baseline,
        new Problem(Problem.Severity.ERROR, "koetsu.x/1#y", "took <too> long", null, null));
  }

  @Test
  void jsonHoldsLedgerFiguresAndReasons() throws Exception {
    byte[] bytes = ReportJson.of(report());
    assertArrayEquals(bytes, ReportJson.of(report()));
    Map<String, Object> json =
        Json.readObject(new String(bytes, StandardCharsets.UTF_8), "report.json");
    assertEquals("koetsu.report/1", json.get("schema"));
    assertEquals(Boolean.FALSE, json.get("passed"));
    assertEquals(1L, ((Map<?, ?>) json.get("outcomes")).get("broken"));
    assertEquals(1L, ((Map<?, ?>) json.get("outcomes")).get("still-wrong"));
    List<?> ledger = (List<?>) json.get("ledger");
    assertEquals(3, ledger.size(), "what is right is counted only");
    Map<?, ?> fixed = (Map<?, ?>) ledger.get(0);
    assertEquals("fixed", fixed.get("outcome"));
    assertEquals("昼", fixed.get("approved"));
    assertEquals("test/1.0.0#line", fixed.get("approvedRule"));
    List<?> reasons = (List<?>) json.get("reasons");
    assertEquals("failure", ((Map<?, ?>) reasons.get(0)).get("kind"));
    assertTrue(((Map<?, ?>) reasons.get(1)).get("ja").toString().contains("ロック済み"));
  }

  @Test
  void junitXmlHasACaseForEveryItemAndFailsWhereTheGateDoes() throws Exception {
    byte[] bytes = ReportJUnit.of(report(), false);
    assertArrayEquals(bytes, ReportJUnit.of(report(), false));
    Document xml = parse(bytes);
    Element suites = xml.getDocumentElement();
    assertEquals("testsuites", suites.getTagName());
    assertEquals(report().ledger().size() + 4, Integer.parseInt(suites.getAttribute("tests")));
    assertEquals("2", suites.getAttribute("failures"), "the broken item and the plug-in");
    assertFalse(suites.hasAttribute("skipped"), "the schema of build servers has none here");
    assertEquals(
        1, xml.getElementsByTagName("skipped").getLength(), "the item that is still wrong");
    int tests = 0;
    NodeList each = xml.getElementsByTagName("testsuite");
    for (int i = 0; i < each.getLength(); i++) {
      Element suite = (Element) each.item(i);
      NodeList cases = suite.getElementsByTagName("testcase");
      assertEquals(suite.getAttribute("tests"), "" + cases.getLength());
      assertEquals(
          suite.getAttribute("failures"), "" + suite.getElementsByTagName("failure").getLength());
      assertEquals(
          suite.getAttribute("skipped"), "" + suite.getElementsByTagName("skipped").getLength());
      tests += cases.getLength();
    }
    assertEquals(suites.getAttribute("tests"), "" + tests);
    Element failure = (Element) xml.getElementsByTagName("failure").item(1);
    assertEquals("broken: expected \"𠮷野課\", found nothing", failure.getAttribute("message"));
    assertTrue(failure.getTextContent().contains("<stars>.txt:2  g1 (locked)  department"));
    assertEquals(
        "3",
        parse(ReportJUnit.of(report(), true)).getDocumentElement().getAttribute("failures"),
        "strictly, what is still wrong fails too");
  }

  private static Document parse(byte[] xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setErrorHandler(null);
    return builder.parse(new ByteArrayInputStream(xml));
  }

  @Test
  void thePageIsOneFileThatEscapesWhatItQuotes() {
    byte[] bytes = ReportHtml.of(report(), "<title> & ${body}", Profiles.BUDGET);
    assertArrayEquals(bytes, ReportHtml.of(report(), "<title> & ${body}", Profiles.BUDGET));
    String page = new String(bytes, StandardCharsets.UTF_8);
    assertTrue(page.contains("<h1>&lt;title&gt; &amp; ${body}</h1>"));
    assertFalse(page.contains("<b>夜</b>"));
    assertTrue(page.contains("<mark>&lt;b&gt;夜&lt;/b&gt;</mark>"));
    assertTrue(page.contains("<mark>𠮷野課</mark>"));
    assertFalse(page.matches("(?s).*(src|href)=\"(?!#|data:).*"), "nothing is fetched");
    assertFalse(page.contains("null"), "nothing is undefined");
  }

  @Test
  void bothLanguagesHaveTheSameTexts() throws Exception {
    assertEquals(keys("report.properties"), keys("report_ja.properties"));
  }

  private static Object keys(String name) throws Exception {
    Properties texts = new Properties();
    try (var in = Texts.class.getResourceAsStream(name)) {
      texts.load(new java.io.InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return texts.keySet();
  }
}
