package koetsu.review.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import koetsu.api.text.TextServices;
import koetsu.launcher.PlugInBundles;
import koetsu.pipeline.Pipeline;
import koetsu.pipeline.ReplaceablePipeline;
import koetsu.project.Author;
import koetsu.project.Project;
import koetsu.project.ProjectException;
import koetsu.project.ProjectTemplate;
import koetsu.review.ReviewSession;
import koetsu.workbench.Preferences;
import koetsu.workbench.ProjectOpener;
import koetsu.workbench.ProjectSession;
import koetsu.workbench.Workbench;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;

/** Opens and makes the projects that {@code koetsu.project} keeps. */
@Component
public final class ReviewOpener implements ProjectOpener {
  /** The preference that holds the name under which the person's decisions are kept. */
  static final String REVIEWER = "reviewer";

  /** Name of the thread that reads a project before there is a window. */
  static final String READER = "koetsu early project";

  private final Pipeline pipeline;
  private final TextServices text;
  private PlugInBundles bundles;

  /** The project that the window will open first; null before and after. */
  private final AtomicReference<EarlyProject> early = new AtomicReference<>();

  /** With the plug-ins of the class path, and with those of the framework once there is one. */
  public ReviewOpener() {
    this(Shipped.PIPELINE, Shipped.TEXT);
  }

  /** Without a framework there are no plug-ins of projects. */
  public ReviewOpener(Pipeline pipeline, TextServices text) {
    this(pipeline, text, null);
  }

  /**
   * @param bundles what a project brings along is followed here; may be null
   */
  @Activate
  public ReviewOpener(
      @Reference Pipeline pipeline,
      @Reference TextServices text,
      @Reference(cardinality = ReferenceCardinality.OPTIONAL) PlugInBundles bundles) {
    this.pipeline = pipeline;
    this.text = text;
    this.bundles = bundles;
  }

  @Override
  public boolean isProject(Path folder) {
    return Project.isProject(folder);
  }

  @Override
  public void prepare(Path folder, Path data, Path cache, Preferences preferences) {
    if (Project.isProject(folder)) {
      EarlyProject begun = new EarlyProject(folder, data, cache, preferences, pipeline);
      early.set(begun);
      Thread reader = new Thread(begun::begin, READER);
      reader.setDaemon(true);
      reader.start();
    }
  }

  @Override
  public ProjectSession open(Path folder, Workbench workbench) throws IOException {
    if (bundles == null && pipeline instanceof ReplaceablePipeline replaceable) {
      workbench
          .service(PlugInBundles.class)
          .ifPresent(late -> follow(late, replaceable, workbench));
    }
    PlugInNews news = followPlugIns(folder, workbench);
    try {
      EarlyProject begun = begun(folder, workbench);
      Project project = begun.open();
      if (!project.readOnly() && workbench.preferences().get(REVIEWER).isEmpty()) {
        askWhoReviews(workbench, project);
      }
      ReviewSession session =
          new ReviewSession(
              workbench,
              project,
              begun,
              pipeline,
              text,
              () -> {
                begun.reader().close();
                leavePlugIns(news);
              });
      session.read();
      return session;
    } catch (ProjectException e) {
      leavePlugIns(news);
      throw new IOException(e.getMessage(), e);
    }
  }

  /** The project that was opened early if it is this one, as it is opened today; else another. */
  private EarlyProject begun(Path folder, Workbench workbench) throws ProjectException {
    EarlyProject prepared = early.getAndSet(null);
    if (prepared != null) {
      if (prepared.isOf(folder) && prepared.isOfToday()) {
        return prepared;
      }
      prepared.reader().close();
      prepared.open().close();
    }
    return new EarlyProject(
        folder,
        workbench.data(),
        workbench.cache().orElse(null),
        workbench.preferences(),
        pipeline);
  }

  /** Goes on with the pipeline of the framework once plug-ins have brought it up. */
  private void follow(PlugInBundles late, ReplaceablePipeline replaceable, Workbench workbench) {
    bundles = late;
    late.onChange(() -> workbench.service(Pipeline.class).ifPresent(replaceable::replaceBy));
  }

  /** Before the project is read: its plug-ins may bring fields along. */
  private PlugInNews followPlugIns(Path folder, Workbench workbench) {
    if (bundles == null) {
      return null;
    }
    bundles.openProject(folder);
    return new PlugInNews(bundles, workbench);
  }

  private void leavePlugIns(PlugInNews news) {
    if (bundles != null) {
      news.close();
      bundles.openProject(null);
    }
  }

  /** Asks once the window is there; a log with the account's name comes with an edit only. */
  private static void askWhoReviews(Workbench workbench, Project project) {
    String account = project.author().reviewer();
    Consumer<String> named =
        name -> {
          workbench.preferences().put(REVIEWER, name);
          if (!name.equals(account)) {
            workbench.openProject(project.folder());
          }
        };
    workbench
        .shell()
        .getDisplay()
        .asyncExec(
            () -> {
              if (!workbench.shell().isDisposed()) {
                new ReviewerDialog(workbench.shell(), account, named).open();
              }
            });
  }

  @Override
  public void create(Path folder, List<Path> documents) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path document : documents) {
      if (Files.isDirectory(document)) {
        try (Stream<Path> inside = Files.walk(document)) {
          inside.filter(ReviewOpener::isVisibleFile).sorted().forEach(files::add);
        }
      } else {
        files.add(document);
      }
    }
    try {
      Project.create(folder, files);
    } catch (ProjectException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static boolean isVisibleFile(Path file) {
    return Files.isRegularFile(file) && !file.getFileName().toString().startsWith(".");
  }

  @Override
  public void createSample(Path shipped, Path folder, Path data) throws IOException {
    try {
      new ProjectTemplate(shipped).copyTo(folder, Author.here(data, null), pipeline.profile());
    } catch (ProjectException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
