package koetsu.regression.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import koetsu.api.plugin.LoadRequest;
import koetsu.api.record.FieldValue;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Value;
import koetsu.launcher.PlugInBundle;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.RunOptions;
import koetsu.project.Author;
import koetsu.project.Project;
import koetsu.project.ProjectTemplate;
import koetsu.review.ReviewSession;
import koetsu.review.internal.DailyFactory;
import koetsu.robot.OnScreen;
import koetsu.workbench.Messages;
import koetsu.workbench.View;
import koetsu.workbench.ViewFactory;
import koetsu.workbench.Workbench;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes the pictures of what a reviewer sees seldom, once in each theme and in each language. */
@OnScreen
class RareStatesPicturesTest {
  private static final Author RIN = new Author("rin", "rin");
  private static final Author KEN = new Author("ken", "ken");

  @TempDir Path place;
  private final Camera camera = new Camera();
  private String look;

  @Test
  void whatIsSeldomSeenHasItsPicture() throws Exception {
    for (boolean dark : new boolean[] {false, true}) {
      Camera.theme(dark);
      String language = dark ? "en" : "ja";
      Locale.setDefault(Locale.forLanguageTag(language));
      look = language + (dark ? "-dark" : "-light");
      withoutAHit();
      somebodyElse();
      editions();
      failures();
      bundles();
    }
    Camera.theme(false);
  }

  private Path folder(String name) {
    return place.resolve(name + "-" + look);
  }

  private Desk desk(String name) throws Exception {
    return new Desk(folder(name), folder("data-" + name), 1280, 800);
  }

  private void withoutAHit() throws Exception {
    try (Desk desk = desk("hits")) {
      contents(desk);
      search(desk, "navigator.filter", "navigate.filter", "state-navigator-nomatch-");
      search(desk, "queue.filter", "navigate.queue", "state-queue-nomatch-");
      desk.session().stepDoubtful(1);
      desk.window.execute("source.find");
      type(desk, "source.find." + desk.session().selection().document());
      camera.take(desk, "state-find-nomatch-" + look);
      desk.robot.press("Esc");
      desk.window.execute("project.search");
      type(desk, null);
      camera.take(desk, "state-search-nomatch-" + look);
      desk.robot.press("Esc");
      desk.session().acceptRecord();
      camera.take(desk, "state-record-reviewed-" + look);
      desk.window.showView("koetsu.review.history");
      desk.window.execute("history.scope");
      desk.window.execute("history.then");
      desk.robot.settle();
      camera.take(desk, "state-past-" + look);
      desk.window.execute("history.now");
      camera.dialog(desk, "queue.accept", look);
      camera.dialog(desk, "queue.reject", look);
      camera.dialog(desk, "gold.export", look);
      CountDownLatch busy = desk.hold("catalogue.txt");
      camera.dialog(desk, () -> desk.window.shell().close(), "dialog-close-while-working-" + look);
      busy.countDown();
      desk.awaitJobs();
      desk.window.execute("file.close");
      desk.robot.settle();
      camera.take(desk, "welcome-recent-" + look);
    }
  }

  /** The table of contents beside the records found for it. */
  private void contents(Desk desk) {
    Tree tree = desk.robot.find(Tree.class, "navigator");
    desk.window.execute("window.perspective.review");
    TreeItem document = tree.getItem(3);
    TreeItem listed = document.getItem(1);
    tree.setFocus();
    tree.setSelection(listed);
    tree.showItem(document);
    desk.robot.press("Right");
    desk.robot.press("Down");
    desk.robot.press("Down");
    tree.setTopItem(document);
    desk.robot.settle();
    camera.take(desk, "view-contents-" + look);
  }

  private void search(Desk desk, String field, String command, String name) {
    desk.window.execute(command);
    desk.robot.settle();
    Text text = desk.robot.find(Text.class, field);
    text.setText("zzz");
    desk.robot.settle();
    camera.take(desk, name + look);
    text.setText("");
    desk.robot.settle();
  }

  private static void type(Desk desk, String id) {
    desk.robot.settle();
    if (Display.getDefault().getFocusControl() instanceof Text text) {
      text.setText("zzz");
    } else {
      throw new AssertionError("no field has the keyboard for " + id);
    }
    desk.robot.settle();
  }

  /** Two reviewers who disagree, and a third place where one of them is at work. */
  private void somebodyElse() throws Exception {
    Path mine = folder("both");
    Path theirs = folder("theirs");
    Project.create(mine, Desk.sample());
    Project.create(theirs, Desk.sample());
    correct(mine, RIN, "整備");
    correct(theirs, KEN, "改修");
    try (var logs = Files.list(theirs.resolve("log"))) {
      for (Path log : logs.toList()) {
        Files.copy(log, mine.resolve("log").resolve(log.getFileName()));
      }
    }
    try (Desk desk = desk("both")) {
      view(desk, "koetsu.review.conflicts", "view-conflicts-open-");
    }
    try (Project other = Project.open(mine, KEN, Pipeline.onClassPath().profile());
        Desk desk = desk("both")) {
      desk.session().stepDoubtful(1);
      desk.window.execute("value.accept");
      desk.robot.settle();
      camera.take(desk, "state-readonly-" + look);
      other.events();
    }
  }

