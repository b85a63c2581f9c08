package koetsu.measure;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import koetsu.measure.LedgerItem.Outcome;

/**
 * Reports as JUnit XML: one suite a document with a case for every item of the ledger, and a suite
 * for the conditions of the gate that are not about one item. What fails the gate is a failure;
 * what is wrong and fails nothing is skipped and says so. The same bytes for equal reports, so it
 * has no times.
 */
public final class ReportJUnit {
  private static final String GATE = "gate";

  private final RegressionReport report;
  private final boolean strict;
  private final Map<String, Suite> suites = new LinkedHashMap<>();

  /** The cases of one document while they are written. */
  private static final class Suite {
    private final String name;
    private final StringBuilder cases = new StringBuilder();
    private long tests;
    private long failures;
    private long skipped;

    Suite(String name) {
      this.name = escaped(name);
    }

    private void begin(String test) {
      tests++;
      cases.append("    <testcase classname=\"koetsu.").append(name).append("\" name=\"");
      cases.append(escaped(test)).append("\" time=\"0\"");
    }

    void passed(String test) {
      begin(test);
      cases.append("/>\n");
    }

    void failed(String test, String message, String text) {
      begin(test);
      failures++;
      cases.append(">\n      <failure message=\"").append(escaped(message));
      cases.append("\" type=\"regression\">").append(escaped(text)).append("</failure>\n");
      cases.append("    </testcase>\n");
    }

    void skipped(String test, String message) {
      begin(test);
      skipped++;
      cases.append(">\n      <skipped message=\"").append(escaped(message)).append("\"/>\n");
      cases.append("    </testcase>\n");
    }
  }

  private ReportJUnit(RegressionReport report, boolean strict) {
    this.report = report;
    this.strict = strict;
  }

  /**
   * The file's content, UTF-8.
   *
   * @param strict whether anything that is not right fails
   */
  public static byte[] of(RegressionReport report, boolean strict) {
    return new ReportJUnit(report, strict).text().getBytes(StandardCharsets.UTF_8);
  }

  private String text() {
    gate();
    Map<String, Integer> turns = new HashMap<>();
    for (LedgerItem item : report.ledger()) {
      String name = name(item);
      int turn = turns.merge(name, 1, Integer::sum);
      add(item, turn == 1 ? name : name + " #" + turn);
    }
    StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<testsuites name=\"koetsu test\"");
    counts(out, sum(suite -> suite.tests), sum(suite -> suite.failures));
    out.append(" time=\"0\">\n");
    for (Suite suite : suites.values()) {
      out.append("  <testsuite name=\"").append(suite.name).append('"');
      counts(out, suite.tests, suite.failures);
      out.append(" skipped=\"").append(suite.skipped).append("\" time=\"0\">\n");
      out.append(suite.cases).append("  </testsuite>\n");
    }
    return out.append("</testsuites>\n").toString();
  }

  private long sum(ToLongFunction<Suite> count) {
    return suites.values().stream().mapToLong(count).sum();
  }

  private static void counts(StringBuilder out, long tests, long failures) {
    out.append(" tests=\"").append(tests).append("\" failures=\"").append(failures);
    out.append("\" errors=\"0\"");
  }

  private Suite suite(String name) {
    return suites.computeIfAbsent(name, Suite::new);
  }

  /** Every condition that is not about one item, broken or kept. */
  private void gate() {
    for (Reason.Kind kind :
        List.of(Reason.Kind.F1, Reason.Kind.SUPPORT, Reason.Kind.FAILURE, Reason.Kind.GOLD)) {
      String name =
          switch (kind) {
            case F1 -> "no field's F1 fell";
            case SUPPORT -> "no field lost gold values";
            case FAILURE -> "no plug-in failed";
            case GOLD -> "the gold is sound";
            case BROKEN, NOT_RIGHT -> throw new IllegalStateException("about one item");
          };
      List<String> broken =
          report.verdict().failures().stream()
              .filter(reason -> reason.kind() == kind)
              .map(Reason::toString)
              .toList();
      if (broken.isEmpty()) {
        suite(GATE).passed(name);
      } else {
        suite(GATE).failed(name, broken.get(0), String.join("\n", broken));
      }
    }
  }

  private static String name(LedgerItem item) {
    return item.document()
        + ":"
        + item.line()
        + " "
        + (item.record() == null ? "" : item.record() + " ")
        + item.field();
  }

  private void add(LedgerItem item, String name) {
    Suite suite = suite(item.document());
    Outcome outcome = item.outcome();
    if (outcome == Outcome.RIGHT || outcome == Outcome.FIXED) {
      suite.passed(name);
      return;
    }
    String message =
        ReportText.name(outcome)
            + ": expected "
            + quoted(item.expected() == null ? null : ReportText.of(item.expected()))
            + ", found "
            + quoted(item.actual() == null ? null : ReportText.of(item.actual()));
    if (strict || outcome == Outcome.BROKEN && item.locked()) {
      suite.failed(name, message, ReportText.of(item));
    } else {
      suite.skipped(name, message);
    }
  }

  private static String quoted(String text) {
    return text == null ? "nothing" : '"' + text + '"';
  }

  /** Text as XML 1.0 holds it; characters that it cannot hold become U+FFFD. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\n', '\t' -> escaped.append("&#").append(c).append(';');
        default -> escaped.appendCodePoint(isXml(c) ? c : 0xFFFD);
      }
    }
    return escaped.toString();
  }

  private static boolean isXml(int c) {
    return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
  }
}
