package koetsu.cli.internal;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import koetsu.api.plugin.Exporter;
import koetsu.api.plugin.Importer;
import koetsu.export.Formats;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "formats",
    description = "Lists the formats that gold can be exported to and imported from.")
final class GoldFormatsCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private HelpOption help;

  GoldFormatsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Formats formats = session.formats().get();
    Map<String, Row> rows = new TreeMap<>();
    for (Exporter exporter : formats.exporters()) {
      rows.put(exporter.id(), new Row(exporter.description(), "-"));
    }
    for (Importer importer : formats.importers()) {
      String exported = rows.getOrDefault(importer.id(), new Row("-", "-")).exported();
      rows.put(importer.id(), new Row(exported, importer.description()));
    }
    Table table = new Table("format", "export writes", "import reads");
    rows.forEach((id, row) -> table.row(id, row.exported(), row.imported()));
    table.print(session.terminal().out());
    return Session.DONE;
  }

  private record Row(String exported, String imported) {}
}
