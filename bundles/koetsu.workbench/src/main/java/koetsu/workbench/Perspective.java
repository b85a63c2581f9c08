package koetsu.workbench;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** An arrangement of views for one kind of work; an OSGi service. */
@ConsumerType
public interface Perspective {

  /** Unique among perspectives. */
  String id();

  /** Name in the language of the window. */
  String title();

  /** Place in the switcher, ascending; equal places go by id. */
  int order();

  /**
   * Ids of the views of an area in the order of their tabs, the first in front; those that nobody
   * offers are left out. Empty for {@link Area#CENTRE}, which holds documents.
   */
  List<String> views(Area area);

  /**
   * Share of an area in the window's width or height, in percent, as long as nobody moved a sash.
   */
  int share(Area area);
}
