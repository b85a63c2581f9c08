package koetsu.regression.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import koetsu.api.plugin.Extraction;
import koetsu.api.plugin.ExtractionContext;
import koetsu.api.plugin.FieldExtractor;
import koetsu.gate.Pins;
import koetsu.launcher.PlugInBundle;
import koetsu.pipeline.Pipeline;
import koetsu.project.Author;
import koetsu.project.ProjectTemplate;
import koetsu.review.Selection;
import koetsu.robot.OnScreen;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnScreen
class ExtractorsViewTest {
  static final String DECLARATION =
      """
      {"schema": "koetsu.extractor/1", "id": "aims",
       "profile": {"fields": [{"id": "aim", "labels": {"en": "Aim"}, "many": true}]},
       "dictionaries": [{"field": "aim", "entries": [{"value": "aim", "words": ["目的", "支援"]}]}]}
      """;

  @TempDir Path temp;
  private final FakeBundles bundles = new FakeBundles();
  private final List<String> asked = new ArrayList<>();
  private Path declaration;

  @BeforeEach
  void english() throws IOException {
    Locale.setDefault(Locale.US);
    declaration = Files.writeString(temp.resolve("aims-1.2.0.json"), DECLARATION);
  }

  /** A project of the sample with its gold. */
  private Desk desk(Pipeline pipeline) throws Exception {
    Path project = temp.resolve("sample");
    new ProjectTemplate(Desk.SAMPLE.resolveSibling("."))
        .copyTo(project, new Author("rin", "rin"), pipeline.profile());
    Desk desk =
        new Desk(project, Desk.sample(), temp.resolve("data"), 1280, 800, pipeline, bundles);
    desk.window.execute("window.perspective." + ExtendPerspective.ID);
    desk.window.showView(ExtractorsFactory.ID);
    desk.robot.settle();
    view(desk).askInstead((question, yes) -> asked.add(question));
    return desk;
  }

  private static ExtractorsView view(Desk desk) {
    return (ExtractorsView) desk.window.view(ExtractorsFactory.ID).orElseThrow();
  }

  private static TreeItem choose(Desk desk, String name) {
    Tree tree = desk.robot.find(Tree.class, "extractors");
    for (TreeItem item : tree.getItems()) {
      if (item.getText().equals(name)) {
        tree.setSelection(item);
        tree.notifyListeners(org.eclipse.swt.SWT.Selection, new org.eclipse.swt.widgets.Event());
        tree.setFocus();
        desk.robot.settle();
        return item;
      }
    }
    throw new AssertionError(name + " is not in the list");
  }

  @Test
  void whatABundleIsStandsBesideItAndKeysActOnIt() throws Exception {
    bundles.all.add(
        FakeBundles.bundle(
            declaration, PlugInBundle.Home.PROJECT, "aims", PlugInBundle.State.UNTRUSTED, null));
    bundles.all.add(
        FakeBundles.bundle(
            temp.resolve("broken.jar"),
            PlugInBundle.Home.USER,
            "broken",
            PlugInBundle.State.BROKEN,
            "does not start: it needs the package no.such"));
    try (Desk desk = desk(Pipeline.onClassPath())) {
      Label notice = desk.robot.find(Label.class, "extractors.notice");
      assertTrue(notice.getText().startsWith("Not trusted and not running: 1."), notice::getText);

      assertEquals("not trusted", choose(desk, "aims").getText(2));
      StyledText details = desk.robot.find(StyledText.class, "extractors.details");
      assertTrue(details.getText().contains("SHA-256: "), details::getText);
      assertTrue(details.getText().contains("It is data and runs no code"), details::getText);

      desk.robot.press("T");
      assertEquals(1, asked.size());
      assertTrue(asked.get(0).contains("Bundle: aims 1.2.0\nSHA-256: "), asked::toString);
      desk.robot.settle();
      assertEquals("active", choose(desk, "aims").getText(2));
      desk.robot.press("S");
      assertEquals("stopped", choose(desk, "aims").getText(2));
      desk.robot.press("S");
      assertEquals("active", choose(desk, "aims").getText(2));
      desk.robot.press("T");
      assertEquals("not trusted", choose(desk, "aims").getText(2), "taken back");

      TreeItem broken = choose(desk, "broken");
      assertEquals("broken", broken.getText(2));
      assertTrue(details.getText().contains("it needs the package no.such"), details::getText);
      desk.robot.press("Delete");
      desk.robot.settle();
      assertEquals(1, bundles.all.size());

      TreeItem formats = choose(desk, "koetsu.export");
      assertTrue(formats.getItemCount() > 10, "its exporters and importers");
      assertEquals("exports", formats.getItem(0).getText(3));
      TreeItem shipped = choose(desk, "koetsu.extract");
      assertTrue(shipped.getItemCount() > 3, "its extractors");
      assertTrue(shipped.getText(4).endsWith(" ms"), shipped.getText(4));
      desk.robot.press("S");
      desk.robot.press("Delete");
      assertEquals("active", choose(desk, "koetsu.extract").getText(2), "what is shipped stays");
    }
  }

