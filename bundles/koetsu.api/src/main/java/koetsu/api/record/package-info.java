/**
 * What segmentation and extraction say about a document: records, sections, typed values and the
 * reasons for them.
 */
@Export
@Version("1.1.0")
package koetsu.api.record;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
