package koetsu.cli.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import koetsu.api.plugin.ImportException;
import koetsu.api.plugin.Importer;
import koetsu.export.GoldExchange;
import koetsu.project.Project;
import koetsu.records.RecordFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "import",
    description = {
      "Takes files of records into a project as gold.",
      "Everything is checked before anything is taken. A record that the project has under"
          + " the same id is replaced; one undo brings everything back."
    })
final class GoldImportCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private HelpOption help;

  @Parameters(
      index = "0",
      paramLabel = "RECORDS",
      description = "A file, or a folder of files of the format.")
  private Path records;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "PROJECT",
      description = "Project folder; by default the current one.",
      defaultValue = "")
  private Path folder;

  @Option(
      names = "--reviewer",
      paramLabel = "NAME",
      description = "Who vouches for the records; by default you, by your account's name.")
  private String reviewer;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = GoldFormat.OWN,
      description = "One of those that `koetsu gold formats` lists; by default ${DEFAULT-VALUE}.")
  private String format;

  GoldImportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Importer importer = GoldFormat.importer(format, session.formats().get());
    try (Project project = session.write(folder, reviewer)) {
      List<RecordFile> files =
          new GoldExchange(project, session.pipelines().get()).read(importer, records);
      int changed = project.importGold(files);
      int count = files.stream().mapToInt(f -> f.records().size()).sum();
      session.say(records + ": " + count + " records, " + changed + " new or changed");
      project.warnings().forEach(session::complain);
    } catch (ImportException e) {
      e.faults().forEach(session::complain);
      throw new UserException("nothing was imported; mend the files and try again");
    }
    return Session.DONE;
  }
}
