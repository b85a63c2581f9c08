package koetsu.measure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import koetsu.measure.LedgerItem.Outcome;

/**
 * Reports as JUnit XML: one suite a document with a case for every item of the ledger, and a suite
 * for the conditions of the gate that are not about one item. What fails the gate is a failure;
 * what is wrong and fails nothing is skipped and says so. The same bytes for equal reports, so it
 * has no times.
 */
public final class ReportJUnit {
  private final RegressionReport report;
  private final StringBuilder out = new StringBuilder();

  /** A case with its text; at most one of the messages is there. */
  private record Case(String suite, String name, String failure, String skipped, String text) {}

  private ReportJUnit(RegressionReport report) {
    this.report = report;
  }

  /**
   * The file's content, UTF-8.
   *
   * @param strict whether anything that is not right fails
   */
  public static byte[] of(RegressionReport report, boolean strict) {
    ReportJUnit writer = new ReportJUnit(report);
    writer.write(strict);
    return writer.out.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void write(boolean strict) {
    Map<String, List<Case>> suites = new LinkedHashMap<>();
    suites.put("gate", gate());
    Map<String, Integer> turns = new LinkedHashMap<>();
    for (LedgerItem item : report.ledger()) {
      String name = name(item);
      int turn = turns.merge(item.document() + '\n' + name, 1, Integer::sum);
      suites
          .computeIfAbsent(item.document(), document -> new ArrayList<>())
          .add(item(item, turn == 1 ? name : name + " #" + turn, strict));
    }
    List<Case> all = suites.values().stream().flatMap(List::stream).toList();
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<testsuites name=\"koetsu test\"").append(counts(all));
    out.append(" time=\"0\">\n");
    suites.forEach(this::suite);
    out.append("</testsuites>\n");
  }

  /** Every condition that is not about one item, broken or kept. */
  private List<Case> gate() {
    List<Case> cases = new ArrayList<>();
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
      String text = String.join("\n", broken);
      cases.add(new Case("gate", name, broken.isEmpty() ? null : broken.get(0), null, text));
    }
    return cases;
  }

  private static String name(LedgerItem item) {
    return item.document()
        + ":"
        + item.line()
        + " "
        + (item.record() == null ? "" : item.record() + " ")
        + item.field();
  }

  private static Case item(LedgerItem item, String name, boolean strict) {
    String suite = item.document();
    Outcome outcome = item.outcome();
    if (outcome == Outcome.RIGHT || outcome == Outcome.FIXED) {
      return new Case(suite, name, null, null, null);
    }
    String message =
        ReportText.name(outcome)
            + ": expected "
            + quoted(item.expected() == null ? null : ReportText.of(item.expected()))
            + ", found "
            + quoted(item.actual() == null ? null : ReportText.of(item.actual()));
    boolean fails = strict || outcome == Outcome.BROKEN && item.locked();
    return fails
        ? new Case(suite, name, message, null, ReportText.of(item))
        : new Case(suite, name, null, message, null);
  }

  private static String quoted(String text) {
    return text == null ? "nothing" : '"' + text + '"';
  }

  private static String counts(List<Case> cases) {
    return " tests=\""
        + cases.size()
        + "\" failures=\""
        + cases.stream().filter(c -> c.failure != null).count()
        + "\" errors=\"0\"";
  }

  private void suite(String name, List<Case> cases) {
    out.append("  <testsuite name=\"").append(escaped(name)).append('"');
    out.append(counts(cases)).append(" skipped=\"");
    out.append(cases.stream().filter(c -> c.skipped != null).count()).append("\" time=\"0\">\n");
    for (Case each : cases) {
      out.append("    <testcase classname=\"").append(escaped("koetsu." + each.suite));
      out.append("\" name=\"").append(escaped(each.name)).append("\" time=\"0\"");
      if (each.failure != null) {
        out.append(">\n      <failure message=\"").append(escaped(each.failure));
        out.append("\" type=\"regression\">").append(escaped(each.text)).append("</failure>\n");
        out.append("    </testcase>\n");
      } else if (each.skipped != null) {
        out.append(">\n      <skipped message=\"").append(escaped(each.skipped)).append("\"/>\n");
        out.append("    </testcase>\n");
      } else {
        out.append("/>\n");
      }
    }
    out.append("  </testsuite>\n");
  }

  /** Text as XML 1.0 holds it; characters that it cannot hold become U+FFFD. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\n', '\t' -> escaped.append("&#").append(c).append(';');
                default -> escaped.appendCodePoint(isXml(c) ? c : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  private static boolean isXml(int c) {
    return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
  }
}
