package koetsu.cli.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import koetsu.api.plugin.Exporter;
import koetsu.api.plugin.Loss;
import koetsu.export.GoldExchange;
import koetsu.project.EventId;
import koetsu.project.Project;
import koetsu.records.RecordFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "export",
    description = {
      "Writes a project's gold in a format of its own or of another tool.",
      "What the format cannot hold is listed."
    })
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
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = GoldFormat.OWN,
      description = "One of those that `koetsu gold formats` lists; by default ${DEFAULT-VALUE}.")
  private String format;

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
    Exporter exporter = GoldFormat.exporter(format, session.formats().get());
    List<Loss> losses;
    try (Project opened = session.read(project.folder)) {
      List<RecordFile> gold = event == null ? opened.gold() : opened.asOf(id(event)).gold();
      if (gold.isEmpty()) {
        throw new UserException(
            project.folder.toAbsolutePath().normalize()
                + ": no record was reviewed yet, so there is no gold to export");
      }
      GoldExchange exchange = new GoldExchange(opened, session.pipelines().get());
      losses =
          out.equals(ExtractCommand.STREAM)
              ? print(exchange, exporter, gold)
              : exchange.export(exporter, gold, Path.of(out));
    }
    for (Loss loss : losses) {
      session.complain(
          format + ": " + loss.count() + " × " + loss.kind() + "; first " + loss.first());
    }
    return Session.DONE;
  }

  private List<Loss> print(GoldExchange exchange, Exporter exporter, List<RecordFile> gold)
      throws Exception {
    try (StreamOutput output = new StreamOutput()) {
      List<Loss> losses = exchange.export(exporter, gold, output);
      output.print(session.terminal().out());
      return losses;
    }
  }

  private static EventId id(String text) throws UserException {
    try {
      return EventId.parse(text);
    } catch (IllegalArgumentException malformed) {
      throw new UserException(text + " is no event's id; `koetsu gold log` lists them");
    }
  }
}
