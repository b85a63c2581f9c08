package koetsu.launcher.internal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import koetsu.launcher.Application;
import org.apache.felix.framework.Felix;
import org.apache.felix.framework.util.FelixConstants;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
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

  private final Storage storage;
  private final Felix framework;
  private final Journal journal;

  private Bundles(Storage storage, Felix framework, Journal journal) {
    this.storage = storage;
    this.framework = framework;
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
    Felix framework = new Felix(properties);
    try {
      framework.start();
    } catch (BundleException e) {
      throw new LaunchException("the framework does not start: " + Failures.inOneLine(e), e);
    }
    listenToLog(framework.getBundleContext(), journal);
    return new Bundles(storage, framework, journal);
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
   * Installs the jars of a folder, all at once because they may need each other, and starts every
   * bundle that does not run yet. A bundle that does not resolve or start costs only itself; the
   * journal tells which and why.
   *
   * @throws LaunchException when the folder cannot be read
   */
  void add(Path folder) throws LaunchException {
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(folder, "*.jar")) {
      for (Path jar : jars) {
        if (!SwtFragment.isForeign(jar.getFileName().toString())) {
          install(jar);
        }
      }
    } catch (IOException e) {
      throw LaunchException.unreadable(folder, e);
    }
    List<Bundle> bundles =
        new ArrayList<>(Arrays.asList(framework.getBundleContext().getBundles()));
    bundles.removeIf(bundle -> bundle.getState() > Bundle.RESOLVED || isFragment(bundle));
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

  /** Stops all bundles and removes the framework's storage. */
  void stop() throws BundleException, InterruptedException, IOException {
    framework.stop();
    framework.waitForStop(TimeUnit.SECONDS.toMillis(10));
    storage.close();
  }

  private void install(Path jar) {
    try {
      Bundle bundle = framework.getBundleContext().installBundle("reference:" + jar.toUri());
      if (bundle.getSymbolicName() == null) {
        bundle.uninstall();
        journal.tell(jar + " is not an OSGi bundle and was left out");
      }
    } catch (BundleException e) {
      journal.tell(jar + " cannot be installed: " + Failures.inOneLine(e));
    }
  }

  private void start(Bundle bundle) {
    try {
      bundle.start(Bundle.START_ACTIVATION_POLICY);
    } catch (BundleException e) {
      List<String> missing =
          bundle.getState() == Bundle.INSTALLED
              ? new Requirements(framework.adapt(FrameworkWiring.class)).missing(bundle)
              : List.of();
      String reason =
          missing.isEmpty()
              ? Failures.inOneLine(e)
              : "it needs " + String.join(" and ", missing) + ", and no installed bundle has that";
      journal.tell(
          "bundle "
              + bundle.getSymbolicName()
              + " "
              + bundle.getVersion()
              + " does not start: "
              + reason);
    }
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
