package koetsu.regression.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import koetsu.launcher.PlugInBundle;
import koetsu.launcher.PlugInBundles;

/** Bundles that only change their states. */
final class FakeBundles implements PlugInBundles {
  final List<PlugInBundle> all = new ArrayList<>();
  private final List<Runnable> listeners = new ArrayList<>();

  static PlugInBundle bundle(
      Path file, PlugInBundle.Home home, String name, PlugInBundle.State state, String message) {
    return new PlugInBundle(file, home, name, "1.0.0", "00", state, message);
  }

  private void change(PlugInBundle bundle, PlugInBundle.State state) {
    all.replaceAll(
        each ->
            each.file().equals(bundle.file())
                ? bundle(each.file(), each.home(), each.name(), state, each.message())
                : each);
    listeners.forEach(Runnable::run);
  }

  @Override
  public List<PlugInBundle> all() {
    return List.copyOf(all);
  }

  @Override
  public void openProject(Path project) {}

  @Override
  public PlugInBundle install(Path file) {
    PlugInBundle installed =
        bundle(file, PlugInBundle.Home.USER, "installed", PlugInBundle.State.ACTIVE, null);
    all.add(installed);
    listeners.forEach(Runnable::run);
    return installed;
  }

  @Override
  public void remove(PlugInBundle bundle) {
    all.removeIf(each -> each.file().equals(bundle.file()));
    listeners.forEach(Runnable::run);
  }

  @Override
  public void stop(PlugInBundle bundle) {
    change(bundle, PlugInBundle.State.STOPPED);
  }

  @Override
  public void start(PlugInBundle bundle) {
    change(bundle, PlugInBundle.State.ACTIVE);
  }

  @Override
  public void trust(PlugInBundle bundle) {
    change(bundle, PlugInBundle.State.ACTIVE);
  }

  @Override
  public void distrust(PlugInBundle bundle) {
    change(bundle, PlugInBundle.State.UNTRUSTED);
  }

  @Override
  public Subscription onChange(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
