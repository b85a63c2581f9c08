package koetsu.launcher.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import koetsu.launcher.PlugInBundle;
import koetsu.launcher.PlugInBundles;

/**
 * The plug-ins of a window that began without any, and without a framework: it comes up with the
 * first of them.
 */
final class PlugInsOnDemand implements PlugInBundles {

  /** Brings up the framework with everything that the window needs of it. */
  @FunctionalInterface
  interface Framework {
    FollowedBundles start() throws LaunchException;
  }

  private static final int LOOK_MILLIS = 500;

  private final Path user;
  private final Framework framework;
  private final Consumer<String> journal;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "koetsu plug-ins");
            thread.setDaemon(true);
            return thread;
          });

  private volatile FollowedBundles followed;
  private Path project;

  /**
   * @param user the folder of the user's plug-ins; it may not exist
   * @param journal takes what the user has to know
   */
  PlugInsOnDemand(Path user, Framework framework, Consumer<String> journal) {
    this.user = user;
    this.framework = framework;
    this.journal = journal;
  }

  /** From now on, looks whether plug-ins come. */
  void watch() {
    watch.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      boolean needed;
      synchronized (this) {
        needed = !PlugInFolder.isEmpty(user) || hasPlugIns(project);
      }
      if (needed) {
        begin();
      }
    } catch (LaunchException | RuntimeException e) {
      watch.shutdown(); // what does not start now does not start half a second later
      journal.accept(Failures.inOneLine(e));
    }
  }

  private static boolean hasPlugIns(Path project) throws LaunchException {
    return project != null && !PlugInFolder.isEmpty(project.resolve(PROJECT_FOLDER));
  }

  private FollowedBundles begin() throws LaunchException {
    synchronized (this) {
      if (followed != null) {
        return followed;
      }
      watch.shutdown();
      FollowedBundles started = framework.start();
      if (project != null) {
        started.openProject(project);
      }
      started.onChange(this::changed);
      followed = started;
    }
    changed();
    return followed;
  }

  private void changed() {
    listeners.forEach(Runnable::run);
  }

  @Override
  public List<PlugInBundle> all() {
    FollowedBundles now = followed;
    return now == null ? List.of() : now.all();
  }

  @Override
  public void openProject(Path folder) {
    synchronized (this) {
      project = folder;
      if (followed == null) {
        try {
          if (hasPlugIns(folder)) {
            begin();
          }
        } catch (LaunchException e) {
          journal.accept(e.getMessage());
        }
        return;
      }
    }
    followed.openProject(folder);
  }

  @Override
  public PlugInBundle install(Path file) throws IOException {
    return running().install(file);
  }

  @Override
  public void remove(PlugInBundle bundle) throws IOException {
    running().remove(bundle);
  }

  @Override
  public void stop(PlugInBundle bundle) {
    followed.stop(bundle); // there is no bundle to stop before
  }

  @Override
  public void start(PlugInBundle bundle) {
    followed.start(bundle);
  }

  @Override
  public void trust(PlugInBundle bundle) throws IOException {
    running().trust(bundle);
  }

  @Override
  public void distrust(PlugInBundle bundle) throws IOException {
    running().distrust(bundle);
  }

  private FollowedBundles running() throws IOException {
    try {
      return begin();
    } catch (LaunchException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public Subscription onChange(Runnable listener) {
    Runnable subscribed = listener::run; // one identity per subscription
    listeners.add(subscribed);
    return () -> listeners.remove(subscribed);
  }
}
