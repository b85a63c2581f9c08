/**
 * Extractors that a file declares instead of a program: a dictionary of words, or labels with the
 * kind of value that follows them.
 */
@Export
@Version("1.0.0")
package koetsu.declared;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
