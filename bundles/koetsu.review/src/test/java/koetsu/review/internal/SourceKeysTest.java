package koetsu.review.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Locale;
import koetsu.review.Selection;
import koetsu.robot.OnScreen;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finds its way through texts with real key events only. */
@OnScreen
class SourceKeysTest {
  @TempDir Path place;

  @BeforeAll
  static void speakEnglish() {
    Locale.setDefault(Locale.US);
  }

  @Test
  void findsInEitherWidthRoundAndRound() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      StyledText source = desk.source();
      desk.robot.press("Ctrl+f");
      Text words = desk.robot.find(Text.class, "find." + ReviewDesk.DOCUMENT);
      words.setText("\uff18年度");
      desk.robot.settle();
      int first = ReviewDesk.TEXT.indexOf("8年度");
      int second = ReviewDesk.TEXT.lastIndexOf("8年度");
      assertEquals(first, source.getSelectionRange().x);
      desk.robot.press("Enter");
      assertEquals(second, source.getSelectionRange().x);
      desk.robot.press("Enter");
      assertEquals(first, source.getSelectionRange().x);
      desk.robot.press("Shift+Enter");
      assertEquals(second, source.getSelectionRange().x);
      desk.robot.press("Esc");
      assertTrue(source.isFocusControl());
      desk.robot.press("F3");
      assertEquals(first, source.getSelectionRange().x);
    }
  }

  @Test
  void goesToALineAndToARecordByName() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.robot.press("Ctrl+l");
      desk.robot.type("9");
      desk.robot.press("Enter");
      assertEquals(ReviewDesk.TEXT.indexOf("# 峠の茶屋"), desk.source().getCaretOffset());
      assertEquals(desk.record(1).id(), desk.session().selection().record());
      desk.robot.press("o");
      desk.robot.find(Text.class, "records.filter").insert("見張り");
      desk.robot.press("Enter");
      assertEquals(
          Selection.of(ReviewDesk.DOCUMENT, desk.record(0).id()), desk.session().selection());
    }
  }

  @Test
  void searchesAllDocuments() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.robot.press("Ctrl+g");
      desk.robot.find(Text.class, "search.filter").insert("担当");
      desk.robot.settle();
      Table hits = desk.robot.find(Table.class, "search.list");
      assertEquals(3, hits.getItemCount());
      assertEquals("harbour.txt:11", hits.getItem(2).getText(1));
      desk.robot.press("Down");
      desk.robot.press("Down");
      desk.robot.press("Enter");
      assertEquals(desk.record(1).id(), desk.session().selection().record());
      assertEquals(ReviewDesk.TEXT.lastIndexOf("担当"), desk.source().getCaretOffset());
    }
  }

  @Test
  void copiesAValueWithItsSource() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.robot.press("j");
      desk.robot.press("Ctrl+Alt+c");
      Clipboard clipboard = new Clipboard(desk.window.shell().getDisplay());
      String copied = (String) clipboard.getContents(TextTransfer.getInstance());
      clipboard.dispose();
      assertEquals(
          "Name: 入り江の見張り台整備事業" + System.lineSeparator() + "「入り江の見張り台整備事業」 harbour.txt:1", copied);
    }
  }

  @Test
  void theGuidelineIsOneKeyAwayAndSoIsTheWayBack() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.robot.press("j");
      desk.robot.press("g");
      StyledText guide = desk.robot.find(StyledText.class, "guide");
      assertTrue(guide.isFocusControl());
      assertTrue(guide.getText().startsWith("Name"), guide.getText());
      desk.robot.press("Tab");
      int link = guide.getCaretOffset();
      assertTrue(link > 0, "Tab goes to a link");
      desk.robot.press("Enter");
      assertTrue(!guide.getText().startsWith("Name\n"), guide.getText());
      desk.robot.press("BackSpace");
      assertTrue(guide.getText().startsWith("Name"), guide.getText());
      desk.robot.press("Esc");
      assertTrue(desk.source().isFocusControl());
    }
  }

  @Test
  void theTextGrowsAndTheCaretStays() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      int height = desk.source().getFont().getFontData()[0].getHeight();
      desk.source().setCaretOffset(40);
      desk.robot.press("Ctrl+=");
      desk.robot.press("Ctrl+=");
      assertTrue(desk.source().getFont().getFontData()[0].getHeight() > height);
      assertEquals(40, desk.source().getCaretOffset());
      desk.robot.press("Ctrl+0");
      assertEquals(height, desk.source().getFont().getFontData()[0].getHeight());
    }
  }

  @Test
  void aFoldedRecordShowsItsFirstLineUntilSomethingInItIsWanted() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      StyledText source = desk.source();
      int all = source.getLineCount();
      desk.robot.press("f");
      assertTrue(source.getText().startsWith("# 入り江の見張り台整備事業\n# 峠の茶屋再生事業\n"), source.getText());
      assertEquals(desk.record(0).id(), desk.session().selection().record());
      desk.robot.press("f");
      assertEquals(all, source.getLineCount());
      desk.robot.press("Shift+F");
      assertEquals("# 入り江の見張り台整備事業\n# 峠の茶屋再生事業", source.getText().strip());
      desk.robot.press("j");
      assertEquals(
          2, source.getText().strip().lines().count(), "the name is in the line that shows");
      desk.robot.press("j");
      assertEquals(ReviewDesk.TEXT.indexOf("令和8年度"), source.getCaretOffset(), "the budget");
      assertTrue(source.getText().endsWith("# 峠の茶屋再生事業\n"), "the other one stays folded");
      desk.robot.press("Ctrl+l");
      desk.robot.type("11");
      desk.robot.press("Enter");
      assertEquals(ReviewDesk.TEXT.lastIndexOf("担当"), source.getCaretOffset());
      assertEquals(ReviewDesk.TEXT, source.getText());
    }
  }

  @Test
  void foldsAreThereTheNextTime() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.robot.press("f");
    }
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      assertTrue(
          desk.source().getText().startsWith("# 入り江の見張り台整備事業\n# 峠の茶屋再生事業\n"),
          desk.source().getText());
      desk.robot.press("f");
    }
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      assertEquals(ReviewDesk.TEXT, desk.source().getText());
    }
  }

  @Test
  void findingLooksIntoFoldedRecords() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.robot.press("Shift+F");
      desk.robot.press("Ctrl+f");
      desk.robot.find(Text.class, "find." + ReviewDesk.DOCUMENT).setText("峠課");
      desk.robot.settle();
      assertEquals("峠課", desk.source().getSelectionText());
      assertEquals(2, desk.source().getText().lines().filter(l -> l.startsWith("#")).count());
    }
  }

  @Test
  void valuesBelowAFoldAreEditedWhereTheyStand() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.robot.press("f");
      desk.session().select(Selection.of(ReviewDesk.DOCUMENT, desk.record(1).id()), true);
      desk.source().setFocus();
      desk.robot.press("Down");
      desk.robot.press("Shift+Down");
      int before = desk.record(1).values("office").size();
      desk.robot.press("3");
      assertEquals(before + 1, desk.record(1).values("office").size());
      assertEquals("令和8年度予算額 12億円", desk.value(1, "office", 0).text());
    }
  }
}