  @Test
  void theJapaneseWindowSaysInJapaneseWhyABundleDoesNotRun() throws Exception {
    Locale.setDefault(Locale.JAPAN);
    bundles.all.add(
        FakeBundles.bundle(
            temp.resolve("hanging.jar"),
            PlugInBundle.Home.USER,
            "hanging",
            PlugInBundle.State.BROKEN,
            "is given up: a.Activator.start() (Activator.java:7) did not return within 10 s; mend"
                + " the plug-in or remove its file"));
    bundles.all.add(
        FakeBundles.bundle(
            temp.resolve("broken.jar"),
            PlugInBundle.Home.USER,
            "broken",
            PlugInBundle.State.BROKEN,
            "does not start: it needs the package no.such (version 2.0.0 or higher, below 3.0.0),"
                + " and no installed bundle has that"));
    try (Desk desk = desk(WithFailing.pipeline(new Failing()))) {
      StyledText details = desk.robot.find(StyledText.class, "extractors.details");
      choose(desk, "hanging");
      assertTrue(
          details
              .getText()
              .contains("\na.Activator.start() (Activator.java:7) が 10 秒以内に戻らないため、使わないことにしました。"),
          details::getText);
      choose(desk, "broken");
      assertTrue(
          details.getText().contains("パッケージ no.such (版 2.0.0 以上 3.0.0 未満) が必要ですが"),
          details::getText);
      String name = Failing.class.getPackageName().replace(".internal", "");
      desk.robot.waitUntil("it is off", () -> choose(desk, name).getText(2).equals("自動停止"));
      assertTrue(
          details.getText().contains("10 回続けて失敗したため、終了するまで外してあります。最後の失敗: 失敗しました (Ille"),
          details::getText);
    }
  }

  @Test
  void aBundleIsTriedBeforeItIsAdopted() throws Exception {
    try (Desk desk = desk(Pipeline.onClassPath())) {
      choose(desk, "koetsu.extract");
      view(desk).tryFile(declaration);
      desk.robot.waitUntil("it was tried", () -> view(desk).canAdopt());
      Label head = desk.robot.find(Label.class, "extractors.trial");
      assertTrue(
          head.getText().matches("aims 1\\.2\\.0: fixed 0, broken \\d+\\. .+"), head::getText);
      Tree ledger = desk.robot.find(Tree.class, "extractors.ledger");
      TreeItem broken = ledger.getItem(0);
      assertTrue(broken.getText().startsWith("Broken: "), broken.getText());
      assertTrue(broken.getItem(0).getText(4).length() > 1, broken.getItem(0).getText(4));
      assertEquals(List.of(), bundles.all, "nothing is changed");

      desk.robot.press("A");
      assertEquals(1, bundles.all.size());
      desk.robot.press("D");
      assertFalse(view(desk).canAdopt());
      assertTrue(head.getText().startsWith("Nothing tried."), head::getText);
    }
  }

