package koetsu.cli.internal;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import koetsu.project.ProjectException;
import koetsu.project.ProjectTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "sample", description = "Makes a project of the shipped sample documents.")
final class SampleCommand implements Callable<Integer> {
  private static final String SAMPLE = "sample";

  private final Session session;

  @Mixin private HelpOption help;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "DIR",
      description = "Folder to make; by default `sample` in your data folder.")
  private Path folder;

  SampleCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws ProjectException {
    Path project = folder == null ? folder(session) : folder;
    session.say(
        project
            + (make(session, project) ? ": the sample project" : " is a project already")
            + "; `koetsu review "
            + project
            + "` opens it");
    return Session.DONE;
  }

  /** Where the user's own copy of the sample stands. */
  static Path folder(Session session) {
    return session.installation().data().resolve(SAMPLE);
  }

  /** Makes a folder the sample project unless it is a project already. */
  static boolean make(Session session, Path project) throws ProjectException {
    return new ProjectTemplate(session.installation().home().resolve(SAMPLE))
        .copyTo(project, session.author(null), session.pipelines().get().profile());
  }
}
