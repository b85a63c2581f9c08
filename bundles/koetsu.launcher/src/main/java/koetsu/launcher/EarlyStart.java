package koetsu.launcher;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What an application does on the main thread while its bundles start on another one: work that
 * needs no bundle, such as waking up the window system. A {@link java.util.ServiceLoader} provider
 * of the class path.
 */
@ConsumerType
public interface EarlyStart {

  /** The name of the application that it belongs to, such as {@link Application#WORKBENCH}. */
  String application();

  /** Does the work; called once, before {@link Application#run}. */
  void begin(Installation installation);

  /**
   * The application with what the class path alone has, for a start that has no plug-ins and spares
   * itself the framework. Called on another thread than {@link #begin}, at the same time.
   *
   * @return empty where the class path has not all of it
   */
  default Optional<Application> alone() {
    return Optional.empty();
  }
}
