package koetsu.itests.plugin;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Offers an extractor, and never says that it has stopped. */
public final class HangingStop implements BundleActivator {
  @Override
  public void start(BundleContext context) {
    context.registerService("koetsu.api.plugin.FieldExtractor", new Silent(), null);
  }

  @Override
  public void stop(BundleContext context) {
    Hang.forEver();
  }
}
