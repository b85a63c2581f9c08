/** Where decisions made on one edition of a document belong in another. */
@Export
@Version("1.0.0")
package koetsu.project.drift;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
