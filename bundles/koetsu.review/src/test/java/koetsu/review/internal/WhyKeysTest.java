package koetsu.review.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import koetsu.project.Project;
import koetsu.robot.OnScreen;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks for reasons with real key events only. */
@OnScreen
class WhyKeysTest {
  @TempDir Path place;

  @BeforeAll
  static void speakEnglish() {
    Locale.setDefault(Locale.US);
  }

  @Test
  void aValueShowsWhatItRestsOnAndEnterGoesThere() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.robot.press("j");
      desk.robot.press("j");
      desk.robot.press("w");
      Tree why = desk.robot.find(Tree.class, "why");
      desk.robot.waitUntil("the reasons are there", () -> why.getItemCount() > 0);
      assertTrue(desk.hasFocus("why"));
      TreeItem value = why.getItem(0);
      assertTrue(value.getText(0).startsWith("Budget "), value.getText(0));
      assertTrue(value.getText(0).endsWith("confidence 0.60"), value.getText(0));
      assertTrue(value.getText(2).endsWith("#amounts.line"), value.getText(2));
      assertEquals("by amount “3.4億円”", value.getItem(0).getText(0));
      assertEquals("2", value.getItem(0).getText(1));
      assertTrue(value.getItem(1).getText(0).endsWith(" → 340,000,000 円 (3.4億円)"));

      desk.robot.press("Down");
      desk.robot.press("Enter");
      assertTrue(desk.hasFocus("source." + ReviewDesk.DOCUMENT), "the keyboard comes along");
      assertEquals(ReviewDesk.TEXT.indexOf("3.4億円"), desk.source().getCaretOffset());
    }
  }

  @Test
  void textWithoutAValueShowsWhichRuleLetItGoAndWhy() throws Exception {
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.robot.press("w");
      desk.source().setFocus();
      int target = ReviewDesk.TEXT.indexOf("波の高さ");
      while (desk.source().getCaretOffset() < target) {
        desk.robot.press("Down");
      }
      Label home = desk.robot.find(Label.class, "why.home");
      desk.robot.waitUntil("the view follows the caret", () -> home.getText().contains(":7 "));
      assertEquals("harbour.txt:7 · 入り江の見張り台整備事業 · Purpose", home.getText());
      Tree why = desk.robot.find(Tree.class, "why");
      assertEquals(
          "not taken: “波の高さを昼夜はかり、舟の出入りを助ける。”: no label in front", why.getItem(0).getText(0));
      assertTrue(why.getItem(0).getText(2).endsWith("#offices.label"));
    }
  }

  @Test
  void documentsAreComparedOnceAllAreRead() throws Exception {
    Path first = Files.writeString(place.resolve(ReviewDesk.DOCUMENT), ReviewDesk.TEXT);
    Path second = Files.writeString(place.resolve("pass.txt"), "# 峠の茶屋再生事業\n担当:峠課\n");
    Project.create(place.resolve("project"), List.of(first, second));
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      desk.window.showView(Views.PROBLEMS);
      Table problems = desk.robot.find(Table.class, "problems");
      desk.robot.waitUntil("both are compared", () -> problems.getItemCount() == 2);
      assertEquals("峠の茶屋再生事業 is in pass.txt, too", Cells.text(problems.getItem(0), 0));
      assertEquals("峠の茶屋再生事業 is in harbour.txt, too", Cells.text(problems.getItem(1), 0));
    }
  }
}
