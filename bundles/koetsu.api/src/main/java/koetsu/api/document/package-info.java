/**
 * Untouched source text and the structure that stands beside it; every offset counts Unicode code
 * points.
 */
@Export
@Version("1.1.0")
package koetsu.api.document;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