  @Test
  void twoVersionsStandBesideEachOtherOnTheRecordInFocus() throws Exception {
    try (Desk desk = desk(Pipeline.onClassPath())) {
      Selection at = Selection.of("draft-budget.md", "r0001");
      desk.session().select(at, true);
      view(desk).compare(declaration);
      Table table = desk.robot.find(Table.class, "extractors.sides");
      desk.robot.waitUntil("both are read", () -> table.getItemCount() > 0);
      assertEquals("not installed", table.getColumn(1).getText());
      assertEquals("1.2.0", table.getColumn(2).getText());
      assertEquals("≠ Aim", table.getItem(0).getText(0));
      assertEquals("–", table.getItem(0).getText(1));
      assertTrue(table.getItem(0).getText(2).startsWith("aim"), table.getItem(0).getText(2));
      assertTrue(
          table.getItem(0).getText(3).startsWith("aims/1.2.0#"), table.getItem(0).getText(3));

      Label head = desk.robot.find(Label.class, "extractors.versions");
      String first = head.getText();
      desk.session().select(Selection.of("draft-budget.md", "r0002"), true);
      desk.robot.settle();
      assertFalse(first.equals(head.getText()), "goes with the record: " + first);
    }
  }

  @Test
  void pinsAreWrittenByKeyAndDifferencesAreSaid() throws Exception {
    try (Desk desk = desk(Pipeline.onClassPath())) {
      choose(desk, "koetsu.extract");
      desk.robot.press("P");
      Path file = desk.project.resolve(Pins.FILE);
      assertTrue(Files.readString(file).contains("  koetsu.extract "), "pinned");
      Label notice = desk.robot.find(Label.class, "extractors.notice");
      assertFalse(notice.getText().contains("made the gold"), notice::getText);

      Files.writeString(
          file,
          Files.readString(file).replaceAll("(?m)^[0-9a-f]{8}(.+ koetsu\\.check )", "00000000$1"));
      desk.window.openProject(desk.project);
      desk.robot.waitUntil("it is open again", () -> !desk.window.jobs().isBusy());
      Label again = desk.robot.find(Label.class, "extractors.notice");
      assertTrue(again.getText().contains("Not the bundles that made the gold"), again::getText);
      assertTrue(again.getText().contains("koetsu."), again::getText);
    }
  }

  /** Fails in every record. */
  static final class Failing implements FieldExtractor {
    @Override
    public String id() {
      return "failing";
    }

    @Override
    public java.util.Set<String> fields() {
      return java.util.Set.of("name");
    }

    @Override
    public List<Extraction> extract(ExtractionContext context) {
      throw new IllegalStateException("no");
    }
  }

  @Test
  void aSwitchedOffPlugInSaysWhyAndGetsAnotherChance() throws Exception {
    Pipeline pipeline = WithFailing.pipeline(new Failing());
    try (Desk desk = desk(pipeline)) {
      desk.robot.waitUntil("all is read", () -> !desk.window.jobs().isBusy());
      String name = Failing.class.getPackageName().replace(".internal", "");
      desk.robot.waitUntil("it is off", () -> choose(desk, name).getText(2).equals("switched off"));
      StyledText details = desk.robot.find(StyledText.class, "extractors.details");
      assertTrue(
          details.getText().contains("it is switched off for this session after 10 failures"),
          details::getText);
      desk.window.showView("koetsu.workbench.log");
      Table log = desk.robot.find(Table.class, "log");
      desk.robot.waitUntil("it is in the log", () -> told(log) > 0);
      assertEquals(1, told(log), "once");
      desk.window.showView(ExtractorsFactory.ID);
      assertTrue(view(desk).canSwitchOn());
      int before = pipeline.problems().size();
      view(desk).switchOn();
      assertEquals(before - 1, pipeline.problems().size());
    }
  }

  private static long told(Table log) {
    long told = 0;
    for (TableItem item : log.getItems()) {
      told += item.getText(1).contains("failing: switched off after") ? 1 : 0;
    }
    return told;
  }
}
