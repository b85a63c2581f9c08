/**
 * Real key and mouse events, waiting and pictures for tests of windows, on a screen of their own.
 */
@Export
@Version("1.0.0")
package koetsu.robot;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
