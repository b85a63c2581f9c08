package koetsu.itests.plugin;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Takes an hour to start, but hears when it is interrupted. */
public final class SleepingStart implements BundleActivator {
  @Override
  public void start(BundleContext context) throws InterruptedException {
    Thread.sleep(3_600_000);
  }

  @Override
  public void stop(BundleContext context) {
    // there is nothing to stop
  }
}
