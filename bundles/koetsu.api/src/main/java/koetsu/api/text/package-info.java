/** Text services that extractors query instead of scanning the document themselves. */
@Export
@Version("1.1.0")
package koetsu.api.text;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
