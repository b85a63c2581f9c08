package koetsu.export.internal;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import koetsu.api.plugin.AnnotatedDocument;
import koetsu.api.plugin.ExportOutput;
import koetsu.api.plugin.ExportRequest;
import koetsu.api.plugin.Exporter;
import koetsu.api.plugin.ImportException;
import koetsu.api.plugin.ImportRequest;
import koetsu.api.plugin.Importer;
import koetsu.api.plugin.Loss;
import koetsu.pipeline.PlugIn;

/**
 * An exporter or importer, and how people name it.
 *
 * @param plugIn with the fault, where it takes no part
 * @param format what calls it and is a {@link Named}; null where it takes no part
 */
record Installed<T>(PlugIn plugIn, T format) {

  /**
   * @param unnamed the plug-in with its class for an id
   */
  static Installed<Exporter> exporter(Exporter foreign, PlugIn unnamed) {
    PlugIn plugIn = named(unnamed, foreign::id);
    return new Installed<>(
        plugIn,
        plugIn.fault() == null
            ? new NamedExporter(foreign, plugIn, described(foreign::description))
            : null);
  }

  /**
   * @param unnamed the plug-in with its class for an id
   */
  static Installed<Importer> importer(Importer foreign, PlugIn unnamed) {
    PlugIn plugIn = named(unnamed, foreign::id);
    return new Installed<>(
        plugIn,
        plugIn.fault() == null
            ? new NamedImporter(foreign, plugIn, described(foreign::description))
            : null);
  }

  private static PlugIn named(PlugIn unnamed, Supplier<String> id) {
    String name;
    try {
      name = id.get();
    } catch (Throwable e) { // whatever foreign code can think of
      return unnamed.refused("its id() fails: " + e);
    }
    return name == null
        ? unnamed.refused("its id() is null")
        : new PlugIn(
            unnamed.kind(), name, unnamed.bundle(), unnamed.version(), unnamed.ranking(), null);
  }

  private static String described(Supplier<String> description) {
    try {
      return Objects.requireNonNullElse(description.get(), "its description() is null");
    } catch (Throwable e) { // whatever foreign code can think of
      return "its description() fails: " + e;
    }
  }

  private record NamedExporter(Exporter foreign, PlugIn plugIn, String description)
      implements Exporter, Named {
    @Override
    public String id() {
      return plugIn.id();
    }

    @Override
    public List<Loss> export(ExportRequest request, ExportOutput output) throws IOException {
      return foreign.export(request, output);
    }
  }

  private record NamedImporter(Importer foreign, PlugIn plugIn, String description)
      implements Importer, Named {
    @Override
    public String id() {
      return plugIn.id();
    }

    @Override
    public List<AnnotatedDocument> read(ImportRequest request) throws ImportException, IOException {
      return foreign.read(request);
    }
  }
}
