package koetsu.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.Validator;
import koetsu.api.record.ParsedDocument;
import koetsu.api.record.Problem;
import koetsu.text.JapaneseText;
import org.junit.jupiter.api.Test;

class ValidationTest {
  private static final SourceDocument DOCUMENT = Fakes.document("甲\n乙\n");

  private static Pipeline pipeline(Validator... validators) {
    return Pipeline.of(
        List.of(Fakes.loader("plain", 0.5)),
        List.of(Fakes.lineByLine()),
        List.of(),
        List.of(validators),
        List.of(Fakes.PROFILE),
        new JapaneseText());
  }

  private static Problem problem(String message, Span span) {
    return new Problem(Problem.Severity.WARNING, "whatever", message, null, span);
  }

  /** Says how many records and other documents there are. */
  private static final Validator COUNT =
      Fakes.validator(
          "count",
          c -> List.of(problem(c.parsed().records().size() + " and " + c.others().size(), null)));

  private static List<String> messages(ParsedDocument parsed) {
    return parsed.problems().stream().map(Problem::message).toList();
  }

  @Test
  void aRunEndsWithWhatTheValidatorsSayUnderTheirOwnName() {
    ParsedDocument parsed = pipeline(COUNT).run(DOCUMENT);
    assertEquals(List.of("2 and 0"), messages(parsed));
    assertEquals(Fakes.HERE + "count", parsed.problems().get(0).source());
  }

  @Test
  void aCheckReplacesWhatTheValidatorsSaidAndKeepsTheRest() {
    Pipeline pipeline = pipeline(COUNT);
    ParsedDocument run = pipeline.run(DOCUMENT);
    Problem other = problem("of a segmenter", null);
    ParsedDocument reviewed =
        new ParsedDocument(
            DOCUMENT,
            run.records().subList(0, 1),
            List.of(),
            List.of(other, run.problems().get(0)));
    ParsedDocument checked = pipeline.check(reviewed, List.of(run, run));
    assertEquals(List.of("of a segmenter", "1 and 2"), messages(checked));
    assertEquals(reviewed.records(), checked.records());
  }

  @Test
  void aValidatorThatFailsCostsItsOwnProblemsOnly() {
    Validator failing =
        Fakes.validator(
            "a-failing",
            c -> {
              throw new IllegalStateException("no");
            });
    List<String> messages = messages(pipeline(failing, COUNT).run(DOCUMENT));
    assertEquals(2, messages.size());
    assertTrue(messages.get(0).contains("the validator a-failing failed"), messages.get(0));
    assertEquals("2 and 0", messages.get(1));
  }

  @Test
  void aProblemBeyondTheDocumentIsLeftOut() {
    Validator wild = Fakes.validator("wild", c -> List.of(problem("far away", new Span(99, 100))));
    List<String> messages = messages(pipeline(wild).run(DOCUMENT));
    assertEquals(1, messages.size());
    assertTrue(messages.get(0).contains("ends beyond the document"), messages.get(0));
  }
}
