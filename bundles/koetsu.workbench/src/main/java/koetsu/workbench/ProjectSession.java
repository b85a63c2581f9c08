package koetsu.workbench;

import org.osgi.annotation.versioning.ConsumerType;

/** An open project, as far as the window knows it. Thread: the display's. */
@ConsumerType
public interface ProjectSession {

  /** Name for title and status line. */
  String name();

  /** The window has built its views: time to open documents. */
  void started();

  /** Lets go of everything; the window has disposed of the views. */
  void close();
}
