package koetsu.launcher.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import koetsu.launcher.Application;
import koetsu.launcher.PlugInBundle;
import koetsu.launcher.PlugInBundles;
import koetsu.launcher.Trust;
import org.apache.felix.framework.Felix;
import org.apache.felix.framework.util.FelixConstants;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.log.LogReaderService;
import org.osgi.util.tracker.ServiceTracker;

/** A running framework and the bundles installed in it. */
final class Bundles {

  /** Packages of the launcher's class path that bundles see. */
  private static final String SHARED_PACKAGES =
      "koetsu.launcher;version=1.0.0,org.osgi.service.log;version=1.5.0";

  /** Makes the framework use a file where it is. */
  private static final String REFERENCE = "reference:";

  /** The bundle and the package that every view needs. */
  private static final String WINDOW = "koetsu.workbench";

  private static final int REFRESH_SECONDS = 30;
  private static final int LOOK_MILLIS = 500;

  private final Storage storage;
  private final Felix framework;
  private final ClassPathBundles classPath;
  private final Journal journal;
  private final Set<Bundle> stopped = ConcurrentHashMap.newKeySet();
  private final Map<Bundle, String> faults = new ConcurrentHashMap<>();
  private FollowedBundles followed;
  private ScheduledExecutorService watch;

  private Bundles(Storage storage, Felix framework, ClassPathBundles classPath, Journal journal) {
    this.storage = storage;
    this.framework = framework;
    this.classPath = classPath;
    this.journal = journal;
  }

