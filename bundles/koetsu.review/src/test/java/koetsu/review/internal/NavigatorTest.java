package koetsu.review.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import koetsu.project.Project;
import koetsu.robot.OnScreen;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnScreen
class NavigatorTest {
  private static final String LISTED =
      """
      目次
      ・入り江の見張り台整備事業
      ・渡し舟の更新事業
      ・峠の茶屋再生事業
      ・翌年度の予定

      # 入り江の見張り台整備事業
      令和8年度予算額 3.4億円

      # 峠の茶屋再生事業
      令和8年度予算額 12億円
      """;

  @TempDir Path place;

  @BeforeAll
  static void speakEnglish() {
    Locale.setDefault(Locale.US);
  }

  @Test
  void theContentsStandBesideTheRecordsFoundForThem() throws Exception {
    try (ReviewDesk desk = open()) {
      Tree tree = desk.robot.find(Tree.class, "navigator");
      TreeItem contents = tree.getItem(0).getItem(0);
      assertEquals("(contents)", contents.getText(0));
      assertEquals("2/4", contents.getText(1), "found of listed");
      tree.setFocus();
      desk.robot.press("Home");
      desk.robot.press("Down");
      desk.robot.press("Right");
      assertEquals(4, contents.getItemCount());
      assertEquals("→7", contents.getItem(0).getText(1), "the line of the record");
      assertEquals("", contents.getItem(1).getText(1));
      assertEquals("→10", contents.getItem(2).getText(1));
      assertTrue(
          !contents.getItem(1).getImage().equals(contents.getItem(3).getImage()),
          "what is missing between others is told from what may be in another document");
    }
  }

  @Test
  void enterGoesFromALineOfTheContentsToItsRecord() throws Exception {
    try (ReviewDesk desk = open()) {
      Tree tree = desk.robot.find(Tree.class, "navigator");
      tree.setFocus();
      desk.robot.press("Home");
      desk.robot.press("Down");
      desk.robot.press("Right");
      desk.robot.press("Down");
      assertEquals(LISTED.indexOf("入り江"), desk.source().getCaretOffset(), "as it is listed");
      assertTrue(tree.isFocusControl());
      desk.robot.press("Enter");
      assertEquals(desk.record(0).id(), desk.session().selection().record());
      assertTrue(tree.getSelection()[0].getText(0).startsWith("入り江"));
    }
  }

  private ReviewDesk open() throws Exception {
    Path document = Files.writeString(place.resolve(ReviewDesk.DOCUMENT), LISTED);
    Project.create(place.resolve("project"), List.of(document));
    return ReviewDesk.sitDown(place, "data");
  }
}
