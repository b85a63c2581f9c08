package koetsu.regression.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import koetsu.api.record.ParsedRecord;
import koetsu.api.record.Problem;
import koetsu.measure.Baseline;
import koetsu.measure.RegressionReport;
import koetsu.project.DocumentState;
import koetsu.records.RecordFile;
import koetsu.review.OpenDocument;
import koetsu.review.ReviewSession;
import koetsu.review.Selection;
import koetsu.robot.OnScreen;
import koetsu.workbench.Jobs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the pictures that a person looks at before a release: each perspective in both languages,
 * themes and sizes, dialogs and empty states, into {@code target/robot}.
 */
@OnScreen
class PicturesTest {
  private static final Jobs.Progress UNSEEN =
      new Jobs.Progress() {
        @Override
        public void at(double done, String what) {}

        @Override
        public boolean isCancelled() {
          return false;
        }
      };

  @TempDir Path place;
  private final Camera camera = new Camera();

  @Test
  void everyPerspectiveAndDialogHasItsPicture() throws Exception {
    for (boolean dark : new boolean[] {false, true}) {
      Camera.theme(dark);
      for (String language : new String[] {"en", "ja"}) {
        Locale.setDefault(Locale.forLanguageTag(language));
        String look = language + (dark ? "-dark" : "-light");
        try (Desk empty = new Desk(null, place.resolve("empty-" + look), 1280, 800)) {
          camera.take(empty, "welcome-" + look);
        }
        Path data = place.resolve("data-" + look);
        try (Desk desk = new Desk(place.resolve("sample-" + look), data, 1280, 800)) {
          perspectives(desk, look + "-1280");
          views(desk, look);
          if (!dark) {
            dialogs(desk, look);
            states(desk, look);
          }
          desk.resize(1920, 1080);
          perspectives(desk, look + "-1920");
        }
        if (!dark) {
          oddDocuments(look);
        }
      }
    }
    contrast();
    try (var files = Files.list(Camera.PICTURES)) {
      assertTrue(files.count() >= camera.taken(), "every picture is there");
    }
  }

  /** A desktop of high contrast. */
  private void contrast() throws Exception {
    for (String theme : new String[] {"HighContrast", "HighContrastInverse"}) {
      Camera.desktop(theme);
      try (Desk desk =
          new Desk(place.resolve("sample-" + theme), place.resolve("data-" + theme), 1280, 800)) {
        perspectives(desk, "ja-" + theme);
        focusSource(desk);
        camera.dialog(desk, "window.preferences", theme);
        camera.dialog(desk, "value.fix", theme);
      }
    }
    Camera.desktop("Adwaita");
  }

  @Test
  void everyStateOfARegressionHasItsPicture() throws Exception {
    for (boolean dark : new boolean[] {false, true}) {
      Camera.theme(dark);
      for (String language : new String[] {"en", "ja"}) {
        Locale.setDefault(Locale.forLanguageTag(language));
        String look = language + (dark ? "-dark" : "-light");
        Path data = place.resolve("states-" + look);
        Path project = place.resolve("project-" + look);
        try (Desk desk = new Desk(project, data, 1280, 800)) {
          desk.window.execute("regression.run");
          desk.awaitJobs();
          desk.picture(Camera.PICTURES.resolve("regression-no-gold-" + look + ".png"));
          List<RecordFile> gold = new ArrayList<>();
          for (String name : List.of("catalogue", "draft-budget", "package-sheets")) {
            String file = name + RecordFile.SUFFIX;
            byte[] bytes = Files.readAllBytes(Desk.SAMPLE.resolveSibling("gold").resolve(file));
            gold.add(RecordFile.read(misread(bytes), file));
          }
          desk.session().project().importGold(gold);
          desk.window.openProject(project);
          desk.awaitJobs();
          // the sample is read in no time
          CountDownLatch before = desk.hold("catalogue.txt");
          desk.window.execute("regression.run");
          desk.picture(Camera.PICTURES.resolve("regression-running-" + look + ".png"));
          before.countDown();
          desk.awaitJobs();
          desk.picture(Camera.PICTURES.resolve("regression-unapproved-" + look + ".png"));
          Path baseline = project.resolve(Baseline.FILE);
          RegressionReport report = new GoldJob(desk.session()).run(UNSEEN).orElseThrow();
          report.approve("first look").write(baseline);
          desk.window.execute("regression.run");
          desk.awaitJobs();
          desk.picture(Camera.PICTURES.resolve("regression-passed-" + look + ".png"));
          byte[] approved = Files.readAllBytes(baseline);
          Files.write(baseline, misread(approved));
          desk.window.execute("regression.run");
          desk.awaitJobs();
          desk.picture(Camera.PICTURES.resolve("regression-broken-" + look + ".png"));
          gold.add(RecordFile.read(locked(gold.get(0)), "locked"));
          desk.session().project().importGold(gold.subList(3, 4));
          desk.window.openProject(project);
          desk.awaitJobs();
          desk.window.execute("regression.run");
          desk.awaitJobs();
          desk.picture(Camera.PICTURES.resolve("regression-failed-" + look + ".png"));
          desk.resize(1000, 700);
          desk.picture(Camera.PICTURES.resolve("regression-failed-small-" + look + ".png"));
        }
      }
    }
    Camera.theme(false);
  }