  /**
   * Starts a framework without bundles.
   *
   * @throws LaunchException when its storage cannot be written or it does not start
   */
  static Bundles start(Path cache, Journal journal) throws LaunchException {
    Storage storage = Storage.in(cache);
    Map<String, Object> properties = new HashMap<>();
    properties.put(Constants.FRAMEWORK_STORAGE, storage.folder().toString());
    properties.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, SHARED_PACKAGES);
    properties.put(FelixConstants.LOG_LOGGER_PROP, journal);
    // nobody brings kinds of addresses along, and taking over Java's own costs the start its time
    properties.put(FelixConstants.SERVICE_URLHANDLERS_PROP, "false");
    ClassPathBundles classPath = new ClassPathBundles();
    Felix framework = new Felix(properties, classPath);
    try {
      framework.start();
    } catch (BundleException e) {
      throw new LaunchException("the framework does not start: " + Failures.inOneLine(e), e);
    }
    listenToLog(framework.getBundleContext(), journal);
    return new Bundles(storage, framework, classPath, journal);
  }

  /** Declarative Services tell only the log service why a component does not start. */
  private static void listenToLog(BundleContext context, Journal journal) {
    new ServiceTracker<LogReaderService, LogReaderService>(context, LogReaderService.class, null) {
      @Override
      public LogReaderService addingService(ServiceReference<LogReaderService> reference) {
        LogReaderService log = super.addingService(reference);
        log.addLogListener(journal);
        return log;
      }
    }.open();
  }

  /**
   * Installs the jars of a folder that does not change, all at once because they may need each
   * other, and starts them.
   *
   * @throws LaunchException when the folder cannot be read
   */
  void add(Path folder) throws LaunchException {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
      for (Path jar : jars) {
        if (!SwtFragment.isForeign(jar.getFileName().toString())) {
          installShipped(jar);
        }
      }
    } catch (IOException e) {
      throw LaunchException.unreadable(folder, e);
    }
    startAll();
  }

  /** One that cannot be installed costs itself only. */
  private void installShipped(Path jar) {
    try {
      Optional<String> onClassPath = classPath.location(jar);
      Bundle bundle = install(jar, onClassPath.orElse(REFERENCE + jar.toUri()), null);
      if (onClassPath.isPresent()) {
        BundleOfClass.put(jar, bundle);
      }
    } catch (LaunchException e) {
      journal.tell(e.getMessage());
    }
  }

  /**
   * Installs and starts the plug-ins of the user's folder. Once there is a {@link #watch()} they
   * change with it.
   *
   * @param plugIns a folder of jars and declarations; it may not exist yet
   * @return where more places can be added
   * @throws LaunchException when it cannot be read
   */
  FollowedBundles follow(Path plugIns, Trust trust) throws LaunchException {
    followed = new FollowedBundles(plugIns, trust, this);
    followed.add(plugIns, PlugInBundle.Home.USER);
    framework.getBundleContext().registerService(PlugInBundles.class, followed, new Hashtable<>());
    return followed;
  }

  /** From now on, follows changes of the places as they happen. */
  synchronized void watch() {
    if (watch == null) {
      watch =
          Executors.newSingleThreadScheduledExecutor(
              task -> {
                Thread thread = new Thread(task, "koetsu plug-ins");
                thread.setDaemon(true);
                return thread;
              });
      watch.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void look() {
    followed.look(false);
  }

  /** Tells the user, once. */
  void tell(String line) {
    journal.tell(line);
  }

  /**
   * Installs a plug-in without starting it.
   *
   * @param path a jar, a declaration, or the folder of a bundle that is not packed
   * @param content of the file; null for a folder, whose classes the framework reads where they are
   * @throws LaunchException where it cannot be installed
   */
  Bundle install(Path path, byte[] content) throws LaunchException {
    try {
      return content == null
          ? install(path, REFERENCE + path.toUri(), null)
          : install(path, path.toUri().toString(), bundle(path, content));
    } catch (IOException e) {
      throw new LaunchException(path + " cannot be installed: " + Failures.inOneLine(e), e);
    }
  }

  /**
   * Gives a plug-in the content that its file has now.
   *
   * @throws LaunchException where it could not
   */
  void update(Bundle bundle, Path path, byte[] content) throws LaunchException {
    stopped.remove(bundle);
    try {
      bundle.stop(); // else it runs at once, and again after what it was is let go
      bundle.update(content == null ? null : bundle(path, content));
    } catch (IOException | BundleException e) {
      throw new LaunchException(path + " cannot be updated: " + Failures.inOneLine(e), e);
    }
  }

  /** Stops a plug-in until {@link #startAgain}. */
  void stop(Bundle bundle) {
    stopped.add(bundle);
    try {
      bundle.stop();
    } catch (BundleException e) {
      journal.tell(
          "bundle " + bundle.getSymbolicName() + " does not stop: " + Failures.inOneLine(e));
    }
  }

  /** Starts a plug-in that was stopped. */
  void startAgain(Bundle bundle) {
    stopped.remove(bundle);
    journal.forget();
    startAll();
  }

  boolean isStopped(Bundle bundle) {
    return stopped.contains(bundle);
  }

  /** Why a bundle does not run, a sentence; null where it does. */
  String fault(Bundle bundle) {
    return faults.get(bundle);
  }

  /** Takes a plug-in out; false where it could not. */
  boolean uninstall(Bundle bundle) {
    stopped.remove(bundle);
    faults.remove(bundle);
    try {
      bundle.uninstall();
      return true;
    } catch (BundleException e) {
      journal.tell("bundle " + bundle.getSymbolicName() + " does not go: " + Failures.inOneLine(e));
      return false;
    }
  }

  /**
   * Lets go of what bundles were before they changed, and starts every bundle that can run now.
   *
   * @param changed updated and uninstalled bundles
   */
  void settle(List<Bundle> changed) {
    journal.forget();
    if (!changed.isEmpty()) {
      CountDownLatch refreshed = new CountDownLatch(1);
      framework
          .adapt(FrameworkWiring.class)
          .refreshBundles(
              changed,
              event -> {
                if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                  refreshed.countDown();
                }
              });
      try {
        if (!refreshed.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
          journal.tell(
              "a plug-in that changed does not stop; restart Koetsu to be rid of its old version");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    startAll();
  }

  /**
   * Starts every bundle that does not run yet. One that does not resolve or start costs only
   * itself; the journal tells which and why.
   */
  private void startAll() {
    List<Bundle> bundles =
        new ArrayList<>(Arrays.asList(framework.getBundleContext().getBundles()));
    bundles.removeIf(
        bundle -> bundle.getState() > Bundle.RESOLVED || isFragment(bundle) || isStopped(bundle));
    bundles.sort(
        Comparator.comparing(Bundles::isOfFramework)
            .reversed()
            .thenComparing(Bundle::getSymbolicName));
    framework.adapt(FrameworkWiring.class).resolveBundles(bundles);
    bundles.forEach(this::start);
  }

  /**
   * The application of that name with the highest ranking.
   *
   * @throws LaunchException when no bundle offers it
   */
  Application application(String name) throws LaunchException {
    BundleContext context = framework.getBundleContext();
    try {
      return context
          .getServiceReferences(Application.class, "(" + Application.NAME + "=" + name + ")")
          .stream()
          .max(Comparator.naturalOrder())
          .map(context::getService)
          .orElseThrow(
              () ->
                  new LaunchException(
                      "the " + name + " does not start: a bundle or service it needs is missing"));
    } catch (InvalidSyntaxException e) {
      throw new IllegalArgumentException("no name of an application: " + name, e);
    }
  }

  /** The service of a type with the highest ranking. */
  <T> Optional<T> service(Class<T> type) {
    BundleContext context = framework.getBundleContext();
    return Optional.ofNullable(context.getServiceReference(type)).map(context::getService);
  }

  /** The framework's own view of its bundles and services. */
  BundleContext context() {
    return framework.getBundleContext();
  }

  /** Stops all bundles and removes the framework's storage. */
  synchronized void stop() throws BundleException, InterruptedException, IOException {
    if (watch != null) {
      watch.shutdownNow();
      watch.awaitTermination(REFRESH_SECONDS, TimeUnit.SECONDS);
    }
    framework.stop();
    framework.waitForStop(TimeUnit.SECONDS.toMillis(10));
    storage.close();
  }

  private Bundle install(Path path, String location, InputStream content) throws LaunchException {
    try {
      Bundle bundle = framework.getBundleContext().installBundle(location, content);
      if (bundle.getSymbolicName() != null) {
        return bundle;
      }
      bundle.uninstall();
      throw new LaunchException(path + " is not an OSGi bundle and was left out");
    } catch (BundleException e) {
      throw new LaunchException(path + " cannot be installed: " + Failures.inOneLine(e), e);
    }
  }

  private static InputStream bundle(Path path, byte[] content) throws IOException {
    return DeclarationJar.isDeclaration(path)
        ? DeclarationJar.of(path, content)
        : new ByteArrayInputStream(content);
  }

  private void start(Bundle bundle) {
    try {
      bundle.start(ClassPathBundles.has(bundle.getLocation()) ? 0 : Bundle.START_ACTIVATION_POLICY);
      faults.remove(bundle);
    } catch (BundleException e) {
      List<String> missing =
          bundle.getState() == Bundle.INSTALLED
              ? new Requirements(framework.adapt(FrameworkWiring.class)).missing(bundle)
              : List.of();
      String reason =
          missing.isEmpty()
              ? Failures.inOneLine(e)
              : "it needs " + String.join(" and ", missing) + ", and no installed bundle has that";
      String fault = "does not start: " + reason;
      if (!fault.equals(faults.put(bundle, fault)) && !waitsForWindow(missing)) {
        journal.tell(
            "bundle " + bundle.getSymbolicName() + " " + bundle.getVersion() + " " + fault);
      }
    }
  }

  /** A view starts with the window; on the command line there is nothing for it to do. */
  private boolean waitsForWindow(List<String> missing) {
    return missing.stream().anyMatch(need -> need.startsWith("the package " + WINDOW))
        && Arrays.stream(framework.getBundleContext().getBundles())
            .noneMatch(bundle -> WINDOW.equals(bundle.getSymbolicName()));
  }

  private static boolean isFragment(Bundle bundle) {
    int types = bundle.adapt(BundleRevision.class).getTypes();
    return (types & BundleRevision.TYPE_FRAGMENT) != 0;
  }

  /** The log and Declarative Services come first, so that they miss nothing. */
  private static boolean isOfFramework(Bundle bundle) {
    return bundle.getSymbolicName().startsWith("org.apache.felix.");
  }
}
