/**
 * The open project as the review sees it: its documents, what the person is at, and the edits that
 * start from there. Other views of the workbench follow it and lead it to a place.
 */
@Export
@Version("1.0.0")
package koetsu.review;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
