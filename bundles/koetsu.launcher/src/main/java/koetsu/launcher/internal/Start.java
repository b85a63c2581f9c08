package koetsu.launcher.internal;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import koetsu.launcher.Application;
import koetsu.launcher.EarlyStart;
import koetsu.launcher.Installation;
import koetsu.launcher.PlugInBundle;
import koetsu.launcher.PlugInBundles;
import koetsu.launcher.Trust;

/**
 * One start of Koetsu. The framework comes up when something needs it: a plug-in that is installed
 * or comes while a window is open. Without any, the shipped bundles run from the class path.
 *
 * <p>The distribution's folder {@code bundles} has a folder for each application, named like it.
 * The jars of the command line are needed by all; they are the process's class path as well.
 */
final class Start implements Installation {

  /** System property: the archive of classes that Java writes at the end of this start. */
  private static final String ARCHIVE = "koetsu.archive";

  private final Path home;
  private final Folders folders;
  private final Guard guard;
  private Path developed;
  private Bundles bundles;

  /** The framework once it has everything that it is started with. */
  private volatile Bundles running;

  /** In place of a framework until there are plug-ins; null where there always was one. */
  private volatile PlugInsOnDemand onDemand;

  private FollowedBundles followed;

  Start(Path home, Folders folders, Guard guard) {
    this.home = home;
    this.folders = folders;
    this.guard = guard;
  }

  /** The folder of the distribution whose {@code lib} this class was loaded from. */
  static Path distribution() throws LaunchException {
    try {
      Path jar = Path.of(Start.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return jar.toAbsolutePath().getParent().getParent();
    } catch (URISyntaxException e) {
      throw new LaunchException("cannot tell where Koetsu is installed: " + e.getInput(), e);
    }
  }

  /** Runs what the user asked for and returns the exit code. */
  int commandLine(List<String> arguments) throws Exception {
    Application commandLine =
        ServiceLoader.load(Application.class)
            .findFirst()
            .orElseThrow(() -> new LaunchException("no command line on the class path"));
    if (hasPlugins() && commandLine.usesPlugIns(arguments, this)) {
      commandLine = bundles().application(Application.COMMAND_LINE);
      follow().add(plugins(), PlugInBundle.Home.USER);
    }
    return commandLine.run(arguments, this);
  }

  @Override
  public int run(String application, List<String> arguments) {
    return guard.run(
        () -> {
          if (!offers(application)) {
            throw new LaunchException("this distribution comes without the " + application);
          }
          List<EarlyStart> early =
              ServiceLoader.load(EarlyStart.class).stream()
                  .map(ServiceLoader.Provider::get)
                  .filter(each -> each.application().equals(application))
                  .toList();
          List<String> unmodifiable = List.copyOf(arguments);
          FutureTask<Application> task =
              new FutureTask<>(
                  () -> {
                    Application found = application(application, early);
                    found.prepare(unmodifiable, this);
                    return found;
                  });
          new Thread(task, "koetsu start").start();
          early.forEach(each -> each.begin(this));
          Application started = result(task);
          markArchive();
          return started.run(unmodifiable, this);
        });
  }

  /** Java archives the classes of this start; those of one that got so far are worth using. */
  private void markArchive() {
    String archive = System.getProperty(ARCHIVE);
    if (archive != null) {
      try {
        Files.write(Path.of(archive + ".window"), new byte[0]);
      } catch (IOException e) {
        guard.tell("the next start stays slow: " + Failures.inOneLine(e));
      }
    }
  }

  /** The one of the framework where there are plug-ins, else that of the class path. */
  private Application application(String name, List<EarlyStart> early) throws LaunchException {
    if (bundles == null && developed == null && !hasPlugins()) {
      for (EarlyStart each : early) {
        Optional<Application> alone = each.alone();
        if (alone.isPresent()) {
          if (onDemand == null) { // there is one for all windows that follow each other
            onDemand = new PlugInsOnDemand(plugins(), () -> followedBy(name), guard::tell);
            onDemand.watch();
          }
          return alone.get();
        }
      }
    }
    return framework(name).application(name);
  }

  private FollowedBundles followedBy(String application) throws LaunchException {
    framework(application);
    return followed;
  }

  /** The framework with the bundles of an application. */
  private Bundles framework(String application) throws LaunchException {
    Bundles started = bundles();
    started.add(bundlesOf(application));
    if (followed == null) {
      follow().addInTime(plugins(), PlugInBundle.Home.USER);
    }
    if (developed != null) {
      followed.addInTime(developed, PlugInBundle.Home.DEVELOPED);
    }
    followed.watch();
    running = started;
    return started;
  }

  @Override
  public <T> Optional<T> service(Class<T> type) {
    if (type == PlugInBundles.class && onDemand != null) {
      return Optional.of(type.cast(onDemand));
    }
    return running == null ? Optional.empty() : running.service(type);
  }

  private static <T> T result(FutureTask<T> task) throws Exception {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  @Override
  public boolean offers(String application) {
    return Files.isDirectory(bundlesOf(application));
  }

  @Override
  public Path home() {
    return home;
  }

  @Override
  public Path data() {
    return folders.data();
  }

  @Override
  public Path cache() {
    return folders.cache();
  }

  @Override
  public Path plugins() {
    return folders.data().resolve("plugins");
  }

  @Override
  public void develop(Path classes) {
    developed = classes;
  }

  private Path bundlesOf(String application) {
    return home.resolve("bundles").resolve(application);
  }

  private boolean hasPlugins() throws LaunchException {
    return !PlugInFolder.isEmpty(plugins());
  }

  private FollowedBundles follow() throws LaunchException {
    followed = bundles().follow(plugins(), Trust.in(data()));
    return followed;
  }

  /** The framework, brought up with what every application needs. */
  private Bundles bundles() throws LaunchException {
    if (bundles == null) {
      bundles = Bundles.start(cache(), new Journal(guard::tell));
      Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "koetsu stop"));
      bundles.add(bundlesOf(Application.COMMAND_LINE));
    }
    return bundles;
  }

  private void stop() {
    guard.run(
        () -> {
          bundles.stop();
          return 0;
        });
  }
}
