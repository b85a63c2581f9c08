/** The kinds of record, section and field of one domain, as data to which any bundle may add. */
@Export
@Version("1.1.0")
package koetsu.api.profile;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
