package koetsu.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Where this Koetsu and its user's files are, and which other applications it can start. May be
 * asked from any thread, except for {@link #run}.
 */
@ProviderType
public interface Installation {

  /**
   * The folder the distribution was unpacked to, absolute; nothing is ever written there. The
   * shipped sample project is its folder {@code sample}.
   */
  Path home();

  /**
   * The user's data folder, absolute: {@code $XDG_DATA_HOME/koetsu}, {@code ~/Library/Application
   * Support/koetsu} or {@code %APPDATA%\koetsu}. It may not exist yet.
   */
  Path data();

  /**
   * The user's cache folder, absolute: {@code $XDG_CACHE_HOME/koetsu}, {@code
   * ~/Library/Caches/koetsu} or {@code %LOCALAPPDATA%\koetsu}. It may not exist yet, and whatever
   * is in it may be deleted while no Koetsu runs.
   */
  Path cache();

  /**
   * The folder whose jars are the user's plug-ins, absolute. It may not exist. A window follows its
   * changes: a jar that comes is installed, one that changes updated, one that goes removed.
   */
  Path plugins();

  /**
   * Lets the next {@link #run} follow a bundle that is not packed as well, beside the plug-ins.
   *
   * @param classes the folder that holds its {@code META-INF/MANIFEST.MF}, absolute
   */
  void develop(Path classes);

  /**
   * Whether this distribution has the bundles of an application; the headless one has no {@link
   * Application#WORKBENCH}.
   */
  boolean offers(String application);

  /**
   * A service of the framework; any thread. While no framework runs, for want of plug-ins, there is
   * none but {@link PlugInBundles}.
   */
  default <T> Optional<T> service(Class<T> type) {
    return Optional.empty();
  }

  /**
   * Runs another application on the calling thread, which must be the main thread, and returns its
   * exit code. Installs and starts the bundles that it needs first. Where that is impossible it
   * says why in one line on standard error and returns 2.
   */
  int run(String application, List<String> arguments);
}
