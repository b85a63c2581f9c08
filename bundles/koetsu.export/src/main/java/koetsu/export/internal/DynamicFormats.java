package koetsu.export.internal;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import koetsu.api.plugin.Exporter;
import koetsu.api.plugin.Importer;
import koetsu.export.Formats;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The formats that the framework has at the moment; the highest ranking of an id counts. */
@Component
public final class DynamicFormats implements Formats {
  private final Map<ServiceReference<Exporter>, Exporter> exporters =
      new TreeMap<>(Collections.reverseOrder());
  private final Map<ServiceReference<Importer>, Importer> importers =
      new TreeMap<>(Collections.reverseOrder());

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindExporter(ServiceReference<Exporter> reference, Exporter exporter) {
    synchronized (exporters) {
      exporters.put(reference, exporter);
    }
  }

  void unbindExporter(ServiceReference<Exporter> reference) {
    synchronized (exporters) {
      exporters.remove(reference);
    }
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindImporter(ServiceReference<Importer> reference, Importer importer) {
    synchronized (importers) {
      importers.put(reference, importer);
    }
  }

  void unbindImporter(ServiceReference<Importer> reference) {
    synchronized (importers) {
      importers.remove(reference);
    }
  }

  @Override
  public List<Exporter> exporters() {
    synchronized (exporters) {
      return FixedFormats.byId(exporters.values().stream(), Exporter::id);
    }
  }

  @Override
  public List<Importer> importers() {
    synchronized (importers) {
      return FixedFormats.byId(importers.values().stream(), Importer::id);
    }
  }
}
