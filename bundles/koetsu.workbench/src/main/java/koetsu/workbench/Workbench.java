package koetsu.workbench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.swt.widgets.Shell;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The window, as views and commands see it. Thread: the display's, except where a method says
 * otherwise.
 */
@ProviderType
public interface Workbench {

  Shell shell();

  Theme theme();

  Icons icons();

  Preferences preferences();

  Jobs jobs();

  /** The open project, if it is of the type asked for. */
  <T extends ProjectSession> Optional<T> session(Class<T> type);

  /** Folder of the open project. */
  Optional<Path> project();

  /**
   * A service of the framework that runs behind the window; empty as long as none does, for want of
   * plug-ins. Any thread.
   */
  default <T> Optional<T> service(Class<T> type) {
    return Optional.empty();
  }

  /** The user's data folder; it may not exist yet. */
  Path data();

  /**
   * The user's folder for what only saves time, which may not exist yet; empty where nothing is to
   * be kept.
   */
  default Optional<Path> cache() {
    return Optional.empty();
  }

  /** Closes the open project and opens another one; failures are shown to the person. */
  void openProject(Path folder);

  /** A command of the window. */
  Optional<Command> command(String id);

  /** What a menu shows for a command: its label and its first key. */
  String label(Command command);

  /** Does a command, unless it is not enabled. */
  void execute(String command);

  /**
   * Asks the tool bar's commands again whether they are enabled; cheap, done once per turn of the
   * event loop.
   */
  void refresh();

  /** Brings a view to the front and gives it the keyboard, opening it where it is not. */
  void showView(String id);

  /** The view, where it is open. */
  Optional<View> view(String id);

  /** Brings a document's tab to the front, opening it where it is not. */
  void openDocument(String key, String title, Supplier<View> content);

  /** The content of a document's tab, where it is open. */
  Optional<View> document(String key);

  /** Keys of the documents that were open when the project was closed the last time, in order. */
  List<String> lastDocuments();

  /** Key of the document in front. */
  Optional<String> activeDocument();

  /** Shows a text in the status line until something else takes the place. */
  void status(StatusSlot slot, String text);

  /** Tells something in passing, in the status line, for some seconds. */
  void message(String text);

  /**
   * Tells that something failed, in a dialog.
   *
   * @param what what could not be done, where, and what to do; a sentence
   * @param cause for the details; may be null
   */
  void fail(String what, Throwable cause);
}
