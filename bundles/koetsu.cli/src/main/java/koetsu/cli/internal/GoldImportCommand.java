package koetsu.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import koetsu.pipeline.Pipeline;
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
      "All files are checked before the first one is taken. A record that the project has under"
          + " the same id is replaced; undo brings it back."
    })
final class GoldImportCommand implements Callable<Integer> {
  /** Faults of a file that are worth a line each: one cause often has hundreds. */
  private static final int SHOWN = 10;

  private final Session session;

  @Mixin private HelpOption help;

  @Parameters(
      index = "0",
      paramLabel = "RECORDS",
      description = "A records file, or a folder of *" + RecordFile.SUFFIX + " files.")
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

  GoldImportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    Pipeline pipeline = session.pipelines().get();
    try (Project project = session.write(folder, reviewer)) {
      GoldCheck check = new GoldCheck(project, pipeline);
      Map<Path, RecordFile> checked = new LinkedHashMap<>();
      for (Path file : files()) {
        RecordFile gold = RecordFile.read(file);
        List<String> faults = check.faults(gold);
        if (!faults.isEmpty()) {
          faults.stream().limit(SHOWN).forEach(f -> session.complain(file + ": " + f));
          if (faults.size() > SHOWN) {
            session.complain(file + ": and " + (faults.size() - SHOWN) + " more of the kind");
          }
          throw new UserException("nothing was imported; mend the records and try again");
        }
        checked.put(file, gold);
      }
      for (Map.Entry<Path, RecordFile> each : checked.entrySet()) {
        int changed = project.importGold(each.getValue());
        session.say(
            each.getKey()
                + ": "
                + each.getValue().records().size()
                + " records, "
                + changed
                + " new or changed");
      }
      project.warnings().forEach(session::complain);
    }
    return Session.DONE;
  }

  private List<Path> files() throws IOException, UserException {
    if (!Files.isDirectory(records)) {
      return List.of(records);
    }
    try (Stream<Path> files = Files.list(records)) {
      List<Path> found =
          files
              .filter(f -> f.getFileName().toString().endsWith(RecordFile.SUFFIX))
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new UserException(records + ": no *" + RecordFile.SUFFIX + " file in this folder");
      }
      return found;
    }
  }
}
