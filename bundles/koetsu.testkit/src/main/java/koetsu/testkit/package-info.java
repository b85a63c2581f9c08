/** What the author of a plug-in tests it with, in JUnit Jupiter. */
@Export
@Version("1.0.0")
package koetsu.testkit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
