package koetsu.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import koetsu.api.document.SourceDocument;
import koetsu.api.document.Span;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.plugin.ValidationContext;
import koetsu.api.plugin.Validator;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.api.record.Value;
import koetsu.api.record.Why;
import koetsu.pipeline.Pipeline;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class SheetsTest {
  private static final String HEAD =
      """
      海辺の図書館整備事業

      令和8年度予算案額 1.2億円

      事業目的・概要

      """;

  private final Sheets sheets = Sheets.readBy(new FullSupport());

  /** 全額を補助 is 10/10; 全額 alone is looked at and let go. */
  private static final class FullSupport implements FieldExtractor {
    private static final String RULE = "full-support";
    private static final Pattern WORDS = Pattern.compile("全額(を補助)?");

    @Override
    public String id() {
      return RULE;
    }

    @Override
    public Set<String> fields() {
      return Set.of("subsidyRate");
    }

    @Override
    public List<Extraction> extract(ExtractionContext context) {
      SourceDocument document = context.in().document();
      List<Extraction> found = new ArrayList<>();
      for (Span lines : context.record().spans()) {
        int begin = document.utf16(lines.begin());
        Matcher words = WORDS.matcher(context.slice(lines));
        while (words.find()) {
          Span place = document.span(begin + words.start(), begin + words.end());
          if (words.group(1) == null) {
            context.in().trace().failed(RULE, place, "no を補助 follows");
          } else {
            Why why = new Why(RULE, List.of(), List.of(words.group(), "10/10"));
            found.add(
                new Extraction(
                    "subsidyRate",
                    FieldValue.machine(
                        Value.of("10/10"), words.group(), List.of(place), 0.9, why)));
          }
        }
      }
      return found;
    }
  }

  private static AssertionFailedError failure(Sheets sheets, String sheet) {
    return assertThrows(AssertionFailedError.class, () -> sheets.check(sheet));
  }

  @Test
  void whatIsMarkedIsReadAndNothingElse() {
    sheets.check(HEAD + "[[全額を補助|subsidyRate: 10/10]]する。\n");
    sheets.check(HEAD + "[[全額を補助|subsidyRate]]する。\n");
    sheets.check(HEAD + "半額を補助する。\n");
  }

  @Test
  void anotherValueIsShownWithItsLineAndRule() {
    AssertionFailedError failure = failure(sheets, HEAD + "[[全額を補助|subsidyRate: 1/2]]する。\n");
    String said = failure.getMessage();
    assertTrue(said.contains("line 7: subsidyRate"), said);
    assertTrue(said.contains("7 | 全額を補助する。\n        | ＾＾＾＾＾\n"), said);
    assertTrue(said.contains("expected  1/2\n"), said);
    assertTrue(said.contains("found     10/10   ["), said);
    assertTrue(said.contains("#full-support]"), said);
    assertEquals(
        failure.getExpected().getStringRepresentation().replace("1/2", "10/10"),
        failure.getActual().getStringRepresentation());
  }

  @Test
  void aMissingValueSaysWhichConditionFailed() {
    String said = failure(sheets, HEAD + "補助は[[全額|subsidyRate: 10/10]]とする。\n").getMessage();
    assertTrue(said.contains("found     nothing"), said);
    assertTrue(said.contains("#full-support: no を補助 follows"), said);
    assertTrue(said.contains("        | 　　　＾＾\n"), said);
  }

  @Test
  void whereNobodyLookedThatIsSaid() {
    String said = failure(sheets, HEAD + "補助は対象となる経費の[[半分|subsidyRate: 1/2]]とする。\n").getMessage();
    assertTrue(said.contains("why not   no rule looked here"), said);
  }

  @Test
  void aValueWithoutAMarkFails() {
    String said = failure(sheets, HEAD + "全額を補助する。\n").getMessage();
    assertTrue(said.contains("expected  nothing"), said);
    assertTrue(said.contains("found     10/10"), said);
  }

  @Test
  void theRightValueAtAnotherPlaceFailsOnce() {
    String said = failure(sheets, HEAD + "[[全額を補助する|subsidyRate: 10/10]]。\n").getMessage();
    assertTrue(said.contains("found     10/10 at “全額を補助”"), said);
    assertEquals(said.indexOf("expected"), said.lastIndexOf("expected"), said);
  }

  @Test
  void slotsThatAreNamedAreCompared() {
    Sheets budgets = Sheets.readBy(Pipeline.onClassPath(), "budget");
    String sheet = HEAD.replaceFirst("(令和.*)", "[[$1|budget: %s]]") + "町が行う。\n";
    budgets.check(sheet.formatted("amountYen 120000000, fiscalYear 2026, previousYen null"));
    assertThrows(AssertionFailedError.class, () -> budgets.check(sheet.formatted("amountYen 12")));
    assertThrows(
        AssertionFailedError.class, () -> budgets.check(sheet.formatted("isNew, fiscalYear 2026")));
    IllegalArgumentException unknown =
        assertThrows(
            IllegalArgumentException.class, () -> budgets.check(sheet.formatted("amount 12")));
    assertTrue(unknown.getMessage().startsWith("a mark names the slot amount;"));
  }

  @Test
  void aTextWithoutALayoutIsOneRecord() {
    sheets.check("[[全額を補助|subsidyRate: 10/10]]する。");
  }

  @Test
  void aPlugInThatFailsIsNoSilence() {
    FieldExtractor failing =
        new FieldExtractor() {
          @Override
          public String id() {
            return "failing";
          }

          @Override
          public Set<String> fields() {
            return Set.of("subsidyRate");
          }

          @Override
          public List<Extraction> extract(ExtractionContext context) {
            throw new IllegalStateException("the table is upside down");
          }
        };
    String said = failure(Sheets.readBy(failing), HEAD + "何もない。\n").getMessage();
    assertTrue(said.contains("the table is upside down"), said);
  }

  @Test
  void whatValidatorsFindIsMarkedByWordsOfTheMessage() {
    Validator fond =
        new Validator() {
          @Override
          public String id() {
            return "fond-of-names";
          }

          @Override
          public List<Problem> validate(ValidationContext context) {
            List<Problem> problems = new ArrayList<>();
            for (ParsedRecord record : context.parsed().records()) {
              record.values("name").stream()
                  .flatMap(name -> name.spans().stream())
                  .map(
                      place ->
                          new Problem(
                              Problem.Severity.INFO,
                              id(),
                              "what a beautiful name",
                              record.id(),
                              place))
                  .forEach(problems::add);
            }
            return problems;
          }
        };
    Sheets checked = Sheets.checkedBy(fond);
    String sheet = HEAD.replaceFirst("(海辺.*)", "[[$1|problem: %s]]") + "町が行う。\n";
    checked.check(sheet.formatted("beautiful"));
    String said = failure(checked, sheet.formatted("ugly")).getMessage();
    assertTrue(said.contains("found     what a beautiful name"), said);
  }

  @Test
  void marksMayStandWithinOneAnotherAndGoOn() {
    MarkedText marked = MarkedText.parse("a[[b[[c|x: 1]]d|y: 2, 3]]e[[f|x+]] ]]");
    assertEquals("abcdef ]]", marked.text());
    assertEquals("a[[b[[c|x: 1]]d|y: 2, 3]]e[[f|x+]] ]]", marked.marked());
  }

  @Test
  void aSlipInAMarkNamesItsLine() {
    assertSlip("line 2: the mark [[ is not closed with ]]", "一\n[[二|x: 1]\n");
    assertSlip("line 1: the mark [[ has no label", "[[一]]");
    assertSlip("line 1: the mark [[ goes on with x", "[[一|x+]]");
    IllegalArgumentException other =
        assertThrows(IllegalArgumentException.class, () -> sheets.check("[[一|cap: 1]]"));
    assertEquals("a mark names cap, but what is looked at here is subsidyRate", other.getMessage());
  }

  private static void assertSlip(String expected, String marked) {
    IllegalArgumentException slip =
        assertThrows(IllegalArgumentException.class, () -> MarkedText.parse(marked));
    assertTrue(slip.getMessage().startsWith(expected), slip.getMessage());
  }

  @Test
  void whatCannotBeLoadedIsSaid() {
    IllegalArgumentException blank =
        assertThrows(IllegalArgumentException.class, () -> sheets.check("\n"));
    assertTrue(blank.getMessage().startsWith("the sheet cannot be loaded: "), blank.getMessage());
  }
}
