/**
 * What a bundle that adds to the window sees of it: views, perspectives, commands, and the services
 * of the window itself.
 *
 * <p>The window is started by the {@link koetsu.launcher.Application} named {@code workbench}
 * (arguments: {@code [PROJECT] [--language en|ja]}). Views, perspectives, commands and the one
 * opener of projects are OSGi services; everything here happens on the thread of the display,
 * except where a method says otherwise.
 */
@Export
@Version("1.1.0")
package koetsu.workbench;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
