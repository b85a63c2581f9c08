package koetsu.export.internal;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import koetsu.api.plugin.Exporter;
import koetsu.api.plugin.Importer;
import koetsu.export.Formats;

/** Formats that never change. */
public final class FixedFormats implements Formats {
  private final List<Exporter> exporters;
  private final List<Importer> importers;

  /** Of several with one id the first counts. */
  FixedFormats(Stream<Exporter> exporters, Stream<Importer> importers) {
    this.exporters = byId(exporters, Exporter::id);
    this.importers = byId(importers, Importer::id);
  }

  /** Of several with one id that of the class whose name comes first. */
  public static Formats onClassPath(ClassLoader loader) {
    return new FixedFormats(all(Exporter.class, loader), all(Importer.class, loader));
  }

  private static <T> Stream<T> all(Class<T> type, ClassLoader loader) {
    return ServiceLoader.load(type, loader).stream()
        .sorted(Comparator.comparing(p -> p.type().getName()))
        .map(ServiceLoader.Provider::get);
  }

  static <T> List<T> byId(Stream<T> all, Function<T, String> id) {
    TreeMap<String, T> byId = new TreeMap<>();
    all.forEach(
        each -> {
          try {
            byId.putIfAbsent(id.apply(each), each);
          } catch (RuntimeException | LinkageError nameless) {
            // what has no name cannot be asked for, and must not hide the others
          }
        });
    return List.copyOf(byId.values());
  }

  @Override
  public List<Exporter> exporters() {
    return exporters;
  }

  @Override
  public List<Importer> importers() {
    return importers;
  }
}
