package koetsu.cli.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import koetsu.launcher.Application;
import koetsu.project.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "review", description = "Opens the workbench on a project.")
final class ReviewCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private HelpOption help;
  @Mixin private ProjectParameter project;

  @Option(
      names = "--language",
      paramLabel = "en|ja",
      description = "Language of the window; by default that of the system.")
  private String language;

  ReviewCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws UserException {
    return open(session, project.folder, language);
  }

  /**
   * Runs the workbench on a project.
   *
   * @param language of the window; null for the system's
   */
  static int open(Session session, Path project, String language) throws UserException {
    Path folder = project.toAbsolutePath().normalize();
    if (!Project.isProject(folder)) {
      throw new UserException(
          folder + " is no project; make one with `koetsu create` or `koetsu sample`");
    }
    List<String> arguments = new ArrayList<>(List.of(folder.toString()));
    if (language != null) {
      arguments.addAll(List.of("--language", language));
    }
    return open(session, arguments);
  }

  /** Runs the workbench until its window closes. */
  static int open(Session session, List<String> arguments) throws UserException {
    if (!session.installation().offers(Application.WORKBENCH)) {
      throw new UserException(
          "this is the headless distribution; the workbench comes with the one for your system");
    }
    if (!session.display()) {
      throw new UserException(
          "there is no display to open the workbench on; set DISPLAY or WAYLAND_DISPLAY, or work"
              + " headless with extract, gold and test");
    }
    return session.installation().run(Application.WORKBENCH, arguments);
  }
}
