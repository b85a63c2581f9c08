package koetsu.review.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import koetsu.api.document.Span;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Section;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.project.Note;
import koetsu.review.Selection;
import koetsu.robot.OnScreen;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moves spans and bounds with real key events only, and takes every move back. */
@OnScreen
class EditKeysTest {
  @TempDir Path place;

  @BeforeAll
  static void speakEnglish() {
    Locale.setDefault(Locale.US);
  }

  /** One undo gives everything back. */
  private static void undoes(ReviewDesk desk, List<ParsedRecord> before) {
    desk.robot.press("Ctrl+z");
    assertEquals(said(before), said(desk.records()));
  }

  private static List<Object> said(List<ParsedRecord> records) {
    return records.stream()
        .map(
            r ->
                (Object)
                    List.of(
                        r.id(),
                        String.valueOf(r.parent()),
                        r.kind(),
                        r.spans(),
                        r.sections(),
                        r.fields().values().stream()
                            .flatMap(List::stream)
                            .map(v -> Map.of(v.value(), v.spans()))
                            .toList()))
        .toList();
  }

  @Test
  void aValueMovesUpAndDownAmongThoseOfItsField() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      List<ParsedRecord> before = desk.records();
      desk.session()
          .select(new Selection(ReviewDesk.DOCUMENT, before.get(0).id(), "office", 0), true);
      desk.robot.find(Canvas.class, "record.form").setFocus();
      desk.robot.press("Alt+Up");
      assertEquals(said(before), said(desk.records()), "it is the first");
      desk.robot.press("Alt+Down");
      assertEquals(Value.of("𠮷野出張所"), desk.value(0, "office", 0).value());
      assertEquals(Value.of("入り江課"), desk.value(0, "office", 1).value());
      assertEquals(1, desk.session().selection().index(), "the value stays in focus");
      desk.robot.press("Alt+Down");
      assertEquals(1, desk.session().selection().index(), "it is the last");
      undoes(desk, before);
      desk.robot.press("Ctrl+y");
      desk.source().setFocus();
      desk.session()
          .select(new Selection(ReviewDesk.DOCUMENT, before.get(0).id(), "office", 1), true);
      desk.robot.press("Alt+Up");
      assertEquals(said(before), said(desk.records()));
    }
  }

  @Test
  void theEdgeOfAValueMovesByCharacterWordAndLine() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      List<ParsedRecord> before = desk.records();
      desk.robot.press("j");
      int begin = ReviewDesk.cp("入り江の");
      int end = ReviewDesk.cp("\n令和8年度予算額 3.4億円");
      assertEquals(List.of(new Span(begin, end)), desk.value(0, "name", 0).spans());
      desk.robot.press("[");
      FieldValue shorter = desk.value(0, "name", 0);
      assertEquals(List.of(new Span(begin, end - 1)), shorter.spans());
      assertEquals(Value.of("入り江の見張り台整備事"), shorter.value(), "a text follows its place");
      assertEquals("入り江の見張り台整備事", shorter.text());
      assertEquals(Status.CORRECTED, shorter.status());
      desk.robot.press("]");
      assertEquals(List.of(new Span(begin, end)), desk.value(0, "name", 0).spans());
      desk.robot.press("Alt+]");
      assertEquals("入り江の見張り台整備事業\n令和8年度予算額 3.4億円", desk.value(0, "name", 0).text());
      desk.robot.press("\\");
      desk.robot.press("Ctrl+]");
      assertTrue(
          desk.value(0, "name", 0).spans().get(0).begin() > begin, "the begin is active now");
      for (int i = 0; i < 3; i++) {
        desk.robot.press("Ctrl+z");
      }
      undoes(desk, before);
      assertEquals("name", desk.session().selection().field());
    }
  }

  @Test
  void aSlotFollowsTheEdgeOnlyWhereItSaidWhatIsPrinted() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.robot.press("j");
      desk.robot.press("j");
      desk.robot.press("[");
      Value.Slots without = (Value.Slots) desk.value(0, "budget", 0).value();
      assertEquals(null, without.number("amountYen"), "3.4億 is no amount without its unit");
      assertEquals(2026L, without.number("fiscalYear"));
      desk.robot.press("]");
      assertEquals(
          340_000_000L, ((Value.Slots) desk.value(0, "budget", 0).value()).number("amountYen"));
    }
  }

  @Test
  void aSelectionBecomesAFurtherPartOfTheValue() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.robot.press("j");
      Selection name = desk.session().selection();
      desk.source().setCaretOffset(ReviewDesk.TEXT.indexOf("波の高さ"));
      for (int i = 0; i < 4; i++) {
        desk.robot.press("Shift+Right");
      }
      desk.session().select(name, false);
      desk.robot.press("l");
      assertEquals(2, desk.value(0, "name", 0).spans().size());
      assertEquals(Value.of("入り江の見張り台整備事業波の高さ"), desk.value(0, "name", 0).value());
    }
  }

  @Test
  void theBoundaryBetweenTwoRecordsMovesByALineWithOneKey() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      List<ParsedRecord> before = desk.records();
      desk.robot.press("n");
      desk.robot.press("\\");
      int keys = desk.robot.presses();
      desk.robot.press("Shift+{");
      desk.robot.press("Shift+{");
      assertEquals(2, desk.robot.presses() - keys);
      int line = ReviewDesk.cp("波の高さ");
      assertEquals(line, desk.record(1).begin());
      assertTrue(
          desk.record(0).spans().stream().allMatch(s -> s.end() <= line), "the line changed hands");
      assertEquals(before.get(1).id(), desk.record(1).id());
      desk.robot.press("Ctrl+z");
      undoes(desk, before);
    }
  }

  @Test
  void splitAndMergeTakeOneKeyEach() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      List<ParsedRecord> before = desk.records();
      String first = before.get(0).id();
      desk.source().setCaretOffset(ReviewDesk.TEXT.indexOf("## 事業目的"));
      int keys = desk.robot.presses();
      desk.robot.press("s");
      assertEquals(1, desk.robot.presses() - keys);
      assertEquals(3, desk.records().size());
      assertEquals(first, desk.record(0).id());
      assertEquals(ReviewDesk.cp("## 事業目的"), desk.record(1).begin());
      assertEquals(desk.record(1).id(), desk.session().selection().record());
      desk.robot.press("m");
      assertEquals(2, desk.records().size());
      assertEquals(first, desk.session().selection().record(), "the one above keeps its id");
      desk.robot.press("Ctrl+z");
      undoes(desk, before);
    }
  }

  @Test
  void theSectionAtTheCaretIsRetypedOpenedAndTakenAway() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      List<ParsedRecord> before = desk.records();
      desk.source().setCaretOffset(ReviewDesk.TEXT.indexOf("## 事業目的"));
      desk.robot.press("t");
      desk.robot.type("outline");
      desk.robot.press("Enter");
      assertEquals("outline", desk.record(0).sections().get(0).type());
      assertTrue(desk.hasFocus("source." + ReviewDesk.DOCUMENT), "the keyboard goes back");
      undoes(desk, before);
      desk.source().setCaretOffset(ReviewDesk.TEXT.indexOf("担当:入り江課"));
      desk.robot.press("t");
      desk.robot.type("outline");
      desk.robot.press("Enter");
      List<Section> sections = desk.record(0).sections();
      assertEquals(List.of("outline", "purpose"), sections.stream().map(Section::type).toList());
      int begin = ReviewDesk.cp("担当:𠮷野出張所");
      assertEquals(
          List.of(new Span(begin, begin + 8)),
          sections.get(0).body(),
          "it goes on to the next heading");
      undoes(desk, before);
      desk.source().setCaretOffset(ReviewDesk.TEXT.indexOf("波の高さ"));
      desk.robot.press("t");
      desk.robot.type("no section");
      desk.robot.press("Enter");
      assertEquals(List.of(), desk.record(0).sections());
      undoes(desk, before);
    }
  }

  @Test
  void aRecordBecomesAPartOfAnotherAndChangesItsKind() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      List<ParsedRecord> before = desk.records();
      desk.robot.press("n");
      desk.robot.press("Shift+P");
      desk.robot.press("Enter");
      assertEquals(before.get(0).id(), desk.record(1).parent());
      desk.robot.press("Shift+K");
      desk.robot.type("part");
      desk.robot.press("Enter");
      assertEquals("part", desk.record(1).kind());
      desk.robot.press("Ctrl+z");
      undoes(desk, before);
    }
  }

  @Test
  void whatIsNoRecordGoesAndAnotherIsDrawnInItsPlace() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      List<ParsedRecord> before = desk.records();
      desk.robot.press("n");
      desk.robot.press("Shift+X");
      assertEquals(1, desk.records().size());
      assertEquals(before.get(0).id(), desk.session().selection().record());
      desk.source().setCaretOffset(ReviewDesk.TEXT.indexOf("# 峠の茶屋"));
      desk.robot.press("Shift+Down");
      desk.robot.press("Shift+N");
      assertEquals(2, desk.records().size());
      assertEquals(RecordState.IN_REVIEW, desk.record(1).state());
      assertEquals(ReviewDesk.cp("# 峠の茶屋"), desk.record(1).begin());
      desk.robot.press("Ctrl+z");
      undoes(desk, before);
    }
  }

  @Test
  void aValueIsMarkedAsUnsureWithANote() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.robot.press("j");
      desk.robot.press("u");
      desk.robot.find(Text.class, "note.text").insert("二重では?");
      desk.robot.press("Enter");
      Note note = desk.session().project().notes(ReviewDesk.DOCUMENT).get(0);
      assertEquals("二重では?", note.text());
      assertTrue(note.unsure());
      assertEquals("name", note.field());
      desk.robot.press("Shift+U");
      assertEquals(List.of(), desk.session().project().notes(ReviewDesk.DOCUMENT));
      desk.robot.press("Ctrl+z");
      assertEquals(List.of(note), desk.session().project().notes(ReviewDesk.DOCUMENT));
    }
  }

  @Test
  void allOfTheSameCauseAreAcceptedWithTwoKeysAndTakenBackWithOne() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      List<ParsedRecord> before = desk.records();
      desk.robot.press(".");
      int keys = desk.robot.presses();
      desk.robot.press("Shift+A");
      assertEquals(2, desk.robot.find(Table.class, "bulk.list").getItemCount());
      desk.robot.press("Enter");
      assertEquals(2, desk.robot.presses() - keys);
      assertTrue(desk.robot.lookFor(Shell.class, "bulk").isEmpty());
      assertEquals(Status.ACCEPTED, desk.value(0, "budget", 0).status());
      assertEquals(Status.ACCEPTED, desk.value(1, "budget", 0).status());
      assertEquals(Status.MACHINE, desk.value(0, "name", 0).status());
      undoes(desk, before);
      assertEquals(Status.MACHINE, desk.value(0, "budget", 0).status());
      assertEquals(Status.MACHINE, desk.value(1, "budget", 0).status());
    }
  }

  @Test
  void aCommandWorksWithItsKeyForInputMethodsToo() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.robot.press("Ctrl+Shift+j");
      assertEquals("name", desk.session().selection().field());
      desk.robot.press("Ctrl+Shift+a");
      assertEquals(Status.ACCEPTED, desk.value(0, "name", 0).status());
      desk.robot.press("Ctrl+Alt+.");
      assertEquals("budget", desk.session().selection().field());
    }
  }
}
