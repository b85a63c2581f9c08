/** The interfaces that plug-in bundles implement and the contexts they are called with. */
@Export
@Version("1.1.0")
package koetsu.api.plugin;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
