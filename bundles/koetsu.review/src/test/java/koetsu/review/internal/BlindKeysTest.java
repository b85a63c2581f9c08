package koetsu.review.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Status;
import koetsu.project.Author;
import koetsu.project.BlindSlice;
import koetsu.project.Project;
import koetsu.robot.OnScreen;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Tree;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reviews a record without seeing what the machine says of it, with real key events only. */
@OnScreen
class BlindKeysTest {
  @TempDir Path place;

  @BeforeAll
  static void speakEnglish() {
    Locale.setDefault(Locale.US);
  }

  @Test
  void aBlindRecordShowsNothingOfTheMachineUntilItIsReviewed() throws Exception {
    Path document = Files.writeString(place.resolve(ReviewDesk.DOCUMENT), ReviewDesk.TEXT);
    Path folder = place.resolve("project");
    Project.create(folder, List.of(document));
    try (Project project =
        Project.open(folder, new Author("lead", "a1"), SheetPlugIns.pipeline().profile())) {
      project.setBlindSlice(new BlindSlice(1, 1));
    }
    try (ReviewDesk desk = ReviewDesk.open(place)) {
      assertEquals(Map.of(), desk.record(0).fields());
      Tree navigator = desk.robot.find(Tree.class, "navigator");
      String shown = navigator.getItem(0).getItem(0).getText(0);
      assertTrue(shown.startsWith("(no name)"), shown);
      desk.robot.press("w");
      Label home = desk.robot.find(Label.class, "why.home");
      desk.robot.waitUntil(
          "no reasons", () -> home.getText().startsWith("This record is reviewed"));
      assertEquals(0, desk.robot.find(Tree.class, "why").getItemCount());

      int name = ReviewDesk.TEXT.indexOf("入り江");
      desk.source().setFocus();
      desk.source().setSelection(name, ReviewDesk.TEXT.indexOf('\n'));
      desk.robot.press("1");
      assertEquals(Status.ADDED, desk.value(0, "name", 0).status());
      desk.robot.press("Ctrl+Enter");
      ParsedRecord gold = desk.session().project().gold().get(0).records().get(0);
      assertTrue(BlindSlice.isBlind(gold));
      assertEquals("入り江の見張り台整備事業", gold.first("name"));
      assertEquals(List.of(), gold.values("budget"), "what was not marked is said to be empty");
    }
  }
}
