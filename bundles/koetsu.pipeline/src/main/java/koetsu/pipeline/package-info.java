/** Runs the installed plug-ins on documents and says who did what. */
@Export
@Version("1.0.0")
package koetsu.pipeline;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
