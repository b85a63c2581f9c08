package koetsu.itests.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import koetsu.measure.FieldFigures;
import koetsu.measure.Gate;
import koetsu.measure.MeasuredDocument;
import koetsu.measure.Regression;
import koetsu.measure.RegressionReport;
import org.junit.jupiter.api.Test;

/**
 * What was right stays right unless somebody approves the change and says why: {@code
 * -Dkoetsu.guard.approve=REASON} writes the guard file anew from what is extracted today.
 */
class QualityGuardTest {
  private static final String APPROVE = "koetsu.guard.approve";
  private static final String FILE = "guard.tsv";
  private static final Path SOURCE = Path.of("src/test/resources/koetsu/itests/corpus", FILE);

  /** By how much a field's F1 may fall, and the support from which it is judged. */
  private static final double TOLERANCE = 0.005;

  private static final long JUDGED = 200;

  @Test
  void whatWasRightIsRight() throws Exception {
    Corpus corpus = Corpus.get();
    System.out.print(sideBySide(run(corpus, corpus.tuned()), run(corpus, corpus.heldBack())));
    RegressionReport report = run(corpus, corpus.all());
    String reason = System.getProperty(APPROVE);
    if (reason != null) {
      assertFalse(reason.isBlank(), "-D" + APPROVE + " needs a reason");
      Files.write(SOURCE, Guard.of(report, reason.strip()).lines(), StandardCharsets.UTF_8);
      return;
    }
    assumeTrue(Files.exists(SOURCE), "nothing is approved yet; -D" + APPROVE + "=REASON does");
    Guard approved = Guard.read(Files.readAllLines(SOURCE, StandardCharsets.UTF_8));
    List<String> complaints = new ArrayList<>(broken(approved, report));
    complaints.addAll(fallen(approved, report));
    assertEquals(
        "",
        String.join("\n", complaints),
        "what was right is wrong now; mend it, or approve it with -D" + APPROVE + "=REASON");
  }

  private static RegressionReport run(Corpus corpus, List<MeasuredDocument> documents) {
    return Regression.run(documents, corpus.pipeline().profile(), Optional.empty(), Gate.USUAL);
  }

  /** Items that were right, that today's gold still has, and that are wrong now. */
  private static List<String> broken(Guard approved, RegressionReport report) {
    Map<String, String> gold = Guard.items(report, true);
    Map<String, String> right = Guard.items(report, false);
    return approved.right().keySet().stream()
        .filter(item -> gold.containsKey(item) && !right.containsKey(item))
        .map(item -> gold.get(item) + ": " + item.replace('\t', ' '))
        .toList();
  }

  private static List<String> fallen(Guard approved, RegressionReport report) {
    List<String> fallen = new ArrayList<>();
    Guard.of(report, "")
        .figures()
        .forEach(
            (field, now) -> {
              Guard.Figure then = approved.figures().get(field);
              if (then != null && now.support() >= JUDGED && now.f1() < then.f1() - TOLERANCE) {
                fallen.add(
                    String.format(
                        Locale.ROOT, "%s: F1 fell from %.4f to %.4f", field, then.f1(), now.f1()));
              }
            });
    return fallen;
  }

  private static String sideBySide(RegressionReport tuned, RegressionReport heldBack) {
    StringBuilder out =
        new StringBuilder(
            String.format("%-12s %8s %7s %10s %7s%n", "field", "tuned", "F1", "held back", "F1"));
    for (FieldFigures row : tuned.totals()) {
      FieldFigures held =
          heldBack.totals().stream()
              .filter(f -> f.field().equals(row.field()))
              .findFirst()
              .orElseThrow();
      out.append(
          String.format(
              "%-12s %8d %7s %10d %7s%n",
              row.field(),
              row.soft().support(),
              text(row.soft().f1()),
              held.soft().support(),
              text(held.soft().f1())));
    }
    return out.toString();
  }

  private static String text(OptionalDouble figure) {
    return figure.isPresent() ? String.format(Locale.ROOT, "%.4f", figure.getAsDouble()) : "-";
  }
}
