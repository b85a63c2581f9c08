package koetsu.export.internal;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import koetsu.api.plugin.Exporter;
import koetsu.api.plugin.Importer;
import koetsu.export.Formats;
import koetsu.pipeline.PlugIn;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The formats that the framework has at the moment; the highest ranking of an id counts. */
@Component
public final class DynamicFormats implements Formats {
  private final Map<ServiceReference<Exporter>, Installed<Exporter>> exporters =
      new TreeMap<>(Collections.reverseOrder());
  private final Map<ServiceReference<Importer>, Installed<Importer>> importers =
      new TreeMap<>(Collections.reverseOrder());

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindExporter(ServiceReference<Exporter> reference, Exporter exporter) {
    PlugIn unnamed = unnamed(PlugIn.Kind.EXPORTER, reference, exporter);
    Installed<Exporter> installed = Installed.exporter(exporter, unnamed);
    synchronized (this) {
      exporters.put(reference, installed);
    }
  }

  synchronized void unbindExporter(ServiceReference<Exporter> reference) {
    exporters.remove(reference);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindImporter(ServiceReference<Importer> reference, Importer importer) {
    PlugIn unnamed = unnamed(PlugIn.Kind.IMPORTER, reference, importer);
    Installed<Importer> installed = Installed.importer(importer, unnamed);
    synchronized (this) {
      importers.put(reference, installed);
    }
  }

  synchronized void unbindImporter(ServiceReference<Importer> reference) {
    importers.remove(reference);
  }

  private static PlugIn unnamed(PlugIn.Kind kind, ServiceReference<?> reference, Object format) {
    Bundle bundle = reference.getBundle(); // null where it went between its arrival and this call
    return new PlugIn(
        kind,
        format.getClass().getName(),
        bundle == null ? "uninstalled" : bundle.getSymbolicName(),
        bundle == null ? "0.0.0" : bundle.getVersion().toString(),
        reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer ranking ? ranking : 0,
        null);
  }

  private synchronized FixedFormats current() {
    return new FixedFormats(exporters.values(), importers.values());
  }

  @Override
  public List<Exporter> exporters() {
    return current().exporters();
  }

  @Override
  public List<Importer> importers() {
    return current().importers();
  }

  @Override
  public List<PlugIn> plugIns() {
    return current().plugIns();
  }
}
