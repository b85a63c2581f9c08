package koetsu.launcher.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import koetsu.launcher.PlugInBundle;
import koetsu.launcher.PlugInBundles;
import koetsu.launcher.Trust;
import org.osgi.framework.Bundle;

/** The places that are followed, one after the other, so that no two of them settle at once. */
final class FollowedBundles implements PlugInBundles {
  private final Path user;
  private final Trust trust;
  private final Bundles bundles;
  private final List<PlugInFolder> places = new ArrayList<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /**
   * @param user the folder that bundles are installed to
   */
  FollowedBundles(Path user, Trust trust, Bundles bundles) {
    this.user = user;
    this.trust = trust;
    this.bundles = bundles;
  }

  /**
   * Follows one more place.
   *
   * @throws LaunchException when it cannot be read
   */
  synchronized void add(Path place, PlugInBundle.Home home) throws LaunchException {
    PlugInFolder folder = new PlugInFolder(place, home, bundles);
    folder.look(true);
    places.add(folder);
  }

  /**
   * Looks at all places.
   *
   * @param settled whether what is there is known to be complete
   */
  void look(boolean settled) {
    boolean news = false;
    synchronized (this) {
      for (PlugInFolder place : places) {
        try {
          news |= place.look(settled);
        } catch (LaunchException | RuntimeException e) {
          bundles.tell(Failures.inOneLine(e)); // and look again: a network folder may come back
        }
      }
    }
    if (news) {
      tellListeners();
    }
  }

  private void tellListeners() {
    listeners.forEach(Runnable::run);
  }

  @Override
  public synchronized List<PlugInBundle> all() {
    List<PlugInBundle> all = new ArrayList<>();
    places.forEach(place -> all.addAll(place.all()));
    return all;
  }

  @Override
  public void openProject(Path project) {
    synchronized (this) {
      places.removeIf(
          place -> {
            boolean before = place.home() == PlugInBundle.Home.PROJECT;
            if (before) {
              place.close();
            }
            return before;
          });
      if (project != null) {
        places.add(
            new PlugInFolder(
                project.resolve(PROJECT_FOLDER), PlugInBundle.Home.PROJECT, trust, bundles));
      }
    }
    look(true);
  }

  @Override
  public PlugInBundle install(Path file) throws IOException {
    Files.createDirectories(user);
    BundleName name = BundleName.of(file);
    Path target = user.resolve(file.getFileName());
    Path fresh = Files.createTempFile(user, ".install", ".new");
    try {
      Files.copy(file, fresh, StandardCopyOption.REPLACE_EXISTING);
      for (PlugInBundle other : all()) {
        boolean replaced =
            other.home() == PlugInBundle.Home.USER
                && other.name().equals(name.name())
                && !other.file().equals(target);
        if (replaced) {
          Files.deleteIfExists(other.file());
        }
      }
      Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
    look(true);
    return all().stream()
        .filter(each -> each.file().equals(target))
        .findFirst()
        .orElseThrow(() -> new IOException(target + " is neither a jar nor a declaration"));
  }

  @Override
  public void remove(PlugInBundle bundle) throws IOException {
    Files.deleteIfExists(bundle.file());
    look(true);
  }

  @Override
  public void stop(PlugInBundle bundle) {
    change(bundle, bundles::stop);
  }

  @Override
  public void start(PlugInBundle bundle) {
    change(bundle, bundles::startAgain);
  }

  private void change(PlugInBundle bundle, Consumer<Bundle> how) {
    synchronized (this) {
      for (PlugInFolder place : places) {
        Bundle installed = place.bundle(bundle.file());
        if (installed != null) {
          how.accept(installed);
        }
      }
    }
    tellListeners();
  }

  @Override
  public void trust(PlugInBundle bundle) throws IOException {
    trust.give(bundle.sha256(), bundle.name() + " " + bundle.version());
    decideAnew(bundle);
  }

  @Override
  public void distrust(PlugInBundle bundle) throws IOException {
    trust.withdraw(bundle.sha256());
    decideAnew(bundle);
  }

  private void decideAnew(PlugInBundle bundle) {
    synchronized (this) {
      for (PlugInFolder place : places) {
        if (place.home() == PlugInBundle.Home.PROJECT) {
          place.forget(bundle.file());
        }
      }
    }
    look(true);
  }

  @Override
  public Subscription onChange(Runnable listener) {
    Runnable subscribed = listener::run; // one identity per subscription
    listeners.add(subscribed);
    return () -> listeners.remove(subscribed);
  }
}
