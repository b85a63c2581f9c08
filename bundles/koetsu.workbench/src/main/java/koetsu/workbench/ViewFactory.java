package koetsu.workbench;

import org.osgi.annotation.versioning.ConsumerType;

/** Makes one kind of view; an OSGi service. Thread: the display's. */
@ConsumerType
public interface ViewFactory {

  /** Unique among views, {@code bundle-symbolic-name.name}. */
  String id();

  /** Text of the tab in the language of the window. */
  String title();

  /** Whether the view can show the open project. */
  default boolean accepts(ProjectSession session) {
    return true;
  }

  /** A new view for the open project; never null. */
  View create(Workbench workbench);
}
