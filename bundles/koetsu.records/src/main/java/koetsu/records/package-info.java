/** The record format and the profile format as files: reading, checking and writing JSON. */
@Export
@Version("1.0.0")
package koetsu.records;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
