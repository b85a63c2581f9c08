package koetsu.review.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import koetsu.api.document.Span;
import koetsu.api.record.Problem;
import koetsu.api.record.Status;
import koetsu.project.Project;
import koetsu.review.Selection;
import koetsu.review.Survey;
import koetsu.robot.OnScreen;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers problems by key. */
@OnScreen
class QuickFixKeysTest {
  @TempDir Path place;

  @BeforeAll
  static void speakEnglish() {
    Locale.setDefault(Locale.US);
  }

  private static Problem problem(ReviewDesk desk, String message, int begin, int end) {
    return new Problem(
        Problem.Severity.WARNING,
        "koetsu.check/1.0.0#koetsu.check.parts",
        message,
        desk.record(0).id(),
        new Span(begin, end));
  }

  private static List<String> labels(ReviewDesk desk, Problem problem) {
    return QuickFix.of(desk.session(), ReviewDesk.DOCUMENT, problem).stream()
        .map(QuickFix::label)
        .toList();
  }

  private static void act(ReviewDesk desk, Problem problem, String label) {
    QuickFix.of(desk.session(), ReviewDesk.DOCUMENT, problem).stream()
        .filter(fix -> fix.label().startsWith(label))
        .findFirst()
        .orElseThrow()
        .act()
        .run();
    desk.robot.settle();
  }

  @Test
  void theExpectedSumIsTakenInOneStepOfUndo() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      int begin = ReviewDesk.cp("令和8年度予算額 3.4億円");
      Problem sum =
          problem(
              desk,
              "the amounts of the 2 parts sum to 350,000,000 yen, the whole says 340,000,000;"
                  + " compare the printed figures",
              begin,
              begin + 5);
      assertTrue(
          labels(desk, sum).get(0).startsWith("Take 350,000,000"), labels(desk, sum).toString());
      act(desk, sum, "Take");
      assertTrue(desk.value(0, "budget", 0).value().toString().contains("350000000"));
      assertEquals(Status.CORRECTED, desk.value(0, "budget", 0).status());
      assertTrue(survey(desk).isAnswered(sum), "who decided has answered");
      desk.robot.press("Ctrl+z");
      assertEquals(Status.MACHINE, desk.value(0, "budget", 0).status());
      act(desk, sum, "Right as it is printed");
      assertEquals(Status.ACCEPTED, desk.value(0, "budget", 0).status());
    }
  }

  private static Survey survey(ReviewDesk desk) {
    return desk.session().document(ReviewDesk.DOCUMENT).orElseThrow().survey();
  }

  @Test
  void textThatNothingHoldsGoesToAFieldThatHoldsTheLike() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.session()
          .select(new Selection(ReviewDesk.DOCUMENT, desk.record(0).id(), "budget", 0), true);
      int begin = ReviewDesk.cp("3.4億円");
      desk.session()
          .correct(
              desk.value(0, "budget", 0).value(), "令和8年度", List.of(new Span(begin - 8, begin - 3)));
      Problem omitted =
          problem(
              desk,
              "3.4億円 looks like an amount of money that nothing holds; add it",
              begin,
              begin + 5);
      assertTrue(
          labels(desk, omitted).contains("Add “3.4億円” as Budget"),
          labels(desk, omitted).toString());
      int before = desk.record(0).values("budget").size();
      act(desk, omitted, "Add");
      assertEquals(before + 1, desk.record(0).values("budget").size());
      assertTrue(survey(desk).isAnswered(omitted));
      desk.robot.press("Ctrl+z");
      act(desk, omitted, "Select");
      assertEquals("3.4億円", desk.source().getSelectionText());
    }
  }

  @Test
  void whatWasLookedAtIsNotedAndToldNoMore() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      int begin = ReviewDesk.cp("波の高さ");
      Problem heading = problem(desk, "this looks like a heading", begin, begin + 4);
      act(desk, heading, "Looked at");
      desk.robot.find(Text.class, "lookedat.text").insert("本文です");
      desk.robot.press("Enter");
      assertEquals("✓ check.parts 「波の高さ」 本文です", survey(desk).state().notes().get(0).text());
      assertTrue(survey(desk).isAnswered(heading));
      desk.robot.press("Ctrl+z");
      assertTrue(!survey(desk).isAnswered(heading));
    }
  }

  @Test
  void aKeyAnswersTheChosenProblem() throws Exception {
    Path document = Files.writeString(place.resolve(ReviewDesk.DOCUMENT), ReviewDesk.TEXT);
    Path twin = Files.writeString(place.resolve("twin.txt"), ReviewDesk.TEXT);
    Project.create(place.resolve("project"), List.of(document, twin));
    try (ReviewDesk desk = ReviewDesk.sitDown(place, "data")) {
      desk.robot.waitUntil("the documents are compared", () -> survey(desk).open().size() == 2);
      desk.window.showView(Views.PROBLEMS);
      Table problems = desk.robot.find(Table.class, "problems");
      desk.robot.waitUntil("all are listed", () -> problems.getItemCount() == 4);
      problems.setSelection(0);
      problems.setFocus();
      desk.robot.press("Ctrl+1");
      Table fixes = desk.robot.find(Table.class, "fixes.list");
      assertEquals("Looked at, with a note…", fixes.getItem(0).getText(0));
      desk.robot.press("Enter");
      desk.robot.press("Enter");
      assertEquals(1, survey(desk).open().size());
      assertTrue(problems.isFocusControl(), "the next one can follow");
      assertEquals(4, problems.getItemCount(), "the answered one goes to the end");
      desk.robot.press("Ctrl+z");
      assertEquals(2, survey(desk).open().size());
    }
  }
}
