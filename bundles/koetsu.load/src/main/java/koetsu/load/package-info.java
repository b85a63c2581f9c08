/** Loaders that turn the bytes of plain text and Markdown into source documents. */
@Export
@Version("1.0.0")
package koetsu.load;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
