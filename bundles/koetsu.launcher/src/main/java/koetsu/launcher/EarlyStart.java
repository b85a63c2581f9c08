package koetsu.launcher;

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
}
