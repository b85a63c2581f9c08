package koetsu.export.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.BiFunction;
import koetsu.api.plugin.Exporter;
import koetsu.api.plugin.Importer;
import koetsu.export.Formats;
import koetsu.pipeline.PlugIn;

/** Formats that never change. */
public final class FixedFormats implements Formats {
  private final List<Installed<Exporter>> exporters;
  private final List<Installed<Importer>> importers;

  /** Of several with one id the first counts. */
  FixedFormats(
      Collection<Installed<Exporter>> exporters, Collection<Installed<Importer>> importers) {
    this.exporters = List.copyOf(exporters);
    this.importers = List.copyOf(importers);
  }

  /** Of several with one id that of the class whose name comes first. */
  public static Formats onClassPath(ClassLoader loader) {
    return new FixedFormats(
        all(Exporter.class, PlugIn.Kind.EXPORTER, Installed::exporter, loader),
        all(Importer.class, PlugIn.Kind.IMPORTER, Installed::importer, loader));
  }

  private static <T> List<Installed<T>> all(
      Class<T> type,
      PlugIn.Kind kind,
      BiFunction<T, PlugIn, Installed<T>> install,
      ClassLoader loader) {
    return ServiceLoader.load(type, loader).stream()
        .sorted(Comparator.comparing(p -> p.type().getName()))
        .map(ServiceLoader.Provider::get)
        .map(p -> install.apply(p, PlugIn.onClassPath(kind, p.getClass().getName(), p.getClass())))
        .toList();
  }

  private static <T> List<T> byId(List<Installed<T>> all) {
    TreeMap<String, T> byId = new TreeMap<>();
    for (Installed<T> each : all) {
      if (each.format() != null) {
        byId.putIfAbsent(each.plugIn().id(), each.format());
      }
    }
    return List.copyOf(byId.values());
  }

  @Override
  public List<Exporter> exporters() {
    return byId(exporters);
  }

  @Override
  public List<Importer> importers() {
    return byId(importers);
  }

  @Override
  public List<PlugIn> plugIns() {
    List<PlugIn> all = new ArrayList<>();
    exporters.forEach(each -> all.add(each.plugIn()));
    importers.forEach(each -> all.add(each.plugIn()));
    all.sort(PlugIn.ORDER);
    return List.copyOf(all);
  }
}
