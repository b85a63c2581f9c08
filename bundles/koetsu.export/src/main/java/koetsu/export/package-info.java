/** The exchange formats that are installed, whichever bundles they come from. */
@Export
@Version("1.0.0")
package koetsu.export;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