  private static byte[] locked(RecordFile gold) {
    return new String(gold.toBytes(), StandardCharsets.UTF_8)
        .replace("\"reviewed\"", "\"locked\"")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] misread(byte[] file) {
    return new String(file, StandardCharsets.UTF_8)
        .replaceAll("(\"value\":\"[^\"]*)事業", "$1業務")
        .getBytes(StandardCharsets.UTF_8);
  }

  private void perspectives(Desk desk, String look) {
    for (String id : new String[] {"review", "regression", "regression.extend"}) {
      desk.window.execute("window.perspective." + id);
      desk.robot.settle();
      camera.take(desk, id.replace("regression.", "") + "-" + look);
    }
    desk.window.execute("window.perspective.review");
    desk.robot.settle();
  }

  /** What stands behind the queue, before and after something was decided. */
  private void views(Desk desk, String look) {
    ReviewSession session = desk.session();
    view(desk, "koetsu.review.history", "history-empty-" + look);
    view(desk, "koetsu.review.daily", "daily-empty-" + look);
    session.stepDoubtful(1);
    session.accept();
    session.stepDoubtful(1);
    session.reject();
    String[] ids = {"why", "problems", "history", "conflicts", "editions", "daily"};
    for (String id : ids) {
      view(desk, "koetsu.review." + id, id + "-" + look);
    }
    view(desk, "koetsu.workbench.log", "log-" + look);
    view(desk, "koetsu.workbench.progress", "progress-" + look);
    session.undo();
    session.undo();
    desk.window.showView("koetsu.review.queue");
    desk.robot.settle();
  }

  private void view(Desk desk, String id, String name) {
    desk.window.showView(id);
    desk.robot.settle();
    desk.robot.waitUntil("the view has its answer", () -> !desk.window.jobs().isBusy());
    // a view is filled when no further change has come for a while
    long filled = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(400);
    desk.robot.waitUntil("the view is filled", () -> System.nanoTime() > filled);
    camera.take(desk, "view-" + name);
  }

  /** Opens what a key opens, photographs it and closes it again. */
  private void dialogs(Desk desk, String look) {
    String[] commands = {
      "window.palette",
      "window.preferences",
      "help.keys",
      "help.about",
      "file.new",
      "value.unsure",
      "section.retype",
      "record.parent",
      "record.kind",
      "navigate.record",
      "source.line",
      "project.search",
      "value.acceptalike",
      "source.find",
      "value.fix",
      "guide.field",
      "guide.open",
      "source.foldall"
    };
    for (String command : commands) {
      desk.session().stepDoubtful(1);
      focusSource(desk);
      camera.dialog(desk, command, look);
    }
    desk.window.execute("source.foldall");
    desk.robot.settle();
  }

  private static void focusSource(Desk desk) {
    ReviewSession session = desk.session();
    session.workbench().document(session.selection().document()).orElseThrow().focus();
    desk.robot.settle();
  }

  /** What a project looks like after a day's work. */
  private void states(Desk desk, String look) {
    ReviewSession session = desk.session();
    while (!session.queue().items().isEmpty()) {
      session.stepDoubtful(1);
      session.accept();
    }
    desk.robot.settle();
    camera.take(desk, "state-queue-done-" + look);
    for (OpenDocument document : session.documents()) {
      for (ParsedRecord record : document.survey().state().records()) {
        session.select(Selection.of(document.file().name(), record.id()), true);
        session.acceptRecord();
      }
    }
    desk.robot.settle();
    camera.take(desk, "state-all-reviewed-" + look);
  }

  /** Documents that cannot be read, that are empty, and with names and characters of all sizes. */
  private void oddDocuments(String look) throws Exception {
    picture(List.of(), "no-documents-" + look, desk -> {});
    Path folder = Files.createDirectories(place.resolve("odd-" + look));
    Path broken =
        Files.write(folder.resolve("broken.txt"), new byte[] {0, 1, 2, 0, 0, (byte) 0xff, 0});
    picture(List.of(broken), "unreadable-" + look, desk -> {});
    Path empty = Files.writeString(folder.resolve("empty.txt"), "");
    picture(List.of(empty), "no-text-" + look, desk -> {});
    String name = "𠮷野の里に暮らす人びとの足と買い物を支える乗合輸送と巡回商店の一体的な整備".repeat(4);
    Path odd =
        Files.writeString(
            folder.resolve("odd.md"),
            "# %s事業\n\n令和8年度予算額 3.4億円\n\n担当: 𠮷野局髙﨑課\n\n## 事業目的\n\n%s\n\n## 事業期間\n\n令和8年度〜令和6年度\n"
                .formatted(name, "とても長い一行です。".repeat(120)));
    picture(List.of(odd), "long-" + look, desk -> fixes(desk, look));
  }

  /** What can be done about an amount that no value holds. */
  private void fixes(Desk desk, String look) {
    ReviewSession session = desk.session();
    DocumentState state = session.documents().get(0).survey().state();
    Problem problem =
        state.problems().stream().filter(p -> p.record() != null).findFirst().orElseThrow();
    view(desk, "koetsu.review.problems", "problems-open-" + look);
    session.reveal(state.document().name(), problem.record(), null, problem.span());
    focusSource(desk);
    camera.dialog(desk, "problems.fix", look);
  }

  private void picture(List<Path> documents, String name, Consumer<Desk> then) throws Exception {
    try (Desk desk =
        new Desk(
            place.resolve("project-" + name),
            documents,
            place.resolve("data-" + name),
            1280,
            800)) {
      desk.robot.settle();
      camera.take(desk, "state-" + name);
      then.accept(desk);
    }
  }
}
