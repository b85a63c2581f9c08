package koetsu.cli.internal;

import java.util.List;
import koetsu.api.plugin.Exporter;
import koetsu.api.plugin.Importer;
import koetsu.export.Formats;

/** The formats by the names that people give. */
final class GoldFormat {
  /** The format that holds everything; what is meant where nobody names one. */
  static final String OWN = "jsonl";

  private GoldFormat() {}

  static Exporter exporter(String id, Formats formats) throws UserException {
    return formats
        .exporter(id)
        .orElseThrow(
            () -> unknown(id, "exports", formats.exporters().stream().map(Exporter::id).toList()));
  }

  static Importer importer(String id, Formats formats) throws UserException {
    return formats
        .importer(id)
        .orElseThrow(
            () -> unknown(id, "imports", formats.importers().stream().map(Importer::id).toList()));
  }

  private static UserException unknown(String id, String verb, List<String> ids) {
    return new UserException(
        "nothing here " + verb + " " + id + "; there is " + String.join(", ", ids));
  }
}
