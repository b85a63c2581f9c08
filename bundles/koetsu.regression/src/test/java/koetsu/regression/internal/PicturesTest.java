package koetsu.regression.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import koetsu.measure.Baseline;
import koetsu.measure.RegressionReport;
import koetsu.records.RecordFile;
import koetsu.robot.OnScreen;
import koetsu.workbench.Jobs;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Takes the pictures that a person looks at before a release: each perspective in both languages,
 * themes and sizes, dialogs and empty states, into {@code target/robot}.
 */
@OnScreen
class PicturesTest {
  private static final Path PICTURES =
      Path.of(System.getProperty("basedir"), "target/robot/pictures");

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

  @Test
  void everyPerspectiveAndDialogHasItsPicture() throws Exception {
    int taken = 0;
    for (boolean dark : new boolean[] {false, true}) {
      theme(dark);
      for (String language : new String[] {"en", "ja"}) {
        Locale.setDefault(Locale.forLanguageTag(language));
        String look = language + (dark ? "-dark" : "-light");
        try (Desk empty = new Desk(null, place.resolve("empty-" + look), 1280, 800)) {
          empty.picture(PICTURES.resolve("welcome-" + look + ".png"));
          taken++;
        }
        Path data = place.resolve("data-" + look);
        try (Desk desk = new Desk(place.resolve("sample"), data, 1280, 800)) {
          taken += perspectives(desk, look + "-1280");
          if (!dark) {
            taken += dialogs(desk, look);
          }
          desk.window.shell().setBounds(0, 0, 1920, 1080);
          taken += perspectives(desk, look + "-1920");
        }
      }
    }
    theme(false);
    try (var files = Files.list(PICTURES)) {
      assertTrue(files.count() >= taken, "every picture is there");
    }
  }

  @Test
  void everyStateOfARegressionHasItsPicture() throws Exception {
    for (boolean dark : new boolean[] {false, true}) {
      theme(dark);
      for (String language : new String[] {"en", "ja"}) {
        Locale.setDefault(Locale.forLanguageTag(language));
        String look = language + (dark ? "-dark" : "-light");
        Path data = place.resolve("states-" + look);
        Path project = place.resolve("project-" + look);
        try (Desk desk = new Desk(project, data, 1280, 800)) {
          desk.window.execute("regression.run");
          desk.awaitJobs();
          desk.picture(PICTURES.resolve("regression-no-gold-" + look + ".png"));
          List<RecordFile> gold = new ArrayList<>();
          for (String name : List.of("catalogue", "draft-budget", "package-sheets")) {
            String file = name + RecordFile.SUFFIX;
            byte[] bytes = Files.readAllBytes(Desk.SAMPLE.resolveSibling("gold").resolve(file));
            gold.add(RecordFile.read(misread(bytes), file));
          }
          desk.session().project().importGold(gold);
          desk.window.openProject(project);
          desk.awaitJobs();
          desk.window.execute("regression.run");
          desk.robot.waitUntil("it runs", () -> desk.window.jobs().isBusy());
          desk.picture(PICTURES.resolve("regression-running-" + look + ".png"));
          desk.awaitJobs();
          desk.picture(PICTURES.resolve("regression-unapproved-" + look + ".png"));
          Path baseline = project.resolve(Baseline.FILE);
          RegressionReport report = new GoldJob(desk.session()).run(UNSEEN).orElseThrow();
          report.approve("first look").write(baseline);
          desk.window.execute("regression.run");
          desk.awaitJobs();
          desk.picture(PICTURES.resolve("regression-passed-" + look + ".png"));
          byte[] approved = Files.readAllBytes(baseline);
          Files.write(baseline, misread(approved));
          desk.window.execute("regression.run");
          desk.awaitJobs();
          desk.picture(PICTURES.resolve("regression-broken-" + look + ".png"));
          gold.add(RecordFile.read(locked(gold.get(0)), "locked"));
          desk.session().project().importGold(gold.subList(3, 4));
          desk.window.openProject(project);
          desk.awaitJobs();
          desk.window.execute("regression.run");
          desk.awaitJobs();
          desk.picture(PICTURES.resolve("regression-failed-" + look + ".png"));
          desk.window.shell().setBounds(0, 0, 1000, 700);
          desk.robot.settle();
          desk.picture(PICTURES.resolve("regression-failed-small-" + look + ".png"));
        }
      }
    }
    theme(false);
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

  private static int perspectives(Desk desk, String look) {
    String[] ids = {"review", "regression", "regression.extend"};
    for (String id : ids) {
      desk.window.execute("window.perspective." + id);
      desk.robot.settle();
      desk.picture(PICTURES.resolve(id.replace("regression.", "") + "-" + look + ".png"));
    }
    desk.window.execute("window.perspective.review");
    desk.robot.settle();
    return ids.length;
  }

  /** Opens what a key opens, photographs it and closes it again. */
  private static int dialogs(Desk desk, String look) {
    String[] commands = {
      "window.palette",
      "value.unsure",
      "section.retype",
      "record.parent",
      "source.line",
      "project.search",
      "value.acceptalike",
      "source.find",
      "value.fix",
      "guide.field"
    };
    int taken = 0;
    for (String command : commands) {
      desk.session().stepDoubtful(1);
      desk.session()
          .workbench()
          .document(desk.session().selection().document())
          .orElseThrow()
          .focus();
      desk.robot.settle();
      desk.window.execute(command);
      desk.robot.settle();
      desk.picture(PICTURES.resolve("dialog-" + command + "-" + look + ".png"));
      desk.robot.press("Esc");
      for (Shell shell : Display.getDefault().getShells()) {
        if (shell != desk.window.shell() && !shell.isDisposed()) {
          shell.close();
        }
      }
      taken++;
    }
    return taken;
  }

  /** GTK is asked for its dark theme as a desktop would ask it. */
  private static void theme(boolean dark) throws ReflectiveOperationException {
    if (System.getProperty("os.name").equals("Linux")) {
      Display.getDefault();
      Class.forName("org.eclipse.swt.internal.gtk.OS")
          .getMethod("setDarkThemePreferred", boolean.class)
          .invoke(null, dark);
      // the toolkit reads the colours of the theme when a display begins
      Display.getDefault().dispose();
    }
  }
}
