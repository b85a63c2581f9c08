package koetsu.launcher.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import koetsu.launcher.PlugInBundle;
import koetsu.launcher.PlugInBundles;
import koetsu.launcher.Trust;
import org.osgi.framework.Bundle;

/**
 * The places that are followed. All that changes bundles happens on one thread, so that no two
 * places settle at once and nobody who only asks waits for a plug-in that hangs.
 */
final class FollowedBundles implements PlugInBundles {
  private static final int LOOK_MILLIS = 500;

  /** How long the opening of a window or project waits for the plug-ins it is to begin with. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Path user;
  private final Trust trust;
  private final Bundles bundles;
  private final ScheduledExecutorService thread;
  private final List<PlugInFolder> places = new ArrayList<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile List<PlugInBundle> all = List.of();
  private boolean watched;

  /**
   * @param user the folder that bundles are installed to
   */
  FollowedBundles(Path user, Trust trust, Bundles bundles) {
    this.user = user;
    this.trust = trust;
    this.bundles = bundles;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread daemon = new Thread(task, "koetsu plug-ins");
              daemon.setDaemon(true);
              return daemon;
            });
  }

  /**
   * Follows one more place.
   *
   * @throws LaunchException when it cannot be read
   */
  void add(Path place, PlugInBundle.Home home) throws LaunchException {
    try {
      finish(begin(place, home));
    } catch (IOException e) {
      throw new LaunchException(Failures.inOneLine(e), e);
    }
  }

  /** As {@link #add}, but goes on without plug-ins that take long; they come when they come. */
  void addInTime(Path place, PlugInBundle.Home home) throws LaunchException {
    waitFor(begin(place, home));
  }

  private Future<Void> begin(Path place, PlugInBundle.Home home) {
    return thread.submit(
        () -> {
          PlugInFolder folder = new PlugInFolder(place, home, bundles);
          places.add(folder);
          folder.look(true);
          publish();
          return null;
        });
  }

  /** From now on, follows changes of the places as they happen. */
  synchronized void watch() {
    if (!watched) {
      watched = true;
      thread.scheduleWithFixedDelay(
          () -> lookAtAll(false), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** Nothing is followed any more; what hangs is left behind. */
  void close() throws InterruptedException {
    thread.shutdownNow();
    thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Looks at all places.
   *
   * @param settled whether what is there is known to be complete
   */
  void look(boolean settled) {
    finish(() -> lookAtAll(settled));
  }

  private void lookAtAll(boolean settled) {
    boolean news = false;
    for (PlugInFolder place : places) {
      try {
        news |= place.look(settled);
      } catch (LaunchException | RuntimeException | VirtualMachineError e) {
        bundles.tell(Failures.inOneLine(e)); // and look again: a network folder may come back
      }
    }
    if (news) {
      publish();
    }
  }

  private void publish() {
    List<PlugInBundle> now = new ArrayList<>();
    places.forEach(place -> now.addAll(place.all()));
    all = List.copyOf(now);
    listeners.forEach(Runnable::run);
  }

  private void finish(Runnable work) {
    try {
      finish(thread.submit(work, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits to the end, which comes: plug-ins have their limits. */
  private static <T> T finish(Future<T> work) throws IOException {
    try {
      return work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException(Failures.inOneLine(e.getCause()), e.getCause());
    }
  }

  private void waitFor(Future<?> work) {
    try {
      work.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return; // the listeners hear of it
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      bundles.tell(Failures.inOneLine(e.getCause()));
    }
  }

  @Override
  public List<PlugInBundle> all() {
    return all;
  }

  @Override
  public void openProject(Path project) {
    waitFor(
        thread.submit(
            () -> {
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
                        project.resolve(PROJECT_FOLDER),
                        PlugInBundle.Home.PROJECT,
                        trust,
                        bundles));
              }
              lookAtAll(true);
              publish();
            }));
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
    finish(
        () -> {
          for (PlugInFolder place : places) {
            Bundle installed = place.bundle(bundle.file());
            if (installed != null) {
              how.accept(installed);
            }
          }
          publish();
        });
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
    finish(
        () -> {
          for (PlugInFolder place : places) {
            if (place.home() == PlugInBundle.Home.PROJECT) {
              place.forget(bundle.file());
            }
          }
          lookAtAll(true);
          publish();
        });
  }

  @Override
  public Subscription onChange(Runnable listener) {
    Runnable subscribed = listener::run; // one identity per subscription
    listeners.add(subscribed);
    return () -> listeners.remove(subscribed);
  }
}
