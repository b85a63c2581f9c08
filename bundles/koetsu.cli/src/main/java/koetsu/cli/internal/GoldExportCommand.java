package koetsu.cli.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import koetsu.project.EventId;
import koetsu.project.Project;
import koetsu.records.RecordFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "export", description = "Writes a project's gold as NAME.records.jsonl files.")
final class GoldExportCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private HelpOption help;
  @Mixin private ProjectParameter project;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder to write to, made where it is missing; - is standard output.")
  private String out;

  @Option(
      names = "--as-of",
      paramLabel = "EVENT",
      description = "The gold as it was right after an event, by its id in `koetsu gold log`.")
  private String event;

  GoldExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws Exception {
    List<RecordFile> gold;
    try (Project opened = session.read(project.folder)) {
      gold = event == null ? opened.gold() : opened.asOf(id(event)).gold();
    }
    if (gold.isEmpty()) {
      throw new UserException(
          project.folder.toAbsolutePath().normalize()
              + ": no record was reviewed yet, so there is no gold to export");
    }
    for (RecordFile file : gold) {
      if (out.equals(ExtractCommand.STREAM)) {
        session.terminal().out().write(file.toBytes());
      } else {
        Path folder = Path.of(out);
        Files.createDirectories(folder);
        file.write(folder.resolve(file.fileName()));
      }
    }
    return Session.DONE;
  }

  private static EventId id(String text) throws UserException {
    try {
      return EventId.parse(text);
    } catch (IllegalArgumentException malformed) {
      throw new UserException(text + " is no event's id; `koetsu gold log` lists them");
    }
  }
}
