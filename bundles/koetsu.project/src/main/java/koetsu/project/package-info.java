/**
 * The project folder: its sources, the append-only event log that every human decision goes to, and
 * the gold derived from it.
 */
@Export
@Version("1.0.0")
package koetsu.project;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
