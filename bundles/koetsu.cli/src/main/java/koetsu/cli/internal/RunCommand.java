package koetsu.cli.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import koetsu.project.Project;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "run",
    description = {
      "Opens the workbench with a bundle that is being written: its classes are loaded from the"
          + " build's folder, and again whenever they change.",
      "A debugger can be attached at the port that the first line names."
    })
final class RunCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private HelpOption help;

  @Option(
      names = "--dev",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the compiled bundle, for example target/classes.")
  private Path classes;

  @Parameters(
      arity = "0..1",
      paramLabel = "PROJECT",
      description = "Project folder; by default the sample project.")
  private Path project;

  RunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Path folder = classes.toAbsolutePath().normalize();
    if (!Files.isRegularFile(folder.resolve("META-INF").resolve("MANIFEST.MF"))) {
      throw new UserException(
          folder + " holds no compiled bundle (no META-INF/MANIFEST.MF); build the bundle first");
    }
    Path opened = project == null ? SampleCommand.folder(session) : project.toAbsolutePath();
    if (project == null) {
      SampleCommand.make(session, opened);
    } else if (!Project.isProject(opened)) {
      throw new UserException(opened + " is no project; make one with `koetsu create`");
    }
    session.installation().develop(folder);
    return ReviewCommand.open(session, List.of(opened.normalize().toString()));
  }
}
