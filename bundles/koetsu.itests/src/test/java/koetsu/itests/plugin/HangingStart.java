package koetsu.itests.plugin;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Offers an extractor, and then never says that it has started. */
public final class HangingStart implements BundleActivator {
  @Override
  public void start(BundleContext context) {
    context.registerService("koetsu.api.plugin.FieldExtractor", new Silent(), null);
    Hang.forEver();
  }

  @Override
  public void stop(BundleContext context) {
    // nobody gets so far
  }
}
