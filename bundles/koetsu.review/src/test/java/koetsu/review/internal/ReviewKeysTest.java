package koetsu.review.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import koetsu.api.profile.Profile;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.RecordState;
import koetsu.api.record.Status;
import koetsu.api.record.Value;
import koetsu.project.Author;
import koetsu.project.Project;
import koetsu.review.Selection;
import koetsu.robot.OnScreen;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reviews with real key events only. */
@OnScreen
class ReviewKeysTest {
  @TempDir Path place;

  @BeforeAll
  static void speakEnglish() {
    Locale.setDefault(Locale.US);
  }

  @Test
  void acceptsAValueWithOneKeyAndGoesToTheNextOpenOne() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.robot.press("j");
      int before = desk.robot.presses();
      desk.robot.press("a");
      assertEquals(1, desk.robot.presses() - before);
      assertEquals(Status.ACCEPTED, desk.value(0, "name", 0).status());
      assertEquals("budget", desk.session().selection().field());
      desk.robot.press("Enter");
      assertEquals(Status.ACCEPTED, desk.value(0, "budget", 0).status());
      assertEquals("office", desk.session().selection().field());
    }
  }

  @Test
  void fixesAnAmountWithTwoKeysAndTheTypedText() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.robot.press("j");
      desk.robot.press("j");
      int before = desk.robot.presses();
      desk.robot.press("e");
      Text amount = desk.robot.find(Text.class, "editor.amountYen");
      assertTrue(desk.hasFocus("editor.amountYen"));
      assertEquals("3.4億円", amount.getText());
      // the window system cannot post Japanese characters; an input method inserts them like this
      amount.insert("12億");
      desk.robot.press("Enter");
      assertEquals(2, desk.robot.presses() - before);
      FieldValue fixed = desk.value(0, "budget", 0);
      assertEquals(1_200_000_000L, ((Value.Slots) fixed.value()).number("amountYen"));
      assertEquals(Status.CORRECTED, fixed.status());
      assertEquals("令和8年度予算額 3.4億円", fixed.text());
      assertTrue(desk.hasFocus("source." + ReviewDesk.DOCUMENT), "the keyboard goes back");
    }
  }

  @Test
  void readsTheYearOfAnEraAndRefusesWhatIsNone() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.robot.press("j");
      desk.robot.press("j");
      desk.robot.press("F2");
      desk.robot.press("Shift+Tab");
      desk.robot.press("Shift+Tab");
      desk.robot.type("xyz");
      desk.robot.press("Enter");
      assertTrue(desk.hasFocus("editor.fiscalYear"), "what is no year is not committed");
      desk.robot.press("Ctrl+a");
      desk.robot.press("Delete");
      desk.robot.press("Enter");
      assertEquals(null, ((Value.Slots) desk.value(0, "budget", 0).value()).number("fiscalYear"));
      desk.robot.press("F2");
      assertTrue(desk.hasFocus("editor.fiscalYear"), "a year that is missing comes first");
      desk.robot.type("R9");
      desk.robot.press("Enter");
      assertEquals(2027L, ((Value.Slots) desk.value(0, "budget", 0).value()).number("fiscalYear"));
    }
  }

  @Test
  void escapeGivesTheOldValueBack() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      ParsedRecord before = desk.record(0);
      desk.robot.press("j");
      desk.robot.press("e");
      desk.robot.type("axn");
      assertEquals(
          "axn", desk.robot.find(Text.class, "editor.text").getText(), "letters type in a field");
      desk.robot.press("Esc");
      assertTrue(desk.robot.lookFor(Text.class, "editor.text").isEmpty());
      assertEquals(before, desk.record(0));
    }
  }

  @Test
  void undoAndRedoGiveTheWholeRecordBack() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      ParsedRecord before = desk.record(0);
      desk.robot.press("j");
      desk.robot.press("x");
      assertEquals(Status.REJECTED, desk.value(0, "name", 0).status());
      ParsedRecord after = desk.record(0);
      desk.robot.press("n");
      desk.robot.press("Ctrl+z");
      assertEquals(said(before), said(desk.record(0)));
      assertEquals(before.id(), desk.session().selection().record(), "undo shows where it was");
      desk.robot.press("Ctrl+y");
      assertEquals(said(after), said(desk.record(0)));
      assertEquals(after.state(), desk.record(0).state());
    }
  }

  /** All that a record says; the reasons of the machine are no part of it and are in no log. */
  private static Map<String, List<FieldValue>> said(ParsedRecord record) {
    Map<String, List<FieldValue>> fields = new LinkedHashMap<>();
    record
        .fields()
        .forEach(
            (id, values) -> fields.put(id, values.stream().map(v -> v.withWhy(null)).toList()));
    return fields;
  }

  @Test
  void acceptsARecordWithOneKeyAndGoesToTheNext() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      int before = desk.robot.presses();
      desk.robot.press("Ctrl+Enter");
      assertEquals(1, desk.robot.presses() - before);
      assertEquals(RecordState.REVIEWED, desk.record(0).state());
      assertTrue(
          desk.record(0).fields().values().stream()
              .flatMap(List::stream)
              .allMatch(v -> v.status() == Status.ACCEPTED));
      assertEquals(desk.record(1).id(), desk.session().selection().record());
      assertTrue(desk.status("remaining").startsWith("1/2 records"), desk.status("remaining"));
    }
  }

  @Test
  void theSelectionBecomesAFieldWithOneKey() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      StyledText source = desk.source();
      int at = ReviewDesk.TEXT.indexOf("波の高さ");
      source.setCaretOffset(at);
      for (int i = 0; i < 4; i++) {
        desk.robot.press("Shift+Right");
      }
      desk.robot.press("3");
      FieldValue added = desk.value(0, "office", 2);
      assertEquals(Value.of("波の高さ"), added.value());
      assertEquals("波の高さ", added.text());
      assertEquals(Status.ADDED, added.status());
      // 𠮷 before it is one code point and two UTF-16 units
      assertEquals(at - 1, added.spans().get(0).begin());
      assertEquals(
          new Selection(ReviewDesk.DOCUMENT, desk.record(0).id(), "office", 2),
          desk.session().selection());
    }
  }

  @Test
  void aFieldThatHoldsOneValueMovesToTheSelection() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.source().setCaretOffset(ReviewDesk.TEXT.indexOf("見張り台"));
      for (int i = 0; i < 4; i++) {
        desk.robot.press("Shift+Right");
      }
      desk.robot.press("1");
      assertEquals(1, desk.record(0).values("name").size());
      assertEquals(Value.of("見張り台"), desk.value(0, "name", 0).value());
      assertEquals(Status.CORRECTED, desk.value(0, "name", 0).status());
    }
  }

  @Test
  void withNothingSelectedTheKeyOfAFieldTakesATypedValue() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.robot.press("3");
      desk.robot.type("North pier");
      desk.robot.press("Enter");
      FieldValue added = desk.value(0, "office", 2);
      assertEquals(Value.of("North pier"), added.value());
      assertEquals(Status.ADDED, added.status());
      assertTrue(added.spans().isEmpty());
      desk.robot.press("1");
      desk.robot.type("Pier");
      desk.robot.press("Enter");
      assertEquals(1, desk.record(0).values("name").size(), "a field of one value gets no second");
      assertEquals(Value.of("Pier"), desk.value(0, "name", 0).value());
    }
  }

  @Test
  void theMouseDoesItToo() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.robot.press("j");
      org.eclipse.swt.widgets.ToolBar actions =
          desk.robot.find(org.eclipse.swt.widgets.ToolBar.class, "record.actions");
      org.eclipse.swt.graphics.Rectangle accept = actions.getItem(0).getBounds();
      desk.robot.click(actions, accept.x + accept.width / 2, accept.y + accept.height / 2);
      assertEquals(Status.ACCEPTED, desk.value(0, "name", 0).status());
      assertEquals("budget", desk.session().selection().field());
    }
  }

  @Test
  void theDoubtfulValuesAreOneKeyApart() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      assertTrue(desk.status("remaining").endsWith("2 to look at"), desk.status("remaining"));
      desk.robot.press(".");
      assertEquals(
          new Selection(ReviewDesk.DOCUMENT, desk.record(0).id(), "budget", 0),
          desk.session().selection());
      desk.robot.press(".");
      assertEquals(
          new Selection(ReviewDesk.DOCUMENT, desk.record(1).id(), "budget", 0),
          desk.session().selection());
      desk.robot.press(",");
      assertEquals(desk.record(0).id(), desk.session().selection().record());
    }
  }

  @Test
  void anEditIsOnDiskWhenTheWindowSaysSaved() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      assertEquals("", desk.status("saved"));
      desk.robot.press("j");
      desk.robot.press("a");
      assertTrue(desk.status("saved").matches("saved \\d\\d:\\d\\d:\\d\\d"), desk.status("saved"));
      try (Stream<Path> logs = Files.list(desk.folder.resolve("log"))) {
        String log = logs.map(ReviewKeysTest::content).collect(Collectors.joining());
        assertTrue(log.contains("value.accept"), log);
      }
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void theCaretChoosesTheValueItStandsIn() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.source().setCaretOffset(ReviewDesk.TEXT.indexOf("入り江課"));
      assertEquals("office", desk.session().selection().field());
      desk.robot.press("Down");
      desk.robot.press("Down");
      desk.robot.press("Down");
      assertNull(desk.session().selection().field());
      assertTrue(desk.status("position").startsWith("harbour.txt 6:"), desk.status("position"));
    }
  }

  @Test
  void theNavigatorFollowsAndFilters() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      Tree tree = desk.robot.find(Tree.class, "navigator");
      assertEquals(2, tree.getItem(0).getItemCount());
      desk.robot.press("n");
      assertEquals("峠の茶屋再生事業", tree.getSelection()[0].getText(0));
      desk.robot.press("/");
      assertTrue(desk.hasFocus("navigator.filter"));
      desk.robot.find(Text.class, "navigator.filter").insert("見張り");
      desk.robot.settle();
      assertEquals(1, tree.getItem(0).getItemCount());
      desk.robot.press("Esc");
      assertEquals(2, tree.getItem(0).getItemCount());
    }
  }

  @Test
  void aProjectThatSomebodyElseWritesIsReadOnlyAndSaysSo() throws Exception {
    ReviewDesk.open(place).close();
    Profile profile = SheetPlugIns.pipeline().profile();
    try (Project other =
            Project.open(place.resolve("project"), new Author("hana", "other"), profile);
        ReviewDesk desk = ReviewDesk.open(place)) {
      assertFalse(other.readOnly());
      assertTrue(desk.status("reviewer").contains("hana"), desk.status("reviewer"));
      desk.robot.press("j");
      desk.robot.press("a");
      assertEquals(Status.MACHINE, desk.value(0, "name", 0).status());
    }
  }

  @Test
  void theFormIsReadOutAsFieldContentAndState() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      RecordForm form = ((RecordView) desk.window.view(Views.RECORD).orElseThrow()).form();
      desk.robot.press("j");
      desk.robot.press("a");
      List<String> spoken = form.spoken().stream().map(SpokenForm.Item::text).toList();
      assertTrue(spoken.get(0).endsWith(": 入り江の見張り台整備事業, accepted"), spoken.get(0));
      assertTrue(spoken.get(1).endsWith(", by the machine, doubtful"), spoken.get(1));
      assertTrue(spoken.get(2).endsWith(": 入り江課, by the machine"), spoken.get(2));
    }
  }

  @Test
  void aRestartGoesOnWhereThePersonWas() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.robot.press("n");
    }
    try (ReviewDesk desk = ReviewDesk.sitDown(place, "data")) {
      assertEquals(desk.record(1).id(), desk.session().selection().record());
    }
  }

  @Test
  void whoComesAnewIsPutToTheFirstWork() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.robot.press("Ctrl+Enter");
    }
    try (ReviewDesk desk = ReviewDesk.sitDown(place, "second")) {
      Selection doubtful = new Selection(ReviewDesk.DOCUMENT, desk.record(1).id(), "budget", 0);
      assertEquals(doubtful, desk.session().selection(), "a doubtful value comes first");
      desk.robot.press("a");
    }
    try (ReviewDesk desk = ReviewDesk.sitDown(place, "third")) {
      Selection open = Selection.of(ReviewDesk.DOCUMENT, desk.record(1).id());
      assertEquals(open, desk.session().selection(), "then an open record");
      desk.robot.press("Ctrl+Enter");
    }
    try (ReviewDesk desk = ReviewDesk.sitDown(place, "fourth")) {
      Selection first = Selection.of(ReviewDesk.DOCUMENT, desk.record(0).id());
      assertEquals(first, desk.session().selection(), "then the first of all");
    }
  }
}
