package koetsu.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The plug-in bundles of a running Koetsu, and what a user can do with them while documents are
 * open; an OSGi service. Any thread; a call returns when the framework has settled.
 *
 * <p>What comes into one of the places is installed, what changes is updated, what goes is removed.
 * A bundle in the folder of a project does not run before the user trusted its very bytes.
 */
@ProviderType
public interface PlugInBundles {
  /** Name of the folder in a project that holds its plug-ins. */
  String PROJECT_FOLDER = "plugins";

  /** Every bundle in the places, the user's first, by file name. */
  List<PlugInBundle> all();

  /**
   * Follows the folder {@value #PROJECT_FOLDER} of a project in place of that of the one before.
   *
   * @param project null where no project is open
   */
  void openProject(Path project);

  /**
   * Copies a file to the user's folder and runs it; one of the same bundle there makes room.
   *
   * @return what became of it, which may be that it does not run
   * @throws IOException where it cannot be copied
   */
  PlugInBundle install(Path file) throws IOException;

  /**
   * Deletes a bundle's file.
   *
   * @throws IOException where it cannot be deleted
   */
  void remove(PlugInBundle bundle) throws IOException;

  /** Stops a bundle; it stays so until it is started, changes or Koetsu ends. */
  void stop(PlugInBundle bundle);

  /** Runs a bundle that was stopped. */
  void start(PlugInBundle bundle);

  /**
   * Remembers that the user trusts the bytes of a bundle, and runs it.
   *
   * @throws IOException where that cannot be written down; it does not run then
   */
  void trust(PlugInBundle bundle) throws IOException;

  /**
   * Forgets that the user trusts a bundle; where it needs that, it no longer runs.
   *
   * @throws IOException where that cannot be written down
   */
  void distrust(PlugInBundle bundle) throws IOException;

  /**
   * Calls the listener after every change, on the thread that made it, until what is returned is
   * closed.
   */
  Subscription onChange(Runnable listener);

  /** Ends the calls to a listener when closed; closing it again does nothing. */
  interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
