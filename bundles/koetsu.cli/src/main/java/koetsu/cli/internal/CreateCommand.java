package koetsu.cli.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import koetsu.pipeline.Input;
import koetsu.pipeline.Pipeline;
import koetsu.project.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "create", description = "Makes a project of copies of documents.")
final class CreateCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private HelpOption help;

  @Parameters(
      index = "0",
      paramLabel = "PROJECT",
      description = "Folder to make; it must not exist or be empty.")
  private Path project;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "DOCUMENT",
      description = "Files, and folders with all files below them, hidden ones left out.")
  private List<Path> documents;

  CreateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Outcome outcome = new Outcome(session);
    List<Path> files = new ArrayList<>();
    for (Path document : documents) {
      files.addAll(Input.files(document, outcome::failed));
    }
    if (outcome.exitCode() != Session.DONE) {
      throw new UserException(project + ": no project was made");
    }
    Pipeline pipeline = session.pipelines().get();
    for (Path file : files) {
      pipeline.load(Input.of(file, null).read()); // what cannot be read must not get in
    }
    Project.create(project, files);
    session.say(
        project
            + ": a project of "
            + files.size()
            + (files.size() == 1 ? " document" : " documents")
            + "; `koetsu review "
            + project
            + "` opens it");
    return Session.DONE;
  }
}
