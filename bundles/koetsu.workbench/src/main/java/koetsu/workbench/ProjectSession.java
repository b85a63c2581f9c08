package koetsu.workbench;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** An open project, as far as the window knows it. Thread: the display's. */
@ConsumerType
public interface ProjectSession {

  /**
   * Why a command cannot be done here and now, in the language of the window; empty where nothing
   * better is known than that.
   */
  default Optional<String> whyNot(Command command) {
    return Optional.empty();
  }

  /** Name for title and status line. */
  String name();

  /** The window has built its views: time to open documents. */
  void started();

  /** Lets go of everything; the window has disposed of the views. */
  void close();
}
