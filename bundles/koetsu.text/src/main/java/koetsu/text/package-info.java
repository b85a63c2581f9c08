/**
 * Text services for Japanese administrative prose: one linear scan, numbers, money, years, widths.
 */
@Export
@Version("1.0.0")
package koetsu.text;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