  private static void correct(Path folder, Author author, String word) throws Exception {
    Pipeline pipeline = Pipeline.onClassPath();
    Path file = Desk.sample().get(0);
    try (Project project = Project.open(folder, author, pipeline.profile())) {
      String name = file.getFileName().toString();
      var found =
          pipeline.run(
              pipeline.load(new LoadRequest(name, Files.readAllBytes(file), null)),
              RunOptions.DEFAULT);
      for (ParsedRecord record : project.present(found).records()) {
        FieldValue value = record.values("name").get(0);
        project.correct(
            name,
            record.id(),
            "name",
            value,
            Value.of(value.text() + word),
            value.text(),
            value.spans());
      }
    }
  }

  /** A document whose records were reviewed and that then came in a new edition. */
  private void editions() throws Exception {
    try (Desk desk = desk("editions")) {
      ReviewSession session = desk.session();
      for (int i = 0; i < 3; i++) {
        session.stepDoubtful(1);
        session.acceptRecord();
      }
      desk.robot.settle();
    }
    Path source = folder("editions").resolve("sources").resolve("draft-budget.md");
    String text = Files.readString(source);
    Files.writeString(source, "この版から加わった前書き。\n\n" + text.replace("海洋産業局", "海洋振興局"));
    try (Desk desk = desk("editions")) {
      view(desk, "koetsu.review.editions", "view-editions-open-");
    }
  }

  /** What cannot be done, and a view that throws. */
  private void failures() throws Exception {
    ViewFactory throwing =
        new ViewFactory() {
          @Override
          public String id() {
            return "koetsu.test.throws";
          }

          @Override
          public String title() {
            return "Throws";
          }

          @Override
          public View create(Workbench workbench) {
            return new View() {
              @Override
              public void create(Composite parent) {
                throw new IllegalStateException("this view is broken on purpose");
              }

              @Override
              public void focus() {}
            };
          }
        };
    try (Desk desk =
        new Desk(
            folder("failures"),
            Desk.sample(),
            folder("data-failures"),
            1280,
            800,
            Pipeline.onClassPath(),
            null,
            List.of(throwing))) {
      desk.window.showView(throwing.id());
      desk.robot.settle();
      camera.take(desk, "state-view-throws-" + look);
      camera.dialog(
          desk,
          () ->
              desk.window.fail(
                  new Messages(DailyFactory.class).text("edit.failed", "No space left on device"),
                  new IOException("No space left on device")),
          "dialog-disk-full-" + look);
      view(desk, "koetsu.workbench.log", "view-log-entries-");
      desk.window.preferences().put("reviewer", null);
      camera.dialog(
          desk, () -> desk.window.openProject(folder("failures")), "dialog-reviewer-" + look);
      desk.awaitJobs();
    }
  }

  /** Bundles in all states, and what is said of one. */
  private void bundles() throws Exception {
    FakeBundles bundles = new FakeBundles();
    bundles.all.add(
        FakeBundles.bundle(
            Files.writeString(place.resolve("aims-1.2.0-" + look + ".json"), "{}"),
            PlugInBundle.Home.PROJECT,
            "aims",
            PlugInBundle.State.UNTRUSTED,
            null));
    bundles.all.add(
        FakeBundles.bundle(
            Files.writeString(place.resolve("broken-" + look + ".jar"), "no archive"),
            PlugInBundle.Home.USER,
            "broken",
            PlugInBundle.State.BROKEN,
            "does not start: it needs the package no.such"));
    Path project = folder("bundles");
    Pipeline pipeline = Pipeline.onClassPath();
    new ProjectTemplate(Desk.SAMPLE.resolveSibling(".")).copyTo(project, RIN, pipeline.profile());
    try (Desk desk =
        new Desk(project, Desk.sample(), folder("data-bundles"), 1280, 800, pipeline, bundles)) {
      desk.window.execute("window.perspective." + ExtendPerspective.ID);
      desk.window.showView(ExtractorsFactory.ID);
      desk.robot.settle();
      Tree tree = desk.robot.find(Tree.class, "extractors");
      for (TreeItem item : tree.getItems()) {
        tree.setSelection(item);
        tree.notifyListeners(SWT.Selection, new Event());
        desk.robot.settle();
        if (item.getText().equals("broken") || item.getText().equals("koetsu.extract")) {
          camera.take(desk, "view-extractors-" + item.getText() + "-" + look);
        }
      }
      desk.window.execute("window.perspective.regression");
      desk.window.execute("regression.run");
      desk.awaitJobs();
      camera.dialog(desk, "regression.approve", look);
    }
  }

  private void view(Desk desk, String id, String name) {
    desk.window.showView(id);
    desk.robot.settle();
    desk.awaitJobs();
    camera.take(desk, name + look);
  }
}
