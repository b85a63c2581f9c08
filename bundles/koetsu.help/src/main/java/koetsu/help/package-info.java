/** The user guide as Markdown pages in English and Japanese. */
@Export
@Version("1.0.0")
package koetsu.help;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
