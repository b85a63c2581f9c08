package koetsu.declared.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import koetsu.api.plugin.FieldExtractor;
import koetsu.api.plugin.ProfileContribution;
import koetsu.declared.Declaration;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerFactory;
import org.osgi.util.tracker.BundleTracker;

/**
 * Offers what running bundles declare in {@code koetsu/extractors/*.json} as if they had registered
 * it themselves, so that messages name them and their services go with them.
 */
@Component(service = {})
public final class DeclaringBundles {
  private static final String FOLDER = "koetsu/extractors";

  private final BundleTracker<List<ServiceRegistration<?>>> tracker;
  private final Logger log;

  @Activate
  public DeclaringBundles(
      BundleContext context, @Reference(service = LoggerFactory.class) Logger log) {
    this.log = log;
    this.tracker =
        new BundleTracker<>(context, Bundle.ACTIVE, null) {
          @Override
          public List<ServiceRegistration<?>> addingBundle(Bundle bundle, BundleEvent event) {
            return register(bundle);
          }

          @Override
          public void removedBundle(
              Bundle bundle, BundleEvent event, List<ServiceRegistration<?>> registered) {
            registered.forEach(DeclaringBundles::unregister);
          }
        };
    tracker.open();
  }

  @Deactivate
  void close() {
    tracker.close();
  }

  /** Null, which the tracker forgets, for a bundle that declares nothing. */
  private List<ServiceRegistration<?>> register(Bundle bundle) {
    List<ServiceRegistration<?>> registered = new ArrayList<>();
    BundleContext of = bundle.getBundleContext();
    Enumeration<URL> files = bundle.findEntries(FOLDER, "*.json", false);
    if (of == null || files == null) {
      return null;
    }
    for (URL file : Collections.list(files)) {
      String name = file.getPath().substring(file.getPath().lastIndexOf('/') + 1);
      try (InputStream in = file.openStream()) {
        Declaration declared = Declaration.read(in.readAllBytes(), name);
        declared
            .contribution()
            .ifPresent(
                profile ->
                    registered.add(of.registerService(ProfileContribution.class, profile, null)));
        for (FieldExtractor extractor : declared.extractors()) {
          registered.add(of.registerService(FieldExtractor.class, extractor, null));
        }
      } catch (IOException e) {
        log.error("{}: {}", bundle.getSymbolicName(), e.getMessage());
      }
    }
    return registered;
  }

  private static void unregister(ServiceRegistration<?> registration) {
    try {
      registration.unregister();
    } catch (IllegalStateException e) {
      // the framework was faster: it unregisters what a stopping bundle has
    }
  }
}
