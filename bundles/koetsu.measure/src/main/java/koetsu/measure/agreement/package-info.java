/** How far two reviewers of the same documents agree, beyond chance and with an interval. */
@Export
@Version("1.0.0")
package koetsu.measure.agreement;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
