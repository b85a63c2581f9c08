package koetsu.regression.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import koetsu.export.Formats;
import koetsu.launcher.PlugInBundles;
import koetsu.pipeline.Pipeline;
import koetsu.project.Project;
import koetsu.project.ProjectException;
import koetsu.review.ReviewSession;
import koetsu.review.internal.ConflictsFactory;
import koetsu.review.internal.DailyFactory;
import koetsu.review.internal.EditCommands;
import koetsu.review.internal.EditionsFactory;
import koetsu.review.internal.ExchangeCommands;
import koetsu.review.internal.GuideFactory;
import koetsu.review.internal.HistoryCommands;
import koetsu.review.internal.HistoryFactory;
import koetsu.review.internal.NavigatorFactory;
import koetsu.review.internal.ProblemsFactory;
import koetsu.review.internal.QueueFactory;
import koetsu.review.internal.RecordFactory;
import koetsu.review.internal.ReviewCommands;
import koetsu.review.internal.ReviewOpener;
import koetsu.review.internal.ReviewPerspective;
import koetsu.review.internal.SourceCommands;
import koetsu.review.internal.WhyFactory;
import koetsu.robot.Robot;
import koetsu.text.JapaneseText;
import koetsu.workbench.ViewFactory;
import koetsu.workbench.internal.Contributions;
import koetsu.workbench.internal.Window;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

/** The whole window on the shipped sample, with everything that comes with it. */
final class Desk implements AutoCloseable {
  /** The documents that are shipped. */
  static final Path SAMPLE =
      Path.of(System.getProperty("basedir"), "../../features/sample/sources");

  private static final Duration READING = Duration.ofMinutes(2);

  final Contributions contributions;
  final Window window;
  final Robot robot;
  final Path project;
  private Point size;

  /**
   * @param project folder of the project, made of the sample where it is not there; or null to stay
   *     without one
   */
  Desk(Path project, Path data, int width, int height) throws IOException, ProjectException {
    this(project, sample(), data, width, height);
  }

  /** The same with other documents than the sample's. */
  Desk(Path project, List<Path> documents, Path data, int width, int height)
      throws IOException, ProjectException {
    this(project, documents, data, width, height, Pipeline.onClassPath(), null);
  }

  /**
   * The same with other plug-ins.
   *
   * @param bundles what can be installed, or null
   */
  Desk(
      Path project,
      List<Path> documents,
      Path data,
      int width,
      int height,
      Pipeline pipeline,
      PlugInBundles bundles)
      throws IOException, ProjectException {
    this(project, documents, data, width, height, pipeline, bundles, List.of());
  }

  /** The same with further views. */
  Desk(
      Path project,
      List<Path> documents,
      Path data,
      int width,
      int height,
      Pipeline pipeline,
      PlugInBundles bundles,
      List<ViewFactory> further)
      throws IOException, ProjectException {
    this.project = project;
    Display display = Display.getDefault();
    JapaneseText text = new JapaneseText();
    contributions =
        new Contributions(
            new ReviewOpener(pipeline, text),
            views(
                further,
                new NavigatorFactory(),
                new RecordFactory(),
                new GuideFactory(),
                new QueueFactory(),
                new WhyFactory(),
                new ProblemsFactory(),
                new HistoryFactory(),
                new ConflictsFactory(),
                new EditionsFactory(),
                new DailyFactory(),
                new RegressionFactory(),
                new ExtractorsFactory(Formats.onClassPath(), bundles)),
            List.of(new ReviewPerspective(), new RegressionPerspective(), new ExtendPerspective()),
            List.of(
                new ReviewCommands(pipeline, text),
                new EditCommands(),
                new SourceCommands(),
                new HistoryCommands(),
                new ExchangeCommands(Formats.onClassPath()),
                new RegressionCommands(),
                new ExtractorsCommands()));
    window = new Window(display, contributions, SAMPLE.resolveSibling("."), data);
    robot = new Robot(display);
    window.preferences().put("reviewer", "rin");
    resize(width, height);
    if (project != null && !Project.isProject(project)) {
      Project.create(project, documents);
    }
    window.open(project);
    awaitJobs();
  }

  private static List<ViewFactory> views(List<ViewFactory> further, ViewFactory... all) {
    return Stream.concat(Stream.of(all), further.stream()).toList();
  }

  void awaitJobs() {
    robot.waitUntil("everything is done", READING, () -> !window.jobs().isBusy());
    robot.settle();
  }

  /** Keeps the window's worker at work until the latch opens. */
  CountDownLatch hold(String title) {
    CountDownLatch latch = new CountDownLatch(1);
    window
        .jobs()
        .run(
            title,
            progress -> {
              progress.at(0.4, null);
              return latch.await(1, TimeUnit.MINUTES);
            },
            done -> {},
            failure -> {
              throw new AssertionError(failure);
            });
    robot.waitUntil("it is at work", () -> window.jobs().isBusy());
    return latch;
  }

  static List<Path> sample() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLE)) {
      return files.sorted().toList();
    }
  }

  ReviewSession session() {
    return window.session(ReviewSession.class).orElseThrow();
  }

  /** Makes the window as large on the screen; without a window manager it has no borders. */
  final void resize(int width, int height) {
    Shell shell = window.shell();
    size = new Point(width, height);
    shell.setBounds(0, 0, width, height);
    robot.settle();
    Rectangle inside = shell.getClientArea();
    Point corner = shell.toDisplay(inside.width, inside.height);
    shell.setSize(2 * width - corner.x, 2 * height - corner.y);
    robot.settle();
  }

  void picture(Path file) {
    robot.picture(file, new Rectangle(0, 0, size.x, size.y));
  }

  @Override
  public void close() {
    window.shell().close();
    robot.settle();
  }
}
