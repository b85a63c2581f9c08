package koetsu.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows what a project folder is; an OSGi service, of which the one of the highest ranking counts.
 */
@ConsumerType
public interface ProjectOpener {

  /** Whether a folder is a project; any thread. */
  boolean isProject(Path folder);

  /**
   * Tells which project the window will {@link #open} first, while there is no window yet: what can
   * be read of it meanwhile is in the window's first picture. Returns at once; failures are for
   * {@link #open} to tell. Thread: any.
   *
   * @param data the user's data folder
   * @param cache the user's folder for what only saves time; neither need exist
   * @param preferences as they are when the window opens; only to be asked
   */
  default void prepare(Path folder, Path data, Path cache, Preferences preferences) {}

  /**
   * Opens a project. Thread: the display's; what takes long goes on in the background.
   *
   * @throws IOException with a message for a person: what, where, what to do
   */
  ProjectSession open(Path folder, Workbench workbench) throws IOException;

  /**
   * Makes a project of documents. Thread: a background one.
   *
   * @param folder does not exist yet, or is empty
   * @param documents files and folders to copy into the project, at least one
   * @throws IOException with a message for a person: what, where, what to do
   */
  void create(Path folder, List<Path> documents) throws IOException;

  /**
   * Makes the shipped sample the user's own, where that has not happened yet. Thread: a background
   * one.
   *
   * @param shipped folder of the distribution, read only
   * @param folder where the user's own goes
   * @param data the user's data folder
   * @throws IOException with a message for a person: what, where, what to do
   */
  void createSample(Path shipped, Path folder, Path data) throws IOException;
}
