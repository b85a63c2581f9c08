package koetsu.export;

import java.util.List;
import java.util.Optional;
import koetsu.api.plugin.Exporter;
import koetsu.api.plugin.Importer;
import koetsu.export.internal.FixedFormats;
import koetsu.pipeline.PlugIn;
import org.osgi.annotation.versioning.ProviderType;

/** The installed exporters and importers; safe for any thread. */
@ProviderType
public interface Formats {
  /** One exporter for each id, ordered by id. */
  List<Exporter> exporters();

  /** One importer for each id, ordered by id. */
  List<Importer> importers();

  /**
   * All that is installed, also what takes no part: because of a fault, or of another's ranking.
   */
  List<PlugIn> plugIns();

  default Optional<Exporter> exporter(String id) {
    return exporters().stream().filter(e -> e.id().equals(id)).findFirst();
  }

  default Optional<Importer> importer(String id) {
    return importers().stream().filter(i -> i.id().equals(id)).findFirst();
  }

  /** What {@code META-INF/services} name on the class path of this class. */
  static Formats onClassPath() {
    return FixedFormats.onClassPath(Formats.class.getClassLoader());
  }
}
