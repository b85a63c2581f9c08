package koetsu.launcher.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import java.util.concurrent.TimeUnit;
import koetsu.launcher.Application;
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
import org.osgi.framework.hooks.bundle.CollisionHook;
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

  /** How long Declarative Services wait to stop the components of a bundle that still starts. */
  private static final String COMPONENTS_STOP = "ds.stop.timeout.milliseconds";

  private static final Duration COMPONENTS_STOP_LIMIT = Duration.ofMillis(500);

  /** Ends the location of a bundle that was installed beside one which cannot be taken out. */
  private static final String BESIDE = "#";

  /** The bundle and the package that every view needs. */
  private static final String WINDOW = "koetsu.workbench";

  private static final int REFRESH_SECONDS = 30;

  /** How long the plug-ins, and then the framework, may take to stop when Koetsu ends. */
  private static final Duration END = Duration.ofSeconds(10);

  private static final Duration END_OF_PLUG_INS = Duration.ofSeconds(1);

  private final Storage storage;
  private final Felix framework;
  private final ClassPathBundles classPath;
  private final Journal journal;
  private final PlugInFence fence;
  private final Set<Bundle> plugIns = ConcurrentHashMap.newKeySet();
  private final Set<Bundle> stopped = ConcurrentHashMap.newKeySet();
  private final Map<Bundle, String> faults = new ConcurrentHashMap<>();
  private FollowedBundles followed;
  private int beside;

  private Bundles(
      Storage storage,
      Felix framework,
      ClassPathBundles classPath,
      Journal journal,
      Duration limit) {
    this.storage = storage;
    this.framework = framework;
    this.classPath = classPath;
    this.journal = journal;
    this.fence = new PlugInFence(limit, this::giveUp);
  }

  /**
   * Starts a framework without bundles.
   *
   * @throws LaunchException when its storage cannot be written or it does not start
   */
  static Bundles start(Path cache, Journal journal) throws LaunchException {
    return start(cache, journal, PlugInFence.LIMIT);
  }

  /**
   * @param limit how long a plug-in may take to start or stop
   */
  static Bundles start(Path cache, Journal journal, Duration limit) throws LaunchException {
    Storage storage = Storage.in(cache);
    Map<String, Object> properties = new HashMap<>();
    properties.put(Constants.FRAMEWORK_STORAGE, storage.folder().toString());
    properties.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, SHARED_PACKAGES);
    properties.put(FelixConstants.LOG_LOGGER_PROP, journal);
    // nobody brings kinds of addresses along, and taking over Java's own costs the start its time
    properties.put(FelixConstants.SERVICE_URLHANDLERS_PROP, "false");
    properties.put(COMPONENTS_STOP, String.valueOf(COMPONENTS_STOP_LIMIT.toMillis()));
    ClassPathBundles classPath = new ClassPathBundles();
    Felix framework = new Felix(properties, classPath);
    try {
      framework.start();
    } catch (BundleException e) {
      throw new LaunchException("the framework does not start: " + Failures.inOneLine(e), e);
    }
    listenToLog(framework.getBundleContext(), journal);
    Bundles bundles = new Bundles(storage, framework, classPath, journal, limit);
    framework
        .getBundleContext()
        .registerService(CollisionHook.class, bundles.fence, new Hashtable<>());
    return bundles;
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
   * Offers to follow the user's folder, and others.
   *
   * @param plugIns a folder of jars and declarations; it may not exist yet
   */
  FollowedBundles follow(Path plugIns, Trust trust) {
    followed = new FollowedBundles(plugIns, trust, this);
    framework.getBundleContext().registerService(PlugInBundles.class, followed, new Hashtable<>());
    return followed;
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
    return install(path, content, "");
  }

  /**
   * @param mark makes the location another one than that of a bundle which cannot be taken out
   */
  private Bundle install(Path path, byte[] content, String mark) throws LaunchException {
    try {
      Bundle bundle =
          content == null
              ? install(path, REFERENCE + path.toUri() + mark, null)
              : install(path, path.toUri() + mark, bundle(path, content));
      plugIns.add(bundle);
      return bundle;
    } catch (IOException e) {
      throw new LaunchException(path + " cannot be installed: " + Failures.inOneLine(e), e);
    }
  }

  /**
   * Gives a plug-in the content that its file has now.
   *
   * @return the bundle that has it, which is another one where the plug-in does not stop
   * @throws LaunchException where it could not
   */
  Bundle update(Bundle bundle, Path path, byte[] content) throws LaunchException {
    stopped.remove(bundle);
    try {
      // else it runs at once, and again after what it was is let go
      if (!fence.tryStop(bundle)) {
        plugIns.remove(bundle);
        return install(path, content, BESIDE + ++beside);
      }
      fence.forget(bundle);
      bundle.update(content == null ? null : bundle(path, content));
      return bundle;
    } catch (IOException | BundleException e) {
      throw new LaunchException(path + " cannot be updated: " + Failures.inOneLine(e), e);
    }
  }

  /** Stops a plug-in until {@link #startAgain}. */
  void stop(Bundle bundle) {
    stopped.add(bundle);
    try {
      fence.tryStop(bundle);
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

  /** Whether the user stopped a plug-in. */
  boolean isStopped(Bundle bundle) {
    return stopped.contains(bundle) && fence.fault(bundle) == null;
  }

  /** Why a bundle does not run, a sentence; null where it does. */
  String fault(Bundle bundle) {
    String givenUp = fence.fault(bundle);
    return givenUp == null ? faults.get(bundle) : givenUp;
  }

  private void giveUp(Bundle bundle, String fault) {
    journal.mute(bundle);
    journal.tell(
        "bundle "
            + bundle.getSymbolicName()
            + " "
            + bundle.getVersion()
            + " ("
            + place(bundle)
            + ") "
            + fault);
  }

  /** Where it was installed from, as a person writes it. */
  private static String place(Bundle bundle) {
    String location = bundle.getLocation().replaceFirst("^" + REFERENCE, "");
    try {
      return Path.of(URI.create(location.replaceFirst(BESIDE + "\\d+$", ""))).toString();
    } catch (IllegalArgumentException | FileSystemNotFoundException e) {
      return location;
    }
  }

  /** Takes a plug-in out; false where it could not. */
  boolean uninstall(Bundle bundle) {
    stopped.remove(bundle);
    faults.remove(bundle);
    plugIns.remove(bundle);
    try {
      if (!fence.tryStop(bundle)) {
        return false; // told already; it stays behind, and no one sees it
      }
      fence.forget(bundle);
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
      refresh(changed);
    }
    startAll();
  }

  /** The framework waits for what it stops then, so that nothing may be left to stop. */
  private void refresh(List<Bundle> changed) {
    FrameworkWiring wiring = framework.adapt(FrameworkWiring.class);
    boolean stop = true;
    for (Bundle bundle : wiring.getDependencyClosure(changed)) {
      stop &= plugIns.contains(bundle) ? stops(bundle) : !fence.isStuck(bundle);
    }
    CountDownLatch refreshed = new CountDownLatch(1);
    if (stop) {
      wiring.refreshBundles(
          changed,
          event -> {
            if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
              refreshed.countDown();
            }
          });
    }
    try {
      if (!stop || !refreshed.await(REFRESH_SECONDS, TimeUnit.SECONDS)) {
        journal.tell(
            "a plug-in that changed does not stop; restart Koetsu to be rid of its old version");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean stops(Bundle bundle) {
    try {
      return bundle.getState() <= Bundle.RESOLVED || fence.tryStop(bundle);
    } catch (BundleException e) {
      journal.tell(
          "bundle " + bundle.getSymbolicName() + " does not stop: " + Failures.inOneLine(e));
      return true;
    }
  }

  /**
   * Starts every bundle that does not run yet. One that does not resolve or start costs only
   * itself; the journal tells which and why.
   *
   * <p>Plug-ins come last, when the applications are there to take them in: what a plug-in is asked
   * for then is asked while it starts.
   */
  private void startAll() {
    List<Bundle> bundles =
        new ArrayList<>(Arrays.asList(framework.getBundleContext().getBundles()));
    bundles.removeIf(
        bundle ->
            bundle.getState() > Bundle.RESOLVED
                || isFragment(bundle)
                || isStopped(bundle)
                || fence.fault(bundle) != null);
    bundles.sort(
        Comparator.comparing(Bundles::isOfFramework)
            .reversed()
            .thenComparing(Bundle::getSymbolicName));
    framework.adapt(FrameworkWiring.class).resolveBundles(bundles);
    bundles.stream().filter(bundle -> !plugIns.contains(bundle)).forEach(this::start);
    makeApplications();
    fence.start(
        bundles.stream().filter(plugIns::contains).toList(),
        Bundle.START_ACTIVATION_POLICY,
        this::started);
  }

  private void makeApplications() {
    BundleContext context = framework.getBundleContext();
    try {
      context.getServiceReferences(Application.class, null).forEach(context::getService);
    } catch (InvalidSyntaxException e) {
      throw new IllegalStateException("no filter is a valid one", e);
    }
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

  /**
   * Stops all bundles and removes the framework's storage. A plug-in that does not stop is left to
   * the end of the process.
   */
  void stop() throws BundleException, InterruptedException, IOException {
    if (followed != null) {
      followed.close();
    }
    boolean ended = PlugInFence.stopAll(plugIns, END_OF_PLUG_INS) && !fence.isAnyStuck();
    framework.stop();
    framework.waitForStop((ended ? END : END_OF_PLUG_INS).toMillis());
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
      started(bundle, null);
    } catch (BundleException e) {
      started(bundle, e);
    }
  }

  /**
   * @param failure why it does not run; null where it does
   */
  private void started(Bundle bundle, BundleException failure) {
    if (failure == null) {
      faults.remove(bundle);
      return;
    }
    List<String> missing =
        bundle.getState() == Bundle.INSTALLED
            ? new Requirements(framework.adapt(FrameworkWiring.class)).missing(bundle)
            : List.of();
    String reason =
        missing.isEmpty()
            ? Failures.inOneLine(failure)
            : "it needs " + String.join(" and ", missing) + ", and no installed bundle has that";
    String fault = "does not start: " + reason;
    if (!fault.equals(faults.put(bundle, fault)) && !waitsForWindow(missing)) {
      journal.tell("bundle " + bundle.getSymbolicName() + " " + bundle.getVersion() + " " + fault);
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
